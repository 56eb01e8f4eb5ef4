"""A clerk's stamp in black, struck askew on a first page: its ink is told from print's and read by itself.

The engine makes one line of a leaning stamp and what stands beside or under it, and loses words of either.
Only what says what stamps say is taken for one.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby
from typing import NamedTuple

import cv2
import numpy as np
from numpy.typing import NDArray

from cleaners.lexicon import is_word
from cleaners.page import Token
from cleaners.reading_order.layout import Sheet
from cleaners.stamp_forms.stamp_vocabulary import says_court
from cleaners.stamp_forms.stamp_words import is_part
from flows.imaging.askew import leaning_ink
from flows.imaging.askew_frames import frames_in
from flows.imaging.colours import place_of
from flows.imaging.marks import marks_of
from flows.imaging.parts import Part
from flows.imaging.pictures import Gray, ink_of
from flows.ocr.part_words import WELL_READ, words_of
from flows.pages.drawings import Box

FIRST_PAGES = 2
"""Pages that clerks stamp."""

COARSE = 100
"""Dots per inch at which ink that was not read is looked for."""

DARK, WHITE = 128, 255

SURE = 0.75
"""Confidence from which on a word covers its ink, and its row tells a line of print."""

STRAIGHT = 1.2
"""Degrees by which a row that was read leans at most: the letters of a stamp's are sure, too."""

FRINGE, CLOSE, RIM = 1.5, 14.0, 8.0
"""Points around a word that are its own, between the ink of one stamp, and around a stamp that are looked at
with it."""

SMALLEST, LARGEST = (36.0, 18.0), (310.0, 200.0)
"""Points: width and height of what was not read, from a date to a stamp of four inches by two."""

LESS, SHORTEST, LONGEST_BIT, LONG = 2, 3, 3, 6
"""So many words fewer are noise without a stamp; signs of a word or number, of what is made of bits, and of
what is known where it is run together with others."""

BESIDE = 40.0
"""Points from a stamp to the words of a printed line that goes on under it."""


class Stamps(NamedTuple):
    """Stamps that lean: their ink by itself on white, its words, and where they stand, in pixels."""

    alone: Gray
    words: list[Token]
    places: list[Part]


def askew_stamps(pixels: Gray, sheet: Sheet, scale: float) -> Stamps | None:
    """The stamps that lean on a page which was read; None where it has none."""
    alone = np.full(pixels.shape, WHITE, np.uint8)
    words: list[Token] = []
    places: list[Part] = []
    for index, block in enumerate(_unread(pixels, sheet, scale), 800):
        place = place_of(block)
        ink = ink_of(pixels[place])
        frames = frames_in(marks_of(ink), scale * 72)
        found = leaning_ink(ink & (1 - frames), _printed(sheet.tokens, block, scale), scale)
        if found is None:
            continue
        lean, own = found
        stamp = _alone(pixels[place], own)
        read = _read(stamp, block, lean, index, scale)
        lines = [" ".join(t.text for t in line) for _, line in groupby(read, key=lambda t: t.row)]
        if any(is_part(text, "") for text in (*lines, *(t.text for t in read))):
            alone[place] = np.minimum(stamp, _alone(pixels[place], frames > 0))
            words += read
            places.append(block)
    return Stamps(alone, words, places) if words else None


def without_bits(sheet: Sheet, stamps: Stamps, scale: float) -> Sheet:
    """A page that was read without its stamps, with the stamps' words apart, and what was made of the bits of
    letters that are left where they stand."""
    inside = [Box(*(edge / scale for edge in place[:4])) for place in stamps.places]
    bits = [
        t
        for t in sheet.tokens
        if t.confidence < WELL_READ
        and len(_folded(t.text)) <= LONGEST_BIT
        and any(place.holds(t.center, t.middle) for place in inside)
    ]
    printed = [t for t in sheet.tokens if t not in bits]
    return replace(sheet, tokens=printed, struck=[*stamps.words, *bits])


def is_cleaner(apart: Sheet, whole: Sheet, pixels: Gray, stamps: Stamps, scale: float) -> bool:
    """Whether a page that was read without the ink of its stamps has fewer words that are the
    stamps' or noise, and all others that were read well with it, but what stamps say."""
    printed = [t for t in whole.tokens if not _is_stamps(t, pixels, stamps.alone, scale)]
    known = [_folded(t.text) for t in (*apart.tokens, *apart.struck)]
    well_read = [_folded(t.text) for t in printed if t.confidence >= WELL_READ]
    missing = [word for word in well_read if word not in known and _is_word(word)]
    lost = [word for word in missing if not _is_run_on(word, known)]
    rid_of = len(whole.tokens) - len(printed) + _noise(printed) - _noise(apart.tokens)
    return not lost and rid_of >= LESS


