"""Where a page's footnotes stand, and which marker calls each.

The notes stand at the foot, under a short rule or at least in smaller type, each after its raised number or
symbol. A note that goes on over the page end stands first under the next page's rule, without a marker.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from string import ascii_lowercase

from cleaners.document import Document
from cleaners.line import Line
from cleaners.note_forms.note_openings import (
    CONTINUED,
    GLUED,
    LABEL,
    NUMBER,
    called_numbers,
    is_called_above,
    is_raised,
    is_smaller,
    is_stroke,
    is_unfinished,
    marker_end,
    opens_with_marker,
    symbol_of,
)
from cleaners.note_forms.note_separators import (
    Stroke,
    below_rest,
    head_rules,
    is_known,
    is_two_inches,
    known_strokes,
    level_rules,
    lines_below,
    may_separate,
    stands_clear,
    underlines,
)
from cleaners.note_forms.page_parts import part_of, parts_of
from cleaners.page import Rule

MOST_SKIPPED = 2
"""So many numbers may be missing between two notes: OCR loses a marker, a page is left out."""

FIRST = 3
"""A document whose first note bears a higher number shows an excerpt, and its page must call the note, or no
note at all."""

MARKER_WIDTH = 6.0
"""Points by which a line begins right of the others where its marker is lost; lines of a scan wander by 3."""

FULL = 6
"""Words of a line of prose that ends at the right margin."""


@dataclass
class Note:
    """A footnote: the marker as printed, its span at the note's beginning (None where the document lacks it),
    its lines, which series it belongs to (numbering starts again in an attached order or an exhibit) and,
    where finding the note has shown it, the span of its call. Where a dump has put the number below the note,
    ``marker`` is the empty span before its first word and ``number`` that of the number."""

    printed: str
    marker: tuple[int, int] | None
    lines: list[Line] = field(default_factory=list)
    series: int = 0
    call: tuple[int, int] | None = None
    number: tuple[int, int] | None = None

    @property
    def page(self) -> int:
        return self.lines[0].page.number

    @property
    def label(self) -> str:
        """The label in the clean text: as printed and, so that each links to one note, with a letter from
        the second series on (``1``, then ``1b``)."""
        letter = ascii_lowercase[self.series % 26] * (self.series // 26 + 1)
        return self.printed + (letter if self.series else "")


def find_notes(document: Document) -> list[Note]:
    """The footnotes of the pages that have boxes, in their order."""
    pages = list(parts_of(document))
    strokes, heads = known_strokes(pages), head_rules(pages)
    notes = _Notes(labelled=any(LABEL.match(line.text) for lines in pages for line in lines))
    for lines in pages:
        foot, ruled = _foot(lines, strokes, heads, notes)
        notes.read(foot, lines, ruled=ruled)
    return notes.found


def _is_cell(line: Line) -> bool:
    return line.zone is not None and line.zone.kind == "cell"


@dataclass
class _Notes:
    """The notes found so far, and what the next one is expected to be. Where the markers have been written
    as labels already, nothing else opens a note."""

    labelled: bool = False
    found: list[Note] = field(default_factory=list)
    number: int = 0
    series: int = 0
    symbols: Counter[str] = field(default_factory=Counter)

    def follows(self, line: Line) -> bool:
        """Whether the last note stands on the page before a line's, or in a column before its."""
        if not self.found:
            return False
        last = self.found[-1].lines[-1]
        pages = line.page.number - last.page.number
        return pages == 1 or (pages == 0 and part_of(last) != part_of(line))

    def goes_on(self, line: Line) -> bool:
        """Whether the last note runs on over the end of the page or column before a line's."""
        return self.follows(line) and is_unfinished(self.found[-1].lines[-1])

    def read(self, foot: Sequence[Line], lines: Sequence[Line], *, ruled: bool) -> None:
        """Take the lines of a page's foot."""
        for line in foot:
            first = line is foot[0]
            if self._open(line, lines, ruled=ruled, first=first):
                continue
            if not first or self.goes_on(line) or (ruled and self.follows(line) and not _is_lost(foot)):
                self.found[-1].lines.append(line)
            elif ruled and not self.labelled and _is_lost(foot):
                self._number(self._expected(line, lines))
                self._add(str(self.number), (line.start, line.start), line, self.series)
            else:
                return

    def _open(self, line: Line, lines: Sequence[Line], *, ruled: bool, first: bool) -> bool:
        if match := LABEL.match(line.text):
            self.found.append(Note(match[1], (line.start, line.start + match.end()), [line]))
            return True
        if self.labelled or CONTINUED.fullmatch(line.text.strip()):
            return False
        start = line.words[0].start
        symbol = symbol_of(line)
        misread = marker_end(line, lines) if ruled and (first or _stands_off(line, self.found)) else None
        if is_stroke(line) and self._expected(line, lines) != 1:
            misread = None
        if symbol and line.page.method == "ocr" and (self.number or called_numbers(line, lines)):
            misread, symbol = start + len(symbol), None  # a raised number read as a star
        if symbol and is_called_above(symbol, line, lines):
            self._add(symbol, (start, start + len(symbol)), line, self.symbols[symbol])
            self.symbols[symbol] += 1
            return True
        if printed := self._numbered(line, lines, ruled=ruled, first=first):
            self._number(int(printed))
            self._add(printed, (start, start + len(printed)), line, self.series)
            return True
        if misread:
            self._number(self._expected(line, lines))
            self._add(str(self.number), (start, misread), line, self.series)
        return misread is not None

    def _expected(self, line: Line, lines: Sequence[Line]) -> int:
        """The number of a note whose own is lost: the next one, or the next that its page calls."""
        following = self.number + 1
        called = [n for n in called_numbers(line, lines) if n >= following]
        near = called and (not self.number or min(called) <= following + MOST_SKIPPED)
        return min(called) if near else following

    def _add(self, printed: str, marker: tuple[int, int], line: Line, series: int) -> None:
        self.found.append(Note(printed, marker, [line], series))

    def _number(self, value: int) -> None:
        self.series += value == 1 and self.number > 0
        self.number = value

    def _numbered(self, line: Line, lines: Sequence[Line], *, ruled: bool, first: bool) -> str | None:
        """The number that a line opens with, if the series makes it a note's."""
        text = line.text_of(line.words[0])
        match = NUMBER.match(text)
        if match is None:
            return None
        value, raised = int(match[0]), is_raised(line)
        if not self.number:
            early = value <= FIRST and (raised or (ruled and first))
            fits = early or (raised and ruled and is_called_above(match[0], line, lines))
        elif raised:
            fits = 0 < value - self.number <= 1 + MOST_SKIPPED
        else:
            apart = first or GLUED.match(text) is not None or _stands_off(line, self.found)
            fits = ruled and value == self.number + 1 and (apart or value in called_numbers(line, lines))
        again = value == 1 and first and (raised or ruled) and self.number > 1
        return match[0] if fits or again else None


