"""The reading order of a page from the places of its words.

Words make rows, rows make zones. A page reads downward; where two cells stand side by side (the parties
and the docket number of a caption, a date beside a signature, the panels of a condensed transcript) the
left one is read to its end before the right one. Margin line numbers stay with the line they number.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from cleaners.cells import Region, find_regions
from cleaners.document import Document, Page, Rule, Word, Zone
from cleaners.margins import NumberColumn, Token, find_number_columns
from cleaners.rows import Row, rows_of

TAB, BLANK = "\t", " "


@dataclass(frozen=True)
class Sheet:
    """A page as a reader saw it: its words in no particular order, its drawn rules, its size in points."""

    number: int
    width: float
    height: float
    tokens: Sequence[Token] = ()
    rules: Sequence[Rule] = ()
    method: str = "text layer"
    why: str = ""


@dataclass
class _Lines:
    """Lines of one zone, in reading order."""

    kind: str
    rows: list[Row] = field(default_factory=list)


def read_in_order(sheets: Iterable[Sheet]) -> Document:
    """The document that the sheets make: words joined by one blank, lines by a line end, zones by a blank
    line, pages by a form feed, cells of a table row by a tab."""
    source, pages = "", []
    for sheet in sheets:
        if pages:
            source += "\f"
        text, words, zones = _set(arrange(sheet), len(source))
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
            )
        )
        source += text
    return Document.from_pages(source, pages)


def arrange(sheet: Sheet) -> list[_Lines]:
    """The zones of a sheet in reading order."""
    sideways = [t for t in sheet.tokens if sheet.method == "text layer" and _is_sideways(t)]
    upright = [t for t in sheet.tokens if t not in set(sideways)] if sideways else list(sheet.tokens)
    columns = find_number_columns(upright, sheet.height, sheet.rules)
    zones: list[_Lines] = []
    for kind, tokens, own in _panels(sheet, upright, columns):
        numbers = {t for c in own for t in c.tokens}
        rows = rows_of([t for t in tokens if t not in numbers], sheet.rules)
        regions = find_regions(rows, sheet.rules, sheet.width) if kind == "page" else []
        zones += _numbered(_zoned(kind, rows, regions), own)
    if sideways:
        zones.append(_Lines("sideways", [Row([[t]]) for t in sideways]))
    return zones


def _is_sideways(token: Token) -> bool:
    """Text set along the margin: its box is much taller than wide."""
    return len(token.text) > 2 and token.height > 2 * (token.right - token.left)


def _panels(
    sheet: Sheet, tokens: list[Token], columns: list[NumberColumn]
) -> list[tuple[str, list[Token], list[NumberColumn]]]:
    """The sheet as one panel or, for a condensed transcript, what stands above its panels, the panels down
    the left, those down the right, and what stands below. A second column of line numbers tells."""
    far = [c for c in columns if c.left - min(c.left for c in columns) > sheet.width / 4]
    if not far:
        return [("page", tokens, columns)]
    near = [c for c in columns if c not in far]
    split = min(c.left for c in far) - 8
    above, below = min(c.top - c.pitch * 2.2 for c in columns), max(c.bottom + c.pitch for c in columns)
    panels: list[tuple[str, list[Token], list[NumberColumn]]] = []
    panels.append(("page", [t for t in tokens if t.middle < above], []))
    for side, low, high in ((near, 0.0, split), (far, split, sheet.width)):
        for index, column in enumerate(side):
            top = above if index == 0 else (side[index - 1].bottom + column.top) / 2 - column.pitch
            end = below if index == len(side) - 1 else (column.bottom + side[index + 1].top) / 2 - column.pitch
            inside = [t for t in tokens if low <= t.center < high and top <= t.middle < end]
            panels.append(("column", inside, [column]))
    panels.append(("page", [t for t in tokens if t.middle >= below], []))
    return panels


def _zoned(kind: str, rows: list[Row], regions: list[Region]) -> list[_Lines]:
    """Rows in reading order: a region's left cell whole, then its right cell."""
    zones = [_Lines(kind)]
    index = 0
    while index < len(rows):
        region = next((r for r in regions if r.first == index), None)
        if region is None:
            zones[-1].rows.append(rows[index])
            index += 1
            continue
        for side in (0, 1):
            cells = [row.side(region.gutter, side) for row in rows[region.first : region.last + 1]]
            zones.append(_Lines("cell", [cell for cell in cells if cell.segments]))
        zones.append(_Lines(kind))
        index = region.last + 1
    return [zone for zone in zones if zone.rows]


def _numbered(zones: list[_Lines], columns: list[NumberColumn]) -> list[_Lines]:
    """The zones with each margin number put before the line that it numbers; a number that stands beside
    no line is a line of its own."""
    for column in columns:
        for number in sorted(column.tokens, key=lambda t: t.middle):
            rows = [(abs(row.middle - number.middle), index, zone, row)
                    for zone in zones for index, row in enumerate(zone.rows) if row.left > number.left]
            near = [r for r in rows if r[0] <= 0.45 * max(number.height, 8.0)]
            if near:
                row = min(near, key=lambda r: (r[3].left, r[0]))[3]
                row.segments.insert(0, [number])
                continue
            after = [(index, zone) for _, index, zone, row in rows if row.middle > number.middle]
            own = Row([[number]])
            if after:
                index, zone = after[0]
                zone.rows.insert(index, own)
            elif zones:
                zones[-1].rows.append(own)
            else:
                zones.append(_Lines("page", [own]))
    return zones


def _set(zones: list[_Lines], start: int) -> tuple[str, list[Word], list[Zone]]:
    """The text of the zones with the offsets of its words and zones, counted from ``start``."""
    parts: list[str] = []
    words: list[Word] = []
    spans: list[Zone] = []
    at = start

    def put(text: str) -> None:
        nonlocal at
        parts.append(text)
        at += len(text)

    for order, zone in enumerate(zones):
        if order:
            put("\n\n")
        zone_start = at
        for index, row in enumerate(zone.rows):
            if index:
                put("\n")
            for number, (gap, token) in enumerate(row.words()):
                if number:
                    put(gap)
                words.append(Word(at, at + len(token.text), *token[1:6]))
                put(token.text)
        if zone.kind != "page":
            spans.append(Zone(zone_start, at, zone.kind))
    return "".join(parts), words, spans
