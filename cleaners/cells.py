"""Two cells side by side: captions, and a date beside a signature block.

A caption's cells are parted by a rule, by a column of ``)``, ``:``, ``|`` or ``x``, or by white space alone
(Fed. R. Civ. P. 10(a) asks for court, parties, number and title; the local rules for the two cells).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from cleaners.document import Line
from cleaners.fences import Fence, find_fences
from cleaners.page import Rule
from cleaners.rows import LIST_MARK, Row

COLUMN_MARK = re.compile(r"_?[)(}{\]\[:|§xX*!;I1l’'‘\ue000-\uf8ff]{1,2}")
VERSUS = re.compile(r"v\.?|vs\.?|versus|-?against-?|V\.|VS\.", re.IGNORECASE)
IN_RE = re.compile(r"in (?:re|the matter of)\b", re.IGNORECASE)
MARK = re.compile(r"(?:^|(?<=\s)|(?<=_))(?:[)\]:|]|(?<=\s\s)§|§(?=\s\s))(?=\s|$)")
NARROWEST_GUTTER = 10.0
"""Points: the white between an address and a signature beside it."""

SIGNED = re.compile(r"/s/|\bs/ |\(?\b\d{3}\)?[ .-]{1,2}\d{3}[.-]\d{4}\b|\b[A-Z]{2} +\d{5}\b|\bBar No\.")
"""A conformed signature, a telephone, a postal code, a bar number."""

FEWEST_MARKED = 4
"""In bare text so many lines near one another must carry the mark; a colon ends a line now and then."""
NUMBER = re.compile(r"\b(?:No|Nos|Case|Civ|Cr|Civil|Criminal|CASE|CIVIL|Docket|Misc|Adv)\b")
DATED = re.compile(
    r"(?:dated?|executed|this \d{1,2}(?:st|nd|rd|th) day of)\b|"
    r"(?:january|february|march|april|may|june|july|august|september|october|november|december)"
    r"\s+(?:\d{1,2}|_+)\s*,",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Region:
    """Rows ``first`` to ``last`` are two cells, left and right of ``gutter`` (points from the left)."""

    first: int
    last: int
    gutter: float


def find_regions(
    rows: Sequence[Row], rules: Sequence[Rule], width: float, fences: Sequence[Fence] | None = None
) -> list[Region]:
    """The regions of a page, from top to bottom, none overlapping another. ``fences`` are those already taken
    from the rows; where none is given they are looked for in the rows."""
    if fences is None:
        fences = find_fences([t for row in rows for t in row.tokens], width)
    found = [
        *_by_rule(rows, rules, width),
        *_by_fence(rows, fences),
        *_by_space(rows, width),
        *_dated(rows, width),
        *_side_by_side(rows, width),
    ]
    kept: list[Region] = []
    for region in found:
        if region.last >= region.first and all(r.last < region.first or r.first > region.last for r in kept):
            kept.append(region)
    return sorted(kept, key=lambda r: r.first)


def _rows_between(rows: Sequence[Row], top: float, bottom: float) -> tuple[int, int]:
    inside = [i for i, row in enumerate(rows) if top <= row.middle <= bottom]
    return (inside[0], inside[-1]) if inside else (0, -1)


def _is_free(row: Row, gutter: float) -> bool:
    """No word of the row stands across the gutter."""
    return not any(t.left < gutter - 1 and t.right > gutter + 1 for t in row.tokens)


def _by_rule(rows: Sequence[Row], rules: Sequence[Rule], width: float) -> list[Region]:
    """Cells parted by an upright rule in the middle of the page."""
    middle = [
        r for r in rules if r.upright and 0.25 * width < r.left < 0.75 * width and r.bottom - r.top > 24
    ]
    found = []
    for left in sorted({round(r.left / 6) for r in middle}):
        own = [r for r in middle if round(r.left / 6) == left]
        gutter = own[0].left
        first, last = _rows_between(rows, min(r.top for r in own) - 4, max(r.bottom for r in own) + 4)
        while first <= last and not _is_free(rows[first], gutter):
            first += 1
        while last >= first and not _is_free(rows[last], gutter):
            last -= 1
        if last > first and all(_is_free(row, gutter) for row in rows[first : last + 1]):
            found.append(Region(first, last, gutter))
    return found


def _by_fence(rows: Sequence[Row], fences: Sequence[Fence]) -> Iterator[Region]:
    """Cells parted by a column of marks. The left cell may begin above it and go on below it."""
    for fence in fences:
        first, last = _rows_between(rows, fence.top - 2, fence.bottom + 2)
        if last < first:
            continue
        left = min(row.left for row in rows[first : last + 1])
        while last + 1 < len(rows) and rows[last + 1].right < fence.x and _near(rows[last], rows[last + 1]):
            last += 1
        while first > 0 and _goes_on(rows[first - 1], rows[first], left, fence.x):
            first -= 1
        yield Region(first, last, fence.x)


def _goes_on(above: Row, row: Row, left: float, gutter: float) -> bool:
    """Whether the row above a cell's first is the cell's too: it stands close and begins where the cell
    does."""
    return above.right < gutter and abs(above.left - left) < 6 and _near(above, row, 3.6)


def _by_space(rows: Sequence[Row], width: float) -> list[Region]:
    """A caption whose cells only white space parts: parties and ``v.`` at the left, a number at the right."""
    versus = [index for index, row in enumerate(rows[:40]) if _is_anchor(row)]
    for index in versus:
        rights = [
            segment[0].left
            for row in rows[max(0, index - 12) : index + 12]
            for segment in row.segments[1:]
            if segment[0].left > 0.42 * width
        ]
        for x in sorted(set(rights)):
            gutter = x - 6
            first = last = index
            while first > 0 and _is_celled(rows[first - 1], gutter, width):
                first -= 1
            while last < len(rows) - 1 and _is_celled(rows[last + 1], gutter, width):
                last += 1
            part = rows[first : last + 1]
            right = " ".join(t.text for row in part for t in row.side(gutter, 1).tokens)
            both = sum(len(row.segments) > 1 for row in part)
            if both and NUMBER.search(right):
                return [Region(first, last, gutter)]
    return []


def _is_anchor(row: Row) -> bool:
    """Whether a row begins as only a caption's left cell does: ``v.`` alone, or ``In re`` beside a number."""
    first = row.segments[0]
    if VERSUS.fullmatch(first[0].text):
        return True
    return len(row.segments) == 2 and IN_RE.match(" ".join(t.text for t in first)) is not None


