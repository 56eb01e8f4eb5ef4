"""The clerk's stamp by its place: its lines are set small, close together and on one axis.

It is put wherever there is room, beside or over the caption, so its words come out among the caption's. Where
it is faint OCR reads it badly: once a stamp is found, what stands so belongs to it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import zip_longest
from statistics import median
from typing import NamedTuple

from cleaners.line import Line
from cleaners.page import Page, Word
from cleaners.patterns import pattern
from cleaners.stamp_forms.stamp_frames import stamp_frames
from cleaners.stamp_forms.stamp_vocabulary import CLOCK, DAY, says_clerk, says_court, says_day
from cleaners.stamp_forms.stamp_words import LONE_DATE, NUMBERED, closed_up, is_anchor, is_part, is_proven

_SPREAD = 110.0  # points from a stamp's middle to its side: they are some three inches wide
_GAP = 40.0  # points between two rows of a stamp; a date stamp leaves room for the clerk's initials
_OFF_AXIS = 12.0  # points by which a stamp's lines wander off its axis
_FLUSH = 6.0  # points by which lines that are set flush left may begin apart
_LARGE = 1.6  # `ORIGINAL` alone is a stamp's if its type is so much larger than the page's
_OTHER_TYPE = 1.0  # points by which the heights of two words at least differ where one is in other type
_SAME_TYPE = 0.4  # points by which the words of one type's lines differ in height at most
_SAME_EDGE = 2.0  # points by which the lines of one stamp stray where they begin, or end
_LEADING = 0.6  # white between two lines of a stamp, in lines
TIMED = pattern(rf"{DAY},? {CLOCK}")
_LETTERS = pattern(r"[A-Za-z]{2}")
_DOUBTFUL = 0.6  # mean confidence below which OCR guessed


class _Chunk(NamedTuple):
    """Neighbouring words of one row, and the box that holds them, in points."""

    text: str
    words: tuple[Word, ...]
    left: float
    top: float
    right: float
    bottom: float

    @classmethod
    def of(cls, text: str, words: Sequence[Word]) -> _Chunk:
        """The chunk of words of a text."""
        lefts, tops, rights, bottoms = zip(*(word[2:6] for word in words), strict=True)
        said = closed_up(" ".join(text[w.start : w.end] for w in words))
        return cls(said, tuple(words), min(lefts), min(tops), max(rights), max(bottoms))

    @property
    def middle(self) -> float:
        return (self.left + self.right) / 2

    @property
    def confidence(self) -> float:
        return sum(w.confidence for w in self.words) / len(self.words)


def find_placed_stamps(text: str, lines: Sequence[Line]) -> Iterator[tuple[int, int]]:
    """Round every anchor in the upper half, the chunks above and below that can be part of a stamp."""
    page = lines[0].page
    size = median([line.size for line in lines if line.words] or [0.0])
    every = [c for line in lines for c in _chunks(text, line, size)]
    chunks = [c for c in every if c.top < page.height / 2]
    stamped = [*_framed(page, every), *_lone_dates(chunks, lines)]
    taken = {chunk.words[0].start for chunk in stamped}
    for anchor in chunks:
        timed = _is_timed(anchor, page, size)
        if not (timed or is_anchor(anchor.text)) or anchor.words[0].start in taken:
            continue
        near = [c for c in chunks if not _is_captions(c, anchor, page.width)]
        stamp = [anchor, *_grown(anchor, near, down=True), *_grown(anchor, near, down=False)]
        at_top = anchor.top < page.height / 3
        large = at_top and anchor.bottom - anchor.top > _LARGE * size
        if not large and (timed > len(stamp) - 1 or not is_proven([c.text for c in stamp], at_top=at_top)):
            continue
        _fill(stamp, chunks, page, size)
        stamped += stamp
        taken |= {chunk.words[0].start for chunk in stamp}
    if page.number == 1 and page.method == "ocr":
        stamped += _unanchored([c for c in chunks if c.words[0].start not in taken], page, size)
    yield from {(chunk.words[0].start, chunk.words[-1].end) for chunk in stamped}


def _framed(page: Page, chunks: Sequence[_Chunk]) -> Iterator[_Chunk]:
    """All that stands in a frame of its own some line of which says what stamps say: the frame tells what the
    letters, often faint or struck askew, do not. In the lower half a line says the act: days and clerks stand
    in the frames of signatures, too."""
    for frame in stamp_frames(page.rules):
        inside = [c for c in chunks if frame.holds(c.middle, (c.top + c.bottom) / 2)]
        low = frame.top > page.height / 2
        told = any(is_anchor(c.text) if low else is_part(c.text, "") for c in inside)
        if len(inside) > 1 and told and not any(NUMBERED.search(c.text) for c in inside):
            yield from inside


def _unanchored(chunks: Sequence[_Chunk], page: Page, size: float) -> Iterator[_Chunk]:
    """The stamp at the top of a scan whose ``FILED`` the engine could not read: the clerk's line and the day
    stand close on one axis, aside of the page's. A letter to the clerk is set flush left."""
    upper = [c for c in chunks if c.top < page.height / 3]
    clerks = [c for c in upper if says_clerk(c.text) and not _is_central(c, page.width)]
    for clerk in clerks:
        grown = [*_grown(clerk, upper, down=True), *_grown(clerk, upper, down=False)]
        stamp = [clerk, *(c for c in grown if abs(c.middle - clerk.middle) < _OFF_AXIS)]
        if any(says_day(c.text) and abs(c.left - clerk.left) > _FLUSH for c in stamp):
            _fill(stamp, chunks, page, size)
            yield from {*stamp, *grown}
            return


