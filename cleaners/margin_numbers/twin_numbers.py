"""Margin numbers that are printed twice.

The covers of New York's federal transcripts are set in single spacing, and what numbers their pages counts
two lines as one (``1 UNITED STATES DISTRICT COURT`` / ``1 SOUTHERN DISTRICT OF NEW YORK`` / ``2`` / ``2``).
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from cleaners.margin_numbers.lone_numbers import Number

LEAST_TWINS = 0.5
"""So many numbers of a page are printed twice, if any are."""


def twins(count: Sequence[Number], numbers: Sequence[Number]) -> Iterator[tuple[int, int]]:
    """The spans of a page's numbers that repeat one of a count, between those before and behind it."""
    starts = [number.start for number in count]
    starts = [3 * starts[0] - 2 * starts[1], *starts, 3 * starts[-1] - 2 * starts[-2]]
    first, last = (bisect_left(numbers, at, key=lambda n: n.start) for at in (starts[0], starts[-1]))
    bounds = {own.value: (starts[n], starts[n + 2]) for n, own in enumerate(count)}
    found = []
    for number in numbers[first:last]:
        low, high = bounds.get(number.value, (0, 0))
        if low < number.start < high and number.start not in starts:
            found.append((number.start, number.end))
    if len(found) >= LEAST_TWINS * len(count):
        yield from found
