"""The short rule between a page's text and its footnotes.

A word processor draws the same stroke on every page (Word and WordPerfect two inches from the left margin).
Once it is known from a page where a marker stands under it, it parts text and notes on every page, at any
height, for some courts set their notes at the size of the text and let a long one fill the next page.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from operator import attrgetter
from typing import NamedTuple

from cleaners.line import Line
from cleaners.note_forms.note_openings import LABEL, called_numbers, is_raised, misread_marker
from cleaners.page import Rule

SAME_LEFT, SAME_LENGTH = 4.0, 3.0
SAME_LEFT_SCANNED, SAME_LENGTH_SCANNED = 20.0, 8.0
"""Points by which a stroke may differ from page to page; a scan's pages are shifted, scaled and skewed."""

SHORTEST = 40.0
HIGHEST = 0.25
"""A rule not yet known stands below this share of the page's height."""

TWO_INCHES = 144.0
"""Points: the length of the separator of Word and WordPerfect."""

HEAD_PAGES = 3
"""A rule above all text at one height on so many pages belongs to the running head."""


_TOP: Callable[[Line], float] = attrgetter("top")


class Stroke(NamedTuple):
    """Where a separator begins and how long it is, in points."""

    left: float
    length: float


def known_strokes(pages: Sequence[Sequence[Line]]) -> list[Stroke]:
    """The strokes that a number stands right under: once a raised one, or twice one that OCR misread; and the
    stroke of word processors, where it stands by itself on two pages."""
    proven: list[Stroke] = []
    likely: list[Stroke] = []
    for lines in pages:
        for rule in level_rules(lines):
            below = lines_below(rule, lines) if _is_low_and_long(rule, lines) else ()
            if not below:
                continue
            label = LABEL.match(below[0].text)
            numbered = is_raised(below[0]) or (label and label[1].rstrip("abc").isdigit())
            misread = misread_marker(below[0]) or (_is_drawn_so_long(rule) and stands_clear(rule, lines))
            if not (numbered or misread) or not may_separate(rule, lines):
                continue
            stroke = Stroke(rule.left, rule.right - rule.left)
            if numbered:
                proven.append(stroke)
            else:
                proven += [stroke] if any(_same(stroke, other, scanned=True) for other in likely) else []
                likely.append(stroke)
    return list(dict.fromkeys(proven))


def head_rules(pages: Sequence[Sequence[Line]]) -> set[Rule]:
    """The rules under the running heads (whose words are gone by now)."""
    tops = [rule for lines in pages for rule in level_rules(lines) if rule.top < lines[0].top]
    seen: dict[tuple[int, int, int], list[Rule]] = {}
    for rule in tops:
        seen.setdefault((round(rule.left / 3), round(rule.right / 3), round(rule.top / 3)), []).append(rule)
    fewest = min(HEAD_PAGES, max(2, len(pages) - 1))
    return {rule for rules in seen.values() if len(rules) >= fewest for rule in rules}


def level_rules(lines: Sequence[Line]) -> list[Rule]:
    """The level rules of the page of these lines, from top to bottom; of a column, those that begin in it."""
    rules = (rule for rule in lines[0].page.rules if not rule.upright)
    if lines[0].zone and lines[0].zone.kind == "column":
        left, right = min(line.left for line in lines), max(line.right for line in lines)
        rules = (rule for rule in rules if left - SAME_LEFT_SCANNED <= rule.left <= right)
    return sorted(rules, key=lambda rule: rule.top)


def lines_below(rule: Rule, lines: Sequence[Line]) -> list[Line]:
    """The lines, which are in the order of their tops, under a rule (a raised marker's box may touch it)."""
    return list(lines[bisect_right(lines, rule.top - 3, key=_TOP) :])


def is_known(rule: Rule, strokes: Sequence[Stroke], lines: Sequence[Line]) -> bool:
    """Whether a rule of the page with these lines is one of the strokes."""
    stroke = Stroke(rule.left, rule.right - rule.left)
    scanned = lines[0].page.method == "ocr"
    if scanned and not _is_at_margin(rule, lines):
        return False
    return any(_same(stroke, other, scanned=scanned) for other in strokes)


