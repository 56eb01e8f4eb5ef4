"""The clerk's rubber stamp: FILED, RECEIVED, ENTERED, LODGED, with a date and the clerk's name.

It is put wherever there is room on the first page, beside or over the caption, so its words come out
among the caption's: by place they are neighbours, in text that has lost its lines they are woven in. What it
says differs from court to court, but its lines are set small, close together and on one axis, and where it
is faint OCR reads it badly: once a stamp is found, what stands so belongs to it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise, zip_longest
from statistics import median
from typing import NamedTuple

from cleaners.document import Document, Line, cleaned
from cleaners.page import Page, Word
from cleaners.patterns import pattern
from cleaners.pieces import Edit
from cleaners.stamp_forms.removal import whole_spans
from cleaners.stamp_forms.stamp_frames import stamp_frames
from cleaners.stamp_forms.stamp_vocabulary import says_court
from cleaners.stamp_forms.stamp_words import (
    LONE_DATE,
    NUMBERED,
    closed_up,
    is_anchor,
    is_part,
    is_proven,
)
from cleaners.stamp_forms.woven_stamps import find_woven_stamps

_FIRST_PAGES = 2
_FIRST_LINES = 25  # a stamp in text without boxes stands among the first lines of its page
_SPREAD = 110.0  # points from a stamp's middle to its side: they are some three inches wide
_GAP = 40.0  # points between two rows of a stamp; a date stamp leaves room for the clerk's initials
_OFF_AXIS = 12.0  # points by which a stamp's lines wander off its axis
_LARGE = 1.6  # `ORIGINAL` alone is a stamp's if its type is so much larger than the page's
PUBLICATION = pattern(r"(?:(?:NOT )?(?:FOR|TO BE) )?(?:PUBLISH|PUBLICATION|PUBLISHED)|UNPUBLISHED")
_DOUBTFUL = 0.6  # mean confidence below which OCR guessed


BESIDE = pattern(r".*\bCOURT(?: OF APPEALS)?(?= FILED IN\s*$)")
"""The name of a Texas court, beside whose title page the clerk's stamp is printed."""


def strip_file_stamps(text: str) -> str:
    r"""Text without the clerk's stamps on its first pages.

    Left alone: the filing date printed in an opinion (``Filed February 5, 2010``), titles
    (``FILED UNDER SEAL``), sentences, the court's name in the caption, and anything further in.

    >>> strip_file_stamps("FILED\nMAR 3 2011\nJANE Q. ROE, CLERK\nU.S. COURT OF APPEALS\nNOT FOR PUBLICATION")
    'NOT FOR PUBLICATION'
    >>> strip_file_stamps("FILED NOT FOR PUBLICATION MAR 3 2011 JANE Q. ROE, CLERK UNITED STATES COURT")
    'NOT FOR PUBLICATION UNITED STATES COURT'
    """
    return cleaned(text, find_file_stamps, by="file stamps")


def find_file_stamps(document: Document) -> Iterator[Edit]:
    """By place where words have boxes; by neighbouring lines, or by form in woven text, where not."""
    spans: list[tuple[int, int]] = []
    for number in range(1, _FIRST_PAGES + 1):
        lines = [line for line in document.lines if line.page.number == number and line.text.strip()]
        if lines and lines[0].page.has_boxes:
            spans += _by_place(document.text, lines)
        else:
            spans += _by_line(lines)
    spans += find_woven_stamps(document)
    for start, end in whole_spans(document.text, spans):
        yield Edit(start, end, "", "file stamp")


class _Chunk(NamedTuple):
    """Neighbouring words of one row."""

    text: str
    words: tuple[Word, ...]

    @property
    def left(self) -> float:
        return min(w.left for w in self.words)

    @property
    def right(self) -> float:
        return max(w.right for w in self.words)

    @property
    def middle(self) -> float:
        return (self.left + self.right) / 2

    @property
    def top(self) -> float:
        return min(w.top for w in self.words)

    @property
    def bottom(self) -> float:
        return max(w.bottom for w in self.words)

    @property
    def confidence(self) -> float:
        return sum(w.confidence for w in self.words) / len(self.words)


def _by_place(text: str, lines: Sequence[Line]) -> Iterator[tuple[int, int]]:
    """Round every anchor in the upper half, the chunks above and below that can be part of a stamp."""
    page = lines[0].page
    chunks = [c for line in lines for c in _chunks(text, line) if c.top < page.height / 2]
    size = median([line.size for line in lines if line.words] or [0.0])
    stamped = [*_framed(page, chunks), *_lone_dates(chunks, lines)]
    taken = {chunk.words[0].start for chunk in stamped}
    for anchor in chunks:
        if not is_anchor(anchor.text) or anchor.words[0].start in taken:
            continue
        stamp = [anchor, *_grown(anchor, chunks, down=True), *_grown(anchor, chunks, down=False)]
        at_top = anchor.top < page.height / 3
        large = at_top and anchor.bottom - anchor.top > _LARGE * size
        if not large and not is_proven([c.text for c in stamp], at_top=at_top):
            continue
        _fill(stamp, chunks, page.width)
        stamped += stamp
        taken |= {chunk.words[0].start for chunk in stamp}
    yield from {(chunk.words[0].start, chunk.words[-1].end) for chunk in stamped}


def _framed(page: Page, chunks: Sequence[_Chunk]) -> Iterator[_Chunk]:
    """All that stands in a frame of its own some line of which says what stamps say: the frame tells what the
    letters, often faint or struck askew, do not."""
    for frame in stamp_frames(page):
        inside = [c for c in chunks if frame.holds(c.middle, (c.top + c.bottom) / 2)]
        told = any(is_part(c.text, "") for c in inside) and not any(NUMBERED.search(c.text) for c in inside)
        if len(inside) > 1 and told:
            yield from inside


