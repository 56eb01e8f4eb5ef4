"""The numbers that publishers set before the paragraphs of an opinion which has none.

OpenJurist, and who copies it, counts the paragraphs of the Federal Reporter: the number stands alone on a
line between blank ones, or touches the first word (``4The plaintiffs``). A court numbers paragraphs with a
sign or a stop (``¶ 4``, ``{¶4}``, ``4.``); what it numbers so without one (the parts of an opinion, notes,
the rows of a list) is not each paragraph of a text, or is called in it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise
from typing import NamedTuple

from cleaners.document import Document
from cleaners.line import Line
from cleaners.note_forms.bare_calls import glued_call
from cleaners.patterns import pattern
from cleaners.terms.sentence_ends import ends_sentence

Span = tuple[int, int]

NUMBER = pattern(r"[ \t]*(?P<number>\d{1,3})(?:(?P<alone>[ \t]*\Z)|(?=[A-Z“\"‘'(\[]))")
FEWEST = 5
"""So many count on from 1."""
FEWEST_WORDS = 6
"""Words of a paragraph of prose, which ends like a sentence, or in a note's call."""
LEAST = 0.6
"""So many of the numbers stand before one such paragraph each."""
MOST_CALLED = 0.5
"""Of the numbers of notes most are called above them."""


class _Numbered(NamedTuple):
    """A number's value, span and line, and whether it stands alone on that."""

    value: int
    span: Span
    line: int
    alone: bool


def paragraph_numbers(document: Document) -> Iterator[Span]:
    """The spans of such numbers, in bare text."""
    lines = document.lines
    if document.pages[0].has_boxes or len(lines) < FEWEST:
        return
    found = _counted(lines)
    if len(found) < FEWEST:
        return
    paragraphs = [_between(lines, one, two.line) for one, two in pairwise(found)]
    told = sum(len(own) == 1 and _is_prose(own[0]) for own in paragraphs)
    called = (glued_call(str(n.value), document.text, 0, n.span[0]) for n in found)
    if told >= LEAST * len(paragraphs) and sum(map(bool, called)) < MOST_CALLED * len(found):
        yield from (number.span for number in found)


def _counted(lines: Sequence[Line]) -> list[_Numbered]:
    """The numbers that count on from 1 down the text, all of them alone or none; those alone have blank lines
    above and below."""
    found: list[_Numbered] = []
    for index, line in enumerate(lines):
        first = line.text[:1]
        match = NUMBER.match(line.text) if first.isdigit() or first in (" ", "\t") else None
        if match is None:
            continue
        value, alone = int(match["number"]), match["alone"] is not None
        if alone and any(
            near.text.strip() for near in (*lines[index - 1 : index], *lines[index + 1 : index + 2])
        ):
            continue
        if value == 1 and len(found) < FEWEST:
            found = []
        if value == len(found) + 1 and (not found or found[-1].alone == alone):
            span = (line.start + match.start("number"), line.start + match.end("number"))
            found.append(_Numbered(value, span, index, alone))
    return found


def _between(lines: Sequence[Line], number: _Numbered, end: int) -> list[str]:
    """The paragraphs from a number to the next one's line: in text that sets the numbers apart blank lines
    part them, in other text each is a line."""
    own = [line.text for line in lines[number.line + number.alone : end]]
    if not number.alone:
        return [text for text in own if text.strip()]
    return [" ".join(part) for filled, part in groupby(own, key=lambda text: bool(text.strip())) if filled]


def _is_prose(text: str) -> bool:
    return len(text.split()) >= FEWEST_WORDS and ends_sentence(text.rstrip("0123456789 \t"))
