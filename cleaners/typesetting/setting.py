"""How lines are set: where each begins and ends, how far apart they stand.

On pages with boxes all measures are points. In bare text they are columns of a typewriter page, so that the
same rules serve: a character is 6 points wide, a line 12 points high, a blank line is a larger gap.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Collection, Iterator, Sequence
from itertools import pairwise
from statistics import median
from typing import NamedTuple

from cleaners.document import Document
from cleaners.line import Line
from cleaners.page import COLUMNS, Word
from cleaners.pagination.numbered_pages import NUMBER_REASON
from cleaners.patterns import pattern
from cleaners.tuple_makers import maker

WIDE, HIGH = 6.0, 12.0

INK_HIGH, INK_SMALL, INK_BELOW = 0.68, 0.46, 0.21
"""The ink of a word to its type size: with a capital or a tall letter, with small ones alone, and what
letters reach below the line. OCR boxes ink, a text layer the type."""

SPECK = pattern(r"[.,:;'’‘`~]+")
"""Signs that begin no line by themselves."""

HIGH_LETTER = pattern(r"[A-Zbdfhklit\d“”‘’\"'()\[\]?!§¶$&%/]")
BELOW_LINE = pattern(r"[gjpqyQ,;()\[\]§¶$/]")

ITEM = pattern(
    r"(?!v\.? [A-Z]|\(\d{3}\) \d{3}[-–.]\d{4})"
    r"(?:\(?(?:\d{1,3}|[A-Za-z]|[ivxIVX]{1,5})[.)]|[IVX]{1,5}\.|[•·▪●○■]|\(\d+\)|¶ ?\d+\.?|"
    r"[\[{]¶ ?\d+\.?[\]}]|\{\d{1,3}\}|"
    r"\[\^[^\]\s]{1,4}\]:)(?=\s)"
)
"""What begins an item: a number, a letter, a bullet, a numbered paragraph's mark (``¶ 1``, Mississippi's
``¶1.``, Maine's ``[¶1]``, Ohio's ``{¶ 1}``, New Mexico's ``{1}``), a note's label; no telephone's number."""

BULLETS = ("•", "▪", "●", "■")
"""Signs that begin items and stand in no sentence."""

HUNG_MARK = pattern(r"[-–—o](?=\s)")
HUNG = 0.8
"""Type sizes between the dash of an item, or the ring that word processors set before items of the second
level (a letter o), and its text, at least: a dash of a sentence has a blank behind it, a third of one wide,
half as much again where the line is justified."""

LABEL = pattern(r"(?:[A-Z][\w ]{1,30}|cc|bcc):(?=\s)")


Measure = tuple[int, str, int]
"""What a line shares its margins with: its page and kind of zone and, in a column, where that column starts,
for two stand side by side."""


class Setting(NamedTuple):
    """A filled line and its place. ``start`` and ``stop`` are where in the text it begins and ends; ``top``
    and ``left`` are those of its first word, ``end``, ``last_top`` and ``last_left`` of the last printed line
    in it (a rejoined hyphen makes one of two); ``inner`` is where the words after an item's mark begin,
    ``item`` whether it has such a mark (the rules ask it a dozen times);
    ``row`` is where, in bare text, its last source line begins; ``right`` is the right margin of the lines it
    stands among."""

    line: Line
    text: str
    start: int
    stop: int
    page: int
    zone: str
    measure: Measure
    left: float
    end: float
    top: float
    last_top: float
    last_left: float
    size: float
    inner: float
    item: bool
    row: int = -1
    right: float = 0.0

    @property
    def leaf(self) -> tuple[int, int]:
        """What was printed as one page: a sheet of a condensed transcript holds several, each a column."""
        page, _, start = self.measure
        return page, start

    @property
    def first_width(self) -> float:
        """The width of the first word, for what would have fitted on the line before."""
        words = self.line.words
        return words[0].right - words[0].left if words else WIDE * len(self.text.split()[0])

    @property
    def center(self) -> float:
        return (self.left + self.end) / 2


_setting = maker(Setting)


def settings_of(document: Document) -> list[Setting]:
    """The filled lines with their places, in the text's order."""
    filled = [_Filled(row, line, *_ends(line)) for row, line in _rows(document) if row]
    typed = (one for one in filled if not one.line.words)
    ends = document.sources_at(at for one in typed for at in (one.start, one.stop - 1))
    return [
        _placed(one) if one.line.words else _typed(document, one, next(ends), next(ends)) for one in filled
    ]


class _Filled(NamedTuple):
    """A filled line, the row of its page on which it stands, and where in the text it begins and ends."""

    row: int
    line: Line
    start: int
    stop: int


def _rows(document: Document) -> Iterator[tuple[int, Line]]:
    """The lines, each with the row on which it stands if it is filled, else 0. Where a dump has put most
    margin numbers on lines of their own, the blank lines around them part nothing."""
    numbers = {at for at, _ in document.removed({NUMBER_REASON})}
    alone = {
        line.start for line in document.lines if numbers and not line.text.strip() and _has(line, numbers)
    }
    apart = 2 * len(alone) > len(numbers)
    row = blank = 0
    numbered = False
    for line in document.lines:
        if line.text.strip():
            row += 1 if numbered else blank + 1
            blank, numbered = 0, False
            yield row, line
        else:
            blank += 1
            numbered = numbered or (apart and line.start in alone)
            yield 0, line


