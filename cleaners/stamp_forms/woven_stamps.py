"""The clerk's stamp in a text on one line: its parts among the first words, the caption's between them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cleaners.document import Document
from cleaners.patterns import pattern
from cleaners.stamp_forms.stamp_vocabulary import ANY_MONTH, CLOCK, MONTH, says_stamp
from cleaners.stamp_forms.stamp_words import COURT_OF_STAMP, spaced

FRONT = 1200
"""Characters at the beginning of the text; in the first quarter of them a stamp says what it is."""
SHORTEST = 60
"""Characters of a first line, at least: one that was run together of several."""

ANCHOR = pattern(rf"(?<![\w“\"-])(?:{spaced('FILED')}|{spaced('RECEIVED')}|{spaced('LODGED')})(?![\w:-])")
TITLE = pattern(
    r" *(?:UNDER|BY|WITH|PURSUANT|AGAINST|AS|CONCURRENTLY|SEPARATELY|HEREWITH|IN SUPPORT|ON BEHALF|"
    r"ON OR AFTER)\b"
)
"""``FILED UNDER SEAL`` says what a document is, ``FILED ON OR AFTER`` which orders may be cited (2d Cir.)."""

DATE = pattern(rf"(?<!\w)(?:{MONTH} \d{{1,2}},? \d{{4}}|\d{{4}} {MONTH} \d{{1,2}})(?: {CLOCK})?(?!\w)")
CLERK = pattern(
    r"(?<!\w)[A-Z][A-Z’'-]+ (?:[A-Z]\. )?[A-Z][A-Z’'-]+,? CLERK(?! OF THE)\b(?: OF COURT\b)?"
    r"|(?<!\w)CLERK,? U\. ?S\. DISTRICT COURT"
)
NUMBER = r"(?:Nos?\. [\d-]+ )?(?:Non-Argument Calendar )?"
APART = pattern(
    rf" {NUMBER}(?P<name>[A-Z]{{2,}}(?: [A-Z]\.)? [A-Z]{{2,}})[_ ]+{NUMBER}(?P<clerk>CLERK)(?!\w)"
)
"""The Eleventh Circuit's clerk, between whose name and title the caption goes on."""
CIRCUIT_OF_STAMP = pattern(r"(?<!THE) (?P<name>[A-Z]+ CIRCUIT)(?!\w)")
DEPUTY = pattern(r".{0,80}?\bDEPUTY(?: CLERK)?\b")
"""What a stamp ends with: its district, and a line for the deputy's name."""

COURT = "United States Court of Appeals"
CIRCUIT = r"[A-Z][a-z]+ Circuit"
SIGNED = pattern(
    rf"(?<!\w)(?P<date>{ANY_MONTH} \d{{1,2}}, \d{{4}}).{{1,60}}?"
    r"(?P<clerk>[A-Z][\w’'-]+ (?:[A-Z]\. )?[A-Z][\w’'-]+(?: (?:[JS]r\.|I{2,3}|IV))?,? Clerk(?: of Court)?)\b"
)
ABOVE = pattern(rf"(?<!\w)(?P<court>{COURT}) (?:[A-Z ]{{0,40}} )?(?P<circuit>{CIRCUIT}) \Z")
BELOW = pattern(rf" (?P<court>{COURT})(?!\w)(?:.{{0,40}}?[^\w](?P<circuit>{CIRCUIT})(?!\w))?")
"""The Fifth and the Tenth Circuit print their stamps in small letters, the court's name above the act or
below it; the caption has ``for the Fifth Circuit``, or capitals."""


