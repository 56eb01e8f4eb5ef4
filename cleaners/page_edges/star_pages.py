"""Star pages: where the text of an opinion passes to the next page of a printed reporter.

Publishers mark it amid the sentence or the word (``in the *226 court``, ``Octo*227ber``; Lexis and New
York's slip opinions in brackets, Google Scholar with the number twice). The marks of one reporter count on;
another's have a star more. An opinion that cites a page so (``2031 WL 123456, at *3``) says so.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise

from cleaners.lexicon import is_word
from cleaners.patterns import pattern, starting

Span = tuple[int, int]

STAR = pattern(r"(?P<stars>\*(?<!\*.)\*{0,2})(?P<page>\d{1,4})(?![\d*%$])")
TWICE, BRACKET = pattern(r"(?<![\w*])(?P<page>\d{1,4})\Z"), pattern(r"\[\Z")
CITED = pattern(
    r"\b(?:at|pp?\.|[Oo]p\.,?|WL \d+,|LEXIS \d+,)\s+(?:\*+\d+\S*(?:,|\s(?:and|&))?\s+)*[\d*–-]*\Z"
)
"""What comes before a page that is cited."""
REACH = 60
"""So many characters before a star is the citation that it belongs to looked for."""
BEFORE, AFTER = pattern(r"[A-Za-z]+\Z"), pattern(r"[a-z]+")
MOST_SKIPPED = 3
"""So far is one mark from the next at most: a page may hold nothing but notes."""
FACTOR = 40
"""What stands behind a figure and a star may be a product up to here."""


def star_pages(text: str) -> Iterator[Span]:
    """The spans of the marks, with the blank behind one that has blanks on both sides.

    >>> text = "the own*226er in the *227 court, 2031 WL 12, at *228; 5 * 3"
    >>> [text[start:end] for start, end in star_pages(text)]
    ['*226', '*227 ']
    """
    told: list[Span] = []
    by_stars: dict[str, list[tuple[int, Span]]] = defaultdict(list)
    for match in starting(STAR, text, "*"):
        start, end = match.span()
        span = _bracketed(text, match) or _twice(text, match)
        product = not span and text[start - 1 : start].isdigit() and int(match["page"]) <= FACTOR
        if product or CITED.search(text, max(0, start - REACH), start):
            continue
        if span or _parts_word(text, start, end):
            told.append(span or (start, end))
        by_stars[match["stars"]].append((int(match["page"]), span or (start, end)))
    found = {*told}
    for own in by_stars.values():
        for (one, before), (two, after) in pairwise(own):
            if 0 < two - one <= MOST_SKIPPED:
                found |= {before, after}
    yield from (_with_blank(text, *span) for span in sorted(found))


def _bracketed(text: str, match: re.Match[str]) -> Span | None:
    start, end = match.span()
    closed = text[start - 1 : start] == "[" and text[end : end + 1] == "]"
    return (start - 1, end + 1) if closed else None


def _twice(text: str, match: re.Match[str]) -> Span | None:
    """The span of ``226*226``."""
    before = TWICE.search(text, max(0, match.start() - 5), match.start())
    return (before.start(), match.end()) if before and before["page"] == match["page"] else None


def _parts_word(text: str, start: int, end: int) -> bool:
    before, after = BEFORE.search(text, max(0, start - 20), start), AFTER.match(text, end)
    return before is not None and after is not None and is_word(before[0] + after[0])


def _with_blank(text: str, start: int, end: int) -> Span:
    apart = text[start - 1 : start] in ("", " ", "\n", "\f") and text[end : end + 1] == " "
    return (start, end + 1) if apart else (start, end)
