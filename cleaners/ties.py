"""What stands between two lines: a blank within a paragraph, a line end within a block, the end of a block.

A printed line ends a paragraph when the next line's first word would have fitted on it, or when the next line
is indented, set apart, or begins an item, a heading or a speech. Lines that all end early, stand close and
line up (an address, a signature, a centred title) are set lines. At a page's end the sentence decides.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from enum import Enum
from itertools import pairwise
from typing import NamedTuple

from cleaners.cells import VERSUS
from cleaners.setting import HIGH, ITEM, Margins, Setting, margins_of, with_right_margins
from cleaners.speeches import is_speech, transcript_pages

NOTE_END = r"[”\"’')\]]*(?:\[\^[^\]\s]{1,4}\])*$"
SENTENCE_END = re.compile(r"[.?!]" + NOTE_END)
GOES_ON = re.compile(r"[a-z(,;§&]")
LABEL = re.compile(r"(?:(?:on behalf of|counsel for|attorneys? for|for) .*|appearances.*):$", re.IGNORECASE)
VOLUME = re.compile(r"(?:^|[\s,;(])\d{1,4}$")
REPORTER = re.compile(
    r"(?:[A-Z]\. ?(?:\d?[A-Z]\.|Supp|App|Ct|Ed|\d[dh])|Cal\.|Fed\. (?:Appx|Cl|Reg)|WL \d|\w+\. App\.)"
)
"""A citation cut after its volume is one citation, however short the line."""

DANGLING = re.compile(r"\b(?:and|or|of|the|a|an|in|to|for|by|with|that|on|at|from|as|is|was|no|not)$|,$")

COUNSEL = re.compile(r"Att\w{4,8} for\b", re.IGNORECASE)
ROLE = re.compile(
    r"\b(?:plaintiff|defendant|petitioner|respondent|appell(?:ant|ee)|debtor|claimant|movant)", re.IGNORECASE
)
NUMBERED = re.compile(r"(?:Nos?\.|Case|Docket|Civil|D\.C\.|_)", re.IGNORECASE)
COURT = re.compile(r"\b(?:Court|Circuit|Appeals?|District of)\b", re.IGNORECASE)
COURT_NAME = re.compile(r"\b(?:COURT|CIRCUIT|DISTRICT OF|DIVISION|STATES)\b|^(?:for|in) the\b", re.IGNORECASE)
BYLINE = re.compile(
    r"(?:[A-Z][A-Z.'’ -]+, (?:Chief |Senior )?(?:Circuit |District |Magistrate |Bankruptcy )?"
    r"(?:Judge|Justice)s?[:.]?$|PER CURIAM|Per Curiam[:.])"
)
E_MAIL = re.compile(r"\S@\S+\.\w+\W*$")
ADDRESS = re.compile(
    r"\S+@\S+\.\w+\)?$|\((?:admitted |pro hac vice)|.{0,50}\((?:SBN|CSB|Cal\. Bar|State Bar|Bar No)",
    re.IGNORECASE,
)

WIDEST_LEADING = 2.9
"""Gap to type size above which no two lines belong together: double spacing comes to 2.0 to 2.4."""

WIDEST_SIGNATURE = 5.5
"""Gap to type size within a signature block: a signature takes three or four lines."""

WORD_IN_DUMP = 24.0
"""Points, four characters: what a line of a dump may lack of the others' length beside a word."""


class Tie(Enum):
    """What is put between two lines."""

    JOIN = " "
    SET = "\n"
    BREAK = "\n\n"


