"""Which of two equal numbers is the margin's: the one that parts the text as printed lines do.

On one line a sentence's own number may stand within a line or two of the margin's, the same figure (``were 11
made in 2009, 11 arrived late``). The lines of a page are about equally long, so the margin's is the one that
parts what lies between the numbers before and behind it most evenly; to take the other forges the sentence.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Sequence
from itertools import groupby
from operator import attrgetter

from cleaners.margin_numbers.lone_numbers import Number

_VALUE: Callable[[Number], int] = attrgetter("value")
_START: Callable[[Number], int] = attrgetter("start")


def evened(count: Sequence[Number], numbers: Sequence[Number]) -> Sequence[Number]:
    """A count, each number inside of a line taken where it parts the text most evenly; ``numbers`` are all of
    the page, in their order."""
    low, high = (bisect_left(numbers, number.start, key=_START) for number in (count[0], count[-1]))
    among = [number for number in numbers[low:high] if not number.strange]
    if len(among) < len(count):
        return count
    alike = {value: list(own) for value, own in groupby(sorted(among, key=_VALUE), key=_VALUE)}
    found = list(count)
    for n in range(1, len(found) - 1):
        before, own, after = found[n - 1 : n + 2]
        others = alike.get(own.value, ())
        if len(others) > 1 and after.value - before.value == 2:
            near = [m for m in others if before.start < m.start < after.start and m.line == own.line]
            found[n] = min((own, *near), key=lambda m: max(m.start - before.end, after.start - m.end))
    return found
