"""Blanks to fill in: ``____`` whatever their printed length."""

from __future__ import annotations

from collections.abc import Iterator

from cleaners.document import Document, cleaned
from cleaners.page import BLANK
from cleaners.patterns import pattern
from cleaners.pieces import Edit

PRINTED = pattern(r"__+(?:[ \t]+__+)*")


def normalize_blanks(text: str) -> str:
    """Print every blank to fill in as four underscores.

    >>> normalize_blanks("DATED: October ______________, 2006. By:__ __")
    'DATED: October ____, 2006. By:____'
    """
    return cleaned(text, find_blanks, by="blanks")


def find_blanks(document: Document) -> Iterator[Edit]:
    """Blanks whose length is not four underscores."""
    for match in PRINTED.finditer(document.text):
        if match[0] != BLANK:
            yield Edit(match.start(), match.end(), BLANK, "blank to fill in")
