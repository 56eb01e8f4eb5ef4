"""Names in the margins of bare text: they stand wherever a dump has put them, at no edge of the page.

The Northern District of California sets its name sideways beside the line numbers of its orders.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from cleaners.document import Document
from cleaners.line import Line
from cleaners.patterns import pattern

COURT = "United States District Court"
DISTRICT = pattern(r"(?:[Ff]or the )?(?:[A-Z][a-z]+ )?District of [A-Z][A-Za-z ]{3,20}")
FEWEST = 2
"""Pages, or places, on which the court's name so stands; once it may be a caption's. None says the district
first, as a dump does that reads the outer line first."""


def margin_names(document: Document) -> Iterator[Line]:
    """The lines without boxes that are such a name, if the text names the court in capitals too, as the
    caption does."""
    if COURT not in document.text:
        return
    near = [(one, two) for one, two in pairwise(document.lines) if COURT in one.text or COURT in two.text]
    pairs = [(one, two) for one, two in near if _is_court(one, two) or _is_court(two, one)]
    turned = any(COURT in two.text for _, two in pairs)
    if (turned or len(pairs) >= FEWEST) and any(_ends_in_capitals(line) for line in document.lines):
        for one, two in pairs:
            yield from (one, two)


def _is_court(one: Line, two: Line) -> bool:
    bare = not (one.page.has_boxes or two.page.has_boxes)
    return bare and one.text.strip() == COURT and DISTRICT.fullmatch(two.text.strip()) is not None


def _ends_in_capitals(line: Line) -> bool:
    return not line.page.has_boxes and line.text.rstrip().endswith(COURT.upper())
