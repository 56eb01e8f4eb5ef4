"""The rules that tell what stands between two lines, in their order: the first that knows decides."""

from __future__ import annotations

import re
from collections.abc import Callable

from cleaners.paragraph_rules.bare_titles import titled
from cleaners.paragraph_rules.dump_rules import (
    CUT,
    FEWEST_IN_PROSE,
    below,
    cut_off,
    dumped,
    entry,
    first_line,
    lines_are_paragraphs,
    number_apart,
    one_source_line,
    quotation,
)
from cleaners.paragraph_rules.page_turns import over_page
from cleaners.paragraph_rules.title_rules import INITIAL, below_sentence, centred, court, name_court, parts
from cleaners.paragraph_rules.zone_rules import tabbed, zoned
from cleaners.patterns import pattern
from cleaners.terms.citations import is_cut
from cleaners.typesetting.pairs import DANGLING, GOES_ON, LAST, SENTENCE_END, WIDEST_LEADING, Pair, Tie
from cleaners.typesetting.set_lines import fields, set_by_name
from cleaners.typesetting.setting import HIGH

BYLINE = pattern(
    r"(?:[A-Z][A-Z.'’ -]+, (?:Chief |Senior )?(?:Circuit |District |Magistrate |Bankruptcy )?"
    r"(?:Judge|Justice)s?[:.]?$|PER CURIAM|Per Curiam[:.])"
)
APPEALED = pattern(r"Appealed from:")
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

BLACK = "[REDACTED]"
"""What stands for a run of black, which may fill the rest of a line, and lines below it."""

FEWEST_ANNOUNCING = 3
"""Words of a line that announces a quotation (``The statute provides:``); a label has fewer."""

FULL = 30.0
"""Points that a full line may lack of the right margin."""

WIDE_LINE = 0.7
"""The share of the text's width of a line that may be full: Word keeps ``of . . .`` and ``§ 12`` together."""

LEAST_SPACE, LEAST_SHARE = 3.0, 0.12
"""Points of space between paragraphs beyond the leading, and its share of that."""

DEEPEST = 48.0
"""Points: the first line of a paragraph is set in less than this."""


def _worded(pair: Pair) -> Tie | None:
    """A citation is whole; a note and a judge's byline begin blocks."""
    one, two = pair.one.text, pair.two.text
    if "\t" in one:  # a page in a table's last cell is no citation's volume
        return None
    before = pair.before.text if pair.before else ""
    if any(APPEALED.match(a) and JUDGE_BELOW.fullmatch(b) for a, b in ((one, two), (before, one))):
        return Tie.BREAK
    if is_cut(one, two):
        return Tie.JOIN
    answered = ANSWERS.fullmatch(one), ANSWERS.fullmatch(two)
    if any(answered):
        return Tie.SET if all(answered) else Tie.BREAK
    recited = RECITAL.match(two) is not None and RECITED.search(one) is not None
    return Tie.BREAK if recited or two.startswith("[^") or BYLINE.match(two) or BYLINE.match(one) else None


def _flush_right(pair: Pair) -> Tie | None:
    """What stands alone at the right (``Page(s)``, ``PRECEDENTIAL``) ends before what begins at the left."""
    one, two, margins = pair.one, pair.two, pair.margins
    at_right = one.line.words and one.left > margins.left + 0.6 * margins.width and one.left == one.last_left
    return Tie.BREAK if at_right and two.left < margins.left + 0.3 * margins.width else None


def _resized(pair: Pair) -> Tie | None:
    """Type of another size begins a heading, or ends it, though the line above is full."""
    small, large = sorted((pair.one.size, pair.two.size))
    told = pair.one.line.words and pair.one.line.page.method != "ocr" and large > 1.3 * small
    if not told or pair.ended:
        return None
    short = min(len(s.text.split()) for s in (pair.one, pair.two)) < FEWEST_IN_PROSE
    return Tie.BREAK if short and not name_court(pair) else None


def _dangling(pair: Pair) -> Tie | None:
    """A line that ends in the middle of a sentence goes on below: a full one, a little more space or not, and
    one broken before its time where the next is close and begins small."""
    one, two = pair.one, pair.two
    at = len(one.text) - LAST
    if one.line.words and two.text[0].islower() and CUT.search(one.text, at) and not two.item:
        flush = abs(two.left - pair.margins.left) < 4
        if 0 < pair.gap < (WIDEST_LEADING if flush else 1.5) * one.size:
            return Tie.JOIN
    if not one.line.words or pair.ended or not DANGLING.search(one.text, at) or two.item:
        return None
    flush = abs(two.left - pair.margins.left) < 8 and two.left <= one.last_left + 3
    return Tie.JOIN if flush and 0 < pair.gap < WIDEST_LEADING * one.size else None


