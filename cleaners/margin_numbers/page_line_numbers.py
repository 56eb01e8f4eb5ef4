"""Page and line before each line of a transcript: what a reporter's export to plain text writes there.

``00012:07``, ``12:07``, ``1-07``: the lines count up by one and begin again where the page counts up. Hours
and minutes do neither, and a list that is numbered so (``1-01``) has no line that goes on amid a sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from cleaners.patterns import on_lines, pattern

_Match = re.Match[str]

_FORM = r"(?P<page>\d{1,5})(?P<mark>[:-])(?P<line>\d\d)"
PAGE_AND_LINE = pattern(_FORM)
NUMBER = pattern(rf"(?m)^[ \t]*{_FORM}(?!\S)(?:[ \t]+(?P<small>[a-z])?)?")
SIGNS = (":01", "-01")
"""What the first line of a page bears."""

FEWEST = 8
"""So many numbers count on without a break."""
LEAST_AMID = 0.1
"""So many of their lines begin with a small letter, amid a sentence."""


def page_line_numbers(text: str) -> Iterator[tuple[int, int]]:
    """The spans of the numbers, those of counts that are long enough."""
    if next(on_lines(NUMBER, text, *SIGNS), None) is None:
        return
    found = list(NUMBER.finditer(text))
    for count in _counts(found):
        amid = sum(match["small"] is not None for match in count)
        if len(count) >= FEWEST and amid >= LEAST_AMID * len(count):
            yield from ((match.start("page"), match.end("line")) for match in count)


def _counts(found: Sequence[_Match]) -> Iterator[list[_Match]]:
    """The numbers, parted where one does not follow the one before it."""
    count = list(found[:1])
    for one, two in pairwise(found):
        if not _follows(one, two):
            yield count
            count = []
        count.append(two)
    yield count


def _follows(one: _Match, two: _Match) -> bool:
    page, line = (int(two[part]) - int(one[part]) for part in ("page", "line"))
    return one["mark"] == two["mark"] and ((page, line) == (0, 1) or (page == 1 and int(two["line"]) == 1))
