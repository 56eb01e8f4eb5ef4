"""Entries of tables of contents and of authorities: dot leaders to a tab, each entry on one line.

A line that ends in dots and page numbers ends an entry (Fed. R. App. P. 28(a)(2) and (3) ask for both tables
"with page references"). The lines above it that have no leader of their own begin the entry, save headings.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from statistics import median

from cleaners.document import Document, cleaned
from cleaners.line import Line
from cleaners.patterns import pattern
from cleaners.pieces import Edit

PAGE = r"(?:\d{1,4}|[ivxlc]{1,7})(?:\s?[-–—]\s?\d{1,4})?(?:\s?nn?\.\s?\d{1,3})?"
PAGE_ENDS = frozenset("ivxlcm,")
"""What page numbers end with but for digits: most lines' last characters tell that they have no leader."""
LEADER = pattern(
    rf"\s*(?:[.…·•_]\s?){{3,}}[\s.…·•_,:;-]*(?P<pages>(?:passim|{PAGE})(?:,\s?(?:passim|{PAGE}))*,?(?:\s(?:passim|{PAGE}))*)\s*$"
)
SHORT = pattern(rf"\s[.…·](?:\s?[.…·])?\s+(?P<pages>(?:passim|{PAGE})(?:,\s?(?:passim|{PAGE}))*)\s*$")
"""A leader for which an entry left room for a dot or two; no sentence sets a blank before its stop."""

DOTS = pattern(r"[.…·•_]\s?[.…·•_]\s?[.…·•_]")
"""Every leader has them, and few other lines."""

DOTTED = ("..", ". .", "…", "·")
WITHIN = pattern(
    rf"(?P<dots>(?: ?[.…·]){{5,}} ?)(?P<pages>(?:passim|{PAGE})(?:, ?(?:passim|{PAGE}))*)(?P<gap> |$)",
    re.MULTILINE,
)
TABLE = pattern(r"\bTABLE OF (?:CONTENTS|AUTHORITIES)(?: Page(?:\(?s\)?)?)?(?P<gap> )(?=\S)")
"""A leader, and a table's title, where lines were run together."""

GARBLED = pattern(
    r"(?:\s+(?:[ouwi]?[ce.]{2,}[ceo.0]*|\d{0,2}\.\d?\.[\d.]*|oo|uu|wc))*\s*[.ceostauwi]*?[ce.st][.ceosta]{8,}[a-z.…_\s-]*?"
    rf"(?P<pages>(?:passim|[A-Z\d]{{1,3}})?(?:,\s?{PAGE})*)$"
)
"""What Tesseract makes of dot leaders: a run of c, e, s and dots. No word is written with those alone."""

LAST = pattern(rf"[ \t]+(?P<pages>(?:passim|{PAGE})(?:,\s?(?:passim|{PAGE}))*|\S{{1,3}}(?: \S{{1,2}})?)\s*$")
"""What stands last on a line, a page number as OCR may have read it."""
TITLE = pattern(r"\W*(?:TABLE\s+OF\s+(?:CONTENTS|AUTHORITIES)|(?:SUBJECT\s+)?INDEX)\b", re.IGNORECASE)

ITEM = pattern(r"\s*(?:\(?(?:\d{1,3}|[A-Za-z]|[ivxIVX]{1,6})[.)]|[IVX]{1,6}\s)(?=\s|[A-Z])")

FEWEST = 3
"""So many leaders on a page make a table; an ellipsis before a number stands alone."""

LONGEST = 6
"""An entry takes so many lines at most: a point heading does, in capitals."""

WIDEST = 250
"""Characters of an entry's line, its dots included; no longer line was printed as one."""

ROOM, FLUSH = 15.0, 6.0
"""Points that a leader took at least, whose dots were taken off a scan before it was read; and by how much
the page numbers' right edges wander."""

OUTDENT = 3.0
"""Points (half a character in bare text) that tell the first line of a hanging entry."""


def join_entries(text: str) -> str:
    """Put a tab for the dot leaders of tables and each entry on one line.

    >>> join_entries("I.  FACTS ......... 1\\nII.  THE CLAIM IS BARRED\\n"
    ...                   "     BY TIME ...... 2\\nCONCLUSION ....... 4")
    'I.  FACTS\\t1\\nII.  THE CLAIM IS BARRED BY TIME\\t2\\nCONCLUSION\\t4'

    Left alone: an ellipsis, and dots that no page number follows.
    """
    return cleaned(text, find_leaders, by="leaders")


def find_leaders(document: Document) -> Iterator[Edit]:
    """A tab for each leader, a blank for each line end within an entry."""
    pages: dict[int, list[Line]] = {}
    for line in document.lines:
        if line.text.strip():
            pages.setdefault(line.page.number, []).append(line)
    for line in document.lines:
        if len(line.text) > WIDEST and not line.words and any(sign in line.text for sign in DOTTED):
            yield from _within(line)
    for lines, leaders in _tables(list(pages.values())):
        before = -1
        for index, line in enumerate(lines):
            match = leaders.get(line.start)
            if not match:
                continue
            first = index - len(list(_above(lines[before + 1 : index], line)))
            for upper, lower in pairwise(lines[first : index + 1]):
                start = lower.start + len(lower.text) - len(lower.text.lstrip())
                yield Edit(upper.start + len(upper.text.rstrip()), start, " ", "line end in an entry")
            tab = "\t" if match["pages"] else ""
            yield Edit(line.start + match.start(), line.start + _figure_at(line, match), tab, "dot leaders")
            before = index