WHOLE = pattern(
    rf"(?<!\w)(?:{COURT} {CIRCUIT} )?FILED (?=.{{0,120}}{ANY_MONTH}.? \d)"
    r"(?:.{3,120}? Clerk|CLERK.{3,120}? DEPUTY)(?: of Court| CLERK)?"
    rf"(?: {MONTH} \d{{1,2}} \d{{4}})?(?: [A-Z]{{2,3}}(?= (?:[A-Z][a-z]|\d)))?(?!\w)"
)
"""A stamp that nothing is woven into: one that was added to the page after its text comes out behind it."""
RECEIPT = pattern(
    r"Electronically (?:FILED|RECEIVED) by .{5,40}? of California,? County of .{3,20}? on \d\d/\d\d/\d{4} "
    rf"{CLOCK},? [A-Z][\w.]*(?: [A-Z][\w.]*){{1,3}}, Executive Officer/Clerk of (?:the )?Court, "
    r"[Bb]y:? [A-Z][\w.]*(?: [A-Z][\w.]*){0,2}, ?Deputy Clerk(?!\w)"
)
"""What the superior court of Los Angeles prints over a first page."""
_CALIFORNIAN = (
    r"Filed \d{1,2}/\d{1,2}/\d{2,4}(?:[;,] [a-z][^()]{2,60}?\d{1,2}/\d{1,2}/\d{2,4})?"
    r"(?: ?\([a-z][^()]{3,80}\)){0,3}(?: [A-Z][^\n]{2,60}? CA\d(?:/\d)?(?!\S))? "
)
_OPENS = r"(?:CERTIFIED FOR|NOT TO BE PUBLISHED|IN THE (?:SUPREME|COURT))"
OF_CALIFORNIA = pattern(rf"\s*{_CALIFORNIAN}(?=.{{0,80}}?{_OPENS})")
ATTACHED = pattern(rf"{_CALIFORNIAN}(?={_OPENS})")
"""What the courts of California print over an opinion's first page (``Filed 8/29/30; pub. order 9/26/30 (see
end of opn.)``, ``Filed 12/5/30 Roe v. Doe CA2/2``), and over that of one that an order has modified."""
REACH = 6000
"""Characters of a first page, or two."""


def find_woven_stamps(document: Document) -> Iterator[tuple[int, int]]:
    """The spans of a stamp's parts; none if the text keeps its lines or has boxes."""
    first = document.lines[0]
    if first.page.has_boxes or len(first.text) < SHORTEST:
        return
    head = first.text[:FRONT]
    for match in WHOLE.finditer(first.text, 0, REACH):
        if says_stamp(match[0]):
            yield match.span()
            return
    if receipt := RECEIPT.search(head):
        yield receipt.span()
        return
    if californian := OF_CALIFORNIA.match(head):
        yield californian.span()
        if attached := ATTACHED.search(first.text, californian.end(), REACH):
            yield attached.span()
        return
    anchor = ANCHOR.search(head)
    if not anchor or anchor.start() > FRONT / 4 or TITLE.match(head, anchor.end()):
        return
    parts = list(_in_capitals(head, anchor.end())) or list(_in_small_letters(head, anchor))
    if parts:
        yield anchor.span()
        yield from parts


def _in_capitals(head: str, after: int) -> Iterator[tuple[int, int]]:
    """The day and the clerk, the court and the deputy. The stamp's court is ``U.S.``, the caption's ``UNITED
    STATES``."""
    date, clerk = DATE.search(head, after), CLERK.search(head, after)
    if not date and not clerk:
        return
    apart = APART.match(head, date.end()) if date and not clerk else None
    court = COURT_OF_STAMP.search(head, after)
    circuit = CIRCUIT_OF_STAMP.search(head, court.end(), date.end()) if date and court else None
    deputy = DEPUTY.match(head, max(part.end() for part in (date, clerk) if part))
    signed = deputy if deputy and says_stamp(deputy[0]) else None
    yield from (part.span() for part in (date, clerk, court, signed) if part)
    if circuit:
        yield circuit.span("name")
    if apart:
        yield from (apart.span("name"), apart.span("clerk"))


def _in_small_letters(head: str, anchor: re.Match[str]) -> Iterator[tuple[int, int]]:
    """The day with the clerk's name near it, and the court's name beside the act."""
    signed = SIGNED.search(head, anchor.end())
    if not signed:
        return
    yield from (signed.span("date"), signed.span("clerk"))
    court = ABOVE.search(head, 0, anchor.start()) or BELOW.match(head, anchor.end(), signed.start())
    if court:
        yield from (span for span in (court.span("court"), court.span("circuit")) if span[0] >= 0)
