"""The slashes with which a pleading fills a line, as OCR reads them: ``I I I``, ``l l l``."""

from __future__ import annotations

from collections.abc import Sequence

from cleaners.line import Line
from cleaners.patterns import pattern

READ = pattern(r"\s*+[I/l|](?:\s?[I/l|]){2}\s*+")
LONGEST = 12
"""Characters of such a line at most, blanks and all."""


def misread_slashes(lines: Sequence[Line]) -> set[int]:
    """Where lines begin that are slashes misread, each with another above or below it: a part's number
    (``III``) stands alone."""
    read = [len(line.text) < LONGEST and READ.fullmatch(line.text) is not None for line in lines]
    pairs = (n for n in range(1, len(read)) if read[n - 1] and read[n])
    return {lines[at].start for n in pairs for at in (n - 1, n)}
