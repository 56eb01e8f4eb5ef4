"""The times of a real-time transcript in bare text: one beside each line, rising down the page.

A dump puts them before the line numbers, behind the lines or in a heap; no sentence writes the hour so
(``10:26AM``, ``10:26:05``), let alone on every line.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from cleaners.document import Line

TIME = re.compile(r"(\d(?<!\S.)\d?):(\d{2})(?:[AP]M|:\d{2}(?:[AP]M)?)(?!\S)")
FEWEST = 8
"""So many times stand on a page of a transcript that has them."""

LEAST_RISING = 0.9


def find_bare_times(pages: Sequence[Sequence[Line]]) -> Iterator[tuple[int, int]]:
    """The spans of the times, page by page."""
    for lines in pages:
        found = [(line.start, match) for line in lines for match in TIME.finditer(line.text)]
        minutes = [60 * (int(match[1]) % 12) + int(match[2]) for _, match in found]
        rising = sum(0 <= two - one <= 60 for one, two in pairwise(minutes))
        if len(found) >= FEWEST and rising >= LEAST_RISING * (len(found) - 1):
            yield from ((start + match.start(), start + match.end()) for start, match in found)


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
