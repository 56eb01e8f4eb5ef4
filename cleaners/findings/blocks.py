"""The blocks of clean text, and of what kind each is: what Markdown, search indexes and language models ask.

The kind follows from the zone of the page that the block stood in (a cell, a table), from its form (a number
before it, capitals, a call of a footnote) and from its place: a block quotation is indented on both sides.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from statistics import quantiles
from typing import NamedTuple

from cleaners.document import Document
from cleaners.page import Word
from cleaners.patterns import pattern
from cleaners.typesetting.setting import ITEM
from cleaners.typesetting.speeches import ANSWER, NAMED, says_who

KINDS = (
    "heading", "paragraph", "item", "quotation", "set lines", "table", "footnote", "cell", "speech",
)  # fmt: skip
"""What a block may be. A ``cell`` is one of a caption or signature block; ``set lines`` are an address, a
list, a title of several lines; a ``speech`` is what one speaker says in a transcript."""

NOTE = pattern(r"\[\^[^\]\s]{1,4}\]: ")
ENUMERATED = pattern(r"(?:[IVXL]{1,6}|[ivx]{1,5}|[A-Z]|\d{1,2}|[a-z]|\([a-z\d]{1,3}\))[.)] +(?=\S)")
LONGEST_HEADING = 30
"""Words. Point headings of briefs run to some 25."""
ENDS = (".", ";", ":", ",", "?", "!")
SMALL = frozenset((
    "a", "an", "and", "as", "at", "by", "for", "from", "in", "into", "is", "its", "not", "of", "on", "or",
    "the", "their", "to", "under", "upon", "v.", "vs.", "with",
))  # fmt: skip
"""Words that titles leave small."""
FEWEST_SPEECHES = 3
INDENT = 18.0
"""Points; a block quotation is indented by half an inch (36) on either side, by a quarter at least."""
FEWEST_ROWS = 6
WIDE = 0.4
"""Of the page's width: a row so wide is body text, and shows where the body's edges are."""


class Row(NamedTuple):
    """A printed row of words: its edges in points, and its page's physical number."""

    page: int
    left: float
    right: float


def find_blocks(document: Document) -> Iterator[tuple[int, int, str]]:
    """The blocks of a cleaned document: start, end, kind (one of :data:`KINDS`), in the text's order.

    >>> text = "ORDER\\n\\nThe motion is denied.\\n\\n1. Costs are taxed.\\n\\n[^1]: A note.\\n"
    >>> [kind for _, _, kind in find_blocks(Document.from_text(text))]
    ['heading', 'paragraph', 'item', 'footnote']
    """
    spans = list(block_spans(document.text))
    texts = [document.text[start:end] for start, end in spans]
    spoken = _is_transcript(texts)
    rows = [_rows(document, start, end) for start, end in spans]
    edges = _edges(document, [row for own in rows for row in own])
    in_notes = False
    for (start, end), text, own in zip(spans, texts, rows, strict=True):
        in_notes = in_notes or NOTE.match(text) is not None
        kind = "footnote" if in_notes else _by_form(text, _zone(document, start), spoken=spoken)
        if kind == "paragraph" and _is_indented(own, edges):
            kind = "quotation"
        yield start, end, kind


def block_spans(text: str) -> Iterator[tuple[int, int]]:
    """Where the blocks of a text stand: what blank lines part."""
    at = 0
    for block in text.split("\n\n"):
        if block.strip():
            yield at + len(block) - len(block.lstrip("\n")), at + len(block.rstrip("\n"))
        at += len(block) + 2


def _is_transcript(texts: Sequence[str]) -> bool:
    """Whether people speak: ``A.`` begins other blocks too, so names count, or questions with answers."""
    marks = [text[0] for text in texts if ANSWER.match(text)]
    answered = min(marks.count("Q"), marks.count("A"))
    return sum(NAMED.match(text) is not None for text in texts) + answered >= FEWEST_SPEECHES


def _zone(document: Document, start: int) -> str:
    """The kind of the page's zone in which the block begins."""
    at = document.source_at(start)
    zones = document.page_at(at).zones if document.pages else ()
    return next((zone.kind for zone in zones if zone.start <= at < zone.end), "")


def _by_form(text: str, zone: str, *, spoken: bool) -> str:
    lines = text.split("\n")
    if "\t" in text or zone == "table":
        return "table"
    if zone == "cell":
        return "cell"
    if spoken and len(lines) == 1 and says_who(text):
        return "speech"
    if _is_heading(" ".join(lines)):
        return "heading"
    if len(lines) > 1:
        return "set lines"
    return "item" if ITEM.match(text) else "paragraph"


def _is_heading(text: str) -> bool:
    """Capitals, or a number and words with capitals, few and with no period behind them."""
    mark = ENUMERATED.match(text)
    words = text[mark.end() if mark else 0 :].split()
    if not 1 <= len(words) <= LONGEST_HEADING or not any(c.isalpha() for w in words for c in w):
        return False
    bare = re.sub(r"\[\^[^\]]{1,4}\]|\W+$", "", text)
    if bare.upper() == bare:
        ends = ENDS[1:] if mark else ENDS
        return not text.endswith(ends) and any(len(re.findall(r"[A-Z]", word)) > 1 for word in words)
    long = [word for word in words if word.lower() not in SMALL]
    titled = all(word[:1].isupper() or not word[:1].isalpha() for word in long)
    plain = len(long) > 1 and not any(c.isdigit() for c in text)
    ends = ENDS[1:] if mark and len(long) > 1 else ENDS
    return bool(long) and titled and not text.endswith(ends) and (mark is not None or plain)


def _edges(document: Document, rows: Sequence[Row]) -> dict[int, tuple[float, float]]:
    """Left and right edge of the body on each page, from its wide rows."""
    edges = {}
    widths = {page.number: page.width for page in document.pages}
    by_page: dict[int, list[Row]] = defaultdict(list)
    for row in rows:
        if row.right - row.left > WIDE * widths[row.page]:
            by_page[row.page].append(row)
    for number, wide in by_page.items():
        if len(wide) >= FEWEST_ROWS:
            lefts, rights = (quantiles([row[side] for row in wide], n=10) for side in (1, 2))
            edges[number] = (lefts[0], rights[-1])
    return edges


def _is_indented(rows: Sequence[Row], edges: dict[int, tuple[float, float]]) -> bool:
    """Whether two rows or more stand, and all of them, well inside the body's edges."""
    return len(rows) > 1 and all(
        row.page in edges
        and row.left >= edges[row.page][0] + INDENT
        and row.right <= edges[row.page][1] - INDENT
        for row in rows
    )


def _rows(document: Document, start: int, end: int) -> list[Row]:
    """The rows in which the words of ``text[start:end]`` were printed."""
    rows: list[list[Word]] = []
    for low, high in document.source_spans(start, end):
        for word in document.words_of(low, high):
            last = rows[-1][-1] if rows else None
            if last and word.left >= last.left and last.top < word.middle < last.bottom:
                rows[-1].append(word)
            else:
                rows.append([word])
    return [
        Row(document.page_at(row[0].start).number, row[0].left, max(word.right for word in row))
        for row in rows
    ]
