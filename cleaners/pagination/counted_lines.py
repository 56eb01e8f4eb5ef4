"""Text that gives each page a line, its number before it, as sites that show documents do.

``1 UNITED STATES BANKRUPTCY COURT ...`` and, an empty line below it, ``2 (c) authorizing the Debtors ...``:
sentences run from line to line, so that the numbers are no paragraphs'.
"""

from __future__ import annotations

import re
from itertools import pairwise

from cleaners.patterns import pattern

LINE = pattern(r"(?m)^(?P<folio>(?P<number>\d{1,4}) +)(?=\S)[^\n]*$")

STOP = pattern(r"(?<!\bv)[.?!][”\"’)\]]{0,2}\s*$")

FEWEST, LEAST_LENGTH, LEAST_CUT = 2, 600, 0.3
"""So many lines, so many characters long on average, such a share of which ends amid a sentence."""


def counted_lines(text: str) -> list[re.Match[str]]:
    """The pages of such a text, none of any other; the group ``folio`` holds the number and the blanks."""
    filled = sum(1 for line in text.split("\n") if line.strip()) if text[:1].isdigit() else 0
    if filled < FEWEST or len(text) < LEAST_LENGTH * filled:
        return []
    found = list(LINE.finditer(text))
    if len(found) != filled or any(
        int(two["number"]) != int(one["number"]) + 1 for one, two in pairwise(found)
    ):
        return []
    cut = sum(STOP.search(match[0]) is None for match in found[:-1])
    return found if cut >= LEAST_CUT * (filled - 1) else []
