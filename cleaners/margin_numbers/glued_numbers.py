"""Margin numbers glued to the word before them.

``pdftotext`` takes out the hyphen that ends a line and joins what it reads next, which on numbered paper is
the next line's number: ``non-`` / ``8 frivolous`` becomes ``non8 frivolous``, and a docket number another one
(``2:25-cv-01195-`` / ``13 APG`` becomes ``2:25-cv-0119513 APG``). The hyphen is lost; the number can go.
Where a number stands close to its line, the blank between them is lost, too, and the line's own word follows
it (``13the court``), or its own figures (``412(b)(6)``: line 4, which begins with ``12(b)(6)``).
"""

from __future__ import annotations

import re

from cleaners.lexicon import is_word

SHORTEST = 110
"""Characters of a line that was joined of two; no printed line beside numbers is so long."""


def glued_number(text: str, low: int, high: int, value: int) -> tuple[int, int] | None:
    """The span of the number that a count lacks between two of its own, at the end of a word amid a joined
    line, or of a docket number's five figures; None if nothing there, or more than one thing, can be it."""
    form = rf"(?:(?<=[A-Za-z])|(?<=-c[vr]-\d{{5}})){value}(?= [A-Za-z(“\"])|(?<!\S){value}(?=([a-z]{{3,}}\b))"
    found = [m for m in re.finditer(form, text[low:high]) if not m[1] or is_word(m[1])]
    if len(found) != 1:
        return None
    start, end = low + found[0].start(), low + found[0].end()
    first = text.rfind("\n", 0, start) + 1
    joined = len(text[first : text.find("\n", end)]) >= SHORTEST
    return (start, end) if joined or (found[0][1] and not text[first:start].strip()) else None


def glued_figures(text: str, low: int, high: int, value: int) -> tuple[int, int] | None:
    """The span of the number that a count lacks, between two that are glued to their lines, before a line's
    own figures; None if it begins none of the lines, or more than one."""
    if text[low].isspace() or text[high:].lstrip("0123456789")[:1].isspace():
        return None
    found = list(re.finditer(rf"\n[ \t]*({value})(?=[\d(])", text[low:high]))
    return (low + found[0].start(1), low + found[0].end(1)) if len(found) == 1 else None
