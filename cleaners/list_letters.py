"""The letters that number a list, where OCR misread one of them.

``a.``, ``b.``, ``©;``, ``d.``: between two letters of a list that stand in one column the alphabet leaves no
choice. Verdict forms, interrogatories and prayers for relief are numbered so; alone on its line's left, with
no word about it, a letter is what OCR misreads most.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from cleaners.document import Document, Line
from cleaners.pieces import Edit

REASON = "OCR confusion"

LABEL = re.compile(r"(?P<letter>[a-z])(?P=letter)?\.")
SHORT = re.compile(r"\S{1,4}")

COLUMN = 6.0
"""Points by which the letters of one list may stand off their column."""

MOST_MISREAD = 3
"""So many letters in a row may have been misread."""


class _Letter(NamedTuple):
    """A line that opens with a short token, and the token's place in the alphabet if it is a letter of a list
    (``aa.`` follows ``z.``)."""

    line: Line
    text: str
    place: int | None


def find_list_letters(document: Document) -> Iterator[Edit]:
    """The misread letters of lists on pages read by OCR."""
    openings = list(_openings(document))
    known = [index for index, opening in enumerate(openings) if opening.place is not None]
    for one, two in pairwise(known):
        yield from _between(openings[one], openings[two], openings[one + 1 : two])


def _openings(document: Document) -> Iterator[_Letter]:
    for line in document.lines:
        if line.page.method != "ocr" or len(line.words) < 2:
            continue
        first = line.words[0]
        text = line.text[first.start - line.start : first.end - line.start]
        if SHORT.fullmatch(text):
            yield _Letter(line, text, _place(text))


def _place(text: str) -> int | None:
    match = LABEL.fullmatch(text)
    return ord(match["letter"]) - ord("a") + 26 * (len(text) - 2) if match else None


def _between(one: _Letter, two: _Letter, openings: Sequence[_Letter]) -> Iterator[Edit]:
    """The edits of what stands in the column between two letters, if it is as much as is missing."""
    missing = (two.place or 0) - (one.place or 0) - 1
    if not 1 <= missing <= MOST_MISREAD or not _in_column(one, two):
        return
    column = [o for o in openings if _in_column(o, one) or _in_column(o, two)]
    if len(column) != missing:
        return
    for step, letter in enumerate(column, 1):
        first = letter.line.words[0]
        yield Edit(first.start, first.end, _label((one.place or 0) + step), REASON)


def _in_column(one: _Letter, two: _Letter) -> bool:
    return abs(one.line.words[0].left - two.line.words[0].left) <= COLUMN


def _label(place: int) -> str:
    return chr(ord("a") + place % 26) * (place // 26 + 1) + "."
