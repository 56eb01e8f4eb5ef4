r"""What offices print below a paper's last line for themselves: a firm's number for it, an edition's day.

``4812-1234-5678.1``, ``WEIL:\97313412\1``, ``01/19/2016 SCC``. They stand at the foot of one page or of
all, apart from the text or smaller, and prove themselves by their form.
"""

from __future__ import annotations

from collections.abc import Sequence
from statistics import median

from cleaners.line import Line
from cleaners.patterns import pattern

KEPT_UNDER = pattern(
    r"(?:[A-Z]{2,8}[ :_/-])?\d{4}-\d{4}-\d{4}(?:[.,v] ?v?\.?\d{1,2})?(?:[ \\/]\S+)?"
    r"|[A-Z][A-Z_]{1,11} ?[:/\\]\\? ?\d{6,9}(?:[.\\/_v-]\S*)?(?: [\d/.-]+)?"
    r"|(?:[A-Z][A-Z_]{1,11}[ -])?\d{7,9}(?:[._v]v?\d{1,2})(?:[\\/ -]\d[\d./-]*)?"
)
"""The forms of the programs that law firms keep their texts in."""

EDITION = pattern(r"(?:Rev(?:\.|ised)? ?)?\d{1,2}[-/]\d{1,2}[-/]\d{2,4}(?P<initials> [A-Z]{2,4})?")
FORM = pattern(
    r"(?:FORM|Form|[A-Z]{2,4})[ -][\dA-Z.-]{1,8}[A-Za-z]? "
    r"(?:\([Pp]\. ?\d{1,2}\)|\(?[Rr][Ee][Vv]\.? ?\d{1,2}/(?:\d{1,2}/)?\d{2,4}\)?)"
    r"(?:\s+[-–—]? ?\d{1,2} ?[-–—]?)?(?:\s+[A-Z][a-z]+ \d{4})?"
)
"""A form's number with its page or its edition (``Form 8 (p.1) July 2030``, ``VF-300 (Rev. 01/30)``)."""
SMALLER = 0.9
"""A day alone is an edition's if its type is at most this share of the page's."""

APART = 1.5
"""Gap to type size between the text and what stands below it."""


def is_kept_under(text: str) -> bool:
    """Whether a line is nothing but the number under which a firm keeps the text.

    >>> [is_kept_under(line) for line in ("4812-1234-5678.1", "DOCS_DE:227321.1 12345/001", "555-555-0100")]
    [True, True, False]
    """
    return KEPT_UNDER.fullmatch(text) is not None


def is_edition(line: Line, lines: Sequence[Line]) -> bool:
    """Whether the last line of a page is the day of an opinion's or a form's edition: apart from the text,
    and in smaller type or with initials or the form's number; a signature's day stands beside it."""
    text = line.text.strip()
    edition, form = EDITION.fullmatch(text), FORM.fullmatch(text)
    if not (edition or form):
        return False
    above = [other for other in lines if other.words and line.words and other.top < line.top]
    if not above:
        return False
    apart = line.top - max(other.bottom for other in above) > APART * line.size
    small = line.size <= SMALLER * median(other.size for other in above)
    told = form is not None or (edition is not None and edition["initials"] is not None)
    return apart and (small or told)
