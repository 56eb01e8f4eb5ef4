"""The number of a court's form in the corner of its page: ``Form 8`` beside ``FORM 8. Entry of Appearance``.

The Federal Circuit prints it so on all its forms (Federal Circuit Rules of Practice, appendix of forms), of
late with the page and the edition below: ``Form 8A (p.1)``, ``July 2020``. A form of one page has it once, so
that nothing repeats it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from cleaners.line import Line
from cleaners.patterns import pattern
from cleaners.terms.months import MONTH

CORNER = r"Form (?P<corner>\d+[A-Z]?)(?: ?\(p\. ?\d+\))?"
TITLE = pattern(rf"\s*FORM (?P<title>\d+[A-Z]?)\. .*?(?P<rest>\s+{CORNER})?\s*")
ALONE = pattern(rf"(?P<rest>\s*{CORNER})\s*")
EDITION = pattern(rf"\s*{MONTH} \d{{4}}\s*")
MOST = 5
"""Lines at a page's top among which they stand."""


def form_numbers(top: Sequence[Line]) -> Iterator[tuple[int, int]]:
    """Spans of the number in the corner and of its edition among the lines at a page's ``top``, if the form's
    title there has the same number."""
    lines = top[:MOST]
    title = next((found for line in lines if (found := TITLE.fullmatch(line.text))), None)
    if title is None:
        return
    for n, line in enumerate(lines):
        found = ALONE.fullmatch(line.text) or TITLE.fullmatch(line.text)
        if found is None or found["corner"] != title["title"]:
            continue
        yield line.start + found.start("rest"), line.end
        if n + 1 < len(lines) and EDITION.fullmatch(lines[n + 1].text):
            yield lines[n + 1].start, lines[n + 1].end
