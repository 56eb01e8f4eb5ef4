"""The lines at the top and the bottom of each page: where running heads, footers and folios stand."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache, cached_property
from statistics import median
from typing import NamedTuple

from rapidfuzz import fuzz

from cleaners.document import Document
from cleaners.line import Line
from cleaners.margin_numbers.margins import NumberColumn
from cleaners.margin_numbers.number_columns import printed_columns
from cleaners.note_forms.bare_calls import is_called
from cleaners.note_forms.note_openings import GLUED, called_numbers
from cleaners.page import Page, Rule
from cleaners.page_edges.low_lines import are_alike, goes_on, is_prose, is_sentence, runs_small, solid_blocks
from cleaners.page_edges.margin_names import margin_names
from cleaners.page_edges.publishers import publishers_marks
from cleaners.pagination.numbered_pages import counted_below, numberings, text_above, text_below
from cleaners.pagination.page_marks import DEEPEST
from cleaners.patterns import pattern

ALIKE = 86.0
"""Least rapidfuzz ratio of two lines, digits masked, that are one head (OCR misreads a letter in ten)."""

NUMBER = 8
"""Letters and figures at least of the number that a court gives an opinion: a page's has fewer."""

LONE_VERSUS = pattern(r"\W*(?:v|vs|versus|against)\W*", re.IGNORECASE)
UPPER_LINES = 15
"""Among so many first lines stands the caption of a page that has one."""

LOWEST_START = 0.25
"""The share of a page's height above which preprinted numbers begin."""

APART = 0.7
"""So many pitches off the numbered lines stands what is no line of theirs; a line of single-spaced text may
stand half a pitch below the last number."""

APART_RULES, MOST_LEVELS = 8.0, 4
"""Points within which level rules are one side, and how many a page with a frame has: its two, and those of a
head."""

MOST_OVER = 30.0
"""Points from the short rule to the footnote under it."""

HIGHEST_NOTE = 0.3
"""The share of a page's height above which no note stands."""

# In bare text a note's number is typed before its first word; a stop ends its last line.
TYPED_NOTE = pattern(r"[ \t]*(\d{1,3})[ \t]+(?=[A-Z“\"(])")
STOP = pattern(r"[.?!][”\"’)\]]*\s*$")
NOTE_OPENING = pattern(r"\W{0,2}(?:\d{1,3}|[*†‡]{1,3})\W{0,2}\s*[^\W\d]")


class Edge(NamedTuple):
    """A filled line near an edge of its page; ``depth`` counts from 0 at the edge."""

    line: Line
    depth: int
    at_top: bool


