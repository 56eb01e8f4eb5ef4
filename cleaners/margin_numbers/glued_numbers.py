"""Margin numbers glued to the word before them.

``pdftotext`` takes out the hyphen that ends a line and joins what it reads next, which on numbered paper is
the next line's number: ``non-`` / ``8 frivolous`` becomes ``non8 frivolous``, and a docket number another one
(``2:25-cv-01195-`` / ``13 APG`` becomes ``2:25-cv-0119513 APG``). The hyphen is lost; the number can go.
"""

from __future__ import annotations

import re

SHORTEST = 110
"""Characters of a line that was joined of two; no printed line beside numbers is so long."""


def glued_number(text: str, low: int, high: int, value: int) -> tuple[int, int] | None:
    """The span of the number that a count lacks between two of its own, at the end of a word amid a joined
    line, or of a docket number's five figures; None if nothing there, or more than one thing, can be it."""
    form = rf"(?:(?<=[A-Za-z])|(?<=-c[vr]-\d{{5}})){value}(?= [A-Za-z(“\"])"
    found = [match.span() for match in re.finditer(form, text[low:high])]
    if len(found) != 1:
        return None
    start, end = low + found[0][0], low + found[0][1]
    line = text[text.rfind("\n", 0, start) + 1 : text.find("\n", end)]
    return (start, end) if len(line) >= SHORTEST else None
