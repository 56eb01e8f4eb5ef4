"""The numbers of paragraphs, where OCR misread one of them.

``iF   On remand``, ``ps   Thereafter``: alone in its column, a tab away from the text, a figure is what OCR
misreads most on pleadings and declarations, whose paragraphs are numbered throughout (Fed. R. Civ. P. 10(b)).
What stands there between paragraphs 4 and 6 is a 5.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from cleaners.document import Document
from cleaners.line import Line
from cleaners.misreadings import REASON
from cleaners.patterns import pattern
from cleaners.pieces import Edit

NUMBER = pattern(r"(?P<number>\d{1,3})(?P<point>\.?)")
SHORT = pattern(
    r"(?!(?:\(\w{1,2}\)|[A-Za-z][.)]|[QA•·–—]|[ivx]+\.|[IVX]+\.?|.*[\[\]^$%]|\d{3,}|/s/)$)\S{1,3}"
)
"""What may be a number misread; letters and numerals of other lists, speeches, bullets and calls of notes are
none."""

TAB = 1.0
"""Type sizes between a number and its text at least; a blank is a third of one."""

COLUMN = 6.0
"""Points by which numbers, and the text behind them, may stand off their columns."""

MOST_MISREAD = 3
"""So many numbers in a row may have been misread."""

FEWEST = 2
"""Numbers that must have been read in a column."""


class _Opening(NamedTuple):
    """A line that opens with a short word a tab away from its text, and the word's value, if it has one."""

    line: Line
    text: str
    value: int | None

    def is_level(self, other: _Opening) -> bool:
        """Whether two begin in the same column, and their text in another."""
        pairs = zip(self.line.words[:2], other.line.words[:2], strict=True)
        return all(abs(one.left - two.left) <= COLUMN for one, two in pairs)


def find_item_numbers(document: Document) -> Iterator[Edit]:
    """The misread numbers of paragraphs on pages read by OCR."""
    openings = list(_openings(document))
    while openings:
        column = [o for o in openings if o.is_level(openings[0])]
        openings = [o for o in openings if o not in column]
        yield from _counted(column)


def _openings(document: Document) -> Iterator[_Opening]:
    for line in document.lines:
        if line.page.method != "ocr" or len(line.words) < 3 or (line.zone and line.zone.is_aside):
            continue
        first, second = line.words[:2]
        text = line.text_of(first)
        if second.left - first.right < TAB * line.size:
            continue
        number = NUMBER.fullmatch(text)
        if number or SHORT.fullmatch(text):
            yield _Opening(line, text, int(number["number"]) if number else None)


def _counted(column: Sequence[_Opening]) -> Iterator[Edit]:
    """The edits of a column's openings that the numbers before and after tell; the first by the second, for
    paragraphs count from 1."""
    known = _in_order([(n, o.value) for n, o in enumerate(column) if o.value is not None])
    rising = all(low < high for (_, low), (_, high) in pairwise(known))
    if len(known) < FEWEST or not rising or not any(column[index].text.endswith(".") for index, _ in known):
        return
    first, value = known[0]
    told = [(-1, 0), *known] if value - 1 == first else known
    for (one, low), (two, high) in pairwise(told):
        if two - one == high - low <= MOST_MISREAD + 1:
            for n in range(1, two - one):
                yield _edit(column[one + n], low + n)
    for index, value in known:
        if not column[index].text.endswith("."):
            yield _edit(column[index], value)


def _in_order(known: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The places and values of numbers without those that stand between two that are next but one to each
    other and are not the one between."""
    triples = zip(known, known[1:], known[2:], strict=False)
    wrong = {own for (_, one), own, (_, two) in triples if two - one == 2 and own[1] != one + 1}
    return [number for number in known if number not in wrong]


def _edit(opening: _Opening, value: int) -> Edit:
    first = opening.line.words[0]
    return Edit(first.start, first.end, f"{value}.", REASON)
