"""The numerals that headings count by, where OCR lost or misread their strokes.

``J. BACKGROUND``, ``I. ANALYSIS``: two headings set alike, one after the other, are the first and the second.
None repeats the number of the one before, so what is read so is the next: a stroke that touches its neighbour
is no longer seen as one of its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from cleaners.document import Document
from cleaners.line import Line
from cleaners.misreadings import REASON
from cleaners.patterns import pattern
from cleaners.pieces import Edit

OPENING = pattern(
    r"[ \t]*(?P<numeral>(?!1{2,}\b)[IVXJTilj1|]{1,4})(?P<point>[.,])?(?:[ \t]+(?P<title>\S[^\t]*))?"
)
ENDED = pattern(r"[.?!:][”’\"')\]\d]*(?:\[\^\w+\])?$")
TITLE = pattern(r"[A-Z\[“\"]")
ILLINOIS = pattern(r"(?:App|Dec|Ct|Cir|Comp|Const|Rev|Stat|Admin|Reg|Sup|Pattern|R)\b")
STROKES = str.maketrans("JTilj1|", "IIIIIII")
NUMERALS = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII", "XIV", "XV")

LISTED = pattern(r"^[ \t]*(?:[a-hkm-z]|[ivx]{2,4})\.[ \t]", re.MULTILINE)
"""An item of a list of letters, or of small numerals, which ``i.`` and ``l.`` belong to, too."""

FEWEST_WORDS = 4
"""So many on the line before may be a sentence's that runs on."""

COLUMN = 8.0
"""Points by which headings of one rank may stand off one another, at the left or about the middle."""


class _Heading(NamedTuple):
    """A line that may be a numbered heading, as it was read, with what stands behind its numeral; ``style``
    tells those that are set alike, ``sure`` that no sentence runs on into it."""

    line: Line
    numeral: str
    point: str
    title: str
    style: str
    sure: bool

    @property
    def value(self) -> int:
        """Which number its strokes make, 0 if they make none."""
        numeral = self.numeral.translate(STROKES)
        return NUMERALS.index(numeral) + 1 if numeral in NUMERALS else 0

    @property
    def is_read(self) -> bool:
        """Whether it opens like a numeral, whatever OCR made of the strokes behind; strokes alone before a
        title in capitals are no letters of a list."""
        strokes = self.numeral[0] in "IVX" or (self.style == "capitals" and len(self.numeral) > 1)
        return self.numeral in NUMERALS or (self.value > 1 and strokes)

    def is_level(self, other: _Heading) -> bool:
        """Whether two headings begin at one place, or stand about one."""
        ends = [(h.line.words[0].left, h.line.words[-1].right) for h in (self, other)]
        (left, right), (second, last) = ends
        return abs(left - second) < COLUMN or abs(left + right - second - last) < 2 * COLUMN


def find_heading_numerals(document: Document) -> Iterator[Edit]:
    """The misread numerals of headings on pages read by OCR."""
    headings = list(_headings(document))
    for style in ("capitals", "words", "alone"):
        yield from _counted([heading for heading in headings if heading.style == style])


def _headings(document: Document) -> Iterator[_Heading]:
    listed = LISTED.search(document.text)
    before = ""
    for line in document.lines:
        match = OPENING.fullmatch(line.text.rstrip()) if line.page.method == "ocr" and line.words else None
        style = _style(match) if match else ""
        if match and style and (style == "capitals" or not (listed and match["numeral"].islower())):
            ended = ENDED.search(before) or before.isupper() or len(before.split()) < FEWEST_WORDS
            sure = style != "words" or bool(ended)
            yield _Heading(line, match["numeral"], match["point"] or "", match["title"] or "", style, sure)
        before = line.text.strip() or before


def _style(match: re.Match[str]) -> str:
    title = match["title"] or ""
    if not title:
        return "alone" if match["numeral"] != "1" and match["point"] != "," else ""
    if not match["point"]:
        return ""
    if title.isupper():
        return "capitals" if re.search(r"[A-Z]{4}", title) else ""
    if match["point"] == "," or match["numeral"] == "1":
        return ""
    cited = match["numeral"] == "Ill" and ILLINOIS.match(title)
    return "words" if TITLE.match(title) and not cited else ""


def _counted(headings: Sequence[_Heading]) -> Iterator[Edit]:
    """The edits of headings that do not count on from the one before as they were read."""
    last: _Heading | None = None
    count = 0
    for heading, after in zip(headings, [*headings[1:], None], strict=False):
        value = heading.value
        goes_on = last is not None and last.is_level(heading)
        other = last is not None and last.title != heading.title
        repeats = goes_on and other and heading.sure and value == count and heading.numeral != "1"
        if repeats and _lacks_strokes(heading, count):
            value = count + 1
        elif not (goes_on and value == count + 1) and not (heading.sure and heading.is_read):
            second = after is not None and after.is_read and after.value <= 2 and after.is_level(heading)
            if goes_on or not second or value != 1 or (last and heading.numeral == "1"):
                continue
        last, count = heading, value
        told = goes_on or not heading.is_read
        read, printed = heading.numeral + heading.point, NUMERALS[value - 1] + heading.point.replace(",", ".")
        if told and read != printed:
            start = heading.line.start + heading.line.text.index(heading.numeral)
            yield Edit(start, start + len(read), printed, REASON)


def _lacks_strokes(heading: _Heading, count: int) -> bool:
    """Whether strokes are all that the next number has and the one read has not."""
    if not 0 < count < len(NUMERALS):
        return False
    return NUMERALS[count].replace("I", "") == heading.numeral.translate(STROKES).replace("I", "")
