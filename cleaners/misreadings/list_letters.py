"""The letters that number a list, where OCR misread one of them.

``a.``, ``b.``, ``©;``, ``d.``: between two letters of a list that stand in one column the alphabet leaves no
choice. Verdict forms, interrogatories and prayers for relief are numbered so; alone on its line's left, with
no word about it, a letter is what OCR misreads most.
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

LABEL = pattern(r"(?P<letter>[a-z])(?P=letter)?\.")
TWICE = pattern(r"(?P<large>[COSUVWXZ])(?P<letter>[cosuvwxz])\.")
"""A letter whose capital has the same shape, read as both."""
SHORT = pattern(r"\S{1,4}")

COLUMN = 6.0
"""Points by which the letters of one list may stand off their column."""

MISREAD_AS = {"i.": ("1.", "|."), "l.": ("1.", "|.", "I."), "o.": ("0.", "O.")}
"""What the last letter of a list may have been read as; a list of figures would go on otherwise."""

ONE_AS = ("i.", "l.", "I.", "|.")
"""What a list's first number may have been read as."""

REACH = 4
"""Among so many openings of lines the next letter is looked for; answers to tick stand between."""

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
    known = [index for index in known if index not in _out_of_order(openings, known)]
    for one, two in pairwise(known):
        yield from _between(openings[one], openings[two], openings[one + 1 : two])
    for index in known:
        yield from _last(openings, index)
    for index in range(len(openings)):
        yield from _by_the_next(openings, index)


def _out_of_order(openings: Sequence[_Letter], known: Sequence[int]) -> set[int]:
    """Which letters stand between two that are next but one to each other and are not the one between
    (``d.``, ``a.``, ``f.``)."""
    places = [openings[index].place or 0 for index in known]
    triples = zip(known[1:], places, places[1:], places[2:], strict=False)
    return {index for index, one, own, two in triples if two - one == 2 and own != one + 1}


def _last(openings: Sequence[_Letter], index: int) -> Iterator[Edit]:
    """The edit of what stands below a letter, if it is a figure that the next letter is read as (``n.``,
    ``0.``)."""
    label = _label((openings[index].place or 0) + 1)
    two = _below(openings, index)
    if two and two.place is None and two.text in MISREAD_AS.get(label, ()):
        yield _edit(two, label)


def _by_the_next(openings: Sequence[_Letter], index: int) -> Iterator[Edit]:
    """The edits of a letter that was read as a large and a small one, the next below it (``Ss.``, ``t``), and
    of a list's first number, over its second (``i.``, ``2.``)."""
    one, two = openings[index], _below(openings, index)
    twice = TWICE.fullmatch(one.text)
    if two and twice and twice["large"].lower() == twice["letter"]:
        letter, after = twice["letter"], _label(ord(twice["letter"]) - ord("a") + 1)
        if two.text in (after, after[:-1]):
            yield _edit(one, f"{letter}.")
        if two.text == after[:-1]:
            yield _edit(two, after)
    before = openings[max(0, index - REACH) : index]
    counted = any(_in_column(one, other) and other.text == "1." for other in before)
    if two and two.text == "2." and one.text in ONE_AS and not counted:
        yield _edit(one, "1.")


def _below(openings: Sequence[_Letter], index: int) -> _Letter | None:
    """What opens the next line in a letter's column."""
    below = openings[index + 1 : index + 1 + REACH]
    return next((other for other in below if _in_column(openings[index], other)), None)


def _edit(opening: _Letter, label: str) -> Edit:
    first = opening.line.words[0]
    return Edit(first.start, first.end, label, REASON)


def _openings(document: Document) -> Iterator[_Letter]:
    for line in document.lines:
        if line.page.method != "ocr" or len(line.words) < 2:
            continue
        first = line.words[0]
        text = line.text_of(first)
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
