"""Lines to paragraphs: a paragraph, heading or item is one line, set lines keep theirs, pages leave no trace.

A printed line ends a paragraph when the next line's first word would have fitted on it, or when the next
line is indented, set apart, or begins an item or a speech. Lines that all end early and stand close together
(an address, a signature, a centred title) are set lines. At a page's end the sentence decides.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import Enum
from itertools import pairwise
from typing import NamedTuple

from cleaners.cells import VERSUS
from cleaners.document import Document, Edit, cleaned
from cleaners.setting import HIGH, Margins, Setting, margins_of, settings_of

SPEECH = re.compile(
    r"(?:[QA][.:]?(?=\s|$)|(?:THE|MR|MS|MRS|DR|JUDGE|JUSTICE)\.? [A-Z][A-Z.'’ -]*:|[A-Z][A-Z.'’-]+(?: [A-Z.'’-]+){0,3}:)"
)
"""Who speaks in a transcript (Q., A., THE COURT:, MR. ROE:)."""

FEWEST_SPEECHES = 3
"""So many speeches on a page make it a transcript's."""

ITEM = re.compile(r"(?:\(?(?:\d{1,3}|[A-Za-z]|[ivxIVX]{1,5})[.)]|[IVX]{1,5}\.|[•·▪☐☒]|\(\d+\)|¶ ?\d+|\[\^[^\]\s]{1,4}\]:)(?=\s)")

SENTENCE_END = re.compile(r"[.?!][”\"’')\]]*(?:\[\^[^\]\s]{1,4}\])?$")
GOES_ON = re.compile(r"[a-z(,;]")
ROLE = re.compile(r"\b(?:plaintiff|defendant|petitioner|respondent|appell(?:ant|ee)|debtor|claimant|movant)", re.IGNORECASE)
NUMBERED = re.compile(r"(?:Nos?\.|Case|Docket|Civil|D\.C\.|_)", re.IGNORECASE)
COURT = re.compile(r"\b(?:Court|Circuit|Appeals?|District of)\b", re.IGNORECASE)
WIDEST_LEADING = 2.9
"""Gap to type size above which no two lines belong together: double spacing comes to 2.0 to 2.4."""

WIDEST_SIGNATURE = 5.5
"""Gap to type size within a signature block: a signature takes three or four lines."""

COUNSEL = re.compile(r"Attorneys? for\b", re.IGNORECASE)


class Tie(Enum):
    """What stands between two lines: a blank, a line end within a block, or the end of a block."""

    JOIN = " "
    SET = "\n"
    BREAK = "\n\n"


def join_lines(text: str) -> str:
    """Join the lines of each paragraph; a blank line parts the blocks.

    >>> print(join_lines("The court finds that the motion was filed\\nwithin the time.\\n\\n"
    ...                  "Accordingly, the motion is granted in its\\nentirety.\\n"))
    The court finds that the motion was filed within the time.
    <BLANKLINE>
    Accordingly, the motion is granted in its entirety.
    <BLANKLINE>
    """
    return cleaned(text, find_paragraphs, by="paragraphs")


def find_paragraphs(document: Document) -> Iterator[Edit]:
    """For each line end whether it becomes a blank, stays, or ends a block; indents and blank lines go."""
    settings = settings_of(document)
    text = document.text
    if not settings:
        return
    ties = [*_ties(settings)]
    yield from _replaced(text, 0, _start(settings[0]), "", "space before the text")
    for (one, two), tie in zip(pairwise(settings), ties, strict=True):
        reason = "line end" if tie is Tie.JOIN else "block"
        yield from _replaced(text, _end(one), _start(two), tie.value, reason)
    yield from _replaced(text, _end(settings[-1]), len(text), "\n", "end of the text")


def _start(setting: Setting) -> int:
    line = setting.line
    return line.start + len(line.text) - len(line.text.lstrip())


def _end(setting: Setting) -> int:
    return setting.line.start + len(setting.line.text.rstrip())


def _replaced(text: str, start: int, end: int, insert: str, reason: str) -> Iterator[Edit]:
    if text[start:end] != insert:
        yield Edit(start, end, insert, reason)


def _ties(settings: list[Setting]) -> Iterator[Tie]:
    margins = margins_of(settings)
    spoken = _transcript_pages(settings)
    captions = _caption_lines(settings)
    tie = Tie.BREAK
    for index, (one, two) in enumerate(pairwise(settings)):
        around = Around(
            settings[index - 1] if index else None,
            settings[index + 2] if index + 2 < len(settings) else None,
            tie,
        )
        if index in captions and index + 1 in captions:
            tie = Tie.SET
        else:
            tie = _tie(one, two, around, margins, spoken)
        yield tie


class Around(NamedTuple):
    """What stands before and after two lines, and the tie of the first to the line before it."""

    before: Setting | None
    after: Setting | None
    tie: Tie


def _transcript_pages(settings: list[Setting]) -> set[int]:
    counts: dict[int, int] = {}
    for setting in settings:
        if SPEECH.match(setting.text):
            counts[setting.page] = counts.get(setting.page, 0) + 1
    return {page for page, count in counts.items() if count >= FEWEST_SPEECHES}


def _caption_lines(settings: list[Setting]) -> set[int]:
    """The lines of captions that are one cell (the appellate form: parties, their roles, ``v.`` between, all
    across the page): from the party above the ``v.`` to the role that ends with a period."""
    found: set[int] = set()
    for index, setting in enumerate(settings):
        if not VERSUS.fullmatch(setting.text) or setting.zone == "cell":
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


