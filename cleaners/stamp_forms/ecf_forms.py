"""The forms of the line that electronic filing systems print, and what it says.

CM/ECF's is a head, a docket number and fields, in the order that each court sets up; those of the states'
systems have a wording of their own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from heapq import merge
from typing import NamedTuple

from cleaners.patterns import pattern, places

DOCKET = (
    r"[M\d](?:(?<=M)DL No\. \d{2,4}"
    r"|(?<=\d)\d?[:-]\d{2}-(?:[A-Za-z]{2,4}-)?\d{3,6}(?:-?[A-Za-z]{1,5}\b|-\d{1,3}\b)*"
    r"|(?<=\d):\d{2}-(?:cv|cr|bk|mc|md|ap|mj)\b(?= (?:[A-Z]{2,4} )?Doc)"
    r"|(?<=\d)\d-\d{1,6}(?:-[A-Za-z]{1,5}\d{0,2}\b)*)"
)
HEAD = (
    r"(?:USCA(?:DC|\d{1,2})? |Appellate |Adv\. |USDC [A-Z]{2}/[A-Z]{2} )?"
    r"(?:BAP Appeal No\.|(?:[A-Z]?[Aa][Ss5][Ee]|Cage|Appeal)(?: ?#| ?:)? ?#?)"
)
DAY = r"\d{1,2}/\d{1,2}/(?:\d{4}|\d{2})"
TIME = r"(?: \d{1,2}:\d{2}(?::\d{2})?(?: ?[AaPp]\.?[Mm]\b\.?)?)?"
DESCRIBED = r"(?:[ \t]+[^\n]{1,60}?\n?[^\n]{0,60}?(?=[ \t](?:Page|Pg) \d+ of \d))?"
"""Bankruptcy courts print what the attachment is between the hour and the page."""
FIELDS = {
    "document": r"(?:Document|Documents|Doc\.?|ECF No\.|document|DOCUMENT|DOC|Dkt\.?|Docket(?= No)"
    r"|Entry Number)(?: ?#| ?No\.)? ?:? ?(?:\d+(?:[-.]\d+)*|(?= *Filed ))",
    "filed": r"(?:Date )?(?:Filed|FILED|filed|Ent(?:ered|\.)|ENTERED)"
    r"(?: (?:in|on)(?: [A-Z]{2,6})?(?: Docket| on)?)?"
    rf" ?:? ?{DAY}(?: \d\d:\d\d:\d\d{DESCRIBED}|{TIME}(?: in [A-Z]{{2,6}})?)",
    "day": rf"(?<= ){DAY}(?=,|\s+Page \d+ of \d)",
    "page": r"(?:Pages?|page|PAGE|Pg)\.? ?:? ?\d+(?: ?of\s?\d+)?|\d+ of \d+(?=\s+Page ?ID)",
    "page id": r"Page ?ID ?\.?(?:#|No\.)? ?:? ?(?:#:? ?)?(?:\d+|<pageID>)?|PAGEID ?#? ?:? ?\d+|#:\d+",
    "entry": r"(?:Entry )?ID: ?\d+|DktEntry: ?[\d.-]+|(?<=, )\d{5,8}(?=, ?Page)",
    "description": r"Desc\b(?: (?:Main\b(?: Document)?|Exhibit\b(?: \w{1,3}\b)?|Imaged\b))?|Main Document"
    r"|USDC (?:Colorado|Kansas|Minnesota|[A-Z]{2}/[A-Z]{2})|Certificate of Notice|RESTRICTED|SEALED",
}
FIELD = "|".join(f"(?:{form})" for form in FIELDS.values())
PAGE, DOCUMENT = pattern(FIELDS["page"]), pattern(FIELDS["document"])
GAP = r"[ \t]*,?[ \t]*\n?[ \t]*"
# A stamp as it is printed, read rightly: head and docket number (New York's bankruptcy court leaves the
# head out), then fields. `Case No.` and a date in words are how people cite, and do not match. What it is
# looked for by is the docket number, and that by its hyphen: a head may begin with any letter.
DOCKETED = pattern(rf"{DOCKET}(?:{GAP}(?:{FIELD})(?!\w))+")
HYPHEN, FIRST_PART = pattern(r"-(?<=\d-)[\da-z]"), 5
"""A docket number's first hyphen, and so many characters before it at most."""
BEFORE_DOCKET = pattern(rf"(?:(?<!\w){HEAD} *|(?<![\w/:.-]))\Z")
_CASE = r"(?:Case)?\d:\d\d-[a-z]{2}-\d{3,6}(?:-[A-Z]{2,4}(?![a-z]))*(?:(?:-[A-Z]{2,4})?Doc(?:ument)?)?"
SCATTERED = pattern(
    rf"(?<!\S)(?:(?:{_CASE}|Case|Doc(?:ument)?|Filed|Entered|Page|Pg|ID|PageID|of|Desc|Main|{DAY}"
    r"|\d\d:\d\d:\d\d|#?:?\d{1,6})(?:\s+|\Z))++"
)
"""What two stamps printed over one another leave where a dump sets each of their pieces by itself."""
WIDEST_HEAD = 80
"""Characters from a head to its docket number at most, blanks and all."""

