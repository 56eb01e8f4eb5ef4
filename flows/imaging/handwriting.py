"""What stands on a scan by hand, which is no text, and the blanks that were left for it, which are.

OCR makes words of signatures, initials and check marks. They are told by their size: ink runs over the line
above or below, print keeps to the line. A rule that was printed to be filled in is ``____`` whatever was
written on it; a rule under printed words underlines them, and a rule by itself takes a signature.
"""

import re
from collections.abc import Sequence
from itertools import pairwise
from statistics import median

from cleaners.lexicon import is_word
from cleaners.page import BLANK, Rule, Token
from cleaners.reading_order.drawn_blanks import AFTER, ANSWER, NARROWEST, TAB
from cleaners.reading_order.fences import find_fences
from cleaners.terms.months import MONTH

WORD = re.compile(r"[A-Za-z]{5,}")
"""Letters that, if they make a word, were read from print: of ink OCR makes a short word now and then."""

TALL, UNSURE = 1.6, 0.6
"""A word so many times as high as the page's type, and read with less confidence, is ink: signatures on the
corpus's scans are 2 to 4 times as high at 0.0 to 0.5, headings in large type are read at 0.85 and more."""

STROKE = 2.0
"""A mark of one or two signs so many times as high as the type is a check mark or a brace, not type."""

SURE = 0.9
"""Confidence from which on a small word was printed, however high the box drawn round it."""

FLAT = 0.35
"""A letter or digit so much lower than the type is a bit of a rule or a speck."""

ENDS = 6.0
"""Points: so near the ends of a rule the words that it underlines begin and end."""

YEAR = re.compile(r",(?: ?\d{4}\.?)?")
"""What stands at the ends of the blank for a day, whose rule may be too faint or too short to be found."""

DAY = 90.0
"""Points: the longest blank for a day."""

WIDEST = 320.0
"""Points: the longest rule that is a blank."""


def without_ink(tokens: Sequence[Token], width: float) -> list[Token]:
    """The words of a page of ``width`` points but for those that are handwriting, strokes or bits of rules.
    The marks between a caption's cells are none of these, however tall OCR takes them to be."""
    letters = [t.height for t in tokens if any(c.isalnum() for c in t.text)]
    if not letters:
        return list(tokens)
    size, between = median(letters), {t for fence in find_fences(tokens, width) for t in fence.tokens}
    return [t for t in tokens if t in between or not _is_ink(t, size)]


def _is_ink(token: Token, size: float) -> bool:
    if token.height > TALL * size and token.confidence < UNSURE:
        return not any(is_word(w) for w in WORD.findall(token.text))
    if token.height > STROKE * size and len(token.text) <= 2:
        return not token.text.isupper() and not token.text.isdigit() and not _is_small_word(token)
    bare = token.text.strip("_|")
    return token.height < FLAT * size and (not bare or bare.isalnum()) and token.confidence < 0.8


def _is_small_word(token: Token) -> bool:
    """Whether a mark was surely read as a word: of a lone ``a`` the engine draws the box too high now and
    then, two lines of text, and check marks it reads as no such words."""
    return token.confidence >= SURE and (token.text == "a" or (len(token.text) == 2 and is_word(token.text)))


def with_blanks(tokens: Sequence[Token], rules: Sequence[Rule]) -> list[Token]:
    """The words with a ``____`` for each rule that was printed to be filled in."""
    kept = list(tokens)
    for index, rule in enumerate(rules):
        if rule.upright or not NARROWEST <= rule.right - rule.left <= WIDEST:
            continue
        words = [t for t in kept if any(c.isalnum() for c in t.text)]
        line = _line_at(rule, words)
        if line is None:
            continue
        on_it = [t for t in kept if _stands_on(rule, t, line)]
        filled = [] if _underlines(rule, on_it) else [t for t in on_it if _is_guessed(t)]
        if any(c.isalnum() for t in on_it if t not in filled for c in t.text) or _are_feet(rule, on_it):
            continue
        kept = [t for t in kept if t not in on_it]
        kept.append(Token(BLANK, rule.left, line.top, rule.right, line.bottom, row=-2_000_000 - index))
    return kept + _days(kept)


def _days(tokens: Sequence[Token]) -> list[Token]:
    """A ``____`` for each day that was left to be written between a month and the comma before its year."""
    ordered = sorted(tokens, key=lambda t: (t.row, t.left))
    dates = [
        (one, two)
        for one, two in pairwise(ordered)
        if re.fullmatch(MONTH, one.text) and YEAR.fullmatch(two.text)
    ]
    return [
        Token(BLANK, one.right + 1, one.top, two.left - 1, one.bottom, row=one.row)
        for one, two in dates
        if abs(two.middle - one.middle) < one.height and NARROWEST < two.left - one.right < DAY
    ]


def _line_at(rule: Rule, words: Sequence[Token]) -> Token | None:
    """The printed word beside a rule that stands on the rule's own line, if there is one."""
    level = [t for t in words if -2.5 <= rule.top - t.bottom <= 5 and t.middle < rule.top]
    before = [t for t in level if -3 <= rule.left - t.right <= AFTER]
    after = [t for t in level if -3 <= t.left - rule.right <= TAB and rule.right - rule.left <= ANSWER]
    return next(iter([*before, *after]), None)


def _stands_on(rule: Rule, token: Token, line: Token) -> bool:
    inside = min(token.right, rule.right) - max(token.left, rule.left)
    return inside > 0.5 * (token.right - token.left) and line.top - 4 < token.middle < rule.bottom + 4


def _underlines(rule: Rule, tokens: Sequence[Token]) -> bool:
    """Whether a rule is as long as the words on it: a blank is seldom filled to both of its ends."""
    left, right = min((t.left for t in tokens), default=0.0), max((t.right for t in tokens), default=0.0)
    return abs(left - rule.left) < ENDS and abs(right - rule.right) < ENDS


def _are_feet(rule: Rule, tokens: Sequence[Token]) -> bool:
    """Whether a rule lies within a word: of the feet of a filled-in copy's letters, which run together."""
    return any(t.left <= rule.left and t.right > rule.right + ENDS for t in tokens)


def _is_guessed(token: Token) -> bool:
    return token.confidence < UNSURE and not any(is_word(w) for w in WORD.findall(token.text))
