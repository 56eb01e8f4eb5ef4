"""The margins and the leading of a page's text, as its lines tell them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median

from cleaners.line import Line
from cleaners.page import COLUMNS, LONGEST_LINE
from cleaners.tuple_makers import maker
from cleaners.typesetting.setting import HIGH, WIDE, Measure, Setting

WIDE_ENOUGH = 0.85
"""A page whose text is narrower than this share of the widest holds only short lines, which say nothing of
its margins."""

FEWEST_FULL = 2
"""So many lines must run on at the right margin for it to be known from the lines alone."""

BESIDE_RULE = 6.0
"""Points that pleading paper leaves white between text and rule."""

NARROWEST_INSET = 0.4
"""Share of the text's width: what is set in narrower is a list of names, not a quotation."""

FLUSH = 0.95
"""Share of a page's lines, or more, that begin at the left margin where a dump has lost the indents."""

PLACE = 100.0
"""Points within which the columns of several pages stand at one place."""

MOST_GOING_ON = 0.15
"""The share of a page's lines that begin small, at most, where none of them is prose."""
PRINTED = (55 * WIDE, 115 * WIDE)
"""Points to which full printed lines reach."""

FEWEST_OWN, NEARLY = 5, 0.9
"""From so many lines that reach so nearly as far as the widest of their page a sentence goes on: its text is
narrower than other pages'."""

SHORTEST_FULL = 40 * WIDE
"""Points to which a typed line reaches at least that ends at the right margin."""


_setting = maker(Setting)


@dataclass(frozen=True)
class Margins:
    """The left and right margin of a page's (or column's) text, and its usual leading, in points; ``flush``
    tells of bare text that no line is set in."""

    left: float
    right: float
    leading: float
    flush: bool = False

    @property
    def width(self) -> float:
        return max(self.right - self.left, 1.0)


def margins_of(settings: Sequence[Setting]) -> dict[Measure, Margins]:
    """The margins of each page and kind of zone."""
    groups: dict[Measure, list[Setting]] = {}
    for setting in settings:
        groups.setdefault(setting.measure, []).append(setting)
    own = {key: _margins(group) for key, group in groups.items()}
    kinds: dict[tuple[str, int, int], list[Margins]] = {}
    for key, margins in own.items():
        kinds.setdefault(_kind(groups[key]), []).append(margins)
    usual = {kind: _usual_margins(alike) for kind, alike in kinds.items()}
    flush = {kind: 2 * sum(m.flush for m in alike) > len(alike) for kind, alike in kinds.items()}
    own = {key: replace(m, flush=m.flush and flush[_kind(groups[key])]) for key, m in own.items()}
    return {key: _widened(margins, groups[key], usual[_kind(groups[key])]) for key, margins in own.items()}


def _kind(group: Sequence[Setting]) -> tuple[str, int, int]:
    """Whose margins may stand for one another's: those of zones of one kind on paper of one width, of columns
    those at one place. A schedule printed across the sheet says nothing of the order before it."""
    place = min(s.left for s in group) // PLACE if group[0].zone in COLUMNS else 0
    return group[0].zone, round(group[0].line.page.width), round(place)


def _margins(own: Sequence[Setting]) -> Margins:
    ends = sorted(s.end for s in own)
    right = ends[min(len(ends) - 1, int(0.85 * len(ends)))]
    full = sum(_runs_on(a, b, right) for a, b in pairwise(own))
    if own[0].line.words and full < FEWEST_FULL <= sum(end > right + 9 for end in ends):
        right = max(ends[-2], _right_rule(own[0].line, ends[-2]))
    lefts = Counter(round(s.left / 4) * 4 for s in own)
    most = max(lefts.values())
    left = min(x for x, count in lefts.items() if count >= max(1, 0.3 * most))
    gaps = [b.top - a.last_top for a, b in pairwise(own) if 0 < b.top - a.last_top < 40]
    if own[0].line.words:
        return Margins(float(left), right, _usual_gap(gaps))
    flush = sum(abs(s.left - left) <= 2 * WIDE for s in own) >= FLUSH * len(own)
    unprinted = [end for end in ends if end >= LONGEST_LINE * WIDE]
    if len(unprinted) > sum(PRINTED[0] <= end <= PRINTED[1] for end in ends):
        return Margins(float(left), max(right, unprinted[0]), HIGH, flush)  # each paragraph has a line
    return Margins(float(left), right, _typed_leading(own), flush)


def _runs_on(one: Setting, two: Setting, right: float) -> bool:
    """Whether a sentence runs on from a line that ends at the margin: such lines tell where it is."""
    return abs(one.end - right) < 9 and two.text[0].islower()


def _right_rule(line: Line, end: float) -> float:
    """Where text may reach beside the rule at the right of pleading paper, 0 where there is none."""
    page = line.page
    tall = [r.left for r in page.rules if r.upright and r.bottom - r.top > 0.88 * page.height]
    return min((x - BESIDE_RULE for x in tall if end < x - BESIDE_RULE < 0.97 * page.width), default=0.0)


