"""Ligatures whose letters Ghostscript wrote with their bytes swapped.

Where a font has one glyph for two letters or three, Ghostscript (10.0 does) writes what it means anew, the
bytes of each letter in the wrong order: ``plainti昀昀`` for ``plaintiff`` (U+6600 is U+0066 swapped),
``informa琀椀on`` for ``information``. Of ``ffi`` it makes ``昀케``.
"""

from __future__ import annotations

from collections.abc import Iterator

from cleaners.patterns import pattern
from cleaners.pieces import Edit

SWAPPED = {chr(ord(letter) << 8): letter for letter in "ftijlbhk"}
FFI = "昀케"
SIGNS = "".join(SWAPPED)
LIGATURE = pattern(
    rf"(?<=[A-Za-z])(?:{FFI}|[{SIGNS}]{{2,3}})(?![{SIGNS}])|(?<![{SIGNS}])(?:{FFI}|[{SIGNS}]{{2,3}})(?=[a-z])"
)
"""Two or three such signs beside a Latin letter: no Chinese word stands so."""


def find_swapped(text: str) -> Iterator[Edit]:
    """Each such ligature, spelt out."""
    if any(sign in text for sign in "昀琀"):
        for match in LIGATURE.finditer(text):
            letters = "ffi" if match[0] == FFI else "".join(SWAPPED[sign] for sign in match[0])
            yield Edit(match.start(), match.end(), letters, "ligature")
