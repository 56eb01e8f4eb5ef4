"""The heads of slip opinions in run-together lines: the name of the case in capitals, again and again."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import islice, pairwise

from cleaners.page_edges.head_words import NEARBY, PAGE, WINDOW, WORD, Head, in_common, words_of
from cleaners.patterns import pattern, starting

NAME = (
    r"[A-Z][A-Z.,'’&-]*(?: [A-Z.,'’&-]{1,20}){0,7} [vV]\. "
    r"[A-Z][A-Z.,'’&-]+(?: (?:OF|AND|THE|[A-Z]{2,}[.,]?|&)){0,7}"
)
SLIP = pattern(rf"(?<!\S)(?:(?P<before>\d{{1,4}}) )?(?P<name>{NAME})(?<!,)(?: (?P<after>\d{{1,4}}))?(?!\S)")
"""``2086 MARRABLE v. TIDEWELL`` and ``MARRABLE v. TIDEWELL 2087``: the head of a slip opinion, its folio."""

PART = (
    r"(?: (?:Per Curiam|Syllabus|Opinion of the Court|[A-Z]{3,}, (?:C\. )?J\., (?:dissenting|concurring)"
    r"(?: in (?:part|(?:the )?judgment))?))"
)
"""What stands below the head of a slip opinion of the Supreme Court: of which of its opinions it is."""
CITE_AS = pattern(rf"C(?<!\S.)ite as:? \d{{1,3}} U\. ?S\. _{{2,}} \(\d{{4}}\) \d{{1,3}}{PART}?(?!\S)")
"""The head of every second page there."""
NAMED_PART = pattern(rf"{PART}(?!\S)")

VERSUS = pattern(r" [vV]\. [A-Z]{2}")
FEWEST_SLIPS = 3
FEWEST_BESIDE = 3
"""So many words (``Opinion of the Court``) stand beside a name that comes twice only."""

UNDER = 60
"""Characters below a case's name in which a title page says how it came up: ``ON WRIT OF CERTIORARI TO``."""


def slip_heads(text: str) -> Iterator[Head]:
    """Names of the case in capitals that come again a page later, and what always stands beside them. The
    Supreme Court's opinions of one decision count their pages anew."""
    cited = list(CITE_AS.finditer(text))
    yield from (Head(*match.span(), at_top=True) for match in cited)
    if len(list(starting(VERSUS, text, " v. ", " V. "))) < 2:
        return
    beginning = len(text) - len(text.lstrip())
    for own in _by_name(text):
        folios = [match for match in own if _has_folio(match)]
        apart = all(two.start() - one.end() >= PAGE for one, two in pairwise(own))
        if len(own) < 2 or not (apart or len(folios) >= FEWEST_SLIPS):
            continue
        counts_on = bool(cited) or _rise([int(m["before"] or m["after"]) for m in folios])
        counted = len(folios) == len(own) and counts_on
        beside = _beside(text, own)
        if len(own) < FEWEST_SLIPS and beside < FEWEST_BESIDE and not counted:
            continue
        if not folios and "CERTIORARI" in text[own[0].start() : own[0].end() + UNDER]:
            continue  # each opinion has the title
        folio = 0
        for match in own if apart else folios:
            start, end = _with_folio(match, folio)
            told = match["before"] if start == match.start() else None
            folio = int(told or (match["after"] if end == match.end() else None) or folio + 1)
            if _has_folio(match) or match.start() > beginning:
                if beside and end == match.end():
                    end = next(islice(WORD.finditer(text, end), beside - 1, None)).end()
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


def _has_folio(match: re.Match[str]) -> bool:
    """Whether one number stands beside a name: of two, one is the text's."""
    return bool(match["before"]) != bool(match["after"])


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


def _beside(text: str, own: Sequence[re.Match[str]]) -> int:
    """How many words always stand behind a head: those of its line, so that the next head ends them."""
    ends = (*(match.start() for match in own[1:]), len(text))
    behind = (words_of(text, m.end(), min(end, m.end() + WINDOW)) for m, end in zip(own, ends, strict=True))
    first = next(behind)
    return min(in_common(first, words) for words in behind)