def _lone_dates(chunks: Sequence[_Chunk], lines: Sequence[Line]) -> Iterator[_Chunk]:
    """A numeric date by itself over the caption was stamped; the rest of the stamp is a picture."""
    for chunk in chunks:
        at_top = chunk.top < 0.16 * lines[0].page.height
        if at_top and LONE_DATE.fullmatch(chunk.text) and _is_line(chunk, lines):
            yield chunk


def _is_timed(chunk: _Chunk, page: Page, size: float) -> bool:
    """Whether a day and its hour stand alone at the top of a text layer, in type unlike the page's: a filing
    system printed them over the clerk's name or the case's number."""
    at_top = page.method != "ocr" and chunk.top < page.height / 4
    return at_top and _is_other(_height(chunk), size) and TIMED.fullmatch(chunk.text) is not None


def _fill(stamp: list[_Chunk], chunks: Sequence[_Chunk], page: Page, size: float) -> None:
    """Puts into a proven stamp what its place shows to be part of it, as long as it grows, and in a text
    layer what its type shows: filing systems print theirs in one, unlike the page's, line under line. What
    was guessed is put in last, for it may be no line of it and shifts the axis."""
    height = median([_height(c) for c in stamp])
    typed = page.method != "ocr" and len(stamp) > 1 and _is_other(height, size)
    left_over = sorted((c for c in chunks if c not in stamp), key=lambda c: c.confidence < _DOUBTFUL)
    while found := next(
        (
            c
            for c in left_over
            if _set_in(c, stamp, page.width) or (typed and _is_alike(c, height) and _is_under(c, stamp))
        ),
        None,
    ):
        stamp.append(found)
        left_over.remove(found)


def _set_in(chunk: _Chunk, stamp: Sequence[_Chunk], width: float) -> bool:
    """Whether a chunk is written into a stamp (initials), guessed close to it, or a line on its axis."""
    left, right = min(c.left for c in stamp), max(c.right for c in stamp)
    top, bottom = min(c.top for c in stamp), max(c.bottom for c in stamp)
    apart = max(chunk.top - bottom, top - chunk.bottom)
    within = left - 3 <= chunk.left and chunk.right <= right + 3
    if within and apart < 0 and (len(chunk.text) <= 3 or chunk.confidence < _DOUBTFUL):
        return True
    if chunk.confidence < _DOUBTFUL:
        return apart < _GAP / 2 and left - 15 <= chunk.middle <= right + 15
    if _is_central(chunk, width) or NUMBERED.search(chunk.text):
        return False  # the court's name and title stand in the middle of the page
    axis = (left + right) / 2
    height = chunk.bottom - chunk.top
    return (
        abs(chunk.middle - axis) < _OFF_AXIS
        and apart <= max(6.0, height)
        and chunk.right - chunk.left < 2 * _SPREAD
    )


