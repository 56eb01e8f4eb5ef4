"""Footnote markers: the raised number or symbol in the body and before the note, written ``[^1]``."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cleaners.document import Document, Edit, Line, Word, cleaned
from cleaners.notes import LABEL, RAISED, SYMBOL, Note, find_notes

REASON = "footnote marker"

GLUED = re.compile(r"(?P<before>.*?[a-z.,;:!?”\"’')\]])(?P<mark>\d{1,3}|\*{1,4}|[†‡]{1,2})$")
MISREAD_END = re.compile(r"(?P<before>.*[.,;:!?”\")\]])(?P<mark>['’‘!?°*\"]|\d)$")
"""A raised number at the end of a word as Tesseract reads it: ``1.'`` for ``1.`` and a raised 1."""

SUPERSCRIPTS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
IN_TEXT = re.compile(r"(?<=[\w.,;:!?”\"’)\]])[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3}")


def normalize_footnote_marks(text: str) -> str:
    """Write footnote markers as ``[^1]``. In bare text only Unicode's superscript digits show one.

    >>> normalize_footnote_marks("for in-camera review.¹ (ECF No. 206.)")
    'for in-camera review.[^1] (ECF No. 206.)'

    Left alone: an area, a power that stands off, a fraction.

    >>> normalize_footnote_marks("1½ miles")
    '1½ miles'
    """
    return cleaned(text, find_footnote_marks, by="footnote marks")


def find_footnote_marks(document: Document) -> Iterator[Edit]:
    """The markers of the notes, and in the body of each note's page the marker that calls it."""
    notes = find_notes(document)
    for note in notes:
        if note.marker and not LABEL.match(document.text[slice(*note.marker)]):
            start, end = note.marker
            gap = len(document.text[end : end + 8]) - len(document.text[end : end + 8].lstrip(" .\t"))
            yield Edit(start, end + gap, f"[^{note.label}]: ", REASON)
    in_notes = {line.start for note in notes for line in note.lines}
    pages: dict[int, list[Line]] = {}
    for line in document.lines:
        if line.words and line.start not in in_notes:
            pages.setdefault(line.page.number, []).append(line)
    after = -1
    for note in notes:
        found = _call(note, pages.get(note.page, []), after)
        if found:
            yield Edit(*found, f"[^{note.label}]", REASON)
            after = found[1]
    for line in document.lines:
        if not line.words:
            for match in IN_TEXT.finditer(line.text):
                start, end = (line.start + offset for offset in match.span())
                yield Edit(start, end, f"[^{match[0].translate(SUPERSCRIPTS)}]", REASON)


def _call(note: Note, lines: list[Line], after: int) -> tuple[int, int] | None:
    """The span in the body that calls a note: the first, in reading order after the last note's, of the best
    kind of evidence."""
    for kind in (_raised, _glued, _misread):
        for line in lines:
            for index, word in enumerate(line.words):
                span = kind(note, line, index, word)
                if span and (span[0] > after or note.label in "****"):
                    return span
    return None


def _text(line: Line, word: Word) -> str:
    return line.text[word.start - line.start : word.end - line.start]


def _raised(note: Note, line: Line, index: int, word: Word) -> tuple[int, int] | None:
    """A word of its own, smaller than its line and above its base."""
    text = _text(line, word)
    if text != note.label or index == 0 or len(line.words) < 2:
        return None
    before = line.words[index - 1]
    symbol = SYMBOL.fullmatch(text) is not None
    if not symbol and not (word.height < RAISED * line.size and word.bottom < before.bottom):
        return None
    return before.end, word.end


def _glued(note: Note, line: Line, index: int, word: Word) -> tuple[int, int] | None:
    match = GLUED.fullmatch(_text(line, word))
    if not match or match["mark"] != note.label or re.search(r"\d\.$|^[\W\d]*$", match["before"]):
        return None
    return word.start + match.start("mark"), word.end


def _misread(note: Note, line: Line, index: int, word: Word) -> tuple[int, int] | None:
    """The end of a sentence or a clause that bears one stroke too many."""
    if line.page.method != "ocr" or not note.label.isdigit():
        return None
    text = _text(line, word)
    match = MISREAD_END.fullmatch(text)
    if not match or (match["mark"] in "’'\"" and re.search(r"[‘'\"“]", text[:-1])):
        return None
    if match["mark"].isdigit() and not re.search(r"[A-Za-z]\W$|\d\.$", match["before"]):
        return None
    return word.start + match.start("mark"), word.end
