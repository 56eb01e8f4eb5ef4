"""What a page shows as the number of a line: figures, with the specks and strokes that a scan adds."""

from __future__ import annotations

from functools import lru_cache

from cleaners.patterns import pattern

LARGEST = 40
"""No paper numbers more lines than this."""

NUMBER = pattern(r"\d{1,2}")
JUNK = "|[](){}!_.,:;-–—~'\"‘’“”*°•\\/"


@lru_cache(maxsize=1 << 16)
def printed_number(text: str) -> int | None:
    """The margin number that a token shows, specks and strokes of the rule beside it aside."""
    bare = text.strip(JUNK)
    return int(bare) if NUMBER.fullmatch(bare) and 1 <= int(bare) <= LARGEST else None