def _same(one: Stroke, two: Stroke, *, scanned: bool) -> bool:
    left, length = (SAME_LEFT_SCANNED, SAME_LENGTH_SCANNED) if scanned else (SAME_LEFT, SAME_LENGTH)
    return abs(one.left - two.left) <= left and abs(one.length - two.length) <= length


def may_separate(rule: Rule, lines: Sequence[Line]) -> bool:
    """Whether a rule not known otherwise can part text and notes: at the left margin, in the lower part of
    the page, no side of a box or line of a grid, and underlining nothing."""
    if not _is_low_and_long(rule, lines):
        return False
    return _is_at_margin(rule, lines) and not _is_of_grid(rule, lines) and not underlines(rule, lines)


def _is_low_and_long(rule: Rule, lines: Sequence[Line]) -> bool:
    return rule.top >= HIGHEST * lines[0].page.height and rule.right - rule.left >= SHORTEST


def is_two_inches(rule: Rule, lines: Sequence[Line]) -> bool:
    """Whether a rule in the lower half is as long as word processors draw it over notes."""
    return rule.top > lines[0].page.height / 2 and _is_drawn_so_long(rule)


def below_rest(rule: Rule, foot: Sequence[Line], lines: Sequence[Line]) -> Sequence[Line]:
    """The lines under a rule from the first on that opens a note which its page calls. What stands above them
    is the rest of a note from a page that an excerpt lacks."""
    if not (_is_drawn_so_long(rule) and stands_clear(rule, lines)):
        return ()
    for index, line in enumerate(foot):
        if is_raised(line) and int(line.text_of(line.words[0])) in called_numbers(line, lines):
            return foot[index:]
    return ()


def _is_drawn_so_long(rule: Rule) -> bool:
    return abs(rule.right - rule.left - TWO_INCHES) < SAME_LENGTH_SCANNED


def _is_at_margin(rule: Rule, lines: Sequence[Line]) -> bool:
    """Two lines of text begin where the rule does (stray specks of a scan lie farther left)."""
    lefts = [line.left for line in lines if len(line.words) > 4] or [line.left for line in lines]
    return sum(abs(left - rule.left) <= 14 for left in lefts) >= min(2, len(lefts)) and not any(
        left < rule.left - 14 for left in sorted(lefts)[len(lefts) // 4 :]
    )


def underlines(rule: Rule, lines: Sequence[Line]) -> bool:
    """Whether a rule stands right under a line that ends where it does."""
    return any(
        rule.top - line.bottom < 1.5 and rule.left < line.right < rule.right + 12 and line.left < rule.right
        for line in lines[: bisect_left(lines, rule.top, key=_TOP)]
    )


def stands_clear(rule: Rule, lines: Sequence[Line]) -> bool:
    """Whether a rule has white above it; the one under a citation within a line has none."""
    return all(line.bottom < rule.top - 3 for line in lines if line.top < rule.top)


def _is_of_grid(rule: Rule, lines: Sequence[Line]) -> bool:
    """Touched by uprights (a pleading's margin rules aside), or one of several rules of one extent (those
    of a running head or footer aside)."""
    height = lines[0].page.height
    sides = [side for side in lines[0].page.rules if side is not rule]
    for side in sides:
        touches = side.top < rule.top + 4 and side.bottom > rule.top - 4
        beside = side.left - rule.right < 8 and rule.left - side.right < 8
        if touches and beside and side.upright and side.bottom - side.top < 0.6 * height:
            return True
    alike = [
        side.top
        for side in sides
        if abs(side.left - rule.left) <= 1.5 and abs(side.right - rule.right) <= 1.5 and not side.upright
    ]
    if not alike:
        return False
    bottom = max(line.bottom for line in lines)
    return any(lines[0].top < top < bottom for top in alike)
