"""Margin line numbers in bare text: the count that runs through a page.

A dump keeps its lines, and the numbers begin them; or it was flattened, and they stand between two words of a
sentence (``an order 13 F.2d``); or the numbers of a page came out in a heap, before or behind its text. What
they share is the count: one more each time, a printed line apart, from 1 again on each page. Of all ways to
count through the numbers of a text the likeliest is taken: few numbers left out, none at a place where a
number belongs to its sentence (``Rule 12``, ``28 U.S.C.``), each a line's length after the one before.
"""

from __future__ import annotations

import re
from collections import defaultdict, deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from cleaners.line import Line
from cleaners.margin_numbers.end_numbers import numbers_at_ends
from cleaners.margin_numbers.even_parts import evened
from cleaners.margin_numbers.glued_numbers import glued_figures, glued_number
from cleaners.margin_numbers.lone_numbers import LONG, Number, lone_numbers
from cleaners.margin_numbers.misread_numbers import missing_number
from cleaners.margin_numbers.strewn_numbers import filled_in, strewn
from cleaners.margin_numbers.trailing_numbers import may_trail, trailing_numbers
from cleaners.margin_numbers.twin_numbers import twins
from cleaners.patterns import pattern
from cleaners.typesetting.speeches import is_signed

REACH = 45
"""Words from one number to the next at most: a printed line holds up to 20, two rows of single-spaced type
beside one number 40."""

NEAR = 4
"""So many of the latest numbers of a value are looked at; within a line or two there are no more."""

STRANGE = 0.6
"""What a number costs that can be read as part of its sentence; a number of the count is worth 1."""
LEFT_OUT = 0.6
"""What each number costs that the count leaves out."""
LONG_LINE, PER_WORD = 20, 0.02
"""Words of a full line, and what each further word costs."""

FEWEST_LAST, SHORT_LINE = 3, 5
"""So many numbers, words apart on average, are those of a page that is not all there."""

FEWEST, FEWEST_INSIDE = 5, 8
"""So many numbers must follow one another at line beginnings, or inside of lines: fewer may be a list."""
LEAST_SHARE = 0.4
"""So many of the lines between the first and the last number begin with one."""

FEWEST_IN_HEAP = 10
HEAP = 1.5
"""Words from number to number, on average, of a column that came out by itself."""

FULL = 20
"""So many numbers from 1 or 2 on, hardly one left out, are a page's: pleading paper has 24 to 32, and a
dump puts a few of them out of their order."""

AMID = pattern(r"[a-z,–—-]\s+\d{1,2}\s+[a-z(“\"]")
CUT = pattern(rf"{AMID.pattern}|[a-z]\s+\d{{1,2}}\s+\S")
"""A number between two words of a sentence."""
SMALL = pattern(r"\d[a-z]")
"""A line's number glued to a word amid its sentence; notes begin with a capital (``1See Roe``)."""
LEAST_CUT = 0.3
"""So many of the numbers inside of a text cut a sentence; those of a list or a table stand between items."""
LEAST_AMID = 0.2
"""So many of a page's lone numbers stand before a small letter: of a table's rows hardly one begins so."""
LEAST_BLANK = 0.25
"""So many of a page's numbers stand right before the next: pleading paper numbers the empty lines of a page
too, and where a dump sets the numbers apart from the lines, those of several stand together."""
AROUND = 4
"""Characters: a dump may set a number on a line of its own, with an empty one above and below."""

ITEM_END = pattern(r"[.;:?!)”\"]\s*$")
FEWEST_SAID, LEAST_SAID = 3, 0.3
"""So many of the numbers before ``Q.``, ``A.`` or a speaker's name, and such a share, are a transcript's."""


@dataclass
class _Step:
    """The best way to count up to a number: the step before it, if any, and what the whole is worth."""

    number: Number
    before: _Step | None
    worth: float


def find_bare_numbers(text: str, pages: Iterable[Sequence[Line]]) -> Iterator[tuple[int, int]]:
    """The spans of the margin numbers on pages without boxes, each page given by its lines."""
    counted = [(lines, numbers := list(lone_numbers(text, lines)), _counts(numbers)) for lines in pages]
    proven = [
        filled_in(counts, [_is_proven(text, count, lines) for count in counts])
        for lines, _, counts in counted
    ]
    numbered = any(any(own) for own in proven)
    trail = may_trail(text)
    for (lines, numbers, counts), own in zip(counted, proven, strict=True):
        found = [
            count
            for count, sure in zip(counts, own, strict=True)
            if sure or (numbered and _is_likely(text, count, lines))
        ]
        for count in [evened(count, numbers) for count in found]:
            yield from ((n.start, n.end) for n in count)
            yield from _misread(text, count, lines)
            yield from numbers_at_ends(count, lines)
            yield from twins(count, numbers)
        yield from _strays(found, lines)
        if trail and not found:
            yield from trailing_numbers(lines)
        yield from ((n.start, n.end) for n in strewn(found, numbers))
    if numbered:
        yield from ((n.start, n.end) for n in _last_few(text, counted[-1][2], proven[-1]))


