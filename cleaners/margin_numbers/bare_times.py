"""The times of a real-time transcript in bare text: one beside each line, rising down the page.

A dump puts them before the line numbers, behind the lines or in a heap; no sentence writes the hour so
(``10:26AM``, ``10:26:05``), let alone on every line.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from cleaners.line import Line
from cleaners.patterns import pattern

TIME = pattern(r"(\d(?<!\S.)\d?):(\d{2})(?:[AP]M|:\d{2}(?:[AP]M)?)(?!\S)")
SHORT = pattern(r"(?<!\S)(\d{1,2}):(\d{2})(?=[ \t]+\d{1,2}(?!\S))")
"""``10:26`` is a time of the margin only where it begins a line, before the line's number."""

FEWEST = 8
"""So many times stand on a page that shows that a transcript has them; its last page may have two."""

LEAST = 0.9
"""So many of them rise, and stand at the same end of their lines."""


class _Time(NamedTuple):
    """The span of a time, the minute it tells, and whether its line begins or ends with it, the line's number
    aside."""

    start: int
    end: int
    minute: int
    first: bool
    last: bool


def find_bare_times(pages: Sequence[Sequence[Line]]) -> Iterator[tuple[int, int]]:
    """The spans of the times, page by page."""
    told = [[time for line in lines if ":" in line.text for time in _times(line)] for lines in pages]
    proven = [len(times) >= FEWEST and _rise(times) for times in told]
    known = [time for times, sure in zip(told, proven, strict=True) if sure for time in times]
    first, last = (
        sum(side) >= LEAST * len(known) for side in ([t.first for t in known], [t.last for t in known])
    )
    for times, sure in zip(told, proven, strict=True):
        own = times if sure else [t for t in times if known and ((t.first and first) or (t.last and last))]
        if sure or _rise(own):
            yield from (time[:2] for time in own)


def _times(line: Line) -> Iterator[_Time]:
    short = SHORT.match(line.text, len(line.text) - len(line.text.lstrip()))
    for match in [short] if short else TIME.finditer(line.text):
        before, after = line.text[: match.start()], line.text[match.end() :]
        yield _Time(
            line.start + match.start(),
            line.start + match.end(),
            60 * (int(match[1]) % 12) + int(match[2]),
            first=not before.strip(" \t0123456789"),
            last=not after.strip(),
        )


def _rise(times: Sequence[_Time]) -> bool:
    rising = sum(0 <= two.minute - one.minute <= 60 for one, two in pairwise(times))
    return rising >= LEAST * (len(times) - 1)


def blanked(
    text: str, pages: Sequence[Sequence[Line]], spans: Sequence[tuple[int, int]]
) -> tuple[str, Sequence[Sequence[Line]]]:
    """The text and its lines with blanks for the spans, all offsets as they were."""
    if not spans:
        return text, pages
    parts, at = [], 0
    for start, end in sorted(spans):
        parts += [text[at:start], " " * (end - start)]
        at = end
    text = "".join((*parts, text[at:]))
    return text, [[line._replace(text=text[line.start : line.end]) for line in lines] for lines in pages]
