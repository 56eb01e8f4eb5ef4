"""Lines whose words or place say that they are set as lines: counsel, addresses, rows, a signature block."""

from __future__ import annotations

import re

from cleaners.patterns import pattern
from cleaners.typesetting.labels import FORM_LABEL, is_label
from cleaners.typesetting.pairs import SENTENCE_END, WIDEST_LEADING, Pair, Tie
from cleaners.typesetting.speeches import says_who

FRONT = pattern(
    r"\(?(?:Argued|Decided|Filed|Submitted|Before|Docket|Nos?\. ?\d|(?:On )?Appeals?(?:ed)? from|August Term|"
    r"\d{2,4}-\S*\d|\[Hon)",
    re.IGNORECASE,
)
"""What begins each of the items that a title page sets one below the other: number, dates, panel."""

COUNSEL = pattern(r"Att\w{4,8} for\b", re.IGNORECASE)
STREET = pattern(
    r"\d+ [A-Z\d][^;:]*\b(?:Street|Avenue|Boulevard|Road|Drive|Lane|Way|Plaza|Square|Broadway|Highway|Suite|"
    r"Floor|Room|St\.|Ave\.|Blvd\.|Rd\.|Dr\.|Ste\.)[^;:]*$|P\. ?O\. Box \d"
)
CITY = pattern(r"[A-Z][\w. ]+, (?:[A-Z]{2,}(?: [A-Z]{2,})?|[A-Z][a-z]+(?: [A-Z][a-z]+)?) \d{5}(?:-\d{4})?$")
"""The lines of an address: pleading paper sets counsel's on its numbered lines, as far apart as its text."""
REACHED = pattern(r"(?:Telephone|Tel|Phone|Facsimile|Fax|E-?mail)\b\.?:? ?\S", re.IGNORECASE)
E_MAIL = pattern(r"\S@\S+\.\w+\W*$")
ADDRESS = pattern(
    r"\S+@\S+\.\w+\)?$|\((?:admitted |pro hac vice)|.{0,50}\((?:SBN|CSB|Cal\. Bar|State Bar|Bar No)",
    re.IGNORECASE,
)
LABELLED = pattern(r"[A-Z][A-Za-z# ]{1,24}: \S")
FIELD = pattern(rf"(?:\d\w\w )?{FORM_LABEL}(?: \S|$)")
"""What a form asks for, and what is filled in or left blank."""

SUBJECT = pattern(r"re: ", re.IGNORECASE)
UNDER_SUBJECT = 36.0
"""What a clerk's letter is about, and points by which the next such line is set in below its words."""

CHOICE = pattern(r"\[[ xX]?\] \S")
"""A line of a form with a box typed before it, ticked or not."""

BLANK_END = pattern(r"(?:[:)] ?|\b(?:of|for|by|to|is|are|in|on|at) )____$")
LEAD = pattern(r"(?:\S+ ){3,}\S+:", last=":")
"""The words over the fields of a form (``My address and telephone are:``)."""

LEGEND = pattern(r"\([a-z][a-z ,/’'-]{2,40}\)")
"""What stands in brackets under a blank: what is to be filled in there."""

FIELDS, FLUSH = 2.6, 6.0
"""Gap to type size between the fields of a form; points by which their left ends differ."""
CONFORMED = pattern(r"/?s/ ?[A-Z]")
"""A signature that is typed."""

WIDEST_SIGNATURE = 5.5
"""Gap to type size within a signature block: a signature takes three or four lines."""


