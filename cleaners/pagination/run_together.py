"""Line ends of a text that was run together, where margin numbers had stood.

A text flattened to one line keeps the numbers of its pleading paper between the words (``an order 13 of``).
Each stood at the beginning of a printed line. With the line ends back a paragraph's last line tells where it
ends, and a heading stands by itself.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from cleaners.document import LINE_END_FOUND, Document
from cleaners.page import LONGEST_LINE
from cleaners.pagination.numbered_pages import NUMBER_REASON
from cleaners.patterns import pattern
from cleaners.pieces import Edit

HEAP = 20
"""So many numbers in one place came out by themselves: the lines they numbered stand elsewhere."""

MOST_LONG = 0.5
"""The share of a text that stretches longer than a line hold at most where its lines are numbered: of a scan
whose margin was read on some pages only, what is left is better told by its words."""

BLANK = pattern(r"(?<=\S) {1,3}(?=\S)")


def find_line_ends(document: Document) -> Iterator[Edit]:
    """The blanks at which a margin number stood amid a line of the source."""
    if document.pages and document.pages[0].has_boxes:
        return
    text = document.text
    stood = Counter(at for at, _ in document.removed({NUMBER_REASON}))
    if not stood:
        return
    ends = [at for at, numbers in stood.items() if numbers < HEAP]
    breaks = sorted({0, len(text), *ends, *(n for n, char in enumerate(text) if char == "\n")})
    stretches = [two - one for one, two in pairwise(breaks)]
    if sum(n for n in stretches if n > LONGEST_LINE) > MOST_LONG * len(text):
        return
    for at in ends:
        blank = BLANK.search(text, max(0, at - 2))
        if blank and blank.start() <= at <= blank.end() and _is_amid(document, at):
            yield Edit(*blank.span(), "\n" * min(2, stood[at]), LINE_END_FOUND)


def _is_amid(document: Document, at: int) -> bool:
    """Whether the source has a line about a place that was never printed as one."""
    source_at = document.source_at(at)
    end = document.source.find("\n", source_at)
    return (end if end >= 0 else len(document.source)) - document.row_at(source_at) >= LONGEST_LINE
