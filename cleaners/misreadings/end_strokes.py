"""Strokes at the ends of a page's printed lines: the column between a caption's cells, and specks.

A scanner's dirt, a copied edge and the rule beside margin numbers come out of OCR as signs that stand by
themselves; the engine is unsure of most, or they stand where the page prints nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from statistics import median
from typing import NamedTuple

from cleaners.document import Document
from cleaners.lexicon import is_word
from cleaners.line import Line
from cleaners.page import Word
from cleaners.patterns import pattern
from cleaners.pieces import Edit
from cleaners.reading_order.cells import COLUMN_MARK

COLUMN, SPECK = "caption column", "speck"

STROKES = pattern(r"[|\\/_.,:;'`‘’\"“”~^*°•·¢«»=—–\-{}\[\]()<>!]{1,3}")
GLUED = pattern(r"[—–_|\\~]*[_\\~][—–_|\\~]*(?=[^\W_])")
"""Strokes before a line's first word that OCR makes of what parts it from its margin number."""

STUCK = pattern(r"(?<=\s)_{1,2}(?=[^\W_])|(?<=:)[ \t]+\|(?=[ \t]+[A-Z])")
"""What OCR makes of a box to tick that touches its choice (``_Appellee``), of one behind a label."""

WIDE_BLANK = 7.0
"""Points; a blank between words is half as wide."""

MARKED = pattern(r"\(?(?:\d{1,3}|[A-Za-z]{1,2}|[ivxIVX]{1,5})[.)]")
"""The number or letter of an item, behind which no stroke is printed."""

NOT_ALONE = pattern(r"[:;,!|\\_~^°¢«»©®]|[_|~][—–-]")
"""What never stands by itself at an end of a printed line."""

DASHES = ("-", "–", "—")

GUESSED = 0.5
"""Confidence below which it is a speck there."""

FEWEST_LINES = 4
"""So many lines of a page tell its margins."""

BEYOND, LONGEST_SPECK, FANCIED = 4.0, 2, 0.3
"""Points beyond the margins of a page at which so many signs that OCR was unsure of are specks, too; what
makes a word (``a``) only below that confidence."""

POINTS = (".", "-", "–", "—")
"""What a speck before a line's first word is read as, if the engine did not believe in it (``FANCIED``)."""

DOUBTFUL = 0.75
"""Confidence below which a lone stroke at a line's end is a speck; the engine is sure of most real ones."""


class Edges(NamedTuple):
    """Where the lines of a page begin and end, in points: ``usual`` is where half of them end."""

    left: float = 0.0
    usual: float = float("inf")
    right: float = float("inf")


def edges_by_page(document: Document) -> dict[int, Edges]:
    """Where the lines of each page begin and end, by the words surely read: two lines reach them."""
    lines: dict[int, list[list[Word]]] = {}
    for line in document.lines:
        sure = [word for word in line.words if word.confidence >= DOUBTFUL]
        if len(sure) > 2:
            lines.setdefault(line.page.number, []).append(sure)
    found = {}
    for page, own in lines.items():
        lefts, rights = sorted(w[0].left for w in own), sorted(w[-1].right for w in own)
        usual = median([w[-1].right for w in own if len(w) > 5] or [float("inf")])
        told = len(own) >= FEWEST_LINES
        found[page] = Edges(lefts[1], usual, rights[-2]) if told else Edges(usual=usual)
    return found


def end_strokes(line: Line, edges: Edges, bullet: Word | None = None) -> Iterator[Edit]:
    """The caption's column marks at the end or start of a cell's line, and specks at the ends of any line. A
    list's bullet is none; what stands before it is."""
    words, begin = list(line.words), line.start
    if bullet:
        if bullet.start > words[0].start:
            yield Edit(words[0].start, bullet.start, reason=SPECK)
        begin, words = bullet.end, [w for w in words if w.start > bullet.start]
    elif line.page.method == "ocr" and (glued := GLUED.match(line.text)):
        begin += glued.end()
        yield Edit(line.start, begin, reason=SPECK)
        words = [w for w in words if w.start >= begin]
    for stuck in STUCK.finditer(line.text) if line.page.method == "ocr" else ():
        yield Edit(line.start + stuck.start(), line.start + stuck.end(), reason="checkbox")
    while words and (reason := _reason(line, words[-1], words[:-1], edges)):
        word = words.pop()
        gap = words[-1].end if words else begin
        yield Edit(gap, word.end, reason=reason)
    while words and not bullet and (reason := _opening(line, words, edges)):
        word = words.pop(0)
        yield Edit(word.start, words[0].start if words else word.end, reason=reason)
    if len(words) > 2 and MARKED.fullmatch(line.text, words[0].start - line.start, words[0].end - line.start):
        text = line.text[words[1].start - line.start : words[1].end - line.start]
        small = line.text[words[2].start - line.start].islower()  # a bar before it is the pronoun
        doubtful = words[1].confidence < DOUBTFUL and not small
        if line.page.method == "ocr" and (text in DASHES or NOT_ALONE.fullmatch(text)) and doubtful:
            yield Edit(words[1].start, words[2].start, reason=SPECK)


def _opening(line: Line, words: Sequence[Word], edges: Edges) -> str:
    """Why a line's first word goes, or nothing."""
    return _reason(line, words[0], words[1:], edges) or _fancied(line, words)


def _fancied(line: Line, words: Sequence[Word]) -> str:
    """Why a line's first word goes that is a speck before the second."""
    if line.page.method != "ocr" or len(words) < 2 or words[0].confidence >= FANCIED:
        return ""
    first, second = (line.text_of(w) for w in words[:2])
    return SPECK if first in POINTS and second[0].isalpha() else ""


def _reason(line: Line, word: Word, others: Sequence[Word], edges: Edges) -> str:
    in_cell = line.zone is not None and line.zone.kind == "cell"
    if not in_cell and line.page.method != "ocr":
        return ""
    text = line.text_of(word)
    gap = min((max(word.left - w.right, w.left - word.right) for w in others), default=99.0)
    if in_cell and (
        (not others and text in ("x", "X"))
        or (gap > _least_gap(line, word) and COLUMN_MARK.fullmatch(text) and not text.isalnum())
    ):
        return COLUMN
    if line.page.method != "ocr":
        return ""
    beyond = word.left > edges.right + BEYOND or word.right < edges.left - BEYOND
    mark = MARKED.fullmatch(text) is not None or text in ("Q", "A")
    sure = FANCIED if is_word(text) or text == "I" else DOUBTFUL
    if beyond and not mark and len(text) <= LONGEST_SPECK and word.confidence < sure:
        return SPECK
    if not STROKES.fullmatch(text):
        return ""
    doubtful = word.confidence < DOUBTFUL and not text.strip("|\\_~^°¢«»={}<>•·")
    doubtful = doubtful or (NOT_ALONE.fullmatch(text) is not None and word.confidence < GUESSED)
    outside = word.left > edges.usual + BEYOND
    return SPECK if not others or outside or gap > 30 or doubtful else ""


def _least_gap(line: Line, word: Word) -> float:
    """Points of white beside a caption's mark. A section sign is one in Texas, where the next word is far and
    no section: titles cite statutes."""
    text = line.text[word.start - line.start :]
    if not text.startswith("§"):
        return 2.0
    return 99.0 if re.match(r"§+\s*\d", text) else WIDE_BLANK
