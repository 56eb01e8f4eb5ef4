"""Captions in bare text: two cells, parted by a column of marks, that a dump has run together line by line.

On pages with boxes the reading order already has each cell whole; here a column of ``)``, ``:``, ``|`` or
``]`` in line after line tells where the cells part or, where the lines are lost too, the form of what stands
in the right cell.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from cleaners.document import Document, cleaned
from cleaners.patterns import pattern
from cleaners.pieces import Edit, apart
from cleaners.reading_order.cell_marks import marked_runs
from cleaners.reading_order.cells import RIGHT_CELL
from cleaners.terms.front_matter import right_cell
from cleaners.terms.roles import ANSWERING

BESIDE_VERSUS = pattern(
    r"(?P<versus>\s*[vV]s?\.)\s+"
    r"(?P<number>(?:(?:Civil|Criminal|Civ\.|Crim\.|C\.A\.|Case|Docket)(?: Action)? )?(?:Case )?Nos?\.:? ?"
    r"\S*\d\S*(?: \([A-Z/]{2,6}\))*)\s*"
)
LAST_ROLE = pattern(rf"\s*{ANSWERING}[.,]?\s*", re.IGNORECASE)
MOST_PARTIES = 12
"""Lines of the parties below the ``v.``, at most."""


def order_captions(text: str) -> str:
    """Put the right cell of a caption after its left cell. The column of marks stays (``strip_fillers``
    deletes it).

    >>> print(order_captions(
    ...     "JANE ROE,              )\\n      Plaintiff,       )   No. 20-cv-1\\n  v.                   )\\n"
    ...     "ACME CORP.,            )   ORDER\\n      Defendant.       )\\n_______________________)"))
    JANE ROE,              )
          Plaintiff,       )
      v.                   )
    ACME CORP.,            )
          Defendant.       )
    _______________________)
    <BLANKLINE>
    No. 20-cv-1
    ORDER
    """
    return cleaned(text, find_captions, by="captions")


def find_captions(document: Document) -> Iterator[Edit]:
    """Moves of the right cells of captions on pages without boxes."""
    yield from apart([*_marked(document), *_beside_versus(document)])


def _beside_versus(document: Document) -> Iterator[Edit]:
    """The docket number that stands beside the ``v.`` where a dump has lost the blanks between the cells: it
    goes below the role that ends the parties."""
    lines = () if document.pages[0].has_boxes else document.lines
    for index, line in enumerate(lines):
        number = BESIDE_VERSUS.fullmatch(line.text) if line.text.lstrip()[:1] in ("v", "V") else None
        below = lines[index + 1 : index + 1 + MOST_PARTIES] if number else ()
        if number and (role := next((one for one in below if LAST_ROLE.fullmatch(one.text)), None)):
            start, stop = (line.start + at for at in number.span("number"))
            yield Edit(line.start + number.end("versus"), start, reason="blanks between cells")
            yield Edit(start, stop, "\n\n", RIGHT_CELL, to=role.end)
            if document.text[role.end : role.end + 1] == "\n":
                yield Edit(role.end, role.end + 1, "\n\n", "end of a caption")


def _marked(document: Document) -> Iterator[Edit]:
    if not document.pages[0].has_boxes and (strewn := right_cell(document.text)):
        items, end = strewn
        for number, (start, stop) in enumerate(items):
            glue = "\n" if number else "\n\n"
            yield Edit(start, stop, glue, RIGHT_CELL, to=end)
        if document.text[end : end + 1] == " ":
            yield Edit(end, end + 1, "\n\n", "end of a caption")
    for run in marked_runs(document.lines):
        end = run[-1][0].end
        glue = "\n\n"
        for line, match in run:
            right = line.text[match.end() :]
            if not right.strip():
                continue
            start = line.start + match.end() + len(right) - len(right.lstrip())
            stop = line.start + len(line.text.rstrip())
            yield Edit(line.start + match.end(), start, reason="blanks between cells")
            yield Edit(start, stop, glue, RIGHT_CELL, to=end)
            glue = "\n"
        if glue == "\n" and document.text[end : end + 1] == "\n":
            yield Edit(end, end + 1, "\n\n", "end of a caption")
