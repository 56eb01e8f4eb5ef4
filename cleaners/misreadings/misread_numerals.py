"""Roman numerals in sentences whose strokes OCR read as letters: ``Counts Il, lll, and Vi``, ``Schedule |``.

No English word is made of two or three upright strokes; ``Ill`` alone is one, and Illinois.
"""

from __future__ import annotations

from collections.abc import Iterator

from cleaners.patterns import pattern

STROKES = pattern(r"(?<!\S)(?!Ill\b)(?:I[l1]|[l1]I|ll|I?I[l1I][l1]|l[Il][I1l])(?=[,;:)]|\.?$|\s+[a-z(§])")
"""Before a capital it may be a name's: ``Il Sole``."""

COUNTED = pattern(r"(?<=[IVXl], )(?:Ill|[VX][il]{1,3}|[li])(?=[,;)]|\s+(?:and|or|of)\b)")
"""What stands among numerals that were read."""

NAMED = pattern(
    r"\b(?:Appendix|Article|Chapter|Class|Count|Exhibit|Part|Phase|Schedule|Section|Title|Volume) "
    r"(?P<one>[|l])(?=[,;.)]?(?:\s|$))"
)
TABLE = str.maketrans("il1", "III")


def misread_numerals(text: str) -> Iterator[tuple[int, int, str]]:
    """What to put right in a line of OCR: start, end, and what was printed.

    >>> line = "Counts Il, III, Vi, and lll of it under Schedule |"
    >>> [(line[a:b], new) for a, b, new in misread_numerals(line)]
    [('Il', 'II'), ('lll', 'III'), ('Vi', 'VI'), ('|', 'I')]
    """
    for form in STROKES, COUNTED:
        for match in form.finditer(text):
            yield *match.span(), match[0].translate(TABLE)
    for match in NAMED.finditer(text):
        yield *match.span("one"), "I"
