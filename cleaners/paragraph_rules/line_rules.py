"""What any two lines are asked, be the places of their words known or only their columns in a dump."""

from __future__ import annotations

import re

from cleaners.paragraph_rules.title_rules import INITIAL
from cleaners.patterns import pattern
from cleaners.terms.citations import is_cut
from cleaners.typesetting.pairs import SENTENCE_END, Pair, Tie
from cleaners.typesetting.setting import BULLETS, HIGH

BYLINE = pattern(
    r"(?:[A-Z][A-Z.'’ -]+, (?:Chief |Senior )?(?:Circuit |District |Magistrate |Bankruptcy )?"
    r"(?:Judge|Justice)s?[:.]?$|PER CURIAM|Per Curiam[:.])"
)
APPEALED = "Appealed from:"
JUDGE_BELOW = pattern(r"(?:(?:Chief|Senior|Magistrate) )*Judge (?:[A-Z][\w.'’-]*(?: |$)){2,5}")
"""The last lines of a title page of the Federal Circuit: the court below and, apart, its judge."""

UNPARTED = pattern(r"[a-z]{2,} [a-z]{2,}$")
"""The end of a line at which no stop parts the members of a list (``; and``)."""
CLOSING = pattern(r"\w{1,4}\)")
"""What closes a bracket, or is the mark of an item."""

RECITAL = pattern(r"(?:WHEREAS|NOW,? THEREFORE)\b")
RECITED = pattern(r"(?:[;.:]|[;,] and)$")
"""How a recital begins, and what ends the one before it, full as its last line may be."""

ANSWERS = pattern(r"(?:(?:yes|no)\b[\W_]*)+", re.IGNORECASE)
"""What a juror ticks in a verdict form: a row of its own between question and instruction."""

FEWEST_ANNOUNCING = 3
"""Words of a line that announces a quotation (``The statute provides:``); a label has fewer."""

FULL = 30.0
"""Points that a full line may lack of the right margin."""

DEEPEST = 48.0
"""Points: the first line of a paragraph is set in less than this."""


def worded(pair: Pair) -> Tie | None:
    """A citation is whole; a note and a judge's byline begin blocks."""
    one, two = pair.one.text, pair.two.text
    if "\t" in one:  # a page in a table's last cell is no citation's volume
        return None
    if _names_judge(one, two) or (pair.before and _names_judge(pair.before.text, one)):
        return Tie.BREAK
    if is_cut(one, two):
        return Tie.JOIN
    answered = ANSWERS.fullmatch(one), ANSWERS.fullmatch(two)
    if any(answered):
        return Tie.SET if all(answered) else Tie.BREAK
    recited = RECITAL.match(two) is not None and RECITED.search(one) is not None
    return Tie.BREAK if recited or two.startswith("[^") or BYLINE.match(two) or BYLINE.match(one) else None


def _names_judge(court: str, judge: str) -> bool:
    return court.startswith(APPEALED) and JUDGE_BELOW.fullmatch(judge) is not None


def begins_block(pair: Pair) -> Tie | None:
    """An item, or a heading in capitals after a sentence."""
    one, two = pair.one, pair.two
    if two.text.isupper() and not one.text.isupper() and SENTENCE_END.search(one.text) and len(two.text) > 6:
        return Tie.BREAK
    if not two.item:
        labelled = two.inner > two.left + 8 and two.left < one.inner - 8
        return (Tie.SET if pair.gap < 1.6 * one.size else Tie.BREAK) if labelled else None
    if INITIAL.match(two.text) and not pair.ended and not one.text.endswith((".", ":", ";", "?", "!")):
        return None
    if _goes_on_numbered(pair):
        return None
    if one.text.endswith(":") and two.text.startswith(BULLETS):
        return Tie.BREAK  # at the first-line indent, below a line of that indent alone
    in_list = pair.is_item and abs(one.left - two.left) < 5
    in_margin = two.left < one.left - 8 and (two.inner <= one.left + 8 or two.left < pair.there.left - 8)
    return Tie.BREAK if pair.ended or in_list or in_margin or two.left > one.left + 8 else None


def _goes_on_numbered(pair: Pair) -> bool:
    """Whether a bracketed number or letter at the margin is the sentence's (``two`` / ``(2)``, ``and`` /
    ``(b)``): the full line above stops amid it, and no stop parts the members as it does those of a list. So
    is a number that closes a bracket (``(Dkt. No.`` / ``88)``)."""
    one, two = pair.one, pair.two
    if not pair.ended and CLOSING.match(two.text) and one.text.rfind("(") > one.text.rfind(")"):
        return True
    flush = two.left < pair.margins.left + 8 and not pair.ended
    return flush and two.text[0] == "(" and UNPARTED.search(one.text) is not None


