"""Margin numbers that a dump on one line has put out of their order.

Beside a caption the numbers of its lines come out after the cells (``19 20 ORDER Defendants. 12 14 Case``),
beside notes and empty lines by themselves. They belong to the page whose count lacks them, and stand side by
side, as numbers of a sentence do not.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from cleaners.margin_numbers.lone_numbers import Number

Count = Sequence[Number]


def filled_in(counts: Sequence[Count], proven: Sequence[bool]) -> list[bool]:
    """Which of the counts of a text are a margin's, in their order: those that are proven, and others that
    hold what their page's lack or go on from its last."""
    values: set[int] = set()
    found = []
    for count, sure in zip(counts, proven, strict=True):
        own = {number.value for number in count}
        if sure and values & own:
            values = set()  # the next page
        accepted = sure or (bool(values) and _are_lacking(own, values) and _has_pair(count))
        values |= own if accepted else set()
        found.append(accepted)
    return found


def strewn(counts: Sequence[Count], numbers: Sequence[Number]) -> Iterator[Number]:
    """Numbers side by side within the pages of these counts, which lack them."""
    pages: list[list[Number]] = []
    for count in counts:
        taken = {number.value for number in pages[-1]} if pages else set()
        if pages and taken.isdisjoint(number.value for number in count):
            pages[-1] += count
        else:
            pages.append(list(count))
    for page in pages:
        values = {number.value for number in page}
        low, high = min(n.place for n in page), max(n.place for n in page)
        rest = [
            n for n in numbers if low < n.place < high and n.value < max(values) and n.value not in values
        ]
        near = {n.place for n in rest}
        yield from (n for n in rest if n.place - 1 in near or n.place + 1 in near)


def _are_lacking(own: set[int], values: set[int]) -> bool:
    """Whether a page's count lacks all of these numbers: amid its own, or from its last on."""
    last = max(values)
    beyond = min((value for value in own if value > last), default=last + 1)
    return own.isdisjoint(values) and beyond == last + 1


def _has_pair(count: Count) -> bool:
    return any(two.place == one.place + 1 for one, two in pairwise(count))