def _is_celled(row: Row, gutter: float, width: float) -> bool:
    """Whether a row can belong to two cells: nothing across the gutter, and not centred on the page."""
    if not _is_free(row, gutter) or any(
        a[-1].right > gutter - 10 and a[0].left < gutter for a in row.segments
    ):
        return False
    centred = abs(row.left + row.right - width) < 0.06 * width
    return not (centred and len(row.segments) == 1 and not VERSUS.fullmatch(row.segments[0][0].text))


def _dated(rows: Sequence[Row], width: float) -> list[Region]:
    """A date at the left of a signature block (``Dated: May 1, 2019 ROE & DOE LLP``)."""
    found = []
    for index, row in enumerate(rows):
        first = " ".join(t.text for t in row.segments[0])
        if not DATED.match(first) or len(first) > 40:
            continue
        near = [
            r for r in rows[max(0, index - 2) : index + 4] if abs(r.middle - row.middle) <= 6 * row.height
        ]
        clear = max(0.35 * width, row.segments[0][-1].right + 18)
        rights = [s[0].left for r in near for s in r.segments if s[0].left > clear]
        if not rights:
            continue
        gutter = min(rights) - 6
        start = index
        while start > 0 and rows[start - 1].left > gutter and _near(rows[start - 1], rows[start], 3.6):
            start -= 1
        last = index
        while (
            last + 1 < len(rows)
            and _is_free(rows[last + 1], gutter)
            and _near(rows[last], rows[last + 1], 3.6)
        ):
            follows = rows[last + 1]
            if follows.left < gutter and len(follows.segments) == 1 and not _is_short(follows, gutter):
                break
            last += 1
        part = rows[start : last + 1]
        if sum(r.right > gutter for r in part) >= 2 or (len(row.segments) > 1):
            found.append(Region(start, last, gutter))
    return found


