"""Words of a page that are in no line: text set sideways in the margin, and words printed over others."""

from __future__ import annotations

from collections.abc import Sequence

from cleaners.page import Token
from cleaners.patterns import pattern

OMISSION = pattern(r"\s*(?P<stars>(?=[^*]*\*)[*#%°.+]{1,2}(?:\s+[*#%°.+]{1,2}){2,3})\s*")
"""A row of stars, which mark that something is left out, and what OCR makes of some of them."""

SHORTEST_BLANK = 3
"""Underscores."""

BESIDE = 4.0
"""Points by which what is typed on a blank may stand out at its ends."""

ALIGNED = 2.0
"""Points by which the two sides of one sideways line's words differ at most."""


def find_sideways(tokens: Sequence[Token]) -> list[Token]:
    """The words of lines set along the margin (a firm's or court's name). A word's box is then much taller
    than wide; a short word (``of``) is told by its line alone, and a figure by the line on both its sides
    (``2031 Mar 14 4:52 PM``), for margin numbers stand one over another, too."""
    found = [t for t in tokens if len(t.text) > 2 and t.height > 2 * (t.right - t.left)]
    if not found:
        return []
    short = [t for t in tokens if len(t.text) <= 3 and t not in found]
    while grown := [t for t in short if t not in found and _is_in_line(t, found)]:
        found += grown
    return found


def _is_in_line(token: Token, found: Sequence[Token]) -> bool:
    """Whether a short word stands in a sideways line, a blank above or below its neighbours."""
    near = [one for one in found if _follows(token, one)]
    return len({one.middle < token.middle for one in near}) == 2 if token.text.isdigit() else bool(near)


def _follows(token: Token, one: Token) -> bool:
    """Whether a word stands in another's sideways line, a blank above or below it."""
    if abs(token.left - one.left) > ALIGNED or abs(token.right - one.right) > ALIGNED:
        return False
    gap = max(token.top, one.top) - min(token.bottom, one.bottom)
    return -ALIGNED <= gap <= one.right - one.left


def find_overprints(tokens: Sequence[Token]) -> list[Token]:
    """Words that stand within another word and have its letters: a form's field printed over its own copy,
    type struck twice to look bold. Of two that are alike the second is the overprint."""
    found: list[Token] = []
    under: Token | None = None
    places = [(round((t.top + t.bottom) / 2 / 3), t.left, -t.right) for t in tokens]
    for index in sorted(range(len(tokens)), key=places.__getitem__):
        token = tokens[index]
        if under is not None and _lies_in(token, under):
            if token.text in under.text:
                found.append(token)
        else:
            under = token
    return found


def find_filled_blanks(tokens: Sequence[Token]) -> list[Token]:
    """The underscores of a form over which its answer is typed: what is filled in stands for the blank. It is
    set in other type, a little higher or lower, so the two would make lines of their own."""
    blanks = [t for t in tokens if len(t.text) >= SHORTEST_BLANK and not t.text.strip("_")]
    words = [t for t in tokens if any(c.isalnum() for c in t.text)] if blanks else []
    return [blank for blank in blanks if any(_fills(word, blank) for word in words)]


def _fills(word: Token, blank: Token) -> bool:
    """Whether a word stands on a blank: within its length, its own foot no lower than the line's."""
    left, right = blank.left - BESIDE, blank.right + BESIDE
    inside = left <= word.left and word.right <= right and "_" not in word.text
    return inside and -0.6 * blank.height < word.middle - blank.middle < 0.4 * blank.height


def _lies_in(token: Token, under: Token) -> bool:
    inside = under.left - 1 <= token.left < under.right - 1 and token.right <= under.right + 1
    return inside and abs(token.middle - under.middle) <= 1.5
