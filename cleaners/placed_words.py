"""The words of a text that has been edited: each stands where the pieces have put it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import pairwise, repeat
from operator import attrgetter

from cleaners.page import Word
from cleaners.pieces import Piece
from cleaners.tuple_makers import maker

_START: Callable[[Word], int] = attrgetter("start")

_word = maker(Word)


def words_by_line(
    words: list[Word],
    ends: Sequence[int],
    pieces: Iterable[tuple[int, Piece]],
    starts: Sequence[int],
    length: int,
) -> Iterator[tuple[Word, ...]]:
    """The words of each line of a text, with their offsets in it.

    ``words`` and their ``ends`` are the source's, ``pieces`` each have the offset in the text at which they
    stand, ``starts`` are the lines'; the text has ``length`` characters."""
    placed, firsts = _placed(words, ends, pieces) if words else ([], [])
    if not placed:
        yield from repeat((), len(starts))
        return
    at = [word.start for word in placed]
    low = first = 0
    for start, after in pairwise((*starts, length + 1)):
        high = bisect_left(at, max(after - 1, start + 1), lo=low)
        own = placed[low:high]
        next_first = bisect_left(firsts, high, lo=first)
        if first < next_first:
            own = _made_whole(own)
        yield tuple(own)
        low, first = high, next_first


def _placed(
    words: list[Word], ends: Sequence[int], pieces: Iterable[tuple[int, Piece]]
) -> tuple[list[Word], list[int]]:
    """The words still in the text, in its order, and the indices of those that come first in their pieces. A
    word that edits have parted has an entry for each part."""
    placed: list[Word] = []
    firsts: list[int] = []
    for at, piece in pieces:
        if not piece.text or piece.start == piece.end:
            continue
        low = bisect_right(ends, piece.start)
        if low == len(words) or words[low].start >= piece.end:
            continue
        high = bisect_left(words, piece.end, lo=low, key=_START)
        firsts.append(len(placed))
        placed += _inside(words[low:high], piece, at)
    return placed, firsts


def _inside(words: list[Word], piece: Piece, at: int) -> list[Word]:
    """The words, of which a part at least stands in the piece, where they are if it stands at ``at``."""
    if not piece.is_even:
        last = next((i for i, word in enumerate(words) if piece.end <= word.end), len(words))
        end = at + len(piece.text.rstrip(" "))
        return [Word(at, end, *word[2:]) for word in words[: last + 1]]
    if shift := at - piece.start:
        words = [_word((s + shift, e + shift, x, y, r, b, sure)) for s, e, x, y, r, b, sure in words]
    if words[0].start < at:
        words[0] = words[0]._replace(start=at)
    if words[-1].end > (end := at + len(piece.text)):
        words[-1] = words[-1]._replace(end=end)
    return words


def _made_whole(words: list[Word]) -> list[Word]:
    """The words of a line, the parts of each that edits have parted taken together."""
    whole: list[Word] = []
    for word in words:
        if whole and word.start <= whole[-1].end and word[2:] == whole[-1][2:]:
            whole[-1] = whole[-1]._replace(end=max(word.end, whole[-1].end))
        else:
            whole.append(word)
    return whole
