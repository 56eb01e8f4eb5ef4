"""Heads of bare text that are deeper than a page's edge: minutes repeat court, number, date and parties."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from cleaners.line import Line
from cleaners.page_edges.edges import PageEdges, neighbours
from cleaners.pagination.page_marks import DEEPEST

MOST = 6
"""Lines that a head has below an edge at most."""


def below_edge(edges: Sequence[PageEdges], index: int) -> list[Line]:
    """The lines of a later page that go on with a head as deep as its edge, if the pages near by have them to
    the letter. A caption is no head for being printed again."""
    page, near = edges[index], list(neighbours(edges, index))
    if not index or page.page.has_boxes or page.has_caption or not near:
        return []
    heads = [{line.text.strip() for line in other.lines[: DEEPEST + MOST]} for other in near]
    low = page.lines[DEEPEST : DEEPEST + MOST]
    fewest = min(2, len(near))
    return list(takewhile(lambda line: sum(line.text.strip() in head for head in heads) >= fewest, low))
