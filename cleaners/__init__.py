"""Clean court filings: text and geometry in, clean text and a record of every change out.

>>> from cleaners import strip_line_numbers, clean
>>> clean("The motion is denied with-\\nout prejudice.\\n")
'The motion is denied without prejudice.\\n'

A name is loaded when it is first asked for: whoever wants one step, or one type, waits for no other.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from cleaners.blanks import normalize_blanks
    from cleaners.captions import order_captions
    from cleaners.characters import normalize_characters
    from cleaners.checkboxes import strip_checkboxes
    from cleaners.columns_of_blanks import order_columns
    from cleaners.confusions import fix_confusions
    from cleaners.document import Document
    from cleaners.ecf_stamps import strip_ecf_stamps
    from cleaners.file_stamps import strip_file_stamps
    from cleaners.fillers import strip_fillers
    from cleaners.findings.facts import CaseFacts, case_facts
    from cleaners.folios import strip_folios
    from cleaners.footnote_marks import normalize_footnote_marks
    from cleaners.footnotes import move_footnotes
    from cleaners.hyphens import rejoin_hyphens
    from cleaners.leaders import join_entries
    from cleaners.line import Line
    from cleaners.line_numbers import strip_line_numbers
    from cleaners.markup import normalize_markup
    from cleaners.mojibake import fix_mojibake
    from cleaners.page import Page, Rule, Token, Word
    from cleaners.page_edges.page_folios import printed_folios
    from cleaners.paragraphs import join_lines
    from cleaners.pieces import Edit, Piece
    from cleaners.reading_order.layout import Sheet, read_in_order
    from cleaners.running_heads import strip_running_heads
    from cleaners.spacing import repair_spacing
    from cleaners.standard import STANDARD, clean, clean_document

__all__ = [
    "STANDARD",
    "CaseFacts",
    "Document",
    "Edit",
    "Line",
    "Page",
    "Piece",
    "Rule",
    "Sheet",
    "Token",
    "Word",
    "case_facts",
    "clean",
    "clean_document",
    "fix_confusions",
    "fix_mojibake",
    "join_entries",
    "join_lines",
    "move_footnotes",
    "normalize_blanks",
    "normalize_characters",
    "normalize_footnote_marks",
    "normalize_markup",
    "order_captions",
    "order_columns",
    "printed_folios",
    "read_in_order",
    "rejoin_hyphens",
    "repair_spacing",
    "strip_checkboxes",
    "strip_ecf_stamps",
    "strip_file_stamps",
    "strip_fillers",
    "strip_folios",
    "strip_line_numbers",
    "strip_running_heads",
]

_HOMES = {
    "CaseFacts": "findings.facts",
    "Document": "document",
    "Edit": "pieces",
    "Line": "line",
    "Page": "page",
    "Piece": "pieces",
    "Rule": "page",
    "STANDARD": "standard",
    "Sheet": "reading_order.layout",
    "Token": "page",
    "Word": "page",
    "case_facts": "findings.facts",
    "clean": "standard",
    "clean_document": "standard",
    "fix_confusions": "confusions",
    "fix_mojibake": "mojibake",
    "join_entries": "leaders",
    "join_lines": "paragraphs",
    "move_footnotes": "footnotes",
    "normalize_blanks": "blanks",
    "normalize_characters": "characters",
    "normalize_footnote_marks": "footnote_marks",
    "normalize_markup": "markup",
    "order_captions": "captions",
    "order_columns": "columns_of_blanks",
    "printed_folios": "page_edges.page_folios",
    "read_in_order": "reading_order.layout",
    "rejoin_hyphens": "hyphens",
    "repair_spacing": "spacing",
    "strip_checkboxes": "checkboxes",
    "strip_ecf_stamps": "ecf_stamps",
    "strip_file_stamps": "file_stamps",
    "strip_fillers": "fillers",
    "strip_folios": "folios",
    "strip_line_numbers": "line_numbers",
    "strip_running_heads": "running_heads",
}
"""The module of each name."""


def __getattr__(name: str) -> Any:  # noqa: ANN401 - PEP 562's signature
    if name in _HOMES:
        return getattr(import_module(f"cleaners.{_HOMES[name]}"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
