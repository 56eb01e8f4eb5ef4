"""Running heads and footers: what a filing prints again and again at the edges of its pages.

A short title, a docket line, a court's name, the reporter's address. They repeat on the next page or, where
left and right pages differ, on the next but one, digits aside; and they stand at the edge, with nothing of
the text outside of them. On a page whose text is set inside a frame or beside line numbers, all that stands
outside is theirs.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from rapidfuzz import fuzz

from cleaners.document import Document, Edit, Line, cleaned
from cleaners.edges import FOLIO, Edge, PageEdges, masked, neighbours, page_edges

HEAD, FOOT = "running head", "running footer"

ALIKE = 86.0
"""Least rapidfuzz ratio of two lines, digits masked, that are the same head (OCR misreads a letter in ten)."""

SAME_HEIGHT = 16.0
"""Points by which the same head may wander from page to page (scans shift)."""

SLIP_OPINION = re.compile(
    r"(?:\d+\s+)?(?:Cite as:? .*|[^a-z]{3,60} v\. [^a-z]{3,60}(?:\s+\d+)?)|"
    r"(?:Opinion of the Court|Per Curiam|Syllabus|Opinion of \w+, J\.|[\w’' ]+, J\., (?:concurring|dissenting).*)"
)
"""The two head lines of a Supreme Court slip opinion (``4   ROE v. DOE`` and ``Opinion of the Court``)."""

TITLE = re.compile(r"\b(?:COURT|MINUTES|DISTRICT OF|CIRCUIT)\b")


def strip_running_heads(text: str) -> str:
    """Delete running heads and footers; pages are parted by form feeds.

    >>> strip_running_heads("ROE v. DOE\\nThe court finds\\n\\fROE v. DOE\\nfor the plaintiff.\\n")
    '\\nThe court finds\\n\\x0c\\nfor the plaintiff.\\n'

    Left alone: a title that only one page has, and on the first page a head that is the court's name.
    """
    return cleaned(text, find_running_heads, by="running heads")


def find_running_heads(document: Document) -> Iterator[Edit]:
    """The running heads and footers of each page, from the edge inward as long as lines repeat."""
    edges = page_edges(document)
    for index, page in enumerate(edges):
        taken: set[int] = set()
        for side, reason in ((page.top, HEAD), (page.bottom, FOOT)):
            for line in _repeated(edges, index, side):
                if line.start not in taken:
                    taken.add(line.start)
                    yield Edit(line.start, line.end, reason=reason)


def _repeated(edges: list[PageEdges], index: int, side: tuple[Edge, ...]) -> Iterator[Line]:
    page = edges[index]
    run: list[Line] = []
    last = -1
    for edge in side:
        inside = edge.at_top and page.columns and not page.is_outside(edge.line)
        if page.is_outside(edge.line) or not inside and (_is_repeated(edge, edges, index) or _is_slip_head(edge)):
            run.append(edge.line)
            last = len(run)
        elif edge.depth - len(run) >= 1 or not _is_number(edge.line):
            break
    for line in run[: max(last, 0)]:
        is_title = index == 0 and side[0].at_top and TITLE.search(line.text) and not page.is_outside(line)
        if not is_title and not _is_number(line):
            yield line


def _is_number(line: Line) -> bool:
    """A folio, which has a step of its own."""
    return FOLIO.fullmatch(line.text.strip()) is not None


def _is_repeated(edge: Edge, edges: list[PageEdges], index: int) -> bool:
    own = masked(edge.line.text)
    if sum(c.isalpha() for c in own) < 2:
        return False
    for page in neighbours(edges, index):
        for other in page.top if edge.at_top else page.bottom:
            if abs(other.depth - edge.depth) > 2 or not _same_height(edge.line, other.line):
                continue
            if fuzz.ratio(own, masked(other.line.text)) >= ALIKE:
                return True
    return False


def _same_height(one: Line, two: Line) -> bool:
    return not (one.words and two.words) or abs(one.top - two.top) <= SAME_HEIGHT


def _is_slip_head(edge: Edge) -> bool:
    return edge.at_top and edge.depth < 2 and SLIP_OPINION.fullmatch(" ".join(edge.line.text.split())) is not None
