"""What the left edges of two lines tell: a paragraph's first line is set in, a block's end is set out."""

from __future__ import annotations

from cleaners.typesetting.pairs import SENTENCE_END, Pair, Tie
from cleaners.typesetting.setting import HIGH

SAME_LEFT = 2.0
"""Points by which the lines of a paragraph differ where they begin."""

LEAST_INDENT, DEEPEST = 10.0, 48.0
"""Points by which the first line of a paragraph is set in."""

FULL = 30.0
"""Points that a full line may lack of the right margin."""

FEWEST_ANNOUNCING = 3
"""Words of a line that announces a quotation (``The statute provides:``); a label has fewer."""


def opens(pair: Pair) -> Tie | None:
    """A line set in below a paragraph that went on at the margin and has stopped opens another, be it short
    (``IT IS on this ____ day of ____,``) and in line with the one above by its middle."""
    one, two, left = pair.one, pair.two, pair.margins.left
    told = pair.tie is Tie.JOIN and one.page == two.page and one.line.page.method == "text layer"
    set_in = abs(one.left - left) < SAME_LEFT and LEAST_INDENT <= two.left - left <= DEEPEST
    stopped = pair.ended or one.text[-1] in ":;" or SENTENCE_END.search(one.text) is not None
    return Tie.BREAK if told and set_in and stopped and not two.text[0].islower() else None


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
