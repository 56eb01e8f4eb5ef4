"""What the paper calls each line of a filing: its page, its folio, its number in the margin.

The printed number follows from the place of the line, not from what was read beside it: where OCR misread or
dropped some of a page's numbers, the others say where each one stands (``y = offset + pitch * number``), and
where it dropped the whole column, the columns of the pages before and after it do. A text without places
has the numbers that were taken out of it.
"""

from __future__ import annotations

import cmath
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from math import floor
from statistics import median

from cleaners.document import Document
from cleaners.findings.citing import PrintedLine
from cleaners.line import Line
from cleaners.margin_numbers.margins import NumberColumn
from cleaners.margin_numbers.number_columns import printed_columns
from cleaners.margin_numbers.page_line_numbers import PAGE_AND_LINE
from cleaners.margin_numbers.printed_numbers import printed_number
from cleaners.page import Page, Word
from cleaners.page_edges.page_folios import folio_of
from cleaners.pieces import Piece

LINE_NUMBER, FOLIO = "margin line number", "folio"
"""The reasons under which the steps take them out."""

LATE = 0.4
"""A line so much of a pitch above a number's own height still bears it: body lines drift by up to a third
of a pitch against their numbers over a page. A line half-way between two numbers, in a single-spaced block,
is cited by the one above it."""

ABOVE = 0.75
"""The first number holds for lines up to so much of a pitch above it; what is higher is the page's head."""

IN_STEP = 0.7
"""Lines are in step if the mean of their phases, as arrows on a circle, is this long."""

FEWEST_LINES = 8
"""Lines of a page's body, at least, that tell whether they are in step."""

FEWEST_IN_HEAP, MOST_PARTED, LONGEST_FOOT = 10, 0.1, 400
"""Numbers of a page of bare text that are a heap, the share of them that has text before the next, and
characters of a head or foot, at most."""


@dataclass(frozen=True)
class _Margin:
    """Where the numbers of a column stand: their middles in points, in rising order, and ``shift``, what the
    body lines stand below their numbers, in pitches, if that is not nothing."""

    column: NumberColumn
    heights: tuple[float, ...]
    numbers: tuple[int, ...]
    shift: float = 0.0

    def place_of(self, line: Line) -> float:
        """Where the line stands among the numbers, in pitches: 3.5 is half-way between the lines 3 and 4."""
        y = median(w.middle for w in line.words if w.left >= self.column.right - 2)
        return self.place(y) - self.shift

    def place(self, y: float) -> float:
        index = min(max(bisect_right(self.heights, y) - 1, 0), len(self.heights) - 2)
        low, high = self.heights[index : index + 2]
        one, two = self.numbers[index : index + 2]
        pitch = (high - low) / (two - one)
        return one + (y - low) / pitch

    def number_at(self, place: float) -> int | None:
        """The number by which a line is cited."""
        first, last = self.numbers[0], self.numbers[-1]
        if not first - ABOVE <= place < last + 1 + LATE:
            return None
        return min(max(floor(place + LATE), first), last)


def find_printed_lines(document: Document, folios: Mapping[int, str]) -> Iterator[PrintedLine]:
    """The printed lines of a cleaned document, in the order of its source; ``folios`` by physical page. Where
    a filing numbers no line, each page is one."""
    lines: dict[int, list[Line]] = {page.number: [] for page in document.pages}
    if any(printed_columns(document).values()):
        for line in Document.from_pages(document.source, document.pages).lines:
            lines[line.page.number].append(line)
    margins = _margins(document, lines)
    pieces = sorted((p for p in document.pieces if p.reason in (LINE_NUMBER, FOLIO)), key=lambda p: p.start)
    if len(document.pages) == 1 and not document.pages[0].has_boxes:
        yield from _flattened(document, pieces)
        return
    for page in document.pages:
        low, high = (bisect_left(pieces, at, key=lambda piece: piece.start) for at in (page.start, page.end))
        own = pieces[low:high]
        folio = folios.get(page.number)
        if not page.has_boxes:
            yield from _by_numbers(document, own, PrintedLine(page.start, page.number, None, folio))
        elif len(columns := margins[page.number]) > 1:
            yield from _panels(document, page, columns, lines[page.number])
        else:
            yield PrintedLine(page.start, page.number, None, folio)
            for line in lines[page.number]:
                number = _number(line, columns)
                yield PrintedLine(line.start, page.number, number, folio)


def _margins(document: Document, lines: Mapping[int, Sequence[Line]]) -> dict[int, list[_Margin]]:
    """The margins of each page; a page without a column takes that of the pages beside it if its lines are
    in step with it."""
    found = {page.number: _own_margins(document, page, lines[page.number]) for page in document.pages}
    pages = document.pages
    for index, page in enumerate(pages):
        beside = [
            other for other in (pages[index - 1 : index] + pages[index + 1 : index + 2]) if other.has_boxes
        ]
        models = [found[other.number] for other in beside]
        if found[page.number] or not beside or not all(len(model) == 1 for model in models):
            continue
        model = models[0][0]
        if _is_same_paper(page, beside, lines[page.number], model):
            found[page.number] = [model]
    return found