def _side_by_side(rows: Sequence[Row], width: float) -> Iterator[Region]:
    """An address beside a signature: rows one below the other, a gutter down them, and on one side what only
    such a block has. A table has its rows' cells side by side too, but no telephone."""
    index = 0
    while index < len(rows):
        first, index = index, index + 1
        if len(rows[first].segments) != 2 or _cell_mark(rows[first]):
            continue
        last, (low, high) = _down(rows, first)
        while first > 0 and rows[first - 1].left >= high - 8 and _near(rows[first - 1], rows[first], 2.2):
            first -= 1
            high = min(high, rows[first].left)
        part, gutter = rows[first : last + 1], (low + high) / 2
        if low > 0.25 * width and len(part) > 2 and _is_signed(part, gutter):
            yield Region(first, last, gutter)
            index = last + 1


def _down(rows: Sequence[Row], first: int) -> tuple[int, tuple[float, float]]:
    """How far down a row's gutter goes, and what the rows below leave free of it."""
    low, high = rows[first].segments[0][-1].right, rows[first].segments[1][0].left
    last = first
    while last + 1 < len(rows) and _near(rows[last], rows[last + 1], 2.2):
        row, middle = rows[last + 1], (low + high) / 2
        left = max([low, *(t.right for t in row.tokens if t.center < middle)])
        right = min([high, *(t.left for t in row.tokens if t.center >= middle)])
        across = len(row.segments) == 1 and row.left < middle < row.right
        if across or len(row.segments) > 2 or right - left < NARROWEST_GUTTER:
            break
        low, high, last = left, right, last + 1
    return last, (low, high)


def _is_signed(part: Sequence[Row], gutter: float) -> bool:
    """Whether two cells are an address and a signature: short lines on both sides, one of them of the kind. A
    form has a label on each line at the left."""
    sides = [[_text(row.side(gutter, side)) for row in part] for side in (0, 1)]
    both = sum(bool(left and right) for left, right in zip(*sides, strict=True))
    filled = [[text for text in side if text] for side in sides]
    labels = sum(text.endswith(":") for text in filled[0])
    if min(map(len, filled)) < 2 or both < 2 or 2 * labels >= len(filled[0]):
        return False
    return any(sum(map(len, side)) < 45 * len(side) and any(map(SIGNED.search, side)) for side in filled)


def _text(row: Row) -> str:
    return " ".join(token.text for token in row.tokens)


def _cell_mark(row: Row) -> bool:
    return len(row.segments[0]) == 1 and LIST_MARK.fullmatch(row.segments[0][0].text) is not None


def _is_short(row: Row, gutter: float) -> bool:
    """A line under the date (``Date``, a place), not the start of the next paragraph."""
    return len(row.tokens) <= 3 and row.right < gutter - 10


def _near(one: Row, two: Row, most: float = 2.6) -> bool:
    return two.middle - one.middle <= most * max(one.height, two.height)


def marked_runs(lines: Sequence[Line]) -> Iterator[list[tuple[Line, re.Match[str]]]]:
    """Captions in bare text: lines one after another that carry the same mark, up to two without it between,
    each with its mark."""
    run: list[tuple[Line, re.Match[str]]] = []
    bare = 0
    for line in lines:
        match = None if line.page.has_boxes else _mark(line.text, run[-1][1][0] if run else "")
        if match:
            run.append((line, match))
            bare = 0
        elif run and bare < 2 and len(line.text.strip()) < 40:
            bare += 1
        else:
            if len(run) >= FEWEST_MARKED:
                yield run
            run, bare = [], 0
    if len(run) >= FEWEST_MARKED:
        yield run


def _mark(text: str, wanted: str) -> re.Match[str] | None:
    """The first mark that closes no bracket of its own line."""
    for match in MARK.finditer(text):
        opened = text.count("(", 0, match.start()) > text.count(")", 0, match.start())
        if not opened and wanted in ("", match[0]):
            return match
    return None