def _figure_at(line: Line, match: re.Match[str]) -> int:
    """Where on a line begins what a leader leads to: with the sign of a figure that a text layer has, as of
    levels taken off a sentence's (``....... -3``)."""
    at = match.start("pages")
    signed = line.page.method == "text layer" and line.text[at - 1 : at] in ("-", "–")
    return at - 1 if signed and line.text[at - 2 : at - 1] in (".", " ") else at


def _within(line: Line) -> Iterator[Edit]:
    """The entries of tables in a line that was run together of many."""
    found = list(WITHIN.finditer(line.text))
    if len(found) < FEWEST:
        return
    for match, after in zip(found, [*found[1:], None], strict=True):
        yield Edit(line.start + match.start("dots"), line.start + match.end("dots"), "\t", "dot leaders")
        last = after is None or after.start() - match.end() > WIDEST
        start, end = match.span("gap")
        if start < end:
            yield Edit(line.start + start, line.start + end, "\n\n" if last else "\n", "end of an entry")
    for title in TABLE.finditer(line.text):
        if any(0 < match.start() - title.end() < WIDEST for match in found):
            yield Edit(
                line.start + title.start("gap"), line.start + title.end("gap"), "\n\n", "table's title"
            )


Leaders = dict[int, re.Match[str]]
"""Where lines begin that have one, and what of the line it is with the page numbers behind it."""


def _tables(pages: Sequence[list[Line]]) -> Iterator[tuple[list[Line], Leaders]]:
    """The pages that hold tables, with their leaders: those with enough, and the ones before and after with
    some."""
    found = [{line.start: m for line in lines if (m := _leader(line))} for lines in pages]
    titled = False
    for lines, leaders in zip(pages, found, strict=True):
        begins = any(TITLE.match(line.text) for line in lines)
        blank = _blank_leaders(lines) if begins or titled else {}
        titled = begins or len(blank) >= FEWEST
        leaders |= {start: match for start, match in blank.items() if start not in leaders}
    for index, lines in enumerate(pages):
        if found[index] and max(len(own) for own in found[max(0, index - 1) : index + 2]) >= FEWEST:
            yield lines, found[index]


def _blank_leaders(lines: Sequence[Line]) -> Leaders:
    """The leaders of a scanned page of a table, of which the dots are gone: wide blanks before what ends the
    lines at one right edge."""
    ends = [
        (line.words[-1].right, line.start, match)
        for line in lines
        if line.page.method == "ocr" and (match := LAST.search(line.text)) and _room(line, match) >= ROOM
    ]
    edge = median(right for right, _, _ in ends) if ends else 0.0
    return {start: match for right, start, match in ends if abs(right - edge) <= FLUSH}


def _room(line: Line, match: re.Match[str]) -> float:
    at = line.start + match.start("pages")
    return next((two.left - one.right for one, two in pairwise(line.words) if two.start >= at), 0.0)


def _leader(line: Line) -> re.Match[str] | None:
    if len(line.text) > WIDEST and not line.words:
        return None
    found, last = None, line.text.rstrip()[-1:]
    if last.isdigit() or last in PAGE_ENDS:
        found = LEADER.search(line.text) if DOTS.search(line.text) else None
        if found is None and " ." in line.text:
            found = SHORT.search(line.text)
    return found or (GARBLED.search(line.text) if line.page.method == "ocr" else None)


def _above(lines: Sequence[Line], last: Line) -> Iterator[Line]:
    """The lines, from below, that belong to the entry which ends with ``last``."""
    beneath = last
    for line in list(reversed(lines))[:LONGEST]:
        if ITEM.match(beneath.text) or not _goes_on(line, beneath, last):
            return
        yield line
        if _left(line) < _left(beneath) - OUTDENT:
            return
        beneath = line


def _goes_on(line: Line, beneath: Line, last: Line) -> bool:
    """Whether a line without a leader is no heading: it is nearly as long as the entries' text may be, or
    ends where a citation is broken, or begins as an item does."""
    if (line.zone, line.page) != (beneath.zone, beneath.page) or _left(line) > _left(beneath) + OUTDENT:
        return False
    full = _right(line) > _left(last) + 0.6 * (_right(last) - _left(last))
    return full or line.text.rstrip().endswith((",", ";")) or ITEM.match(line.text) is not None


def _left(line: Line) -> float:
    return line.words[0].left if line.words else 6.0 * (len(line.text) - len(line.text.lstrip()))


def _right(line: Line) -> float:
    return line.words[-1].right if line.words else 6.0 * len(line.text.rstrip())
