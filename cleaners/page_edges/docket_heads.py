"""The docket number at the head of a page of bare text that has lost its pages.

The Court of Appeals of Washington prints ``No. 77255-4-I/2`` over each page from the second on, its other
divisions and many courts the number alone. Few pages end with a sentence: the number stands amid one
(``cancel the lis`` / ``No. 47482-4-II`` / ``pendens``), and the title page has it, too. Amid a line it may
be the sentence's own (``we dismiss No. 31-1024 as moot``): there the folio of the page before stands beside
it, or it comes again as pages do.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise

from cleaners.page_edges.head_words import PAGE
from cleaners.patterns import pattern, starting

Span = tuple[int, int]

SIGN = "No. "
NUMBER = pattern(
    r"No\.(?<!\S...) (?P<number>[A-Z]{0,4}-?\d[\dA-Za-z]+(?: ?- ?[\dA-Za-z]+){1,3})"
    r"(?P<page> ?/ ?\d{1,3})?(?!\S)"
)
FEWEST_FIGURES = 5
FEWEST_AGAIN = 3
"""Pages amid whose sentences a number stands that nothing else tells."""
MOST_SKIPPED = 3
"""Pages whose ends do end a sentence, between two that do not."""
BEFORE = pattern(r"(?P<word>\S+)\s+(?:(?P<folio>\d{1,3})\s+)?\Z")
AFTER = pattern(r"\s+[a-z]")
NEAR = 40
"""Characters in which the word before a number ends."""
ASKING = frozenset(
    ("in", "case", "cause", "number", "under", "and", "or", "to", "of", "with", "see", "by", "from", "for",
     "appeal", "docket", "on", "as", "at", "the", "is", "was", "action", "matter", "file", "also")
)  # fmt: skip
"""Words that a sentence puts before such a number."""


def docket_heads(text: str) -> Iterator[Span]:
    """The spans of such heads, each with the folio of the page before that stands above it.

    >>> page = "No. 47482-4-II\\nRoe sued to cancel the lis\\nNo. 47482-4-II\\npendens."
    >>> [page[start:end] for start, end in docket_heads(page)]
    ['No. 47482-4-II']
    """
    by_number: dict[str, list[re.Match[str]]] = defaultdict(list)
    for match in starting(NUMBER, text, SIGN) if text.count(SIGN) > 1 else ():
        if sum(map(str.isdigit, match["number"])) >= FEWEST_FIGURES:
            by_number[match["number"].replace(" ", "")].append(match)
    for own in by_number.values():
        yield from _heads(text, own[1:])


def _heads(text: str, found: list[re.Match[str]]) -> Iterator[Span]:
    """The heads among the places where one number stands below the title page."""
    last = 0
    loose: list[re.Match[str]] = []
    for match in found:
        before = BEFORE.search(text, max(0, match.start() - NEAR), match.start())
        if match["page"]:
            yield match.span()
        if match["page"] or before is None or not AFTER.match(text, match.end()):
            continue
        folio = int(before["folio"] or 0)
        if 0 < folio - last <= MOST_SKIPPED:
            last = folio
            yield before.start("folio"), match.end()
        elif _is_alone(text, match):
            yield match.span()
        elif before["word"].casefold().strip("(") not in ASKING:
            loose.append(match)
    if len(loose) >= FEWEST_AGAIN and all(two.start() - one.end() >= PAGE for one, two in pairwise(loose)):
        yield from (match.span() for match in loose)


def _is_alone(text: str, match: re.Match[str]) -> bool:
    """Whether a number is all of its line."""
    start, end = text.rfind("\n", 0, match.start()) + 1, text.find("\n", match.end())
    return (
        not text[start : match.start()].strip() and not text[match.end() : end if end >= 0 else None].strip()
    )