@dataclass(frozen=True)
class PageEdges:
    """A page's filled lines from the top and from the bottom, the outermost first, with what tells where its
    text is set: columns of line numbers, else the ``frame``, the heights in points of its upper and lower
    side; in bare text ``above`` and ``below``, the offsets of its first and last line number, which a step
    before has deleted, and where the line begins that the last one counts, if that stands below it."""

    page: Page
    lines: tuple[Line, ...]
    columns: tuple[NumberColumn, ...]
    frame: tuple[float, float]
    above: int | None = None
    below: int | None = None
    counted: int | None = None

    @cached_property
    def top(self) -> tuple[Edge, ...]:
        return tuple(Edge(line, depth, at_top=True) for depth, line in enumerate(self.lines[:DEEPEST]))

    @cached_property
    def bottom(self) -> tuple[Edge, ...]:
        return tuple(
            Edge(line, depth, at_top=False) for depth, line in enumerate(self.lines[: -DEEPEST - 1 : -1])
        )

    @cached_property
    def amid(self) -> Counter[str]:
        """How often each line stands on the page, those near its edges aside; bare text may hold a name that
        was set sideways in the margin anywhere."""
        return Counter(line.text.strip() for line in self.lines[DEEPEST:-DEEPEST] if line.words)

    @cached_property
    def has_caption(self) -> bool:
        """Whether the parties of a case stand on the page, with the ``v.`` between them on its own line."""
        return any(LONE_VERSUS.fullmatch(line.text.strip()) for line in self.lines[:UPPER_LINES])

    def is_outside(self, line: Line) -> bool:
        """Whether a line stands above the first or below the last numbered line of its column, or outside
        of the frame. Numbers that begin further down, or that follow the lines as they are printed, tell
        nothing: what is above them is text too."""
        if not line.words:
            over = self.above is not None and line.start < self.above
            return over or (self.below is not None and line.start > self.below)
        middle = median(word.middle for word in line.words)
        beside = [c for c in self.columns if c.left < line.right]
        nearest = [c for c in beside if max(b.left for b in beside) - c.left < 36]
        if not nearest:
            return middle < self.frame[0] or middle > self.frame[1]
        if not all(c.even for c in nearest) or min(c.top for c in nearest) > LOWEST_START * self.page.height:
            return False
        off = (max(c.height_of(c.first) - middle, middle - c.height_of(c.last)) / c.pitch for c in nearest)
        return all(pitches > APART for pitches in off)

    @cached_property
    def notes(self) -> frozenset[int]:
        """Where lines begin that stand below the last numbered line and are text yet: a footnote, which may
        run on below line 28."""
        low = [line for line in self.lines if not line.words or line.top > self.page.height / 2]
        below = [line for line in low if self.is_outside(line)]
        rules = [rule.top for rule in _strokes(self.page)]
        found: set[int] = set()
        found |= {
            line.start
            for line in below
            if not line.words and (line.start == self.counted or is_sentence(line.text))
        }
        for block in solid_blocks(below):
            top = block[0].top if block[0].words else 0.0
            over = min((top - y for y in rules if y < top + 3), default=99.0)
            text = " ".join(line.text for line in block)
            opens = over < MOST_OVER and NOTE_OPENING.match(text)
            if opens or is_prose(text) or runs_small(text) or self._goes_on(block[0], found):
                found |= {line.start for line in block}
        return frozenset(found)

    @cached_property
    def called(self) -> frozenset[int]:
        """Where the lines of notes begin whose numbers the page's text calls: however alike those of two
        pages are (``3 Id. at 12.``), they are no footers."""
        if not self.page.has_boxes:
            return frozenset(line.start for line in self._typed_notes())
        low = [line for line in self.lines if line.words and line.top > HIGHEST_NOTE * self.page.height]
        found: set[int] = set()
        for block in solid_blocks(low):
            first = next((line for line in block if self._is_called(line) or self._is_ruled(line)), None)
            if first:
                below = block[block.index(first) :]
                found |= {line.start for line in below if are_alike(line, first)}
        return frozenset(found)

    def _typed_notes(self) -> Sequence[Line]:
        """In bare text, the lines from the first called note to its page's last stop: a footer below is a
        title, or in capitals."""

        @cache
        def first_call(mark: str) -> int:
            called = (index for index, line in enumerate(self.lines) if is_called(mark, line.text))
            return next(called, len(self.lines))

        for index, line in enumerate(self.lines):
            opening = TYPED_NOTE.match(line.text) if index > HIGHEST_NOTE * len(self.lines) else None
            if opening and first_call(opening[1]) < index:
                below = range(len(self.lines) - 1, index - 1, -1)
                end = next((n + 1 for n in below if _is_stopped(self.lines[n].text)), index)
                return self.lines[index:end]
        return ()

    def _is_called(self, line: Line) -> bool:
        """Whether a line opens a note that is called; a page's number alone may well be a note's, too."""
        number = line.text_of(line.words[0])
        return len(line.words) > 1 and number.isdecimal() and int(number) in called_numbers(line, self.lines)

    def _is_ruled(self, line: Line) -> bool:
        """Whether a note's number, printed as one word with its first (``2Id. at 12.``) as fonts with raised
        figures of their own have it, stands under the short rule over notes."""
        over = (line.top - rule.top for rule in _strokes(self.page))
        return GLUED.match(line.text_of(line.words[0])) is not None and any(0 < y < MOST_OVER for y in over)

    def _goes_on(self, line: Line, text: Collection[int]) -> bool:
        """Whether a line goes on below numbered ones, or others that are known to be text."""
        over = [one for one in self.lines[: self.lines.index(line)] if one.words]
        pitch = next((c.pitch for c in self.columns if c.even), 0.0)
        return goes_on(line, [one for one in over if one.start in text or not self.is_outside(one)], pitch)


def _is_stopped(text: str) -> bool:
    """Whether a sentence ends on a line that is no title in capitals."""
    return STOP.search(text) is not None and not text.isupper()


