"""Banners at the head and foot of pages: a classification, printed on each, and struck through once lifted.

OCR reads a struck line another way on each page, so that its words never repeat. Its place does, and the
stroke through it is a rule of the page.
"""

from __future__ import annotations

from collections.abc import Sequence
from statistics import median

from cleaners.line import Line
from cleaners.page import REDACTED, Rule, Word
from cleaners.page_edges.edges import Edge, PageEdges
from cleaners.pagination.page_marks import is_page_number

FEWEST_BANNERS = 4
BANNER_INSET = 48.0
"""Points that a banner begins right of the text, so that no line of the text is taken for one."""

WIDEST = 0.55
"""Share of the page's width."""

FARTHEST = 16.0
"""Points by which a banner may wander from page to page (scans shift)."""

THROUGH = (0.3, 0.7)
"""Where the stroke runs in a word's box, from its top: a line under letters that descend runs lower."""

GUESSED, SURE = 0.6, 0.8
"""Mean confidence below which words are what OCR made of specks and of a stamp's remains; least of a line of
text."""


def find_banners(edges: Sequence[PageEdges]) -> set[int]:
    """Where the lines begin that are banners, and what OCR guessed beyond them."""
    by_place = _by_place(edges, at_top=True) | _by_place(edges, at_top=False)
    struck = [side for page in edges for side in (_struck(page.top), _struck(page.bottom)) if side]
    return by_place | {line.start for side in struck if len(struck) > 1 for line in side}


def _struck(side: Sequence[Edge]) -> list[Line]:
    """The struck line nearest to a page's edge and the guesses beyond it; none if text stands there, save
    where a folio ends the line: a clerk's stamp may stand below that."""
    beyond: list[Line] = []
    for edge in side:
        beside = _beside_stroke(edge.line)
        if beside is not None and not _is_text(beyond):
            return [*beyond, edge.line]
        if beside:
            return [edge.line]
        beyond.append(edge.line)
    return []


def _is_text(lines: Sequence[Line]) -> bool:
    """Whether OCR is sure of the words of one of the lines, or of all; bars over a stamp are no words."""
    if not all(line.words for line in lines):
        return True
    read = [_worded(line, [w for w in line.words if line.text_of(w) != REDACTED]) for line in lines]
    return any(_is_sure(words, SURE) for words in read) or _is_sure(
        [w for words in read for w in words], GUESSED
    )


def _is_sure(words: Sequence[Word], least: float) -> bool:
    return bool(words) and sum(word.confidence for word in words) / len(words) >= least


def _beside_stroke(line: Line) -> str | None:
    """What stands beside the words of a short line that a stroke runs through, specks aside: nothing or its
    folio; None of any other line."""
    strokes = _strokes(line)
    crossed = [word for word in line.words if any(_crosses(rule, word) for rule in strokes)]
    wide = sum(word.right - word.left for word in crossed)
    if not 0 < wide < WIDEST * line.page.width or not _is_legible(line):
        return None
    rest = _worded(line, [word for word in line.words if word not in crossed])
    folio = " ".join(line.text_of(word) for word in rest if word.left > crossed[-1].right)
    if is_page_number(line._replace(text=folio)):
        return folio
    return None if any(word.confidence >= GUESSED for word in rest) else ""


def _strokes(line: Line) -> list[Rule]:
    """The level rules of its page that run at the height of a line."""
    if not (line.words and line.page.rules):
        return []
    top, bottom = line.top, line.bottom
    return [
        rule for rule in line.page.rules if top <= rule.bottom and rule.top <= bottom + 1 and not rule.upright
    ]


def _worded(line: Line, words: Sequence[Word]) -> list[Word]:
    return [word for word in words if any(map(str.isalnum, line.text_of(word)))]


def _crosses(rule: Rule, word: Word) -> bool:
    high, low = THROUGH
    at = ((rule.top + rule.bottom) / 2 - word.top) / max(word.height, 1.0)
    shared = min(rule.right, word.right) - max(rule.left, word.left)
    return high < at < low and shared > 0.8 * (word.right - word.left)


def _by_place(edges: Sequence[PageEdges], *, at_top: bool) -> set[int]:
    """Where the outermost lines of scans begin that stand at one place on most pages, narrow and further in
    than the text, whatever they say; next to no page has text beyond them. In a text layer a banner says the
    same on each page; what differs there are the titles of what each begins (a jury's instructions)."""
    scanned = [page for page in edges if page.page.method == "ocr"]
    sides = [page.top if at_top else page.bottom for page in scanned]
    outermost = [[edge.line for edge in side if _is_legible(edge.line)][:1] for side in sides]
    lines = [line for found in outermost for line in found]
    if len(lines) < FEWEST_BANNERS:
        return set()
    left, middle = median(line.left for line in lines), median(_height(line) for line in lines)
    text = median(line.left for page in edges for line in page.lines if line.words)
    same = [
        line
        for line in lines
        if abs(line.left - left) < FARTHEST
        and abs(_height(line) - middle) < FARTHEST
        and line.right - line.left < 0.55 * line.page.width
    ]
    beyond = [line for line in lines if (middle - _height(line)) * (1 if at_top else -1) > FARTHEST]
    if left - text < BANNER_INSET or len(beyond) > max(1, 0.1 * len(lines)):
        return set()
    if len(same) < max(FEWEST_BANNERS, 0.6 * len(edges)):
        return set()
    return {line.start for line in same}


def _is_legible(line: Line) -> bool:
    """Whether a line of a page with boxes is more than a speck."""
    return bool(line.words) and sum(c.isalnum() for c in line.text) >= 4


def _height(line: Line) -> float:
    return (line.top + line.bottom) / 2
