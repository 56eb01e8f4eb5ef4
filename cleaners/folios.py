"""Folios: the page numbers that a filing prints.

A folio proves itself by the chain: over the pages it rises as the pages do. It stands alone on its line at
an edge of the page (``- 3 -``, ``Page 3 of 12``, ``iv``), or, in text that lost its pages, between two
words of a sentence (``flat_folios``). What parties stamp on the pages that they produce or exhibit (Bates
numbers, ``Exhibit 12 - Page 3``, the identifier a transcript program prints at the foot) stands at the edges
too and proves itself by its form.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import zip_longest

from cleaners.document import Document, cleaned
from cleaners.line import Line
from cleaners.page_edges.edges import PageEdges, page_edges
from cleaners.page_edges.flat_folios import flat_folios
from cleaners.page_edges.foot_marks import is_edition, is_kept_under
from cleaners.page_edges.low_lines import is_prose
from cleaners.page_edges.page_folios import printed_folios
from cleaners.page_edges.star_pages import star_pages
from cleaners.pagination.counted_lines import counted_lines
from cleaners.pagination.page_marks import BATES, EXHIBIT, FOLIO, stamped_text
from cleaners.pagination.turned_pages import turned_pages
from cleaners.patterns import pattern
from cleaners.pieces import Edit, apart
from cleaners.terms.sentence_ends import small_words

REASON, BATES_REASON, EXHIBIT_REASON = "folio", "Bates number", "exhibit sticker"
STAR_REASON = "reporter's page"
OFFICE_REASON = "office's own number"

NAMED = pattern(r"[\W_]*page\b", re.IGNORECASE)
FOOT = pattern(r".{1,60}\s(?:Page|PAGE)\s(?P<number>\d{1,4})")
FOOT_PAGES = 3
"""A footer that ends in ``Page 4`` goes where so many pages count on, for it may be read another way on each
(a classification that is struck through)."""

AGAIN_PAGES = 3
"""Pages over which a second folio counts on with a number of its own."""
TOTAL = pattern(r"# ?(?:of|/) ?\d+")
DASHES = "-–—"

SMALL = pattern(r"\s*(?:[ivxl]{1,7}|[-–—]\s?[ivxlI]{1,7}\s?[-–—])\s*")
"""A small numeral, as front matter has at the foot of its pages, or a 1 between dashes that OCR read as a
letter. No heading is a small numeral."""

MOST_BLANK = 4
"""Folios from a slip's first page to that of its next, at most."""

FEWEST_OF_NOTE = 6
"""Words of a note's first line."""


def strip_folios(text: str) -> str:
    """Delete printed page numbers: alone on a line at a page's edge, rising with the pages.

    >>> strip_folios("The motion is granted.\\n\\n- 1 -\\n\\fIt is so ordered.\\n\\n- 2 -\\n")
    'The motion is granted.\\n\\n\\n\\x0cIt is so ordered.\\n\\n\\n'

    Left alone: a number that no other page's number follows, a sentence that cites an exhibit's page.

    >>> strip_folios("The answer is\\n42\\n\\fIt is so ordered.")
    'The answer is\\n42\\n\\x0cIt is so ordered.'
    """
    return cleaned(text, find_folios, by="folios")


def find_folios(document: Document) -> Iterator[Edit]:
    """The folios of the pages; those of one page alone only where its layout sets them apart."""
    yield from apart(_found(document))


