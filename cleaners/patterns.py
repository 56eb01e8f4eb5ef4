"""Patterns that are compiled when they are first used.

The steps have 460 of them: to compile them all takes a tenth of a second, a quarter of what ``clean-filings
text`` takes on a short text, which uses one in three. (Django keeps its patterns so.)
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from heapq import merge
from typing import Any, cast

TELLING = ("search", "match", "fullmatch")
METHODS = (*TELLING, "finditer", "findall", "split", "sub", "subn")

Ask = Callable[..., "re.Match[str] | None"]


class _Pattern:
    """A pattern that has the methods of a compiled one as its own from the first call of one of them on."""

    def __init__(self, pattern: str, flags: int, last: str) -> None:
        self.pattern, self.flags, self.last = pattern, flags, last

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 - whatever the compiled pattern has
        if name not in METHODS:
            raise AttributeError(name)
        compiled = re.compile(self.pattern, self.flags)
        self.__dict__.update({method: getattr(compiled, method) for method in METHODS})
        if self.last:
            self.__dict__.update({method: _ending(self.__dict__[method], self.last) for method in TELLING})
        return self.__dict__[name]


def _ending(ask: Ask, last: str) -> Ask:
    def asked(text: str, at: int = 0) -> re.Match[str] | None:
        return ask(text, at) if text[-1:] in last else None

    return asked


def pattern(pattern: str, flags: int = 0, *, last: str = "") -> re.Pattern[str]:
    """What :func:`re.compile` gives, but that a wrong pattern raises :class:`re.error` when it is first used.

    A form of a line's end names the signs that may be the line's ``last``: only lines that end so are gone
    through for it, which takes 20 times as long as to look at one sign. It is asked about whole lines.

    >>> pattern(r"\\d+").findall("793 F.2d 1072")
    ['793', '2', '1072']
    >>> [bool(pattern(r"\\bv\\.$", last=".").search(line)) for line in ("Roe v.", "Roe v. Doe", "Roe.")]
    [True, False, False]
    """
    return cast("re.Pattern[str]", _Pattern(pattern, flags, last))


def places(text: str, *signs: str) -> Iterator[int]:
    """Where one of the signs stands in a text, in its order.

    >>> list(places("no , and . but ,", " ,", " ."))
    [2, 8, 14]
    """
    return merge(*(_places(text, sign) for sign in signs))


def starting(form: re.Pattern[str], text: str, *signs: str) -> Iterator[re.Match[str]]:
    """The matches of a form that begins with one of the signs, in order. A sign is found thirty times as fast
    as one of a set of characters with which a pattern begins.

    >>> [match[0] for match in starting(pattern(r"[-–] ?\\d+"), "- 1 - 2, 3–4 and 5-6", "-", "–")]
    ['- 1', '- 2', '–4', '-6']
    """
    end = 0
    for at in places(text, *signs):
        if at >= end and (match := form.match(text, at)):
            yield match
            end = match.end()


def on_lines(form: re.Pattern[str], text: str, *signs: str) -> Iterator[re.Match[str]]:
    """The matches of a form in those lines of a text that hold one of the signs, as the form itself does.
    Where they are rare, that takes a tenth of the time that a form takes which begins with what is not.

    >>> [match.start() for match in on_lines(pattern(r"[A-Z] \\."), "S. Ct.\\nU .S.\\n", " .")]
    [7]
    """
    found = {sign: text.find(sign) for sign in signs}
    while found := {sign: at for sign, at in found.items() if at >= 0}:
        first = min(found.values())
        end = text.find("\n", first)
        end = len(text) if end < 0 else end
        yield from form.finditer(text, text.rfind("\n", 0, first) + 1, end)
        found = {sign: at if at > end else text.find(sign, end) for sign, at in found.items()}


def _places(text: str, sign: str) -> Iterator[int]:
    at = text.find(sign)
    while at >= 0:
        yield at
        at = text.find(sign, at + 1)
