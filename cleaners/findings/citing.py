"""Citing a cleaned filing: the page, folio and printed lines of any span of its text, and the way back.

Lawyers cite page and line (``2:13-16``): the folio that the page prints, and the numbers in its margin. The
numbers themselves are no longer in the text; :mod:`cleaners.findings.printed_lines` says which one each line
of the source bears.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from cleaners.document import Document
from cleaners.page import Word
from cleaners.patterns import pattern

FORM = pattern(r"(?P<folio>\w+)(?::(?P<line>\d+)(?:[-–](?P<last>\d+))?)?")
"""A folio, or a page's physical number where none is printed, and lines."""


class PrintedLine(NamedTuple):
    """From ``start`` in the source to the next printed line: what the paper calls it. ``page`` is physical,
    ``number`` the margin line number, ``folio`` the printed page number; None where there is none."""

    start: int
    page: int
    number: int | None
    folio: str | None


class Box(NamedTuple):
    """A place on a page, in points from its top left corner."""

    page: int
    left: float
    top: float
    right: float
    bottom: float


@dataclass(frozen=True)
class Citation:
    """Where ``text[start:end]`` of the clean text stands.

    ``page`` counts from 1 and is physical, ``folio`` is the printed number; ``lines`` are the first and the
    last margin line number. A span that runs over a page end has them of ``page`` and of ``last_page``.
    ``boxes`` are one a line; ``confidence`` is the mean of the words' in [0, 1], None without boxes.
    ``ecf_document`` is the number on the court's stamp, ``ecf_attachment`` the 1 of ``45-1`` there;
    ``similarity`` in [0, 1] says how near the words come to those that were looked for.
    """

    start: int
    end: int
    page: int
    folio: str | None
    lines: tuple[int, int] | None
    last_page: int
    last_folio: str | None
    boxes: tuple[Box, ...] = ()
    confidence: float | None = None
    ecf_document: int | None = None
    ecf_attachment: int | None = None
    similarity: float = 1.0

    def __str__(self) -> str:
        """``2:13-16``; ``2:27-3:4`` over a page end; ``2`` where no lines are numbered. Where the page prints
        no folio its physical number stands in."""
        first, last = self.folio or str(self.page), self.last_folio or str(self.last_page)
        same_page = (first, self.page) == (last, self.last_page)
        if self.lines is None:
            return first if same_page else f"{first}-{last}"
        one, two = self.lines
        if not same_page:
            return f"{first}:{one}-{last}:{two}"
        return f"{first}:{one}" if one == two else f"{first}:{one}-{two}"

    @property
    def ecf(self) -> str | None:
        """``ECF No. 156 at 2:13-16``, where the stamp's number is known."""
        if self.ecf_document is None:
            return None
        attached = "" if self.ecf_attachment is None else f"-{self.ecf_attachment}"
        return f"ECF No. {self.ecf_document}{attached} at {self}"


