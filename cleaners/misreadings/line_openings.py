"""What a line opens with, where OCR misread it: a heading's numeral or letter, an item's bullet.

The line itself tells, or a second heading before it; by their count ``heading_numerals`` tells the others.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from cleaners.document import Document
from cleaners.misreadings import REASON
from cleaners.patterns import pattern
from cleaners.pieces import Edit

BULLET = pattern(r"[ \t]*(?P<bullet>[e¢°®«])(?=[ \t]+[A-Za-z“\"(])")
"""What stands alone before a line's text and is printed nowhere so."""
ROMAN = pattern(r"[ \t]*(?P<roman>(?=[l1|]*I)[Il1|]{2,4})\.(?= [A-Z])")
ROMAN_HEAD = pattern(r"[ \t]*(?P<roman>[IVX][Iil1|]{1,3})\.(?=\s+[A-Z]{2})")
THIRD = pattern(r"^[ \t]*(?P<roman>Ill)\.(?= [A-Z][a-z’]+ [a-zA-Z])", re.MULTILINE)
SECOND = pattern(r"^[ \t]*(?:II|Il|IL|ll)\.(?:[ \t]|$)", re.MULTILINE)
TWICE = pattern(r"[ \t]*(?P<letter>[COSUVWXZ])(?P<again>[cosuvwxz])(?:\.(?= +[A-Z“\[])|[ \t]*$)")
"""A lone letter whose capital has the same shape."""
ALONE = pattern(r"[ \t]*(?P<roman>I[IL]|Il|ll|I?I[Il][lL])\.?[ \t]*")
STROKES = str.maketrans("il1|", "IIII")


def misread_openings(text: str) -> Iterator[tuple[int, int, str]]:
    """The numeral that a heading opens with, its strokes read as letters: ``Il.``, ``Vil. RELIEF``; or its
    letter, read as a large and a small one: ``Cc. The Petition``. An item's bullet is read as an ``e``."""
    if bullet := BULLET.match(text):
        yield *bullet.span("bullet"), "•"
        return
    if (twice := TWICE.match(text)) and twice["again"] == twice["letter"].lower():
        yield *twice.span("again"), ""
    match = ROMAN.match(text)
    if match and match["roman"].strip("I") and not _is_state(match["roman"], text):
        yield *match.span("roman"), "I" * len(match["roman"])
        return
    match = ROMAN_HEAD.match(text)
    if match and match["roman"].strip("IVX") and text[match.end() :].isupper():
        yield *match.span("roman"), match["roman"].translate(STROKES)


def find_lone_numerals(document: Document) -> Iterator[Edit]:
    """Numerals of headings that their line alone does not tell: ``Ill. Roe’s Motion`` is no state behind a
    second heading, and ``IL.`` that stands alone is a second."""
    second = SECOND.search(document.text)
    for line in document.lines:
        if line.page.method != "ocr":
            continue
        match = ALONE.fullmatch(line.text)
        if match is None and second and second.start() < line.start:
            match = THIRD.match(line.text)
        if match and match["roman"].strip("I"):
            start, end = (line.start + at for at in match.span("roman"))
            yield Edit(start, end, "I" * len(match["roman"]), REASON)


def _is_state(numeral: str, text: str) -> bool:
    """Whether ``Ill.`` is Illinois: a heading after a numeral is set in capitals."""
    return numeral == "Ill" and not text[text.index("Ill") + 3 :].isupper()
