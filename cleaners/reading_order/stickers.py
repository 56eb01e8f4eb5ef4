"""Exhibit stickers: what a party or the reporter puts over a page that it exhibits, where there is room.

A sticker says in short lines on one axis whose exhibit it is, ``EXHIBIT``, and under that which one. It lies
over the text, so that its words would fall among those of the lines beside it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from cleaners.page import Token
from cleaners.patterns import pattern

TITLES = frozenset({"EXHIBIT", "Exhibit"})
WHOSE = pattern(
    r"(?:PLAINTIFF|DEFENDANT|GOVERNMENT|PETITIONER|RESPONDENT|APPELLANT|APPELLEE|CLAIMANT|DEBTOR|PEOPLE|STATE"
    r"|JOINT|TRIAL|HEARING|DEPOSITION)(?:[’']?S[’']?)?",
)
WHICH = pattern(r"(?:[A-Z]{1,2}|\d{1,4}|[A-Z]{1,2}-?\d{1,4}|\d{1,4}-?[A-Z]{1,2})")

AXIS = 8.0
"""Points by which a sticker's lines wander off its axis."""

CORNER = 0.2
"""Share of the page's width from its middle to a sticker's axis at least: a title stands in the middle."""

CLOSE = 1.2
"""Lines of a sticker are parted by no more than so many times their height."""

SET, READ = 0.15, 0.5
"""Share of its height by which a word may lie higher or lower than another of its line: as it was set, and as
OCR boxes it, with its letters' own tops and tails."""

FEWEST_WORDS = 40
"""Words of a page beside its sticker: a cover sheet (``EXHIBIT A``) has fewer, and they are its text."""


def find_stickers(tokens: Sequence[Token], width: float, level: float = SET) -> list[Token]:
    """The words of a page's exhibit stickers; ``level`` is SET or READ."""
    if len(tokens) < FEWEST_WORDS:
        return []
    titles = [token for token in tokens if token.text in TITLES]
    return [token for title in titles for token in _sticker(title, tokens, width, level)]


def _sticker(title: Token, tokens: Sequence[Token], width: float, level: float) -> Iterator[Token]:
    """The title, whose exhibit above it and which below it; none of a word amid a line, nor of the head of a
    column of exhibits."""
    if abs(title.center - width / 2) < CORNER * width or _is_in_line(title, tokens, level):
        return
    which = _next(title, tokens, down=True)
    if which is None or not WHICH.fullmatch(which.text) or _is_in_line(which, tokens, level):
        return
    below = _next(which, tokens, down=True)
    if below is not None and WHICH.fullmatch(below.text):
        return
    yield from (title, which)
    whose = _next(title, tokens, down=False)
    if whose is not None and WHOSE.fullmatch(whose.text.upper()) and not _is_in_line(whose, tokens, level):
        yield whose


def _next(token: Token, tokens: Sequence[Token], *, down: bool) -> Token | None:
    """The word that stands next below (or above) another on its axis."""
    near = [t for t in tokens if t is not token and abs(t.center - token.center) < AXIS]
    gaps = [(t.top - token.bottom if down else token.top - t.bottom, t) for t in near]
    close = [(gap, t) for gap, t in gaps if -token.height / 3 < gap < CLOSE * token.height]
    return min(close)[1] if close else None


def _is_in_line(token: Token, tokens: Sequence[Token], level: float) -> bool:
    """Whether other words stand level with a word, be it across the page: what is put over a page meets its
    lines by chance alone, the head of a column has the others' heads beside it."""
    return any(t is not token and abs(t.middle - token.middle) < level * token.height for t in tokens)