def _lone_dates(chunks: Sequence[_Chunk], lines: Sequence[Line]) -> Iterator[_Chunk]:
    """A numeric date by itself over the caption was stamped; the rest of the stamp is a picture."""
    for chunk in chunks:
        at_top = chunk.top < 0.16 * lines[0].page.height
        if at_top and LONE_DATE.fullmatch(chunk.text) and _is_line(chunk, lines):
            yield chunk


def _fill(stamp: list[_Chunk], chunks: Sequence[_Chunk], width: float) -> None:
    """Puts into a proven stamp what its place shows to be part of it, as long as it grows."""
    left_over = [c for c in chunks if c not in stamp]
    while found := next((c for c in left_over if _set_in(c, stamp, width)), None):
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
    if abs(chunk.middle - width / 2) < 0.08 * width or NUMBERED.search(chunk.text):
        return False  # the court's name and title stand in the middle of the page
    axis = (left + right) / 2
    height = chunk.bottom - chunk.top
    return (
        abs(chunk.middle - axis) < _OFF_AXIS
        and apart <= max(6.0, height)
        and chunk.right - chunk.left < 2 * _SPREAD
    )


def _is_line(chunk: _Chunk, lines: Sequence[Line]) -> bool:
    return any(line.words == chunk.words for line in lines)


def _chunks(text: str, line: Line) -> Iterator[_Chunk]:
    """The line parted at its wide gaps."""
    words: list[Word] = []
    for word in line.words:
        if words and not -2 <= word.left - words[-1].right <= 1.5 * max(word.height, 6):
            yield _Chunk(closed_up(" ".join(text[w.start : w.end] for w in words)), tuple(words))
            words = []
        words.append(word)
    if words:
        yield _Chunk(closed_up(" ".join(text[w.start : w.end] for w in words)), tuple(words))


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


# -- text alone ----------------------------------------------------------------------------------------


def _by_line(lines: Sequence[Line]) -> Iterator[tuple[int, int]]:
    """Runs of lines each of which is part of a stamp, one of them an anchor. A court's name or a place is
    part of one between its lines, and above them where the caption names the court again."""
    head = _without_notes([line for line in lines if any(map(str.isalnum, line.text))][:_FIRST_LINES])
    texts = [closed_up(line.text.strip()) for line in head]
    parts = [is_part(text, after) for text, after in zip_longest(texts, texts[1:], fillvalue="")][: len(head)]
    courts = [says_court(text) for text in texts]
    index = 0
    while index < len(head):
        first = last = index
        while last < len(head) and (parts[last] or courts[last]):
            last += 1
        index = max(last, first + 1)
        proper = [n for n in range(first, last) if parts[n] and not courts[n]]
        if not proper:
            continue
        start, end = proper[0], proper[-1]
        while end + 1 < last and parts[end + 1]:
            end += 1
        below = "\n".join(texts[end + 1 :]).casefold()
        while start > first and (parts[start - 1] or texts[start - 1].casefold() in below):
            if texts[start - 1] in texts[start : end + 1]:
                break  # the caption names the court, and the stamp names it again
            start -= 1
        while end > start and courts[end] and _is_caption(texts, start, end):
            end -= 1
        own = texts[start : end + 1]
        if any(map(is_anchor, own)) and is_proven(own, at_top=True):
            again = _named_again(own)
            yield from (_own_span(head[n]) for n in range(start, end + 1) if n - start not in again)


def _own_span(line: Line) -> tuple[int, int]:
    """A line of a stamp without the court's name that stands left of it (``COURT OF APPEALS FILED IN``)."""
    beside = BESIDE.match(line.text)
    return line.start + (beside.end() if beside else 0), line.end


def _named_again(stamp: Sequence[str]) -> set[int]:
    """The lines that name a court which a line above them has named: a stamp names it once, the second is the
    caption's, whose lines a dump puts between those of a stamp beside it (``United States Court of Appeals``,
    ``May 3, 2031``, ``UNITED STATES COURT OF APPEALS``, ``Clerk of Court``)."""
    names = [text.casefold().removeprefix("for the ") if says_court(text) else "" for text in stamp]
    return {n for n, name in enumerate(names) if name and _says_again(name, names[:n])}


def _says_again(name: str, above: Sequence[str]) -> bool:
    return name in " ".join(above) or any(name.startswith(one) for one in above if one)


def _without_notes(lines: Sequence[Line]) -> list[Line]:
    """The lines but what a dump has put between those of a stamp (``Tenth Circuit`` / ``May 3, 2031`` /
    ``PUBLISH`` / ``Jane Q. Roe`` / ``Clerk of Court``): whether the opinion is to be published."""
    texts = [line.text.strip() for line in lines]
    amid = [
        PUBLICATION.fullmatch(text) and is_part(one, two) and not is_part(one, "")
        for text, (one, two) in zip(texts, pairwise(texts[1:]), strict=False)  # the last two have no such two
    ]
    return [line for line, out in zip_longest(lines, amid) if not out]


def _is_caption(texts: Sequence[str], start: int, end: int) -> bool:
    """Whether the court's name that ends a stamp is the second half of the caption's, whose first half stands
    above the stamp: no other line names the court so."""
    name = texts[end].casefold()
    again = any(text.casefold().endswith(name) for n, text in enumerate(texts) if n != end)
    return start > 0 and says_court(texts[start - 1]) and not again
