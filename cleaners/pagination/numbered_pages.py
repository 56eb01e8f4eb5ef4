"""Where the margin numbers of a page of bare text had stood: what tells its text from heads and footers."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from cleaners.document import Document
from cleaners.line import Line
from cleaners.pagination.page_marks import DEEPEST, is_page_number
from cleaners.patterns import pattern

NUMBER_REASON = "margin line number"
FEWEST_NUMBERS = 20
"""So many lines are numbered at least on a page of pleading paper (24 to 32) or of a transcript (25)."""

INDENT = 80
"""Blanks that may stand before a number at a line's beginning."""

FEWEST_PARTED, MOST_HEADS = 10, 3
"""Numbers with text between them that show where a page's text begins, a short one's too;
lines above it at most: whose hearing it is, the page's number, the docket's."""

PAGE = pattern(r"\W*Page\b", re.IGNORECASE)


class Numbering(NamedTuple):
    """Where the last number of a page stood, how many had text before them, how many text behind them on
    their lines, and where the line of number 1 began."""

    offset: int
    parted: int
    leading: int
    first: int | None


def text_above(last: Numbering | None, lines: Sequence[Line]) -> int | None:
    """The offset of a page's number 1, if no more stands above it than ``Page 12`` and a head, and numbers
    begin the lines of the text: where a dump has put them on lines of their own, the text's first may stand
    above them."""
    over = [line for line in lines if last and last.first and line.end < last.first]
    if last is None or last.parted < FEWEST_PARTED or len(over) > MOST_HEADS:
        return None
    told = any(is_page_number(line) and PAGE.match(line.text) for line in over)
    return last.first if told and last.leading >= last.parted - 1 else None


def text_below(last: Numbering | None, lines: Sequence[Line]) -> int | None:
    """The offset of a page's last number, if the numbers part the text down the page or nothing but a folio
    stands below: in a heap, which some dumps make of them, they tell no place, nor where lines of the text
    come out behind them."""
    below = [line for line in lines if last and line.start > last.offset]
    if last is None or len(below) > DEEPEST:
        return None
    folios = all(is_page_number(line) for line in below)
    return last.offset if last.parted >= FEWEST_NUMBERS or (last.parted > 1 and folios) else None


def counted_below(last: Numbering | None, lines: Sequence[Line]) -> int | None:
    """Where the line below a page's last number begins, if numbers stand on lines of their own: it may be the
    one that the last counts. A footer is told there by other pages that have it."""
    below = next((line for line in lines if last and line.start > last.offset), None)
    if last is None or below is None or last.leading >= last.parted / 2 or is_page_number(below):
        return None
    return below.start


def numberings(document: Document) -> Iterator[tuple[int, Numbering]]:
    """Pages of bare text that had margin numbers down their length, each before a line."""
    counts: Counter[int] = Counter()
    parted: Counter[int] = Counter()
    leading: Counter[int] = Counter()
    firsts: dict[int, int] = {}
    last, above = 0, ""
    for at, piece in document.removed({NUMBER_REASON}):
        page = document.page_at(piece.start)
        number = document.source[piece.start : piece.end].strip()
        if number == above and last < at:
            continue  # at both ends of its line
        above = number
        if page.has_boxes:  # tells its lines by place
            last = at
            continue
        before = re.split(r"[\n\f]", document.text[max(0, at - INDENT) : at])[-1]
        if number in ("1", "l"):
            firsts.setdefault(page.number, at if before.strip() else at - len(before))
        counts[page.number] += not before.strip() and len(before) < INDENT
        parted[page.number] += bool(document.text[last:at].strip())
        leading[page.number] += document.text[at : at + 1] not in ("", "\n", "\f")
        last = at
        if counts[page.number] >= FEWEST_NUMBERS:
            yield (
                page.number,
                Numbering(at, parted[page.number], leading[page.number], firsts.get(page.number)),
            )
