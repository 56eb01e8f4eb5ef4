"""Ink in colour on a scan: a clerk's stamp, a pen, a highlighter's stroke, told from black print by its hue.

A gray picture has only how dark a dot is, and the engine makes one line of a blue stamp and the title it was
struck over. In colour they are apart: of what is on white paper, ``255 - least`` of the three channels says
how much ink there is, and ``greatest - least`` over that how far the ink is from black, however thin it lies:
0 for black, 0.4 to 0.8 for stamps in blue, red, green and purple.
"""

from collections.abc import Iterable, Sequence

import cv2
import numpy as np
from numpy.typing import NDArray
from PIL import Image

from flows.imaging.marks import marks_of
from flows.imaging.parts import Part

Gray = NDArray[np.uint8]
Colours = NDArray[np.uint8]
"""Pictures of shape (height, width), and (height, width, 3)."""

COARSE = 100
"""Dots per inch at which colour is looked for: JPEG keeps one dot of four in colour, and a scanner's three
rows of sensors fringe black letters with it. Both are gone in the mean of nine dots."""

FAINT = 40
"""Ink, of 255, that is more than the dirt of a scan's paper."""

COLOURED = 0.3
"""Colour to ink from which on ink is not black: print, its fringes and brown toner have 0.0 to 0.2."""

BLACK, DARK, SMEARED = 0.5, 130, 5
"""Share of a block's colour to ink up to which a dot in it is print that lies under it, if it has so much
ink; dots over which that is taken, for JPEG smears colour over two and more."""

REACH = 0.12
"""Inches between what stands together, to either side: the lines of a stamp are nearer."""

LEAST = 0.25, 0.06
"""Inches, width and height, of what may be a stamp or a word."""

MOST = 0.15
"""Share of a page in colour beyond which it is a photograph, or printed on coloured paper."""

WHITE = 255


def coloured_ink(picture: Image.Image, dpi: float) -> Gray | None:
    """The ink in colour of a picture in mode RGB, by itself on white, shape (height, width);
    None where it has none, or is in colour throughout: a photograph, print in blue."""
    wide, high = picture.size
    coarse = _coarse(picture, dpi)
    paper = [max(1.0, float(np.median(plane[::4, ::4]))) for plane in cv2.split(coarse)]
    ink, colour = _ink_and_colour(coarse, paper)
    found = ((ink > FAINT) & (colour > COLOURED * ink)).view(np.uint8)
    count = cv2.countNonZero(found)
    if not 0 < count < MOST * found.size or count > cv2.countNonZero((ink > DARK).view(np.uint8)):
        return None
    near = cv2.dilate(found, np.ones((3, 3), np.uint8))
    within = cv2.resize(near, (wide, high), interpolation=cv2.INTER_NEAREST)
    alone = np.full((high, wide), WHITE, np.uint8)
    for block in _blocks(found, high, wide):
        place = place_of(block)
        part = np.asarray(picture.crop((block.left, block.top, block.right, block.bottom)))
        alone[place] = _without_print(part, within[place] > 0, paper)
    return alone


def _without_print(picture: Colours, within: NDArray[np.bool_], paper: Sequence[float]) -> Gray:
    """The ink in colour of a block, by itself on white, but for the black that lies under it."""
    ink, _ = _ink_and_colour(picture, paper)
    around, colour = _ink_and_colour(np.asarray(cv2.blur(picture, (SMEARED, SMEARED)), np.uint8), paper)
    hue = colour / np.maximum(around, 1).astype(np.float32)
    dark = within & (ink > DARK)
    black = dark & (hue < BLACK * np.percentile(hue[dark], 75)) if dark.any() else dark
    return np.where(within & ~black, WHITE - ink, WHITE).astype(np.uint8)


def coloured_blocks(alone: Gray, dpi: float) -> list[Part]:
    """The places where ink in colour stands together, ``REACH`` around it."""
    high, wide = alone.shape
    found = _coarse(Image.fromarray(alone), dpi) < WHITE - FAINT
    return _blocks(found.view(np.uint8), high, wide)


def taken_off(pixels: Gray, alone: Gray, blocks: Iterable[Part]) -> Gray:
    """The gray picture without the ink in colour of some blocks."""
    rest = pixels.copy()
    for block in blocks:
        place = place_of(block)
        rest[place][alone[place] < WHITE] = WHITE
    return rest


def place_of(part: Part) -> tuple[slice, slice]:
    """The rows and columns of a part of a picture."""
    return slice(part.top, part.bottom), slice(part.left, part.right)


def _coarse(picture: Image.Image, dpi: float) -> Gray:
    """The picture at ``COARSE`` or near it. Pillow reduces it without a copy of all its channels."""
    return np.asarray(picture.reduce(max(1, round(dpi / COARSE))))


def _ink_and_colour(picture: Colours, paper: Sequence[float]) -> tuple[Gray, Gray]:
    """How much ink each dot has, and how much of that is colour."""
    planes = zip(cv2.split(picture), paper, strict=True)
    red, green, blue = (cv2.convertScaleAbs(plane, alpha=WHITE / white) for plane, white in planes)
    least, greatest = cv2.min(cv2.min(red, green), blue), cv2.max(cv2.max(red, green), blue)
    return np.asarray(cv2.bitwise_not(least), np.uint8), np.asarray(cv2.subtract(greatest, least), np.uint8)


def _blocks(found: Gray, high: int, wide: int) -> list[Part]:
    """Where dots of a coarse mask stand together, in the pixels of the picture that is so high and wide."""
    grown = round(2 * REACH * COARSE)
    boxes = marks_of(found, grown=(grown, grown)).boxes[1:]
    large = (boxes[:, 2:] >= grown + COARSE * np.array(LEAST)).all(axis=1)
    down, across = high / found.shape[0], wide / found.shape[1]
    return [
        Part(
            int(left * across),
            int(top * down),
            min(wide, round((left + width) * across)),
            min(high, round((top + height) * down)),
        )
        for left, top, width, height in boxes[large].tolist()
    ]
