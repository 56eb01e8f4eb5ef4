"""Two cells side by side: captions, and a date beside a signature block.

A caption's cells are parted by a rule, by a column of ``)``, ``:``, ``|`` or ``x``, or by white space alone
(Fed. R. Civ. P. 10(a) asks for court, parties, number and title; the local rules for the two cells).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from cleaners.document import Line, Rule
from cleaners.rows import Row

COLUMN_MARK = re.compile(r"_?[)(}{\]\[:|§xX*!;I1l’'‘\ue000-\uf8ff]{1,2}")
VERSUS = re.compile(r"v\.?|vs\.?|versus|-?against-?|V\.|VS\.", re.IGNORECASE)
MARK = re.compile(r"(?:^|(?<=\s)|(?<=_))[)\]:|§](?=\s|$)")
WIDEST_PAUSE = 44.0
"""Points between two marks of one column: they stand on every line, or on every second one."""

FEWEST_MARKED = 4
"""In bare text so many lines near one another must carry the mark; a colon ends a line now and then."""
NUMBER = re.compile(r"\b(?:No|Nos|Case|Civ|Cr|Civil|Criminal|CASE|CIVIL|Docket|Misc|Adv)\b")
DATED = re.compile(
    r"(?:dated?|executed)\b|(?:january|february|march|april|may|june|july|august|september|october|november|december)"
    r"\s+(?:\d{1,2}|_+)\s*,",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Region:
    """Rows ``first`` to ``last`` are two cells, left and right of ``gutter`` (points from the left)."""

    first: int
    last: int
    gutter: float


def find_regions(rows: Sequence[Row], rules: Sequence[Rule], width: float) -> list[Region]:
    """The regions of a page, from top to bottom, none overlapping another."""
    found = [*_by_rule(rows, rules, width), *_by_marks(rows, width), *_by_space(rows, width), *_dated(rows, width)]
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
    middle = [r for r in rules if r.upright and 0.25 * width < r.left < 0.75 * width and r.bottom - r.top > 24]
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


def _by_marks(rows: Sequence[Row], width: float) -> list[Region]:
    """Cells parted by a column of brackets or colons: the same mark above itself in three rows or more."""
    marks = [
        (token.center, index)
        for index, row in enumerate(rows)
        for token in row.tokens
        if COLUMN_MARK.fullmatch(token.text) and 0.3 * width < token.center < 0.75 * width
    ]
    best: list[tuple[float, int]] = []
    for x, _ in marks:
        column = [m for m in marks if abs(m[0] - x) <= 5]
        best = max(best, *_chains(column, rows), key=len)
    if len({index for _, index in best}) < 3:
        return []
    gutter = sum(x for x, _ in best) / len(best)
    first, last = min(i for _, i in best), max(i for _, i in best)
    while last + 1 < len(rows) and rows[last + 1].right < gutter and _near(rows[last], rows[last + 1]):
        last += 1
    crossed = [row for row in rows[first : last + 1] if not (_is_free(row, gutter - 6) or _is_free(row, gutter + 6))]
    if len(crossed) > 0.15 * (last + 1 - first):  # OCR runs a cell into the next on a line or two
        return []
    return [Region(first, last, gutter + 4)]


def _chains(column: list[tuple[float, int]], rows: Sequence[Row]) -> list[list[tuple[float, int]]]:
    """A column of marks cut where it pauses: a folio below may stand in line with it."""
    chains = [column[:1]]
    for mark in column[1:]:
        if rows[mark[1]].middle - rows[chains[-1][-1][1]].middle > WIDEST_PAUSE:
            chains.append([])
        chains[-1].append(mark)
    return chains


def _by_space(rows: Sequence[Row], width: float) -> list[Region]:
    """A caption whose cells only white space parts: parties and ``v.`` at the left, a number at the right."""
    versus = [i for i, row in enumerate(rows[:40]) if any(VERSUS.fullmatch(t.text) for t in row.segments[0][:1])]
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


def _is_celled(row: Row, gutter: float, width: float) -> bool:
    """Whether a row can belong to two cells: nothing across the gutter, and not centred on the page."""
    if not _is_free(row, gutter) or any(
        a[-1].right > gutter - 10 and a[0].left < gutter for a in row.segments
    ):
        return False
    centred = abs(row.left + row.right - width) < 0.06 * width
    return not (centred and len(row.segments) == 1 and not VERSUS.fullmatch(row.segments[0][0].text))


def _dated(rows: Sequence[Row], width: float) -> list[Region]:
    """A date at the left of a signature block (``Dated: May 1, 2019      ROE & DOE LLP``)."""
    found = []
    for index, row in enumerate(rows):
        first = " ".join(t.text for t in row.segments[0])
        if not DATED.match(first) or len(first) > 40:
            continue
        near = rows[max(0, index - 2) : index + 4]
        rights = [s[0].left for r in near for s in r.segments if s[0].left > row.segments[0][-1].right + 18]
        if not rights or min(rights) < 0.35 * width:
            continue
        gutter = min(rights) - 6
        start = index
        while start > 0 and rows[start - 1].left > gutter and _near(rows[start - 1], rows[start], 3.6):
            start -= 1
        last = index
        while last + 1 < len(rows) and _is_free(rows[last + 1], gutter) and _near(rows[last], rows[last + 1], 3.6):
            follows = rows[last + 1]
            if follows.left < gutter and len(follows.segments) == 1 and not _is_short(follows, gutter):
                break
            last += 1
        part = rows[start : last + 1]
        if sum(r.right > gutter for r in part) >= 2 or (len(row.segments) > 1):
            found.append(Region(start, last, gutter))
    return found


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
