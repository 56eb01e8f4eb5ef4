"""What stands between two lines: a blank within a paragraph, a line end within a block, the end of a block.

A printed line ends a paragraph when the next line's first word would have fitted on it, or when the next line
is indented, set apart, or begins an item, a heading or a speech. Lines that all end early, stand close and
line up (an address, a signature, a centred title) are set lines. At a page's end the sentence decides.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
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
COUNSEL = re.compile(r"Attorneys? for\b", re.IGNORECASE)
ROLE = re.compile(r"\b(?:plaintiff|defendant|petitioner|respondent|appell(?:ant|ee)|debtor|claimant|movant)", re.IGNORECASE)
NUMBERED = re.compile(r"(?:Nos?\.|Case|Docket|Civil|D\.C\.|_)", re.IGNORECASE)
COURT = re.compile(r"\b(?:Court|Circuit|Appeals?|District of)\b", re.IGNORECASE)
COURT_NAME = re.compile(r"\b(?:COURT|CIRCUIT|DISTRICT OF|DIVISION|STATES)\b|^(?:for|in) the\b", re.IGNORECASE)
BYLINE = re.compile(
    r"(?:[A-Z][A-Z.'’ -]+, (?:Chief |Senior )?(?:Circuit |District |Magistrate |Bankruptcy )?(?:Judge|Justice)s?[:.]?$|"
    r"PER CURIAM|Per Curiam[:.])"
)
ADDRESS = re.compile(r"\S+@\S+\.\w+\)?$|\((?:admitted |pro hac vice)|.{0,50}\((?:SBN|CSB|Cal\. Bar|State Bar|Bar No)", re.IGNORECASE)

WIDEST_LEADING = 2.9
"""Gap to type size above which no two lines belong together: double spacing comes to 2.0 to 2.4."""

WIDEST_SIGNATURE = 5.5
"""Gap to type size within a signature block: a signature takes three or four lines."""


class Tie(Enum):
    """What is put between two lines."""

    JOIN = " "
    SET = "\n"
    BREAK = "\n\n"


class Around(NamedTuple):
    """What stands before and after two lines, and the tie of the first to the line before it."""

    before: Setting | None
    after: Setting | None
    tie: Tie


def ties_of(settings: Sequence[Setting]) -> Iterator[Tie]:
    """The tie of each line to the next."""
    margins = margins_of(settings)
    settings = with_right_margins(settings, margins)
    spoken = transcript_pages(settings)
    captions = _caption_lines(settings)
    tie = Tie.BREAK
    label: Setting | None = None
    for index, (one, two) in enumerate(pairwise(settings)):
        label = one if LABEL.match(one.text) else label if label and _is_under(label, one) else None
        before = settings[index - 1] if index else None
        after = settings[index + 2] if index + 2 < len(settings) else None
        if index in captions and index + 1 in captions:
            tie = Tie.SET
        elif label and _is_under(label, two) and two.top > one.top:
            tie = Tie.SET
        elif one.page in spoken and two.page in spoken:
            tie = _spoken(one, two, margins[two.page, two.zone])
        else:
            tie = _tie(one, two, Around(before, after, tie), margins)
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


def _is_under(label: Setting, line: Setting) -> bool:
    """Whether a line stands indented below a label such as ``ON BEHALF OF PLAINTIFF:``."""
    return line.page == label.page and line.left > label.left + 8 and line.end < line.right - 36


def _is_party(line: Setting, beside: Setting) -> bool:
    return line.page == beside.page and not NUMBERED.match(line.text) and not COURT.search(line.text)


def _spoken(one: Setting, two: Setting, margins: Margins) -> Tie:
    """In a transcript a speech runs on until someone else speaks; headings are centred capitals."""
    if is_speech(two.text) or two.text.isupper() and _is_centred(two, margins):
        return Tie.BREAK
    if one.text.isupper() and not is_speech(one.text) and (not two.text.isupper() or _fitted(one, two)):
        return Tie.BREAK
    return Tie.JOIN


def _tie(one: Setting, two: Setting, around: Around, margins: dict[tuple[int, str], Margins]) -> Tie:
    if one.zone != two.zone or (one.zone in ("cell", "table") and one.line.zone != two.line.zone):
        return Tie.BREAK
    if one.zone in ("cell", "table"):
        return Tie.SET
    if two.text.startswith("[^") or BYLINE.match(two.text) or BYLINE.match(one.text):
        return Tie.BREAK
    if one.page != two.page or two.top <= one.last_top - HIGH:
        return _over_page(one, two, around, margins[one.page, one.zone], margins[two.page, two.zone])
    return _on_page(one, two, around, margins[one.page, one.zone])


def _over_page(one: Setting, two: Setting, around: Around, here: Margins, there: Margins) -> Tie:
    if ITEM.match(two.text) or _is_centred(two, there) or _is_centred(one, here):
        return Tie.BREAK
    if GOES_ON.match(two.text) and not SENTENCE_END.search(one.text):
        return Tie.JOIN
    after = around.after
    alone = after is not None and after.page == two.page and _fitted(two, after) and not SENTENCE_END.search(two.text)
    if one.line.page.has_boxes and (_fitted(one, two) or two.left > there.left + 14 or alone):
        return Tie.BREAK
    return Tie.BREAK if SENTENCE_END.search(one.text) and _fitted(one, two) else Tie.JOIN


def _on_page(one: Setting, two: Setting, around: Around, margins: Margins) -> Tie:
    gap = two.top - one.last_top
    ended = _fitted(one, two)
    if (tie := _set_apart(one, two, ended, gap, margins)) is not None:
        return tie
    apart = gap > 1.3 * _leading(one, two, around, margins)
    if not one.line.words and GOES_ON.match(two.text) and not SENTENCE_END.search(one.text) and not ended:
        return Tie.JOIN  # a hanging indent, or a page end in a dump that lost its form feeds
    centred = _is_centred(one, margins), _is_centred(two, margins)
    if centred == (True, True) or _share_centre(one, two, margins):
        return Tie.BREAK if apart else _centred_tie(one, two, ended, margins)
    if apart or (True in centred and ended):
        return Tie.BREAK
    if _begins_block(one, two, ended):
        return Tie.BREAK
    hanging = ITEM.match(one.text) is not None and one.left + 3 < two.left <= one.inner + 6 and not ended
    outdented = one.left < margins.left - 8
    if two.left > one.left + 8 and not hanging and not (outdented and two.left < margins.left + 8):
        return _ended_tie(one, two, gap) if ended and not _is_indent(two, margins) else Tie.BREAK
    if ended:
        return _ended_tie(one, two, gap)
    in_block = around.tie is Tie.JOIN and around.before is not None and abs(around.before.left - one.left) < 5
    if two.left < one.left - 8 and in_block and one.left > margins.left + 8:
        return Tie.BREAK
    return Tie.JOIN


def _set_apart(one: Setting, two: Setting, ended: bool, gap: float, margins: Margins) -> Tie | None:
    """Ties of lines whose words or place say what they are, whatever their spacing."""
    if COUNSEL.match(two.text) and ended and gap < 2.6 * one.size:
        return Tie.SET
    if _is_at_right(one, two, margins) and gap < WIDEST_SIGNATURE * one.size:
        return Tie.SET
    close = gap < 1.6 * one.size
    if "\t" in one.text and "\t" in two.text and gap < 2.6 * one.size:
        return Tie.SET
    if close and abs(one.left - two.left) < 24 and (ADDRESS.match(one.text) or ADDRESS.match(two.text)):
        return Tie.SET
    return None


def _begins_block(one: Setting, two: Setting, ended: bool) -> bool:
    """Whether the second line is an item or a heading of its own."""
    if two.text.isupper() and not one.text.isupper() and SENTENCE_END.search(one.text) and len(two.text) > 6:
        return True
    if not ITEM.match(two.text):
        return False
    in_list = ITEM.match(one.text) is not None and abs(one.left - two.left) < 5
    return ended or in_list or two.left > one.left + 8 or two.left < one.left - 8 and two.inner <= one.left + 8


def _fitted(one: Setting, two: Setting) -> bool:
    """Whether the next line's first word would have fitted on the line: then the line was ended. A dump of
    proportional type says too little of widths: there only a line well short of the others counts."""
    if not one.line.words:
        return one.end + WORD_IN_DUMP < 0.74 * one.right
    return one.end + two.first_width + 0.4 * one.size < one.right - 4


WORD_IN_DUMP = 24.0


def _leading(one: Setting, two: Setting, around: Around, margins: Margins) -> float:
    """The leading hereabouts: pages mix double-spaced text with single-spaced quotations and address blocks,
    so the gaps just above and below count before the page's usual one."""
    near = []
    if around.before is not None and around.before.page == one.page:
        near.append(one.top - around.before.last_top)
    if around.after is not None and around.after.page == two.page:
        near.append(around.after.top - two.last_top)
    if not one.line.words:
        near.append(margins.leading)
    near = [gap for gap in near if 0.6 * one.size < gap < WIDEST_LEADING * one.size]
    return min(near) if near else max(margins.leading, 0.9 * one.size)


