"""The frames that clerks' offices draw round their stamps, found among the rules of a page.

A stamp's frame is small and stands alone. The cells of a table share their sides with the next ones, and the
box of a caption is as wide as half of the text.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import NamedTuple

from cleaners.page import Rule

NEAR = 8.0
"""Points by which the ends of a frame's sides miss one another: a slanted scan's rules are boxes of their
own."""

NARROWEST, WIDEST = 60.0, 216.0
LOWEST, HIGHEST = 40.0, 150.0
"""Points: from a date stamp of an inch to one with the court's name and the deputy's, three by two inches."""


class Frame(NamedTuple):
    """A frame's sides, in points."""

    left: float
    top: float
    right: float
    bottom: float

    def holds(self, x: float, y: float) -> bool:
        return self.left < x < self.right and self.top - 3 < y < self.bottom + 3

    def has_side(self, rule: Rule) -> bool:
        """Whether an upright rule is one of the frame's sides."""
        near = min(abs(rule.left - self.left), abs(rule.right - self.right)) < NEAR
        return rule.upright and near and self.top - NEAR < rule.top and rule.bottom < self.bottom + NEAR


def stamp_frames(rules: Sequence[Rule]) -> Iterator[Frame]:
    """The frames of a stamp's size among a page's rules which no other rule goes on from."""
    sides = [r for r in rules if r.upright and LOWEST - NEAR < r.bottom - r.top < HIGHEST + NEAR]
    for left, right in combinations(sorted(sides), 2):
        top, bottom = max(left.top, right.top), min(left.bottom, right.bottom)
        frame = Frame(left.left, top, right.right, bottom)
        alike = abs(left.top - right.top) < NEAR and abs(left.bottom - right.bottom) < NEAR
        if alike and NARROWEST < frame.right - frame.left < WIDEST and LOWEST < bottom - top < HIGHEST:
            closed = all(_has_level(frame, y, rules) for y in (top, bottom))
            if closed and not _goes_on(frame, rules):
                yield frame


def _has_level(frame: Frame, y: float, rules: Sequence[Rule]) -> bool:
    """Whether a level rule joins the two sides at a height."""
    return any(
        not rule.upright
        and abs((rule.top + rule.bottom) / 2 - y) < NEAR
        and abs(rule.left - frame.left) < NEAR
        and abs(rule.right - frame.right) < NEAR
        for rule in rules
    )


def _goes_on(frame: Frame, rules: Sequence[Rule]) -> bool:
    """Whether a level rule leads out of the frame at one of its sides: then it is a cell among cells."""
    return any(
        not rule.upright
        and frame.top - NEAR < rule.top < frame.bottom + NEAR
        and rule.left < frame.right + NEAR
        and rule.right > frame.left - NEAR
        and (rule.left < frame.left - NEAR or rule.right > frame.right + NEAR)
        for rule in rules
    )
