"""Numbers that count the rows of a table: an exhibit list that goes on over a page's end has no head there,
and nothing left of its numbers, as margin line numbers have nothing."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from operator import attrgetter

from cleaners.page import Rule, Token

PAPER = 24
"""So many numbers down a page are a margin's, whatever is set beside them (a table of contents)."""

GAP, FAR = 9.0, 60.0
"""Points of white between two cells at least, and from the first one's beginning to the next: ``Q.`` and a
speaker's name have a gap behind them, too."""

SAME = 4
"""Points by which the cells of one column begin apart at most."""

MOSTLY = 0.7
"""The share of the rows that have a rule below them, or a cell that begins where the others' do."""


_MIDDLE: Callable[[Token], float] = attrgetter("middle")


def number_rows(numbers: Sequence[Token], words: Sequence[Token], rules: Sequence[Rule]) -> bool:
    """Whether numbers that stand above one another are the first cells of a table's rows: level rules part
    them, or most have cells beside them that begin at one place."""
    ordered = sorted(numbers, key=lambda n: n.middle)
    levels = [r for r in rules if not r.upright]
    ruled = sum(any(_parts(rule, one, two) for rule in levels) for one, two in pairwise(ordered))
    if ruled >= MOSTLY * (len(ordered) - 1):
        return True
    if len(ordered) >= PAPER:
        return False
    placed = sorted(words, key=_MIDDLE)
    starts = Counter(start for number in ordered for start in set(_cells(number, placed)))
    return any(starts[at] + starts[at + 1] >= MOSTLY * len(ordered) for at in starts)


def _parts(rule: Rule, one: Token, two: Token) -> bool:
    return one.middle < rule.top < two.middle and rule.left <= one.left and rule.right >= one.right


def _cells(number: Token, words: Sequence[Token]) -> Iterator[int]:
    """Where the cells begin that stand right of a number's first one, in steps of a few points; the words
    stand in the order of their heights."""
    near = number.height / 2
    first = bisect_left(words, number.middle - near, key=_MIDDLE)
    last = bisect_right(words, number.middle + near, key=_MIDDLE)
    row = [w for w in words[first:last] if w.left > number.right and abs(w.middle - number.middle) < near]
    row.sort(key=lambda w: w.left)
    for one, two in pairwise(row):
        if two.left - one.right > GAP and two.left - row[0].left > FAR:
            yield int(two.left // SAME)
