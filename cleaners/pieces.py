"""Pieces: a text as a sequence of spans of its source, and what edits make of them.

A deletion is a piece with empty text, so every character of the source always stands in exactly one piece,
whatever edits come; pieces may be reordered, never dropped.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import accumulate
from operator import attrgetter
from typing import NamedTuple

from cleaners.tuple_makers import maker


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
        """The piece of ``text[low:high]``."""
        if low == 0 and high == len(self.text):
            return self
        return self.replaced(low, high, self.text[low:high], (), "")

    def replaced(self, low: int, high: int, insert: str, by: tuple[str, ...], reason: str) -> Piece:
        """The piece of ``text[low:high]`` after a step that put ``insert`` there; where a step before has
        changed the text, its first part keeps the source span. The step is named in a tuple: all that it
        alone touches share that."""
        text, start, end, earlier, told = self
        if len(text) == end - start:
            start, end = start + low, start + high
        elif low:
            start = end
        return _piece((insert, start, end, earlier + by if earlier else by, reason or told))


_piece = maker(Piece)

_START: Callable[[Edit], int] = attrgetter("start")
_END: Callable[[Edit], int] = attrgetter("end")


def starts_of(pieces: Iterable[Piece]) -> list[int]:
    """Where in the text each piece starts."""
    return list(accumulate((len(piece.text) for piece in pieces), initial=0))[:-1]


def apart(edits: Iterable[Edit]) -> Iterator[Edit]:
    """The edits in their order, without those that reach into one before: a step that finds by several
    patterns may find one thing twice."""
    end = 0
    for edit in sorted(sorted(edits, key=_END, reverse=True), key=_START):
        if edit.start >= end:
            yield edit
            end = edit.end


def edited(pieces: Sequence[Piece], starts: Sequence[int], edits: Iterable[Edit], by: str) -> Sequence[Piece]:
    """The pieces, which start at the offsets ``starts``, after edits, which must not overlap; the same where
    there are none.

    Raises ValueError, naming the step, for an edit outside the text or across another one.
    """
    wanted, strip = list(edits), _Strip(pieces, starts)
    if not wanted:
        return pieces
    if not _are_in_order(wanted, strip.length):
        wanted = sorted(sorted(wanted, key=_END), key=_START)
        _check(wanted, strip.length, by)
    step = (by,)
    arrivals = _arrivals(strip, wanted, step)
    if arrivals:  # what arrives at an offset stands before what stood there
        leaving = (edit for edit in wanted if edit.start < edit.end)
        wanted = sorted((*(Edit(offset, offset) for offset in arrivals), *leaving), key=_START)
    made: list[Piece] = []
    index = cut = 0
    wanted.reverse()
    while wanted:  # an edit goes as its piece comes, in as much memory
        start, end, insert, reason, to = wanted.pop()
        if start == end:
            place = strip.before(start)
            made += strip.between((index, cut), place)
            made += arrivals[start]
            index, cut = max((index, cut), place)
            continue
        text, source, stop, earlier, told = pieces[index]
        low, high = start - starts[index], end - starts[index]
        # Most are inside a piece of the source's own words: cut here, for calls take as long as the cutting.
        if high < len(text) == stop - source and to is None:
            if cut < low:
                made.append(_piece((text[cut:low], source + cut, source + low, earlier, told)))
            names = earlier + step if earlier else step
            made.append(_piece((insert, source + low, source + high, names, reason or told)))
            cut = high
            continue
        reached = (index, low) if low < len(text) else strip.behind(start)
        made += strip.between((index, cut), reached)
        index, cut = strip.before(end)
        if to is None:
            made += _replaced(strip.between(reached, (index, cut)), insert, reason, step)
    made += strip.between((index, cut), (len(pieces), 0))
    return made


_Place = tuple[int, int]
"""The index of a piece, and an offset in its text."""


class _Strip(NamedTuple):
    """Pieces and where in the text they start, to be cut anywhere."""

    pieces: Sequence[Piece]
    starts: Sequence[int]

    @property
    def length(self) -> int:
        return self.starts[-1] + len(self.pieces[-1].text) if self.pieces else 0

    def before(self, offset: int) -> _Place:
        """The place at an offset before the emptied pieces that stand there."""
        index = bisect_left(self.starts, offset)
        if index and offset < self.starts[index - 1] + len(self.pieces[index - 1].text):
            return index - 1, offset - self.starts[index - 1]
        return index, 0

    def behind(self, offset: int) -> _Place:
        """The place at an offset behind the emptied pieces that stand there."""
        index = bisect_right(self.starts, offset) - 1
        return index, offset - self.starts[index]

    def between(self, low: _Place, high: _Place) -> Sequence[Piece]:
        """The pieces from a place to another, none if that does not come after it."""
        (first, cut), (last, end) = low, high
        if low >= high:
            return ()
        if first == last:
            return (self.pieces[first].part(cut, end),)
        if not (cut or end):
            return self.pieces[first:last]
        one = self.pieces[first]
        inside = [one.part(cut, len(one.text)), *self.pieces[first + 1 : last]]
        return [*inside, self.pieces[last].part(0, end)] if end else inside

    def source_offset(self, offset: int) -> int:
        """Where in the source text inserted before ``offset`` belongs."""
        if not self.pieces:
            return 0
        index = max(0, bisect_right(self.starts, offset) - 1)
        piece = self.pieces[index]
        return min(piece.start + offset - self.starts[index], piece.end)


def _are_in_order(edits: Iterable[Edit], length: int) -> bool:
    """Whether each edit stands behind the one before, as those of most steps do, and none moves anything."""
    last = 0
    for start, end, _, _, to in edits:
        if not last <= start <= end or to is not None:
            return False
        last = end
    return last <= length


def _check(edits: Sequence[Edit], length: int, by: str) -> None:
    last = Edit(0, 0)
    for edit in edits:
        start, end, _, _, to = edit
        if not 0 <= start <= end <= length or (to is not None and not 0 <= to <= length):
            raise ValueError(f"step {by!r}: {edit} is outside the text of {length} characters")
        if start < last.end:
            raise ValueError(f"step {by!r}: {last} and {edit} overlap")
        last = edit


def _arrivals(strip: _Strip, edits: Iterable[Edit], by: tuple[str]) -> dict[int, list[Piece]]:
    """What is put in and what is moved, by the offset before which it comes to stand."""
    arrivals: dict[int, list[Piece]] = defaultdict(list)
    for start, end, insert, reason, to in edits:
        if to is None and start < end:
            continue
        arriving = arrivals[start if to is None else to]
        if insert:
            at = strip.source_offset(start)
            arriving.append(Piece(insert, at, at, by, reason))
        if start < end:
            moved = strip.between(strip.behind(start), strip.before(end))
            arriving += [piece.replaced(0, len(piece.text), piece.text, by, reason) for piece in moved]
    return arrivals


def _replaced(inside: Sequence[Piece], insert: str, reason: str, by: tuple[str]) -> Iterator[Piece]:
    """The first piece that has text takes the new text, the others are emptied."""
    for piece in inside:
        if piece.text:
            yield piece.replaced(0, len(piece.text), insert, by, reason)
            insert = ""
        else:
            yield piece
