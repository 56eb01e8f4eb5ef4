"""Margin line numbers: the 1 to 28 of pleading paper, the 1 to 25 of transcripts, and other pitches.

One number proves nothing; the run does. On a page with boxes the numbers stand above one another and count
at one pitch (:mod:`cleaners.margin_numbers.margins`), and whatever else stands in that column is a misread
number. In bare text they begin lines and count upward by one, page after page. Numbered paragraphs, lists,
dates and volume numbers neither stand in the margin nor fill a page's lines, and stay.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from cleaners.document import Document, cleaned
from cleaners.line import Line
from cleaners.margin_numbers.bare_numbers import find_bare_numbers
from cleaners.margin_numbers.bare_times import blanked, find_bare_times
from cleaners.margin_numbers.clocks import is_clock
from cleaners.margin_numbers.margins import NumberColumn, find_number_columns
from cleaners.margin_numbers.misread_numbers import find_misread_numbers
from cleaners.margin_numbers.number_columns import printed_columns
from cleaners.margin_numbers.page_line_numbers import page_line_numbers
from cleaners.page import Page, Token
from cleaners.patterns import pattern
from cleaners.pieces import Edit, apart
from cleaners.tuple_makers import maker

REASON, TIME_REASON = "margin line number", "margin time stamp"

BLANKS = pattern(r"[ \t]*")

_token = maker(Token)


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
    as_read = document.text == document.source
    for lines in pages.values():
        page = lines[0].page
        if page.has_boxes:
            columns = printed_columns(document)[page.number] if as_read else _columns(page, lines)
            yield from _by_place(lines, columns)
    bare = [lines for lines in pages.values() if not lines[0].page.has_boxes]
    if bare:
        yield from apart(_by_count(document, bare))


def _by_count(document: Document, pages: list[list[Line]]) -> Iterator[Edit]:
    spans = list(page_line_numbers(document.text))
    times = [] if spans else list(find_bare_times(pages))
    text, lines = blanked(document.text, pages, [*spans, *times])
    spans += [*find_bare_numbers(text, lines), *find_misread_numbers(text)]
    for reason, found in ((TIME_REASON, times), (REASON, spans)):
        for start, end in found:
            if not document.page_at(document.source_at(start)).has_boxes:
                gap = BLANKS.match(text, end)
                yield Edit(start, gap.end() if gap else end, reason=reason)


def _columns(page: Page, lines: Sequence[Line]) -> Sequence[NumberColumn]:
    """The columns among the words that stand on a page by now."""
    tokens = [_token((line.text_of(w), *w[2:], 0)) for line in lines for w in line.words]
    return find_number_columns(tokens, page.height, page.rules)


def _by_place(lines: Sequence[Line], columns: Sequence[NumberColumn]) -> Iterator[Edit]:
    reasons = {
        token[1:5]: TIME_REASON if is_clock(token.text) else REASON
        for column in columns
        for token in column.tokens
    }
    for line in lines if reasons else ():
        for word in line.words:
            if reason := reasons.get(word[2:6]):
                gap = re.match(r"[ \t]*", line.text[word.end - line.start :])
                yield Edit(word.start, word.end + (gap.end() if gap else 0), reason=reason)
