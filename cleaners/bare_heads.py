"""Running heads and footers of pages whose lines were run together.

They stand beside the folio or the stamp, in the middle of a sentence, as they stood at the edge of the page
(``an order that 3 ROE v. DOE the court``). What shows them is that the same words stand beside the next one.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise, takewhile
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
FEWEST_FIGURES = 6
"""Figures of a docket number that is a head by itself."""

NAME = (
    r"[A-Z][A-Z.,'’&-]*(?: [A-Z.,'’&-]{1,20}){0,7} [vV]\. "
    r"[A-Z][A-Z.,'’&-]+(?: (?:OF|AND|THE|[A-Z]{2,}[.,]?|&)){0,7}"
)
SLIP = re.compile(
    rf"(?<!\S)(?:(?P<before>\d{{1,4}}) )?(?P<name>{NAME})(?<!,)(?: (?P<after>\d{{1,4}}))?(?!\S)"
)
"""``2086 MARRABLE v. TIDEWELL`` and ``MARRABLE v. TIDEWELL 2087``: the head of a slip opinion, its folio."""

PART = (
    r"(?: (?:Per Curiam|Syllabus|Opinion of the Court|[A-Z]{3,}, (?:C\. )?J\., (?:dissenting|concurring)"
    r"(?: in (?:part|(?:the )?judgment))?))"
)
"""What stands below the head of a slip opinion of the Supreme Court: of which of its opinions it is."""
CITE_AS = re.compile(rf"C(?<!\S.)ite as:? \d{{1,3}} U\. ?S\. _{{2,}} \(\d{{4}}\) \d{{1,3}}{PART}?(?!\S)")
"""The head of every second page there."""
NAMED_PART = re.compile(rf"{PART}(?!\S)")

PAGED = re.compile(r"P(?<!\S.)age (?P<page>\d{1,3})(?!\S| of \d)")
"""What ends the heads of the Sixth Circuit: ``No. 29-3045 Marrable v. Tidewell Page 2``."""

DOCKETED = re.compile(
    r"(?<!\S)(?:(?P<before>\d{1,3}) )?(?P<docket>(?:Nos?\. )?\d\d-\d{3,5}(?:(?:,| &| and) \d\d-\d{3,5})*)"
    r"(?: (?P<after>\d{1,3}))?(?!\S)"
)
"""The docket number beside the folio: ``2 29-12345`` (9th Cir.), ``No. 29-1234 3`` (7th Cir.)."""

DASHED = re.compile(r"[-–—](?<!\S.) ?(?P<page>\d{1,3}) ?[-–—](?!\S)")
"""A folio that can be nothing else, once others count on with it."""

VERSUS = re.compile(r" [vV]\. [A-Z]{2}")
FEWEST_SLIPS = 3
FEWEST_BESIDE = 3
"""So many words (``Opinion of the Court``) stand beside a name that comes twice only."""
PAGE = 300
"""Characters between two heads at least: a short page of large type holds 1,000, a last one less."""

TITLE = re.compile(r"\bCOURT\b")
UNDER = 60
"""Characters below a case's name in which a title page says how it came up: ``ON WRIT OF CERTIORARI TO``."""
FRONT = 600
"""Characters in which a filing names its court."""

PAGE_OF = re.compile(r"P(?<!\S.)age (?P<page>\d{1,3}) of (?P<all>\d{1,3})(?!\S)")

WORD, DIGITS = re.compile(r"\S+"), re.compile(r"\d+")


class Head(NamedTuple):
    """The span of a head in the text, of its folio too if that is known with it, and where it stood."""

    start: int
    end: int
    at_top: bool


class _Word(NamedTuple):
    """A word as it is printed, and with its figures masked."""

    start: int
    end: int
    printed: str
    masked: str


def find_bare_heads(document: Document) -> list[Head]:
    """The heads and footers inside of run-together lines, in order and apart."""
    if not any(len(line.text) > FLAT and not line.page.has_boxes for line in document.lines):
        return []
    text = document.text
    ends = sorted({*(at for at, _ in document.removed({"ECF stamp"})), *_told_ends(text)})
    kept: list[Head] = []
    for head in sorted([*_beside(text, ends), *_slip_heads(text), *_paged_heads(text), *_docketed(text)]):
        if not kept or head.start >= kept[-1].end:
            kept.append(head)
    return kept


def _told_ends(text: str) -> Iterator[int]:
    """Where footers say which page of how many ended."""
    found = list(PAGE_OF.finditer(text))
    for one, two in pairwise(found):
        if int(two["page"]) == int(one["page"]) + 1 and one["all"] == two["all"]:
            yield from (one.end(), two.end())
    for chain in rising(list(DASHED.finditer(text))):
        yield from (match.end() for match in chain)


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


def _beside(text: str, ends: Sequence[int]) -> Iterator[Head]:
    """What stands alike after (or before) the ends of pages near one another. What stands first in the text
    or names the court there is its title."""
    bounds = [0, *ends, len(text)]
    pages = list(pairwise(bounds))
    tops = [_words(text, one, min(two, one + WINDOW)) for one, two in pages]
    if not _counts_from_one(tops[:2]):
        tops = tops[1:]
    feet = [_words(text, max(one, two - WINDOW), two)[::-1] for one, two in pages]
    for sides, at_top in ((tops, True), (feet, False)):
        for index, own in enumerate(sides):
            near = sides[max(0, index - NEARBY) : index] + sides[index + 1 : index + 1 + NEARBY]
            head = _head(own, near)
            start, end = min((w.start for w in head), default=0), max((w.end for w in head), default=0)
            titled = start < FRONT and TITLE.search(text, start, end) and not TITLE.search(text, 0, start)
            if head and (text[:start].strip() or len(sides) == len(pages)) and not titled:
                yield Head(start, end, at_top)


