"""The Document: a filing's source text, where its words stand, and what has been done to it.

A filing is read once; ``source`` never changes. Its clean text is a sequence of pieces, each of which
stands for a span of the source. A step looks at ``text`` and ``lines`` and yields edits; only ``edited``
applies them. A deletion is a piece with empty text, so every character of the source always stands in
exactly one piece, and the way back from any clean character is part of the structure.

This file holds the only offset arithmetic of the project.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import pairwise
from typing import NamedTuple


class Word(NamedTuple):
    """A word and its place. Offsets are of the text it was asked from; the box is in points (1/72 inch)
    from the page's top left corner; ``confidence`` is in [0, 1] (a text layer's words have 1)."""

    start: int
    end: int
    left: float
    top: float
    right: float
    bottom: float
    confidence: float

    @property
    def height(self) -> float:
        return self.bottom - self.top

    @property
    def middle(self) -> float:
        return (self.top + self.bottom) / 2


class Rule(NamedTuple):
    """A straight line drawn on the page (a pleading rule, the side of a caption box, the rule over the
    footnotes), as a thin box in points."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def upright(self) -> bool:
        return self.bottom - self.top > self.right - self.left


class Zone(NamedTuple):
    """A span of the source that the page's layout sets apart: a ``cell`` of a caption or signature block, a
    ``table`` whose lines are rows, a ``column`` of running text, or what is no part of the text: what is set
    ``sideways``, the ``fence`` between two cells, an ``overprint``. What is in no zone runs across the page.
    """

    start: int
    end: int
    kind: str

    @property
    def is_aside(self) -> bool:
        """Whether what stands here is no part of the text."""
        return self.kind in ("sideways", "fence", "overprint")


@dataclass(frozen=True)
class Page:
    """A page of the source. ``number`` counts from 1 and is physical; the printed number is the folio.

    ``width`` and ``height`` are in points and 0 where the page is known only as text. ``method`` says how
    the page was read (``text layer``, ``ocr``, ``text``) and ``why`` in words for people.
    """

    number: int
    start: int
    end: int
    width: float = 0.0
    height: float = 0.0
    words: tuple[Word, ...] = ()
    rules: tuple[Rule, ...] = ()
    zones: tuple[Zone, ...] = ()
    method: str = "text"
    why: str = ""

    @property
    def has_boxes(self) -> bool:
        return bool(self.words)

    @property
    def confidence(self) -> float | None:
        """Mean confidence of the words in [0, 1]; None where there are no boxes."""
        return sum(w.confidence for w in self.words) / len(self.words) if self.words else None


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


