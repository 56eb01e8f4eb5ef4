"""Cells side by side that are read again, each by itself."""

from collections.abc import Iterator, Sequence

from cleaners.page import Rule, Token
from cleaners.reading_order.cells import find_regions
from cleaners.reading_order.rows import rows_of
from flows.imaging.pictures import Gray
from flows.ocr.part_words import confidence_of, part_of, words_of
from flows.pages.drawings import Box

UNREAD = 0.5
"""Mean confidence below which no cells are sought on a page: upside down pages of print have 0.38 to 0.45,
the worst photocopies that anything can be read from 0.6."""


def cells_anew(
    tokens: list[Token], rules: list[Rule], pixels: Gray, width: float, scale: float
) -> list[Token]:
    """The tokens, those of two cells that no rule parts read again, each cell by itself: Tesseract runs the
    lines of one into those of the other where their baselines differ. A page of which nothing was read, for
    it stands upside down, has gaps anywhere."""
    if confidence_of(tokens) < UNREAD:
        return tokens
    rows = rows_of(tokens, rules)
    for index, region in enumerate(find_regions(rows, [], width)):
        part = rows[region.first : region.last + 1]
        if len(part) < 3:
            continue
        top = min(t.top for row in part for t in row.tokens) - 3
        bottom = max(t.bottom for row in part for t in row.tokens) + 3
        short = [t for row in part for t in row.tokens if len(t.text) < 3]
        marks = [t for t in short if abs(t.center - region.gutter) < 8]
        left = min([region.gutter, *(t.left for t in marks)]) - 1
        right = max([region.gutter - 3, *(t.right for t in marks)]) + 1
        inside = [t for t in tokens if top <= t.middle <= bottom]
        start = min(t.left for t in inside) - 3
        cells = Box(start, top, left, bottom), Box(right, top, width, bottom)
        anew = [
            words_of(pixels, part_of(cell, scale), order, scale)
            for order, cell in enumerate(cells, 100 + 2 * index)
        ]
        for old, new in better_read(inside, anew, region.gutter):
            tokens = [t for t in tokens if t not in old or t in marks] + new
    return tokens


def better_read(
    inside: list[Token], anew: list[list[Token]], gutter: float
) -> Iterator[tuple[list[Token], list[Token]]]:
    """What was read of two cells together and is read as well or better alone, and how: both cells, or the
    one that no stamp lies on."""
    if _as_sure(both := [t for cell in anew for t in cell], inside):
        yield inside, both
    elif not any(t.left < gutter < t.right for t in inside):
        for right, new in enumerate(anew):
            old = [t for t in inside if (t.center > gutter) == bool(right)]
            if new and _as_sure(new, old):
                yield old, new


def _as_sure(new: Sequence[Token], old: Sequence[Token]) -> bool:
    return confidence_of(new) >= confidence_of(old) - 0.05
