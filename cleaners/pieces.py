"""Pieces: a text as a sequence of spans of its source, and what edits make of them.

A deletion is a piece with empty text, so every character of the source always stands in exactly one piece,
whatever edits come; pieces may be reordered, never dropped.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import accumulate, pairwise
from operator import attrgetter
from typing import NamedTuple


class Edit(NamedTuple):
    """What a step wants done with ``text[start:end]`` of the document it was shown.

    ``insert`` takes the span's place (empty: the span is deleted; an empty span: text is inserted). With
    ``to`` the span is moved, unchanged, to stand before that offset, ``insert`` in front of it.
    """

    start: int
    end: int
    insert: str = ""
    reason: str = ""
    to: int | None = None


class Piece(NamedTuple):
    """``text`` stands for ``source[start:end]``. ``by`` names the steps that changed or moved it, in
    order; ``()`` means the source's own words. ``reason`` is the last step's."""

    text: str
    start: int
    end: int
    by: tuple[str, ...] = ()
    reason: str = ""

    @property
    def is_even(self) -> bool:
        """Whether its characters stand for those of the source one by one, as far as their number tells."""
        return len(self.text) == self.end - self.start

    def part(self, low: int, high: int) -> Piece:
        """The piece of ``text[low:high]``; where a step has changed the text, its first part keeps the
        source span."""
        if low == 0 and high == len(self.text):
            return self
        text, start, end, by, reason = self
        if len(text) == end - start:
            return Piece(text[low:high], start + low, start + high, by, reason)
        return Piece(text[low:high], start if low == 0 else end, end, by, reason)

    def touched(self, text: str, by: str, reason: str) -> Piece:
        """The piece after a step."""
        return Piece(text, self.start, self.end, (*self.by, by), reason or self.reason)


_PLACE: Callable[[Edit], tuple[int, int]] = attrgetter("start", "end")


def starts_of(pieces: Iterable[Piece]) -> list[int]:
    """Where in the text each piece starts."""
    return list(accumulate((len(piece.text) for piece in pieces), initial=0))[:-1]


def apart(edits: Iterable[Edit]) -> Iterator[Edit]:
    """The edits in their order, without those that reach into one before: a step that finds by several
    patterns may find one thing twice."""
    end = 0
    for edit in sorted(edits, key=lambda e: (e.start, -e.end)):
        if edit.start >= end:
            yield edit
            end = edit.end


def edited(pieces: Sequence[Piece], edits: Iterable[Edit], by: str) -> list[Piece]:
    """The pieces after edits, which must not overlap.

    Raises ValueError, naming the step, for an edit outside the text or across another one.
    """
    wanted = sorted(edits, key=_PLACE)
    _check(wanted, sum(len(piece.text) for piece in pieces), by)
    starts = starts_of(pieces)
    cuts = sorted({offset for e in wanted for offset in (e.start, e.end, e.to) if offset is not None})
    fragments = list(_fragments(pieces, starts, cuts))
    stays: list[tuple[int, Piece]] = []
    arrivals: dict[int, list[Piece]] = defaultdict(list)
    index = 0
    for edit in wanted:
        first = _first_in(fragments, index, edit.start)
        stays += fragments[index:first]
        index = first
        while index < len(fragments) and fragments[index][0] < edit.end:
            index += 1
        inside = [piece for _, piece in fragments[first:index]]
        if inside and edit.to is None:
            stays += [(edit.start, piece) for piece in _replaced(inside, edit, by)]
            continue
        arriving = arrivals[edit.start if edit.to is None else edit.to]
        if edit.insert:
            at = _source_offset(pieces, starts, edit.start)
            arriving.append(Piece(edit.insert, at, at, (by,), edit.reason))
        arriving += [piece.touched(piece.text, by, edit.reason) for piece in inside]
    stays += fragments[index:]
    return list(_merged(stays, arrivals))


def _check(edits: Sequence[Edit], size: int, by: str) -> None:
    for edit in edits:
        if not 0 <= edit.start <= edit.end <= size or (edit.to is not None and not 0 <= edit.to <= size):
            raise ValueError(f"step {by!r}: {edit} is outside the text of {size} characters")
    for one, two in pairwise(edits):
        if two.start < one.end:
            raise ValueError(f"step {by!r}: {one} and {two} overlap")


def _fragments(
    pieces: Sequence[Piece], starts: Sequence[int], cuts: Sequence[int]
) -> Iterator[tuple[int, Piece]]:
    """The pieces with their offsets, cut so that none crosses a cut."""
    for at, piece in zip(starts, pieces, strict=True):
        low, high = bisect_right(cuts, at), bisect_left(cuts, at + len(piece.text))
        if low >= high:
            yield at, piece
            continue
        for one, two in pairwise([at, *cuts[low:high], at + len(piece.text)]):
            yield one, piece.part(one - at, two - at)


def _first_in(fragments: Sequence[tuple[int, Piece]], index: int, offset: int) -> int:
    """The first fragment from ``index`` on that does not end before ``offset``; an emptied piece that stands
    at it counts as before."""
    while index < len(fragments):
        start, piece = fragments[index]
        if start > offset or (start == offset and piece.text):
            break
        index += 1
    return index


def _source_offset(pieces: Sequence[Piece], starts: Sequence[int], offset: int) -> int:
    """Where in the source text inserted before ``offset`` belongs."""
    if not pieces:
        return 0
    index = max(0, bisect_right(starts, offset) - 1)
    return min(pieces[index].start + offset - starts[index], pieces[index].end)


def _replaced(inside: Sequence[Piece], edit: Edit, by: str) -> Iterator[Piece]:
    """The first piece that has text takes the new text, the others are emptied."""
    insert = edit.insert
    for piece in inside:
        if piece.text:
            yield piece.touched(insert, by, edit.reason)
            insert = ""
        else:
            yield piece


def _merged(stays: Sequence[tuple[int, Piece]], arrivals: dict[int, list[Piece]]) -> Iterator[Piece]:
    """What stays, with what arrives put in before the offset it was sent to."""
    if not arrivals:
        yield from (piece for _, piece in stays)
        return
    waiting = sorted(arrivals)
    index = 0
    for offset, piece in stays:
        while index < len(waiting) and waiting[index] <= offset:
            yield from arrivals[waiting[index]]
            index += 1
        yield piece
    for offset in waiting[index:]:
        yield from arrivals[offset]