def _typed_leading(own: Sequence[Setting]) -> float:
    """The leading of bare text: a blank line parts blocks, unless sentences go on over most of them, as they
    do in a double-spaced dump."""
    parted = [(a, b) for a, b in pairwise(own) if HIGH < b.top - a.last_top <= 2 * HIGH]
    full = max(0.8 * max(s.end for s in own), SHORTEST_FULL)
    going_on = sum(
        (b.text[0].islower() and not b.item) or (a.end > full and a.text[-1].isalnum()) for a, b in parted
    )
    return 2 * HIGH if going_on > 0.3 * sum(s.end - s.left > 0.5 * full for s in own) else HIGH


def _usual_gap(gaps: Sequence[float]) -> float:
    if not gaps:
        return HIGH
    common = Counter(round(g) for g in gaps).most_common(1)[0][0]
    return median(g for g in gaps if abs(g - common) <= 1.5)


def _usual_margins(alike: Sequence[Margins]) -> Margins:
    """The margins of the pages whose text is widest."""
    widest = max(m.width for m in alike)
    told = [m for m in alike if m.width >= WIDE_ENOUGH * widest]
    return Margins(
        median(m.left for m in told), median(m.right for m in told), median(m.leading for m in told)
    )


def _widened(margins: Margins, group: Sequence[Setting], usual: Margins) -> Margins:
    """The margins of a page that holds only short lines (a title page, a last page): the other pages' or, if
    they tell no more, the page's own, as wide at the right as at the left."""
    if not group[0].line.words and margins.right >= PRINTED[0] and _is_prose(group, margins):
        return margins
    if margins.width < WIDE_ENOUGH * usual.width:
        return replace(usual, leading=margins.leading, flush=margins.flush)
    if abs(margins.left - usual.left) <= 6 and margins.right < usual.right:
        return replace(margins, right=usual.right)
    if not group[0].line.words and margins.right < PRINTED[0] and _are_set(group):
        return replace(margins, right=PRINTED[0])
    page = group[0].line.page
    if margins.width < 0.5 * page.width and group[0].zone == "page":
        left = min(s.left for s in group)
        return replace(margins, left=left, right=max(margins.right, page.width - left))
    return margins


def _is_prose(group: Sequence[Setting], margins: Margins) -> bool:
    """Whether sentences run from line to line of a page of bare text, as they do not on a title page."""
    nearly = margins.left + NEARLY * margins.width
    return sum(one.end >= nearly and two.text[0].islower() for one, two in pairwise(group)) >= FEWEST_OWN


def _are_set(group: Sequence[Setting]) -> bool:
    """Whether the lines are those of addresses and titles: hardly one goes on with the sentence before it."""
    small = sum(setting.text[0].islower() for setting in group)
    return len(group) > FEWEST_OWN and small < MOST_GOING_ON * len(group)


def with_right_margins(settings: Sequence[Setting], margins: dict[Measure, Margins]) -> list[Setting]:
    """The settings, each with the right margin of the lines it stands among: an inset block whose lines end
    alike (a quotation) has its own, all others have the page's."""
    runs = _inset_runs(settings, margins)
    known: dict[int, float] = {}
    for run in runs:
        if len(run) > 2 and (right := _own_right(run, margins[run[0].measure])):
            known[round(run[0].left / 4)] = right
    inset: dict[int, float] = {}
    for run in runs:
        right = (
            _own_right(run, margins[run[0].measure])
            if len(run) > 2
            else known.get(round(run[0].left / 4), 0.0)
            if len(run) == 2
            else 0.0
        )
        if right:
            inset.update({s.line.start: right for s in run})
    return [_setting((*s[:-1], inset.get(s.line.start, margins[s.measure].right))) for s in settings]


def _inset_runs(settings: Sequence[Setting], margins: dict[Measure, Margins]) -> list[list[Setting]]:
    """Lines one below the other that begin at the same place, right of the margin."""
    runs: list[list[Setting]] = []
    for setting in settings:
        if runs and _is_aligned(runs[-1], setting) and not _wider_gap(runs[-1], setting):
            runs[-1].append(setting)
        else:
            runs.append([setting])
    return [run for run in runs if run[-1].left > margins[run[0].measure].left + 8]


def _is_aligned(run: Sequence[Setting], setting: Setting) -> bool:
    """Whether a line stands below a run and begins where its lines do, or, below an item's first line, where
    the words after its mark do."""
    last = run[-1]
    if last.measure != setting.measure or setting.top <= last.top:
        return False
    hangs = len(run) == 1 and abs(last.inner - setting.left) < 3
    return hangs or abs(last.left - setting.left) < 3


def _wider_gap(run: Sequence[Setting], setting: Setting) -> bool:
    """Whether a line stands further below its run than the run's lines below one another: an indented first
    line after a quotation is no part of it."""
    return len(run) > 1 and setting.top - run[-1].last_top > 1.6 * (run[1].top - run[0].last_top)


def _own_right(run: Sequence[Setting], margins: Margins) -> float:
    """The right margin of an inset run, 0 if its lines end anyhow: of a quotation all but the last line of a
    paragraph are full, of an address few are."""
    right = max(s.end for s in run)
    if right - run[0].left < NARROWEST_INSET * margins.width:
        return 0.0
    full = sum(one.end + two.first_width + 2 > right for one, two in pairwise(run))
    return right if full >= 0.7 * (len(run) - 1) else 0.0