def _height(chunk: _Chunk) -> float:
    return median([w.height for w in chunk.words])


def _is_other(height: float, size: float) -> bool:
    return abs(height - size) >= _OTHER_TYPE


def _is_alike(chunk: _Chunk, height: float) -> bool:
    return all(abs(word.height - height) < _SAME_TYPE for word in chunk.words)


def _is_under(chunk: _Chunk, stamp: Sequence[_Chunk]) -> bool:
    """Whether a chunk stands close below or above a line of a stamp, and in line or on one axis with it."""
    return any(
        max(chunk.top - one.bottom, one.top - chunk.bottom) < _LEADING * (one.bottom - one.top)
        and min(abs(chunk.left - one.left), abs(chunk.right - one.right), abs(chunk.middle - one.middle))
        < _SAME_EDGE
        for one in stamp
    )


def _is_captions(chunk: _Chunk, anchor: _Chunk, width: float) -> bool:
    """Whether a court's name stands in the middle of the page, the stamp beside it: it is the caption's."""
    aside = abs(chunk.middle - anchor.middle) > _OFF_AXIS and not _is_central(anchor, width)
    return aside and _is_central(chunk, width) and says_court(chunk.text)


def _is_central(chunk: _Chunk, width: float) -> bool:
    return abs(chunk.middle - width / 2) < 0.08 * width


def _is_line(chunk: _Chunk, lines: Sequence[Line]) -> bool:
    return any(line.words == chunk.words for line in lines)


def _chunks(text: str, line: Line, size: float) -> Iterator[_Chunk]:
    """The line parted at its wide gaps and, in a text layer, where type of the page's ``size`` begins or
    ends: a stamp may lie on the line's own words."""
    exact = None if line.page.method == "ocr" else size
    words: list[Word] = []
    for word in line.words:
        if words and not _goes_on(text, word, words[-1], exact):
            yield _Chunk.of(text, words)
            words = []
        words.append(word)
    if words:
        yield _Chunk.of(text, words)


def _goes_on(text: str, word: Word, before: Word, size: float | None) -> bool:
    """Whether a word follows another at a blank's distance, and both or none are in type of ``size``, but for
    a date, which is filled in beside a stamp's ``FILED:``."""
    if not -2 <= word.left - before.right <= 1.5 * max(word.height, 6):
        return False
    if size is None or abs(word.height - before.height) < _OTHER_TYPE:
        return True
    usual = [one for one in (word, before) if abs(one.height - size) < _OTHER_TYPE / 2]
    return not any(_LETTERS.search(text, one.start, one.end) for one in usual)


def _grown(anchor: _Chunk, chunks: Sequence[_Chunk], *, down: bool) -> Iterator[_Chunk]:
    """The parts of a stamp below (or above) its anchor, as far as they follow closely."""
    edge = anchor.bottom if down else anchor.top
    near = [c for c in chunks if c is not anchor and abs(c.middle - anchor.middle) < _SPREAD]
    near = [c for c in near if (c.top >= anchor.top - 3 if down else c.top < anchor.top - 3)]
    near.sort(key=lambda c: c.top, reverse=not down)
    waiting: list[_Chunk] = []  # the court's name or a place, which only what follows shows to be the stamp's
    for chunk, after in zip_longest(near, near[1:]):
        if abs((chunk.top if down else chunk.bottom) - edge) > _GAP:
            return
        part, court = is_part(chunk.text, after.text if after else ""), says_court(chunk.text)
        if part or court:
            edge = chunk.bottom if down else chunk.top
        if court and (waiting or not part):
            waiting.append(chunk)
        elif part:
            yield from (*waiting, chunk)
            waiting = []
