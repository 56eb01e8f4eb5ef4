"""What a record holds by the thousand, as small numbers: each says how far it is from the one before.

So a record of 500 pages stays light, and any language reads it with a loop (docs/record.md has the loops).
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from operator import itemgetter
from typing import NamedTuple, TypeAlias

from pydantic import BaseModel

from cleaners.page import Word

Why: TypeAlias = tuple[tuple[str, ...], str]
"""Steps, and a reason."""

STRIDE = 6
"""Numbers a word takes."""


class Change(NamedTuple):
    """``text[start:end]`` of the clean text stands for ``source[source_start:source_end]``.

    ``was`` is what stood in the source; None where it is the same words, moved. ``by`` and ``reason`` are
    the steps that did it, in order, and the last one's reason.
    """

    start: int
    end: int
    source_start: int
    source_end: int
    was: str | None
    by: tuple[str, ...]
    reason: str


class Deed(NamedTuple):
    """What was done, wherever: ``was`` (null: the same characters, moved) became ``put`` characters, and
    began ``jump`` characters after where the source would go on from the change before (0 but for what was
    moved, and what was moved away before it). In the file a string alone is what was taken out."""

    was: str | None
    put: int = 0
    jump: int = 0


class Cause(BaseModel, defer_build=True):
    """Why things were changed, and what: the steps that did it, in order, the last one's reason, and what
    became of what, the commonest first."""

    by: tuple[str, ...]
    reason: str
    done: list[str | Deed]


class LineMark(NamedTuple):
    """From here on the page prints this number in its margin; 0: none. ``start`` counts from the start of
    the page's source text; in the file, from the mark before."""

    start: int
    number: int


def pack_changes(changes: Iterable[Change]) -> tuple[list[Cause], list[int]]:
    """The causes, and two numbers a change: the characters of the clean text that stand unchanged before it,
    and which deed it was, counted through all causes."""
    places: list[tuple[int, tuple[Why, Deed]]] = []
    at = source_at = 0
    for change in changes:
        kept = change.start - at
        deed = Deed(change.was, change.end - change.start, change.source_start - (source_at + kept))
        places.append((kept, ((change.by, change.reason), deed)))
        at, source_at = change.end, change.source_end
    counts = Counter(done for _, done in places)
    whys = Counter(why for _, (why, _) in places)
    order = sorted(counts, key=lambda done: (-whys[done[0]], done[0], -counts[done]))
    which = {done: index for index, done in enumerate(order)}
    causes = [
        Cause(by=by, reason=reason, done=[deed.was if _is_plain(deed) else deed for _, deed in own])
        for (by, reason), own in groupby(order, key=itemgetter(0))
    ]
    return causes, [number for kept, done in places for number in (kept, which[done])]


def unpack_changes(causes: Iterable[Cause], numbers: Sequence[int]) -> Iterator[Change]:
    """The changes in the order of the clean text.

    Raises ValueError where the numbers do not come in pairs, IndexError for a deed that is none."""
    deeds = [
        (cause, Deed(deed) if isinstance(deed, str) else deed) for cause in causes for deed in cause.done
    ]
    at = source_at = 0
    for kept, which in zip(numbers[::2], numbers[1::2], strict=True):
        cause, (was, put, jump) = deeds[which]
        start, source_start = at + kept, source_at + kept + jump
        at, source_at = start + put, source_start + (put if was is None else len(was))
        yield Change(start, at, source_start, source_at, was, cause.by, cause.reason)


def _is_plain(deed: Deed) -> bool:
    return not (deed.put or deed.jump)


def pack_lines(marks: Iterable[LineMark]) -> list[int]:
    """Two numbers a mark: characters since the mark before, line number."""
    numbers: list[int] = []
    at = 0
    for mark in marks:
        numbers += [mark.start - at, mark.number]
        at = mark.start
    return numbers


def unpack_lines(numbers: Sequence[int]) -> Iterator[LineMark]:
    """The marks of a page. Raises ValueError where the numbers do not come in pairs."""
    at = 0
    for step, number in zip(numbers[::2], numbers[1::2], strict=True):
        at += step
        yield LineMark(at, number)


def pack_words(words: Iterable[Word], start: int) -> list[int]:
    """The boxes of the words of a page that starts at ``start`` in the source, in the source's order.

    A word takes six numbers: the characters between the end of the word before it (at first: the page's
    start) and its own start; its length; its left edge from the right edge of the word before; its top from
    the top of the word before; its width; its height less that of the word before. Places are in tenths of a
    point; before the first word all are 0.
    """
    numbers: list[int] = []
    at, right, top, height = start, 0, 0, 0
    for first, last, x, y, end, foot, _ in words:
        left, high, edge, low = round(10 * x), round(10 * y), round(10 * end), round(10 * foot)
        numbers += (first - at, last - first, left - right, high - top, edge - left, low - high - height)
        at, right, top, height = last, edge, high, low - high
    return numbers


def unpack_words(numbers: Sequence[int], start: int, confidences: Sequence[int]) -> Iterator[Word]:
    """The words that were packed; ``confidences`` are in percent, one a word, or none: then all are 1.

    Raises ValueError where the numbers do not come to whole words.
    """
    if len(numbers) % STRIDE or (confidences and len(confidences) * STRIDE != len(numbers)):
        raise ValueError("the word boxes of a page do not come to whole words")
    at, right, top, height = start, 0, 0, 0
    for index in range(0, len(numbers), STRIDE):
        gap, length, across, down, width, taller = numbers[index : index + STRIDE]
        left, top, height = right + across, top + down, height + taller
        right = left + width
        confidence = confidences[index // STRIDE] / 100 if confidences else 1.0
        at += gap + length
        yield Word(at - length, at, left / 10, top / 10, right / 10, (top + height) / 10, confidence)
