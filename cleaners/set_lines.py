"""Lines whose words or place say that they are set as lines: counsel, addresses, rows, a signature block."""

from __future__ import annotations

import re

from cleaners.pairs import WIDEST_LEADING, Pair, Tie

FRONT = re.compile(
    r"\(?(?:Argued|Decided|Filed|Submitted|Before|Docket|Nos?\. ?\d|(?:On )?Appeals?(?:ed)? from|August Term|"
    r"\d{2,4}-\S*\d|\[Hon)",
    re.IGNORECASE,
)
"""What begins each of the items that a title page sets one below the other: number, dates, panel."""

COUNSEL = re.compile(r"Att\w{4,8} for\b", re.IGNORECASE)
E_MAIL = re.compile(r"\S@\S+\.\w+\W*$")
ADDRESS = re.compile(
    r"\S+@\S+\.\w+\)?$|\((?:admitted |pro hac vice)|.{0,50}\((?:SBN|CSB|Cal\. Bar|State Bar|Bar No)",
    re.IGNORECASE,
)
LABELLED = re.compile(r"[A-Z][A-Za-z# ]{1,24}: \S")
FIELD = re.compile(r"(?:\d\w\w )?[A-Z][A-Za-z#/.’'() -]{1,40}:(?: \S|$)")
"""What a form asks for, and what is filled in or left blank."""

BLANK_END = re.compile(r"(?:[:)] ?|\b(?:of|for|by|to|is|are|in|on|at) )____$")
FIELDS, FLUSH = 2.6, 6.0
"""Gap to type size between the fields of a form; points by which their left ends differ."""

WIDEST_SIGNATURE = 5.5
"""Gap to type size within a signature block: a signature takes three or four lines."""


def set_by_name(pair: Pair) -> Tie | None:
    """Lines whose words or place say what they are, whatever their spacing: counsel, e-mail addresses, the
    rows of a table, a signature block at the right, which is one block however its names are spaced."""
    one, two, gap = pair.one, pair.two, pair.gap
    if COUNSEL.match(two.text) and pair.ended and gap < 2.6 * one.size:
        return Tie.SET
    middle = pair.margins.left + 0.42 * pair.margins.width
    at_right = min(one.left, two.left) > middle and abs(one.left - two.left) < 14
    if at_right and gap < WIDEST_SIGNATURE * one.size:
        return Tie.SET
    labelled = LABELLED.match(one.text) and LABELLED.match(two.text) and not FRONT.match(two.text)
    if labelled and pair.ended and gap < 1.9 * one.size:
        return Tie.SET
    if E_MAIL.search(one.text) and E_MAIL.search(two.text) and gap < WIDEST_LEADING * one.size:
        return Tie.SET
    if "\t" in one.text and "\t" in two.text and gap < 2.6 * one.size:
        return Tie.SET
    address = ADDRESS.match(one.text) or ADDRESS.match(two.text)
    close = gap < 1.6 * one.size and not pair.apart
    return Tie.SET if address and close and abs(one.left - two.left) < 24 else None


def fields(pair: Pair) -> Tie | None:
    """What a form asks for stands field below field; a blank at a line's end ends it."""
    one, two = pair.one, pair.two
    if not one.line.words:
        return None
    if FIELD.match(one.text) and FIELD.match(two.text) and abs(one.left - two.left) < FLUSH:
        return Tie.SET if pair.gap < FIELDS * one.size and not FRONT.match(two.text) else Tie.BREAK
    return Tie.BREAK if BLANK_END.search(one.text) and two.text[0].isupper() else None
