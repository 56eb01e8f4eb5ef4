"""The clerk's rubber stamp: FILED, RECEIVED, ENTERED, LODGED, with a date and the clerk's name.

Where words have places it is known by its own (:mod:`cleaners.stamp_forms.placed_stamps`); in text by lines
that follow one another, or by its form, woven into others (:mod:`cleaners.stamp_forms.woven_stamps`).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise, zip_longest

from cleaners.document import Document, cleaned
from cleaners.line import Line
from cleaners.patterns import pattern
from cleaners.pieces import Edit
from cleaners.stamp_forms.placed_stamps import find_placed_stamps
from cleaners.stamp_forms.removal import whole_spans
from cleaners.stamp_forms.stamp_vocabulary import says_court
from cleaners.stamp_forms.stamp_words import closed_up, is_anchor, is_part, is_proven
from cleaners.stamp_forms.woven_stamps import find_woven_stamps
from cleaners.terms.months import MONTH

_FIRST_PAGES = 2
_FIRST_LINES = 25  # a stamp in text without boxes stands among the first lines of its page
PUBLICATION = pattern(r"(?:(?:NOT )?(?:FOR|TO BE) )?(?:PUBLISH|PUBLICATION|PUBLISHED)|UNPUBLISHED")

BESIDE = pattern(r".*\bCOURT(?: OF APPEALS)?(?= FILED IN\s*$)")
"""The name of a Texas court, beside whose title page the clerk's stamp is printed."""

OF_WASHINGTON = pattern(
    r"\s*Filed\s+Washington State\s+Court of Appeals\s+Division (?:One|Two|Three)\s+"
    rf"{MONTH} \d{{1,2}}, \d{{4}}\b"
)
"""What the Court of Appeals of Washington prints over an opinion's first page."""


def strip_file_stamps(text: str) -> str:
    r"""Text without the clerk's stamps on its first pages.

    Left alone: the filing date printed in an opinion (``Filed February 5, 2010``), titles
    (``FILED UNDER SEAL``), sentences, the court's name in the caption, and anything further in.

    >>> strip_file_stamps("FILED\nMAR 3 2011\nJANE Q. ROE, CLERK\nU.S. COURT OF APPEALS\nNOT FOR PUBLICATION")
    'NOT FOR PUBLICATION'
    >>> strip_file_stamps("FILED NOT FOR PUBLICATION MAR 3 2011 JANE Q. ROE, CLERK UNITED STATES COURT")
    'NOT FOR PUBLICATION UNITED STATES COURT'
    """
    return cleaned(text, find_file_stamps, by="file stamps")


def find_file_stamps(document: Document) -> Iterator[Edit]:
    """By place where words have boxes; by neighbouring lines, or by form in woven text, where not."""
    spans: list[tuple[int, int]] = []
    for number in range(1, _FIRST_PAGES + 1):
        own = [line for line in document.lines if line.page.number == number and line.text.strip()]
        lines = [line for line in own if not (line.zone and line.zone.is_aside)]
        if lines and lines[0].page.has_boxes:
            spans += find_placed_stamps(document.text, lines)
        else:
            spans += _by_line(lines)
    spans += find_woven_stamps(document)
    if not document.pages[0].has_boxes and (stamp := OF_WASHINGTON.match(document.text)):
        spans.append(stamp.span())
    for start, end in whole_spans(document.text, spans):
        yield Edit(start, end, "", "file stamp")


def _by_line(lines: Sequence[Line]) -> Iterator[tuple[int, int]]:
    """Runs of lines each of which is part of a stamp, one of them an anchor. A court's name or a place is
    part of one between its lines, and above them where the caption names the court again."""
    head = _without_notes([line for line in lines if any(map(str.isalnum, line.text))][:_FIRST_LINES])
    texts = [closed_up(line.text.strip()) for line in head]
    parts = [is_part(text, after) for text, after in zip_longest(texts, texts[1:], fillvalue="")][: len(head)]
    courts = [says_court(text) for text in texts]
    index = 0
    while index < len(head):
        first = last = index
        while last < len(head) and (parts[last] or courts[last]):
            last += 1
        index = max(last, first + 1)
        proper = [n for n in range(first, last) if parts[n] and not courts[n]]
        if not proper:
            continue
        start, end = proper[0], proper[-1]
        while end + 1 < last and parts[end + 1]:
            end += 1
        below = "\n".join(texts[end + 1 :]).casefold()
        while start > first and (parts[start - 1] or texts[start - 1].casefold() in below):
            if texts[start - 1] in texts[start : end + 1]:
                break  # the caption names the court, and the stamp names it again
            start -= 1
        while end > start and courts[end] and _is_caption(texts, start, end):
            end -= 1
        own = texts[start : end + 1]
        if any(map(is_anchor, own)) and is_proven(own, at_top=True):
            again = _named_again(own)
            yield from (_own_span(head[n]) for n in range(start, end + 1) if n - start not in again)


def _own_span(line: Line) -> tuple[int, int]:
    """A line of a stamp without the court's name that stands left of it (``COURT OF APPEALS FILED IN``)."""
    beside = BESIDE.match(line.text)
    return line.start + (beside.end() if beside else 0), line.end


def _named_again(stamp: Sequence[str]) -> set[int]:
    """The lines that name a court which a line above them has named: a stamp names it once, the second is the
    caption's, whose lines a dump puts between those of a stamp beside it (``United States Court of Appeals``,
    ``May 3, 2031``, ``UNITED STATES COURT OF APPEALS``, ``Clerk of Court``)."""
    names = [text.casefold().removeprefix("for the ") if says_court(text) else "" for text in stamp]
    return {n for n, name in enumerate(names) if name and _says_again(name, names[:n])}


def _says_again(name: str, above: Sequence[str]) -> bool:
    return name in " ".join(above) or any(name.startswith(one) for one in above if one)


def _without_notes(lines: Sequence[Line]) -> list[Line]:
    """The lines but what a dump has put between those of a stamp (``Tenth Circuit`` / ``May 3, 2031`` /
    ``PUBLISH`` / ``Jane Q. Roe`` / ``Clerk of Court``): whether the opinion is to be published."""
    texts = [line.text.strip() for line in lines]
    amid = [
        PUBLICATION.fullmatch(text) and is_part(one, two) and not is_part(one, "")
        for text, (one, two) in zip(texts, pairwise(texts[1:]), strict=False)  # the last two have no such two
    ]
    return [line for line, out in zip_longest(lines, amid) if not out]


def _is_caption(texts: Sequence[str], start: int, end: int) -> bool:
    """Whether the court's name that ends a stamp is the second half of the caption's, whose first half stands
    above the stamp: no other line names the court so."""
    name = texts[end].casefold()
    again = any(text.casefold().endswith(name) for n, text in enumerate(texts) if n != end)
    return start > 0 and says_court(texts[start - 1]) and not again
