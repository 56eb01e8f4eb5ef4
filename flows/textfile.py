"""Text files of any encoding, as they come."""

from pathlib import Path

from charset_normalizer import from_bytes

from flows.errors import UnfitFiling

BINARY = (b"%PDF-", b"\x89PNG", b"PK\x03\x04", b"II*\x00", b"MM\x00*", b"\xff\xd8\xff")


def read_text_file(path: Path) -> str:
    """The text, character for character; its line ends are left for the steps to normalize.

    Raises UnfitFiling for a file that is no text.
    """
    raw = path.read_bytes()
    if raw.startswith(BINARY):
        raise UnfitFiling(path, "not text, whatever its name says", "give the file its true suffix")
    for encoding in ("utf-8-sig", "utf-16" if raw[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig"):
        try:
            return raw.decode(encoding)
        except UnicodeDecodeError:
            continue
    if raw.count(0) > len(raw) / 100:
        raise UnfitFiling(path, "not text: it is full of NUL bytes", "look at what the file really is")
    guess = from_bytes(raw[:200_000], cp_isolation=["cp1252", "latin_1", "mac_roman", "cp437"]).best()
    return raw.decode(guess.encoding if guess else "cp1252", errors="replace")
