"""Boxes to tick, ticked or not: drawings set as characters.

Forms print them from symbol fonts, whose glyphs reach a text layer as box characters, private-use ones, or
letters of some script that no filing is written in.
"""

from __future__ import annotations

from collections.abc import Iterator

from cleaners.document import Document, cleaned
from cleaners.patterns import pattern
from cleaners.pieces import Edit

GLYPH = r"[☐☑☒✓✔✕✖✗✘□▢❏❐❑❒⬜\u0530-\u1dff\ue000-\uf0a6\uf0a8-\uf0b6\uf0b8-\uf8ff]"
ANY = pattern(GLYPH)
BOX = pattern(
    rf"(?:\A|(?<=\n\n))(?:{GLYPH}(?!\S)[ \t]*)+\n+"
    rf"|(?:(?<!\S){GLYPH}[ \t]+)+(?=\S)|[ \t]*(?<!\S){GLYPH}(?!\S)"
)
"""Box glyphs that stand alone, with the line's end where one opens a block with nothing beside it. Left out
of the private-use ones: the bullets of Word's symbol fonts."""


def strip_checkboxes(text: str) -> str:
    """Delete the glyphs of boxes to tick.

    >>> strip_checkboxes("☒ By mail, as follows: ☐ By hand")
    'By mail, as follows: By hand'

    >>> strip_checkboxes("Appellant or appellee:\\n\\n✔\\n____ Appellant")
    'Appellant or appellee:\\n\\n____ Appellant'

    Left alone: letters that are part of a word, bullets.
    """
    return cleaned(text, find_checkboxes, by="checkboxes")


def find_checkboxes(document: Document) -> Iterator[Edit]:
    """The boxes, each with the blank that follows it, or a line's end."""
    if not ANY.search(document.special_characters):
        return
    for match in BOX.finditer(document.text):
        yield Edit(match.start(), match.end(), reason="checkbox")
