"""Signs of TeX's own fonts in a text layer that does not say what they are.

Where LaTeX embeds its fonts as pictures of letters (Type 3, ``\\usepackage[T1]{fontenc}`` without outlines),
nothing tells what the codes of the Cork encoding mean, and ligatures, quotes and dashes come out as control
characters, which nobody sees: ``plainti\\x1b`` for ``plaintiff``. The words that they make again tell that
they are TeX's.
"""

from __future__ import annotations

import re

from cleaners.lexicon import is_word
from cleaners.patterns import pattern

LIGATURES = {"\x1b": "ff", "\x1c": "fi", "\x1d": "fl", "\x1e": "ffi", "\x1f": "ffl"}
OTHERS = {"\x10": "“", "\x11": "”", "\x12": "„", "\x15": "–", "\x16": "—", "\x7f": "-"}
SECTION = "\u0178"
"""``Ÿ``, the section sign's code as Windows would read it."""

BROKEN = pattern(r"[A-Za-z]+[\x1b-\x1f][A-Za-z\x1b-\x1f]*|[\x1b-\x1f]+[A-Za-z][A-Za-z\x1b-\x1f]*")


def tex_signs(text: str) -> dict[str, str]:
    """What each sign of TeX's stands for, if at least half the words that hold a ligature's code are words
    with the ligature; else nothing."""
    coded = any(code in text for code in LIGATURES)
    broken = [match[0] for match in BROKEN.finditer(text)] if coded else []
    made = sum(is_word(re.sub(r"[\x1b-\x1f]", lambda match: LIGATURES[match[0]], word)) for word in broken)
    return {**LIGATURES, **OTHERS, SECTION: "§"} if broken and 2 * made >= len(broken) else {}
