"""Finding a quotation in a text: to the letter, else by its letters and digits alone, else nearly.

People quote with other quotation marks, dashes, spaces and line ends than the text has, and OCR misreads
letters; so the words are compared without what lies between them, and at last by their likeness.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterator
from functools import cached_property
from itertools import accumulate
from typing import NamedTuple
from unicodedata import normalize

from rapidfuzz.fuzz import partial_ratio_alignment, ratio

from cleaners.patterns import pattern

WORD = pattern(r"\[\^[^\]\s]{1,4}\]|([^\W_]+)")
"""A word; the calls of footnotes are passed over, as they are when one quotes."""

LEAST_ALIKE = 0.75
"""Below this likeness words are others. OCR that misreads one letter in ten stays above 0.85."""

SEEDS = 12
"""So many of the quotation's rarest words vote on where it stands."""

WINDOW = 6
"""Words within which votes are for one place."""

CANDIDATES = 60
"""So many places are compared letter by letter: a brief repeats its phrases."""


class Found(NamedTuple):
    """``text[start:end]`` is what was quoted; ``similarity`` in [0, 1]."""

    start: int
    end: int
    similarity: float


class Quotable:
    """A text in which quotations are looked for; its words are indexed when first one is."""

    def __init__(self, text: str) -> None:
        self.text = text

    def find(self, quote: str) -> Found | None:
        """Where the quotation stands first, or what comes nearest to it; None if nothing does."""
        return next(self.find_all(quote), None) or self._nearly(quote)

    def find_all(self, quote: str) -> Iterator[Found]:
        """Every place where the quotation's letters and digits stand, words whole, in the text's order."""
        wanted = "".join(_words(quote))
        if not wanted:
            yield from self._literally(quote.strip())
            return
        at = self._letters.find(wanted)
        while at >= 0:
            first, inside = self._word_at(at)
            last, reach = self._word_at(at + len(wanted) - 1)
            if inside == 0 and reach == len(self._words[last][1]) - 1:
                yield Found(*self._span(first, last), 1.0)
            at = self._letters.find(wanted, at + 1)

    def _literally(self, quote: str) -> Iterator[Found]:
        at = self.text.find(quote) if quote else -1
        while at >= 0:
            yield Found(at, at + len(quote), 1.0)
            at = self.text.find(quote, at + len(quote))

    def _nearly(self, quote: str) -> Found | None:
        """The likeliest place: where most of the quotation's words stand in their order, else where the whole
        text is most like it."""
        words = _words(quote)
        wanted = " ".join(words)
        if not wanted or not self._words:
            return None
        best: Found | None = None
        for first in self._candidates(words):
            low = max(0, first - 3)
            high = min(len(self._words), first + len(words) + len(words) // 4 + WINDOW + 4)
            best = max(filter(None, (best, self._aligned(wanted, low, high))), key=_likeness, default=None)
        if best is None or best.similarity < LEAST_ALIKE:
            whole = self._aligned(wanted, 0, len(self._words))
            best = max(filter(None, (best, whole)), key=_likeness, default=None)
        return best if best and best.similarity >= LEAST_ALIKE else None

    def _candidates(self, words: list[str]) -> list[int]:
        """The words at which the quotation may begin, by the votes of its rarest words."""
        places = [(index, self._index[word]) for index, word in enumerate(words) if word in self._index]
        votes: Counter[int] = Counter()
        for index, own in sorted(places, key=lambda place: len(place[1]))[:SEEDS]:
            votes.update({start for at in own for start in _windows(at - index)})
        most = max(votes.values(), default=0)
        return [max(0, start) for start, count in votes.most_common(CANDIDATES) if count >= 0.7 * most]

    def _aligned(self, wanted: str, low: int, high: int) -> Found | None:
        """What of the words from ``low`` to ``high`` is most like the quotation, whole words."""
        words = [word for _, word in self._words[low:high]]
        stretch = " ".join(words)
        aligned = partial_ratio_alignment(wanted, stretch, score_cutoff=100 * LEAST_ALIKE)
        if aligned is None:
            return None
        starts = [0, *accumulate(len(word) + 1 for word in words)]
        start, end = (aligned.dest_start, aligned.dest_end)
        if len(wanted) > len(stretch):
            start, end = 0, len(stretch)
        first = max(0, bisect_right(starts, start) - 1)
        last = min(len(words) - 1, max(first, bisect_right(starts, max(start, end - 1)) - 1))
        alike, first, last = _trimmed(wanted, words, first, last)
        return Found(*self._span(low + first, low + last), alike)

    def _span(self, first: int, last: int) -> tuple[int, int]:
        """From the first word's start to the last one's end, the marks that close a quotation included."""
        start, word = self._words[last]
        return self._words[first][0], start + len(word)

    def _word_at(self, at: int) -> tuple[int, int]:
        index = bisect_right(self._ends, at)
        return index, at - (self._ends[index - 1] if index else 0)

    @cached_property
    def _words(self) -> list[tuple[int, str]]:
        return [(m.start(1), m[1].lower()) for m in WORD.finditer(self.text) if m[1]]

    @cached_property
    def _letters(self) -> str:
        return "".join(word for _, word in self._words)

    @cached_property
    def _ends(self) -> list[int]:
        return list(accumulate(len(word) for _, word in self._words))

    @cached_property
    def _index(self) -> dict[str, list[int]]:
        index: dict[str, list[int]] = defaultdict(list)
        for at, (_, word) in enumerate(self._words):
            index[word].append(at)
        return index


def _windows(start: int) -> tuple[int, int]:
    """The two windows of places that hold one: where words were run together or lost before some of the
    voters, their votes lie some words apart, yet in one window."""
    first = start - start % (WINDOW // 2)
    return first, first - WINDOW // 2


def _likeness(found: Found) -> tuple[float, int]:
    """The likelier place, the earlier one of two that are alike."""
    return found.similarity, -found.start


def _words(quote: str) -> list[str]:
    """The words of a quotation, ligatures spelt out as in the text."""
    return [m[1].lower() for m in WORD.finditer(normalize("NFKC", quote)) if m[1]]


def _trimmed(wanted: str, words: list[str], first: int, last: int) -> tuple[float, int, int]:
    """The stretch of words most like what is wanted, by adding and dropping words at either end: what
    rapidfuzz aligns has the length of what is wanted, and that may be some letters short."""
    best = (_alike(wanted, words, first, last), first, last)
    while True:
        _, first, last = best
        ends = ((first - 1, last), (first + 1, last), (first, last - 1), (first, last + 1))
        near = [
            (_alike(wanted, words, one, two), one, two) for one, two in ends if 0 <= one <= two < len(words)
        ]
        better = max(near, default=best)
        if better[0] <= best[0]:
            return best
        best = better


def _alike(wanted: str, words: list[str], first: int, last: int) -> float:
    return ratio(wanted, " ".join(words[first : last + 1])) / 100