@dataclass(frozen=True)
class Places:
    """A cleaned document with its printed lines, which must be in the order of the source."""

    document: Document
    lines: Sequence[PrintedLine]
    ecf_document: int | None = None
    ecf_attachment: int | None = None

    def cite(self, start: int, end: int, similarity: float = 1.0) -> Citation:
        """The citation of ``text[start:end]``.

        Raises:
            ValueError: the span is empty or outside the text.
        """
        if not 0 <= start < end <= len(self.document.text):
            raise ValueError(f"{start}:{end} is no span of the text of {len(self.document.text)} characters")
        spans = self.document.source_spans(start, end)
        one, two = self._ends(spans)
        words = [word for low, high in spans for word in self.document.words_of(low, high)]
        return Citation(
            start=start,
            end=end,
            page=one.page,
            folio=one.folio,
            lines=(one.number, two.number) if one.number and two.number else None,
            last_page=two.page,
            last_folio=two.folio,
            boxes=tuple(self._boxes(words)),
            confidence=sum(w.confidence for w in words) / len(words) if words else None,
            ecf_document=self.ecf_document,
            ecf_attachment=self.ecf_attachment,
            similarity=similarity,
        )

    def at(
        self, page: int, line: int | None = None, last: int | None = None, folio: str | None = None
    ) -> Citation | None:
        """What stands on a page (its physical number), on one printed line of it, or from ``line`` to
        ``last``; ``folio`` tells the panels of a condensed transcript's sheet apart. None where nothing of it
        is in the clean text."""
        text = self.document.text
        spans = [
            (start, end)
            for low, high, printed in self._lines_of(page)
            if line is None or (printed.number is not None and line <= printed.number <= (last or line))
            if folio in (None, printed.folio)
            for start, end in self.document.text_spans(low, high)
            if text[start:end].strip()
        ]
        if not spans:
            return None
        start, end = spans[0]
        for low, high in spans[1:]:
            if low < end or text[end:low].strip():
                break  # the rest of it was moved elsewhere
            end = high
        start += len(text[start:end]) - len(text[start:end].lstrip())
        return self.cite(start, start + len(text[start:end].rstrip()))

    def find(self, citation: str) -> Citation | None:
        """What a citation in this form cites: ``2:13-16``, ``2:13``, ``iv``; None where nothing does.

        Raises:
            ValueError: it is in another form.
        """
        match = FORM.fullmatch(citation.strip())
        if not match:
            raise ValueError(f"{citation!r} is no citation of the form 2:13-16, 2:13 or 2")
        folio = match["folio"]
        line, last = (int(number) if number else None for number in match.group("line", "last"))
        page = self.page(folio)
        if page is not None:
            return self.at(page, line, last, folio)
        return self.at(int(folio), line, last) if folio.isdigit() else None

    def page(self, folio: str) -> int | None:
        """The physical number of the first page that prints a folio."""
        found = next((line for line in self.lines if line.folio == folio), None)
        return found.page if found else None

    @cached_property
    def _starts(self) -> list[int]:
        return [line.start for line in self.lines]

    def _line_at(self, source_offset: int) -> PrintedLine:
        index = bisect_right(self._starts, source_offset) - 1
        return self.lines[index] if index >= 0 else PrintedLine(0, 1, None, None)

    def _ends(self, spans: Sequence[tuple[int, int]]) -> tuple[PrintedLine, PrintedLine]:
        """The first and the last printed line of words, as the paper has them: of two cells side by side the
        second begins above the end of the first, and a note that was moved behind them, from a page before,
        is none of their lines."""
        seen = [self._line_at(at) for low, high in spans for at in (low, max(low, high - 1))]
        onward = [line for line in seen if self._order(line)[0] >= self._order(seen[0])[0]]
        last = seen[-1] if seen[-1] in onward else onward[-1]
        alike = [line for line in onward if (line.number is None) == (seen[0].number is None)]
        first = min(alike, key=self._order)
        return first, max([*alike, last], key=self._order)

    def _order(self, line: PrintedLine) -> tuple[int, int]:
        """Where a line comes: its page or panel, its number."""
        return self._panels[line.page, line.folio], line.number or 0

    @cached_property
    def _panels(self) -> dict[tuple[int, str | None], int]:
        """Pages, and panels of one, in the order of the source."""
        names = dict.fromkeys([(1, None), *((line.page, line.folio) for line in self.lines)])
        return {name: index for index, name in enumerate(names)}

    def _lines_of(self, page: int) -> Iterator[tuple[int, int, PrintedLine]]:
        """The printed lines of a page with the spans of the source that they are."""
        ends = [*self._starts[1:], len(self.document.source)]
        return ((one.start, end, one) for one, end in zip(self.lines, ends, strict=True) if one.page == page)

    def _boxes(self, words: Iterable[Word]) -> Iterator[Box]:
        """One box a line: words that follow one another rightward at one height."""
        row: list[Word] = []
        for word in words:
            if row and not (word.left >= row[-1].left and row[-1].top < word.middle < row[-1].bottom):
                yield self._box(row)
                row = []
            row.append(word)
        if row:
            yield self._box(row)

    def _box(self, row: list[Word]) -> Box:
        return Box(
            page=self.document.page_at(row[0].start).number,
            left=min(w.left for w in row),
            top=min(w.top for w in row),
            right=max(w.right for w in row),
            bottom=max(w.bottom for w in row),
        )
