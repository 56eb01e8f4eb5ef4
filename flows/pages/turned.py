"""Pages of a text layer that do not stand upright: a landscape table bound in on its side, a sheet put into
the scanner on its head. Their words are read as if they did, as those of a scan are."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from cleaners.page import Rule, Token
from cleaners.reading_order.layout import Sheet

FEWEST, MOSTLY = 30, 0.75
"""Pairs of words that follow one another on a line, and the share of them that tells how a page lies: a stamp
is set upright over a page that lies on its side."""


def turn_of_words(tokens: Sequence[Token]) -> int:
    """By how many degrees clockwise a page must be turned for its words to run from left to right."""
    steps = [(two.left - one.left, two.top - one.top) for one, two in pairwise(tokens) if one.row == two.row]
    if len(steps) < FEWEST or 2 * sum([across > 0 for across, _ in steps]) > len(steps):
        return 0
    turn, count = Counter(_turn(*step) for step in steps).most_common(1)[0]
    return turn if count >= MOSTLY * len(steps) else 0


def stood_up(sheet: Sheet, turn: int) -> Sheet:
    """A sheet turned by so many degrees (90, 180 or 270) clockwise."""
    width, height = (sheet.width, sheet.height) if turn == 180 else (sheet.height, sheet.width)
    tokens = [Token(t.text, *_turned(sheet, turn, t[1:5]), t.confidence, t.row) for t in sheet.tokens]
    rules = [Rule(*_turned(sheet, turn, rule)) for rule in sheet.rules]
    why = f"{sheet.why}; turned by {turn} degrees"
    return replace(sheet, width=width, height=height, tokens=tokens, rules=rules, why=why)


def _turn(across: float, down: float) -> int:
    if abs(across) > abs(down):
        return 0 if across > 0 else 180
    return 270 if down > 0 else 90


def _turned(
    sheet: Sheet, turn: int, box: tuple[float, float, float, float]
) -> tuple[float, float, float, float]:
    left, top, right, bottom = box
    if turn == 90:
        return sheet.height - bottom, left, sheet.height - top, right
    if turn == 180:
        return sheet.width - right, sheet.height - bottom, sheet.width - left, sheet.height - top
    return top, sheet.width - right, bottom, sheet.width - left
