"""Signature blocks: a date at the left of one, an address beside one, two side by side."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from cleaners.patterns import pattern
from cleaners.reading_order.regions import AMOUNT, Region, is_free, near, said, text_of
from cleaners.reading_order.rows import LIST_MARK, Row
from cleaners.typesetting.labels import FORM_LABEL

NARROWEST_GUTTER = 10.0
"""Points: the white between an address and a signature beside it."""

SIGNED = pattern(
    r"/s/|\bs/ |\(?\b\d{3}\)?[ .-]{1,2}\d{3}[.-]\d{4}\b|[A-Za-z]\.? +\d{5}(?:-\d{4})?$|\bBar No\."
    r"|\bEsq(?:uire|\.)"
)
"""A conformed signature, a telephone, a postal code, a bar number, a lawyer's title."""

TWIN = pattern(r"(?:By|Name|Print(?:ed)? Name|Title|Its|Signature|Date|Dated)\s?:?[\s_]*", re.IGNORECASE)
"""What stands beside itself where two sign side by side."""

LABEL = pattern(FORM_LABEL)
"""What a form has on each of its lines, on both sides: they are rows."""

OFFICE = pattern(
    r"(?:CHIEF |PRESIDING )?(?:CIRCUIT |DISTRICT )?(?:JUDGE|JUSTICE)|(?:CHIEF |DEPUTY )?CLERK\b.*"
)
"""What stands under a name in a letterhead of two."""

SIGNING_SPACE = 8.0
"""Gap to type size between whom a signature is for and the line to sign on."""

FURTHER = 1.3
"""Gap below both cells to the least between their lines from which on what follows is set off."""

DATED = pattern(
    r"(?:dated?(?!(?: [A-Za-z]+){1,4}:)|executed|this \d{1,2}(?:st|nd|rd|th) day of)\b|"
    r"(?:january|february|march|april|may|june|july|august|september|october|november|december)"
    r"\s+(?:\d{1,2}|_+)\s*,",
    re.IGNORECASE,
)


YEAR = pattern(r", ?\d{4}\b")
"""What stands behind the blank for a day."""

CLOSE = 1.3
"""Gap to type size between two lines of one address."""

SAME_LEFT = 4.0
"""Points by which the cells of a column differ at the left."""

DAY = pattern(r"[A-Z][a-z]+\.? \d{1,2}\b|\d{1,2}/\d{1,2}/\d{2}")


def dated(rows: Sequence[Row], width: float) -> list[Region]:
    """A date at the left of a signature block (``Dated: May 1, 2019 ROE & DOE LLP``)."""
    found: list[Region] = []
    for index, row in enumerate(rows):
        first = " ".join(t.text for t in row.segments[0])
        inside = found and index <= found[-1].last
        if inside or not DATED.match(first) or len(first) > 40 or _is_in_column(rows, index):
            continue
        close = [
            r
            for r in rows[max(0, index - 2) : index + 4]
            if abs(r.middle - row.middle) <= 6 * row.height and not (r is not row and _is_middle(r, width))
        ]
        clear = max(0.35 * width, row.segments[0][-1].right + 18)
        rights = [
            s[0].left for r in close for s in r.segments if s[0].left > clear and not YEAR.match(said(s))
        ]
        if not rights:
            continue
        gutter = min(rights) - 6
        start, top = index, found[-1].last + 1 if found else 0
        while start > top and _is_beside(rows[start - 1], rows[start], gutter, width):
            start -= 1
        last = index
        while last + 1 < len(rows) and is_free(rows[last + 1], gutter):
            follows = rows[last + 1]
            signed = follows.left > gutter and not _is_dated(rows[last + 1 : last + 5])
            if not near(rows[last], follows, SIGNING_SPACE if signed else 3.6):
                break
            if follows.left < gutter and len(follows.segments) == 1 and not _is_short(follows, gutter):
                break
            if last > index and rows[last].left > gutter and _are_both(follows, gutter):
                break  # another who signs, or whose consent is asked, beside another
            last += 1
        part = rows[start : last + 1]
        if _is_figured(part, gutter):
            continue
        if sum(r.right > gutter for r in part) >= 2 or (len(row.segments) > 1):
            found.append(Region(start, _signed_last(rows, start, last, gutter), gutter))
    return found