def _counts_from_one(tops: Sequence[Sequence[_Word]]) -> bool:
    """Whether the first page begins with a head, not with its title: it says 1 where the next one says 2."""
    alike = takewhile(lambda pair: pair[0].masked == pair[1].masked, zip(*tops, strict=False))
    return len(tops) > 1 and any((one.printed, two.printed) == ("1", "2") for one, two in alike)


def _words(text: str, start: int, end: int) -> list[_Word]:
    return [_Word(*m.span(), m[0], DIGITS.sub("0", m[0])) for m in WORD.finditer(text, start, end)]


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
    telling = letters >= FEWEST_LETTERS or _is_docket(head, near)
    return head if telling and lower <= 0.5 * len(words) else ()


def _is_docket(head: Sequence[_Word], near: Sequence[Sequence[_Word]]) -> bool:
    """Whether the words are a docket number that a page nearby bears too."""
    figures = sum(c.isdigit() for word in head for c in word.printed)
    same = any(_in_common(head, other[: len(head)], exact=True) == len(head) for other in near)
    return figures >= FEWEST_FIGURES and same


def _in_common(one: Sequence[_Word], two: Sequence[_Word], *, exact: bool = False) -> int:
    """How many words two runs have in common from their beginning on, figures aside unless ``exact``."""
    pairs = enumerate(zip(one, two, strict=False))
    differ = (n for n, (a, b) in pairs if (a.printed != b.printed if exact else a.masked != b.masked))
    return next(differ, min(len(one), len(two)))


def _slip_heads(text: str) -> Iterator[Head]:
    """Names of the case in capitals that come again a page later, and what always stands beside them. The
    Supreme Court's opinions of one decision count their pages anew."""
    cited = list(CITE_AS.finditer(text))
    yield from (Head(*match.span(), at_top=True) for match in cited)
    if len(VERSUS.findall(text)) < 2:
        return
    for own in _by_name(text):
        folios = [m for m in own if bool(m["before"]) != bool(m["after"])]
        apart = all(two.start() - one.end() >= PAGE for one, two in pairwise(own))
        if len(own) < 2 or not (apart or len(folios) >= FEWEST_SLIPS):
            continue
        counts_on = bool(cited) or _rise([int(m["before"] or m["after"]) for m in folios])
        counted = len(folios) == len(own) and counts_on
        beside = min(_in_common(_after(text, own[0]), _after(text, two)) for two in own[1:])
        if len(own) < FEWEST_SLIPS and beside < FEWEST_BESIDE and not counted:
            continue
        if not folios and "CERTIORARI" in text[own[0].start() : own[0].end() + UNDER]:
            continue  # each opinion has the title
        folio = 0
        for match in own if apart else folios:
            start, end = _with_folio(match, folio)
            told = match["before"] if start == match.start() else None
            folio = int(told or (match["after"] if end == match.end() else None) or folio + 1)
            after = _after(text, match)[:beside] if end == match.end() else []
            if match in folios or text[: match.start()].strip():
                end = after[-1].end if after else end
                part = NAMED_PART.match(text, end)
                yield Head(start, part.end() if part else end, at_top=True)


def _by_name(text: str) -> Iterator[list[re.Match[str]]]:
    """The heads of each case. A heading in capitals below one reads on as if it were the name's."""
    found = list(SLIP.finditer(text))
    names = Counter(match["name"] for match in found)
    by_name: dict[str, list[re.Match[str]]] = defaultdict(list)
    for match in found:
        name = match["name"]
        shorter = (name[: blank.start()] for blank in re.finditer(" ", name)) if names[name] == 1 else ()
        own = next((known for known in shorter if names[known] > 1), name)
        if own != name:
            exact = re.compile(SLIP.pattern.replace(NAME, re.escape(own)))
            match = exact.match(text, match.start()) or match  # noqa: PLW2901
        by_name[own].append(match)
    yield from by_name.values()


def _with_folio(match: re.Match[str], before: int) -> tuple[int, int]:
    """The span of a slip's head with its folio: of two numbers that which follows the last head's."""
    if not (match["before"] and match["after"]):
        return match.span()
    start, end = match.span("name")
    counts_on = [side for side in ("before", "after") if 0 < int(match[side]) - before <= NEARBY]
    if counts_on == ["before"]:
        start = match.start()
    elif counts_on == ["after"]:
        end = match.end()
    return start, end


def _rise(folios: Sequence[int]) -> bool:
    return all(0 < two - one <= NEARBY for one, two in pairwise(folios))


def _after(text: str, match: re.Match[str]) -> list[_Word]:
    return _words(text, match.end(), min(len(text), match.end() + WINDOW))


def _docketed(text: str) -> Iterator[Head]:
    """The docket number of the filing beside folios that rise."""
    by_number: dict[str, list[re.Match[str]]] = defaultdict(list)
    for match in DOCKETED.finditer(text):
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
    for chain in rising(list(PAGED.finditer(text))):
        before = [_words(text, max(0, m.start() - WINDOW), m.start())[::-1] for m in chain]
        for index, match in enumerate(chain):
            near = before[max(0, index - NEARBY) : index] + before[index + 1 : index + 1 + NEARBY]
            own = before[index]
            words = own[: max(_in_common(own, other, exact=True) for other in near)]
            small = [word.printed[0].islower() for word in words]
            prose = next((n for n, two in enumerate(pairwise(small)) if all(two)), len(words))
            words = words[:prose]
            while words and (words[-1].printed[0].islower() or words[-1].printed[0].isdigit()):
                words = words[:-1]  # both pages happen to end in it
            if words:
                yield Head(words[-1].start, match.end(), at_top=True)