def _last_few(text: str, counts: Sequence[Sequence[Number]], proven: Sequence[bool]) -> Sequence[Number]:
    """The first numbers of a page that ends below them, as that of an excerpt does: they stand lines apart,
    at the page's beginning or a few lines below the last number of the page before."""
    long = [(count, sure) for count, sure in zip(counts, proven, strict=True) if len(count) >= FEWEST_LAST]
    (above, known), (count, sure) = [((), True), *long][-2:] if long else (((), True), ((), True))
    if sure or len(count) >= FEWEST or [n.value for n in count] != list(range(1, len(count) + 1)):
        return ()
    place = above[-1].place if above else 0
    steps = [two.place - one.place for one, two in pairwise(count)]
    lined = max(steps) <= LONG_LINE and sum(steps) >= SHORT_LINE * len(steps)
    near = known and count[0].place - place <= REACH + LONG_LINE
    return count if near and lined and not _is_list(text, count) else ()


def _misread(text: str, count: Sequence[Number], lines: Sequence[Line]) -> Iterator[tuple[int, int]]:
    """Numbers that the count leaves out: OCR read them as letters, or a dump has glued them to a word. Number
    1 stands within a head's length, and what goes on behind the last number within a line's."""
    first, last = count[0], count[-1]
    low, end, value = max(lines[0].start, first.start - LONG), last.end, last.value
    if first.value == 2 and (span := missing_number(text, low, first.start, 1)):
        yield span
    while span := missing_number(text, end, min(end + LONG, lines[-1].end), value := value + 1):
        yield span
        end = span[1]
    for one, two in pairwise(count):
        for value in range(one.value + 1, two.value):
            for find in (missing_number, glued_number, glued_figures):
                if span := find(text, one.end, two.start, value):
                    yield span
                    break


def _strays(counts: Sequence[Sequence[Number]], lines: Sequence[Line]) -> Iterator[tuple[int, int]]:
    """Numbers alone on their lines that a page's count lacks (a dump had put them out of their order), and
    what goes on with the count below it, after more words than a line has."""
    if len(counts) != 1:
        return
    values, last = {number.value for number in counts[0]}, counts[0][-1]
    lacking = {value for value in range(1, last.value) if value not in values}
    below = last.value + 1
    for line in lines:
        bare = line.text.strip()
        if bare.isdigit() and len(bare) < 3:
            if int(bare) in lacking:
                lacking.remove(int(bare))
            elif int(bare) == below and line.start > last.end:
                below += 1
            else:
                continue
            yield line.start + line.text.index(bare), line.start + len(line.text.rstrip())


def _counts(numbers: Iterable[Number]) -> list[list[Number]]:
    """The counts that run through numbers, in their order; none reaches into another."""
    steps = _steps(numbers)
    taken: set[int] = set()
    counts: list[list[Number]] = []
    for step in sorted(steps, key=lambda s: -s.worth):
        count = _walked(step)
        places = range(count[0].place, count[-1].place + 1)
        if taken.isdisjoint((places[0], places[-1])) and taken.isdisjoint(n.place for n in count):
            taken.update(places)
            counts.append(count)
    return sorted(counts, key=lambda c: c[0].place)


def _steps(numbers: Iterable[Number]) -> list[_Step]:
    latest: dict[int, deque[_Step]] = defaultdict(lambda: deque(maxlen=NEAR))
    steps = []
    top = -1
    for number in numbers:
        top = number.start if number.value == 1 and not number.strange else top
        own = 1.0 - (STRANGE if number.strange else 0.0)
        best = _Step(number, None, own - 0.2 * min(number.value - 1, 5))
        for gap in (1, 2, 3):
            for before in reversed(latest[number.value - gap]):
                words = number.place - before.number.place
                if words > REACH or (number.strange and before.number.start < top):
                    continue  # too far, or a sentence's own number on the next page: ``27 1 Under 28 U.S.C.``
                worth = before.worth + own - LEFT_OUT * (gap - 1) - PER_WORD * max(0, words - LONG_LINE)
                if worth > best.worth:
                    best = _Step(number, before, worth)
        latest[number.value].append(best)
        steps.append(best)
    return steps


