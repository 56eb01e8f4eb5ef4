"""What publishers print on filings: an address, a copyright line, a title over the first page; what the
Supreme Court's reporters print on each page of an argument."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cleaners.document import Document
from cleaners.page import LONGEST_LINE
from cleaners.patterns import pattern, places

Span = tuple[int, int]

THOMSON = r"© \d{4} Thomson Reuters\. No claim to original U\.S\. Government Works\."
ADDRESS = "Dockets.Justia.com"
LINE = pattern(rf"\s*(?:{re.escape(ADDRESS)}|WESTLAW|(?:WESTLAW\s+)?{THOMSON}(?:\s+\d{{1,3}})?)\s*")
AMID = pattern(rf"{ADDRESS[0]}(?<!\bat .)(?<!\bon .)(?<!\bfrom .)(?<!\bsee .){re.escape(ADDRESS[1:])}(?: |$)")
SIGNS = (ADDRESS, "WESTLAW", "Thomson Reuters")
"""One of these stands in each mark but the title."""

REVIEWED = "Official - Subject to Final Review"
"""The head of each page of an argument's transcript, as the Supreme Court puts it out on the same day."""
OFFICIAL = "Official"
"""The same later, and in some terms from the beginning."""
REPORTERS = ("Alderson Reporting Company", "Heritage Reporting Corporation")
"""Whose name stands at the foot of each, the folio on its line or above it; their address stands below it."""
BESIDE = pattern(r"(?<!\S)\d{1,3}(?: +|\n{1,2})\Z")


TITLE = pattern(
    r"\s*(?:[A-Z0-9][^\n]{1,120}? vs?\. \S[^\n]{1,120}?|In [Rr]e:? \S[^\n]{1,120}?)"
    r"\s+Doc\. \d{1,4}(?: Att\. \d{1,3})?(?!\S)[^\S\n]*"
)
"""``Roe v. Doe, Inc. et al     Doc. 26``: the case's title in mixed letters and the document's number, which
Justia prints over the first page."""
CAPTION, REACH = pattern(r"(?:DISTRICT|BANKRUPTCY) COURT"), 600
"""What stands below it, and within how many characters."""


def publishers_marks(document: Document) -> Iterator[Span]:
    """The spans of a publisher's marks: lines of their own, or words where lines were run together."""
    text = document.text
    for line in document.lines if any(sign in text for sign in SIGNS) else ():
        if LINE.fullmatch(line.text):
            yield line.start, line.end
        elif len(line.text) > LONGEST_LINE and ADDRESS in line.text:
            yield from (match.span() for match in AMID.finditer(text, line.start, line.end))
    official = (
        [line for line in document.lines if line.text.strip() == OFFICIAL] if _is_argument(text) else []
    )
    yield from ((line.start, line.end) for line in official)
    for sign in (REVIEWED, *REPORTERS) if official or REVIEWED in text else ():
        for at in places(text, sign):
            folio = None if sign == REVIEWED else BESIDE.search(text, max(0, at - 5), at)
            yield folio.start() if folio else at, at + len(sign)
    title = TITLE.match(text)
    if title and CAPTION.search(text, title.end(), title.end() + REACH):
        yield title.span()


def _is_argument(text: str) -> bool:
    return f"\n{OFFICIAL}" in f"\n{text}" and any(name in text for name in REPORTERS)
