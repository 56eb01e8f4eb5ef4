"""The reading order of a page from the places of its words.

Words make rows, rows make zones. A page reads downward; where two cells stand side by side (the parties and
the docket number of a caption, a date beside a signature, the panels of a condensed transcript) the left one
is read to its end before the right one. Margin line numbers stay with the line they number.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from cleaners.document import Document
from cleaners.margin_numbers.margins import NumberColumn, find_number_columns
from cleaners.page import Page, Rule, Token, Word, Zone
from cleaners.reading_order.address_columns import find_addresses
from cleaners.reading_order.cells import find_regions
from cleaners.reading_order.drawn_blanks import drawn_blanks
from cleaners.reading_order.fences import Fence, find_fences
from cleaners.reading_order.grids import find_grids
from cleaners.reading_order.letterheads import columns, find_letterhead
from cleaners.reading_order.panel_pages import PAPER, in_full_size
from cleaners.reading_order.panels import find_panels
from cleaners.reading_order.regions import Region, sides
from cleaners.reading_order.rows import Row, rows_of
from cleaners.reading_order.stickers import READ, SET, find_stickers
from cleaners.reading_order.strays import find_filled_blanks, find_overprints, find_sideways
from cleaners.reading_order.tables import find_tables
from cleaners.reading_order.watermarks import find_watermarks
from cleaners.reading_order.word_indexes import entries
from cleaners.tuple_makers import maker

_word = maker(Word)


@dataclass(frozen=True)
class Sheet:
    """A page as a reader saw it: its words in no particular order, its drawn rules, its size in points.
    ``struck`` are words in ink of another colour that were stamped or written over the print; ``sideways``
    those that the reader found set along the page's sides."""

    number: int
    width: float
    height: float
    tokens: Sequence[Token] = ()
    rules: Sequence[Rule] = ()
    method: str = "text layer"
    why: str = ""
    doubts: tuple[str, ...] = ()
    struck: Sequence[Token] = ()
    sideways: Sequence[Token] = ()


SIDE_BY_SIDE = 2
"""Columns of a sheet of an opinion."""

WANDER = 6.0
"""Points by which a column may stand off its place on the sheet before."""

MOST_ACROSS = 3
"""Lines above and below a column that ends a text: running heads, a folio."""


@dataclass
class _Lines:
    """Lines of one zone, in reading order."""

    kind: str
    rows: list[Row] = field(default_factory=list)


def read_in_order(sheets: Iterable[Sheet]) -> Document:
    """The document that the sheets make: words joined by one blank, lines by a line end, zones by a blank
    line, pages by a form feed, cells of a table row by a tab."""
    source = ""
    pages: list[Page] = []
    places: dict[float, float] = {}
    lines: list[_Lines] = []
    for sheet in sheets:
        if pages:
            source += "\f"
        lines = _ended(arrange(sheet), lines)
        text, words, zones = _set(lines, len(source), places)
        pages.append(
            Page(
                number=sheet.number,
                start=len(source),
                end=len(source) + len(text),
                width=sheet.width,
                height=sheet.height,
                words=tuple(words),
                rules=tuple(sheet.rules),
                zones=tuple(zones),
                method=sheet.method,
                why=sheet.why,
                doubts=sheet.doubts,
            )
        )
        source += text
    return Document.from_pages(source, pages)


def arrange(sheet: Sheet) -> list[_Lines]:
    """The zones of a sheet in reading order."""
    is_set = sheet.method == "text layer"
    stickers = find_stickers(sheet.tokens, sheet.width, SET if is_set else READ)
    strays = {"sticker": stickers, "sideways": list(sheet.sideways)}
    if is_set:
        overprints = [*find_overprints(sheet.tokens), *find_filled_blanks(sheet.tokens)]
        aslant = find_watermarks(sheet.tokens)
        sideways = [t for t in find_sideways(sheet.tokens) if t not in aslant]
        strays |= {"sideways": sideways, "overprint": overprints, "watermark": aslant}
    upright = _without(sheet.tokens, {t for found in strays.values() for t in found})
    columns = find_number_columns(upright, sheet.height, sheet.rules)
    zones: list[_Lines] = []
    for kind, tokens, own in find_panels(upright, columns, sheet.rules, sheet.width, sheet.height):
        words = _without(tokens, {t for c in own for t in c.tokens})
        if kind == "table":
            zones.append(_Lines(kind, entries(words)))
        else:
            zones += _numbered(_page(sheet, words) if kind == "page" else _column(kind, words, own), own)
    zones += [_Lines(kind, [Row([[t]]) for t in found]) for kind, found in strays.items()]
    zones.append(_Lines("struck over", rows_of(sheet.struck, [])))
    return [zone for zone in zones if zone.rows]


