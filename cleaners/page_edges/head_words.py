"""What tells heads in run-together lines: words beside a page's end, numbers that rise from page to page."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from cleaners.document import Document
from cleaners.patterns import pattern

WINDOW = 240
"""Characters beside a page's end in which a head or footer may stand."""

NEARBY = 2
"""Heads may differ on left and right pages: those of the next page and the next but one are compared."""

PAGE = 300
"""Characters between two heads at least: a short page of large type holds 1,000, a last one less."""

WORD, DIGITS = pattern(r"\S+"), pattern(r"\d+")


class Head(NamedTuple):
    """The span of a head in the text, of its folio too if that is known with it, and where it stood."""

    start: int
    end: int
    at_top: bool


class Word(NamedTuple):
    """A word as it is printed, and with its figures masked."""

    start: int
    end: int
    printed: str
    masked: str


def words_of(text: str, start: int, end: int) -> list[Word]:
    """The words of a stretch of text, in order."""
    return [Word(*m.span(), m[0], DIGITS.sub("0", m[0])) for m in WORD.finditer(text, start, end)]


def in_common(one: Sequence[Word], two: Sequence[Word], *, exact: bool = False) -> int:
    """How many words two runs have in common from their beginning on, figures aside unless ``exact``."""
    pairs = enumerate(zip(one, two, strict=False))
    differ = (n for n, (a, b) in pairs if (a.printed != b.printed if exact else a.masked != b.masked))
    return next(differ, min(len(one), len(two)))


def rising(matches: Sequence[re.Match[str]]) -> Iterator[list[re.Match[str]]]:
    """Runs of page numbers (the group ``page``), each one more than the one before and a page behind it; the
    last page may be shorter."""
    run: list[re.Match[str]] = []
    for match in matches:
        last = not match.string[match.end() : match.end() + PAGE].strip()
        apart = bool(run) and (last or match.start() - run[-1].end() >= PAGE)
        if apart and int(match["page"]) == int(run[-1]["page"]) + 1:
            run.append(match)
        elif not run or apart:
            if len(run) > 1:
                yield run
            run = [match]
    if len(run) > 1:
        yield run


def first_lines(document: Document) -> Iterator[int]:
    """Where margin numbers begin anew, which each page of pleading paper and of a transcript has."""
    for at, piece in document.removed({"margin line number"}):
        if document.source[piece.start : piece.end].strip() == "1":
            yield at
