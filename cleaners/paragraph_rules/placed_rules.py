"""What only lines whose words have boxes are asked: type size, right margin, space between paragraphs."""

from __future__ import annotations

from cleaners.page import REDACTED
from cleaners.paragraph_rules.title_rules import name_court
from cleaners.terms.sentence_ends import FEWEST_IN_PROSE
from cleaners.typesetting.pairs import CUT, DANGLING, GOES_ON, LAST, SENTENCE_END, WIDEST_LEADING, Pair, Tie

WIDE_LINE = 0.7
"""The share of the text's width of a line that may be full: Word keeps ``of . . .`` and ``§ 12`` together."""

LEAST_SPACE, LEAST_SHARE = 3.0, 0.12
"""Points of space between paragraphs beyond the leading, and its share of that."""

SAME_LEFT = 2.0
"""Points by which the lines of a paragraph differ where they begin."""

LEAST_INDENT, DEEPEST = 10.0, 48.0
"""Points by which the first line of a paragraph is set in."""


def flush_right(pair: Pair) -> Tie | None:
    """What stands alone at the right (``Page(s)``, ``PRECEDENTIAL``) ends before what begins at the left."""
    one, two, margins = pair.one, pair.two, pair.margins
    at_right = one.left > margins.left + 0.6 * margins.width and one.left == one.last_left
    return Tie.BREAK if at_right and two.left < margins.left + 0.3 * margins.width else None


def resized(pair: Pair) -> Tie | None:
    """Type of another size begins a heading, or ends it, though the line above is full."""
    small, large = sorted((pair.one.size, pair.two.size))
    if pair.one.line.page.method == "ocr" or large <= 1.3 * small or pair.ended:
        return None
    short = min(len(s.text.split()) for s in (pair.one, pair.two)) < FEWEST_IN_PROSE
    return Tie.BREAK if short and not name_court(pair) else None


def dangling(pair: Pair) -> Tie | None:
    """A line that ends in the middle of a sentence goes on below: a full one, a little more space or not, and
    one broken before its time where the next is close and begins small."""
    one, two = pair.one, pair.two
    at = len(one.text) - LAST
    if two.text[0].islower() and CUT.search(one.text, at) and not two.item:
        flush = abs(two.left - pair.margins.left) < 4
        if 0 < pair.gap < (WIDEST_LEADING if flush else 1.5) * one.size:
            return Tie.JOIN
    if pair.ended or not DANGLING.search(one.text, at) or two.item:
        return None
    flush = abs(two.left - pair.margins.left) < 8 and two.left <= one.last_left + 3
    return Tie.JOIN if flush and 0 < pair.gap < WIDEST_LEADING * one.size else None


def blackened(pair: Pair) -> Tie | None:
    """Black runs on from line to line: what begins with it at the margin, words behind it, goes on with the
    line above, however short the words of that are; so does what begins small below black."""
    one, two = pair.one, pair.two
    if one.page != two.page:
        return None
    begun = two.text.startswith(REDACTED) and two.text != REDACTED
    flush = abs(two.left - pair.margins.left) < 8 and len(one.text.split()) > 2 and not one.text.isupper()
    small = one.text.endswith(REDACTED) and GOES_ON.match(two.text) and not two.item
    return Tie.JOIN if (begun and flush) or small else None


def amid_sentence(pair: Pair) -> Tie | None:
    """A long line that stops amid a sentence goes on in the next, close below it and at the same place, if
    that begins small or with a figure or the line ends with a word that no sentence ends with: a quotation
    has a right margin of its own, a label or a sticker at the page's edge may have moved it."""
    one, two = pair.one, pair.two
    amid = (
        two.text[0].islower()
        or two.text[0].isdigit()
        or (one.text[-1].islower() and CUT.search(one.text, len(one.text) - LAST))
    )
    if not amid or two.item:
        return None
    long = len(one.text.split()) >= FEWEST_IN_PROSE and not one.text.isupper()
    if not long or one.text[-1] in ".:;?!" or SENTENCE_END.search(one.text):
        return None
    within = pair.tie is Tie.JOIN and one.end - one.left > WIDE_LINE * pair.margins.width
    widest = WIDEST_LEADING if within and two.text[0].islower() else 1.5
    near = 0 < pair.gap < widest * one.size and not pair.apart
    at = (one.last_left, one.inner) if pair.is_item else (one.last_left,)
    return Tie.JOIN if near and any(abs(two.left - left) < 5 for left in at) else None


def spaced(pair: Pair) -> Tie | None:
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


def in_quotation(pair: Pair) -> Tie | None:
    """Within a block quotation the line before shows where its right margin is: a line goes on in the next if
    that one's first word would have made it longer."""
    before, one, two = pair.before, pair.one, pair.two
    if pair.tie is not Tie.JOIN or before is None or pair.apart or two.item:
        return None
    inset = one.left > pair.margins.left + 8 and one.page == two.page == before.page
    flush = abs(before.last_left - one.left) < 3 and abs(two.left - one.left) < 3
    full = one.end + two.first_width + 0.4 * one.size > max(before.end, two.end)
    return Tie.JOIN if inset and flush and full else None


def opens(pair: Pair) -> Tie | None:
    """A line set in below a paragraph that went on at the margin and has stopped opens another, be it short
    (``IT IS on this ____ day of ____,``) and in line with the one above by its middle."""
    one, two, left = pair.one, pair.two, pair.margins.left
    told = pair.tie is Tie.JOIN and one.page == two.page and one.line.page.method == "text layer"
    set_in = abs(one.left - left) < SAME_LEFT and LEAST_INDENT <= two.left - left <= DEEPEST
    stopped = pair.ended or one.text[-1] in ":;" or SENTENCE_END.search(one.text) is not None
    return Tie.BREAK if told and set_in and stopped and not two.text[0].islower() else None
