"""Where the pages of bare text begin.

Form feeds part them, if the dump has any. Many have lost theirs (a data set that keeps only printable
characters, a text pasted from a viewer); then the pages still show by what is printed on each of them: a line
that comes again and again with nothing new in it but a page number, one more each time and a page's lines
apart.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from cleaners.pagination.counted_lines import counted_lines
from cleaners.pagination.examination_heads import examination_head
from cleaners.pagination.session_heads import session_heads
from cleaners.pagination.ticked_lines import ticked_ends
from cleaners.patterns import pattern

Span = tuple[int, int]

LINE = pattern(r"[^\n]*\S[^\n]*")
DIGIT = pattern(r"\d")
LONGEST = 200
"""Characters of a line that may be a head or a stamp, wide gaps and all."""

LONE = pattern(r"\W*(?P<number>0{0,4}\d{1,3})\W*(?<!\d\.)")
"""A page number alone on its line; the ASCII files of court reporters fill it up with zeros. With a point it
is a paragraph's, that a dump has put there."""
PAGED = pattern(r"\b(?:page|pg)\b[.:]? ?(?P<number>\d{1,4})\b", re.IGNORECASE)
NAMED = pattern(
    r"(?:(?P<before>\d{1,4})\s+)?(?:\S.*?\sv\.\s.*?\S|Cite as:? .*?\S)(?:\s+(?P<number>\d{1,4}))?",
    re.IGNORECASE,
)
"""The head of a slip opinion: ``2086    ROE v. DOE``, on the pages between ``ROE v. DOE    2087`` or
``Cite as: 577 U. S. ____ (2016)   3``."""

COUNTS = pattern(r"\s*(\d{1,2})(?!\S)")
"""A line number: lone ones stand beside their neighbours, folios do not."""

LEAST_LAST, MOST_SKIPPED = 20, 4
"""The last number of a page's margin at least (24 to 32 lines have one); how far one is from that before."""

FEWEST_LINES, MOST_LINES = 12, 90
"""Filled lines from one lone number to the next: a double-spaced page holds 20 to 25, its last one less."""
PRINTED = 120
"""Characters of the longest printed line; where each paragraph has a line, that is several of them."""
FEWEST_PAGED = 3
"""The same of a line that says ``Page``: a last page may hold a signature alone."""

FEWEST_HEADED = 2
"""Pages at least that have a head below the number of the page before."""

FEWEST_LONE = 3
"""So many lone numbers must count on that no blank line sets apart."""


class _Mark(NamedTuple):
    """A line that may be printed on every page: which one, the printed lines above it, its form but for the
    numbers, its page number, and whether it says so in words."""

    line: int
    above: int
    form: str
    value: int
    worded: bool


def page_spans(text: str) -> list[Span]:
    """The spans of the pages of a text; one character, a form feed or a line end, stands between two.

    >>> text = "ROE v. DOE Page 1\\nThe motion\\nis\\ndenied.\\nROE v. DOE Page 2\\nSo ordered.\\n"
    >>> [text[start:end][:17] for start, end in page_spans(text)]
    ['ROE v. DOE Page 1', 'ROE v. DOE Page 2']
    """
    ends = [m.start() for m in re.finditer("\f", text)] or ticked_ends(text)
    ends = ends or [match.end() for match in counted_lines(text)[:-1]] or _told_ends(text)
    return list(zip([0, *(end + 1 for end in ends)], [*ends, len(text)], strict=True))


def _told_ends(text: str) -> list[int]:
    """The line ends at which pages end, as their heads or folios tell."""
    lines = [m.span() for m in LINE.finditer(text)]
    marks = list(_marks(text, lines))
    chain = _best_chain(text, lines, marks)
    pages = sorted({*chain, *_like(text, lines, marks, chain)})
    anew = list(_first_lines(text, lines))
    if len(anew) >= len(pages):
        return [lines[i][0] - 1 for i in anew] or [start - 1 for start, _ in session_heads(text)]
    if _are_feet(text, lines, chain):
        unnumbered = [lines[i][0] - 1 for i in _unnumbered(text, lines, pages)]
        return unnumbered + [lines[i][1] for i in pages if i + 1 < len(lines)]
    return [lines[i][0] - 1 for i in pages if i]


def _first_lines(text: str, lines: Sequence[Span]) -> Iterator[int]:
    """The lines at which the margin numbers of pleading paper or of a transcript begin anew; a footer may
    begin with the folio 1 or 2. The first page need not be all there."""
    numbers = [int(counted[1]) if (counted := COUNTS.match(text, *line)) else 0 for line in lines]
    last = 0
    for index, (one, two) in enumerate(pairwise(numbers)):
        if (one, two) == (1, 2):
            if last >= LEAST_LAST:
                yield index
            last = two
        elif last < one <= last + MOST_SKIPPED or (not last and 0 < one == two - 1):
            last = one


def _like(text: str, lines: Sequence[Span], marks: Sequence[_Mark], chain: Sequence[int]) -> Iterator[int]:
    """The lines that say the same in words as those of a chain: each opinion of a decision counts its pages
    anew, a syllabus may have one."""
    own = set(chain)
    said = {_form(text[slice(*lines[mark.line])]) for mark in marks if mark.worded and mark.line in own}
    yield from (mark.line for mark in marks if _form(text[slice(*lines[mark.line])]) in said)


