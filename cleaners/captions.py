"""Captions in bare text: two cells, parted by a column of marks, that a dump has run together line by line.

On pages with boxes the reading order already has each cell whole; here a column of ``)``, ``:``, ``|`` or
``]`` in line after line tells where the cells part or, where the lines are lost too, the form of what stands
in the right cell.
"""

from __future__ import annotations

from collections.abc import Iterator

from cleaners.document import Document, cleaned
from cleaners.pieces import Edit
from cleaners.reading_order.cells import marked_runs
from cleaners.terms.front_matter import right_cell


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
    if not document.pages[0].has_boxes and (strewn := right_cell(document.text)):
        items, end = strewn
        for number, (start, stop) in enumerate(items):
            glue = "\n" if number else "\n\n"
            yield Edit(start, stop, glue, "right cell of a caption", to=end)
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
            yield Edit(start, stop, glue, "right cell of a caption", to=end)
            glue = "\n"
