"""Two cells side by side: captions, and a date beside a signature block.

A caption's cells are parted by a rule, by a column of ``)``, ``:``, ``|`` or ``x``, or by white space alone
(Fed. R. Civ. P. 10(a) asks for court, parties, number and title; the local rules for the two cells).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from cleaners.page import Rule
from cleaners.patterns import pattern
from cleaners.reading_order.fences import Fence, find_fences
from cleaners.reading_order.regions import ROLE, Region, is_free, near, said, text_of
from cleaners.reading_order.rows import Row
from cleaners.reading_order.signature_blocks import SIGNED, dated, side_by_side, twins
from cleaners.stamp_forms.stamp_frames import stamp_frames
from cleaners.terms.roles import ANSWERING

RIGHT_CELL = "right cell of a caption"
"""Why steps move it; its lines are one block, however far apart they stand."""

COLUMN_MARK = pattern(r"_?[)(}{\]\[:|§xX*!;I1l’'‘\ue000-\uf8ff]{1,2}")
VERSUS = pattern(r"vv?\.?|vs\.?|versus|-?against-?|V\.|VS\.", re.IGNORECASE)
IN_RE = pattern(r"in (?:re|the matter of)\b", re.IGNORECASE)
FEWEST_BESIDE = 2
"""Rows on which two addresses stand side by side."""
LONGEST_NAME = 12
"""Rows of the parties below the ``v.``, their offices and all."""
LAST_ROLE = pattern(rf"\b(?:{ANSWERING}|Debtors?)(?: in Possession)?\.$", re.IGNORECASE)
"""What ends the left cell of a caption."""
ENDED_ROLE = pattern(ROLE.pattern, re.IGNORECASE, last=".,;")
"""A role as captions set it, not the head of a table's column."""
TYPED_RULE = pattern(r"[-–—_=. ]{8,}[xX]?")
NUMBER = pattern(r"\b(?:No|Nos|Case|Civ|Cr|Civil|Criminal|CASE|CIVIL|Docket|Misc|Adv)\b")
NUMBERED = pattern(r"(?:Case |Civil |Docket )?Nos?\. |.{1,40}\bcourt:$", re.IGNORECASE)
CLOSE, SPACED = 2.6, 3.6
"""Type sizes below a cell's row at which its next begins, and those of the last party's role, which many
captions set below a blank line; what OCR gives as height is the ink's, three quarters of the type's."""
LABELLED = pattern(r"[A-Z][A-Za-z.’' -]{1,30}: \S")
COUNSEL = pattern(r"(?:Attorneys?|Counsel)\b", re.IGNORECASE)
"""How counsel's address ends, which stands above a caption (N.J. Ct. R. 1:4-1(b))."""
IN_LINE, FAR = 6.0, 8.0
"""Points by which what a caption's right cell goes on with stands off it, and gap to type size above it."""
PARTED = 48.0
"""Points between the sides of two cells; a side that is drawn line by line has gaps of a line at most."""

ACT = pattern(r"(?:E-?)?(?:FILED|LODGED|RECEIVED|ENTERED|DOCKETED)\b")
"""How a line of a clerk's stamp begins that tells its frame from a caption's."""

COURT_NAME = pattern(r"\b(?:DISTRICT OF|DISTRICT COURT|DIVISION|CIRCUIT|APPEALS)\b")
"""Lines that stand above a caption, never in it."""


def find_regions(
    rows: Sequence[Row], rules: Sequence[Rule], width: float, fences: Sequence[Fence] | None = None
) -> list[Region]:
    """The regions of a page, from top to bottom, none overlapping another. ``fences`` are those already taken
    from the rows; where none is given they are looked for in the rows. An upright rule in a signature block
    is the frame of the signature's picture, which ends above the judge's office."""
    if fences is None:
        fences = find_fences([t for row in rows for t in row.tokens], width)
    signed = dated(rows, width)
    rules = _without_stamps(rows, rules)
    ruled = [r for r in _by_rule(rows, rules, width) if not any(r.is_within(block) for block in signed)]
    captions = [*ruled, *_by_fence(rows, fences), *_by_space(rows, width)]
    found = [
        *(_with_dates(rows, region) for region in captions),
        *twins(rows),
        *signed,
        *(_apart(rows, captions, region) for region in side_by_side(rows, width)),
    ]
    kept: list[Region] = []
    for region in found:
        if region.last >= region.first and all(r.last < region.first or r.first > region.last for r in kept):
            kept.append(region)
    return sorted(kept, key=lambda r: r.first)


