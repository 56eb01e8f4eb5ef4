"""The numbers of a page of bare text that may be its margin's: small, and with blanks about them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from cleaners.line import Line
from cleaners.margin_numbers.numbered_words import NUMBERED
from cleaners.patterns import pattern

LARGEST = 40
"""No paper numbers more lines than this."""

NUMBER = pattern(r"\d(?<!\S.)\d?(?!\S)")
BELONGS = pattern(rf"{NUMBERED}[.,]?$", re.IGNORECASE)
"""A word after which a number is the sentence's own."""

UNIT = pattern(
    r"(?:F\.|U\.S|S\.|Cal\.|L\. ?Ed|Fed\.|B\.R|C\.F|Stat\.|WL|N\.|P\.|A\.|So\.|"
    r"days?|years?|months?|hours?|minutes?|percent|inches|feet|miles)"
)
"""A word before which a number is the sentence's own, unless a number stands before it too."""

LONG = 160
"""Characters of a line that was never printed as one: lines were run together, and numbers stand inside."""

LEADING = pattern(r"[ \t]*(?:\d{1,2} )*\d{1,2}(?!\S)")
"""The numbers that begin a line."""
GLUED = pattern(r"[ \t]*(\d{1,2})(?!(?:st|nd|rd|th|d)\b)(?=[A-Za-z“\"‘'\[§])")
"""A number that begins a line, without a blank behind it; an ordinal is the sentence's own."""


class Number(NamedTuple):
    """A number that stands alone: its span and value, how many words and lines of the page stand before it,
    and whether it can be read as part of its sentence."""

    start: int
    end: int
    value: int
    place: int
    line: int
    strange: bool


def lone_numbers(text: str, lines: Sequence[Line]) -> Iterator[Number]:
    """The numbers up to ``LARGEST`` that begin a line or, where lines were run together, stand in one."""
    place, at = 0, lines[0].start
    for index, line in enumerate(lines):
        glued = False
        if len(line.text) > LONG:
            end = line.end
        elif line.text.lstrip()[:1].isdigit() and (
            match := LEADING.match(line.text) or GLUED.match(line.text)
        ):
            end, glued = line.start + match.end(), match.lastindex == 1
        else:
            continue
        for match in NUMBER.finditer(text, line.start, end):
            if 1 <= (value := int(match[0])) <= LARGEST:
                place += len(text[at : match.start()].split())
                at = match.start()
                yield Number(*match.span(), value, place, index, glued or _is_strange(text, match))


def _is_strange(text: str, match: re.Match[str]) -> bool:
    before = text[max(0, match.start() - 16) : match.start()].split()
    if before and BELONGS.fullmatch(before[-1].lstrip('(“"[')):
        return True
    cited = UNIT.match(text, match.end() + 1) is not None
    return cited and not (before and before[-1].isdigit())
