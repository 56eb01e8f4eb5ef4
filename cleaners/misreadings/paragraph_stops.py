"""The points that end paragraphs and stand behind the numbers of items, where OCR read commas.

No paragraph ends in a comma, and no number that an item counts by has one behind it: on worn pages a point
has a tail. What breaks for other reasons (an address, a closing, an item of a list) may end in one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from cleaners.document import Document
from cleaners.line import Line
from cleaners.misreadings import REASON
from cleaners.page import COLUMNS
from cleaners.paragraph_rules.line_rules import BYLINE
from cleaners.paragraph_rules.ties import ties_of
from cleaners.patterns import pattern
from cleaners.pieces import Edit
from cleaners.typesetting.pairs import Tie
from cleaners.typesetting.setting import Setting, settings_of

COMMA = pattern(r"(?<=[a-z\d)\]”])(?P<comma>,)[”’\"')\]]*$")
BEGINS = pattern(r"(?:\d{1,2} )?[“\"\[(]*[A-Z](?:(?:\S*\s+){4}|[.\s]*$)")
"""A paragraph's beginning, a note's number before it, or a heading's letter."""
NUMBER = pattern(r"[ \t]*(?P<number>\d{1,2})(?P<comma>,)(?= [A-Z“\[])")

PROSE = ("page", *COLUMNS)
FEWEST_WORDS = 8
"""So many make a line a sentence's, if it is its paragraph's first."""


def find_paragraph_stops(document: Document) -> Iterator[Edit]:
    """The commas that stand for points on pages read by OCR."""
    if not document.has_ocr:
        return
    yield from _behind_numbers(document)
    filled = [line.text.strip() for line in document.lines if line.text.strip()]
    if not any(COMMA.search(one) and _begins(two) for one, two in pairwise(filled)):
        return  # how lines are tied costs more than all else that is looked for here
    settings = settings_of(document)
    tie = Tie.BREAK
    for (one, two), after in zip(pairwise(settings), ties_of(settings), strict=True):
        match = COMMA.search(one.text) if after is not Tie.JOIN and _are_prose(one, two) else None
        begun = after is Tie.BREAK and len(one.text.split()) >= FEWEST_WORDS
        if match and (begun or tie is Tie.JOIN):
            start = one.line.start + one.line.text.index(one.text) + match.start("comma")
            yield Edit(start, start + 1, ".", REASON)
        tie = after


def _are_prose(one: Setting, two: Setting) -> bool:
    """Whether two blocks of one page's text follow each other, the second no item and no line of capitals. At
    the top of another page may stand what was left of a running head."""
    if one.line.page.method != "ocr" or one.page != two.page or one.zone != two.zone or one.zone not in PROSE:
        return False
    if one.item or two.item:
        return False
    return _begins(two.text) and not one.text.isupper() and not (two.text.isupper() and len(two.text) > 6)


def _begins(text: str) -> bool:
    return bool(BEGINS.match(text) or BYLINE.match(text))


def _behind_numbers(document: Document) -> Iterator[Edit]:
    """The commas behind numbers of items, where the items before or after have points."""
    numbers = {int(n) for n in re.findall(r"^[ \t]*(\d{1,2})\.(?= )", document.text, re.MULTILINE)}
    for line in document.lines:
        match = NUMBER.match(line.text) if _is_read(line) else None
        if match and {int(match["number"]) - 1, int(match["number"]) + 1} & numbers:
            yield Edit(line.start + match.start("comma"), line.start + match.end("comma"), ".", REASON)


def _is_read(line: Line) -> bool:
    return bool(line.words) and line.page.method == "ocr"
