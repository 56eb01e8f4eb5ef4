"""What pages are numbered with: folios, Bates numbers, the pages of exhibits."""

from __future__ import annotations

import re

from cleaners.line import Line
from cleaners.patterns import pattern

DEEPEST = 5
"""So many lines from the page's edge can belong to a running head or footer."""

FOLIO = pattern(
    r"[\W_]*(?:page|pg\.?|p\.)?\s*(?P<number>0{0,3}\d{1,4}|(?a:[ivxl]{1,7}))(?:\s*(?:of|/)\s*\d{1,4})?[\W_]*",
    re.IGNORECASE,
)
"""A line that is a printed page number and nothing else."""

BATES = pattern(
    r"(?=\S*[A-Z]{2})[A-Z][A-Z&_.]*(?:[-_ ][A-Z]+){0,3}[-_ ]{0,2}(?:0\d{3,9}|\d{6,10})"
    r"|[\w$]{6,9}-[\w]{4}-[\w]{4}-[\w]{4}-[\w]{12}|\d{2}-\d{5}\.\d{1,6}"
)
"""A prefix and a number filled up with zeros or of six figures and more; a transcript's identifier
(8-4-4-4-12 hexadecimal figures, which OCR misreads); or the page of a record on appeal, which the Fifth
Circuit has printed and cited as docket number and page (``31-30123.217``)."""

EXHIBIT = pattern(
    r"(?:(?:plaintiff|defendant|government|petitioner|respondent|joint|deposition|trial)[’']?s?[’']? )?"
    r"(?:exhibit|exh\.?|ex\.)\W{0,3}(?:\d{1,4}|[A-Z]{1,2})"
    r"(?:-\d{1,4}|\W{1,3}(?:page|pg\.?|p\.) ?\d{1,4}(?: of \d{1,4})?)",
    re.IGNORECASE,
)
"""``Exhibit 12 - Page 3``, ``EX. A-004``; ``Exhibit A`` alone is a title."""


def stamped_text(line: Line) -> str:
    """A line as Bates numbers and exhibit stickers are compared: without strokes and specks beside them."""
    return line.text.strip(" \t|.,;:_-–—")


def is_page_number(line: Line) -> bool:
    """Whether a line is a folio, a Bates number or an exhibit's page and nothing else."""
    text = stamped_text(line)
    return any(p.fullmatch(t) for p, t in ((FOLIO, line.text.strip()), (BATES, text), (EXHIBIT, text)))
