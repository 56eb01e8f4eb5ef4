"""Running heads and footers of pages whose lines were run together.

They stand beside the folio or the stamp, in the middle of a sentence, as they stood at the edge of the page
(``an order that 3 ROE v. DOE the court``). What shows them is that the same words stand beside the next one.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise, takewhile

from cleaners.document import Document
from cleaners.page_edges.head_words import (
    NEARBY,
    PAGE,
    WINDOW,
    Head,
    Word,
    first_lines,
    in_common,
    rising,
    words_of,
)
from cleaners.page_edges.slip_heads import slip_heads
from cleaners.paragraph_rules.bare_headings import SMALL
from cleaners.patterns import pattern, starting
from cleaners.terms.docket_numbers import APPEAL

FLAT = 600
"""No printed line is so long, in characters."""

FEWEST_ALIKE = 3
"""Pages nearby that share a head with words in small letters."""
FEWEST_LETTERS = 12
"""Letters of a head: two pages may begin with one word by chance."""
FEWEST_FIGURES = 6
"""Figures of a docket number that is a head by itself."""

PAGED = pattern(
    r"(?:P(?<!\S.)(?:age (?=\d)|AGE (?=\d|[-–] ?\d)[-– ]*)|~(?<!\S.) ?)(?P<page>\d{1,3})(?!\S| of \d)"
)
"""What ends the heads of the Sixth Circuit (``No. 29-3045 Marrable v. Tidewell Page 2``) and the footers of
the district courts of Washington: ``ORDER DENYING MOTION TO DISMISS PAGE -2``, ``~ 2``."""

DOCKETED = pattern(
    rf"(?<!\S)(?:(?P<before>\d{{1,3}}) )?(?P<docket>(?:Nos?\. )?{APPEAL}(?:(?:,| &| and) {APPEAL})*)"
    r"(?: (?P<after>\d{1,3}))?(?!\S)"
)
"""The docket number beside the folio: ``2 29-12345`` (9th Cir.), ``No. 29-1234 3`` (7th Cir.)."""

HYPHEN = pattern(r"-(?<=\d\d-)\d{3}")
BEFORE_HYPHEN = pattern(r"(?<!\S)(?:\d{1,3} )?(?:Nos?\. )?\d\d\Z")
LONGEST_BEFORE = len("123 Nos. 29")
"""What such a number is looked for by, and what stands in it before that."""

DASHED = pattern(r"[-–—](?<!\S.) ?(?P<page>\d{1,3}) ?[-–—](?!\S)")
"""A folio that can be nothing else, once others count on with it."""

TITLE = pattern(r"\bCOURT\b")
FRONT = 600
"""Characters in which a filing names its court."""

PAGE_OF = pattern(r"P(?<!\S.)age (?P<page>\d{1,3}) of (?P<all>\d{1,3})(?!\S)")


def find_bare_heads(document: Document) -> list[Head]:
    """The heads and footers inside of run-together lines, in order and apart."""
    if not any(len(line.text) > FLAT and not line.page.has_boxes for line in document.lines):
        return []
    text = document.text
    stamps = (at for at, _ in document.removed({"ECF stamp"}))
    ends = sorted({*stamps, *_told_ends(text)}) or list(first_lines(document))
    kept: list[Head] = []
    for head in sorted([*_beside(text, ends), *slip_heads(text), *_paged_heads(text), *_docketed(text)]):
        if not kept or head.start >= kept[-1].end:
            kept.append(head)
    return kept


def _told_ends(text: str) -> Iterator[int]:
    """Where footers say which page of how many ended."""
    found = list(PAGE_OF.finditer(text))
    for one, two in pairwise(found):
        if int(two["page"]) == int(one["page"]) + 1 and one["all"] == two["all"]:
            yield from (one.end(), two.end())
    for chain in rising(list(starting(DASHED, text, "-", "–", "—"))):
        yield from (match.end() for match in chain)


def _beside(text: str, ends: Sequence[int]) -> Iterator[Head]:
    """What stands alike after (or before) the ends of pages near one another. What stands first in the text
    or names the court there is its title."""
    bounds = [0, *ends, len(text)]
    pages = list(pairwise(bounds))
    tops = [words_of(text, one, min(two, one + WINDOW)) for one, two in pages]
    if not _counts_from_one(tops[:2]):
        tops = tops[1:]
    feet = [words_of(text, max(one, two - WINDOW), two)[::-1] for one, two in pages]
    for sides, at_top in ((tops, True), (feet, False)):
        for index, own in enumerate(sides):
            near = sides[max(0, index - NEARBY) : index] + sides[index + 1 : index + 1 + NEARBY]
            head = _head(own, near)
            start, end = min((w.start for w in head), default=0), max((w.end for w in head), default=0)
            titled = start < FRONT and TITLE.search(text, start, end) and not TITLE.search(text, 0, start)
            if head and (text[:start].strip() or len(sides) == len(pages)) and not titled:
                yield Head(start, end, at_top)


def _counts_from_one(tops: Sequence[Sequence[Word]]) -> bool:
    """Whether the first page begins with a head, not with its title: it says 1 where the next one says 2."""
    alike = takewhile(lambda pair: pair[0].masked == pair[1].masked, zip(*tops, strict=False))
    return len(tops) > 1 and any((one.printed, two.printed) == ("1", "2") for one, two in alike)


def _head(own: Sequence[Word], near: Sequence[Sequence[Word]]) -> Sequence[Word]:
    """The words, from the edge inward, that the pages nearby have too, a folio at either end left out."""
    shared = [in_common(own, other) for other in near]
    longest = max(shared, default=0)
    head = own[: min((n for n in shared if n >= longest / 2), default=0)] if longest else ()
    if sum(n >= len(head) for n in shared) < FEWEST_ALIKE:
        head = _titled(head)
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
    telling = letters >= FEWEST_LETTERS or _is_docket(head, near)
    return head if telling and lower <= 0.5 * len(words) else ()


def _titled(head: Sequence[Word]) -> Sequence[Word]:
    """What of the words that two pages share is set like a title: they may end in the same sentence, or in
    the same citation."""
    if any(_is_cite(words) for words in zip(head, head[1:], head[2:], strict=False)):
        return ()
    own = next(
        (n for n, word in enumerate(head) if word.printed[0].islower() and word.printed not in SMALL),
        len(head),
    )
    while own and head[own - 1].printed[0].islower():
        own -= 1
    return head[:own]


def _is_cite(words: tuple[Word, Word, Word]) -> bool:
    """Whether three words are volume, reporter and page, in either direction."""
    one, reporter, two = (word.masked.strip(",.") for word in words)
    return one == two == "0" and reporter[:1].isupper() and "." in reporter


def _is_docket(head: Sequence[Word], near: Sequence[Sequence[Word]]) -> bool:
    """Whether the words are a docket number that a page nearby bears too."""
    figures = sum(c.isdigit() for word in head for c in word.printed)
    same = any(in_common(head, other[: len(head)], exact=True) == len(head) for other in near)
    return figures >= FEWEST_FIGURES and same


def _docket_numbers(text: str) -> Iterator[re.Match[str]]:
    """The docket numbers, each with the folios beside it. To look for them by their rare hyphen takes a
    thirtieth of the time."""
    end = 0
    for hyphen in HYPHEN.finditer(text):
        at = hyphen.start()
        before = BEFORE_HYPHEN.search(text, max(end, at - LONGEST_BEFORE), at)
        if before and (match := DOCKETED.match(text, before.start())):
            end = match.end()
            yield match


def _docketed(text: str) -> Iterator[Head]:
    """The docket number of the filing beside folios that rise."""
    by_number: dict[str, list[re.Match[str]]] = defaultdict(list)
    for match in _docket_numbers(text):
        if match["before"] or match["after"]:
            by_number[match["docket"]].append(match)
    for own in by_number.values():
        run: list[Head] = []
        last = 0
        for match in own:
            far = not run or match.start() - run[-1].end >= PAGE or not text[match.end() :].strip()
            told = [side for side in ("before", "after") if match[side]]
            sides = [s for s in told if not run or 0 < int(match[s]) - last <= NEARBY]
            sides = [s for s in sides if int(match[s]) == last + 1] or sides
            if far and len(sides) == 1:
                last = int(match[sides[0]])
                span = (*match.span(sides[0]), *match.span("docket"))
                run.append(Head(min(span), max(span), at_top=True))
        if len(run) > 1:
            yield from run


def _paged_heads(text: str) -> Iterator[Head]:
    """What stands alike before ``Page 2`` and before ``Page 3``."""
    for chain in rising(list(starting(PAGED, text, "Page ", "PAGE ", "~"))):
        before = [words_of(text, max(0, m.start() - WINDOW), m.start())[::-1] for m in chain]
        for index, match in enumerate(chain):
            near = before[max(0, index - NEARBY) : index] + before[index + 1 : index + 1 + NEARBY]
            own = before[index]
            words = own[: max(in_common(own, other, exact=True) for other in near)]
            small = [word.printed[0].islower() for word in words]
            prose = next((n for n, two in enumerate(pairwise(small)) if all(two)), len(words))
            words = words[:prose]
            while words and (words[-1].printed[0].islower() or words[-1].printed[0].isdigit()):
                words = words[:-1]  # both pages happen to end in it
            if words:
                yield Head(words[-1].start, match.end(), at_top=True)
