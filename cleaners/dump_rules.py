"""What only text without boxes asks of the rules for line ends: what a dump has parted, or run together."""

from __future__ import annotations

import re

from cleaners.pairs import GOES_ON, SENTENCE_END, Pair, Tie
from cleaners.set_lines import FRONT
from cleaners.setting import HIGH, ITEM, WIDE

LONE_MARK = re.compile(r"(?:\d{1,3}|[A-Z]|[IVX]{1,5})\.|\((?:\d{1,2}|[a-zA-Z])\)")
NO_WORD = re.compile(r"(?:vs?\.|s/|cc:|by:)")
"""An item's number alone on its line; what begins small and goes on with nothing."""

CUT = re.compile(
    r"\b(?:and|or|of|the|a|an|in|to|for|by|with|that|this|his|her|its|their|I|as|at|on|from|is|are|was|were|be|"
    r"been|which|who|whose|than|not|any|such|our|into|under)$"
)
CERTIORARI = re.compile(r"(?:ON )?(?:(?:PETITIONS? FOR )?WRITS? OF )?CERTIORARI(?: BEFORE JUDGMENT)? TO\b")
"""What a slip opinion says of the court below, in capitals over several lines."""

DATED = re.compile(r".*\d{1,2}, \d{4}$")
FEWEST_IN_PROSE = 8
"""Words of a full line; a heading has fewer."""
UNPRINTED = 250
"""Characters: no line so long was printed as one."""
SHORT = 60
"""Characters of a line of an address or a signature."""


def one_source_line(pair: Pair) -> Tie | None:
    """In a flattened text only an earlier step can have parted two lines (a caption's cells): so be it."""
    if pair.one.row < 0 or pair.one.row != pair.two.row:
        return None
    return Tie.BREAK if pair.gap > HIGH else Tie.SET


def lines_are_paragraphs(pair: Pair) -> Tie | None:
    """In a text that gives each paragraph a line, only a page's end parts one; short lines close to one
    another are set lines."""
    one, two = pair.one, pair.two
    if one.line.words or pair.margins.right < WIDE * UNPRINTED:
        return None
    if SENTENCE_END.search(one.text) or one.text[-1] in ":;" or ITEM.match(two.text):
        return Tie.BREAK
    if GOES_ON.match(two.text) or (one.page != two.page and len(one.text) > UNPRINTED):
        return Tie.JOIN
    return Tie.SET if max(len(one.text), len(two.text)) < SHORT and pair.gap == HIGH else Tie.BREAK


def entry(pair: Pair) -> Tie | None:
    """An entry of a table of contents or authorities ends with its pages, behind a tab: what is an item or
    ends with a comma before goes on, and begins the next entry of the table."""
    one, two = pair.one.text, pair.two.text
    if pair.one.line.words:
        return None
    if "\t" in one:
        follows = pair.after is not None and "\t" in pair.after.text and "\t" not in two
        return Tie.SET if follows and (two.endswith(",") or ITEM.match(two)) else None
    ends = "\t" in two
    listed = ends or (pair.before is not None and "\t" in pair.before.text)
    item = ITEM.match(one) and not ITEM.match(two)
    return Tie.JOIN if (listed and one.endswith(",")) or (ends and (item or GOES_ON.match(two))) else None


def below(pair: Pair) -> Tie | None:
    """What a slip opinion says of the court below is one sentence, however many lines it has."""
    one, two = pair.one.text, pair.two.text
    if pair.one.line.words:
        return None
    if CERTIORARI.match(one):
        return Tie.JOIN if two.isupper() and not FRONT.match(two) else Tie.BREAK
    return Tie.BREAK if CERTIORARI.match(two) else None


def dumped(pair: Pair) -> Tie | None:
    """In bare text neither a hanging indent, nor a page end where the form feed was lost, nor the blank lines
    that a dump puts between words set far apart part a sentence; a bracket is closed where its sentence goes
    on, a mark stands before what it numbers."""
    one, two = pair.one.text, pair.two.text
    if pair.one.line.words:
        return None
    if LONE_MARK.fullmatch(one):
        return None if one[0] in "IVX" and len(two.split()) >= FEWEST_IN_PROSE else Tie.JOIN
    if not pair.ended and DATED.match(one) and FRONT.match(one) and len(two.split()) > 7:
        return Tie.BREAK
    if SENTENCE_END.search(one) or ITEM.match(two):
        return None
    if one.rfind("(") > one.rfind(")") and 0 <= two.find(")") < len(two.split("(")[0]):
        return Tie.JOIN
    cut = CUT.search(one) and one[-1].islower()
    amid = (cut or (_is_prose(one) and not pair.ended)) and not two.split()[0].strip("“").isupper()
    small = two[0].islower() and not NO_WORD.match(two)
    return Tie.JOIN if amid or small or (GOES_ON.match(two) and not pair.ended) else None


def _is_prose(text: str) -> bool:
    """Whether a line is one of a paragraph that it does not end: most words small, no stop behind them."""
    words = text.split()
    small = sum(word[0].islower() for word in words)
    return len(words) >= FEWEST_IN_PROSE and small > 0.5 * len(words) and text[-1] not in ".:;?!"
