"""What the zones of a page and the tabs of a table's rows say of two lines."""

from __future__ import annotations

import re

from cleaners.page import COLUMNS
from cleaners.patterns import pattern
from cleaners.typesetting.labels import FORM_LABEL
from cleaners.typesetting.pairs import Pair, Tie
from cleaners.typesetting.setting import HIGH

AUTHORITIES = pattern(
    r"(?:[\w.]+ ){0,3}(?:Cases|Statutes|Rules|Regulations|Provisions|Authorities|Treatises|Codes?|"
    r"Constitution|Articles|Materials|Orders)(?: (?:and|&) \w+)?:?|Page(?:\(s\)|s)?(?: Nos?\.)?|"
    r"(?:Table of )?Contents|Index",
    re.IGNORECASE,
)
"""What tables of contents and authorities and their parts are called, and what stands over their pages."""

ROW_LABEL = pattern(rf"{FORM_LABEL}\s")
"""What opens the rows of a form; a long label (``City, State and ZIP:``) leaves no gap behind it."""


SAME_LEFT = 2.0
"""Points by which the lines of a cell differ that goes on over a page's end."""


def zoned(pair: Pair) -> Tie | None:
    """A cell or a table is one block of set lines, a caption's right cell over a page's end too; what stands
    beside a column of one line is another."""
    one, two = pair.one, pair.two
    in_block = one.zone in ("cell", "table")
    parted = one.line.zone != two.line.zone
    beside = one.zone in COLUMNS and one.page == two.page and abs(two.top - one.last_top) < HIGH
    if one.zone == two.zone == "cell" and one.page != two.page and abs(one.left - two.left) < SAME_LEFT:
        return Tie.SET
    if one.zone != two.zone and _is_row(pair):
        return Tie.SET
    if one.zone != two.zone or ((in_block or beside) and parted):
        return Tie.BREAK
    return Tie.SET if in_block else None


def tabbed(pair: Pair) -> Tie | None:
    """Rows go on over a page's end, and end where a line has no cells, if that is no row of a form."""
    one, two = pair.one.text, pair.two.text
    if "\t" in one and "\t" in two:
        return Tie.SET if pair.one.page != pair.two.page else None
    if "\t" in one:
        return Tie.SET if _is_row(pair) else Tie.BREAK
    return Tie.BREAK if "\t" in two and AUTHORITIES.fullmatch(one) else None


def _is_row(pair: Pair) -> bool:
    """Whether two rows of a form stand one below the other, only one of them with a gap behind its label."""
    one, two = pair.one, pair.two
    labelled = ROW_LABEL.match(one.text) and ROW_LABEL.match(two.text) and "\t" in one.text + two.text
    level = one.page == two.page and abs(one.left - two.left) < 4
    return bool(labelled) and level and 0 < pair.gap < 2.2 * one.size
