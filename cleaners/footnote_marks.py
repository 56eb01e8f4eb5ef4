"""Footnote markers: the raised number or symbol in the body and before the note, written ``[^1]``."""

from __future__ import annotations

from collections.abc import Iterator

from cleaners.document import Document, cleaned
from cleaners.note_forms.bare_notes import find_bare_notes, stub_gap
from cleaners.note_forms.note_calls import find_calls
from cleaners.note_forms.note_openings import CONTINUED, LABEL
from cleaners.note_forms.notes import find_notes
from cleaners.patterns import pattern
from cleaners.pieces import Edit, apart

REASON = "footnote marker"

SUPERSCRIPTS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
IN_TEXT = pattern(r"[⁰¹²³⁴⁵⁶⁷⁸⁹](?<=[\w.,;:!?”\"’)\]].)[⁰¹²³⁴⁵⁶⁷⁸⁹]{0,2}")


def normalize_footnote_marks(text: str) -> str:
    """Write footnote markers as ``[^1]``: Unicode's superscript digits, and a number glued to its sentence
    where its page has a note of that number.

    >>> normalize_footnote_marks("read in chambers.¹ (ECF No. 9.)")
    'read in chambers.[^1] (ECF No. 9.)'
    >>> normalize_footnote_marks("The order stands.1\\n\\n______\\n1 The clerk agrees.")
    'The order stands.[^1]\\n\\n______\\n[^1]: The clerk agrees.'

    The label is the marker as printed. Where numbering starts again (an attached order, an exhibit, a
    dissent) or a symbol is used again, a letter makes it the filing's only one: ``[^1b]``, ``[^*c]``.

    Left alone: an area, a power that stands off, a fraction.

    >>> normalize_footnote_marks("1½ miles")
    '1½ miles'
    """
    return cleaned(text, find_footnote_marks, by="footnote marks")


def find_footnote_marks(document: Document) -> Iterator[Edit]:
    """The markers of the notes, and in the body of each note's page the marker that calls it."""
    yield from apart(_found(document))


def _found(document: Document) -> Iterator[Edit]:
    notes = [*find_notes(document), *find_bare_notes(document)]
    for note in notes:
        if note.marker and not LABEL.match(document.text[slice(*note.marker)]):
            start, end = note.marker
            blank = len(document.text[end : end + 8]) - len(document.text[end : end + 8].lstrip(" .\t"))
            yield Edit(start, end + blank, f"[^{note.label}]: ", REASON)
        if note.number:
            yield Edit(*note.number, "", REASON)
        elif gap := stub_gap(note):
            alone = note.marker is not None and not document.text[note.marker[1] : gap[0]].strip()
            yield Edit(*gap, "" if alone else " ", "line end after a footnote's marker")
        for line in note.lines[1:]:
            if CONTINUED.fullmatch(line.text.strip()):
                yield Edit(line.start, line.end, reason="notice that a footnote continues")
    calls = {span: note.label for note, span in find_calls(document, notes)}  # two notes of one mark share it
    for span, label in calls.items():
        yield Edit(*span, f"[^{label}]", REASON)
    for line in document.lines if any(chr(raised) in document.text for raised in SUPERSCRIPTS) else ():
        if not line.words:
            for match in IN_TEXT.finditer(line.text):
                start, end = (line.start + offset for offset in match.span())
                yield Edit(start, end, f"[^{match[0].translate(SUPERSCRIPTS)}]", REASON)