def _found(document: Document) -> Iterator[Edit]:
    yield from (Edit(start, end, reason=STAR_REASON) for start, end in star_pages(document.text))
    counted = [match.span("folio") for match in counted_lines(document.text)]
    if counted:
        yield from (Edit(start, end, reason=REASON) for start, end in counted)
        return
    yield from (Edit(line.start, line.end, reason=REASON) for line in turned_pages(document))
    edges = page_edges(document)
    stamped = [edit for page in edges for edit in _stamped(page)]
    yield from stamped
    if len(edges) == 1 and not edges[0].page.has_boxes:
        yield from (Edit(start, end, reason=REASON) for start, end in sorted(flat_folios(document)))
    taken = {edit.start for edit in stamped}
    found = {page.page.number: list(_candidates(page)) for page in edges}
    steps = Counter(value - number for number, own in found.items() for value in {c[0] for c in own})
    again = Counter(_mark(c[1], number) for number, own in found.items() for c in own)
    in_heads = printed_folios(document)
    with_heads = steps + Counter(int(told) - number for number, told in in_heads.items() if told.isdigit())
    for page in edges:
        own = found[page.page.number]
        told = [c for c in own if _is_told(c[1], page, again)]
        rest = [c for c in own if c not in told]
        known = steps if page.page.number in in_heads else with_heads
        chained = [c for c in rest if known[c[0] - page.page.number] >= _fewest(c[1])]
        alone = _is_apart if page.page.has_boxes else _is_last
        after = in_heads.get(page.page.number + 1, "")
        apart = [
            c for c in rest if not _is_foot(c[1]) and (alone(c[1], page) or _leads(c[0], c[1], page, after))
        ]
        chosen = sorted(chained or apart, key=lambda c: c not in apart)[:1]
        beside = [c for c in own if chosen and _counts_on(c[1], page, chosen[0][0], again)]
        lines = {line.start: line for _, line, _ in (*told, *chosen, *beside)}
        lines |= {line.start: line for line in _outside(page)}
        for line in lines.values():
            if line.start not in taken:
                yield Edit(line.start, line.end, reason=REASON)


def _mark(line: Line, number: int) -> tuple[str, int | None]:
    """What a page number is set in (``- # -``, ``# of 12``), and how far it leads the pages' own count."""
    told = FOLIO.fullmatch(line.text.strip())
    value = _value(told["number"]) if told else None
    if told is None or value is None:
        return "", None
    return told[0][: told.start("number")] + "#" + told[0][told.end("number") :], value - number


def _is_told(line: Line, page: PageEdges, marks: Counter[tuple[str, int | None]]) -> bool:
    """Whether a line counts on and says of how many pages it is one: what a state court's system prints
    (``2 of 12``) stands beside the page's own folio."""
    mark = _mark(line, page.page.number)
    return TOTAL.search(mark[0]) is not None and marks[mark] > 1


def _counts_on(line: Line, page: PageEdges, folio: int, marks: Counter[tuple[str, int | None]]) -> bool:
    """Whether a line is another folio than the page's own, as what is filed again bears beside its own: it
    counts on over three pages, or over two with the same number."""
    mark = _mark(line, page.page.number)
    same = mark[1] == folio - page.page.number
    return mark[1] is not None and marks[mark] >= (2 if same else AGAIN_PAGES)


def _outside(page: PageEdges) -> Iterator[Line]:
    """Lone numbers outside the numbered lines, but for those that a dump has put before a note's text."""
    for line, after in zip_longest(page.lines, page.lines[1:]):
        labels = not line.words and after is not None and after.start in page.notes
        if _is_number(line) and page.is_outside(line) and not labels:
            yield line


def _stamped(page: PageEdges) -> Iterator[Edit]:
    """Bates numbers, exhibit stickers and an office's own marks: alone on a line at an edge of the page."""
    lines = {edge.line.start: edge.line for edge in (*page.top[:3], *page.bottom[:4])}
    for line in lines.values():
        text = stamped_text(line)
        if BATES.fullmatch(text) or EXHIBIT.fullmatch(text):
            yield Edit(line.start, line.end, reason=BATES_REASON if BATES.fullmatch(text) else EXHIBIT_REASON)
    for edge in page.bottom[:2]:
        text = stamped_text(edge.line)
        if edge.line.start in lines and (BATES.fullmatch(text) or EXHIBIT.fullmatch(text)):
            continue
        if is_kept_under(edge.line.text.strip()) or is_edition(edge.line, page.lines):
            yield Edit(edge.line.start, edge.line.end, reason=OFFICE_REASON)


