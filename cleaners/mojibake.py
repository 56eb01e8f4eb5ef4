"""Mojibake: text that was decoded as something it was not (``courtâ€™s`` for ``court’s``).

The repair is ftfy's. It runs line by line, because a filing put together from several sources is garbled
in some lines and sound in others, and only on lines that hold a character sound English lines do not.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import accumulate

from ftfy import fix_encoding
from ftfy.fixes import fix_c1_controls

from cleaners.document import Document, cleaned
from cleaners.patterns import pattern
from cleaners.pieces import Edit

# Printable ASCII, the court's own signs and Western letters pass. What garbles begin with (a lead byte of
# UTF-8 read as a letter) does not when a continuation byte follows: `§ ¶ “ –` are such bytes in cp1252.
_RARE = r"[^\x20-\x7e\t\n\f\r\xa7\xb6\xc0\xc1\xf5-\xff“”‘’–—…•\u2028\u2029]"
_ANY_RARE = pattern(_RARE)
_SUSPECT = pattern(rf"{_RARE}(?:(?<![\xc2-\xf4])|[\xa7\xb6“”‘’–—…•])")

_BESIDE = 8
"""Characters beside a sign that no typewriter has which ftfy looks at: at most seven (``Ã quele``)."""
_UNTYPED = pattern(rf"[^\x20-\x7e](?:.{{0,{2 * _BESIDE}}}[^\x20-\x7e])*")


def find_mojibake(document: Document) -> Iterator[Edit]:
    """Each garbled sequence, as narrow as the blanks around it allow."""
    if not _ANY_RARE.search(document.special_characters):
        return
    text, at = document.text, 0
    while suspect := _SUSPECT.search(text, at):
        start = text.rfind("\n", 0, suspect.start()) + 1
        end = text.find("\n", suspect.end())
        at = end if end >= 0 else len(text)
        line = text[start:at]
        for low, high, insert in _changes(line, _repaired(line)):
            yield Edit(start + low, start + high, insert, "mojibake")


def fix_mojibake(text: str) -> str:
    """Text with encoding damage undone.

    Left alone: quotes (a court's typography is its own), HTML entities (a filing may be about them),
    anything that is unusual but reads as text in some language, and U+FFFD, whose character is lost.

    >>> fix_mojibake("the courtâ€™s order, 28 U.S.C. Â§ 1292(b)")
    'the court’s order, 28 U.S.C. § 1292(b)'
    >>> fix_mojibake("‘JOSÉ’ – “naïve” ½ × 5°")
    '‘JOSÉ’ – “naïve” ½ × 5°'
    """
    return cleaned(text, find_mojibake, by="mojibake")


def _repaired(line: str) -> str:
    """The line as ftfy repairs it, which looks at each character several times over. What stands between two
    signs that no typewriter has tells it nothing: it is given what stands about them."""
    spans = [(max(0, found.start() - _BESIDE), found.end() + _BESIDE) for found in _UNTYPED.finditer(line)]
    shown = "\n".join([line[low:high] for low, high in spans])
    parts, at = [], 0
    for (low, high), repaired in zip(spans, fix_c1_controls(fix_encoding(shown)).split("\n"), strict=True):
        parts += [line[at:low], repaired]
        at = high
    return "".join((*parts, line[at:]))


def _changes(old: str, new: str) -> Iterator[tuple[int, int, str]]:
    """What changed, word by word; as one change where blanks themselves were repaired."""
    if old == new:
        return
    before, after = old.split(" "), new.split(" ")
    if len(before) != len(after):
        before, after = [old], [new]
    starts = accumulate((len(word) + 1 for word in before), initial=0)
    for start, one, two in zip(starts, before, after, strict=False):
        if one != two:
            head = _shared(one, two)
            tail = _shared(one[head:][::-1], two[head:][::-1])
            yield start + head, start + len(one) - tail, two[head : len(two) - tail]


def _shared(one: str, two: str) -> int:
    """How many characters the two begin with in common."""
    pairs = enumerate(zip(one, two, strict=False))
    return next((i for i, (a, b) in pairs if a != b), min(len(one), len(two)))
