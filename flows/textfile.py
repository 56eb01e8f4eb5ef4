"""Text files of any encoding, as they come."""

import codecs
import re
from pathlib import Path

from charset_normalizer import from_bytes
from ftfy import bad_codecs

from flows.errors import UnfitFiling

BINARY = (b"%PDF-", b"\x89PNG", b"PK\x03\x04", b"II*\x00", b"MM\x00*", b"\xff\xd8\xff", b"\x7fELF", b"GIF8")
"""What files of other kinds begin with, a few blank lines aside."""

MARKED = {
    codecs.BOM_UTF32_LE: "utf-32", codecs.BOM_UTF32_BE: "utf-32", codecs.BOM_UTF8: "utf-8-sig",
    codecs.BOM_UTF16_LE: "utf-16", codecs.BOM_UTF16_BE: "utf-16",
}  # fmt: skip
"""Encodings by the byte order mark they begin with; UTF-16's is the beginning of UTF-32's."""

SIGNLESS = re.compile(r"[\0-\x08\x0e-\x1a\x1c-\x1f\ufffd]")
"""What stands for no sign. A dump has some of it; a terminal's escape (0x1B) comes with its colours."""

MOST_SIGNLESS = 0.02
"""Share of it up to which a file is text; random bytes have 0.1, a program 0.2 and more."""

bad_codecs.ok()  # its codecs are known from here on
LATIN = ["sloppy-windows-1252", "latin_1", "mac_roman", "cp437"]


def read_text_file(path: Path) -> str:
    """The text, character for character; its line ends are left for the steps to normalize.

    Raises UnfitFiling for a file that is no text.
    """
    raw = path.read_bytes()
    if raw[:1024].lstrip().startswith(BINARY):
        raise UnfitFiling(path, "not text, whatever its name says", "give the file its true suffix")
    text = _decoded(raw)
    if len(SIGNLESS.findall(text)) > MOST_SIGNLESS * len(text):
        raise UnfitFiling(
            path, "not text: it is full of bytes that are no characters", "look at what the file really is"
        )
    return text


def _decoded(raw: bytes) -> str:
    encoding = next((name for mark, name in MARKED.items() if raw.startswith(mark)), _wide(raw)) or "utf-8"
    try:
        return raw.decode(encoding)
    except UnicodeDecodeError:
        pass
    guess = from_bytes(raw[:200_000], cp_isolation=["cp1252", *LATIN[1:]]).best()
    # Windows-1252 leaves five bytes without a meaning: the sloppy form keeps them, as browsers do.
    latin = guess.encoding if guess and guess.encoding in LATIN else "sloppy-windows-1252"
    return raw.decode(latin, errors="replace")


def _wide(raw: bytes) -> str | None:
    """UTF-16 without a byte order mark: of a western text every other byte is zero."""
    sample = raw[:4096]
    even, odd = (sample[start::2].count(0) / max(1, len(sample) // 2) for start in (0, 1))
    if max(even, odd) < 0.5 or min(even, odd) > 0.1:
        return None
    return "utf-16-le" if odd > even else "utf-16-be"
