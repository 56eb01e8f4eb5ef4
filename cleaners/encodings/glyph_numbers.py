"""Glyphs for which a font names no character: pdfminer writes their numbers (``(cid:3)``), others U+FFFD.

In the fonts of Windows, which word processors embed, the printable signs of ASCII follow one another from
glyph 3, the blank, on (the standard Macintosh order of glyphs, OpenType's ``post`` table):
``(cid:55)(cid:75)(cid:72)`` is ``The``. The blank stands alone behind an item's number; U+FFFD alone on its
line is a bullet.
"""

from __future__ import annotations

from collections.abc import Iterator

from cleaners.lexicon import is_word
from cleaners.patterns import pattern, places
from cleaners.pieces import Edit

NUMBER = pattern(r"\(cid:(\d{1,5})\)")
RUN = pattern(r"(?:\(cid:\d{1,5}\)){3,}")
WORD = pattern(r"[A-Za-z]{2,}")
BLANK = "(cid:3)"
ASCII_FROM = 29
"""A sign's code less its glyph's number."""
LEAST_KNOWN = 0.7
"""So many of a run's words are known: other fonts order their glyphs as they please."""

BULLET = pattern(r"(?m)^[ \t]*(?P<sign>\ufffd)[ \t]*$")


def find_glyphs(text: str) -> Iterator[Edit]:
    """The numbers that spell words, and blanks among words; the signs of bullets alone on their lines."""
    if "(cid:" in text:
        read = 0
        for run in RUN.finditer(text):
            if spelled := _spelled(run[0]):
                yield from _blanks(text, read, run.start())
                yield Edit(run.start(), run.end(), spelled, "glyph's number")
                read = run.end()
        yield from _blanks(text, read, len(text))
    if "\ufffd" in text:
        for bullet in BULLET.finditer(text):
            yield Edit(*bullet.span("sign"), "", "bullet without a character")


def _spelled(run: str) -> str:
    """What the numbers of a run spell, empty if they spell no words."""
    codes = [int(number) + ASCII_FROM for number in NUMBER.findall(run)]
    if not all(32 <= code <= 126 for code in codes):
        return ""
    spelled = "".join(map(chr, codes))
    words = WORD.findall(spelled)
    return spelled if words and sum(map(is_word, words)) >= LEAST_KNOWN * len(words) else ""


def _blanks(text: str, low: int, high: int) -> Iterator[Edit]:
    for at in places(text[low:high], BLANK):
        yield Edit(low + at, low + at + len(BLANK), " ", "glyph's number")