def _blackened(pair: Pair) -> Tie | None:
    """Black runs on from line to line: what begins with it at the margin, words behind it, goes on with the
    line above, however short the words of that are; so does what begins small below black."""
    one, two = pair.one, pair.two
    if one.page != two.page or not one.line.words:
        return None
    begun = two.text.startswith(BLACK) and two.text != BLACK
    flush = abs(two.left - pair.margins.left) < 8 and len(one.text.split()) > 2 and not one.text.isupper()
    small = one.text.endswith(BLACK) and GOES_ON.match(two.text) and not two.item
    return Tie.JOIN if (begun and flush) or small else None


def _amid_sentence(pair: Pair) -> Tie | None:
    """A long line that stops amid a sentence goes on in the next, close below it and at the same place, if
    that begins small or with a figure or the line ends with a word that no sentence ends with: a quotation
    has a right margin of its own, a label or a sticker at the page's edge may have moved it."""
    one, two = pair.one, pair.two
    amid = (
        two.text[0].islower()
        or two.text[0].isdigit()
        or (one.text[-1].islower() and CUT.search(one.text, len(one.text) - LAST))
    )
    if not one.line.words or not amid or two.item:
        return None
    long = len(one.text.split()) >= FEWEST_IN_PROSE and not one.text.isupper()
    if not long or one.text[-1] in ".:;?!" or SENTENCE_END.search(one.text):
        return None
    within = pair.tie is Tie.JOIN and one.end - one.left > WIDE_LINE * pair.margins.width
    widest = WIDEST_LEADING if within and two.text[0].islower() else 1.5
    near = 0 < pair.gap < widest * one.size and not pair.apart
    at = (one.last_left, one.inner) if pair.is_item else (one.last_left,)
    return Tie.JOIN if near and any(abs(two.left - left) < 5 for left in at) else None


def _spaced(pair: Pair) -> Tie | None:
    """Paragraphs that begin at the margin are parted by space alone, a quarter of the leading or less: in a
    text layer the leading is the same to the point; what ends a sentence above more of it ends a block."""
    before, one, two, after = pair.before, pair.one, pair.two, pair.after
    if before is None or after is None or one.line.page.method != "text layer":
        return None
    if not before.page == one.page == two.page == after.page or not SENTENCE_END.search(one.text):
        return None
    above, below = one.top - before.last_top, after.top - two.last_top
    more = pair.gap - max(above, below)
    return Tie.BREAK if abs(above - below) < 1 and more > max(LEAST_SPACE, LEAST_SHARE * above) else None


def _in_quotation(pair: Pair) -> Tie | None:
    """Within a block quotation the line before shows where its right margin is: a line goes on in the next if
    that one's first word would have made it longer."""
    before, one, two = pair.before, pair.one, pair.two
    if pair.tie is not Tie.JOIN or before is None or not one.line.words or pair.apart or two.item:
        return None
    inset = one.left > pair.margins.left + 8 and one.page == two.page == before.page
    flush = abs(before.last_left - one.left) < 3 and abs(two.left - one.left) < 3
    full = one.end + two.first_width + 0.4 * one.size > max(before.end, two.end)
    return Tie.JOIN if inset and flush and full else None


def _begins_block(pair: Pair) -> Tie | None:
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


def _indented(pair: Pair) -> Tie | None:
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
    return _ended(pair) if pair.ended and not first_line else Tie.BREAK


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
    return pair.tie is Tie.BREAK and indented and last and ended


def _ended(pair: Pair) -> Tie | None:
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


def _outdented(pair: Pair) -> Tie | None:
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


RULES: tuple[Callable[[Pair], Tie | None], ...] = (
    one_source_line,
    lines_are_paragraphs,
    zoned,
    entry,
    tabbed,
    _worded,
    titled,
    over_page,
    parts,
    set_by_name,
    fields,
    below,
    first_line,
    quotation,
    number_apart,
    cut_off,
    dumped,
    _flush_right,
    _resized,
    _dangling,
    _blackened,
    _amid_sentence,
    court,
    below_sentence,
    _spaced,
    _in_quotation,
    centred,
    _begins_block,
    _indented,
    _ended,
    _outdented,
)
