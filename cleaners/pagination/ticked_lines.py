"""Text whose every line begins with a backquote, as the services that sell dockets offer it.

What stands between two of its pages is a line that has none.
"""

from __future__ import annotations

from cleaners.patterns import pattern

TICK = pattern(r"(?m)^`")
PAGE_END = pattern(r"\n(?=`)(?<=\n\n)")

FEWEST, LEAST_SHARE = 5, 0.9
"""So many lines begin so, and such a share of those that are not empty; the first may have lost its own."""


def is_ticked(text: str) -> bool:
    """Whether lines begin with a backquote because they are lines."""
    ticks = text.count("\n`")
    return ticks >= FEWEST and ticks >= LEAST_SHARE * sum(bool(line.strip()) for line in text.split("\n"))


def ticked_ends(text: str) -> list[int]:
    """The line ends that part the pages of such a text, none of any other."""
    return [match.start() for match in PAGE_END.finditer(text)] if is_ticked(text) else []
