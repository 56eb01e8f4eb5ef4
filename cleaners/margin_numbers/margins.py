"""Where a page prints its own line numbers: columns of numbers that count downward.

Pleading paper (L.R. 11-3.2 C.D. Cal. and its like: 28 numbered lines), transcripts (25 lines, 28 C.F.R.
and the Judicial Conference's format rules) and condensed transcripts print a column of numbers left of the
text. A number alone proves nothing; that ``y = offset + pitch * value`` holds for many of them does. Where
a word processor numbers the lines it prints (the Second Circuit's opinions) the pitch changes with the line
spacing; there it is the proof that the numbers rise by one and stand left of all text.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from math import inf
from statistics import median

from cleaners.margin_numbers.clocks import is_clock, times_after, times_before
from cleaners.margin_numbers.even_steps import fifths, last_line, line_through
from cleaners.margin_numbers.number_bands import in_band, is_margin
from cleaners.margin_numbers.printed_numbers import JUNK, LARGEST, printed_number
from cleaners.margin_numbers.table_numbers import number_rows
from cleaners.page import Rule, Token
from cleaners.patterns import pattern

FEWEST = 8
"""So many numbers must fit the line. Real pleading paper prints 24 to 32; a list of 8 items whose items all
take the same height, set left of everything else, has not been seen."""

FEWEST_FENCED = 4
"""So many are enough left of an upright rule down the page (scans, whose numbers are misread)."""

LEAST_SPAN = 0.22
"""The numbers must span this share of the page's height (a quarter sheet of a condensed transcript: 0.38)."""

BESIDE = 36.0
"""Points at most from the numbers to the pleading rule right of them."""

OUTSIDE, FEW = 10.0, 3
"""Points from what is printed last on a line to the page's edge; so many words at most stand there."""

FAR, SAME_PITCH = 120.0, 0.25
"""Points from the numbers of a page to those of the next on its sheet at least; by which their pitches differ
at most."""

RUN_TOGETHER = pattern(r"(?:0?[1-9]|1\d|2[0-3])[0-5]\d\d{0,3}(?P<number>[12]\d)")
"""A time without its colons and the line number behind it, read as one: ``102311``, ``1023410``,
``09424820``."""


@dataclass(frozen=True)
class NumberColumn:
    """A column of margin line numbers. ``tokens`` are all that stand in it, misread ones and time stamps
    included; the numbers from ``first`` to ``last`` fit ``offset + pitch * number`` (their middles, in
    points), exactly where the pitch is ``even``. ``size`` is the height of their boxes; ``outer``, that they
    are printed right of the text what another column says left of it."""

    tokens: tuple[Token, ...]
    left: float
    right: float
    first: int
    last: int
    pitch: float
    offset: float
    size: float
    even: bool = True
    outer: bool = False

    def height_of(self, number: int) -> float:
        """Where the middle of a number stands, in points from the page's top."""
        return self.offset + self.pitch * number

    @property
    def top(self) -> float:
        return self.height_of(self.first) - self.size / 2

    @property
    def bottom(self) -> float:
        return self.height_of(self.last) + self.size / 2

    @property
    def reach(self) -> float:
        """Where the leftmost of what stands beside the numbers begins, a time, in points."""
        return min((t.left for t in self.tokens if t.right <= self.right), default=self.left)


def find_number_columns(
    tokens: Sequence[Token], height: float, rules: Sequence[Rule] = ()
) -> list[NumberColumn]:
    """The columns of margin line numbers on a page of ``height`` points, from left to right and downward.

    Left of a pleading rule fewer numbers need fit, for there nothing but numbers stands.
    """
    fence = min((r.left for r in rules if r.upright and r.bottom - r.top > 0.5 * height), default=0.0)
    figures = [token for token in tokens if not token.text.isalpha()]
    fenced = [t for t in figures if t.right <= fence and t.text.strip(JUNK).isdigit()] if fence else []
    numbers = [(token, value) for token in figures if (value := printed_number(token.text)) is not None]
    stacks = [(stack, list(_fits(stack, height, fence))) for stack in _stacks(numbers)]
    fits = [column for _, own in stacks for column in own]
    found: list[NumberColumn] = []
    for stack, own in stacks:
        columns = [
            c for c in own if is_margin(c, c.tokens, tokens) and not _is_tables(c, fits, tokens, rules)
        ]
        uneven, fitting = _counted(stack, tokens, height), sum(len(column.tokens) for column in columns)
        if uneven and len(uneven.tokens) > fitting and not number_rows(uneven.tokens, tokens, rules):
            columns = [uneven]
        for column in columns:
            beside = fenced if 0 <= fence - column.right < BESIDE else []
            column = _counting_on(column, beside)  # noqa: PLW2901
            band = in_band(column, tokens, beside)
            found.append(replace(column, tokens=tuple(dict.fromkeys((*column.tokens, *band)))))
    found = found or _timed(figures, height) or _each_fifth(numbers, tokens, height)
    return [_placed(c, found, tokens) for c in sorted(found, key=lambda c: (round(c.left / 36), c.top))]


