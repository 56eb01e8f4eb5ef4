"""The parts of a page that have footnotes of their own: what runs across it, and each column of text.

Reporters and slip opinions set in two columns put a note at the foot of the column that calls it.
"""

from __future__ import annotations

from collections.abc import Iterator

from cleaners.document import Document
from cleaners.line import Line


def parts_of(document: Document) -> Iterator[list[Line]]:
    """The lines of each part, from top to bottom. A condensed transcript, four pages on a sheet, has none."""
    parts: dict[tuple[int, int], list[Line]] = {}
    panelled = set[int]()
    for line in document.lines:
        if line.words and line.text.strip() and not (line.zone and line.zone.is_aside):
            parts.setdefault(part_of(line), []).append(line)
            if line.zone and line.zone.kind == "panel":
                panelled.add(line.page.number)
    for (page, _), lines in parts.items():
        if page not in panelled:
            yield sorted(lines, key=lambda line: line.top)


def part_of(line: Line) -> tuple[int, int]:
    """The page of a line, and where the column that it stands in begins; 0 for what runs across the page."""
    return line.page.number, line.zone.start if line.zone and line.zone.kind == "column" else 0
