"""A line of a document's text, with the words that stand on it."""

from __future__ import annotations

from collections.abc import Callable
from operator import itemgetter
from typing import NamedTuple

from cleaners.page import Page, Word, Zone

_LEFT: Callable[[Word], float] = itemgetter(Word._fields.index("left"))
_TOP: Callable[[Word], float] = itemgetter(Word._fields.index("top"))
_RIGHT: Callable[[Word], float] = itemgetter(Word._fields.index("right"))
_BOTTOM: Callable[[Word], float] = itemgetter(Word._fields.index("bottom"))


class Line(NamedTuple):
    """A line of the current text (its end excluded) with its words, their offsets in the current text. Its
    sides are those of its words' boxes, in points; a line without boxes has no words, and no sides."""

    start: int
    end: int
    text: str
    page: Page
    words: tuple[Word, ...]
    zone: Zone | None

    def text_of(self, word: Word) -> str:
        """One of its words as the text has it now."""
        return self.text[word.start - self.start : word.end - self.start]

    @property
    def left(self) -> float:
        return min(map(_LEFT, self.words))

    @property
    def right(self) -> float:
        return max(map(_RIGHT, self.words))

    @property
    def top(self) -> float:
        return min(map(_TOP, self.words))

    @property
    def bottom(self) -> float:
        return max(map(_BOTTOM, self.words))

    @property
    def size(self) -> float:
        """The median height of the words' boxes, in points: a stand-in for the type size."""
        heights = sorted([w.bottom - w.top for w in self.words])
        return heights[len(heights) // 2]