def _is_centred(setting: Setting, margins: Margins) -> bool:
    """Whether a line stands in the middle, well off both margins. An indented first line reaches the right
    margin and is none."""
    left, right = setting.left - margins.left, margins.right - setting.end
    return min(left, right) > 24 and min(left, right) > 0.62 * max(left, right)


def _share_centre(one: Setting, two: Setting, margins: Margins) -> bool:
    """Whether two lines of different length stand about the middle of the text: a centred group whose longest
    line reaches the margins."""
    if not one.line.words:
        return False  # the columns of a dump are too coarse
    middle = (margins.left + margins.right) / 2
    near = abs(one.center - two.center) < 5 and abs(one.center - middle) < 0.05 * margins.width
    return near and abs(one.left - two.left) > 6 and two.end - two.left < 0.95 * margins.width


def _is_indent(two: Setting, margins: Margins) -> bool:
    """Whether a line is set in like the first line of a paragraph of the page's text."""
    return 10 <= two.left - margins.left <= 60 and two.end > margins.right - 60


def _is_at_right(one: Setting, two: Setting, margins: Margins) -> bool:
    """Whether two lines stand in the right half of the page and line up: a signature block, which is one block
    however its names are spaced."""
    middle = margins.left + 0.42 * margins.width
    return min(one.left, two.left) > middle and abs(one.left - two.left) < 14


def _centred_tie(one: Setting, two: Setting, ended: bool, margins: Margins) -> Tie:
    """Centred lines are a title's, unless the first is as full as a line of text is. A court's name is one
    block though its type changes size."""
    if COURT_NAME.search(one.text) and COURT_NAME.search(two.text):
        return Tie.SET
    if not ended and one.end - one.left > 0.8 * margins.width and not (one.text.isupper() and two.text.isupper()):
        return Tie.JOIN
    return Tie.SET if abs(one.size - two.size) < 0.3 * one.size else Tie.BREAK


def _ended_tie(one: Setting, two: Setting, gap: float) -> Tie:
    """Between lines that end early: set lines if they stand close and line up, else blocks."""
    close = gap < 1.5 * max(one.size, two.size)
    aligned = abs(one.left - two.left) < 40 or abs(one.center - two.center) < 6
    sentence = SENTENCE_END.search(one.text) and len(one.text.split()) > 5
    return Tie.SET if close and aligned and not sentence else Tie.BREAK
