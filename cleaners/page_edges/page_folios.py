"""The page number that each physical page prints, from what was taken out of it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from cleaners.document import Document
from cleaners.patterns import pattern
from cleaners.pieces import Piece

FORM = pattern(r"page\s+(\d{1,4})|(?<!\S)-?\s*(\d{1,4}|[ivxl]{1,7})\s*-?$|^(\d{1,4})\b", re.IGNORECASE)
"""Where a number stands in a folio or in a running head: behind «Page», or at either end."""


def folio_of(document: Document, piece: Piece) -> str | None:
    """The number of a folio or of a running head that was taken out: ``64`` of ``Page 64``."""
    match = FORM.search(document.source[piece.start : piece.end].strip())
    return next((group for group in match.groups() if group), None) if match else None


def printed_folios(document: Document) -> dict[int, str]:
    """The printed page number of each physical page on which one was found.

    What stands alone at a page's edge is its folio. A number in a running head is one only if those of other
    heads rise with it as the pages do, or the filing is one page: a case's number stands in heads, too.
    """
    found = dict(_taken(document, "folios"))
    in_heads = [
        (page, number)
        for page, number in _taken(document, "running heads")
        if page not in found and number.isdigit()
    ]
    steps = Counter(int(number) - page for page, number in set(in_heads))
    risen = {
        page: number for page, number in in_heads if steps[int(number) - page] > 1 or len(document.pages) == 1
    }
    return dict(sorted({**risen, **found}.items()))


def _taken(document: Document, step: str) -> Iterator[tuple[int, str]]:
    """The pages and numbers of what a step took out; the first of a page comes last."""
    for piece in reversed(document.pieces):
        if piece.by and piece.by[-1] == step and (number := folio_of(document, piece)):
            yield document.page_at(piece.start).number, number