class Line(NamedTuple):
    """A line of the current text (its end excluded) with its words, their offsets in the current text."""

    start: int
    end: int
    text: str
    page: Page
    words: tuple[Word, ...]
    zone: Zone | None

    @property
    def left(self) -> float:
        return min(w.left for w in self.words)

    @property
    def right(self) -> float:
        return max(w.right for w in self.words)

    @property
    def top(self) -> float:
        return min(w.top for w in self.words)

    @property
    def bottom(self) -> float:
        return max(w.bottom for w in self.words)

    @property
    def size(self) -> float:
        """The median height of the words' boxes, in points: a stand-in for the type size."""
        heights = sorted(w.height for w in self.words)
        return heights[len(heights) // 2]


@dataclass(frozen=True)
class Document:
    """A filing: immutable source and pages, and the pieces that make up its current text.

    >>> document = Document.from_text("1 The motion is\\n2 DENIED.")
    >>> shorter = document.edited([Edit(0, 2, reason="margin line number"), Edit(16, 18)], by="line numbers")
    >>> shorter.text
    'The motion is\\nDENIED.'
    >>> shorter.restored() == document.source
    True
    """

    source: str
    pages: tuple[Page, ...]
    pieces: tuple[Piece, ...]

    @classmethod
    def from_text(cls, text: str) -> Document:
        """A document known only as text; form feeds part its pages."""
        pages, start = [], 0
        for number, sheet in enumerate(text.split("\f"), 1):
            pages.append(Page(number, start, start + len(sheet)))
            start += len(sheet) + 1
        return cls.from_pages(text, pages)

    @classmethod
    def from_pages(cls, source: str, pages: Iterable[Page]) -> Document:
        return cls(source, tuple(pages), (Piece(source, 0, len(source)),))

    @cached_property
    def text(self) -> str:
        return "".join(piece.text for piece in self.pieces)

    @cached_property
    def lines(self) -> tuple[Line, ...]:
        """The lines of the current text, in its order."""
        return tuple(self._lines())

    def restored(self) -> str:
        """The source, put together again from the pieces alone."""
        spans = sorted((p.start, p.end) for p in self.pieces if p.end > p.start)
        return "".join(self.source[start:end] for start, end in spans)

    def edited(self, edits: Iterable[Edit], by: str) -> Document:
        """The document after ``edits``, which must not overlap.

        Raises ValueError, naming the step, for an edit outside the text or across another one.
        """
        wanted = sorted(edits, key=lambda e: (e.start, e.end))
        if not wanted:
            return self
        self._check(wanted, by)
        cuts = {offset for e in wanted for offset in (e.start, e.end, e.to) if offset is not None}
        arrivals: dict[int, list[Piece]] = defaultdict(list)
        fragments = list(self._fragments(sorted(cuts)))
        stays: list[tuple[int, Piece]] = []
        index = 0
        for edit in wanted:
            while index < len(fragments) and _before(fragments[index], edit.start):
                stays.append(fragments[index])
                index += 1
            first = index
            while index < len(fragments) and fragments[index][0] < edit.end:
                index += 1
            inside = [piece for _, piece in fragments[first:index]]
            if edit.to is not None:
                if edit.insert:
                    at = self._source_offset(edit.start)
                    arrivals[edit.to].append(Piece(edit.insert, at, at, (by,), edit.reason))
                arrivals[edit.to] += [_touched(p, p.text, by, edit.reason) for p in inside]
            elif inside:
                stays += [(edit.start, p) for p in _replaced(inside, edit, by)]
            else:
                at = self._source_offset(edit.start)
                arrivals[edit.start].append(Piece(edit.insert, at, at, (by,), edit.reason))
        stays += fragments[index:]
        return replace(self, pieces=tuple(_merged(stays, arrivals)))

    def source_span(self, start: int, end: int) -> tuple[int, int]:
        """The smallest span of the source that holds all that ``text[start:end]`` stands for."""
        spans = [span for _, _, span in self._spans(start, end)]
        return (min(s for s, _ in spans), max(e for _, e in spans)) if spans else (0, 0)

    def source_spans(self, start: int, end: int) -> list[tuple[int, int]]:
        """The spans of the source that ``text[start:end]`` stands for, in the order of the text; those that
        follow one another in the source are one. Text that a step put in has an empty span."""
        spans: list[tuple[int, int]] = []
        for _, _, (low, high) in self._spans(start, end):
            if spans and spans[-1][1] == low:
                spans[-1] = (spans[-1][0], high)
            else:
                spans.append((low, high))
        return spans

    def text_spans(self, source_start: int, source_end: int) -> list[tuple[int, int]]:
        """The spans of the current text that stand for ``source[source_start:source_end]``, in its order;
        what a step took out has none."""
        spans: list[tuple[int, int]] = []
        for at, piece in zip(self._starts, self.pieces, strict=True):
            low, high = max(piece.start, source_start), min(piece.end, source_end)
            if low >= high or not piece.text:
                continue
            same = len(piece.text) == piece.end - piece.start
            start, end = (
                (at + low - piece.start, at + high - piece.start) if same else (at, at + len(piece.text))
            )
            if spans and spans[-1][1] == start:
                spans[-1] = (spans[-1][0], end)
            else:
                spans.append((start, end))
        return spans

    def words_of(self, source_start: int, source_end: int) -> list[Word]:
        """The words of which a part stands in ``source[source_start:source_end]``, offsets of the source."""
        words, ends = self._words
        low = bisect_right(ends, source_start)
        high = bisect_left(words, source_end, lo=low, key=lambda word: word.start)
        return words[low:high]

    # -- offsets ---------------------------------------------------------------------------------------

    @cached_property
    def _starts(self) -> list[int]:
        starts, at = [], 0
        for piece in self.pieces:
            starts.append(at)
            at += len(piece.text)
        return starts

    def _check(self, edits: list[Edit], by: str) -> None:
        size = len(self.text)
        for edit in edits:
            if not 0 <= edit.start <= edit.end <= size or (edit.to is not None and not 0 <= edit.to <= size):
                raise ValueError(f"step {by!r}: {edit} is outside the text of {size} characters")
        for one, two in pairwise(edits):
            if two.start < one.end:
                raise ValueError(f"step {by!r}: {one} and {two} overlap")

    def _fragments(self, cuts: list[int]) -> Iterator[tuple[int, Piece]]:
        """The pieces with their offsets, cut so that none crosses a cut."""
        for at, piece in zip(self._starts, self.pieces, strict=True):
            low, high = bisect_right(cuts, at), bisect_left(cuts, at + len(piece.text))
            if low >= high:
                yield at, piece
                continue
            for one, two in pairwise([at, *cuts[low:high], at + len(piece.text)]):
                yield one, _part(piece, one - at, two - at)

    def _source_offset(self, offset: int) -> int:
        """Where in the source text inserted before ``offset`` belongs."""
        if not self.pieces:
            return 0
        index = max(0, bisect_right(self._starts, offset) - 1)
        piece, inside = self.pieces[index], offset - self._starts[index]
        return min(piece.start + inside, piece.end)

    def _spans(self, start: int, end: int) -> Iterator[tuple[int, int, tuple[int, int]]]:
        index = max(0, bisect_right(self._starts, start) - 1)
        while index < len(self.pieces) and self._starts[index] < end:
            piece, at = self.pieces[index], self._starts[index]
            low, high = max(start, at), min(end, at + len(piece.text))
            if low < high:
                part = _part(piece, low - at, high - at)
                yield low, high, (part.start, part.end)
            index += 1

    # -- lines -----------------------------------------------------------------------------------------

    @cached_property
    def _words(self) -> tuple[list[Word], list[int]]:
        words = [word for page in self.pages for word in page.words]
        return words, [word.end for word in words]

    def page_at(self, source_offset: int) -> Page:
        """The page that holds a character of the source."""
        return self.pages[max(0, bisect_right(self._page_starts, source_offset) - 1)]

    @cached_property
    def _page_starts(self) -> list[int]:
        return [page.start for page in self.pages]

    def _placed(self) -> Iterator[Word]:
        """The words still in the text, in its order, with offsets in the current text. A word that edits
        have parted yields one entry for each part."""
        words, ends = self._words
        for at, piece in zip(self._starts, self.pieces, strict=True):
            if not piece.text or piece.start == piece.end:
                continue
            same = len(piece.text) == piece.end - piece.start
            index = bisect_right(ends, piece.start)
            while index < len(words) and words[index].start < piece.end:
                word = words[index]
                if same:
                    low, high = max(word.start, piece.start), min(word.end, piece.end)
                    yield word._replace(start=at + low - piece.start, end=at + high - piece.start)
                else:
                    yield word._replace(start=at, end=at + len(piece.text))
                    if piece.end <= word.end:
                        break
                index += 1

    def _lines(self) -> Iterator[Line]:
        placed = list(self._placed())
        taken, start = 0, 0
        for text in self.text.replace("\f", "\n").split("\n"):
            end = start + len(text)
            words: list[Word] = []
            while taken < len(placed) and placed[taken].start < max(end, start + 1):
                word = placed[taken]
                if words and word[2:] == words[-1][2:] and word.start <= words[-1].end:
                    words[-1] = words[-1]._replace(end=max(word.end, words[-1].end))
                else:
                    words.append(word)
                taken += 1
            anchor = self.source_at(start)
            page = self.page_at(anchor)
            zone = next((z for z in page.zones if z.start <= anchor < z.end), None)
            yield Line(start, end, text, page, tuple(words), zone)
            start = end + 1

    def source_at(self, offset: int) -> int:
        """The source offset of what stands at ``offset`` of the current text."""
        index = max(0, bisect_right(self._starts, offset) - 1)
        piece, inside = self.pieces[index], offset - self._starts[index]
        return min(piece.start + inside, max(piece.start, piece.end - 1))


def cleaned(text: str, find: Callable[[Document], Iterable[Edit]], by: str) -> str:
    """One step on bare text: the text after what ``find`` finds in it."""
    document = Document.from_text(text)
    return document.edited(find(document), by).text


def _part(piece: Piece, low: int, high: int) -> Piece:
    """``piece.text[low:high]``; where a step has changed the text, its first part keeps the source span."""
    if low == 0 and high == len(piece.text):
        return piece
    if len(piece.text) == piece.end - piece.start:
        return piece._replace(text=piece.text[low:high], start=piece.start + low, end=piece.start + high)
    start = piece.start if low == 0 else piece.end
    return piece._replace(text=piece.text[low:high], start=start)


def _before(fragment: tuple[int, Piece], offset: int) -> bool:
    """Whether a fragment ends before ``offset``; an emptied piece that stands at it counts as before."""
    start, piece = fragment
    return start < offset or (start == offset and not piece.text)


def _replaced(inside: list[Piece], edit: Edit, by: str) -> Iterator[Piece]:
    """The first piece that has text takes the new text, the others are emptied."""
    insert = edit.insert
    for piece in inside:
        if piece.text:
            yield _touched(piece, insert, by, edit.reason)
            insert = ""
        else:
            yield piece


def _touched(piece: Piece, text: str, by: str, reason: str) -> Piece:
    return Piece(text, piece.start, piece.end, (*piece.by, by), reason or piece.reason)


def _merged(stays: list[tuple[int, Piece]], arrivals: dict[int, list[Piece]]) -> Iterator[Piece]:
    """What stays, with what arrives put in before the offset it was sent to."""
    waiting = sorted(arrivals)
    index = 0
    for offset, piece in stays:
        while index < len(waiting) and waiting[index] <= offset:
            yield from arrivals[waiting[index]]
            index += 1
        yield piece
    for offset in waiting[index:]:
        yield from arrivals[offset]