def _without(tokens: Sequence[Token], others: set[Token]) -> list[Token]:
    """The words that are none of the others: few pages have any, and to look each word up takes longer than
    all else that is done with it."""
    return [t for t in tokens if t not in others] if others else list(tokens)


def _column(kind: str, tokens: list[Token], numbers: Sequence[NumberColumn]) -> list[_Lines]:
    """The zones of a column or panel: one, unless it is a transcript's page whose caption has two cells."""
    zones = in_full_size(tokens, numbers[0], _small_page) if len(numbers) == 1 else None
    return [_Lines(part, rows) for part, rows in zones or [(kind, rows_of(tokens, []))]]


def _ended(zones: list[_Lines], before: list[_Lines]) -> list[_Lines]:
    """The zones of a sheet on which a text in two columns ends in the first one, beside nothing: only the
    sheet before shows that its lines are a column's."""
    columns = [zone for zone in before if zone.kind == "column"]
    if len(columns) != SIDE_BY_SIDE or [zone.kind for zone in zones] != ["page"]:
        return zones
    (rows,) = (zone.rows for zone in zones)
    left, right = min(r.left for r in columns[0].rows), max(r.right for r in columns[0].rows)
    inside = [i for i, r in enumerate(rows) if r.left > left - WANDER and r.right < right + WANDER]
    if len(rows) - len(inside) > MOST_ACROSS or not inside or inside[-1] - inside[0] >= len(inside):
        return zones
    parts = (rows[: inside[0]], rows[inside[0] : inside[-1] + 1], rows[inside[-1] + 1 :])
    return [_Lines(kind, part) for kind, part in zip(("page", "column", "page"), parts, strict=True) if part]


def _small_page(tokens: list[Token]) -> list[tuple[str, list[Row]]]:
    return [(zone.kind, zone.rows) for zone in _celled(Sheet(0, *PAPER, method=""), tokens)]


def _page(sheet: Sheet, tokens: list[Token]) -> list[_Lines]:
    """The zones of what runs across the page, its tables and its pairs of cells."""
    zones: list[_Lines] = []
    for grid in find_grids(sheet.rules, sheet.height):
        inside = {t for t in tokens if grid.holds(t)}
        if not inside:
            continue
        zones += _celled(sheet, [t for t in tokens if t not in inside and t.middle < grid.levels[0]])
        zones += [_Lines(kind, rows) for kind, rows in grid.zones([t for t in tokens if t in inside])]
        tokens = [t for t in tokens if t not in inside and t.middle >= grid.levels[0]]
    return zones + _celled(sheet, tokens)


def _celled(sheet: Sheet, tokens: list[Token]) -> list[_Lines]:
    """The zones of a part of the page that has no ruled table."""
    if sheet.method == "text layer":
        tokens = [*tokens, *drawn_blanks(tokens, sheet.rules)]
    fences = find_fences(tokens, sheet.width)
    rows = rows_of(_without(tokens, {t for fence in fences for t in fence.tokens}), sheet.rules)
    if found := find_letterhead(rows, sheet.width, sheet.height):
        first, last = found
        head = [_Lines("cell", part) for part in columns(rows[first : last + 1], sheet.width)]
        inside = {t for row in rows[: last + 1] for t in row.tokens}
        rest = [t for t in tokens if t not in inside]
        return [_Lines("page", rows[:first]), *head, *(_celled(sheet, rest) if rest else [])]
    if addresses := find_addresses(rows):
        inside = {t for column in addresses.columns for row in column for t in row.tokens}
        outside = [t for t in tokens if t not in inside]
        top = rows[addresses.first].middle
        above, below = ([t for t in outside if (t.middle < top) == over] for over in (True, False))
        cells = [_Lines("cell", column) for column in addresses.columns]
        over, under = (_celled(sheet, part) if part else [] for part in (above, below))
        return [*over, *cells, *under]
    zones = _zoned(rows, find_regions(rows, sheet.rules, sheet.width, fences), fences)
    return [part for zone in zones for part in (_tabled(zone, sheet) if zone.kind == "page" else [zone])]


