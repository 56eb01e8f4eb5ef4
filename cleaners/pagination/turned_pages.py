"""Page numbers between the pages of one sheet, which a dump of a condensed transcript writes one by one.

Each stands on a line of its own between the last line number of a page and number 1 of the next.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from cleaners.document import Document
from cleaners.line import Line
from cleaners.pagination.numbered_pages import NUMBER_REASON
from cleaners.patterns import pattern

FOLIO = pattern(r"(?:Page|PAGE)?[ \t]*\d{1,5}")

FEWEST_LINES = 10
"""So high counts a page at least before the next begins."""


def turned_pages(document: Document) -> Iterator[Line]:
    """Such page numbers, with that of the first page of a sheet that holds several."""
    numbers = [
        (at, document.page_at(piece.start).number, digits)
        for at, piece in document.removed({NUMBER_REASON})
        if (digits := document.source[piece.start : piece.end].strip()).isdigit()
    ]
    offsets = [at for at, _, _ in numbers]
    firsts: dict[int, Line] = {}
    for line in document.lines if numbers else ():
        if line.page.has_boxes or not FOLIO.fullmatch(line.text.strip()):
            continue
        index = bisect_left(offsets, line.start)
        if index == len(numbers) or offsets[index] <= line.end or not _begins(document, line, numbers[index]):
            continue
        page, above = line.page.number, numbers[index - 1] if index else None
        if above is None or above[1] != page:
            firsts[page] = line
        elif int(above[2]) >= FEWEST_LINES:
            yield line
            if page in firsts:
                yield firsts.pop(page)


def _begins(document: Document, line: Line, number: tuple[int, int, str]) -> bool:
    """Whether number 1 of the same sheet stands right below a line."""
    at, page, digits = number
    return digits == "1" and page == line.page.number and not document.text[line.end : at].strip()