def _without_stamps(rows: Sequence[Row], rules: Sequence[Rule]) -> Sequence[Rule]:
    """The rules but for the sides of the frame of a clerk's stamp, put over a caption's right cell: a line in
    it says that the paper was filed."""
    acts = [t for row in rows for t in row.tokens if ACT.match(t.text)]
    if not acts:
        return rules
    frames = [f for f in stamp_frames(rules) if any(f.holds(t.center, t.middle) for t in acts)]
    return [r for r in rules if not any(f.has_side(r) for f in frames)]


def _apart(rows: Sequence[Row], captions: Sequence[Region], region: Region) -> Region:
    """What a region has below or above a caption that it shares rows with: counsel's addresses stand side by
    side there, whose gutter is the caption's too."""
    first, last = region.first, region.last
    for one in captions:
        if one.first <= region.first <= one.last < region.last:
            first = max(first, one.last + 1)
        elif region.first < one.first <= region.last:
            last = min(last, one.first - 1)
    both = sum(len(row.segments) > 1 for row in rows[first : last + 1])
    return replace(region, first=first, last=last) if both >= FEWEST_BESIDE else region


def _with_dates(rows: Sequence[Row], region: Region) -> Region:
    """A caption with what stands below its right cell alone, in line with it: ``Trial Date: May 5, 2030``."""
    rights = [row.side(region.gutter, 1) for row in rows[region.first : region.last + 1]]
    left = min((right.left for right in rights if right.segments), default=0.0)
    last = region.last
    for above, row in pairwise(rows[last:]):
        if abs(row.left - left) > IN_LINE or not LABELLED.match(text_of(row)) or not near(above, row, FAR):
            break
        last += 1
    return replace(region, last=last)


def _rows_between(rows: Sequence[Row], top: float, bottom: float) -> tuple[int, int]:
    inside = [i for i, row in enumerate(rows) if top <= row.middle <= bottom]
    return (inside[0], inside[-1]) if inside else (0, -1)


def _by_rule(rows: Sequence[Row], rules: Sequence[Rule], width: float) -> list[Region]:
    """Cells parted by an upright rule in the middle of the page."""
    middle = [
        r for r in rules if r.upright and 0.25 * width < r.left < 0.75 * width and r.bottom - r.top > 24
    ]
    found = []
    for own in _runs(middle):
        gutter = own[0].left
        first, last = _rows_between(rows, min(r.top for r in own) - 4, max(r.bottom for r in own) + 4)
        while first <= last and not is_free(rows[first], gutter):
            first += 1
        while last >= first and not is_free(rows[last], gutter):
            last -= 1
        if last > first and all(is_free(row, gutter) for row in rows[first : last + 1]):
            found.append(Region(first, last, gutter))
    return found


def _runs(rules: Sequence[Rule]) -> Iterator[list[Rule]]:
    """Upright rules in line, each run of them the side of one cell: a page may have two captions."""
    run: list[Rule] = []
    for rule in sorted(rules, key=lambda r: (round(r.left / IN_LINE), r.top)):
        far = run and rule.top - max(r.bottom for r in run) > PARTED
        if far or (run and round(rule.left / IN_LINE) != round(run[0].left / IN_LINE)):
            yield run
            run = []
        run.append(rule)
    if run:
        yield run


def _by_fence(rows: Sequence[Row], fences: Sequence[Fence]) -> Iterator[Region]:
    """Cells parted by a column of marks. The left cell may begin above it and go on below it."""
    for fence in fences:
        first, last = _rows_between(rows, fence.top - 2, fence.bottom + 2)
        if last < first:
            continue
        left = min(row.left for row in rows[first : last + 1])
        while last + 1 < len(rows) and _goes_on_below(rows[last], rows[last + 1], fence.x):
            last += 1
        while first > 0 and _goes_on(rows[first - 1], rows[first], left, fence.x):
            first -= 1
        yield Region(first, last, fence.x)


