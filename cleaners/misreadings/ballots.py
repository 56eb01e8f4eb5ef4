"""The answers of a verdict form, where OCR misread some of its rows."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from cleaners.line import Line
from cleaners.misreadings import REASON
from cleaners.patterns import pattern
from cleaners.pieces import Edit

BALLOT = pattern(r"\W*(?P<yes>[yv]es)\b[\W_]*(?P<no>no)\b(?P<specks>[.,\-–—'’]*)[\W_]*", re.IGNORECASE)
FEWEST_BALLOTS = 3
"""Rows that must say Yes alike, and half of all."""


def misread_ballots(lines: Sequence[Line]) -> Iterator[Edit]:
    """The answers of a verdict form are printed alike in all of its rows (``YES``, ``NO``); a No may be
    misread in most of them, for it is the shorter and a box stands behind it, but is as high as the Yes."""
    rows = [
        (line, match)
        for line in lines
        if line.page.method == "ocr" and (match := BALLOT.fullmatch(line.text)) is not None
    ]
    usual, count = Counter(match["yes"] for _, match in rows).most_common(1)[0] if rows else ("", 0)
    if count < max(FEWEST_BALLOTS, len(rows) / 2):
        return
    printed = {"yes": usual, "no": "NO" if usual.isupper() else "No" if usual.istitle() else "no"}
    for line, match in rows:
        for name, answer in printed.items():
            if match[name] != answer:
                yield Edit(line.start + match.start(name), line.start + match.end(name), answer, REASON)
        if match["specks"]:
            yield Edit(line.start + match.start("specks"), line.start + match.end("specks"), "", REASON)