class Pair(NamedTuple):
    """Two lines one after the other, the lines before and after them, the tie of the first to the line before
    it, and the margins of the pages (or cells) they stand on."""

    one: Setting
    two: Setting
    before: Setting | None
    after: Setting | None
    tie: Tie
    margins: Margins
    there: Margins

    @property
    def gap(self) -> float:
        """Points from line to line."""
        return self.two.top - self.one.last_top

    @property
    def ended(self) -> bool:
        """Whether the next line's first word would have fitted on the line: then the line was ended. A dump
        of proportional type says too little of widths: there only a line well short of the others counts."""
        if not self.one.line.words:
            return self.one.end + WORD_IN_DUMP < 0.74 * self.one.right
        return self.one.end + self.two.first_width + 0.4 * self.one.size < self.one.right - 4

    @property
    def is_item(self) -> bool:
        """Whether the first line begins an item; lines within a paragraph may begin with ``F.`` or ``C.``."""
        return self.tie is not Tie.JOIN and (
            ITEM.match(self.one.text) is not None or self.one.inner > self.one.left + 8
        )

    @property
    def leading(self) -> float:
        """The leading hereabouts: pages mix double-spaced text with single-spaced quotations and address
        blocks, so the gaps just above and below count before the page's usual one."""
        near = []
        if self.before is not None and self.before.page == self.one.page:
            near.append(self.one.top - self.before.last_top)
        if self.after is not None and self.after.page == self.two.page:
            near.append(self.after.top - self.two.last_top)
        if not self.one.line.words:
            near.append(self.margins.leading)
        size = self.one.size
        near = [gap for gap in near if 0.6 * size < gap < WIDEST_LEADING * size]
        return min(near) if near else max(self.margins.leading, 0.9 * size)

    @property
    def apart(self) -> bool:
        """Whether more space parts the lines than lines hereabouts have between them."""
        return self.gap > 1.3 * self.leading


def ties_of(settings: Sequence[Setting]) -> Iterator[Tie]:
    """The tie of each line to the next."""
    margins = margins_of(settings)
    settings = with_right_margins(settings, margins)
    spoken = transcript_pages(settings)
    captions = _caption_lines(settings)
    tie, label = Tie.BREAK, None
    for index, (one, two) in enumerate(pairwise(settings)):
        before = settings[index - 1] if index else None
        after = settings[index + 2] if index + 2 < len(settings) else None
        pair = Pair(one, two, before, after, tie, margins[one.page, one.zone], margins[two.page, two.zone])
        label = one if LABEL.match(one.text) else label if label and _is_under(label, one) else None
        if {index, index + 1} <= captions or (label and _is_under(label, two) and two.top > one.top):
            tie = Tie.SET
        elif {one.page, two.page} <= spoken:
            tie = _spoken(pair)
        else:
            tie = next((found for rule in RULES if (found := rule(pair)) is not None), Tie.JOIN)
        yield tie


def _caption_lines(settings: Sequence[Setting]) -> set[int]:
    """The lines of captions that are one cell (the appellate form: parties, their roles, ``v.`` between, all
    across the page): from the party above the ``v.`` to the role that ends with a period."""
    found: set[int] = set()
    for index, setting in enumerate(settings):
        if setting.zone == "cell" or not VERSUS.fullmatch(setting.text.strip("-–— ")):
            continue
        first = last = index
        while first > 0 and index - first < 12 and _is_party(settings[first - 1], settings[first]):
            first -= 1
        while last + 1 < len(settings) and last - index < 14 and _is_party(settings[last + 1], setting):
            last += 1
            if ROLE.search(settings[last].text) and settings[last].text.endswith("."):
                break
        if first < index < last:
            found |= set(range(first, last + 1))
    return found


def _is_party(line: Setting, beside: Setting) -> bool:
    return line.page == beside.page and not NUMBERED.match(line.text) and not COURT.search(line.text)


def _is_under(label: Setting, line: Setting) -> bool:
    """Whether a line stands indented below a label such as ``ON BEHALF OF PLAINTIFF:``."""
    return line.page == label.page and line.left > label.left + 8 and line.end < line.right - 36


def _spoken(pair: Pair) -> Tie:
    """In a transcript a speech runs on until someone else speaks; headings are centred capitals."""
    one, two = pair.one.text, pair.two.text
    if is_speech(two) or (two.isupper() and _is_centred(pair.two, pair.there)):
        return Tie.BREAK
    if one.isupper() and not is_speech(one) and (not two.isupper() or pair.ended):
        return Tie.BREAK
    return Tie.JOIN


# -- the rules, in their order; the first that knows decides -----------------------------------------------


def _one_source_line(pair: Pair) -> Tie | None:
    """In a flattened text only an earlier step can have parted two lines (a caption's cells): so be it."""
    if pair.one.row < 0 or pair.one.row != pair.two.row:
        return None
    return Tie.BREAK if pair.gap > HIGH else Tie.SET