def _walked(step: _Step | None) -> list[Number]:
    count = []
    while step is not None:
        count.append(step.number)
        step = step.before
    return count[::-1]


def _is_proven(text: str, count: Sequence[Number], lines: Sequence[Line]) -> bool:
    """Whether a count is a margin's by itself, not a list's, a table's or chance."""
    if len(count) < FEWEST:
        return False
    if _is_glued(text, count):
        return len(count) >= FEWEST_INSIDE and _cut(SMALL, text, count) >= LEAST_CUT
    if _leads(text, count, lines):
        amid = _is_full(count) and _cut(AMID, text, count) >= LEAST_AMID
        blank = _is_full(count) and _blank(count) >= LEAST_BLANK
        return (amid or blank or _fills(count, lines)) and not _is_list(text, count)
    words = (count[-1].place - count[0].place) / max(1, len(count) - 1)
    if len(count) >= FEWEST_IN_HEAP and words < HEAP:
        return True
    if _is_full(count):
        return not _is_list(text, count)
    return len(count) >= FEWEST_INSIDE and (_begins_blank(count) or _cut(CUT, text, count) >= LEAST_CUT)


def _is_glued(text: str, count: Sequence[Number]) -> bool:
    """Whether half the numbers have no blank behind them."""
    glued = [n for n in count if n.strange and text[n.end : n.end + 1].strip()]
    return len(glued) >= 0.5 * len(count)


def _is_full(count: Sequence[Number]) -> bool:
    return count[0].value <= 2 and len(count) >= max(FULL, 0.85 * count[-1].value)


def _cut(form: re.Pattern[str], text: str, count: Sequence[Number]) -> float:
    """The share of the numbers that stand amid a sentence."""
    around = [text[max(0, n.start - AROUND) : n.end + AROUND] for n in count]
    return sum(form.search(words) is not None for words in around) / len(count)


def _blank(count: Sequence[Number]) -> float:
    """The share of the numbers with nothing between them and the next."""
    return sum(two.place == one.place + 1 for one, two in pairwise(count)) / len(count)


def _begins_blank(count: Sequence[Number]) -> bool:
    """Whether a page's first lines are empty, as pleading paper's are above the title: ``1 2 3 UNITED``."""
    return [n.value for n in count[:3]] == [1, 2, 3] and count[2].place - count[0].place == 2


def _is_likely(text: str, count: Sequence[Number], lines: Sequence[Line]) -> bool:
    """Whether a count is a margin's in a text that has margin numbers elsewhere."""
    if len(count) < FEWEST:
        return False
    if _leads(text, count, lines):
        return _fills(count, lines) and not _is_list(text, count)
    return len(count) >= FEWEST and count[0].value == 1 and not _is_list(text, count)


def _leads(text: str, count: Sequence[Number], lines: Sequence[Line]) -> bool:
    """Whether the numbers begin lines."""
    starts = [(n, lines[n.line].start) for n in count]
    leading = [n for n, at in starts if n.start - at < LONG and not text[at : n.start].strip(" \t0123456789")]
    return len(leading) >= 0.7 * len(count)


def _fills(count: Sequence[Number], lines: Sequence[Line]) -> bool:
    """Whether numbers begin most of the lines between the first and the last."""
    filled = sum(bool(line.text.strip()) for line in lines[count[0].line : count[-1].line + 1])
    return len(count) >= FEWEST and len({n.line for n in count}) >= LEAST_SHARE * filled


def _is_list(text: str, count: Sequence[Number]) -> bool:
    """Items that each end like a sentence or an entry and start with a capital are a list, not lines cut by
    the right margin; so are notes whose numbers stand alone above them. An item has words; pleading paper
    numbers its empty lines too, and a deposition questions and answers that are shorter than its lines."""
    gaps = [*pairwise(count), (count[-1], None)]
    texts = [_item(text, one, two) for one, two in gaps]
    filled = [t for t in texts if t]
    if sum(map(is_signed, filled)) >= max(FEWEST_SAID, LEAST_SAID * len(filled)):
        return False
    ends = sum(bool(ITEM_END.search(t)) and t[:1].isupper() for t in filled)
    return len(filled) >= 0.8 * len(texts) and ends >= 0.8 * len(filled)


def _item(text: str, number: Number, after: Number | None) -> str:
    """What stands behind a number on its line, or, where it stands alone, below it up to the next."""
    first, _, below = text[number.end : after.start if after else number.end + LONG].partition("\n")
    return first.strip() or (below.strip() if after else "")
