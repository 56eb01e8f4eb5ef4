"""Ellipses of spaced points (``. . .``), as citation manuals and courts print them, that OCR read close.

Tesseract makes ``police...`` or ``.. .`` of ``police . . .`` where the points stand near one another. That
they are spaced shows in the width of what it read: three close points are as wide as a letter and a half.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from cleaners.document import Document
from cleaners.line import Line
from cleaners.patterns import pattern
from cleaners.pieces import Edit

REASON = "points of an ellipsis"

POINTS = pattern(r"(?<!\.)\.{3,4}(?!\.)")
PARTED = pattern(r"(?<![.\w])\.(?: ?\.){2,3}(?![.\w])")

SPACED = 2.4
"""Letters that spaced points are as wide as, at least: close ones take 1.2 to 1.7, spaced ones 2.8."""

FEWEST_LETTERS = 12
"""So many letters of the line tell how wide one is."""


def find_ellipses(document: Document) -> Iterator[Edit]:
    """Where blanks are to stand between an ellipsis's points that OCR read."""
    for line in document.lines if document.has_ocr else ():
        if line.page.method == "ocr" and ".." in line.text:
            yield from _on_line(line)


def _on_line(line: Line) -> Iterator[Edit]:
    letters = _letter_width(line)
    for word in line.words if letters else ():
        text = line.text_of(word)
        match = POINTS.search(text)
        if match and word.right - word.left - letters * (len(text) - len(match[0])) >= SPACED * letters:
            first = word.start + match.start()
            for at in range(first + (match.start() == 0), first + len(match[0])):
                yield Edit(at, at, " ", REASON)
    for match in PARTED.finditer(line.text):
        if " " in match[0]:
            for one, two in pairwise(m.start() for m in re.finditer(r"\.", match[0])):
                if two - one == 1:
                    at = line.start + match.start() + two
                    yield Edit(at, at, " ", REASON)


def _letter_width(line: Line) -> float:
    """How wide a letter of the line is, in points; 0 where too few tell."""
    words = [w for w in line.words if line.text_of(w).isalpha()]
    count = sum(w.end - w.start for w in words)
    return sum(w.right - w.left for w in words) / count if count >= FEWEST_LETTERS else 0.0