def _are_both(row: Row, gutter: float) -> bool:
    """Whether words stand on both sides of the gutter."""
    return row.left < gutter and row.right > gutter and is_free(row, gutter)


def _is_dated(rows: Sequence[Row]) -> bool:
    """Whether another signature with a date beside it follows."""
    return any(DATED.match(said(row.segments[0])) for row in rows)


def _is_figured(part: Sequence[Row], gutter: float) -> bool:
    """Whether two figures or more stand at the right: ``December 31,`` heads a column of a balance sheet."""
    rights = [text_of(row.side(gutter, 1)) for row in part if row.right > gutter and row.left < gutter]
    return sum(bool(AMOUNT.fullmatch(right)) for right in rights) >= 2


def _is_in_column(rows: Sequence[Row], index: int) -> bool:
    """Whether a row is a table's: ``Date`` stands over a day, a day over another, or there are more cells."""
    row, first = rows[index], said(rows[index].segments[0])
    below = [other for other in rows[index + 1 : index + 2] if near(row, other, 3.6)]
    above = [other for other in rows[max(0, index - 1) : index] if near(other, row, 3.6)]
    beside = below if first.casefold() == "date" else [*above, *below] if DAY.match(first) else []
    days = [other for other in beside if DAY.match(said(other.segments[0]))]
    celled = DAY.match(first) is not None and len(row.segments) > 2
    return celled or any(abs(other.left - row.left) < SAME_LEFT for other in days)


def _is_beside(above: Row, row: Row, gutter: float, width: float) -> bool:
    """Whether a row above a date belongs to the signature beside it; a letterhead is centred."""
    return above.left > gutter and not _is_middle(above, width) and near(above, row, 3.6)


def _is_middle(row: Row, width: float) -> bool:
    """Whether a row is centred on the page."""
    return len(row.segments) == 1 and abs(row.left + row.right - width) < 0.03 * width


def _is_short(row: Row, gutter: float) -> bool:
    """A line under the date (``Date``, a place), not the start of the next paragraph."""
    return len(row.tokens) <= 3 and row.right < gutter - 10


def twins(rows: Sequence[Row]) -> Iterator[Region]:
    """Two who sign side by side, and two officers' names in a letterhead, each over the office."""
    index = 0
    while index < len(rows):
        first, index = index, index + 1
        if len(rows[first].segments) != 2:
            continue
        if first + 1 < len(rows) and _are_officers(rows[first], rows[first + 1]):
            yield Region(first, first + 1, rows[first].segments[1][0].left - 6)
            index = first + 2
            continue
        last, (low, high) = _down(rows, first)
        if _are_twins(rows[first : last + 1], (low + high) / 2):
            while first > 0 and _is_signed_for(rows[first - 1], rows[first]):
                first -= 1
            last = _signed_last(rows, first, last, (low + high) / 2)
            yield Region(first, last, (low + high) / 2)
            index = last + 1


def _signed_last(rows: Sequence[Row], first: int, last: int, gutter: float) -> int:
    """The last row of two cells: what stands at the left alone below both, further off than their own lines
    stand from one another, is no part of them (``Presented by:``, a heading)."""
    end = last
    while end > first and rows[end].right < gutter:
        end -= 1
    gaps = [two.middle - one.middle for one, two in pairwise(rows[first : end + 1])]
    off = rows[end + 1].middle - rows[end].middle if end < last else 0.0
    return end if gaps and off > FURTHER * min(gaps) else last


