"""Words that stand on one printed line, and the gaps that part a line into segments."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from operator import itemgetter
from statistics import median

from cleaners.page import Rule, Token
from cleaners.patterns import pattern
from cleaners.reading_order.minutes import form_rows

LIST_MARK = pattern(r"\(?(?:\d{1,3}|[A-Za-z]|[ivxIVX]{1,6})[.):]+|[•·▪☐☒*–—-]|[QA]\.?|By:?")
"""What stands before a gap without being a cell: the number of a paragraph or heading, a bullet, Q and A."""

EVEN, EVEN_READ = 0.15, 0.3
"""The share by which the blanks of a justified line differ: OCR's boxes end with the letters' ink."""

FEW_BLANKS = 2
"""A row with so few blanks does not tell how wide its blanks are."""

RAISED = 0.85
"""A note's mark is set in type at most this share of its line's (Word's superscript: 0.65)."""

LONGEST_FIGURE = 4
"""Words of a cell that may be set flush right, as amounts are; prose ends at the right margin anyhow."""

NEAREST = 3
"""Words of a line that tell how high it stands at a mark: a line that leans by a degree and a half rises by
its own height from one margin to the other."""

BEHIND = 0.4
"""Type sizes from a word to its mark at most; a comma's tail is as far from the letter before it."""

MARKER_LENGTH = 3
"""Notes are numbered to three digits, or marked with up to three symbols."""


@dataclass
class Row:
    """A printed line: its segments from left to right, each the words between two wide gaps."""

    segments: list[list[Token]]
    tabbed: bool = False

    @property
    def tokens(self) -> list[Token]:
        return [token for segment in self.segments for token in segment]

    @property
    def left(self) -> float:
        return min(t.left for t in self.tokens)

    @property
    def right(self) -> float:
        return max(t.right for t in self.tokens)

    @property
    def middle(self) -> float:
        return median([t.top + t.bottom for t in self.tokens]) / 2

    @property
    def height(self) -> float:
        return median([t.bottom - t.top for t in self.tokens])

    def side(self, gutter: float, side: int) -> Row:
        """The part of the row left (0) or right (1) of a gutter."""
        kept = [[t for t in segment if (t.center >= gutter) == bool(side)] for segment in self.segments]
        return Row([segment for segment in kept if segment])

    def words(self) -> Iterator[tuple[str, Token]]:
        """The words, each with what parts it from the one before: a tab between cells, else a blank. An empty
        cell has a tab of its own."""
        before_cell = 0
        for index, segment in enumerate(self.segments):
            for number, token in enumerate(segment):
                if number == 0:
                    yield "\t" * (index - before_cell) if index and self.tabbed else " ", token
                    before_cell = index
                else:
                    before = segment[number - 1]
                    yield ("" if _touches(before, token) or _is_broken(before, token) else " "), token


def _is_broken(one: Token, two: Token) -> bool:
    """A cell's line that ends in a hyphen, and the next one: cells are not justified, so the hyphen is the
    word's."""
    return one.text.endswith("-") and len(one.text) > 1 and two.top > one.middle


def _touches(one: Token, two: Token) -> bool:
    """Nothing parts the two: poppler cuts a word where the type size changes (small capitals, superscripts).
    OCR's boxes of a word and its period touch always; those of two words do so in narrow cells, where OCR
    saw a blank none the less."""
    gap, small, large = two.left - one.right, one.bottom - one.top, two.bottom - two.top
    if small > large:
        small, large = large, small
    if gap >= 0.08 * large or small >= 0.85 * large:
        return False
    read = max(one.confidence, two.confidence) < 1.0
    if read and (two.text[0].isalnum() or two.text[0] == "|"):
        return False
    return gap > (-0.3 if any(c.isalnum() for c in two.text) else -2.0) * large


@dataclass
class _Run:
    """Words of one line while rows are made, with the line's middle and type size."""

    tokens: list[Token]
    middle: float
    height: float

    @classmethod
    def of(cls, tokens: list[Token]) -> _Run:
        return cls(
            tokens, median([t.top + t.bottom for t in tokens]) / 2, median([t.bottom - t.top for t in tokens])
        )

    def take(self, run: _Run) -> None:
        grown = _Run.of(self.tokens + run.tokens)
        self.tokens, self.middle, self.height = grown.tokens, grown.middle, grown.height


def rows_of(tokens: Sequence[Token], rules: Sequence[Rule]) -> list[Row]:
    """The rows of a page or panel, from top to bottom."""
    units: dict[int, list[Token]] = {}
    for index, token in enumerate(tokens):
        units.setdefault(token.row or -index - 1, []).append(token)
    runs = sorted(map(_Run.of, units.values()), key=lambda run: run.middle)
    size = median([run.height for run in runs]) if runs else 0.0
    raised = [run for run in runs if _is_small(run, size)]
    lines: list[_Run] = []
    for run in runs:
        if not _is_small(run, size):
            base = [line for line in lines[-6:] if _on_one_line(line, run)]
            if base:
                base[-1].take(run)
            else:
                lines.append(run)
    for run in raised:
        base = [line for line in lines if _is_raised_from(run.tokens[0], line)]
        base = base or [line for line in lines if _on_one_line(line, run)]
        if base:
            base[0].take(run)
        else:
            lines.append(run)
    uprights = [rule for rule in rules if rule.upright]
    lines.sort(key=lambda line: line.middle)
    made = [Row(_segments(_from_left(line.tokens), uprights)) for line in lines]
    _mark_tables(made)
    return made


def _from_left(tokens: Sequence[Token]) -> list[Token]:
    """The words of a line from left to right. OCR's box of an underlined or smudged word may hold that of the
    word it read before: of these two its order tells, not their left edges."""
    lefts = [token.left for token in tokens]
    for index, (one, two) in enumerate(pairwise(tokens), 1):
        if two.confidence < 1.0 and _holds(two, one):
            lefts[index] = lefts[index - 1]
    return [token for _, token in sorted(zip(lefts, tokens, strict=True), key=itemgetter(0))]


def _holds(word: Token, before: Token) -> bool:
    """Whether OCR's box of a word reaches over both ends of the one that it read before on the same line."""
    read = word.row == before.row != 0 and max(word.confidence, before.confidence) < 1.0
    return read and word.left < before.left and before.right <= word.right


def _is_small(run: _Run, size: float) -> bool:
    """A note's mark that the reader took for a line of its own: one short word in smaller type."""
    return len(run.tokens) == 1 and len(run.tokens[0].text) <= MARKER_LENGTH and run.height < RAISED * size


def _is_raised_from(mark: Token, line: _Run) -> bool:
    """Whether a note's mark stands at the end of one of the line's words or just before its first. It may be
    raised by so much that it is nearer the line above; its word tells."""
    tall = [t for t in line.tokens if t.height > mark.height]  # what a speck makes of a short line aside
    near = sorted(tall, key=lambda t: abs(t.center - mark.center))[:NEAREST]
    if not near or not 0 < median(t.middle for t in near) - mark.middle < median(t.height for t in near):
        return False
    beside = [
        t for t in line.tokens if min(t.bottom, mark.bottom) - max(t.top, mark.top) > 0.25 * mark.height
    ]
    # A broken figure leaves ink behind, which ends the word that the mark is read apart from.
    if any(t.left < mark.right - 1 and mark.right + 1 < t.right for t in beside):
        return False
    after = any(mark.right - t.right >= -1 and mark.left - t.right <= BEHIND * line.height for t in beside)
    first = min(line.tokens, key=lambda t: t.left)
    return after or (first in beside and -1 <= first.left - mark.right <= line.height)


def _on_one_line(row: _Run, unit: _Run) -> bool:
    """Two runs of words share a line if their middles do and neither stands on top of the other. A smaller
    run (a superscript, small capitals) need only lie within the other's height."""
    small, large = row.height, unit.height
    if small > large:
        small, large = large, small
    if abs(row.middle - unit.middle) > 0.42 * (large if small < 0.8 * large else small):
        return False
    return not any(a.left < b.right - 1 and b.left < a.right - 1 for a in row.tokens for b in unit.tokens)


def _segments(tokens: list[Token], uprights: list[Rule]) -> list[list[Token]]:
    """The row cut at gaps wider than two ems (a justified line's blanks stay below), at some far wider
    than the row's other blanks, and at upright rules."""
    height = median([t.bottom - t.top for t in tokens])
    gaps = sorted([two.left - one.right for one, two in pairwise(tokens)])
    if not uprights and (not gaps or gaps[-1] <= height):
        return [tokens]  # as most rows are: no gap so narrow parts one, whatever its other blanks
    told = len(gaps) > FEW_BLANKS and all(t.confidence == 1.0 for t in tokens)  # OCR boxes ink, less or more
    usual = gaps[len(gaps) // 3] if told else height
    widest = min(max(18.0, 1.6 * height), max(height, 3.5 * usual))
    if len(gaps) > FEW_BLANKS and gaps[-1] > widest:
        justified = _is_justified(tokens, gaps, EVEN if told else EVEN_READ)
        widest = gaps[-1] if justified else widest
    segments = [[tokens[0]]]
    for token in tokens[1:]:
        before = segments[-1][-1]
        crossed = uprights and any(
            before.right - 2 <= rule.left
            and rule.right <= token.left + 2
            and rule.top <= token.middle <= rule.bottom
            for rule in uprights
        )
        if crossed or token.left - before.right > widest:
            segments.append([token])
        else:
            segments[-1].append(token)
    return segments


def _is_justified(tokens: Sequence[Token], gaps: Sequence[float], even: float) -> bool:
    """Whether few words were spread over a whole line: its blanks are wide, but of one width (twice that at a
    sentence's end), and most words are small, as those of a table's cells are not."""
    usual = gaps[len(gaps) // 2]
    alike = sum(abs(gap - usual) < even * usual for gap in gaps)
    small = sum(t.text[:1].islower() for t in tokens)
    return alike >= 0.7 * len(gaps) and gaps[-1] < 2.4 * usual and small > 0.5 * len(tokens)


def _mark_tables(rows: list[Row]) -> None:
    """A gap is a tab where the row above or below has a gap at the same place too, and in a form."""
    form = form_rows([" ".join(t.text for t in row.tokens) for row in rows])
    starts = [_cell_starts(row) for row in rows]
    for index, row in enumerate(rows):
        beside = [s for near in (index - 1, index + 1) if 0 <= near < len(rows) for s in starts[near]]
        row.tabbed = index in form or any(abs(a - b) <= 6 for a in starts[index] for b in beside)


def _cell_starts(row: Row) -> list[float]:
    cells = row.segments
    if len(cells) == 2 and len(cells[0]) == 1 and LIST_MARK.fullmatch(cells[0][0].text):
        return []
    rights = [cell[-1].right for cell in cells[1:] if len(cell) <= LONGEST_FIGURE]
    return [*(cell[0].left for cell in cells[1:]), *rights]
