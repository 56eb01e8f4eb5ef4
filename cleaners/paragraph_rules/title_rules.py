"""What is centred, and what heads a block: a court's name, a title, a heading below a sentence's end."""

from __future__ import annotations

import re

from cleaners.paragraph_rules.page_turns import SHORTEST_HEADING
from cleaners.patterns import pattern
from cleaners.terms.sentence_ends import ends_sentence, is_prose, small_words
from cleaners.typesetting.pairs import SENTENCE_END, WIDEST_LEADING, Pair, Tie, is_centred, share_centre
from cleaners.typesetting.set_lines import FRONT
from cleaners.typesetting.setting import Setting
from cleaners.typesetting.text_margins import Margins

INITIAL = pattern(r"[A-Z]\.\s")
FEWEST_SMALL = 3
"""Words in small letters of the line that ends a sentence."""
LONGEST_NAME = 4
"""Words of a name that begins with an initial, as the first heading below another does with its letter."""
LONGEST_TITLE = 50
"""Characters: ``A. The Weather Logs`` is a heading, a line so long that begins with an initial is none."""
COURT_NAME = pattern(r"\b(?:COURT|CIRCUIT|DISTRICT OF|DIVISION|STATES)\b|^(?:for|in) the\b", re.IGNORECASE)
DOCKET_LINE = pattern(r"(?:Case |Docket )?Nos?\.? [\dA-Z][\w:-]*")
"""A docket number alone on a line: what stands in capitals below it is the paper's title."""

SAME_EDGE = 1.0
"""Points by which the edges of justified lines differ at most."""

OFF_CENTRE = 24.0
"""Points between the middles of two lines of which one is an item, the other a signature block's first."""

TYPED_STRAY = 18.0
"""Points, three columns: the middles of centred lines stray so far in a dump of proportional type."""


def court(pair: Pair) -> Tie | None:
    """A court's name is one block though its type changes size, and though the page has no full line to tell
    its middle by."""
    one, two, margins = pair.one, pair.two, pair.margins
    stray = 5 if one.line.words else TYPED_STRAY
    near = abs(one.center - two.center) < stray and pair.gap < WIDEST_LEADING * max(one.size, two.size)
    if not near or not name_court(pair) or FRONT.match(two.text) or _ends_prose(one) or is_prose(one.text):
        return None
    middle = is_centred(one, margins) or (is_centred(two, margins) and not pair.begins_paragraph)
    short = max(line.end - line.left for line in (one, two)) < 0.6 * margins.width
    capitals = one.text.isupper() and two.text.isupper() and short and bool(one.line.words)
    return Tie.SET if middle or capitals else None


def below_sentence(pair: Pair) -> Tie | None:
    """A heading in capitals or an item begins a block below a sentence's end, though its line was full."""
    two = pair.two.text
    title = len(two) < LONGEST_TITLE and not SENTENCE_END.search(two)
    item = pair.two.item and (title or not INITIAL.match(two))
    begins = item or (two.isupper() and len(two) > SHORTEST_HEADING)
    return Tie.BREAK if begins and _ends_prose(pair.one) else None


def _ends_prose(one: Setting) -> bool:
    return small_words(one.text) >= FEWEST_SMALL and ends_sentence(one.text)


PART = pattern(r"(?:[IVX]{1,5}|[A-H])\.?")
"""The numeral of an opinion's part, or the letter of a section: ``II`` over ``A``."""


def parts(pair: Pair) -> Tie | None:
    """The part of an opinion and its first section are headings by themselves."""
    one, two = pair.one.text, pair.two.text
    return Tie.BREAK if PART.fullmatch(one) and PART.fullmatch(two) and one != two else None


def centred(pair: Pair) -> Tie | None:
    """Centred lines are a title's, unless the first is as full as a line of text is."""
    one, two, margins = pair.one, pair.two, pair.margins
    runs_on = pair.runs_on and two.text[0].islower() and not SENTENCE_END.search(one.text)
    if runs_on or _is_justified(pair) or one.text.startswith("[^"):
        return None  # a first line may end as far from the margin as it is set in
    both = is_centred(one, margins), is_centred(two, margins) and not pair.begins_paragraph
    at_margin = one.left < margins.left + 8 and SENTENCE_END.search(one.text) is not None
    last = at_margin or (_ends_prose(one) and is_prose(one.text))  # of a paragraph
    if not all(both) and (last or not share_centre(one, two, margins) or pair.begins_paragraph):
        return Tie.BREAK if pair.apart or (any(both) and pair.ended and not _is_flush(pair)) else None
    below = DOCKET_LINE.fullmatch(one.text) and two.text.isupper()
    below = below or (one.text.isupper() and two.item and len(two.text.split()) > LONGEST_NAME)
    below = below or (one.item and not two.item and abs(one.center - two.center) > OFF_CENTRE)
    if pair.apart or below or (FRONT.match(two.text) and pair.gap > 1.5 * one.size):
        return Tie.BREAK
    if not pair.ended and _is_text(one, margins) and not _is_name(one.text, two.text):
        return Tie.JOIN
    alike = abs(one.size - two.size) < 0.3 * one.size and not (one.text.isupper() and _ends_prose(two))
    return Tie.SET if alike else Tie.BREAK


def _is_text(line: Setting, margins: Margins) -> bool:
    """Whether a line in the middle is as full as a line of text is, and no sentence ends short of the margin;
    a quotation's lines have a right margin of their own."""
    wide, narrow = line.end - line.left, line.right < margins.right - 8
    ends_short = wide < 0.9 * margins.width and not narrow and SENTENCE_END.search(line.text) is not None
    return (wide > 0.8 * margins.width or narrow) and not ends_short


def _is_name(one: str, two: str) -> bool:
    """Whether two lines are in capitals, or one is and the first names a court."""
    if one.isupper() and two.isupper():
        return True
    return (one.isupper() or two.isupper()) and COURT_NAME.search(one) is not None


def _is_justified(pair: Pair) -> bool:
    """Whether lines begin and end at one place, and those of a paragraph before do: centred ones differ."""
    one, two, before = pair.one, pair.two, pair.before
    if not one.line.words or pair.apart or abs(one.left - two.left) > SAME_EDGE:
        return False
    last = pair.tie is Tie.JOIN and before is not None and abs(before.end - one.end) < SAME_EDGE
    return last or abs(one.end - two.end) < SAME_EDGE


def _is_flush(pair: Pair) -> bool:
    """Whether short lines begin at one place, though one of them stands in the middle: an address does."""
    one, two = pair.one, pair.two
    short = max(line.end - line.left for line in (one, two)) < 0.7 * pair.margins.width
    ragged = abs(one.center - two.center) > 6 and not two.text.isupper()
    return abs(one.left - two.left) < 3 and short and ragged and bool(one.line.words)


def name_court(pair: Pair) -> bool:
    """Whether both lines may be parts of a court's name."""
    return all(COURT_NAME.search(line.text) for line in (pair.one, pair.two))
