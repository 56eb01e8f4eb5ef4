"""The bullets of lists, where OCR misread them.

A dot or a square is no letter: of one list's bullets the engine makes ``¢``, ``*``, ``©``, ``=`` and ``e``
in turn, and is sure of few. But a list's bullets stand below one another, a tab before the text of each; no
speck and no sign of a sentence does so twice on a page.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from cleaners.document import Document
from cleaners.line import Line
from cleaners.misreadings import REASON
from cleaners.page import Word
from cleaners.patterns import pattern
from cleaners.pieces import Edit
from cleaners.typesetting.setting import BULLETS

SIGN = pattern(r"[•·▪■●*+=~°º¢©®«»¤§¥#&e'‘’.,:;-]|[HMN@™®]{1,2}")
"""What a bullet is read as; a large square is read as one or two letters as dark."""

SURE = frozenset("•▪■●¢©®=°«»¤@™e")
"""What is printed nowhere so unless it is a bullet: one of a column's signs must be among these, for a typed
list may have asterisks, and statutes a column of section signs."""

TAB = 0.8
"""Heights of a line's letters between a bullet and its text, at least; a blank is a third of one."""

COLUMN = 4.0
"""Points by which bullets, and the text behind them, may stand off their columns."""

FEWEST = 2
"""Bullets of a column."""

LOWEST = 0.15
"""What is flatter, in heights of its line's letters, is a dash."""


def find_bullets(document: Document) -> Iterator[Edit]:
    """The misread bullets of pages read by OCR."""
    for line, word in bullets_of(document.lines):
        if line.text_of(word) not in BULLETS:
            yield Edit(word.start, word.end, "•", REASON)


def bullets_of(lines: Iterable[Line]) -> Iterator[tuple[Line, Word]]:
    """The lines of lists, each with the word that is its bullet."""
    pages: dict[int, list[tuple[Line, Word, float]]] = {}
    for line in lines:
        if line.page.method == "ocr" and len(line.words) > 1 and line.zone is None:
            pages.setdefault(line.page.number, []).extend(_openings(line))
    for left in pages.values():
        openings = left
        while openings:
            _, first, text = openings[0]
            column = [o for o in openings if _stands_by(first.left, o[1].left) and _stands_by(text, o[2])]
            openings = [o for o in openings if o not in column]
            if _is_list([line.text_of(word) for line, word, _ in column]):
                yield from ((line, word) for line, word, _ in column)


def _openings(line: Line) -> Iterator[tuple[Line, Word, float]]:
    """The sign that a line opens with, a speck before it or none, and where the text begins behind it."""
    for before, (word, after) in enumerate(zip(line.words[:2], line.words[1:], strict=False)):
        if not SIGN.fullmatch(line.text_of(word)):
            return
        gap, high = after.left - word.right, line.size
        if gap >= TAB * high and word.height >= LOWEST * high and (not before or _is_speck(line)):
            yield line, word, after.left
            return


def _is_speck(line: Line) -> bool:
    return not line.text_of(line.words[0]).isalnum()


def _is_list(signs: Sequence[str]) -> bool:
    return len(signs) >= FEWEST and not SURE.isdisjoint("".join(signs))


def _stands_by(one: float, two: float) -> bool:
    return abs(one - two) <= COLUMN
