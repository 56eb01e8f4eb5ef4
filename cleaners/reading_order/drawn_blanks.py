"""Blanks to fill in that a form draws as rules: what nobody has filled in is ``____``, as typed blanks are.

Courts' forms draw them, and word processors underline tabs (``DATED:`` and a rule up to the margin). A rule
under words underlines them or is filled in with them; one with no word beside it is signed on, or parts.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from cleaners.page import BLANK, Rule, Token
from cleaners.reading_order.grids import joined

NARROWEST = 18.0
"""Points: the shortest rule that is a blank."""

AFTER, TAB = 14.0, 36.0
"""Points at most from the word that asks for a blank, and over a tab stop: from a label (``Date:``), or to
what is to be chosen (``____ NOT GUILTY``)."""

OVER = 3.0
"""Points by which a rule may reach under the word beside it."""

ANSWER = 140.0
"""Points: the longest blank that stands before its words. A longer rule closes a caption's left cell."""

ABOVE, BELOW = 3.5, 2.0
"""Points above and below the foot of its line's type at which a blank is drawn; a table's rule is lower."""


def drawn_blanks(tokens: Sequence[Token], rules: Sequence[Rule]) -> Iterator[Token]:
    """A ``____`` for each rule of a text layer's page that was left to be filled in, in place of a word."""
    for rule in joined([r for r in rules if not r.upright]):
        if rule.right - rule.left < NARROWEST:
            continue
        level = [t for t in tokens if -ABOVE <= rule.top - t.bottom <= BELOW and t.middle < rule.top]
        line = next((t for t in level if _asks(t, rule)), None)
        if line and not any(_stands_on(token, rule) for token in tokens):
            yield Token(BLANK, rule.left, line.top, rule.right, line.bottom)


def _asks(token: Token, rule: Rule) -> bool:
    """Whether a word of the rule's own line stands close before it, or behind it with the sentence's rest."""
    before, after = rule.left - token.right, token.left - rule.right
    if before >= -OVER:
        asks = any(c.isalnum() or c in ":$#(" for c in token.text)
        return asks and before <= (TAB if token.text.endswith(":") else AFTER)
    goes_on = token.text[0].islower() or token.text[0] in ",;."
    return -OVER <= after <= (AFTER if goes_on else TAB) and (goes_on or rule.right - rule.left <= ANSWER)


def _stands_on(token: Token, rule: Rule) -> bool:
    inside = min(token.right, rule.right) - max(token.left, rule.left)
    if inside <= 0.5 * (token.right - token.left):
        return False
    return rule.top - 1.2 * token.height < token.middle < rule.bottom + 4