def set_by_name(pair: Pair) -> Tie | None:
    """Lines whose words or place say what they are, whatever their spacing: counsel, e-mail addresses, the
    rows of a table, a signature block at the right, which is one block however its names are spaced, a legend
    below its blank."""
    one, two, gap = pair.one, pair.two, pair.gap
    rows = ("\t" in one.text and "\t" in two.text) or (CHOICE.match(one.text) and CHOICE.match(two.text))
    if (rows and gap < 2.6 * one.size) or _is_signed(pair) or _is_listed(pair):
        return Tie.SET
    address = ADDRESS.match(one.text) or ADDRESS.match(two.text)
    close = gap < 1.6 * one.size and abs(one.left - two.left) < 24
    if address and close and not pair.apart:
        return Tie.SET
    below = 0 < gap < 1.6 * one.size and one.page == two.page
    return Tie.SET if below and LEGEND.fullmatch(two.text) else None


def fields(pair: Pair) -> Tie | None:
    """On a page what a form asks for stands field below field; a blank ends its line. Speakers
    (``ROE: Yes.``) end their sentences, and a label stands over what it labels."""
    one, two = pair.one, pair.two
    if (SENTENCE_END.search(one.text) and says_who(two.text)) or is_label(one):
        return None
    if LEAD.fullmatch(one.text) and FIELD.match(two.text) and two.left > one.left + FLUSH:
        return Tie.BREAK
    below_subject = SUBJECT.match(one.text) and 0 < two.left - one.left < UNDER_SUBJECT
    hangs = one.inner > one.left + 8 and abs(two.left - one.inner) < FLUSH and two.inner == two.left
    if FIELD.match(one.text) and hangs and pair.ended and 0 < pair.gap < 1.6 * one.size:
        return Tie.SET
    level = abs(one.left - two.left) < FLUSH or below_subject
    if FIELD.match(one.text) and FIELD.match(two.text) and level:
        return Tie.SET if pair.gap < FIELDS * one.size and not FRONT.match(two.text) else Tie.BREAK
    begins = one.text.endswith("____") and two.text[0].isupper()
    return Tie.BREAK if begins and BLANK_END.search(one.text) else None


def _is_signed(pair: Pair) -> bool:
    """Whether two lines are a signature block's: at the right, or what stands under a typed signature."""
    one, two = pair.one, pair.two
    middle = pair.margins.left + 0.37 * pair.margins.width
    at_right = min(one.left, two.left) > middle and _share_left(pair)
    if at_right and not FRONT.match(two.text) and pair.gap < WIDEST_SIGNATURE * one.size:
        return True
    return bool(CONFORMED.match(one.text)) and abs(one.left - two.left) < 3 and pair.gap < 2 * one.size


def _share_left(pair: Pair) -> bool:
    """Whether two lines begin at one place, or one does with the line beyond the other: handwriting over a
    name may have left it its last word."""
    before, one, two, after = pair.before, pair.one, pair.two, pair.after
    lefts = [(one.left, two.left)]
    if after and after.page == two.page and one.left < two.left < one.end:
        lefts.append((one.left, after.left))
    if before and pair.tie is Tie.SET and two.left < one.left < two.end:
        lefts.append((before.left, two.left))
    return any(abs(left - other) < 14 for left, other in lefts)


def _is_listed(pair: Pair) -> bool:
    """Whether two lines name counsel, give e-mail addresses, or have labels of their own."""
    one, two, gap = pair.one, pair.two, pair.gap
    if COUNSEL.match(two.text) and pair.ended and gap < 2.6 * one.size:
        return True
    reached = REACHED.match(two.text) and (CITY.match(one.text) or REACHED.match(one.text))
    placed = STREET.match(two.text) or CITY.match(two.text) or reached
    if CITY.match(two.text) and STREET.match(one.text) and gap < 2.6 * one.size:
        return True
    if placed and pair.ended and abs(one.left - two.left) < FLUSH and gap < 2.6 * one.size:
        return True
    labelled = LABELLED.match(one.text) and LABELLED.match(two.text) and not FRONT.match(two.text)
    if labelled and pair.ended and gap < 1.9 * one.size:
        return True
    mailed = "@" in one.text and E_MAIL.search(one.text) and E_MAIL.search(two.text)
    return bool(mailed) and gap < WIDEST_LEADING * one.size