def _zoned(pair: Pair) -> Tie | None:
    """A cell or a table is one block of set lines."""
    one, two = pair.one, pair.two
    in_block = one.zone in ("cell", "table")
    if one.zone != two.zone or (in_block and one.line.zone != two.line.zone):
        return Tie.BREAK
    return Tie.SET if in_block else None


def _worded(pair: Pair) -> Tie | None:
    """A citation cut after its volume is whole; a note and a judge's byline begin blocks, and a table's row
    ends one."""
    one, two = pair.one.text, pair.two.text
    if "\t" in one:
        return None if "\t" in two else Tie.BREAK
    if VOLUME.search(one) and REPORTER.match(two):
        return Tie.JOIN
    return Tie.BREAK if two.startswith("[^") or BYLINE.match(two) or BYLINE.match(one) else None


def _over_page(pair: Pair) -> Tie | None:
    """At a page's end the sentence decides, unless the next page begins with an item or a heading."""
    one, two, after = pair.one, pair.two, pair.after
    if one.page == two.page and two.top > one.last_top - HIGH:
        return None
    if ITEM.match(two.text) or _is_centred(two, pair.there) or _is_centred(one, pair.margins):
        return Tie.BREAK
    sentence_end = SENTENCE_END.search(one.text) is not None
    if GOES_ON.match(two.text) and not sentence_end:
        return Tie.JOIN
    alone = (
        after is not None
        and after.page == two.page
        and pair._replace(one=two, two=after).ended
        and not SENTENCE_END.search(two.text)
    )
    indented = two.left > pair.there.left + 14
    if one.line.page.has_boxes and (pair.ended or indented or alone):
        return Tie.BREAK
    return Tie.BREAK if sentence_end and (pair.ended or indented) else Tie.JOIN


def _named(pair: Pair) -> Tie | None:
    """Lines whose words or place say what they are, whatever their spacing: counsel, e-mail addresses, the
    rows of a table, a signature block at the right, which is one block however its names are spaced."""
    one, two, gap = pair.one, pair.two, pair.gap
    if COUNSEL.match(two.text) and pair.ended and gap < 2.6 * one.size:
        return Tie.SET
    middle = pair.margins.left + 0.42 * pair.margins.width
    at_right = min(one.left, two.left) > middle and abs(one.left - two.left) < 14
    if at_right and gap < WIDEST_SIGNATURE * one.size:
        return Tie.SET
    if E_MAIL.search(one.text) and E_MAIL.search(two.text) and gap < WIDEST_LEADING * one.size:
        return Tie.SET
    if "\t" in one.text and "\t" in two.text and gap < 2.6 * one.size:
        return Tie.SET
    address = ADDRESS.match(one.text) or ADDRESS.match(two.text)
    return Tie.SET if address and gap < 1.6 * one.size and abs(one.left - two.left) < 24 else None


def _dumped(pair: Pair) -> Tie | None:
    """In bare text a hanging indent, or a page end where the form feed was lost, parts no sentence."""
    if pair.one.line.words or pair.ended:
        return None
    return Tie.JOIN if GOES_ON.match(pair.two.text) and not SENTENCE_END.search(pair.one.text) else None


def _dangling(pair: Pair) -> Tie | None:
    """A full line that ends in the middle of a sentence goes on below, a little more space or not."""
    one, two = pair.one, pair.two
    if pair.ended or not one.line.words or not DANGLING.search(one.text) or ITEM.match(two.text):
        return None
    flush = abs(two.left - pair.margins.left) < 8 and two.left <= one.last_left + 3
    return Tie.JOIN if flush and 0 < pair.gap < WIDEST_LEADING * one.size else None


def _centred(pair: Pair) -> Tie | None:
    """Centred lines are a title's, unless the first is as full as a line of text is. A court's name is one
    block though its type changes size."""
    one, two, margins = pair.one, pair.two, pair.margins
    both = _is_centred(one, margins), _is_centred(two, margins)
    if not all(both) and not _share_centre(one, two, margins):
        return Tie.BREAK if pair.apart or (any(both) and pair.ended) else None
    court = COURT_NAME.search(one.text) and COURT_NAME.search(two.text)
    if court and pair.gap < WIDEST_LEADING * one.size:
        return Tie.SET
    if pair.apart:
        return Tie.BREAK
    capitals = one.text.isupper() and two.text.isupper()
    full = one.end - one.left > 0.8 * margins.width or one.right < margins.right - 8
    if not pair.ended and full and not capitals:
        return Tie.JOIN
    return Tie.SET if abs(one.size - two.size) < 0.3 * one.size else Tie.BREAK