def _stands_off(line: Line, notes: Sequence[Note]) -> bool:
    """Whether a line is parted from the note's line before it like a new note, or indented like the last."""
    if not notes:
        return False
    before = notes[-1].lines[-1]
    if before.page.number != line.page.number:
        return False
    indented = abs(line.left - notes[-1].lines[0].left) < 4 and line.left > before.left + 8
    return indented or line.top - before.bottom > 0.5 * line.size


def _foot(
    lines: Sequence[Line], strokes: Sequence[Stroke], heads: Collection[Rule], notes: _Notes
) -> tuple[list[Line], bool]:
    """The lines of a page that are notes, and whether a rule stands above them."""
    page = lines[0].page
    # A rule of the known stroke first: above it may stand one under words, which seems a separator too.
    rules = [(is_known(rule, strokes, lines), rule) for rule in level_rules(lines)]
    for known, rule in sorted(rules, key=lambda judged: not judged[0]):
        if underlines(rule, lines) if known else not may_separate(rule, lines):
            continue
        below = lines_below(rule, lines)
        if not below or rule in heads or _is_cell(below[0]):
            continue
        foot = [line for line in below if not _is_cell(line)]
        if known and (_opens(foot[0], lines, notes) or _continues(rule, foot, lines, notes)):
            return foot, True
        over_cells = len(foot) < len(below)  # the upper side of a caption's box, whatever specks stand in it
        if over_cells:
            continue
        if not known and _is_ruled(rule, foot, lines, notes):
            return foot, True
        if not notes.found and (called := below_rest(rule, foot, lines)):
            return list(called), True
    for index, line in enumerate(lines):
        labelled = LABEL.match(line.text) is not None
        low = not labelled and line.top > 0.3 * page.height and not _is_cell(line)
        ruled = low and _is_called_next(line, lines, notes)  # by one too pale or too crooked to be seen
        if labelled or (low and (ruled or opens_with_marker(line)) and is_smaller(lines[index:], lines)):
            return [part for part in lines[index:] if not _is_cell(part)], ruled
    return [], False


