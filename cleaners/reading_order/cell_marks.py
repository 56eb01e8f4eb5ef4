"""The marks that part a caption's cells in bare text: a column of ``)``, ``:``, ``|``, ``§`` or stars."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from cleaners.line import Line
from cleaners.patterns import pattern

MARK = pattern(r"[)}\]:|§*](?:(?<=^.)|(?<=[\s_].))(?:(?<!§)|(?<=\s\s.)|(?=\s\s)|(?<=^.)(?=$))(?=\s|$)")
FEWEST_MARKED = 4
"""In bare text so many lines near one another must carry the mark; a colon ends a line now and then."""
FEWEST_BEHIND = 2
"""Lines of a caption’s left cell that a star ends."""


def marked_runs(lines: Sequence[Line]) -> Iterator[list[tuple[Line, re.Match[str]]]]:
    """Captions in bare text: lines one after another that carry the same mark, up to two without it between,
    each with its mark."""
    return (run for run in _runs_of_marks(lines) if run[0][1][0] != "*" or _behind_words(run))


def _behind_words(run: Sequence[tuple[Line, re.Match[str]]]) -> bool:
    """Whether a mark ends lines of words as well: the stars between the cells of the Eighth Circuit do, those
    before the items of a list do not."""
    behind = sum(match.end() == len(line.text.rstrip()) > len(line.text.split()[0]) for line, match in run)
    return behind >= FEWEST_BEHIND


def _runs_of_marks(lines: Sequence[Line]) -> Iterator[list[tuple[Line, re.Match[str]]]]:
    run: list[tuple[Line, re.Match[str]]] = []
    bare = 0
    for line in lines:
        match = None if line.page.has_boxes else _mark(line.text, run[-1][1][0] if run else "")
        if match:
            run.append((line, match))
            bare = 0
        elif run and bare < 2 and len(line.text.strip()) < 40:
            bare += 1
        else:
            if len(run) >= FEWEST_MARKED:
                yield run
            run, bare = [], 0
    if len(run) >= FEWEST_MARKED:
        yield run


def _mark(text: str, wanted: str) -> re.Match[str] | None:
    """The first mark that closes no bracket of its own line."""
    told = ")" in text or ":" in text or "]" in text or "|" in text or "*" in text
    if not (told or "}" in text or "§" in text):
        return None  # as most lines
    for match in MARK.finditer(text):
        opened = text.count("(", 0, match.start()) > text.count(")", 0, match.start())
        if not opened and wanted in ("", match[0]):
            return match
    return None