def _own_margins(document: Document, page: Page, lines: Sequence[Line]) -> list[_Margin]:
    margins = [_margin(column) for column in printed_columns(document)[page.number] if not column.outer]
    return [_in_step(margin, lines) for margin in margins]


def _margin(column: NumberColumn) -> _Margin:
    if column.even:
        numbers = tuple(range(column.first, column.last + 1))
        return _Margin(column, tuple(column.height_of(number) for number in numbers), numbers)
    read = {value: t.middle for t in column.tokens if (value := printed_number(t.text)) is not None}
    rising = sorted(read.items())
    rising = rising[:1] + [two for one, two in pairwise(rising) if two[1] > one[1]]
    return _Margin(column, tuple(y for _, y in rising), tuple(number for number, _ in rising))


def _in_step(margin: _Margin, lines: Sequence[Line]) -> _Margin:
    """The margin, shifted if the body stands half a pitch off its numbers (11 points on some pleadings) and
    begins above the first of them: then each line bears the number below it."""
    places = [margin.place_of(line) for line in lines if _beside(line, margin)]
    body = [place for place in places if margin.numbers[0] - ABOVE <= place <= margin.numbers[-1] + 1]
    if len(body) < FEWEST_LINES:
        return margin
    length, phase = _phase(body)
    early = min(body) < margin.numbers[0] - LATE
    return replace(margin, shift=phase) if length >= IN_STEP and early and phase < -LATE / 2 else margin


def _phase(places: Sequence[float]) -> tuple[float, float]:
    """How much the places are in step, and how far they stand below whole numbers, in [-0.5, 0.5]."""
    mean = sum(cmath.exp(2j * cmath.pi * place) for place in places) / len(places)
    return abs(mean), cmath.phase(mean) / (2 * cmath.pi)


def _is_same_paper(page: Page, beside: Sequence[Page], lines: Sequence[Line], margin: _Margin) -> bool:
    """Whether a page without numbers is of the numbered paper of the pages beside it: of their size, with
    nothing in the margin, its lines in step with their numbers."""
    same_size = all(
        abs(page.width - other.width) < 6 and abs(page.height - other.height) < 6 for other in beside
    )
    clear = all(word.left > margin.column.right - 2 or word.end - word.start <= 3 for word in page.words)
    places = [margin.place_of(line) for line in lines if _beside(line, margin)]
    body = [place for place in places if margin.numbers[0] - ABOVE <= place <= margin.numbers[-1] + 1]
    if not same_size or not clear or len(body) < FEWEST_LINES:
        return False
    length, phase = _phase(body)
    return length >= IN_STEP and abs(phase) <= LATE / 2


def _beside(line: Line, margin: _Margin) -> bool:
    return any(word.left >= margin.column.right - 2 for word in line.words)


def _number(line: Line, margins: Sequence[_Margin]) -> int | None:
    for margin in margins:
        if _beside(line, margin):
            return margin.number_at(margin.place_of(line))
    return None


def _panels(
    document: Document, page: Page, margins: Sequence[_Margin], lines: Sequence[Line]
) -> Iterator[PrintedLine]:
    """The lines of a condensed transcript's sheet: each is of the panel whose numbers stand left of it, and
    so is the folio at the panel's head or foot."""
    folios: dict[int, str | None] = {}
    for piece in document.pieces:
        if piece.reason == FOLIO and page.start <= piece.start < page.end:
            for word in document.words_of(piece.start, piece.end)[:1]:
                folios.setdefault(_panel_of(word, margins), folio_of(document, piece))
    panels = [
        (line, _panel_of(max(line.words, key=lambda w: w.left), margins)) for line in lines if line.words
    ]
    numbered = [(line, panel, _number(line, [margins[panel]])) for line, panel in panels]
    _count_on(folios, list(dict.fromkeys(panel for _, panel, number in numbered if number)))
    yield PrintedLine(page.start, page.number, None, None)
    for line, panel, number in numbered:
        yield PrintedLine(line.start, page.number, number, folios.get(panel))


def _count_on(folios: dict[int, str | None], panels: Sequence[int]) -> None:
    """Number the pages of a sheet whose own numbers were not read: they count on from those that were."""
    told = [(place, folios.get(panel)) for place, panel in enumerate(panels)]
    firsts = {int(folio) - place for place, folio in told if folio and folio.isdecimal()}
    if len(firsts) == 1 and sum(folio is not None for _, folio in told) > 1:
        (first,) = firsts
        folios.update((panel, str(first + place)) for place, panel in enumerate(panels))


