"""The heads of a transcript's pages that have lost their folios and line numbers, as pasted and scraped ones
have: the name of the session (``O5TVDOE1``), with the witness and the examination behind it.

The reporters of the Southern District of New York name a session by the year's letter, the month's figure,
the day, letters of the case, and a figure for the part of the day; each page begins with it.
"""

from __future__ import annotations

import re
from collections import Counter

from cleaners.pagination.examination_heads import examination_head
from cleaners.patterns import pattern

HEAD = pattern(
    r"\n[ \t]*(?P<head>(?P<session>[A-Z][1-9A-C][1-9A-V][A-Z\d]{3,4}(?<=[A-Z]))\d?"
    r"(?:[ \t]+\S[^\n]{0,60})?)(?=\n|\Z)"
)

FEWEST = 3
"""So many pages of one session show what it is called."""


def session_heads(text: str) -> list[tuple[int, int]]:
    """The spans of such heads, none of a text whose pages have other names.

    >>> page = "\\n\\n\\nO5TVDOE1 Roe - Cross\\nA. Yes.\\nQ. Is it?"
    >>> [page[start:end] for start, end in session_heads(page + page + page)][0]
    'O5TVDOE1 Roe - Cross'
    """
    found = [match for match in HEAD.finditer(text) if _is_head(match)]
    times = Counter(match["session"] for match in found)
    return [match.span("head") for match in found if times[match["session"]] >= FEWEST]


def _is_head(match: re.Match[str]) -> bool:
    """Whether a line is a session's name alone, or what else a page of testimony is headed with."""
    name, _, rest = match["head"].partition(" ")
    return any(c.isdigit() for c in name) and (not rest or examination_head(match["head"]) is not None)