def _is_called_next(line: Line, lines: Sequence[Line], notes: _Notes) -> bool:
    """Whether an OCR line opens with the next note's number, at full height, and its page calls that note."""
    if line.page.method != "ocr":
        return False
    number = line.text_of(line.words[0])
    return number == str(notes.number + 1) and int(number) in called_numbers(line, lines)


def _opens(line: Line, lines: Sequence[Line], notes: _Notes) -> bool:
    text = line.text_of(line.words[0]).rstrip(".")
    expected = {str(notes.number + 1), "1"}
    glued = GLUED.match(text)
    numbered = text in expected or (glued is not None and glued[0] in expected)
    return numbered or opens_with_marker(line) or marker_end(line, lines) is not None


def _continues(rule: Rule, foot: Sequence[Line], lines: Sequence[Line], notes: _Notes) -> bool:
    if CONTINUED.fullmatch(foot[0].text.strip()) or notes.goes_on(foot[0]):
        return True
    smaller = len(foot) < len(lines) and is_smaller(foot, lines)
    goes_on = stands_clear(rule, lines) and _is_prose(foot[0], lines)
    runs_on = notes.follows(foot[0]) and (smaller or goes_on)
    drawn = is_two_inches(rule, lines) and (smaller or stands_clear(rule, lines))
    return runs_on or (_is_lost(foot) and (notes.number > 0 or drawn))


def _is_prose(line: Line, lines: Sequence[Line]) -> bool:
    """Whether a line is a full one: what stands so under the stroke that parts the notes of the page before,
    whether a sentence had ended there or not, is the rest of its last note."""
    full = line.right > max(other.right for other in lines) - 12
    return len(line.words) >= FULL and full


def _is_lost(foot: Sequence[Line]) -> bool:
    """Whether OCR lost the first note's marker: its first line begins right of the others, by the marker or
    an indent, and the text of a note that goes on would not."""
    first, rest = foot[0], [line for line in foot[1:] if len(line.words) > 4]
    if first.page.method != "ocr" or not rest or CONTINUED.fullmatch(first.text.strip()):
        return False
    return first.left > min(line.left for line in rest) + MARKER_WIDTH


def _is_ruled(rule: Rule, foot: Sequence[Line], lines: Sequence[Line], notes: _Notes) -> bool:
    """Whether what stands under a rule seen for the first time is notes."""
    if opens_with_marker(foot[0]):
        return True
    drawn = is_two_inches(rule, lines)
    lost = drawn and _is_lost(foot)
    begins = _opens(foot[0], lines, notes) or notes.goes_on(foot[0]) or lost
    return begins and (is_smaller(foot, lines) or (drawn and stands_clear(rule, lines)))
