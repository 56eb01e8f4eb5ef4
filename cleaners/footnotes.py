"""Footnotes to the end: out of the middle of the sentence that runs on over the page, in their order."""

from __future__ import annotations

from collections.abc import Iterator

from cleaners.document import Document, cleaned
from cleaners.line import Line
from cleaners.note_forms.bare_notes import find_bare_notes, folio_after
from cleaners.note_forms.notes import find_notes
from cleaners.pieces import Edit, apart

REASON = "footnote"


def move_footnotes(text: str) -> str:
    """Move notes (``[^1]: ...`` up to a blank line) to the end of the text.

    >>> move_footnotes("The order[^1] is\\n\\n[^1]: ECF No. 9.\\n\\fvacated.")
    'The order[^1] is\\n\\n\\n\\x0cvacated.\\n\\n[^1]: ECF No. 9.'
    """
    return cleaned(text, find_footnotes, by="footnotes")


def find_footnotes(document: Document) -> Iterator[Edit]:
    """Moves of the notes' lines to the document's end. In bare text two pages may claim a line: it is moved
    once, with the longer note."""
    yield from apart(_moves(document))


def _moves(document: Document) -> Iterator[Edit]:
    end = len(document.text)
    for note in [*find_notes(document), *find_bare_notes(document)]:
        glue = "\n\n"
        for line in note.lines:
            yield Edit(line.start, line.end, glue, REASON, to=end)
            glue = "\n"
            if not line.words and _is_flat(document, line):
                after = folio_after(document.text, line.end)
                yield Edit(line.end, after, reason="folio at the foot of the note's page")


def _is_flat(document: Document, line: Line) -> bool:
    """Whether text goes on after the note in the same line."""
    return line.end < len(document.text) and document.text[line.end] not in "\n\f"