def _is_stamps(token: Token, pixels: Gray, alone: Gray, scale: float) -> bool:
    """Whether most of the ink of what was read as a word is a stamp's."""
    left, top, right, bottom = (max(0, round(edge * scale)) for edge in token[1:5])
    place = slice(top, bottom), slice(left, right)
    return bool(2 * np.count_nonzero(alone[place] < DARK) > np.count_nonzero(pixels[place] < DARK))


def _noise(tokens: Sequence[Token]) -> int:
    return sum(t.confidence < WELL_READ for t in tokens)


def _is_run_on(word: str, known: Sequence[str]) -> bool:
    """Whether a word is some known ones run together, or holds one: the engine parts them now so, now
    otherwise, and runs print into a stamp."""
    within = len(word) >= LONG and word in "".join(known)
    return within or any(len(one) >= LONG and one in word for one in known)


def _folded(text: str) -> str:
    return "".join(c for c in text.upper() if c.isalnum())


def _is_word(folded: str) -> bool:
    """Whether what was read is a word or a number, and none that stamps say."""
    if len(folded) < SHORTEST or is_part(folded, "") or says_court(folded):
        return False
    return is_word(folded.lower()) or any(c.isdigit() for c in folded)


def _unread(pixels: Gray, sheet: Sheet, scale: float) -> Iterator[Part]:
    """Where ink stands together, in the upper half of a page, that was not read as lines of print."""
    step = max(1, round(scale * 72 / COARSE))
    dots = scale / step
    ink = (pixels[: len(pixels) // 2 : step, ::step] < DARK).astype(np.uint8)
    read = [Box(*token[1:5]) for token in _straight(sheet.tokens) if not is_part(token.text, "")]
    for left, top, right, bottom in (*read, *sheet.rules):
        rows = slice(max(0, round((top - FRINGE) * dots)), max(0, round((bottom + FRINGE) * dots)))
        ink[rows, max(0, round((left - FRINGE) * dots)) : max(0, round((right + FRINGE) * dots))] = 0
    grown = round(CLOSE * dots)
    for left, top, wide, high in marks_of(ink, grown=(grown, grown)).boxes[1:].tolist():
        size = (wide - grown) / dots, (high - grown) / dots
        if all(low <= side <= most for low, side, most in zip(SMALLEST, size, LARGEST, strict=True)):
            rim = round(RIM * scale)
            start, end = left + grown // 2, top + grown // 2
            yield Part(
                max(0, start * step - rim),
                max(0, end * step - rim),
                min(pixels.shape[1], (start + wide - grown) * step + rim),
                min(len(pixels), (end + high - grown) * step + rim),
            )


def _straight(tokens: Sequence[Token]) -> Iterator[Token]:
    """The words that were read well, but for those of rows that lean."""
    for _, row in groupby(sorted(tokens, key=lambda t: (t.row, t.left)), key=lambda t: t.row):
        words = [t for t in row if t.confidence >= SURE]
        wide = words[-1].center - words[0].center if words else 0.0
        fall = words[-1].bottom - words[0].bottom if words else 0.0
        if wide < 1 or abs(np.degrees(np.arctan2(fall, wide))) < STRAIGHT:
            yield from words


def _printed(tokens: Sequence[Token], block: Part, scale: float) -> list[tuple[float, float]]:
    """Head and foot of the lines of print that end beside a block, in pixels from its top."""
    left, top, right, bottom = (edge / scale for edge in block[:4])
    beside = [
        t
        for t in _straight(tokens)
        if len(t.text) > 1
        and t.bottom > top
        and t.top < bottom
        and (left - BESIDE < t.right < left + RIM or right - RIM < t.left < right + BESIDE)
    ]
    return [((t.top - top) * scale, (t.bottom - top) * scale) for t in beside]


def _alone(pixels: Gray, own: NDArray[np.bool_]) -> Gray:
    """Some ink of a picture by itself on white, with the gray rim that a scanner gives it."""
    grown = cv2.dilate(own.view(np.uint8), np.ones((3, 3), np.uint8)) > 0
    others = (ink_of(pixels) > 0) & ~own
    return np.where(grown & ~others, np.minimum(pixels, WHITE - 1), WHITE).astype(np.uint8)


def _read(stamp: Gray, block: Part, lean: float, index: int, scale: float) -> list[Token]:
    """The words of a stamp, set level to be read, boxes in points of the page."""
    slope = float(np.tan(np.radians(lean)))
    high, wide = stamp.shape
    shift = max(0.0, slope * wide)
    size = wide, high + round(abs(slope) * wide)
    level = cv2.warpAffine(
        stamp, np.array([[1, 0, 0], [-slope, 1, shift]]), size, flags=cv2.INTER_CUBIC, borderValue=WHITE
    )
    left, top = block.left / scale, block.top / scale
    return [
        t._replace(left=t.left + left, right=t.right + left, top=t.top + fall, bottom=t.bottom + fall)
        for t in words_of(np.asarray(level, np.uint8), Part(0, 0, *level.shape[::-1]), index, scale)
        for fall in (top - shift / scale + slope * t.center,)
    ]