def indented(pair: Pair) -> Tie | None:
    """A line set in from the one before begins a paragraph, unless it hangs from an item's mark."""
    one, two, margins = pair.one, pair.two, pair.margins
    hanging = pair.is_item and one.last_left + 3 < two.left <= one.inner + 6 and not pair.ended
    outdented = one.last_left < margins.left - 8 and two.left < margins.left + 8
    if two.left <= one.last_left + 8 or hanging or outdented:
        return Tie.BREAK if _are_first_lines(pair) else None
    if pair.tie is not Tie.JOIN and _hangs(pair):
        return Tie.JOIN
    full = two.end > margins.right - 60 or two.last_left != two.left
    first_line = (full or _is_flush_after(pair)) and 10 <= two.left - margins.left <= 60
    return ended(pair) if pair.ended and not first_line else Tie.BREAK


def _is_flush_after(pair: Pair) -> bool:
    """Whether, in bare text, a long line is set in and the next begins at the margin again, close below."""
    two, after = pair.two, pair.after
    if two.line.words or after is None or after.page != two.page or after.top - two.last_top > HIGH:
        return False
    return two.end - two.left > 0.6 * pair.margins.width and abs(after.left - pair.margins.left) < 8


def _hangs(pair: Pair) -> bool:
    """Whether a paragraph hangs from its first line: that is full and ends amid a sentence, and what follows
    is set in as close as lines are."""
    one = pair.one
    amid = not SENTENCE_END.search(one.text) and not one.text.endswith((":", ";")) and not one.text.isupper()
    return amid and not pair.ended and bool(one.line.words) and 0 < pair.gap < 1.6 * one.size


def _are_first_lines(pair: Pair) -> bool:
    """Whether a paragraph of one full line stands above another paragraph's first line: both are indented,
    and what comes after is not. The lines of a quotation are all set in alike."""
    one, two, after = pair.one, pair.two, pair.after
    indented = abs(one.left - two.left) < 3 and two.left > pair.margins.left + 8
    last = after is None or after.page != two.page or min(after.left, two.last_left) < two.left - 8
    ended = SENTENCE_END.search(one.text) is not None or (one.text.endswith(":") and not pair.ended)
    ended = ended or (pair.ended and pair.begins_paragraph)
    return pair.tie is Tie.BREAK and indented and last and ended


def ended(pair: Pair) -> Tie | None:
    """Lines that end early are set lines if they stand close and line up, else blocks."""
    one, two = pair.one, pair.two
    if not pair.ended:
        return None
    flush = abs(one.left - two.left) < 3 and one.inner > one.left + 8 and bool(one.line.words)
    if one.item and not two.item and (SENTENCE_END.search(one.text) or flush):
        return Tie.BREAK
    close = pair.gap < 1.5 * max(one.size, two.size)
    hangs = abs(one.inner - two.left) < 6 < one.inner - one.left
    aligned = hangs or abs(one.last_left - two.left) < 40 or abs(one.center - two.center) < 6
    sentence = SENTENCE_END.search(one.text) and (pair.tie is Tie.JOIN or len(one.text.split()) > 5)
    announced = one.text.endswith(":") and len(one.text.split()) >= FEWEST_ANNOUNCING
    sentence = sentence or (announced and two.end > two.right - FULL and not two.item)
    return Tie.SET if close and aligned and not sentence else Tie.BREAK


def outdented(pair: Pair) -> Tie | None:
    """A line that begins left of an indented block ends it, and so does a paragraph's first line that begins
    left of a heading, however full that is."""
    one, before = pair.one, pair.before
    starts = (before.last_left, before.inner) if before else ()
    in_block = pair.tie is Tie.JOIN and any(abs(start - one.left) < 5 for start in starts)
    listed = pair.tie is not Tie.JOIN and pair.margins.left + 8 < pair.two.left < one.last_left - DEEPEST
    ends = in_block and pair.two.left < one.left - 8 and one.left > pair.margins.left + 8
    first_line = pair.begins_paragraph and pair.two.end > pair.there.right - FULL
    beside = pair.is_item and one.inner > one.left + 8 and abs(pair.two.left - one.left) < 3
    headed = first_line and (pair.two.left < one.left - 8 or beside) and bool(one.line.words)
    return Tie.BREAK if ends or listed or headed else None