def _panel_of(word: Word, margins: Sequence[_Margin]) -> int:
    """The panel in which a word lies: of those whose numbers stand left of it, in the nearest column, the
    one whose numbers are nearest in height."""
    columns = [margin.column for margin in margins]
    edge = max((c.right for c in columns if c.right - 2 <= word.left), default=min(c.right for c in columns))
    near = [index for index, c in enumerate(columns) if abs(c.right - edge) < 36]
    return min(near, key=lambda i: max(columns[i].top - word.middle, word.middle - columns[i].bottom, 0.0))


def _by_numbers(document: Document, pieces: Sequence[Piece], head: PrintedLine) -> Iterator[PrintedLine]:
    """A page known as text alone: from each number that was taken out to the next, which may say its page,
    too. In a heap, which some dumps make of them, numbers tell no line. Where they begin anew a page begins
    of those that the sheet holds, whose own number stands above."""
    yield head
    own = [piece for piece in pieces if piece.reason == LINE_NUMBER]
    values = [_value(document, piece) for piece in own]
    anew = any(one >= FEWEST_IN_HEAP and two == 1 for one, two in pairwise(values))
    told = None if anew else head.folio
    for piece in () if _is_heap(document, own) else pieces:
        printed = document.source[piece.start : piece.end].strip()
        if piece.reason == FOLIO:
            told = folio_of(document, piece) if anew else told
        elif both := PAGE_AND_LINE.fullmatch(printed):
            folio = both["page"].lstrip("0")
            yield head._replace(start=piece.start, number=int(both["line"]), folio=folio)
        elif value := _value(document, piece):
            yield head._replace(start=piece.start, number=value, folio=told)


def _value(document: Document, piece: Piece) -> int:
    """The number that a piece was, 0 if it has no figure."""
    return int("".join(filter(str.isdecimal, document.source[piece.start : piece.end])) or 0)


def _is_heap(document: Document, numbers: Sequence[Piece]) -> bool:
    """Whether hardly one of a page's numbers has text between it and the next, and the page has more than a
    footer or a head outside of them."""
    if len(numbers) < FEWEST_IN_HEAP:
        return False
    source, page = document.source, document.page_at(numbers[0].start)
    parted = sum(bool(source[one.end : two.start].strip()) for one, two in pairwise(numbers))
    outside = (source[page.start : numbers[0].start], source[numbers[-1].end : page.end])
    return parted <= MOST_PARTED * len(numbers) and max(map(len, outside)) > LONGEST_FOOT


def _flattened(document: Document, pieces: Sequence[Piece]) -> Iterator[PrintedLine]:
    """A text that lost its page ends: a page begins where the line numbers begin anew, else behind each
    folio and behind the notes at a page's foot."""
    numbered = list(_by_numbers(document, pieces, PrintedLine(0, 1, None, None)))
    printed = [piece for piece in pieces if piece.reason == FOLIO]
    begins = [two.start for one, two in pairwise(numbered) if (two.number or 0) < (one.number or 0)]
    starts = [0, *(begins or _behind_folios(document, printed))]
    inside = [bisect_right(starts, piece.start) for piece in printed]
    folios = {page: folio_of(document, piece) for page, piece in zip(inside, printed, strict=True)}
    heads = [PrintedLine(start, page, None, folios.get(page)) for page, start in enumerate(starts, 1)]
    lines = {head.start: head for head in heads}
    for line in numbered[1:]:
        page = bisect_right(starts, line.start)
        lines[line.start] = line._replace(page=page, folio=line.folio or folios.get(page))
    yield from (lines[start] for start in sorted(lines))


def _behind_folios(document: Document, folios: Sequence[Piece]) -> list[int]:
    """Where pages begin in a text on one line: at its folios if they stand at the head, else behind them.
    A note at the foot of a page that prints no folio ends the page, too."""
    if not folios:
        return []
    source = document.source
    if source[folios[-1].end :].strip():
        return [piece.start for piece in folios]
    moved = sorted((p.start, p.end) for p in document.pieces if "footnotes" in p.by and p.end > p.start)
    notes = [end for index, (_, end) in enumerate(moved) if not _goes_on(source, moved, index, folios)]
    ends = sorted({*notes, *(piece.end for piece in folios)})
    return [end for end in ends if source[end:].strip()]


def _goes_on(source: str, moved: Sequence[tuple[int, int]], index: int, folios: Sequence[Piece]) -> bool:
    """Whether a note or a folio, but for white space, follows a moved piece."""
    end = moved[index][1]
    after = end + len(source[end:]) - len(source[end:].lstrip())
    return any(end <= start <= after for start, _ in moved[index + 1 :]) or any(
        end <= piece.start <= after for piece in folios
    )
