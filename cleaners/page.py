"""A page as it was read: its words, its rules, and what its layout sets apart, each in its place."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

BLANK = "____"
"""What stands in clean text for a blank to fill in, whatever its length."""

REDACTED = "[REDACTED]"
"""What stands for a run of black."""

COLUMNS = ("column", "panel")
"""Kinds of zones that have margins of their own and are read one after the other."""

LONGEST_LINE = 250
"""Characters: no line is printed longer. One that is was run together of many, or is a paragraph."""


class Word(NamedTuple):
    """A word and its place. Offsets are of the text it was asked from; the box is in points (1/72 inch)
    from the page's top left corner; ``confidence`` is in [0, 1] (a text layer's words have 1)."""

    start: int
    end: int
    left: float
    top: float
    right: float
    bottom: float
    confidence: float

    @property
    def height(self) -> float:
        return self.bottom - self.top

    @property
    def middle(self) -> float:
        return (self.top + self.bottom) / 2


class Token(NamedTuple):
    """A word as the reader saw it. The box is in points from the page's top left corner, ``confidence`` in
    [0, 1]; words with the same ``row`` were taken for one line by the reader."""

    text: str
    left: float
    top: float
    right: float
    bottom: float
    confidence: float = 1.0
    row: int = 0

    @property
    def middle(self) -> float:
        return (self.top + self.bottom) / 2

    @property
    def center(self) -> float:
        return (self.left + self.right) / 2

    @property
    def height(self) -> float:
        return self.bottom - self.top


class Rule(NamedTuple):
    """A straight line drawn on the page (a pleading rule, the side of a caption box, the rule over the
    footnotes), as a thin box in points."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def upright(self) -> bool:
        return self.bottom - self.top > self.right - self.left


class Zone(NamedTuple):
    """A span of the source that the page's layout sets apart: a ``cell`` of a caption or signature block, a
    ``table`` whose lines are rows, a ``column`` of text, a ``panel`` that is a page of a condensed
    transcript, or what is no part of the text: what is set ``sideways``, the ``fence`` between two cells, a
    ``sticker``, an ``overprint``, a ``watermark``, what was ``struck over`` it, in another colour or askew.
    What is in no zone runs across the page.
    """

    start: int
    end: int
    kind: str

    @property
    def is_aside(self) -> bool:
        """Whether what stands here is no part of the text."""
        return self.kind in ("sideways", "fence", "sticker", "overprint", "watermark", "struck over")


@dataclass(frozen=True)
class Page:
    """A page of the source. ``number`` counts from 1 and is physical; the printed number is the folio.

    ``width`` and ``height`` are in points and 0 where the page is known only as text. ``method`` says how
    the page was read (``text layer``, ``ocr``, ``text``) and ``why`` in words for people; ``doubts`` is
    what the reading itself found that a person should look at.
    """

    number: int
    start: int
    end: int
    width: float = 0.0
    height: float = 0.0
    words: tuple[Word, ...] = ()
    rules: tuple[Rule, ...] = ()
    zones: tuple[Zone, ...] = ()
    method: str = "text"
    why: str = ""
    doubts: tuple[str, ...] = ()

    @property
    def has_boxes(self) -> bool:
        return bool(self.words)

    @property
    def confidence(self) -> float | None:
        """Mean confidence of the words in [0, 1]; None where there are no boxes."""
        return sum(w.confidence for w in self.words) / len(self.words) if self.words else None