def _candidates(page: PageEdges) -> Iterator[tuple[int, Line, bool]]:
    """What could be the page's folio: value, line, whether it stands at the top."""
    for edge in (*page.top[:3], *page.bottom[:3]):
        text = edge.line.text.strip()
        match = FOLIO.fullmatch(text)
        if not (match or edge.at_top or edge.depth > 1 or is_prose(text)):
            match = FOOT.fullmatch(text)
        if match is None or _numbers_row(edge.line, page.lines) or (text[-1] == ")" and "(" not in text):
            continue  # a bracket that is closed ends a sentence: `(Dkt. No. 41 at` / `2.)`
        if not edge.line.words and text[-1] == "." and text[:-1].isdigit():
            continue  # a dump has put the paragraph's number on a line of its own
        if not edge.at_top and _is_notes(edge.line, page.lines):
            continue
        if edge.at_top and text.isalpha() and text.isupper():
            continue  # the heading of an opinion's part, of which two may well begin pages as far apart
        if value := _value(match["number"]):
            yield value, edge.line, edge.at_top


def _numbers_row(line: Line, lines: Sequence[Line]) -> bool:
    """Whether a number stands left of other text at its height, as in the first cells of a table."""
    if not line.words:
        return False
    own = line.words[0]
    firsts = (other.words[0] for other in lines if other.words and other.left > line.right)
    return any(abs(first.middle - own.middle) < own.height / 2 for first in firsts)


def _is_notes(line: Line, lines: Sequence[Line]) -> bool:
    """Whether a lone number at a page's foot is a note's, whose text begins right below in a bare text: under
    a folio stands a title at most."""
    below = next((after for after in lines if after.start == line.end + 1), None)
    words = below.text.split() if below and not line.words else []
    opens = len(words) >= FEWEST_OF_NOTE and not words[0][0].islower()
    return opens and 2 * small_words(" ".join(words)) > len(words)


def _fewest(line: Line) -> int:
    """The pages that must count on with a line for it to be a folio."""
    return FOOT_PAGES if _is_foot(line) else 2


def _is_foot(line: Line) -> bool:
    return FOLIO.fullmatch(line.text.strip()) is None


def _is_number(line: Line) -> bool:
    return FOLIO.fullmatch(line.text.strip()) is not None and any(c.isdigit() for c in line.text)


def _value(number: str) -> int:
    if number.isdigit():
        return int(number)
    worth = {"i": 1, "v": 5, "x": 10, "l": 50}
    values = [worth[c] for c in number.lower()]
    return sum(-v if v < max(values[i:]) else v for i, v in enumerate(values))


def _is_apart(line: Line, page: PageEdges) -> bool:
    """Whether a lone number is set like a folio: at the very edge, apart from the text, in the middle or at a
    side of the page."""
    told = FOLIO.fullmatch(line.text.strip())
    if page.is_outside(line) or (told and NAMED.match(told[0]) and told["number"] == str(page.page.number)):
        return True
    height, width = page.page.height, page.page.width
    printed = line.text.strip(" " + DASHES).isdigit() or (
        line.top > 0.8 * height and SMALL.fullmatch(line.text)
    )
    if not printed or 0.14 * height < line.top < 0.8 * height:
        return False
    middle = (line.left + line.right) / 2
    at_side = middle > 0.72 * width
    return abs(middle - width / 2) < 0.12 * width or at_side


def _leads(value: int, line: Line, page: PageEdges, after: str) -> bool:
    """Whether a number ends the first page of bare text and the head of the next has one that counts on: the
    Ninth Circuit's slips have their folios in the heads but for the first, behind which blank pages are
    left out."""
    ends = page.page.number == 1 and not page.page.has_boxes and line is page.lines[-1]
    return ends and after.isdigit() and 0 < int(after) - value <= MOST_BLANK


def _is_last(line: Line, page: PageEdges) -> bool:
    """Whether a page of bare text ends with its own number, between dashes or a blank line below its text: a
    lone figure right below it may be the sentence's last."""
    text = line.text.strip()
    told = FOLIO.fullmatch(text)
    if told is None or told["number"] != str(page.page.number) or text[-1] in ".)":
        return False
    dashed = text[0] in DASHES and text[-1] in DASHES
    return line is page.lines[-1] and (dashed or any(a.end + 1 < line.start for a in page.lines[-2:-1]))