def _begins_block(pair: Pair) -> Tie | None:
    """An item, or a heading in capitals after a sentence."""
    one, two = pair.one, pair.two
    if two.text.isupper() and not one.text.isupper() and SENTENCE_END.search(one.text) and len(two.text) > 6:
        return Tie.BREAK
    if not ITEM.match(two.text):
        return None
    in_list = pair.is_item and abs(one.left - two.left) < 5
    in_margin = two.left < one.left - 8 and two.inner <= one.left + 8
    return Tie.BREAK if pair.ended or in_list or in_margin or two.left > one.left + 8 else None


def _indented(pair: Pair) -> Tie | None:
    """A line set in from the one before begins a paragraph, unless it hangs from an item's mark."""
    one, two, margins = pair.one, pair.two, pair.margins
    hanging = pair.is_item and one.last_left + 3 < two.left <= one.inner + 6 and not pair.ended
    outdented = one.last_left < margins.left - 8 and two.left < margins.left + 8
    if two.left <= one.last_left + 8 or hanging or outdented:
        return Tie.BREAK if _are_first_lines(pair) else None
    full = two.end > margins.right - 60 or two.last_left != two.left
    first_line = full and 10 <= two.left - margins.left <= 60
    return _ended(pair) if pair.ended and not first_line else Tie.BREAK


def _are_first_lines(pair: Pair) -> bool:
    """Whether a paragraph of one full line stands above another paragraph's first line: both are indented,
    and what comes after is not. The lines of a quotation are all set in alike."""
    one, two, after = pair.one, pair.two, pair.after
    indented = abs(one.left - two.left) < 3 and two.left > pair.margins.left + 8
    last = after is None or after.page != two.page or after.left < two.left - 8
    return pair.tie is Tie.BREAK and indented and last and SENTENCE_END.search(one.text) is not None


def _ended(pair: Pair) -> Tie | None:
    """Lines that end early are set lines if they stand close and line up, else blocks."""
    one, two = pair.one, pair.two
    if not pair.ended:
        return None
    close = pair.gap < 1.5 * max(one.size, two.size)
    aligned = abs(one.last_left - two.left) < 40 or abs(one.center - two.center) < 6
    sentence = SENTENCE_END.search(one.text) and len(one.text.split()) > 5
    return Tie.SET if close and aligned and not sentence else Tie.BREAK


def _outdented(pair: Pair) -> Tie | None:
    """A line that begins left of an indented block ends it."""
    one, before = pair.one, pair.before
    in_block = pair.tie is Tie.JOIN and before is not None and abs(before.last_left - one.left) < 5
    return (
        Tie.BREAK if in_block and pair.two.left < one.left - 8 and one.left > pair.margins.left + 8 else None
    )


RULES: tuple[Callable[[Pair], Tie | None], ...] = (
    _one_source_line,
    _zoned,
    _worded,
    _over_page,
    _named,
    _dumped,
    _dangling,
    _centred,
    _begins_block,
    _indented,
    _ended,
    _outdented,
)


def _is_centred(setting: Setting, margins: Margins) -> bool:
    """Whether a line stands in the middle, well off both margins. An indented first line reaches the right
    margin and is none."""
    left, right = setting.left - margins.left, margins.right - setting.end
    return min(left, right) > 24 and min(left, right) > 0.62 * max(left, right)


def _share_centre(one: Setting, two: Setting, margins: Margins) -> bool:
    """Whether two lines of different length stand about the middle of the text: a centred group whose longest
    line reaches the margins. The columns of a dump are too coarse to tell."""
    middle = (margins.left + margins.right) / 2
    near = abs(one.center - two.center) < 5 and abs(one.center - middle) < 0.05 * margins.width
    differ = abs(one.left - two.left) > 6 and two.end - two.left < 0.95 * margins.width
    return bool(one.line.words) and near and differ
