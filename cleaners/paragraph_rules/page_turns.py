"""What a page end parts: the sentence decides, unless the next page begins with an item or a heading."""

from __future__ import annotations

from cleaners.terms.sentence_ends import small_words
from cleaners.typesetting.pairs import CUT_IN_CAPITALS, DANGLING, GOES_ON, SENTENCE_END, Pair, Tie, is_centred
from cleaners.typesetting.setting import HIGH, Setting
from cleaners.typesetting.speeches import is_noted

FEWEST_SMALL = 4
"""Words in small letters of a line that stops amid a sentence; a heading has fewer."""
SHORTEST_HEADING = 6
"""Characters; what is shorter in capitals may be an abbreviation."""


def _is_whole(line: Setting) -> bool:
    """Whether a line that ends early can be the last of its block: no word or mark announces more."""
    cut = DANGLING.search(line.text) or CUT_IN_CAPITALS.search(line.text)
    return cut is None and line.text[-1] not in ",;&-–—"


def over_page(pair: Pair) -> Tie | None:
    """The tie over a page's end; None where the two lines stand on one page."""
    one, two = pair.one, pair.two
    if one.page == two.page and two.top > one.last_top - HIGH:
        return None
    sentence_end = SENTENCE_END.search(one.text) is not None
    if two.item or _is_headed(pair, sentence_end=sentence_end):
        return Tie.BREAK
    goes_on = GOES_ON.match(two.text) and not sentence_end
    starts = (one.last_left, one.inner) if pair.is_item else (one.last_left,)
    aligned = any(abs(start - two.left) < 5 for start in starts)
    quoted = aligned and not pair.ended
    within = quoted and pair.tie is Tie.JOIN and not pair.begins_paragraph and bool(one.line.words)
    amid = aligned and small_words(one.text) >= FEWEST_SMALL and not sentence_end and one.text[-1] not in ":;"
    centred = is_centred(two, pair.there) or (is_centred(one, pair.margins) and not pair.runs_on)
    if centred and not (goes_on and quoted) and not amid and not within:
        return Tie.BREAK
    cut = DANGLING.search(one.text) and not pair.ended and one.line.words
    if goes_on or cut or amid:
        return Tie.JOIN
    parted = pair.ended or (two.left > pair.there.left + 14 and not within)
    if one.line.page.has_boxes:
        return Tie.BREAK if parted or _is_alone(pair) else Tie.JOIN
    return Tie.BREAK if sentence_end and parted else Tie.JOIN


def _is_headed(pair: Pair, *, sentence_end: bool) -> bool:
    """Whether one of the lines is a heading: capitals below a sentence's end, or what ends early and stands
    above words that begin a sentence; in bare text capitals or a reporter's note below what may be whole."""
    one, two = pair.one, pair.two
    capitals = two.text.isupper()
    if sentence_end:
        below = capitals and not one.text.isupper() and len(two.text) > SHORTEST_HEADING
    else:
        heading = one.item or (one.text.isupper() and len(one.text) > SHORTEST_HEADING)
        below = heading and two.text[0].isupper() and not capitals and pair.ended
    bare = not one.line.words and pair.ended and (capitals or is_noted(two.text))
    return below or (bare and _is_whole(one))


def _is_alone(pair: Pair) -> bool:
    """Whether the line at the top of a page ends early and ends no sentence: a heading."""
    two, after = pair.two, pair.after
    if after is None or after.page != two.page or SENTENCE_END.search(two.text):
        return False
    return pair._replace(one=two, two=after).ended
