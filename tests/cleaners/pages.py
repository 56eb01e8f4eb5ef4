"""Pages set by hand: words in 6-point steps from a left edge, as a reader would hand them over."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from cleaners.document import Document
from cleaners.page import Rule, Token
from cleaners.paragraphs import find_paragraphs
from cleaners.pieces import Edit
from cleaners.reading_order.layout import Sheet, read_in_order

Run = tuple[float, float, str]
"""Left edge, middle of the line, text; both in points."""


def tokens(*runs: Run, size: float = 12.0, confidence: float = 1.0) -> list[Token]:
    made = []
    for left, middle, text in runs:
        at = left
        for word in text.split(" "):
            right = at + 6 * len(word)
            made.append(Token(word, at, middle - size / 2, right, middle + size / 2, confidence))
            at = right + 4
    return made


def numbers(last: int, *, pitch: float = 24.0, first_at: float = 80.0, right: float = 86.0) -> list[Run]:
    """A margin column flush right."""
    return [(right - 6 * len(str(n)), first_at + pitch * (n - 1), str(n)) for n in range(1, last + 1)]


def document(*pages: Sequence[Token], rules: Sequence[Rule] = ()) -> Document:
    return read_in_order(
        Sheet(number, 612.0, 792.0, page, tuple(rules)) for number, page in enumerate(pages, 1)
    )


def removed(document: Document, find: Callable[[Document], Iterator[Edit]]) -> list[tuple[str, str]]:
    """What a step deletes, with its reasons, in the order of the text."""
    edits = sorted(find(document))
    return [(document.text[e.start : e.end].strip(), e.reason) for e in edits]


FULL = "the court has read all of the papers that the parties filed in this"
"""A full line; a character is 6 points wide on these pages, a blank 4."""


def joined(*pages: list[Run]) -> str:
    made: Document = document(*(tokens(*page) for page in pages))
    return made.edited(find_paragraphs(made), by="paragraphs").text


def prose(left: float, top: float, lines: int, *, indent: float = 36.0, pitch: float = 24.0) -> list[Run]:
    """A paragraph: its first line indented, the others full, its last short."""
    first = (left + indent, top, FULL[8:])
    return [
        first,
        *((left, top + pitch * n, FULL) for n in range(1, lines)),
        (left, top + pitch * lines, "action."),
    ]


def width(text: str) -> float:
    return 6.0 * len(text) - 2.0 * text.count(" ")


def centred(top: float, text: str) -> Run:
    """A line in the middle of the text that ``prose(72, ...)`` sets."""
    return (72 + (width(FULL) - width(text)) / 2, top, text)


def notes_of(text: str) -> list[str]:
    """The notes at the end, each on one line."""
    blocks = (" ".join(block.split()) for block in text.split("\n\n"))
    return [block for block in blocks if block.startswith("[^")]
