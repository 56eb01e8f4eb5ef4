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

from cleaners.document import Document, Edit, cleaned
from cleaners.setting import HIGH, Margins, Setting, margins_of, settings_of

SPEECH = re.compile(
    r"(?:[QA][.:]?(?=\s|$)|(?:THE|MR|MS|MRS|DR|JUDGE|JUSTICE)\.? [A-Z][A-Z.'’ -]*:|[A-Z][A-Z.'’-]+(?: [A-Z.'’-]+){0,3}:)"
)
"""Who speaks in a transcript (Q., A., THE COURT:, MR. ROE:)."""

FEWEST_SPEECHES = 3
"""So many speeches on a page make it a transcript's."""

ITEM = re.compile(r"(?:\(?(?:\d{1,3}|[A-Za-z]|[ivxIVX]{1,5})[.)]|[IVX]{1,5}\.|[•·▪☐☒]|\(\d+\)|¶ ?\d+|\[\^[^\]\s]{1,4}\]:)(?=\s)")
ENDED = re.compile(r"[.?!:;][”\"’')\]]*(?:\[\^[^\]\s]{1,4}\])?$")
SENTENCE_END = re.compile(r"[.?!][”\"’')\]]*(?:\[\^[^\]\s]{1,4}\])?$")
GOES_ON = re.compile(r"[a-z(,;]")
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
    for index, (one, two) in enumerate(pairwise(settings)):
        before = settings[index - 1] if index else None
        after = settings[index + 2] if index + 2 < len(settings) else None
        yield _tie(before, one, two, after, margins, spoken)


def _transcript_pages(settings: list[Setting]) -> set[int]:
    counts: dict[int, int] = {}
    for setting in settings:
        if SPEECH.match(setting.text):
            counts[setting.page] = counts.get(setting.page, 0) + 1
    return {page for page, count in counts.items() if count >= FEWEST_SPEECHES}


def _tie(
    before: Setting | None, one: Setting, two: Setting, after: Setting | None,
    margins: dict[tuple[int, str], Margins], spoken: set[int],
) -> Tie:
    if one.page in spoken and two.page in spoken:
        return _spoken(one, two, margins)
    if one.zone != two.zone or (one.zone == "cell" and one.line.zone != two.line.zone):
        return Tie.BREAK
    if one.zone == "cell":
        return Tie.SET
    if one.text.startswith("[^") != two.text.startswith("[^") and two.text.startswith("[^"):
        return Tie.BREAK
    if one.page != two.page or two.top <= one.last_top - HIGH:
        return _over_page(one, two, margins)
    return _on_page(before, one, two, after, margins[one.page, one.zone])


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
    return one.end + two.first_width + 0.6 * one.size < margins.right - 4


def _over_page(one: Setting, two: Setting, margins: dict[tuple[int, str], Margins]) -> Tie:
    here, there = margins[one.page, one.zone], margins[two.page, two.zone]
    if ITEM.match(two.text) or _is_centred(two, there):
        return Tie.BREAK
    if GOES_ON.match(two.text) and not SENTENCE_END.search(one.text):
        return Tie.JOIN
    if one.line.page.has_boxes and (_fitted(one, two, here) or two.left > there.left + 14):
        return Tie.BREAK
    return Tie.BREAK if SENTENCE_END.search(one.text) and _fitted(one, two, here) else Tie.JOIN


def _on_page(before: Setting | None, one: Setting, two: Setting, after: Setting | None, margins: Margins) -> Tie:
    gap = two.top - one.last_top
    usual = _local_leading(before, one, two, after, margins)
    tabbed = "\t" in one.text and "\t" in two.text
    ended = _fitted(one, two, margins)
    apart = gap > 1.3 * usual
    if COUNSEL.match(two.text) and ended and gap < 2.6 * one.size:
        return Tie.SET
    if tabbed and gap < 2.6 * one.size:
        return Tie.SET
    if apart:
        return Tie.BREAK
    if _is_centred(one, margins) and _is_centred(two, margins):
        return Tie.SET if abs(one.size - two.size) < 0.3 * one.size else Tie.BREAK
    hanging = ITEM.match(one.text) and abs(two.left - one.second) < 6 and two.left > one.left
    if ITEM.match(two.text) and (ended or two.left >= one.left):
        return Tie.BREAK
    if two.left > one.left + 8 and not hanging:
        return _ended_tie(one, two, gap) if ended and not _is_indent(two, margins) else Tie.BREAK
    if ended:
        return _ended_tie(one, two, gap)
    if two.left < one.left - 8 and before is not None and before.page == one.page and _continues(before, one, margins):
        return Tie.BREAK
    return Tie.JOIN


def _local_leading(
    before: Setting | None, one: Setting, two: Setting, after: Setting | None, margins: Margins
) -> float:
    """The leading of the lines hereabouts: pages mix double-spaced text and single-spaced quotations."""
    near = []
    if before is not None and before.page == one.page and 0 < one.top - before.last_top:
        near.append(one.top - before.last_top)
    if after is not None and after.page == two.page and 0 < after.top - two.last_top:
        near.append(after.top - two.last_top)
    single = 1.45 * one.size
    wide = [g for g in near if g <= margins.leading * 1.25 or g <= single]
    return max(min(wide), 0.9 * one.size) if wide else max(margins.leading, 0.9 * one.size)


def _is_indent(two: Setting, margins: Margins) -> bool:
    """Whether a line is set in like the first line of a paragraph of the page's text."""
    return 10 <= two.left - margins.left <= 60 and two.end > margins.right - 60


def _continues(before: Setting, one: Setting, margins: Margins) -> bool:
    """Whether a line goes on from the one before it in the same indented block."""
    return abs(before.left - one.left) < 5 and one.left > margins.left + 8


def _ended_tie(one: Setting, two: Setting, gap: float) -> Tie:
    """Between lines that end early: set lines if they stand close and line up, else blocks."""
    close = gap < 1.5 * max(one.size, two.size)
    sentence = SENTENCE_END.search(one.text) and len(one.text) > 60
    return Tie.SET if close and not sentence else Tie.BREAK
