"""Margin line numbers: the 1 to 28 of pleading paper, the 1 to 25 of transcripts, and other pitches.

One number proves nothing; the run does. On a page with boxes the numbers stand above one another and count
at one pitch (:mod:`cleaners.margins`), and whatever else stands in that column is a misread number. In
bare text they begin lines and count upward by one, page after page. Numbered paragraphs, lists, dates and
volume numbers neither stand in the margin nor fill a page's lines, and stay.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from cleaners.document import Document, Line, cleaned
from cleaners.margins import CLOCK, LARGEST, Token, find_number_columns
from cleaners.page import Page
from cleaners.pieces import Edit

REASON, TIME_REASON = "margin line number", "margin time stamp"

FEWEST = 5
"""So many numbers must follow one another at line beginnings: a shorter run may be a list."""

LEADING = re.compile(r"[ \t]*(?:#{1,6} )?[ \t]*(\d{1,2})(?=[ \t]|$)[ \t]*")
"""A number that begins a line; some dumps put a heading's mark before it."""

ITEM_END = re.compile(r"[.;:?!)”\"]\s*$")


def strip_line_numbers(text: str) -> str:
    """Delete margin line numbers; a citation that one had cut is whole again.

    >>> page = "\\n".join([
    ...     "1 The court has considered Roe v. Doe, 793", "2 F.2d 1072, and the motion of",
    ...     "3 the plaintiff, which", "4 is denied. The", "5 parties shall confer by", "6 May 1."])
    >>> print(strip_line_numbers(page))
    The court has considered Roe v. Doe, 793
    F.2d 1072, and the motion of
    the plaintiff, which
    is denied. The
    parties shall confer by
    May 1.

    Left alone: a list, whose numbers carry a period, and a few numbers that happen to begin lines.

    >>> strip_line_numbers("1. First claim\\n2. Second claim\\n3. Third claim")
    '1. First claim\\n2. Second claim\\n3. Third claim'
    """
    return cleaned(text, find_line_numbers, by="line numbers")


def find_line_numbers(document: Document) -> Iterator[Edit]:
    """The margin line numbers of each page, by place where it has boxes, else by pattern."""
    pages: dict[int, list[Line]] = {}
    for line in document.lines:
        pages.setdefault(line.page.number, []).append(line)
    for lines in pages.values():
        page = lines[0].page
        yield from _by_place(page, lines) if page.has_boxes else _by_pattern(lines)


def _by_place(page: Page, lines: list[Line]) -> Iterator[Edit]:
    tokens = [
        Token(line.text[w.start - line.start : w.end - line.start], *w[2:])
        for line in lines
        for w in line.words
    ]
    columns = find_number_columns(tokens, page.height, page.rules)
    reasons = {
        token[1:5]: TIME_REASON if CLOCK.fullmatch(token.text) else REASON
        for column in columns
        for token in column.tokens
    }
    for line in lines:
        for word in line.words:
            if reason := reasons.get(word[2:6]):
                gap = re.match(r"[ \t]*", line.text[word.end - line.start :])
                yield Edit(word.start, word.end + (gap.end() if gap else 0), reason=reason)


def _by_pattern(lines: list[Line]) -> Iterator[Edit]:
    """The longest chains of numbers, each one more than the last, that begin a page's lines."""
    led = [(i, int(m[1]), m) for i, line in enumerate(lines) if (m := LEADING.match(line.text))]
    led = [entry for entry in led if 1 <= entry[1] <= LARGEST]
    filled = [bool(line.text.strip()) for line in lines]
    for chain in _chains(led):
        first, last = chain[0][0], chain[-1][0]
        if len(chain) < FEWEST or len(chain) < 0.4 * sum(filled[first : last + 1]):
            continue
        if _is_list(chain, lines):
            continue
        for index, _, match in chain:
            start = lines[index].start
            yield Edit(start + match.start(1), start + match.end(), reason=REASON)


def _chains(led: list[tuple[int, int, re.Match[str]]]) -> Iterator[list[tuple[int, int, re.Match[str]]]]:
    """Runs that count upward by one; a number that the count does not want (a volume number at the start of
    an unnumbered line) is passed over, a missing one allowed for."""
    chain: list[tuple[int, int, re.Match[str]]] = []
    skipped = 0
    for entry in led:
        if chain and 1 <= entry[1] - chain[-1][1] <= 2 and entry[0] - chain[-1][0] <= 12:
            chain.append(entry)
            skipped = 0
        elif chain and entry[1] != 1 and skipped < 2:
            skipped += 1
        else:
            if chain:
                yield chain
            chain, skipped = [entry], 0
    if chain:
        yield chain


def _is_list(chain: list[tuple[int, int, re.Match[str]]], lines: list[Line]) -> bool:
    """Items that each end like a sentence or an entry and start with a capital are a list, not lines cut by
    the right margin. An item has words; pleading paper numbers its empty lines too."""
    texts = [lines[index].text[match.end() :].strip() for index, _, match in chain]
    filled = [t for t in texts if t]
    ends = sum(bool(ITEM_END.search(t)) and t[:1].isupper() for t in filled)
    return len(filled) >= 0.8 * len(texts) and ends >= 0.8 * len(filled)
