"""The stamps of a cleaned filing read back from what was taken out, those printed over one another apart.

A document that was filed twice bears two stamps in one place. The words of each are set in one type on one
line, and two systems never hit the same height to a hundredth of a point.
"""

from __future__ import annotations

from collections.abc import Iterator

from cleaners.document import Document
from cleaners.page import Word
from cleaners.pieces import Piece
from cleaners.stamp_forms.ecf_forms import EcfStamp, read_ecf_stamp


def read_stamps(document: Document) -> list[EcfStamp]:
    """What the ECF stamps say, in the order of the pages."""
    return [
        stamp for start, end in removed_spans(document, "ECF stamps") for stamp in _read(document, start, end)
    ]


def removed_spans(document: Document, step: str) -> Iterator[tuple[int, int]]:
    """The spans of the source that a step took out, whole runs."""
    run: list[Piece] = []
    for piece in (*document.pieces, Piece("", 0, 0)):
        if piece.by and piece.by[-1] == step and not piece.text:
            run.append(piece)
        elif run:
            yield run[0].start, run[-1].end
            run = []


def _read(document: Document, start: int, end: int) -> Iterator[EcfStamp]:
    lines: dict[tuple[float, float], list[Word]] = {}
    for word in document.words_of(start, end):
        lines.setdefault((round(word.top, 2), round(word.bottom, 2)), []).append(word)
    apart = [stamp for words in lines.values() if (stamp := read_ecf_stamp(_text(document, words)))]
    if len(apart) > 1:
        yield from apart
    elif stamp := read_ecf_stamp(document.source[start:end]) or (apart[0] if apart else None):
        yield stamp


def _text(document: Document, words: list[Word]) -> str:
    return " ".join(document.source[w.start : w.end] for w in sorted(words, key=lambda w: w.left))
