"""The head of a letter's later pages: whom it is written to, the date, and last ``Page 2``.

A letter of two pages has it once, so nothing repeats it; but its first page shows the date, or the name.
"""

from __future__ import annotations

from collections.abc import Sequence

from cleaners.line import Line
from cleaners.patterns import pattern

PAGE = pattern(r"[\W_]*(?:Page|PAGE) \d{1,3}(?: of \d{1,3})?[\W_]*")
DATE = pattern(r"[A-Z][a-z]+ \d{1,2}, \d{4}")
MOST, LONGEST = 4, 60
"""Lines over the page's number at most, and characters of each."""


def letter_head(top: Sequence[Line], first: Sequence[Line]) -> list[Line]:
    """The lines at a page's top down to the date, and to ``Page 2`` if that stands there, where the ``first``
    page has the date as a line of its own; without a page's number it must have the name as well."""
    texts = [line.text.strip() for line in top[: MOST + 1]]
    printed = [line.text.strip() for line in first]
    dated = next((n for n, text in enumerate(texts) if DATE.fullmatch(text) and text in printed), None)
    if dated is None or any(len(text) > LONGEST for text in texts[: dated + 1]):
        return []
    paged = next((n for n, text in enumerate(texts) if PAGE.fullmatch(text) and n >= dated), 0)
    name = " ".join(texts[0].split()[-2:])
    named = dated > 0 and any(text.endswith(name) for text in printed)
    return list(top[: paged or dated + 1]) if paged or named else []