def page_edges(document: Document) -> list[PageEdges]:
    """The edges of each page that has text; a name in the margin stands at none."""
    pages: dict[int, list[Line]] = {}
    names = {line.start for line in margin_names(document)}
    marks = list(publishers_marks(document))
    title = max((end for start, end in marks if start == 0), default=0)
    names |= {start for start, _ in marks} | {line.start for line in document.lines if line.end <= title}
    for line in document.lines:
        if line.text.strip() and line.start not in names and not (line.zone and line.zone.is_aside):
            pages.setdefault(line.page.number, []).append(line)
    made = []
    last_numbers, columns = dict(numberings(document)), printed_columns(document)
    for printed in pages.values():
        page = printed[0].page
        lines = sorted(printed, key=_top) if page.has_boxes else printed
        last = last_numbers.get(page.number)
        parts = (text_above(last, lines), text_below(last, lines), counted_below(last, lines))
        made.append(PageEdges(page, tuple(lines), columns[page.number], _frame(page), *parts))
    usual = Counter(c.last for page in made for c in page.columns).most_common(1)
    if not usual or usual[0][1] < 2:
        return made
    return [replace(page, columns=_reaching(page.columns, usual[0][0])) for page in made]


def _strokes(page: Page) -> list[Rule]:
    """Level rules as short as those over notes are."""
    return [
        rule for rule in page.rules if not rule.upright and 20 < rule.right - rule.left < 0.45 * page.width
    ]


def _top(line: Line) -> float:
    return line.top if line.words else 0.0


def _reaching(columns: tuple[NumberColumn, ...], last: int) -> tuple[NumberColumn, ...]:
    """The columns down to the number that a filing's pages usually end with: OCR misses some of the last."""
    if any(one.top < two.top and abs(one.left - two.left) < 36 for one in columns for two in columns):
        return columns  # the panels of a condensed transcript, one above the other
    return tuple(replace(c, last=max(c.last, last)) if c.even else c for c in columns)


def _frame(page: Page) -> tuple[float, float]:
    """The upper and lower side of a frame round the text (a transcript's): level rules where upright ones
    end. A table has level rules between them."""
    level = [r for r in page.rules if not r.upright and r.right - r.left > 0.45 * page.width]
    sides = [r for r in page.rules if r.upright and r.bottom - r.top > 0.6 * page.height]
    if len({round(r.top / APART_RULES) for r in level}) > MOST_LEVELS:
        return 0.0, float("inf")
    above = [r.top for r in level if any(abs(r.top - s.top) < 8 for s in sides)]
    below = [r.top for r in level if any(abs(r.top - s.bottom) < 8 for s in sides)]
    return min(above, default=0.0), max(below, default=float("inf"))


def masked(text: str) -> str:
    """A line as running heads are compared: without folio and specks, digits alike, blanks and case aside."""
    bare = without_specks(re.sub(r"^\W*\d{1,4}\s+|\s+\d{1,4}\W*$", "", " ".join(text.split())))
    return re.sub(r"\d+", "0", bare).casefold()


def is_alike(one: str, two: str) -> bool:
    """Whether two lines are a head's, but for numbers that count on, or are a number that a court gives its
    opinions (``2031-OSTR-12``) but for what OCR made of its hyphens."""
    numbers = [re.sub(r"[\W_]", "", text) for text in (one, two)]
    same = numbers[0] == numbers[1] and len(numbers[0]) >= NUMBER and numbers[0][:4].isdigit()
    return same or fuzz.ratio(masked(one), masked(two)) >= ALIKE


def without_specks(text: str) -> str:
    """A line without the strokes and specks that stand by themselves at its ends."""
    words = text.split()
    if words and words[0].isalpha() and words[-1].isalpha():  # as most lines begin and end
        return text.strip()
    told = [word for word in re.finditer(r"\S+", text) if any(c.isalnum() for c in word[0])]
    return text[told[0].start() : told[-1].end()] if told else text


def neighbours(edges: Sequence[PageEdges], index: int) -> Iterator[PageEdges]:
    """The pages whose heads a page's can repeat: the next ones on either side and, for heads that alternate
    on left and right pages, the ones after those."""
    for near in (index - 2, index - 1, index + 1, index + 2):
        if 0 <= near < len(edges):
            yield edges[near]
