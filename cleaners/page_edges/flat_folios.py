"""Folios inside of a text that lost its lines: a number between two words of a sentence, page after page.

Where the pages turned is known from the stamps or the margin numbers that were taken out, or folios say it
themselves (``- 3 -``, ``Page 3 of 9``). Else the count must show it: one more each time, a page's length
apart, from the first page to the last. Of all counts and lengths of a page the likeliest is taken. A number
that can be read as part of its sentence counts half; one that a citation or a unit asks for counts as none.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from cleaners.document import Document
from cleaners.margin_numbers.numbered_words import NUMBERED
from cleaners.note_forms.bare_calls import glued_call
from cleaners.page_edges.bare_heads import DASHED, PAGE_OF
from cleaners.page_edges.head_words import first_lines, rising
from cleaners.page_edges.page_folios import folio_of
from cleaners.patterns import pattern

Span = tuple[int, int]

HEAD = "running head"
CHARACTERS_A_LINE = 400
"""A text whose lines are longer, on the average, has lost them."""

NUMBER = pattern(r"(?<=[^\s\d]) +(?P<number>\d{1,3}) +(?=[^\W\d_]|[“\"])")
"""A number between two words; what makes it no folio stands in BELONGS, JOINED and UNIT."""

BELONGS = pattern(
    rf"^\W*(?:{NUMBERED}|Id|F|Supp|U\.S|Cal|Ct|Cir|App|Local|"
    r"about|approximately|roughly|nearly|least|most|only|over|exactly|another)\.?,?$",
    re.IGNORECASE,
)
"""A word after which a number is the sentence's own."""

JOINED = pattern(r"^\W*(?:of|to|and|or|the|a|in|for|by)$", re.IGNORECASE)
"""A word after which it may be, and at which one page in five ends."""
ENDED = pattern(r"[.?!:;][”\")\]]*$|_{4}$")
CALL_REACH = 2500
"""Characters before a number below a sentence or a rule in which a call of it makes it a note's."""

UNIT = pattern(
    r"(?:F\.|U\.|S\.|Cal|L\.|Fed|B\.R|C\.F|Stat|WL|USC|N\.|P\.|A\.|So\.|Civ|Cr|days?|years?|months?|hours?|minutes?|"
    r"percent|inmates|or (?:more|fewer|less)\b|(?:[A-Z]\w*\.? )?(?:\d+d|App))"
)
"""A word before which it is."""

AT_END, AT_TOP = pattern(r"(?<!\S)\d{1,3}(?=\s*\Z)"), pattern(r"(?<!\S)\d{1,3}(?!\S)")
STAMPED = pattern(r"\bPage:? ?(?P<page>\d{1,3}) of \d", re.IGNORECASE)
BESIDE = 80
"""Characters from a folio to the stamp at its page's end or the next one's top: a running footer between."""

SHORTEST, LONGEST, STEP = 150, 750, 1.12
"""Words of a page, and the factor by which they are tried: 230 to 350 double-spaced, 700 single-spaced."""
WANDERS = 0.5
"""The share of its length by which a page may differ from others: headings, notes, quotations."""
SKIPPED = 0.7
"""What it costs to leave out a page whose folio cannot be told."""
LEAST_WORTH = 0.5
"""What the numbers of a count must be worth on the average."""
DOUBTFUL = 0.5
"""What a number is worth that may be a sentence's or a note's own."""
TWINS = 300
"""Words from a note's call to the note at most."""
MOST = 20_000
"""Numbers between words; in a text with more of them, which is no filing, none is looked for."""


class Place(NamedTuple):
    """Where a folio could stand: its value and span, the words before it, and what it counts for."""

    value: int
    span: Span
    words: int
    worth: float


@dataclass
class _Count:
    """The best way to count up to a place: the place before it, if any, and what the whole is worth."""

    place: Place
    before: _Count | None
    worth: float


def flat_folios(document: Document) -> Iterator[Span]:
    """The spans of the folios, in no order; none if the text keeps its lines."""
    text = document.text
    if text.count("\n") > len(text) / CHARACTERS_A_LINE:
        return
    runs = [run for form in (DASHED, PAGE_OF) for run in rising(list(form.finditer(text)))]
    told = [match.span() for run in runs for match in run]
    yield from told
    in_heads = [n for _, piece in document.removed({HEAD}) if (n := folio_of(document, piece))]
    if told or len(in_heads) > 1:
        return
    turns = [at for at, _ in document.removed({"ECF stamp"})] or list(first_lines(document))
    places = _places(text)
    adjacent = _adjacent(text, turns) or list(_agreeing(document))
    yield from adjacent
    if adjacent or len(turns) > 1:
        places = [] if adjacent else [place for place in places if _is_near(place.span[0], turns)]
    chain = _likeliest(places, len(text.split()))
    yield from (place.span for place in chain)
    yield from _left_out(text, chain)


def _adjacent(text: str, turns: Sequence[int]) -> list[Span]:
    """The numbers right before the turns of the page (or right behind them) that count on."""
    for form, low, high in ((AT_END, -6, 0), (AT_TOP, 0, 6)):
        found: dict[int, re.Match[str]] = {}
        for index, at in enumerate([*turns, len(text)]):
            if match := form.search(text, max(0, at + low), at + high):
                found[index] = match
        steps = Counter(int(match[0]) - index for index, match in found.items())
        step, number = max(steps.items(), key=lambda item: item[1], default=(0, 0))
        if number > 1:
            return [match.span() for index, match in found.items() if int(match[0]) - index == step]
    return []