def _tie(
    one: Setting, two: Setting, around: Around, margins: dict[tuple[int, str], Margins], spoken: set[int]
) -> Tie:
    if one.page in spoken and two.page in spoken:
        return _spoken(one, two, margins)
    if one.zone != two.zone or (one.zone == "cell" and one.line.zone != two.line.zone):
        return Tie.BREAK
    if one.zone == "cell":
        return Tie.SET
    if two.text.startswith("[^"):
        return Tie.BREAK
    if one.page != two.page or two.top <= one.last_top - HIGH:
        return _over_page(one, two, margins)
    return _on_page(one, two, around, margins[one.page, one.zone])


def _spoken(one: Setting, two: Setting, margins: dict[tuple[int, str], Margins]) -> Tie:
    """In a transcript a speech runs on until someone else speaks; headings are centred capitals."""
    if SPEECH.match(two.text) or two.text.isupper() and _is_centred(two, margins[two.page, two.zone]):
        return Tie.BREAK
    if one.text.isupper() and not SPEECH.match(one.text):
        return Tie.BREAK
    return Tie.JOIN


def _is_centred(setting: Setting, margins: Margins) -> bool:
    inset = setting.left - margins.left
    return inset > 30 and abs(inset - (margins.right - setting.end)) < max(14.0, 0.12 * (margins.right - margins.left))


def _fitted(one: Setting, two: Setting, margins: Margins) -> bool:
    """Whether the next line's first word would have fitted on the line: then the line was ended."""
    return one.end + two.first_width + 0.4 * one.size < margins.right - 4


def _over_page(one: Setting, two: Setting, margins: dict[tuple[int, str], Margins]) -> Tie:
    here, there = margins[one.page, one.zone], margins[two.page, two.zone]
    if ITEM.match(two.text) or _is_centred(two, there):
        return Tie.BREAK
    if GOES_ON.match(two.text) and not SENTENCE_END.search(one.text):
        return Tie.JOIN
    if one.line.page.has_boxes and (_fitted(one, two, here) or two.left > there.left + 14):
        return Tie.BREAK
    return Tie.BREAK if SENTENCE_END.search(one.text) and _fitted(one, two, here) else Tie.JOIN


def _on_page(one: Setting, two: Setting, around: Around, margins: Margins) -> Tie:
    gap = two.top - one.last_top
    ended = _fitted(one, two, margins)
    if COUNSEL.match(two.text) and ended and gap < 2.6 * one.size:
        return Tie.SET
    if _is_at_right(one, two, margins) and gap < WIDEST_SIGNATURE * one.size:
        return Tie.SET
    if "\t" in one.text and "\t" in two.text and gap < 2.6 * one.size:
        return Tie.SET
    apart = gap > 1.3 * _leading(one, two, around, margins)
    if not one.line.words and apart and not SENTENCE_END.search(one.text) and GOES_ON.match(two.text) and not ended:
        return Tie.JOIN  # a page end in a dump that lost its form feeds
    if apart:
        return Tie.BREAK
    if _is_centred(one, margins) and _is_centred(two, margins):
        return _centred_tie(one, two, ended)
    in_list = ITEM.match(one.text) and abs(one.left - two.left) < 5
    if ITEM.match(two.text) and (ended or in_list or two.left > one.left + 8):
        return Tie.BREAK
    hanging = ITEM.match(one.text) and abs(two.left - one.second) < 6 and two.left > one.left
    if two.left > one.left + 8 and not hanging:
        return _ended_tie(one, two, gap) if ended and not _is_indent(two, margins) else Tie.BREAK
    if ended:
        return _ended_tie(one, two, gap)
    in_block = around.tie is Tie.JOIN and around.before is not None and abs(around.before.left - one.left) < 5
    if two.left < one.left - 8 and in_block and one.left > margins.left + 8:
        return Tie.BREAK
    return Tie.JOIN


def _is_at_right(one: Setting, two: Setting, margins: Margins) -> bool:
    """Whether two lines stand in the right half of the page and line up: a signature block, which is one block
    however its names are spaced."""
    middle = margins.left + 0.42 * (margins.right - margins.left)
    return min(one.left, two.left) > middle and abs(one.left - two.left) < 14


def _leading(one: Setting, two: Setting, around: Around, margins: Margins) -> float:
    """The leading hereabouts: pages mix double-spaced text with single-spaced quotations and address blocks,
    so the gaps just above and below count before the page's usual one."""
    near = []
    if around.before is not None and around.before.page == one.page:
        near.append(one.top - around.before.last_top)
    if around.after is not None and around.after.page == two.page:
        near.append(around.after.top - two.last_top)
    near = [gap for gap in near if 0.6 * one.size < gap < WIDEST_LEADING * one.size]
    return min(near) if near else max(margins.leading, 0.9 * one.size)


def _is_indent(two: Setting, margins: Margins) -> bool:
    """Whether a line is set in like the first line of a paragraph of the page's text."""
    return 10 <= two.left - margins.left <= 60 and two.end > margins.right - 60


def _centred_tie(one: Setting, two: Setting, ended: bool) -> Tie:
    """Centred lines are a title's, unless the first is as full as a line of text is."""
    if not ended:
        return Tie.JOIN
    return Tie.SET if abs(one.size - two.size) < 0.3 * one.size else Tie.BREAK


def _ended_tie(one: Setting, two: Setting, gap: float) -> Tie:
    """Between lines that end early: set lines if they stand close and line up, else blocks."""
    close = gap < 1.5 * max(one.size, two.size)
    sentence = SENTENCE_END.search(one.text) and len(one.text.split()) > 5
    return Tie.SET if close and not sentence else Tie.BREAK
