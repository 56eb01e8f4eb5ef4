"""Characters: one code point for one sign, and none that cannot be seen.

A text layer holds what a font maker or a word processor found convenient: ligatures, no-break spaces,
zero-width marks, private-use glyphs. They make search fail (``oﬃcer`` is not ``officer``) and say nothing.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from cleaners.document import Document, cleaned
from cleaners.encodings.glyph_numbers import find_glyphs
from cleaners.encodings.shifted_quotes import find_shifted
from cleaners.encodings.swapped_ligatures import find_swapped
from cleaners.encodings.tex_fonts import SECTION, tex_signs
from cleaners.encodings.wordperfect import find_wordperfect
from cleaners.lexicon import is_word
from cleaners.patterns import pattern
from cleaners.pieces import Edit, apart

_LIGATURES = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}
# Symbol and Wingdings put their bullets here; other private-use glyphs have no known meaning.
_BULLETS = {"\uf0b7": "•", "\uf0a7": "▪"}


Table = dict[str, tuple[str, str]]


def _table() -> Table:
    """What becomes of each character, and why."""
    table: Table = {}

    def put(characters: str, insert: str, reason: str) -> None:
        table.update(dict.fromkeys(characters, (insert, reason)))

    put(_span(0x00, 0x08) + _span(0x0E, 0x1F) + _span(0x7F, 0x9F), "", "control character")
    put("\ufffc\uffff", "", "control character")
    put("\u200b\u200c\u200d\u2060\ufeff\u180e", "", "zero-width character")
    put("\u200e\u200f\u061c" + _span(0x202A, 0x202E) + _span(0x2066, 0x2069), "", "bidi control")
    put("\xa0\u1680\u202f\u205f\u3000" + _span(0x2000, 0x200A), " ", "exotic space")
    put("\r\x0b\x85\u2028\u2029", "\n", "line separator")
    put("\u2010\u2011\ufffe", "-", "hyphen")
    put("\u2217", "*", "asterisk")  # the operator: what many fonts have for the star that calls a note
    for glyph, insert in _LIGATURES.items():
        put(glyph, insert, "ligature")
    for code in range(0xE000, 0xF900):
        put(chr(code), _BULLETS.get(chr(code), ""), "private-use character")
    put(_span(0xD800, 0xDFFF), "\ufffd", "lone surrogate")
    return table


def _span(first: int, last: int) -> str:
    return "".join(map(chr, range(first, last + 1)))


_TABLE = _table()
_ODD = pattern(
    r"[\xad\x00-\x08\x0b\r\x0e-\x1f\x7f-\xa0\u061c\u1680\u180e\u2000-\u200f\u2010\u2011"
    r"\u2028-\u202f\u205f\u2217\u2060\u2066-\u2069\u3000\ud800-\uf8ff\ufb00-\ufb06\ufeff\ufffc\ufffe\uffff]"
)
_BLANKS = frozenset(" \t\r\n\f\v\xa0")


def find_characters(document: Document) -> Iterator[Edit]:
    """Every character to be spelt out, replaced or taken away, and what is not in composed form (NFC)."""
    glyphs = list(find_glyphs(document.text))
    yield from apart((*glyphs, *_found(document))) if glyphs else _found(document)


def _found(document: Document) -> Iterator[Edit]:
    text = document.text
    for find in (find_swapped, find_shifted, find_wordperfect):
        yield from find(text)
    signs = tex_signs(text)
    table = (
        {**_TABLE, **{sign: (insert, "TeX's sign") for sign, insert in signs.items()}} if signs else _TABLE
    )
    if signs:
        yield from (Edit(m.start(), m.end(), *table[SECTION]) for m in re.finditer(SECTION, text))
    if unicodedata.is_normalized("NFC", text):
        if _ODD.search(document.special_characters):
            yield from _odd(text, 0, len(text), table)
        return
    start = 0
    for line in text.split("\n"):
        end = start + len(line)
        if unicodedata.is_normalized("NFC", line):
            yield from _odd(text, start, end + 1, table)
        else:
            yield from _decomposed(text, start, end, table)
        start = end + 1


def normalize_characters(text: str) -> str:
    r"""Text in Unicode NFC, with ligatures spelt out, plain spaces and LF line ends.

    Every line end (CR, CRLF, VT, NEL, LS, PS) is LF; form feeds and tabs stay. Control, zero-width, bidi
    and private-use characters go. U+2010 and U+2011 are the hyphen ``-``; so is U+FFFE, which PDFium puts for
    a hyphen and the line end after it: with a blank, for ``rejoin_hyphens`` to judge. A soft hyphen
    (U+00AD) at a line end is the hyphen of a broken word and becomes ``-``, for ``rejoin_hyphens`` to
    judge, as it does between figures and where dropping it would glue two words together (some fonts
    draw every hyphen with it); inside a word it is invisible, and goes.
    U+2217, an operator of mathematics, is the ``*`` that calls a note.

    Left alone: quotes, dashes, ``§ ¶ … •``, accents, superscripts and fractions. Compatibility forms
    (NFKC) are not applied: they would turn ``1½`` into ``11⁄2``. Control characters that make words again
    as the ligatures of TeX's fonts are those.

    >>> normalize_characters("The o\ufb03cer\u2019s\u00a0af\u00adfidavit, \u00a7\u00a012\u20111")
    'The officer’s affidavit, § 12-1'
    """
    return cleaned(text, find_characters, by="characters")


def _odd(text: str, start: int, end: int, table: Table) -> Iterator[Edit]:
    for match in _ODD.finditer(text, start, min(end, len(text))):
        if match[0] == "\r" and text.startswith("\n", match.end()):
            yield Edit(*match.span(), "", "line separator")
        elif match[0] == "\ufffe" and text[match.end() : match.end() + 1].isalnum():
            yield Edit(*match.span(), "- ", "hyphen and line end")
        elif match[0] == "\xad":
            yield Edit(*match.span(), _soft_hyphen(text, match.start()), "soft hyphen")
        else:
            insert, reason = table[match[0]]
            yield Edit(*match.span(), insert, reason)


def _soft_hyphen(text: str, at: int) -> str:
    """What the soft hyphen at ``at`` stands for: a hyphen or nothing."""
    after = text[at + 1 : at + 2]
    if not after or after in _BLANKS:
        return "-" if text[at - 1 : at].isalnum() else ""
    left, right = _word_before(text, at), _word_after(text, at + 1)
    if not (left.isalpha() and right.isalpha()):
        return "-" if left and right else ""
    return "-" if is_word(left) and is_word(right) and not is_word(left + right) else ""


def _word_before(text: str, at: int) -> str:
    start = at
    while start > max(0, at - 40) and text[start - 1].isalnum():
        start -= 1
    return text[start:at]


def _word_after(text: str, at: int) -> str:
    end = at
    while end < min(len(text), at + 40) and text[end].isalnum():
        end += 1
    return text[at:end]


def _decomposed(text: str, start: int, end: int, table: Table) -> Iterator[Edit]:
    """The edits of a line that is not in NFC: letter and accents together are one edit."""
    at = start
    while at < end:
        stop = at + 1
        while stop < end and _joins(text[stop]):
            stop += 1
        if stop == at + 1 and unicodedata.is_normalized("NFC", text[at]):
            yield from _odd(text, at, stop + (text[at : at + 2] == "\r\n"), table)
        else:
            kept = "".join(table.get(c, (c, ""))[0] for c in text[at:stop] if c != "\xad")
            composed = unicodedata.normalize("NFC", kept)
            if composed != text[at:stop]:
                yield Edit(at, stop, composed, "composed form")
        at = stop


def _joins(character: str) -> bool:
    """Whether a character may combine with the one before it."""
    return (
        unicodedata.combining(character) > 0
        or _TABLE.get(character, ("x", ""))[0] == ""
        or ("\u1160" <= character <= "\u11ff")
    )
