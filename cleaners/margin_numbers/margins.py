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
from functools import lru_cache
from itertools import pairwise
from statistics import fmean, median
from typing import NamedTuple

from cleaners.margin_numbers.table_numbers import number_rows
from cleaners.page import Rule
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

LARGEST = 40
"""No paper numbers more lines than this."""

NUMBER = pattern(r"\d{1,2}")
CLOCK = pattern(r"\d{1,2}:\d{2}(?::\d{2})?(?: ?[AaPp]\.?[Mm]\.?)?")
RUN_TOGETHER = pattern(r"(?:[1-9]|1[0-2])[0-5]\d\d?(?P<number>[12]\d)")
"""A time without its colon and the line number behind it, read as one: ``102311``, ``1023410``."""
JUNK = "|[](){}!_.,:;-–—~'\"‘’“”*°•\\/"


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


@dataclass(frozen=True)
class NumberColumn:
    """A column of margin line numbers. ``tokens`` are all that stand in it, misread ones and time stamps
    included; the numbers from ``first`` to ``last`` fit ``offset + pitch * number`` (their middles, in
    points), exactly where the pitch is ``even``. ``size`` is the height of their boxes."""

    tokens: tuple[Token, ...]
    left: float
    right: float
    first: int
    last: int
    pitch: float
    offset: float
    size: float
    even: bool = True

    def height_of(self, number: int) -> float:
        """Where the middle of a number stands, in points from the page's top."""
        return self.offset + self.pitch * number

    @property
    def top(self) -> float:
        return self.height_of(self.first) - self.size / 2

    @property
    def bottom(self) -> float:
        return self.height_of(self.last) + self.size / 2


def is_clock(text: str) -> bool:
    """Whether a token is the time that realtime transcripts print left of each line number (``10:13AM``,
    ``10:13:05``)."""
    return ":" in text and CLOCK.fullmatch(text) is not None


@lru_cache(maxsize=1 << 16)
def printed_number(text: str) -> int | None:
    """The margin number that a token shows, specks and strokes of the rule beside it aside."""
    bare = text.strip(JUNK)
    return int(bare) if NUMBER.fullmatch(bare) and 1 <= int(bare) <= LARGEST else None


def find_number_columns(
    tokens: Sequence[Token], height: float, rules: Sequence[Rule] = ()
) -> list[NumberColumn]:
    """The columns of margin line numbers on a page of ``height`` points, from left to right and downward.

    Left of a pleading rule fewer numbers need fit, for there nothing but numbers stands.
    """
    fence = min((r.left for r in rules if r.upright and r.bottom - r.top > 0.5 * height), default=0.0)
    fenced = [t for t in tokens if t.right <= fence and t.text.strip(JUNK).isdigit()] if fence else []
    numbers = [(token, value) for token in tokens if (value := printed_number(token.text)) is not None]
    found: list[NumberColumn] = []
    for stack in _stacks(numbers):
        columns = []
        left_over = stack
        while (column := _fitted(left_over, height, fence)) is not None:
            if _is_margin(column, tokens) and not number_rows(column.tokens, tokens, rules):
                columns.append(column)
            taken = set(column.tokens)
            left_over = [(t, v) for t, v in left_over if t not in taken]
        uneven = _counted(stack, tokens, height)
        more = uneven and len(uneven.tokens) > sum(len(column.tokens) for column in columns)
        if uneven and more and not number_rows(uneven.tokens, tokens, rules):
            columns = [uneven]
        for column in columns:
            own = fenced if fence - column.right < BESIDE else []
            found.append(_with_misread(_counting_on(column, own), tokens, own))
    if not found and (timed := _timed(tokens, height)) is not None:
        return [timed]
    return sorted(found, key=lambda c: (round(c.left / 36), c.top))


def _timed(tokens: Sequence[Token], height: float) -> NumberColumn | None:
    """The column whose numbers OCR ran into the times before them, with all figures that stand there."""
    figures = [t for t in tokens if t.text.isdigit()]
    read = [(t, int(m["number"])) for t in figures if (m := RUN_TOGETHER.fullmatch(t.text))]
    read.sort(key=lambda n: n[0].middle)
    column = _fitted(read, height, 0.0) if len(read) >= FEWEST else None
    if column is None:
        return None
    low, high = column.top - column.pitch, column.bottom + column.pitch
    own = [t for t in figures if t.right <= column.right + 6 and low <= t.middle <= high]
    return replace(column, tokens=tuple(own))


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
        line = _line_through(now)
        if not 7 <= line[0] <= 40:
            break
        fits, (pitch, offset) = now, line
    return fits, pitch, offset


def _line_through(numbers: Sequence[tuple[Token, int]]) -> tuple[float, float]:
    """Pitch and offset of the heights of numbers, by least squares. ``statistics.linear_regression`` is exact
    to the last bit, and takes twenty times as long."""
    mean_number, mean_height = fmean(n for _, n in numbers), fmean(t.middle for t, _ in numbers)
    spread = sum((n - mean_number) ** 2 for _, n in numbers)
    pitch = sum((n - mean_number) * (t.middle - mean_height) for t, n in numbers) / spread
    return pitch, mean_height - pitch * mean_number


def _counted(stack: list[tuple[Token, int]], tokens: Sequence[Token], height: float) -> NumberColumn | None:
    """The longest run of the stack that rises by one at whatever pitch, if nothing stands left of it or in
    it but the page's head and foot. A list's or table's numbers have text above or below in their column."""
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
    pitch, offset = _line_through(best)
    return _column([t for t, _ in best], (best[0][1], best[-1][1]), pitch, offset, even=False)


def _is_margin(column: NumberColumn, tokens: Sequence[Token]) -> bool:
    """Whether the column is a margin, not a column of a table or the numbers of a list: nearly no other word
    beside it reaches into it or ends just left of it, the time stamps of a transcript aside."""
    own, top, bottom = set(column.tokens), column.top, column.bottom
    near = (t for t in tokens if t.left < column.right and top <= t.middle <= bottom)
    beside = [t for t in near if t not in own and not is_clock(t.text)]
    inside = sum(t.right > column.left and len(t.text) > 3 for t in beside)
    before = sum(column.left - 14 < t.right <= column.left and len(t.text) > 1 for t in beside)
    return inside + before <= max(2, len(column.tokens) // 6)


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


def _with_misread(column: NumberColumn, tokens: Sequence[Token], fenced: Sequence[Token]) -> NumberColumn:
    """The column with what else stands in its band, the time stamps left of it, and all figures ``fenced``
    off left of a pleading rule: of times and of letters up the margin OCR makes figures too."""
    low, high = column.top - column.pitch, column.bottom + column.pitch
    beside = [t for t in tokens if t.right <= column.right + 6 and _is_banded(t, column)]
    band = tuple(t for t in dict.fromkeys([*beside, *fenced]) if low <= t.middle <= high)
    return replace(column, tokens=tuple(dict.fromkeys((*column.tokens, *band))))


def _is_banded(token: Token, column: NumberColumn) -> bool:
    """Of what ends at the numbers' right: short tokens that are no number (misread ones, bits of the rule), a
    number at its own height that OCR made wider by a speck left of it, a time stamp."""
    if is_clock(token.text):
        return column.left - 72 < token.right < column.right
    if token.left >= column.left - 6 and len(token.text) <= 3:
        return True
    value = printed_number(token.text)
    at_its_height = value and abs(token.middle - column.height_of(value)) <= 0.3 * column.pitch
    return bool(at_its_height) and token.left > column.left - 24 and token.right > column.left
