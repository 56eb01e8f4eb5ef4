"""The standard order of the steps.

Characters first, for the patterns of all others are written in clean ones; then what never was the filing's
(stamps), what the paper prints (line numbers, heads, folios), the order of what is left, and last its lines.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator

from cleaners.blanks import find_blanks
from cleaners.captions import find_captions
from cleaners.characters import find_characters
from cleaners.checkboxes import find_checkboxes
from cleaners.columns_of_blanks import find_columns
from cleaners.confusions import find_confusions
from cleaners.document import Document
from cleaners.ecf_stamps import find_ecf_stamps
from cleaners.file_stamps import find_file_stamps
from cleaners.fillers import find_fillers
from cleaners.folios import find_folios
from cleaners.footnote_marks import find_footnote_marks
from cleaners.footnotes import find_footnotes
from cleaners.hyphens import find_hyphens
from cleaners.leaders import find_leaders
from cleaners.line_numbers import find_line_numbers
from cleaners.markup import find_markup
from cleaners.mojibake import find_mojibake
from cleaners.paragraphs import find_paragraphs
from cleaners.pieces import Edit
from cleaners.running_heads import find_running_heads
from cleaners.spacing import find_spacing

Finder = Callable[[Document], Iterator[Edit]]

STANDARD: dict[str, Finder] = {
    "mojibake": find_mojibake,
    "characters": find_characters,
    "markup": find_markup,
    "ECF stamps": find_ecf_stamps,
    "line numbers": find_line_numbers,
    "columns": find_columns,
    "file stamps": find_file_stamps,
    "running heads": find_running_heads,
    "folios": find_folios,
    "footnote marks": find_footnote_marks,
    "captions": find_captions,
    "fillers": find_fillers,
    "confusions": find_confusions,
    "footnotes": find_footnotes,
    "blanks": find_blanks,
    "spacing": find_spacing,
    "hyphens": find_hyphens,
    "leaders": find_leaders,
    "paragraphs": find_paragraphs,
    "checkboxes": find_checkboxes,
}
"""Every step by its name, in the standard order."""


def clean(text: str, *, leave_out: Collection[str] = ()) -> str:
    """The clean text of a filing that is known only as text.

    ``leave_out`` names steps of :data:`STANDARD` that are not to run; an unknown name raises ValueError.

    >>> clean("The motion is denied with-\\nout prejudice.  See Roe v. Doe,\\n793 F.2d 1072.\\n")
    'The motion is denied without prejudice. See Roe v. Doe, 793 F.2d 1072.\\n'
    """
    return clean_document(Document.from_text(text), leave_out=leave_out).text


def clean_document(document: Document, *, leave_out: Collection[str] = ()) -> Document:
    """The document after all steps; it still holds its source and what each step did."""
    if unknown := set(leave_out) - set(STANDARD):
        raise ValueError(f"no such step: {', '.join(sorted(unknown))}; the steps are: {', '.join(STANDARD)}")
    for name, find in STANDARD.items():
        if name not in leave_out:
            document = document.edited(find(document), by=name)
    return document