def _are_officers(names: Row, offices: Row) -> bool:
    return (
        len(offices.segments) == 2
        and near(names, offices, 2.2)
        and all(OFFICE.fullmatch(" ".join(t.text for t in segment)) for segment in offices.segments)
    )


def side_by_side(rows: Sequence[Row], width: float) -> Iterator[Region]:
    """An address beside a signature: rows one below the other, a gutter down them, and on one side what only
    such a block has. A table has its rows' cells side by side too, but no telephone."""
    index = 0
    while index < len(rows):
        first, index = index, index + 1
        if len(rows[first].segments) != 2 or _is_listed(rows[first]):
            continue
        last, (low, high) = _down(rows, first)
        while first > 0 and rows[first - 1].left >= high - 8 and near(rows[first - 1], rows[first], 2.2):
            first -= 1
            high = min(high, rows[first].left)
        while first > 0 and _is_above(rows[first - 1], rows[first], high):
            first -= 1
        part, gutter = rows[first : last + 1], (low + high) / 2
        if low > 0.25 * width and len(part) > 2 and _is_signed(part, gutter):
            yield Region(first, last, gutter)
            index = last + 1


def _is_above(above: Row, row: Row, right: float) -> bool:
    """Whether a line stands alone above a cell's first, as close as its lines are and where they begin."""
    alone = len(above.segments) == 1 and above.right < right - NARROWEST_GUTTER
    return alone and abs(above.left - row.left) < SAME_LEFT and near(above, row, CLOSE)


def _down(rows: Sequence[Row], first: int) -> tuple[int, tuple[float, float]]:
    """How far down a row's gutter goes, and what the rows below leave free of it."""
    low, high = rows[first].segments[0][-1].right, rows[first].segments[1][0].left
    last = first
    while last + 1 < len(rows) and near(rows[last], rows[last + 1], 2.2):
        segments = rows[last + 1].segments
        if len(segments) > 2:
            break
        left = max([low, *(s[-1].right for s in segments if s[0].left < low)])
        right = min([high, *(s[0].left for s in segments if s[0].left >= low)])
        if right - left < NARROWEST_GUTTER:
            break
        low, high, last = left, right, last + 1
    return last, (low, high)


def _are_twins(part: Sequence[Row], gutter: float) -> bool:
    """Whether two sign side by side: the same label stands in both cells of a row."""
    for row in part:
        left, right = (text_of(row.side(gutter, side)) for side in (0, 1))
        if left and left.strip(" _").casefold() == right.strip(" _").casefold() and TWIN.fullmatch(left):
            return True
    return False


def _is_signed_for(above: Row, row: Row) -> bool:
    """Whether a row names, over the lines to sign on, the two who sign."""
    if len(above.segments) != 2 or not near(above, row, SIGNING_SPACE):
        return False
    return all(abs(a[0].left - b[0].left) < 6 for a, b in zip(above.segments, row.segments, strict=False))


def _is_signed(part: Sequence[Row], gutter: float) -> bool:
    """Whether two cells are an address and a signature: short lines on both sides, one of them of the kind. A
    form has a label on each line at the left."""
    sides = [[text_of(row.side(gutter, side)) for row in part] for side in (0, 1)]
    both = sum(bool(left and right) for left, right in zip(*sides, strict=True))
    filled = [[text for text in side if text] for side in sides]
    labels = [sum(map(bool, map(LABEL.match, texts))) for texts in filled]
    form = all(2 * count >= len(texts) for count, texts in zip(labels, filled, strict=True))
    form = form or 2 * sum(text.endswith(":") for text in filled[0]) >= len(filled[0])
    if min(map(len, filled)) < 2 or both < 2 or form:
        return False
    return any(sum(map(len, side)) < 45 * len(side) and any(map(SIGNED.search, side)) for side in filled)


def _is_listed(row: Row) -> bool:
    return len(row.segments[0]) == 1 and LIST_MARK.fullmatch(row.segments[0][0].text) is not None
