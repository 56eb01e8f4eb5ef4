"""The column of marks between the cells of a caption: ``)`` or ``:`` or ``|`` on every line, the pieces of a
tall brace, or the ``X - - > - N`` that a brace becomes in a text layer.

A fence is no text. Found before lines are made, it parts the cells however close they stand, and all of it
can be deleted, misread marks among it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from cleaners.page import Token
from cleaners.patterns import pattern

MARK = pattern(r"_?[)(}{\]\[:;|§*!\u2500-\u257f\ue000-\uf8ff]{1,3}")
CLOSING = pattern(r"[)\]]+")
BRACE = pattern(r"[-–—>,]")
"""What the Sixth Circuit's tall brace is made of, between an X and an N."""

MISREAD = pattern(r"\S{1,2}")
WIDEST_PAUSE = 44.0
"""Points between two marks of one column: they stand on every line, or on every second one."""

WIDEST_BRACE = 80.0
"""Points between two pieces of a tall brace: it has an upper, a middle and a lower one."""

ENDS = 30.0
"""Points above and below a column of marks within which its ends stand."""

FEWEST = 3
CLEAR = 7.0
"""Points of white right of a mark; a blank between words is half as wide."""


@dataclass(frozen=True)
class Fence:
    """A column of marks and where it stands, in points."""

    tokens: tuple[Token, ...]

    @property
    def x(self) -> float:
        return sum(t.center for t in self.tokens) / len(self.tokens)

    @property
    def top(self) -> float:
        return min(t.top for t in self.tokens)

    @property
    def bottom(self) -> float:
        return max(t.bottom for t in self.tokens)


def find_fences(tokens: Sequence[Token], width: float) -> list[Fence]:
    """The fences in the middle half of a page of ``width`` points, from top to bottom."""
    middle = [t for t in tokens if len(t.text) <= 4 and 0.25 * width < t.center < 0.75 * width]
    marks = [t for t in middle if MARK.fullmatch(t.text)]
    pieces = [t for t in middle if t.text in ("X", "N") or BRACE.fullmatch(t.text)]
    found = []
    for stack in (*_stacks(marks), *(s for s in _stacks(pieces) if _is_brace(s))):
        fence = Fence(tuple(stack))
        if len({round(t.middle / 4) for t in stack}) >= FEWEST and _is_clear(fence, tokens):
            found.append(_with_misread(fence, tokens))
    return sorted(found, key=lambda f: f.top)


def _stacks(marks: list[Token]) -> Iterator[list[Token]]:
    """Marks above one another, cut where they pause: a folio below may stand in line with them."""
    ordered = sorted(marks, key=lambda t: t.center)
    cuts = [
        0,
        *(i + 1 for i, (a, b) in enumerate(pairwise(ordered)) if b.center - a.center > 4),
        len(ordered),
    ]
    for start, end in pairwise(cuts):
        stack: list[Token] = []
        for mark in sorted(ordered[start:end], key=lambda t: t.middle):
            brace = "\ue000" <= mark.text[0] <= "\uf8ff"
            if stack and mark.middle - stack[-1].middle > (WIDEST_BRACE if brace else WIDEST_PAUSE):
                yield stack
                stack = []
            stack.append(mark)
        yield stack


def _is_brace(stack: list[Token]) -> bool:
    """Whether dashes one above another are a brace: its ends or its point are among them."""
    texts = [t.text for t in stack]
    tight = all(b.middle - a.middle < 16 for a, b in pairwise(stack))
    return tight and len(texts) >= 5 and ("X" in texts[:1]) + ("N" in texts[-1:]) + (">" in texts) >= 2


def _is_clear(fence: Fence, tokens: Sequence[Token]) -> bool:
    """Whether white stands right of the marks, and hardly a word across them. ``§`` also stand above one
    another in a list of statutes, but close to the next word; with ``)`` or ``]`` no word begins."""
    beside = [t for t in tokens if fence.top <= t.middle <= fence.bottom]
    crossing = sum(t.left < fence.x - 6 and t.right > fence.x + 6 for t in beside)
    tight = sum(
        any(0 <= t.left - mark.right < CLEAR and abs(t.middle - mark.middle) < 0.5 * t.height for t in beside)
        for mark in fence.tokens
        if not CLOSING.fullmatch(mark.text)
    )
    return crossing <= 0.15 * len(fence.tokens) and tight <= 0.3 * len(fence.tokens)


def _with_misread(fence: Fence, tokens: Sequence[Token]) -> Fence:
    """The fence with what OCR made of some of its marks, whatever short stands alone in its column, and with
    the ``x`` at the end of the rules above and below it (the form of New York's courts)."""
    near = [t for t in tokens if fence.top - ENDS <= t.middle <= fence.bottom + ENDS]
    column = [t for t in near if abs(t.center - fence.x) < 12 and MISREAD.fullmatch(t.text)]
    others = [t for t in near if t not in column]
    alone = [t for t in column if _in_column(t, fence) and not any(_is_beside(t, o) for o in others)]
    return Fence(tuple(sorted({*fence.tokens, *alone}, key=lambda t: t.middle)))


def _in_column(token: Token, fence: Fence) -> bool:
    within = fence.top - 4 <= token.middle <= fence.bottom + 4
    return (within and abs(token.center - fence.x) < 5) or (not within and token.text in ("x", "X"))


def _is_beside(token: Token, other: Token) -> bool:
    """Whether a short token is a part of what stands next to it."""
    level = abs(other.middle - token.middle) < 0.5 * other.height
    return level and (-1 <= token.left - other.right < 2 or -1 <= other.left - token.right < CLEAR)
