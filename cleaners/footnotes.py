"""Footnotes to the end: out of the middle of the sentence that runs on over the page, in their order."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cleaners.document import Document, Edit, cleaned
from cleaners.notes import find_notes

NOTE = re.compile(r"^[ \t]*\[\^[^\]\s]{1,4}\]:[^\n\f]*(?:\n(?![ \t]*\n|[ \t]*\[\^)[^\n\f]+)*", re.MULTILINE)
REASON = "footnote"


def move_footnotes(text: str) -> str:
    """Move notes (``[^1]: ...`` up to a blank line) to the end of the text.

    >>> move_footnotes("The order[^1] is\\n\\n[^1]: ECF No. 9.\\n\\fvacated.")
    'The order[^1] is\\n\\n\\n\\x0cvacated.\\n\\n[^1]: ECF No. 9.'
    """
    return cleaned(text, find_footnotes, by="footnotes")


def find_footnotes(document: Document) -> Iterator[Edit]:
    """Moves of the notes' lines to the document's end."""
    end = len(document.text)
    for note in find_notes(document):
        glue = "\n\n"
        for line in note.lines:
            yield Edit(line.start, line.end, glue, REASON, to=end)
            glue = "\n"
    for match in NOTE.finditer(document.text):
        if not document.pages[0].has_boxes:
            yield Edit(match.start(), match.end(), "\n\n", REASON, to=end)