CHANCERY = r"Case No\. \d{4}-\d{4}-[A-Z]+"
STATE = pattern(
    rf"(?m)^[ \t]*(?:NYSCEF DOC\. NO\. \d+[ \t]*(?:RECEIVED NYSCEF: {DAY})?"
    rf"|RECEIVED NYSCEF: {DAY}|INDEX NO\. \d+/\d{{4}}"
    rf"|FILED: [A-Z\d -]{{4,40}} (?:COUNTY CLERK|DEPT\.?) {DAY}{TIME}(?:[ \t]+(?:INDEX NO\. )?[\w/-]+)?"
    rf"|\[?Electronically (?:FILED|RECEIVED) by (?:the )?Superior Court[^\n]{{0,200}}"
    rf"|FILED DATE: {DAY}{TIME}[ \t]+\w+|Filing ?# ?\d+ E-Filed {DAY}{TIME}"
    rf"|E-?Filed: +[A-Z][a-z]{{2}} \d{{1,2}} \d{{4}}[^\n]{{0,80}}"
    rf"|E-FILED; [A-Z][\w.’' -]{{2,40}} Court|Docket: {DAY}{TIME}; Submission: {DAY}{TIME}"
    rf"|Transaction ID \d{{8}}(?:[ \t]*\n[ \t]*{CHANCERY})?"
    rf"|Received {DAY}{TIME}[ap]?m?[ \t]+Filed {DAY}|SERVED (?:{DAY}|[A-Z][a-z]{{2}} \d\d \d{{4}})"
    rf"|[A-Z]{{3}}-[A-Z]{{1,2}}-\d{{6}}-\d\d[ \t]+{DAY}{TIME}[ \t]+Pg \d+ of \d+[ \t]+Trans ID: \w+"
    rf"|{DOCKET}[ \t]+# ?\d+(?:-\d+)?[ \t]+(?:Filed: {DAY}[ \t]+)?Page \d+ of \d+)[ \t]*$"
)


class EcfStamp(NamedTuple):
    """What a stamp says; None where it does not say it or was misread. ``filed`` is an ISO date."""

    docket_number: str
    document: str | None
    filed: str | None
    page: int | None
    pages: int | None


def stamp_spans(text: str) -> Iterator[tuple[int, int]]:
    """Where stamps may stand: a docket number with fields behind it, and its head, if it has one."""
    end = 0
    for start in _docket_starts(text):
        match = DOCKETED.match(text, start) if start >= end else None
        head = BEFORE_DOCKET.search(text, max(end, start - WIDEST_HEAD), start) if match else None
        if match and head:
            end = _end(text, match)
            yield head.start(), end


def _docket_starts(text: str) -> Iterator[int]:
    """Where docket numbers may begin, in order: as far before a hyphen behind a figure as its first part is
    long, or at the letters of a multidistrict one."""
    hyphens = (match.start() for match in HYPHEN.finditer(text))
    last = 0
    for at in merge(hyphens, places(text, "MDL No. ")):
        yield from (at,) if text[at] == "M" else range(max(last, at - FIRST_PART), at)
        last = at + 1


def _end(text: str, stamp: re.Match[str]) -> int:
    """Where a stamp ends: none names its document behind its page, but the text below it may begin with
    ``Dkt. No. 41``."""
    page = PAGE.search(text, stamp.start(), stamp.end())
    cited = DOCUMENT.search(text, page.end(), stamp.end()) if page else None
    return stamp.start() + len(text[stamp.start() : cited.start()].rstrip()) if cited else stamp.end()


def read_ecf_stamp(text: str) -> EcfStamp | None:
    """What the first stamp in ``text`` says, or None if there is none that can be read.

    >>> read_ecf_stamp("Case 2:15-cv-00208-TLN Document 209 Filed 04/22/20 Page 1 of 5")
    EcfStamp(docket_number='2:15-cv-00208-TLN', document='209', filed='2020-04-22', page=1, pages=5)
    """
    text = " ".join(text.split())
    found = next((own for span in stamp_spans(text) if is_stamp(own := text[slice(*span)])), "")
    docket = re.search(DOCKET, found)
    if not docket:
        return None
    rest = found[docket.end() :]
    named = r"(?:doc(?:ument)?s?\.?|docket(?= no)|ecf no\.)"
    number = re.search(rf"(?i){named}(?: ?#| ?no\.)? ?:? ?(\d+(?:[-.]\d+)*)", rest)
    filed = re.search(rf"(?i)(?:(?:filed|entered on)\D{{0,20}}|(?<=, )|(?<=\d ))({DAY})", rest)
    page = re.search(r"(?i)(?:pages?|pg)\.? ?:? ?(\d+)(?: ?of ?(\d+))?", rest)
    page = page or re.search(r"(?i)(\d+) of (\d+)(?= page ?id)", rest)
    return EcfStamp(
        docket[0],
        number[1] if number else None,
        _iso(filed[1]) if filed else None,
        int(page[1]) if page else None,
        int(page[2]) if page and page[2] else None,
    )


def _iso(day: str) -> str | None:
    month, number, year = (int(part) for part in day.split("/"))
    try:
        return date(year + (2000 if year < 70 else 1900) if year < 100 else year, month, number).isoformat()
    except ValueError:
        return None


def is_stamp(text: str) -> bool:
    """Whether what matched says enough: a document or entry, a date and a page, or two of them and a head."""
    kinds = {kind for kind, form in FIELDS.items() if re.search(form, text)}
    wanted = len(kinds & {"document", "filed", "page", "page id", "entry", "day"})
    return wanted >= (2 if re.match(HEAD, text) else 3)
