"""Running heads and footers of pages whose lines were run together.

They stand beside the folio or the stamp, in the middle of a sentence, as they stood at the edge of the page
(``an order that 3 ROE v. DOE the court``). What shows them is that the same words stand beside the next one.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from cleaners.document import Document

FLAT = 600
"""No printed line is so long, in characters."""

WINDOW = 240
"""Characters beside a page's end in which a head or footer may stand."""

NEARBY = 2
"""Heads may differ on left and right pages: those of the next page and the next but one are compared."""

FEWEST_LETTERS = 12
"""Letters of a head: two pages may begin with one word by chance."""

SLIP = re.compile(
    r"(?<!\S)(?:(?P<before>\d{1,4}) )?(?P<name>[A-Z][A-Z.,'’&-]*(?: [A-Z.,'’&-]{1,20}){0,6} v\. "
    r"[A-Z][A-Z.,'’&-]+(?: (?:OF|AND|THE|[A-Z]{3,}[.,]?|&)){0,6})(?: (?P<after>\d{1,4}))?(?!\S)"
)
"""``2086 MARRABLE v. TIDEWELL`` and ``MARRABLE v. TIDEWELL 2087``: the head of a slip opinion, its folio."""

VERSUS = re.compile(r" v\. [A-Z]{2}")
FEWEST_SLIPS = 3

TITLE = re.compile(r"\bCOURT\b")
FRONT = 600
"""Characters in which a filing names its court."""

PAGE_OF = re.compile(r"(?<!\S)Page (?P<page>\d{1,3}) of (?P<all>\d{1,3})(?!\S)")

WORD, DIGITS = re.compile(r"\S+"), re.compile(r"\d+")


class Head(NamedTuple):
    """The span of a head in the text, of its folio too if that is known with it, and where it stood."""

    start: int
    end: int
    at_top: bool


class _Word(NamedTuple):
    start: int
    end: int
    masked: str


def find_bare_heads(document: Document) -> list[Head]:
    """The heads and footers inside of run-together lines, in order and apart."""
    if not any(len(line.text) > FLAT and not line.page.has_boxes for line in document.lines):
        return []
    text = document.text
    ends = sorted({*(at for at, _ in document.removed({"ECF stamp"})), *_told_ends(text)})
    kept: list[Head] = []
    for head in sorted([*_beside(text, ends), *_slip_heads(text)]):
        if not kept or head.start >= kept[-1].end:
            kept.append(head)
    return kept


def _told_ends(text: str) -> Iterator[int]:
    """Where footers say which page of how many ended."""
    found = list(PAGE_OF.finditer(text))
    for one, two in pairwise(found):
        if int(two["page"]) == int(one["page"]) + 1 and one["all"] == two["all"]:
            yield from (one.end(), two.end())


def _beside(text: str, ends: Sequence[int]) -> Iterator[Head]:
    """What stands alike after (or before) the ends of pages near one another. What stands first in the text
    or names the court there is its title."""
    bounds = [0, *ends, len(text)]
    pages = list(pairwise(bounds))
    tops = [_words(text, one, min(two, one + WINDOW)) for one, two in pages[1:]]
    feet = [_words(text, max(one, two - WINDOW), two)[::-1] for one, two in pages]
    for sides, at_top in ((tops, True), (feet, False)):
        for index, own in enumerate(sides):
            near = sides[max(0, index - NEARBY) : index] + sides[index + 1 : index + 1 + NEARBY]
            head = _head(own, near)
            start, end = min((w.start for w in head), default=0), max((w.end for w in head), default=0)
            titled = start < FRONT and TITLE.search(text, start, end) and not TITLE.search(text, 0, start)
            if head and text[:start].strip() and not titled:
                yield Head(start, end, at_top)


def _words(text: str, start: int, end: int) -> list[_Word]:
    return [_Word(*m.span(), DIGITS.sub("0", m[0])) for m in WORD.finditer(text, start, end)]


def _head(own: Sequence[_Word], near: Sequence[Sequence[_Word]]) -> Sequence[_Word]:
    """The words, from the edge inward, that the pages nearby have too, a folio at either end left out."""
    shared = [_in_common(own, other) for other in near]
    longest = max(shared, default=0)
    head = own[: min((n for n in shared if n >= longest / 2), default=0)] if longest else ()
    small = [word.masked[0].islower() for word in head]
    prose = next((n for n in range(len(head) - 2) if all(small[n : n + 3])), len(head))
    head = head[:prose]
    while head and head[-1].masked == "0":
        head = head[:-1]
    if [word.masked for word in head[:2]] != ["0", "of"]:
        head = head[next((n for n, word in enumerate(head) if word.masked != "0"), 0) :]
    words = [word.masked for word in head]
    letters = sum(c.isalpha() for word in words for c in word)
    lower = sum(word[0].islower() for word in words)
    return head if letters >= FEWEST_LETTERS and lower <= 0.5 * len(words) else ()


def _in_common(one: Sequence[_Word], two: Sequence[_Word]) -> int:
    pairs = enumerate(zip(one, two, strict=False))
    return next((n for n, (a, b) in pairs if a.masked != b.masked), min(len(one), len(two)))


def _slip_heads(text: str) -> Iterator[Head]:
    if len(VERSUS.findall(text)) < FEWEST_SLIPS:
        return
    found = [m for m in SLIP.finditer(text) if bool(m["before"]) != bool(m["after"])]
    counts = Counter(m["name"] for m in found)
    for match in found:
        if counts[match["name"]] >= FEWEST_SLIPS:
            yield Head(*match.span(), at_top=True)