def _agreeing(document: Document) -> Iterator[Span]:
    """The numbers right before stamps that give the next page's: both say which page had ended."""
    for at, piece in document.removed({"ECF stamp"}):
        stamped = STAMPED.search(document.source, piece.start, piece.end)
        number = AT_END.search(document.text, max(0, at - 6), at)
        if stamped and number and int(number[0]) == int(stamped["page"]) - 1:
            before = document.text[max(0, number.start() - 17) : number.start()].split()
            if before and not BELONGS.search(before[-1]):
                yield number.span()


def _places(text: str) -> list[Place]:
    """All numbers between two words and the one that ends the text, but those that belong to a sentence."""
    found = []
    words = at = 0
    noted: dict[str, int] = defaultdict(int)
    for index, match in enumerate(NUMBER.finditer(text)):
        if index == MOST:
            return []
        start, end = match.span("number")
        number = match["number"]
        words += text.count(" ", at, start)
        at = start
        before = text[max(0, match.start() - 16) : match.start()].rsplit(" ", 1)[-1]
        if BELONGS.search(before) or UNIT.match(text, match.end()):
            continue
        if ENDED.search(before) and glued_call(number, text, max(noted[number], start - CALL_REACH), start):
            noted[number] = end
            continue
        worth = DOUBTFUL if JOINED.search(before) else 1.0
        found.append(Place(int(number), (start, end), words, worth))
    if last := re.search(r"(?<=\S)\s+(?P<number>\d{1,3})\s*$", text[-16:]):
        start = max(0, len(text) - 16) + last.start("number")
        words += text.count(" ", at, start)
        found.append(Place(int(last["number"]), (start, start + len(last["number"])), words, 1.0))
    return list(_doubted(found))


def _doubted(places: Sequence[Place]) -> Iterator[Place]:
    """The places, those whose number stands near by once more worth less: a note's does, at its call and
    before its text."""
    by_value: dict[int, list[int]] = defaultdict(list)
    for place in places:
        by_value[place.value].append(place.words)
    for place in places:
        same = by_value[place.value]
        nearest = bisect_left(same, place.words - TWINS)
        twins = bisect_left(same, place.words + TWINS) - nearest
        yield place._replace(worth=DOUBTFUL) if twins > 1 else place


def _is_near(offset: int, turns: Sequence[int]) -> bool:
    index = bisect_left(turns, offset)
    return any(abs(turn - offset) <= BESIDE for turn in turns[max(0, index - 1) : index + 1])


def _likeliest(places: Sequence[Place], words: int) -> list[Place]:
    """The count from the first page to the last that is worth most, over all lengths of a page."""
    best: _Count | None = None
    length = float(SHORTEST)
    while length <= min(LONGEST, words):
        last = _counted(places, words, length)
        if last and (best is None or last.worth > best.worth):
            best = last
        length *= STEP
    chain, worth = [], best.worth if best else 0.0
    while best:
        chain.append(best.place)
        best = best.before
    return chain if len(chain) > 1 and worth >= LEAST_WORTH * len(chain) else []


def _left_out(text: str, chain: Sequence[Place]) -> Iterator[Span]:
    """Folios at which a sentence reads on as if they were its own: where one page is left out between two,
    its number must stand there, and if it does once, amid them, that is it."""
    for one, two in pairwise(sorted(chain, key=lambda place: place.words)):
        start, end = one.span[1], two.span[0]
        if two.value == one.value + 1:
            continue
        found = list(re.finditer(rf"(?<!\S){one.value + 1}(?!\S)", text[start:end]))
        if len(found) == 1 and abs(found[0].start() / (end - start) - 0.5) < WANDERS / 2:
            yield start + found[0].start(), start + found[0].end()


def _counted(places: Sequence[Place], words: int, length: float) -> _Count | None:
    """The best count with pages of about so many words; the first and the last page may be shorter."""
    counts: dict[int, list[_Count]] = defaultdict(list)
    best: _Count | None = None
    for place in places:
        ways = [_Count(place, None, place.worth - off) for off in _off_first(place, length)]
        for skipped in (0, 1):
            earlier = counts[place.value - 1 - skipped]
            wanted = place.words - length * (1 + skipped)
            nearest = bisect_left(earlier, wanted, key=lambda count: count.place.words)
            for before in earlier[max(0, nearest - 1) : nearest + 1]:
                off = abs(place.words - before.place.words - length * (1 + skipped)) / length
                if words - place.words < 2 and 0 < place.words - before.place.words < length:
                    off = 0.0  # the last page
                if off <= WANDERS:
                    ways.append(_Count(place, before, before.worth + place.worth - off - SKIPPED * skipped))
        if ways:
            way = max(ways, key=lambda count: count.worth)
            counts[place.value].append(way)
            if words - place.words <= length * (1 + WANDERS) and (best is None or way.worth > best.worth):
                best = way
    return best


def _off_first(place: Place, length: float) -> Iterator[float]:
    """By how much the first page, or the first two of which one bears no number, are longer than others."""
    if place.value in (1, 2) and place.words <= place.value * length * (1 + WANDERS / 2):
        yield max(0.0, place.words / (place.value * length) - 1)
