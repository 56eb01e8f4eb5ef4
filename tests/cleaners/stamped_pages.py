"""Pages of which the words have boxes, for tests of clerks' stamps."""

from typing import Any

from cleaners.document import Document
from cleaners.file_stamps import find_file_stamps
from cleaners.page import Page, Rule, Word

CAPTION = ((200, (216, "UNITED STATES DISTRICT COURT")), (215, (198, "CENTRAL DISTRICT OF CALIFORNIA")))
TITLE = "UNITED STATES DISTRICT COURT\nCENTRAL DISTRICT OF CALIFORNIA\n"


def page_of(
    *rows: tuple[Any, ...], doubtful: str = "", tall: str = "", rules: tuple[Rule, ...] = ()
) -> Document:
    """A letter page; each row is a line of runs, each run its left edge and text, below its top in points.
    Of the words, OCR was in doubt about ``doubtful`` ones, and ``tall`` ones are set thrice as high."""
    source, words = "", []
    for top, *runs in rows:
        line: list[str] = []
        for left, text in runs:
            for word in text.split(" "):
                start = len(source) + sum(len(w) + 1 for w in line)
                high, sure = (30 if word in tall.split() else 10), float(word not in doubtful.split())
                words.append(
                    Word(start, start + len(word), left, top, left + 6 * len(word), top + high, sure)
                )
                left += 6 * len(word) + 4  # noqa: PLW2901
                line.append(word)
        source += " ".join(line) + "\n"
    return Document.from_pages(source, [Page(1, 0, len(source), 612, 792, tuple(words), rules)])


def cleaned(document: Document) -> str:
    return document.edited(find_file_stamps(document), by="file stamps").text
