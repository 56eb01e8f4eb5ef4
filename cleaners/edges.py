"""The lines at the top and the bottom of each page: where running heads, footers and folios stand."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from statistics import median
from typing import NamedTuple

from cleaners.document import Document, Line, Page
from cleaners.margins import NumberColumn, Token, find_number_columns

DEEPEST = 5
"""So many lines from the page's edge can belong to a running head or footer."""


FOLIO = re.compile(
    r"[\W_]*(?:page|pg\.?|p\.)?\s*(?P<number>\d{1,4}|[ivxl]{1,7})(?:\s*(?:of|/)\s*\d{1,4})?[\W_]*", re.IGNORECASE
)
"""A line that is a printed page number and nothing else."""


class Edge(NamedTuple):
    """A filled line near an edge of its page; ``depth`` counts from 0 at the edge."""

    line: Line
    depth: int
    at_top: bool


@dataclass(frozen=True)
class PageEdges:
    """A page's filled lines from the top and from the bottom, the outermost first, with what tells where its
    text is set: columns of line numbers, else the ``frame``, the heights in points of its upper and lower side."""

    page: Page
    lines: tuple[Line, ...]
    columns: tuple[NumberColumn, ...]
    frame: tuple[float, float]

    @property
    def top(self) -> tuple[Edge, ...]:
        return tuple(Edge(line, depth, True) for depth, line in enumerate(self.lines[:DEEPEST]))

    @property
    def bottom(self) -> tuple[Edge, ...]:
        return tuple(Edge(line, depth, False) for depth, line in enumerate(self.lines[: -DEEPEST - 1 : -1]))

    def is_outside(self, line: Line) -> bool:
        """Whether a line stands above the first or below the last numbered line of its column, or outside
        of the frame."""
        if not line.words:
            return False
        middle = median(word.middle for word in line.words)
        top, bottom = middle - line.size / 2, middle + line.size / 2
        beside = [c for c in self.columns if c.left < line.right]
        if not beside:
            return bottom < self.frame[0] or top > self.frame[1]
        nearest = max(c.left for c in beside)
        return all(
            bottom < c.top - 0.6 * c.pitch or top > c.bottom + 0.6 * c.pitch
            for c in beside
            if nearest - c.left < 36
        )


def page_edges(document: Document) -> list[PageEdges]:
    """The edges of each page that has text."""
    pages: dict[int, list[Line]] = {}
    for line in document.lines:
        if line.text.strip() and not (line.zone and line.zone.kind == "sideways"):
            pages.setdefault(line.page.number, []).append(line)
    made = []
    for lines in pages.values():
        page = lines[0].page
        if page.has_boxes:
            lines = sorted(lines, key=lambda line: line.top if line.words else 0.0)
        tokens = [Token(document.source[w.start : w.end], *w[2:]) for w in page.words]
        columns = tuple(find_number_columns(tokens, page.height, page.rules))
        made.append(PageEdges(page, tuple(lines), columns, _frame(page)))
    return made


def _frame(page: Page) -> tuple[float, float]:
    """The upper and lower side of a frame round the text (a transcript's): level rules where upright ones end."""
    level = [r for r in page.rules if not r.upright and r.right - r.left > 0.45 * page.width]
    sides = [r for r in page.rules if r.upright and r.bottom - r.top > 0.6 * page.height]
    above = [r.top for r in level if any(abs(r.top - s.top) < 8 for s in sides)]
    below = [r.top for r in level if any(abs(r.top - s.bottom) < 8 for s in sides)]
    return min(above, default=0.0), max(below, default=float("inf"))


def masked(text: str) -> str:
    """A line as running heads are compared: digits alike, blanks and case aside."""
    return re.sub(r"\d+", "0", " ".join(text.split())).casefold()


def neighbours(edges: Sequence[PageEdges], index: int) -> Iterator[PageEdges]:
    """The pages whose heads a page's can repeat: the next ones on either side and, for heads that alternate
    on left and right pages, the ones after those."""
    for near in (index - 2, index - 1, index + 1, index + 2):
        if 0 <= near < len(edges):
            yield edges[near]
