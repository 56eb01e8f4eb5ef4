"""The changes between a text as it was read and its clean text; text and pieces, back from them."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from cleaners.document import Document
from cleaners.pieces import Piece
from flows.packing import Change


def changes_of(document: Document) -> list[Change]:
    """What was changed, in the order of the clean text."""
    changes: list[Change] = []
    kept = _untouched(document)
    at = 0
    for index, piece in enumerate(document.pieces):
        end = at + len(piece.text)
        if index not in kept and (piece.text or piece.end > piece.start):
            was = document.source[piece.start : piece.end]
            moved = was == piece.text
            one = Change(at, end, piece.start, piece.end, None if moved else was, piece.by, piece.reason)
            if changes and (both := _joined(changes[-1], one)):
                changes[-1] = both
            else:
                changes.append(one)
        at = end
    return changes


def _untouched(document: Document) -> set[int]:
    """The pieces that are the source's own words, where they were: those that no step touched, and those
    that one touched and left as they were (a line end that stays one)."""
    pieces = document.pieces
    untouched = [index for index, piece in enumerate(pieces) if not piece.by and piece.text]
    following = iter([*untouched, None])
    after = next(following)
    kept = set(untouched)
    done = 0
    for index, piece in enumerate(pieces):
        if index == after:
            done, after = piece.end, next(following)
            continue
        until = len(document.source) if after is None else pieces[after].start
        stays = done <= piece.start and piece.end <= until
        if piece.text and stays and document.source[piece.start : piece.end] == piece.text:
            kept.add(index)
            done = piece.end
    return kept


def _joined(one: Change, two: Change) -> Change | None:
    """Two changes as one, where one thing was done to what stood side by side: taken out, or moved."""
    follows = one.end == two.start and one.source_end == two.source_start
    if not follows or (one.by, one.reason) != (two.by, two.reason):
        return None
    both = one._replace(end=two.end, source_end=two.source_end)
    if one.was is None and two.was is None:
        return both
    if one.was and two.was and one.start == two.end:
        return both._replace(was=one.was + two.was)
    return None


def restored(text: str, changes: Sequence[Change]) -> str:
    """The source of a clean text: what the changes say stood there and, in turn, in the gaps between them,
    the words that were kept, which have the same order in both."""
    words = "".join(text[start:end] for start, end in _kept(text, changes))
    parts: list[str] = []
    at = taken = 0
    for change in _in_source(changes):
        gap = change.source_start - at
        own = text[change.start : change.end] if change.was is None else change.was
        parts += [words[taken : taken + gap], own]
        at, taken = change.source_end, taken + gap
    return "".join(parts) + words[taken:]


def pieces_of(text: str, source_size: int, changes: Sequence[Change]) -> Iterator[Piece]:
    """The pieces of a clean text: the changes, and the kept words between them with their places, which are
    the gaps between the changes in the source. Raises IndexError where text and changes do not fit."""
    taken = [
        (0, 0),
        *((c.source_start, c.source_end) for c in _in_source(changes)),
        (source_size, source_size),
    ]
    gaps = [(one[1], two[0]) for one, two in pairwise(taken) if one[1] < two[0]]
    index = at = 0
    for number, (low, end) in enumerate(_kept(text, changes)):
        start = low
        while start < end:
            at = max(at, gaps[index][0])
            size = min(end - start, gaps[index][1] - at)
            yield Piece(text[start : start + size], at, at + size)
            start, at = start + size, at + size
            index += at == gaps[index][1]
        if number < len(changes):
            change = changes[number]
            own = text[change.start : change.end]
            yield Piece(own, change.source_start, change.source_end, change.by, change.reason)


def _kept(text: str, changes: Sequence[Change]) -> Iterator[tuple[int, int]]:
    """The spans of the clean text before, between and behind the changes."""
    at = 0
    for change in changes:
        yield at, change.start
        at = change.end
    yield at, len(text)


def _in_source(changes: Sequence[Change]) -> list[Change]:
    """The changes that stand for some of the source, in its order; the others only put something in."""
    own = [change for change in changes if change.source_end > change.source_start]
    return sorted(own, key=lambda change: change.source_start)