def _fits(stack: list[tuple[Token, int]], height: float, fence: float) -> Iterator[NumberColumn]:
    """The sets of a stack that count at one pitch, the largest first."""
    while (column := _fitted(stack, height, fence)) is not None:
        yield column
        taken = set(column.tokens)
        stack = [(t, v) for t, v in stack if t not in taken]


def _is_tables(
    column: NumberColumn, fits: Sequence[NumberColumn], tokens: Sequence[Token], rules: Sequence[Rule]
) -> bool:
    """Whether numbers count the rows of a table, what stands beside them up to the numbers of the next page
    on the sheet: those count at the same heights."""
    twins = [c for c in fits if c.left > column.right + FAR and abs(c.pitch - column.pitch) < SAME_PITCH]
    level = [c for c in twins if abs(c.height_of(1) - column.height_of(1)) < column.pitch]
    end = min((t.left for c in level for t in (*c.tokens, *times_before(c, tokens))), default=inf)
    return number_rows(column.tokens, [t for t in tokens if t.left < end] if level else tokens, rules)


def _placed(column: NumberColumn, columns: Sequence[NumberColumn], tokens: Sequence[Token]) -> NumberColumn:
    """The column with the times right of its lines, and whether it is itself printed right of another's."""
    beside = [c for c in columns if c.top < column.bottom and column.top < c.bottom]
    end = min((c.reach for c in beside if c.left > column.right), default=inf)
    after = times_after(column, tokens, end) if any(is_clock(t.text) for t in tokens) else []
    again = any(c.right < column.left and (c.first, c.last) == (column.first, column.last) for c in beside)
    outer = again and sum(t.left > column.right + OUTSIDE for t in tokens) <= FEW
    return replace(column, tokens=(*column.tokens, *after), outer=outer) if after or outer else column


def _timed(words: Sequence[Token], height: float) -> list[NumberColumn]:
    """The column whose numbers OCR ran into the times before them, with all figures that stand there."""
    figures = [t for t in words if t.text.strip(JUNK).replace(":", "").isdigit()]
    bare = [(t, t.text.strip(JUNK).replace(":", "")) for t in figures]
    read = [(t, int(m["number"])) for t, digits in bare if (m := RUN_TOGETHER.fullmatch(digits))]
    if (
        len(read) < FEWEST
        or (column := _fitted(sorted(read, key=lambda n: n[0].middle), height, 0.0)) is None
    ):
        return []
    low, high = column.top - column.pitch, column.bottom + column.pitch
    own = [t for t in figures if t.right <= column.right + 6 and low <= t.middle <= high]
    return [replace(column, tokens=tuple(own))]


def _each_fifth(
    numbers: list[tuple[Token, int]], tokens: Sequence[Token], height: float
) -> list[NumberColumn]:
    """The column of paper that numbers each fifth line."""
    for stack in _stacks(numbers):
        own, misread = fifths(stack, tokens, height)
        if own:
            pitch, offset = line_through(own)
            last = last_line(pitch, offset, own[-1][1], max(t.right for t, _ in own), tokens)
            return [_column([*(t for t, _ in own), *misread], (1, last), pitch, offset)]
    return []


def _stacks(numbers: list[tuple[Token, int]]) -> Iterator[list[tuple[Token, int]]]:
    """Numbers that stand above one another: their centers lie within a digit's width."""
    stack: list[tuple[Token, int]] = []
    for token, value in sorted(numbers, key=lambda n: n[0].center):
        if stack and token.center - stack[-1][0].center > 4:
            if len(stack) >= FEWEST_FENCED:
                yield sorted(stack, key=lambda n: n[0].middle)
            stack = []
        stack.append((token, value))
    if len(stack) >= FEWEST_FENCED:
        yield sorted(stack, key=lambda n: n[0].middle)


