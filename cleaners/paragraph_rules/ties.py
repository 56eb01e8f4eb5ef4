"""What stands between two lines: a blank within a paragraph, a line end within a block, the end of a block.

A printed line ends a paragraph when the next line's first word would have fitted on it, or when the next line
is indented, set apart, or begins an item, a heading or a speech. Lines that all end early, stand close and
line up (an address, a signature, a centred title) are set lines. At a page's end the sentence decides.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from cleaners.pagination.examination_heads import begins_examination
from cleaners.paragraph_rules.bare_titles import titled
from cleaners.paragraph_rules.board_titles import board_form
from cleaners.paragraph_rules.dump_rules import (
    below,
    cut_off,
    dumped,
    entry,
    first_line,
    lines_are_paragraphs,
    linked,
    number_apart,
    one_source_line,
    quotation,
)
from cleaners.paragraph_rules.line_rules import begins_block, ended, indented, outdented, worded
from cleaners.paragraph_rules.page_turns import over_page
from cleaners.paragraph_rules.placed_rules import (
    amid_sentence,
    blackened,
    dangling,
    flush_right,
    in_quotation,
    opens,
    resized,
    spaced,
)
from cleaners.paragraph_rules.texas_titles import texas_title
from cleaners.paragraph_rules.title_pages import captions, panels, within
from cleaners.paragraph_rules.title_rules import below_sentence, centred, court, parts
from cleaners.paragraph_rules.zone_rules import tabbed, zoned
from cleaners.tuple_makers import maker
from cleaners.typesetting.labels import is_label, is_under
from cleaners.typesetting.pairs import SENTENCE_END, Pair, Tie, is_centred
from cleaners.typesetting.set_lines import fields, set_by_name
from cleaners.typesetting.setting import Setting
from cleaners.typesetting.speeches import Transcript, begins_note, is_noted, is_speech, is_sworn, swears
from cleaners.typesetting.text_margins import margins_of, with_right_margins

_pair = maker(Pair)

Rule = Callable[[Pair], Tie | None]

PLACED: tuple[Rule, ...] = (
    zoned,
    tabbed,
    worded,
    over_page,
    parts,
    set_by_name,
    fields,
    flush_right,
    resized,
    dangling,
    blackened,
    amid_sentence,
    court,
    below_sentence,
    spaced,
    in_quotation,
    opens,
    centred,
    begins_block,
    indented,
    ended,
    outdented,
)
"""What is asked of lines whose words have boxes; the first rule that knows decides."""

TYPED: tuple[Rule, ...] = (
    one_source_line,
    texas_title,
    board_form,
    linked,
    lines_are_paragraphs,
    entry,
    tabbed,
    worded,
    titled,
    over_page,
    parts,
    set_by_name,
    below,
    first_line,
    quotation,
    number_apart,
    cut_off,
    dumped,
    court,
    below_sentence,
    centred,
    begins_block,
    indented,
    ended,
    outdented,
)
"""The same for lines of bare text."""


def ties_of(settings: Sequence[Setting]) -> Iterator[Tie]:
    """The tie of each line to the next."""
    margins = margins_of(settings)
    settings = with_right_margins(settings, margins)
    spoken = Transcript.of(settings)
    parties, judges = captions(settings), panels(settings)
    cell, sentence = within(parties), within(judges)
    borders = {*judges.values(), *parties.values(), *(first - 1 for first in (*judges, *parties))}
    tie, label = Tie.BREAK, None
    around = zip((None, *settings), settings, settings[1:], (*settings[2:], None), strict=False)
    for index, (before, one, two, after) in enumerate(around):
        pair = _pair((one, two, before, after, tie, margins[one.measure], margins[two.measure]))
        label = one if is_label(one) else label if label and is_under(label, one) else None
        if label and two.left < one.left - 8 and pair.apart:
            label = None
        if index in cell or (label and is_under(label, two) and two.top > one.top):
            tie = Tie.SET
        elif index in sentence:
            tie = Tie.JOIN
        elif index in borders or (one.leaf != two.leaf and _opens_with_speech(two, spoken)):
            tie = Tie.BREAK
        elif one.leaf in spoken.pages and two.leaf in spoken.pages:
            tie = _spoken(pair, spoken)
        else:
            rules = PLACED if one.line.words else TYPED
            tie = next((found for rule in rules if (found := rule(pair)) is not None), Tie.JOIN)
        yield tie


def _opens_with_speech(first: Setting, spoken: Transcript) -> bool:
    """Whether someone begins to speak at the top of a page, whatever stands on the one before."""
    return first.leaf in spoken.pages and is_speech(first)


def _of_oath(pair: Pair) -> Tie | None:
    """The tie of what a reporter writes where a witness is sworn, and of the heading of the examination."""
    one, two = pair.one.text, pair.two.text
    if begins_examination(one) or begins_examination(two):
        return Tie.BREAK
    if is_sworn(one, two):
        return Tie.JOIN
    return Tie.BREAK if swears(two) or (pair.after and is_sworn(two, pair.after.text)) else None


def _spoken(pair: Pair, spoken: Transcript) -> Tie:
    """In a transcript a speech runs on, its paragraphs too, until someone else speaks. Headings are centred
    capitals, what the reporter notes stands in brackets."""
    one, two = pair.one, pair.two
    if is_speech(two) or is_noted(two.text) or is_noted(one.text):
        return Tie.BREAK
    if oath := _of_oath(pair):
        return oath
    if begins_note(two.text) and SENTENCE_END.search(one.text) and spoken.is_indented(two):
        return Tie.BREAK
    if two.text.isupper() and is_centred(two, pair.there) and not spoken.is_indented(two):
        return Tie.BREAK
    if one.text.isupper() and not is_speech(one):
        centred = is_centred(one, pair.margins) and not spoken.is_indented(one)
        heading = centred if one.leaf in spoken.capitals else not two.text.isupper() or pair.ended
        return Tie.BREAK if heading else Tie.JOIN
    return Tie.JOIN
