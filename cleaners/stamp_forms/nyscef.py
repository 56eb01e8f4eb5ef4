"""The stamps of New York's state courts (NYSCEF) where lines were run together.

Over each page stand who filed it and when, the index number, the document's number and the day; at its foot
which page of how many it is. On a line of their own their forms are :mod:`cleaners.stamp_forms.ecf_forms`'s.
"""

from __future__ import annotations

from collections.abc import Iterator

from cleaners.patterns import pattern

SIGN = "NYSCEF"

_DAY = r"\d{1,2}/\d{1,2}/(?:\d{4})?"
_PIECE = (
    rf"(?:[\[|]?FILED:? [A-Z][A-Z. ]{{2,25}} COUNTY CLERK {_DAY}(?: \d{{1,2}}:\d\d)?(?: [AP]M)?[\]|]?"
    r"|INDEX NO\.? ?[\w-]*/\d{4}|NYSCEF DOC\. NO\. \d{1,4}"
    rf"|RECEIVED NYSCEF:? {_DAY})"
)
STAMP = pattern(rf"(?<!\S)(?:\d{{1,4}} of \d{{1,4}} )?{_PIECE}(?: {_PIECE}){{1,3}}(?: |$)")
FOOT = pattern(r"(?<=[.?!:;,\w”\"] )\d{1,4} of (\d{1,4})\s*\Z")


def nyscef_spans(text: str) -> Iterator[tuple[int, int]]:
    """The spans of the stamps, the foot of the page before with each."""
    if SIGN not in text:
        return
    found = [match for match in STAMP.finditer(text) if SIGN in match[0]]
    yield from (match.span() for match in found)
    last = FOOT.search(text, max(0, len(text) - 80)) if found else None
    if last:
        yield last.span()
