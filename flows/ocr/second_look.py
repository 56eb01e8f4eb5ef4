"""Lines of a part of a page that are read a second time, each by itself.

Tesseract tells the lines of a block from all of it: where two are set close below a wide gap, or a stamp or
the print of the back stands beside, it loses a line or makes one of two. Read alone, most of these are read
well. Such a line is told by what was read of it: ink that no word covers, or words that the engine doubts.
"""

import re
from collections.abc import Iterator, Sequence

import numpy as np

from cleaners.lexicon import is_word
from cleaners.page import Token
from flows.imaging.parts import Part
from flows.imaging.pictures import Gray
from flows.ocr.part_words import DARK, WELL_READ, words_of

COARSE = 100
"""Dots per inch at which ink is looked for."""

BELIEVED = 0.3
"""Confidence from which on a word covers its ink."""

LOWEST, FEWEST_INKED = 4.0, 20.0
"""Points: the least height of a line of letters, and how much of its width has ink, at least."""

SPECKS = 3
"""Dots of ink in a row of the coarse picture, at least: fewer are specks."""

HOPELESS = 0.4
"""A line of which the engine is less sure is no print, or is struck through, and read no better alone."""

MOST = 4
"""So many doubtful lines of a part are read again: with more it is the print that is bad."""

FEWEST_SIGNS = 8
"""Signs of a line that tell whether it was read well."""

RIM, TALLEST = 3.0, 100.0
"""Points around a line that are read with it, and the height from which on it is a drawing."""

FEWEST_GAINED = 4
"""So many letters more in words are gained where the first reading was sure: by fewer, one word was read
otherwise, now or then."""

LETTERS = re.compile(r"[^\W\d_]{3,}")


def read_again(tokens: list[Token], pixels: Gray, part: Part, index: int, scale: float) -> list[Token]:
    """The words of a part, its doubtful lines as they are read by themselves where that is better."""
    places = [(place, _words_in(place, tokens)) for place in doubtful_lines(tokens, pixels, part, scale)]
    places = [(place, before) for place, before in places if not before or _sureness(before) >= HOPELESS]
    for order, (place, before) in enumerate(places if len(places) <= MOST else ()):
        line = part._replace(top=round(place[0] * scale), bottom=round(place[1] * scale))
        after = words_of(pixels, line, 1_000 * index + order, scale)
        if _is_better(after, before):
            tokens = [t for t in tokens if t not in before] + after
    return tokens


def doubtful_lines(
    tokens: Sequence[Token], pixels: Gray, part: Part, scale: float
) -> Iterator[tuple[float, float]]:
    """Where the doubtful lines of a part begin and end, in points from the top of the page."""
    lines = sorted([*_uncovered(tokens, pixels, part, scale), *_doubted(tokens)])
    end = 0.0
    for line in lines:
        if line[0] < end:
            continue
        top, bottom = _whole(*line, tokens)
        if bottom - top < TALLEST:
            end = bottom
            yield max(part.top / scale, top - RIM), min(part.bottom / scale, bottom + RIM)


def _words_in(place: tuple[float, float], tokens: Sequence[Token]) -> list[Token]:
    return [t for t in tokens if place[0] < t.middle < place[1]]


def _uncovered(
    tokens: Sequence[Token], pixels: Gray, part: Part, scale: float
) -> Iterator[tuple[float, float]]:
    """Rows of ink that no word covers."""
    step = max(1, round(scale * 72 / COARSE))
    dots = scale / step
    ink = pixels[part.top : part.bottom : step, part.left : part.right : step] < DARK
    for token in tokens:
        if token.confidence >= BELIEVED:
            top, bottom = (
                (y - part.top / scale) * dots for y in (token.top - RIM / 2, token.bottom + RIM / 2)
            )
            left, right = ((x - part.left / scale) * dots for x in (token.left - RIM, token.right + RIM))
            ink[max(0, int(top)) : int(bottom) + 1, max(0, int(left)) : int(right) + 1] = False
    inked = (ink.sum(axis=1) >= SPECKS).astype(np.int8)
    ends = np.flatnonzero(np.diff(inked, prepend=0, append=0))
    for top, bottom in zip(ends[::2].tolist(), ends[1::2].tolist(), strict=True):
        if bottom - top >= LOWEST * dots and ink[top:bottom].any(axis=0).sum() >= FEWEST_INKED * dots:
            yield part.top / scale + top / dots, part.top / scale + bottom / dots


def _doubted(tokens: Sequence[Token]) -> Iterator[tuple[float, float]]:
    """Lines of words of which the engine is not sure."""
    rows: dict[int, list[Token]] = {}
    for token in tokens:
        rows.setdefault(token.row, []).append(token)
    for row in rows.values():
        if sum(len(t.text) for t in row) >= FEWEST_SIGNS and _sureness(row) < WELL_READ:
            yield min(t.top for t in row), max(t.bottom for t in row)


def _whole(top: float, bottom: float, tokens: Sequence[Token]) -> tuple[float, float]:
    """The lines that a place cuts, whole."""
    while bottom - top < TALLEST:
        cut = [t for t in tokens if top < t.middle < bottom]
        wider = min([top, *(t.top for t in cut)]), max([bottom, *(t.bottom for t in cut)])
        if wider == (top, bottom):
            break
        top, bottom = wider
    return top, bottom


def _is_better(after: Sequence[Token], before: Sequence[Token]) -> bool:
    """Whether the second reading is sure and found more of the language's words; or words where none were."""
    if _sureness(after) < WELL_READ:
        return False
    if not before:
        return sum(len(t.text) for t in after) >= FEWEST_SIGNS
    gained = _in_words(after) - _in_words(before)
    return gained >= (FEWEST_GAINED if _sureness(before) >= WELL_READ else 1)


def _in_words(tokens: Sequence[Token]) -> int:
    """How many letters stand in words that the language has."""
    return sum(len(w) for t in tokens for w in LETTERS.findall(t.text) if is_word(w))


def _sureness(tokens: Sequence[Token]) -> float:
    """How sure the engine is of words, letter by letter."""
    signs = sum(len(t.text) for t in tokens)
    return sum(len(t.text) * t.confidence for t in tokens) / signs if signs else 0.0
