"""The Document: a filing's source text, where its words stand, and what has been done to it.

A filing is read once; ``source`` never changes. Its clean text is a sequence of pieces, each of which
stands for a span of the source (:mod:`cleaners.pieces`). A step looks at ``text`` and ``lines`` and yields
edits; only ``edited`` applies them. So the way back from any clean character is part of the structure.

This file and those of the pieces and the placed words hold the only offset arithmetic of the project.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import accumulate
from operator import add, attrgetter, itemgetter
from typing import Any, TypeVar

from cleaners.line import Line
from cleaners.page import Page, Word, Zone
from cleaners.pagination.bare_pages import page_spans
from cleaners.patterns import pattern
from cleaners.pieces import Edit, Piece, edited, starts_of
from cleaners.placed_words import words_by_line
from cleaners.tuple_makers import maker

T = TypeVar("T")

LINE_END_FOUND = "line end found"  # why a step puts one where the source, run together, has a blank

_line = maker(Line)

_TYPED = pattern(r"[\n\x20-\x7e]+")

_TEXT: Callable[[Piece], str] = itemgetter(Piece._fields.index("text"))
_START: Callable[[Word], int] = attrgetter("start")


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
    _known: dict[Callable[[Document], Any], Any] = field(default_factory=dict, repr=False, compare=False)

    @classmethod
    def from_text(cls, text: str) -> Document:
        """A document known only as text; form feeds part its pages or, where it has none, their heads and
        folios."""
        pages = [Page(number, *span) for number, span in enumerate(page_spans(text), 1)]
        return cls.from_pages(text, pages)

    @classmethod
    def from_pages(cls, source: str, pages: Iterable[Page]) -> Document:
        return cls(source, tuple(pages), (Piece(source, 0, len(source)),))

    @cached_property
    def text(self) -> str:
        return "".join(map(_TEXT, self.pieces))

    @cached_property
    def lines(self) -> tuple[Line, ...]:
        """The lines of the current text, in its order."""
        texts = self.text.replace("\f", "\n").split("\n")
        starts = list(accumulate((len(text) + 1 for text in texts[:-1]), initial=0))
        ends = map(add, starts, map(len, texts))
        pages, zones = zip(*self._pages_and_zones(starts), strict=True)
        pieces = zip(self._starts, self.pieces, strict=True)
        words = words_by_line(*self._words, pieces, starts, len(self.text))
        return tuple(map(_line, zip(starts, ends, texts, pages, words, zones, strict=True)))

    @cached_property
    def special_characters(self) -> str:
        """The characters of the current text that a typewriter has not, each once in any order: several steps
        look for what is rare, and the text is gone through once."""
        return "".join(frozenset(_TYPED.sub("", self.text)))

    @property
    def has_ocr(self) -> bool:
        """Whether any of its pages was read by OCR: what looks for misreadings need not look at others."""
        return any(page.method == "ocr" for page in self.pages)

    def once(self, find: Callable[[Document], T]) -> T:
        """What ``find`` tells of the source and its pages alone: it is asked once for a document and all that
        edits make of it."""
        if find not in self._known:
            self._known[find] = find(self)
        found: T = self._known[find]
        return found

    def restored(self) -> str:
        """The source, put together again from the pieces alone."""
        spans = sorted((p.start, p.end) for p in self.pieces if p.end > p.start)
        return "".join(self.source[start:end] for start, end in spans)

    def edited(self, edits: Iterable[Edit], by: str) -> Document:
        """The document after ``edits``, which must not overlap.

        Raises ValueError, naming the step, for an edit outside the text or across another one.
        """
        pieces = edited(self.pieces, self._starts, edits, by)
        return self if pieces is self.pieces else replace(self, pieces=tuple(pieces))

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
            start, end = at, at + len(piece.text)
            if piece.is_even:
                start, end = at + low - piece.start, at + high - piece.start
            if spans and spans[-1][1] == start:
                spans[-1] = (spans[-1][0], end)
            else:
                spans.append((start, end))
        return spans

    def words_of(self, source_start: int, source_end: int) -> list[Word]:
        """The words of which a part stands in ``source[source_start:source_end]``, offsets of the source."""
        words, ends = self._words
        low = bisect_right(ends, source_start)
        high = bisect_left(words, source_end, lo=low, key=_START)
        return words[low:high]

    def removed(self, reasons: Collection[str]) -> Iterator[tuple[int, Piece]]:
        """What steps have taken out for one of the reasons, each piece with the offset in the current text at
        which it stood."""
        return ((at, piece) for at, piece in self._emptied if piece.reason in reasons)

    @cached_property
    def line_ends_found(self) -> list[int]:
        """Where in the source lines begin whose ends steps have found, in the order of the text."""
        return [piece.end for piece in self.pieces if piece.reason == LINE_END_FOUND]

    # -- offsets ---------------------------------------------------------------------------------------

    @cached_property
    def _starts(self) -> list[int]:
        return starts_of(self.pieces)

    @cached_property
    def _emptied(self) -> list[tuple[int, Piece]]:
        """The pieces of which nothing is left, each with the offset at which it stood."""
        pairs = zip(self._starts, self.pieces, strict=True)
        return [(at, piece) for at, piece in pairs if not piece.text and piece.end > piece.start]

    @cached_property
    def _rows(self) -> list[int]:
        found = self.line_ends_found
        return sorted({*self.once(_row_starts), *found}) if found else self.once(_row_starts)

    def _spans(self, start: int, end: int) -> Iterator[tuple[int, int, tuple[int, int]]]:
        index = max(0, bisect_right(self._starts, start) - 1)
        while index < len(self.pieces) and self._starts[index] < end:
            piece, at = self.pieces[index], self._starts[index]
            low, high = max(start, at), min(end, at + len(piece.text))
            if low < high:
                part = piece.part(low - at, high - at)
                yield low, high, (part.start, part.end)
            index += 1

    # -- lines -----------------------------------------------------------------------------------------

    @property
    def _words(self) -> tuple[list[Word], list[int]]:
        return self.once(_words_and_ends)

    def page_at(self, source_offset: int) -> Page:
        """The page that holds a character of the source."""
        return self.pages[max(0, bisect_right(self.once(_page_starts), source_offset) - 1)]

    def spans_by_page(self) -> Iterator[tuple[Page, int, int]]:
        """The spans of the current text, in its order, each with the page that holds what it stands for."""
        page_starts = self.once(_page_starts)
        number, start = 0, 0
        for at, piece in zip(self._starts, self.pieces, strict=True):
            first = max(0, bisect_right(page_starts, piece.start) - 1)
            after = bisect_left(page_starts, piece.end, lo=first + 1)
            for index in range(first, after) if piece.text else ():
                begin = at + max(0, page_starts[index] - piece.start)
                if index != number and begin < at + len(piece.text):
                    yield self.pages[number], start, begin
                    number, start = index, begin
        yield self.pages[number], start, len(self.text)

    def _pages_and_zones(self, starts: Iterable[int]) -> Iterator[tuple[Page, Zone | None]]:
        """The page and the zone of each line, by where the lines start."""
        page = self.pages[0]
        for anchor in self.sources_at(starts):
            if not page.start <= anchor < page.end:
                page = self.page_at(anchor)
            yield (
                page,
                next((z for z in page.zones if z.start <= anchor < z.end), None) if page.zones else None,
            )

    def row_at(self, source_offset: int) -> int:
        """Where the line begins, of the source or found in it by a step, that holds a character of it."""
        return self._rows[bisect_right(self._rows, source_offset) - 1]

    def sources_at(self, offsets: Iterable[int]) -> Iterator[int]:
        """The source offset of what stands at each of some offsets of the current text, in its order."""
        starts, index = self._starts, 0
        piece, first, after = self.pieces[0], 0, -1
        for offset in offsets:
            if offset >= after:
                index = max(0, bisect_right(starts, offset, lo=index) - 1)
                piece, first = self.pieces[index], starts[index]
                after = starts[index + 1] if index + 1 < len(starts) else len(self.text) + 1
            at = piece.start + offset - first
            yield at if at < piece.end else max(piece.start, piece.end - 1)

    def source_at(self, offset: int) -> int:
        """The source offset of what stands at ``offset`` of the current text."""
        index = max(0, bisect_right(self._starts, offset) - 1)
        piece, inside = self.pieces[index], offset - self._starts[index]
        return min(piece.start + inside, max(piece.start, piece.end - 1))


def _words_and_ends(document: Document) -> tuple[list[Word], list[int]]:
    words = [word for page in document.pages for word in page.words]
    return words, [word.end for word in words]


def _page_starts(document: Document) -> list[int]:
    return [page.start for page in document.pages]


def _row_starts(document: Document) -> list[int]:
    lines = document.source.replace("\f", "\n").split("\n")
    return list(accumulate((len(line) + 1 for line in lines[:-1]), initial=0))


def cleaned(text: str, find: Callable[[Document], Iterable[Edit]], by: str) -> str:
    """One step on bare text: the text after what ``find`` finds in it."""
    document = Document.from_text(text)
    return document.edited(find(document), by).text
