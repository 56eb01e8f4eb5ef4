"""The stamps of New York's state courts (NYSCEF) where lines were run together.

Over each page stand who filed it and when, the index number, the document's number and the day; at its foot
which page of how many it is. On a line of their own their forms are :mod:`cleaners.stamp_forms.ecf_forms`'s,
but for those that only what stands beside them tells: the index numbers of most counties (``EF31-3323``), the
foot, and the page's own number above the foot.
"""

from __future__ import annotations

from collections.abc import Iterator

from cleaners.patterns import pattern, starting

SIGN = "NYSCEF"

_DAY = r"\d{1,2}/\d{1,2}/(?:\d{4})?"
_INDEX = r"(?:[\w-]*/\d{4}[A-Z]?|[A-Z]{0,3}\d{2,4}-\d{2,6}|[A-Z]{1,3}\d{6,10})"
_FOOT = r"(?:(?P<own>\d{1,4})\s+(?=(?P=own) of ))?\d{1,4} of \d{1,4}"
_PIECE = (
    rf"(?:[\[(|]?FILED:? [A-Z][A-Z. ]{{2,25}} COUNTY CLERK (?:{_DAY}|\d{{10}})(?: \d{{1,2}}:\d\d)?"
    r"(?: [AP]M)?[\]|]?"
    rf"|INDEX NO\.? ?{_INDEX}|NYSCEF DOC\. NO\. \d{{1,4}}"
    rf"|RECEIVED NYSCEF:? {_DAY})"
)
STAMP = pattern(rf"(?<!\S)(?:{_FOOT} )?{_PIECE}(?: {_PIECE}){{1,3}}(?: |$)")
INDEX = pattern(rf"(?<!\S)INDEX NO\. {_INDEX}(?=[ \t]*\n\s*RECEIVED NYSCEF)")
FILED = pattern(r"FILED: [A-Z][A-Z. ]{2,25} COUNTY CLERK")
ABOVE, REACH = pattern(rf"(?<=[\n\f])[ \t]*(?P<foot>{_FOOT})\s*\Z"), 60
"""The foot of a page, on a line above the stamp of the next or the end; characters to look for it in."""
FOOT = pattern(r"(?<=[.?!:;,\w”\"] )\d{1,4} of (\d{1,4})\s*\Z")


def nyscef_spans(text: str) -> Iterator[tuple[int, int]]:
    """The spans of the stamps, the foot of the page before with each."""
    if SIGN not in text:
        return
    found = [match for match in STAMP.finditer(text) if SIGN in match[0]]
    yield from (match.span() for match in found)
    yield from (match.span() for match in starting(INDEX, text, "INDEX NO. "))
    for end in (*(match.start() for match in starting(FILED, text, "FILED: ")), len(text)):
        if above := ABOVE.search(text, max(0, end - REACH), end):
            yield above.span("foot")
    last = FOOT.search(text, max(0, len(text) - 80)) if found else None
    if last:
        yield last.span()
