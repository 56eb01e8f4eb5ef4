"""Margin numbers that end the lines they belong to.

A text layer is read in the order in which it was written, and some write a line before its number
(``the right of the owner 4`` / ``to the barge 5``). One more on each line, and sentences that go on behind
them, tell them from the page numbers of a table of contents and the items of a list.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from cleaners.line import Line
from cleaners.patterns import pattern

END = pattern(r"(?<=\S)[ \t]+(\d{1,2})[ \t]*\Z|\A[ \t]*(\d{1,2})[ \t]*\Z")
GOES_ON = pattern(r"[ \t]*[a-z(“\"]")

FEWEST = 8
"""So many lines end with a number one more than the line above."""
FEWEST_LAST = 3
"""So many on a page that ends below them, where others are numbered so."""
LEAST_AMID = 0.3
"""So many of the lines below them go on amid a sentence."""


def may_trail(text: str) -> bool:
    """Whether lines of a text end with the first numbers of a count."""
    return all(f" {value}\n" in text for value in range(1, FEWEST))


def trailing_numbers(lines: Sequence[Line]) -> Iterator[tuple[int, int]]:
    """The spans of a page's numbers, and the blanks before them, that end its lines and count up by one."""
    filled = [line for line in lines if line.text.strip()]
    ended = [(n, match) for n, line in enumerate(filled) if (match := END.search(line.text))]
    runs = [list(run) for _, run in groupby(ended, key=lambda found: _value(found[1]) - found[0])]
    runs = [run for run in runs if _goes_on(run, filled)]
    if any(len(run) >= FEWEST for run in runs):
        for run in runs:
            if len(run) >= (FEWEST_LAST if _value(run[0][1]) == 1 else FEWEST):
                yield from ((filled[n].start + m.start(), filled[n].start + m.end()) for n, m in run)


def _value(match: re.Match[str]) -> int:
    return int(match[1] or match[2])


def _goes_on(run: Sequence[tuple[int, re.Match[str]]], filled: Sequence[Line]) -> bool:
    below = [filled[n + 1].text for n, _ in run if n + 1 < len(filled)]
    return sum(GOES_ON.match(line) is not None for line in below) >= LEAST_AMID * len(run)
