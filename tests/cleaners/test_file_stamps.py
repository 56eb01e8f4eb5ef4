from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from cleaners.document import Document, Page, Word
from cleaners.file_stamps import find_file_stamps, strip_file_stamps


def page_of(*rows: tuple[Any, ...]) -> Document:
    """A letter page; each row is a line of runs, each run its left edge and text, below its top in points."""
    source, words = "", []
    for top, *runs in rows:
        line: list[str] = []
        for left, text in runs:
            for word in text.split(" "):
                start = len(source) + sum(len(w) + 1 for w in line)
                words.append(Word(start, start + len(word), left, top, left + 6 * len(word), top + 10, 1.0))
                left += 6 * len(word) + 4  # noqa: PLW2901
                line.append(word)
        source += " ".join(line) + "\n"
    return Document.from_pages(source, [Page(1, 0, len(source), 612, 792, tuple(words))])


def cleaned(document: Document) -> str:
    return document.edited(find_file_stamps(document), by="file stamps").text


def test_a_stamp_beside_the_caption_goes_and_the_caption_stays() -> None:
    document = page_of(
        (60, (430, "FILED")),
        (75, (72, "JANE ROE (State Bar No. 123456)"), (420, "MAR 3 2011")),
        (90, (72, "ROE AND DOE LLP"), (400, "PAT Q. POE, CLERK")),
        (105, (72, "1 Main Street"), (400, "U.S. DISTRICT COURT")),
        (300, (150, "UNITED STATES DISTRICT COURT")),
        (315, (150, "CENTRAL DISTRICT OF CALIFORNIA")),
    )
    assert cleaned(document) == (
        "JANE ROE (State Bar No. 123456)\nROE AND DOE LLP\n1 Main Street\n"
        "UNITED STATES DISTRICT COURT\nCENTRAL DISTRICT OF CALIFORNIA\n"
    )


def test_a_clerks_name_beside_the_docket_number_goes() -> None:
    document = page_of(
        (90, (440, "F I L E D")),
        (105, (430, "March 16, 2022")),
        (125, (200, "No. 21-50498"), (440, "Pat Q. Poe")),
        (140, (460, "Clerk")),
        (200, (72, "JANE ROE, Plaintiff")),
    )
    assert cleaned(document) == "No. 21-50498\nJANE ROE, Plaintiff\n"


def test_what_an_opinion_prints_stays() -> None:
    document = page_of(
        (200, (250, "OPINION")), (220, (240, "Filed February 5, 2010")), (240, (72, "Before: ROE and DOE"))
    )
    assert cleaned(document) == document.text


def test_a_title_stays() -> None:
    document = page_of((200, (240, "FILED UNDER SEAL")), (220, (240, "MARCH 3, 2011")))
    assert cleaned(document) == document.text


def test_a_stamp_on_a_later_page_is_not_looked_for() -> None:
    page = "FILED\nMAR 3 2011\nPAT Q. POE, CLERK\nbody"
    assert strip_file_stamps("one\ftwo\f" + page) == "one\ftwo\f" + page


@given(
    st.lists(
        st.sampled_from(
            [
                "FILED",
                "MAR 3 2011",
                "PAT Q. POE, CLERK",
                "U.S. COURT OF APPEALS",
                "Plaintiff filed",
                "\n",
                " ",
                "\f",
            ]
        ),
        max_size=20,
    ).map("".join)
)
def test_it_only_deletes(text: str) -> None:
    rest = iter(text)
    assert all(character in rest for character in strip_file_stamps(text))
