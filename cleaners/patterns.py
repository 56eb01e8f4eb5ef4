"""Patterns that are compiled when they are first used.

The steps have 460 of them: to compile them all takes a tenth of a second, a quarter of what ``clean-filings
text`` takes on a short text, which uses one in three. (Django keeps its patterns so.)
"""

from __future__ import annotations

import re
from typing import Any, cast

METHODS = ("search", "match", "fullmatch", "finditer", "findall", "split", "sub", "subn")


class _Pattern:
    """A pattern that has the methods of a compiled one as its own from the first call of one of them on."""

    def __init__(self, pattern: str, flags: int) -> None:
        self.pattern, self.flags = pattern, flags

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 - whatever the compiled pattern has
        if name not in METHODS:
            raise AttributeError(name)
        compiled = re.compile(self.pattern, self.flags)
        self.__dict__.update({method: getattr(compiled, method) for method in METHODS})
        return self.__dict__[name]


def pattern(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """What :func:`re.compile` gives, but that a wrong pattern raises :class:`re.error` when it is first used.

    >>> pattern(r"\\d+").findall("793 F.2d 1072")
    ['793', '2', '1072']
    """
    return cast("re.Pattern[str]", _Pattern(pattern, flags))