def _fitted(stack: list[tuple[Token, int]], height: float, fence: float) -> NumberColumn | None:
    """The largest set of the stack that counts at one pitch, if it is large enough."""
    fits: list[tuple[Token, int]] = []
    pitch = offset = 0.0
    for (one, v), (two, w) in pairwise(stack):
        if not 0 < w - v <= 6 or not 7 <= (two.middle - one.middle) / (w - v) <= 40:
            continue
        if (one, v) in fits and (two, w) in fits:
            continue  # they lead to the same line again
        guess = (two.middle - one.middle) / (w - v)
        own = _refined(stack, guess, one.middle - guess * v)
        if len(own[0]) > len(fits):
            fits, pitch, offset = own
    fewest = FEWEST_FENCED if max((t.right for t, _ in stack), default=fence) < fence else FEWEST
    values = {n for _, n in fits}
    if len(values) < fewest or fits[-1][0].middle - fits[0][0].middle < LEAST_SPAN * height:
        return None
    size = median(t.height for t, _ in fits)
    # The first line is number 1 even where that was misread, unless it would stand above the page.
    first = next(n for n in range(1, LARGEST + 1) if offset + pitch * n >= size / 2 or n in values)
    return _column([t for t, _ in fits], (first, max(values)), pitch, offset)


def _column(
    fits: Sequence[Token], numbers: tuple[int, int], pitch: float, offset: float, *, even: bool = True
) -> NumberColumn:
    return NumberColumn(
        tokens=tuple(fits),
        left=min(t.left for t in fits),
        right=max(t.right for t in fits),
        first=numbers[0],
        last=numbers[1],
        pitch=pitch,
        offset=offset,
        size=median(t.height for t in fits),
        even=even,
    )


def _refined(
    stack: list[tuple[Token, int]], pitch: float, offset: float
) -> tuple[list[tuple[Token, int]], float, float]:
    """What fits a line guessed from two numbers, and that line drawn anew through all that fit: over 28 lines
    a pair's rounding (24.0 for 23.46) adds up to half a line."""
    fits: list[tuple[Token, int]] = []
    for _ in range(4):
        now = [(t, n) for t, n in stack if abs(t.middle - offset - pitch * n) <= 0.3 * pitch]
        if now == fits or len({n for _, n in now}) < 3:
            break
        fits, (pitch, offset) = now, line_through(now)
    return fits, pitch, offset


def _counted(stack: list[tuple[Token, int]], tokens: Sequence[Token], height: float) -> NumberColumn | None:
    """The longest run of the stack that rises by one at whatever pitch, if nothing stands left of it or in it
    but the page's head and foot: a list's or table's numbers have text there."""
    best: list[tuple[Token, int]] = []
    run: list[tuple[Token, int]] = []
    for token, value in stack:
        if not run or value != run[-1][1] + 1:
            run = []
        run.append((token, value))
        best = list(run) if len(run) > len(best) else best
    if len(best) < FEWEST or best[-1][0].bottom - best[0][0].top < LEAST_SPAN * height:
        return None
    own = {t for t, _ in best}
    right = max(t.right for t in own)
    strange = [
        t for t in tokens if t.left < right and 0.09 * height < t.middle < 0.91 * height and t not in own
    ]
    if any(len(t.text) > 2 and not is_clock(t.text) for t in strange):
        return None
    pitch, offset = line_through(best)
    return _column([t for t, _ in best], (best[0][1], best[-1][1]), pitch, offset, even=False)


def _counting_on(column: NumberColumn, fenced: Sequence[Token]) -> NumberColumn:
    """The column down to the last number that OCR ran into the time before it, or into what a firm or court
    has printed up the margin (``1014`` and ``25`` read as ``101425``)."""
    numbers = ((round((t.middle - column.offset) / column.pitch), t) for t in fenced)
    ends = [
        number
        for number, token in numbers
        if column.last < number <= LARGEST
        and token.text.strip(JUNK).endswith(str(number))
        and abs(token.middle - column.height_of(number)) <= 0.3 * column.pitch
    ]
    return replace(column, last=max(ends, default=column.last))
