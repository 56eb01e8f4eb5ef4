"""Margin numbers that stand at both ends of their lines, as some paper of courts and reporters has them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from cleaners.line import Line
from cleaners.margin_numbers.lone_numbers import Number
from cleaners.patterns import pattern

END = pattern(r"(?<=\S)[ \t]+(\d{1,2})[ \t]*\Z")
EMPTY = pattern(r"[ \t]*(\d{1,2})[ \t]+(\d{1,2})[ \t]*")
"""A line without text."""

FEWEST, LEAST = 8, 0.8
"""So many lines of a page end with the number that they begin with, and such a share of the numbered ones."""


def numbers_at_ends(count: Sequence[Number], lines: Sequence[Line]) -> Iterator[tuple[int, int]]:
    """The spans of a page's numbers, and the blanks before them, that end the lines which a count begins."""
    beginning = [(n, lines[n.line]) for n in count if _leads(n, lines[n.line])]
    ends = [(line, END.search(line.text), n.value) for n, line in beginning]
    found = [
        (line.start + m.start(), line.start + m.end(1)) for line, m, value in ends if m and int(m[1]) == value
    ]
    if len(found) < max(FEWEST, LEAST * len(beginning)):
        return
    yield from found
    for line in lines:
        if (match := EMPTY.fullmatch(line.text)) and match[1] == match[2]:
            yield line.start + match.start(1), line.start + match.end(1)
            yield line.start + match.start(2), line.start + match.end(2)


def _leads(number: Number, line: Line) -> bool:
    """Whether nothing but the number itself, again, stands before it on its line."""
    return line.text[: number.start - line.start].strip() in ("", str(number.value))