def _tabled(zone: _Lines, sheet: Sheet) -> list[_Lines]:
    """A zone of lines across the page, its unruled tables set apart."""
    zones: list[_Lines] = []
    start = 0
    for table in find_tables(zone.rows, sheet.rules):
        zones += [_Lines("page", zone.rows[start : table.first]), _Lines("table", list(table.rows))]
        start = table.last + 1
    return [zone for zone in (*zones, _Lines("page", zone.rows[start:])) if zone.rows]


def _zoned(rows: list[Row], regions: list[Region], fences: list[Fence]) -> list[_Lines]:
    """Rows in reading order: a region's left cell whole, then its right cell, the fence between them."""
    zones = [_Lines("page")]
    waiting = list(fences)
    starts = {region.first: region for region in regions}
    index = 0
    while index < len(rows):
        region = starts.get(index)
        if region is None:
            zones[-1].rows.append(rows[index])
            index += 1
            continue
        part = rows[region.first : region.last + 1]
        pairs = [sides(row, region) for row in part]
        left, right = ([pair[side] for pair in pairs if pair[side].segments] for side in (0, 1))
        parting = [f for f in waiting if f.top <= part[-1].middle and part[0].middle <= f.bottom]
        waiting = [f for f in waiting if f not in parting]
        zones += [_Lines("cell", left), *map(_fenced, parting), _Lines("cell", right), _Lines("page")]
        index = region.last + 1
    return [zone for zone in (*zones, *map(_fenced, waiting)) if zone.rows]


def _fenced(fence: Fence) -> _Lines:
    return _Lines("fence", [Row([list(fence.tokens)])])


def _numbered(zones: list[_Lines], columns: list[NumberColumn]) -> list[_Lines]:
    """The zones with each margin number put before the line that it numbers, what is printed right of a line
    behind it; a number that stands beside no line is a line of its own."""
    if not columns:
        return zones
    places = [
        (zone, row, row.middle, row.left) for zone in zones if zone.kind != "fence" for row in zone.rows
    ]
    for number in sorted((t for c in columns for t in c.tokens), key=lambda t: t.middle):
        middle, reach = number.middle, 0.45 * max(number.height, 8.0)
        beside = [place for place in places if place[3] > number.left]
        near = [place for place in beside if abs(place[2] - middle) <= reach]
        if near:
            min(near, key=lambda place: (place[3], abs(place[2] - middle)))[1].segments.insert(0, [number])
            continue
        level = [place for place in places if not beside and abs(place[2] - middle) <= reach]
        if level:
            min(level, key=lambda place: abs(place[2] - middle))[1].segments.append([number])
            continue
        own = Row([[number]])
        zone, row = next((place[:2] for place in beside if place[2] > middle), (None, None))
        if zone is not None:
            zone.rows.insert(next(i for i, one in enumerate(zone.rows) if one is row), own)
        elif zones:
            zones[-1].rows.append(own)
        else:
            zones.append(_Lines("page", [own]))
    return zones


def _set(zones: list[_Lines], start: int, places: dict[float, float]) -> tuple[str, list[Word], list[Zone]]:
    """The text of the zones with the offsets of its words and zones, counted from ``start``. Words that stand
    at the same ``places`` share the numbers, instead of copies of them."""
    parts: list[str] = []
    words: list[Word] = []
    spans: list[Zone] = []
    keep = places.setdefault
    at = start
    for order, zone in enumerate(zones):
        zone_start = at + 2 * bool(order)
        for index, row in enumerate(zone.rows):
            begins: str | None = "\n" if index else "\n\n" if order else ""
            for gap, (text, x, y, r, b, sure, _) in row.words():
                before = gap if begins is None else begins
                begins = None
                begin = at + len(before)
                at = begin + len(text)
                words.append(
                    _word((begin, at, keep(x, x), keep(y, y), keep(r, r), keep(b, b), keep(sure, sure)))
                )
                parts += (before, text)
        if zone.kind != "page":
            spans.append(Zone(zone_start, at, zone.kind))
    return "".join(parts), words, spans