def _has(line: Line, offsets: Collection[int]) -> bool:
    return any(at in offsets for at in range(line.start, line.end + 1))


def _measure(line: Line) -> Measure:
    page, zone = line.page.number, line.zone
    if zone is None:
        return page, "page", 0
    return page, zone.kind, zone.start if zone.kind in COLUMNS else 0


def _placed(filled: _Filled) -> Setting:
    """A line whose words have boxes: its first and its last printed line, for it may be several."""
    _, line, begin, stop = filled
    size, words, middles, heights = _measured(line)
    high, first, last = line.size, words[0], words[-1]
    row = last_row = [n for n, middle in enumerate(middles) if abs(middle - first.middle) < high / 2]
    top = last_top = median([heights[n] for n in row])
    if start := _last_printed(words):
        last_row = [n for n in range(start, len(words)) if abs(middles[n] - last.middle) < high / 2]
        last_top = median([heights[n] for n in last_row])
    text, printed = line.text.strip(), [words[n] for n in row]
    mark = ITEM.match(text) or _hung_mark(printed, text, high)
    if mark:
        inner = next((w.left for w in printed if w.start >= begin + mark.end()), first.left)
    else:
        inner = _after_label(printed, text, high)
    page, zone, _ = measure = _measure(line)
    left, last_left = first.left, words[last_row[0]].left
    place = left, last.right, top, last_top, last_left, size, inner, mark is not None, -1, 0.0
    return _setting((line, text, begin, stop, page, zone, measure, *place))


def _hung_mark(row: Sequence[Word], text: str, size: float) -> re.Match[str] | None:
    """The dash or ring that an item begins with, a tab before its text."""
    if len(row) < 2 or row[1].left - row[0].right < HUNG * size:
        return None
    return HUNG_MARK.match(text)


def _measured(line: Line) -> tuple[float, Sequence[Word], list[float], list[float]]:
    """The type size of a line, its words, where their middles stand and, of those in one row, what tells how
    high that stands. OCR's specks before the first word stand anywhere, and are left out."""
    words, middles = line.words, [w.middle for w in line.words]
    if line.page.method != "ocr":
        return line.size, words, middles, middles
    size, heights = _by_ink(line)
    specks = next((n for n, w in enumerate(words) if not SPECK.fullmatch(line.text, *_span(line, w))), 0)
    return size, words[specks:], middles[specks:], heights[specks:]


def _span(line: Line, word: Word) -> tuple[int, int]:
    return word.start - line.start, word.end - line.start


def _by_ink(line: Line) -> tuple[float, list[float]]:
    """The type size of a line of which the ink is known, and where each of its words stands, as their letters
    tell it: heights and middles of ink stray with them, by a third of the leading of single-spaced lines."""
    sizes, feet = [], []
    for word in line.words:
        letters = line.text[slice(*_span(line, word))]
        below = INK_BELOW if BELOW_LINE.search(letters) else 0.0
        sizes.append(word.height / (below + (INK_HIGH if HIGH_LETTER.search(letters) else INK_SMALL)))
        feet.append(word.bottom - below * sizes[-1])
    size = median(sizes)
    return size, [foot - INK_HIGH / 2 * size for foot in feet]


def _last_printed(words: Sequence[Word]) -> int:
    """Which word begins the last printed line of several; 0 where there is one, however slanted it is."""
    return max((n for n, (one, two) in enumerate(pairwise(words), 1) if two.left < one.left), default=0)


def _after_label(row: Sequence[Word], text: str, size: float) -> float:
    """Where the text begins that hangs from a label (``Proceedings:      (IN CHAMBERS)``), else the line's
    left."""
    label = LABEL.match(text)
    words = len(label[0].split()) if label else 0
    if 0 < words < len(row) and row[words].left - row[words - 1].right > size:
        return row[words].left
    return row[0].left


def _ends(line: Line) -> tuple[int, int]:
    """Where in the text a line begins and ends, without the blanks about it."""
    return line.end - len(line.text.lstrip()), line.start + len(line.text.rstrip())


def _typed(document: Document, filled: _Filled, at: int, until: int) -> Setting:
    """A line of bare text, where its first and last character stood in the source: what was deleted before
    them (a margin number) or joined to them (a broken word) moves nothing."""
    row_of_page, line, begin, stop = filled
    text = line.text.strip()
    row = document.row_at(until)
    left = last_left = WIDE * (at - (row if row <= at <= until else document.row_at(at)))
    if at < row:
        last_left = _column(
            document, begin + bisect_left(range(begin, stop - 1), row, key=document.source_at)
        )
    mark = ITEM.match(text)
    inner = _column(document, begin + mark.end() + 1) if mark and mark.end() + 1 < len(text) else left
    end = WIDE * (until - row + 1)
    top = row_of_page * HIGH
    page, zone, _ = measure = _measure(line)
    place = left, end, top, top, last_left, HIGH, inner, mark is not None, row, 0.0
    return _setting((line, text, begin, stop, page, zone, measure, *place))


def _column(document: Document, offset: int) -> float:
    at = document.source_at(offset)
    return WIDE * (at - document.row_at(at))