def _goes_on_below(row: Row, below: Row, gutter: float) -> bool:
    """Whether the left cell goes on below its marks: until the role of the last party, and not with what is
    no party (``THE DEFENDANT:`` below the caption of a judgment), nor where the marks went on alone."""
    role = ROLE.fullmatch(text_of(below)) is not None
    if below.right >= gutter or not near(row, below, SPACED if role else CLOSE):
        return False
    own = text_of(row.side(gutter, 0))
    return bool(own) and not LAST_ROLE.search(own) and not text_of(below).endswith(":")


def _goes_on(above: Row, row: Row, left: float, gutter: float) -> bool:
    """Whether the row above a cell's first is the cell's too: it stands close and begins where the cell
    does."""
    text = text_of(above)
    if NUMBERED.match(text) or COURT_NAME.search(text) or SIGNED.search(text) or COUNSEL.match(text):
        return False
    return above.right < gutter and abs(above.left - left) < 6 and near(above, row, SPACED)


def _by_space(rows: Sequence[Row], width: float) -> list[Region]:
    """A caption whose cells only white space parts: parties and ``v.`` at the left, a number at the right.
    The ``v.`` of a scan may be misread (``wl.``); a party's role below its name tells the left cell, too."""
    versus = [index for index, row in enumerate(rows[:40]) if _is_anchor(row)]
    roles = [index for index, row in enumerate(rows[:40]) if ENDED_ROLE.fullmatch(said(row.segments[0]))]
    for index in [*versus, *roles]:
        rights = [
            segment[0].left
            for row in rows[max(0, index - 12) : index + 12]
            for segment in row.segments[1:]
            if segment[0].left > 0.42 * width
        ]
        for gutter in sorted({left - 6 for left in rights}):
            if not _is_celled(rows[index], gutter, width):
                continue  # the item `v.` of a list, whose words run on there
            first = last = index
            while first > 0 and _is_celled(rows[first - 1], gutter, width):
                first -= 1
            while last < len(rows) - 1 and _is_celled(rows[last + 1], gutter, width):
                last += 1
            part = rows[first : last + 1]
            right = " ".join(t.text for row in part for t in row.side(gutter, 1).tokens)
            both = sum(len(row.segments) > 1 for row in part)
            named = first < index or index in versus
            if both and named and NUMBER.search(right):
                last = _below_role(rows, index, _last_role(rows, index, last, gutter), gutter)
                return [Region(first, last, gutter, roles=True)]
    return []


def _last_role(rows: Sequence[Row], versus: int, last: int, gutter: float) -> int:
    """The row of the left cell below the ``v.`` that ends with a party's role: where roles are set flush
    right, the names before them may reach over where the right cell began."""
    for index in range(versus + 1, min(versus + LONGEST_NAME, len(rows))):
        row = rows[index]
        apart = index > last and not near(rows[index - 1], row, SPACED)
        if apart or row.segments[0][0].left > gutter or COURT_NAME.search(text_of(row)):
            return last
        if ROLE.fullmatch(said(row.segments[-1])):
            return max(last, index)
    return last


def _below_role(rows: Sequence[Row], versus: int, last: int, gutter: float) -> int:
    """The last row of the cells, where the left one ends with a party's role and what stands apart below it
    at the left alone is the text's: a heading, a short line."""
    for index in range(last - 1, versus, -1):
        if rows[index + 1].side(gutter, 1).tokens:
            break
        ended = ROLE.fullmatch(text_of(rows[index].side(gutter, 0)))
        if ended and not near(rows[index], rows[index + 1]):
            return index
    return last


def _is_anchor(row: Row) -> bool:
    """Whether a row begins as only a caption's left cell does: ``v.`` alone, or ``In re`` beside a number."""
    first = row.segments[0]
    if VERSUS.fullmatch(first[0].text):
        return True
    return len(row.segments) == 2 and IN_RE.match(" ".join(t.text for t in first)) is not None


def _is_celled(row: Row, gutter: float, width: float) -> bool:
    """Whether a row can belong to two cells: nothing across the gutter, and not centred on the page; a typed
    rule (``-----x``) ends them."""
    if TYPED_RULE.fullmatch(text_of(row)):
        return False
    if len(row.segments) == 1 and row.left < gutter and COURT_NAME.search(text_of(row)):
        return False
    if not is_free(row, gutter) or any(
        a[-1].right > gutter - 10 and a[0].left < gutter for a in row.segments
    ):
        return False
    centred = abs(row.left + row.right - width) < 0.06 * width
    return not (centred and len(row.segments) == 1 and not VERSUS.fullmatch(row.segments[0][0].text))