def _unnumbered(text: str, lines: Sequence[Span], feet: Sequence[int]) -> Iterator[int]:
    """The line with which the second page begins where the first, as that of most filings, bears no number:
    what stands below the feet of other pages."""
    heads = Counter(_form(text[slice(*lines[foot + 1])]) for foot in feet if foot + 1 < len(lines))
    head, times = heads.most_common(1)[0] if heads else ("", 0)
    if times >= max(FEWEST_HEADED, len(feet) / 2):
        inner = range(FEWEST_LINES, feet[0] - FEWEST_LINES)
        yield from [i for i in inner if _form(text[slice(*lines[i])]) == head][:1]


def _best_chain(text: str, lines: Sequence[Span], marks: Sequence[_Mark]) -> list[int]:
    """The lines that count the most pages."""
    groups: dict[str, list[_Mark]] = defaultdict(list)
    for mark in marks:
        groups[mark.form].append(mark)
    chains = [(chain, own[0].worded) for own in groups.values() if (chain := _chain(own))]
    proven = [
        (len(chain), worded, chain)
        for chain, worded in chains
        if worded or len(chain) >= FEWEST_LONE or all(sum(_blanks(text, lines, i)) for i in chain)
    ]
    return max(proven, default=(0, False, []))[2]


def _marks(text: str, lines: Sequence[Span]) -> Iterator[_Mark]:
    above = 0
    for index, (start, end) in enumerate(lines):
        at, above = above, above + (end - start) // PRINTED + 1
        if end - start > LONGEST or not DIGIT.search(text, start, end):
            continue
        line = text[start:end].strip()
        folded = line.casefold()  # signs are looked for in it: forms that know no case take ten times as long
        if lone := LONE.fullmatch(line):
            if not _is_line_number(text, lines, index, int(lone["number"])):
                yield _Mark(index, at, _form(line), int(lone["number"]), worded=False)
        elif ("page" in folded or "pg" in folded) and (worded := PAGED.search(line)):
            yield _Mark(index, at, _form(line), int(worded["number"]), worded=True)
        elif (examined := examination_head(line)) and examined["folio"]:
            yield _Mark(index, at, "testimony", int(examined["folio"]), worded=True)
        elif (
            ("v." in folded or "cite as" in folded)
            and (named := NAMED.fullmatch(line))
            and bool(named["before"]) != bool(named["number"])
        ):
            yield _Mark(index, at, "slip opinion", int(named["before"] or named["number"]), worded=True)


def _form(line: str) -> str:
    """A line without blanks, its numbers alike."""
    return re.sub(r"\d+", "0", "".join(line.split()))


def _is_line_number(text: str, lines: Sequence[Span], index: int, value: int) -> bool:
    """Whether the line before or behind begins with the number before or behind."""
    for near, wanted in ((index - 1, value - 1), (index + 1, value + 1)):
        if 0 <= near < len(lines):
            counted = COUNTS.match(text, *lines[near])
            if counted and int(counted[1]) == wanted:
                return True
    return False


def _chain(marks: Sequence[_Mark]) -> list[int]:
    """The longest run of lines whose numbers count on, a page apart each; two of them at least."""
    fewest = FEWEST_PAGED if marks[0].worded else FEWEST_LINES
    most = MOST_LINES * (2 if marks[0].worded else 1)
    by_value: dict[int, list[int]] = defaultdict(list)
    for at, mark in enumerate(marks):
        by_value[mark.value].append(at)
    lengths, following = [1] * len(marks), [-1] * len(marks)
    for at in range(len(marks) - 1, -1, -1):
        wanted = by_value[marks[at].value + 1]
        nearest = bisect_left(wanted, marks[at].above + fewest, key=lambda i: marks[i].above)
        for after in wanted[nearest : nearest + 1]:
            if marks[after].above - marks[at].above <= most:
                following[at], lengths[at] = after, lengths[after] + 1
    at = max(range(len(marks)), key=lengths.__getitem__)
    if lengths[at] < 2:
        return []
    chain = []
    while at >= 0:
        chain.append(marks[at].line)
        at = following[at]
    return chain


def _blanks(text: str, lines: Sequence[Span], index: int) -> tuple[int, int]:
    """How many empty lines stand before a line, and behind it."""
    start, end = lines[index]
    low = lines[index - 1][1] if index else 0
    high = lines[index + 1][0] if index + 1 < len(lines) else len(text)
    return max(0, text.count("\n", low, start) - 1), max(0, text.count("\n", end, high) - 1)


def _are_feet(text: str, lines: Sequence[Span], chain: Sequence[int]) -> bool:
    """Whether the lines stand at the foot of their pages: nearer to the next page, which follows. Where no
    empty lines tell, lone numbers do, and what stands last."""
    inner = [_blanks(text, lines, i) for i in chain if 0 < i < len(lines) - 1]
    before, after = (sum(side) for side in zip(*inner, strict=True)) if inner else (0, 0)
    if before != after:
        return before > after
    if chain[0] == 0 or chain[-1] == len(lines) - 1:
        return chain[0] != 0
    return LONE.fullmatch(text[slice(*lines[chain[0]])].strip()) is not None
