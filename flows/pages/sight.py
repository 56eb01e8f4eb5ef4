"""Which words of a text layer can be seen.

A word that changes no dot of the page when it is left out is not seen: an OCR layer's, white type on white
paper, what lies under a picture or a black bar, what hangs off the page. Two drawings of the page, with its
text and without, tell all of these alike.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from cleaners.page import Token
from flows.pages.drawings import Box
from flows.pages.redactions import is_covered

FAINT = 8
"""Gray values: the least change that counts. Six point type at 100 dpi changes its dots by 60 and more."""

THINNED = 4
"""Of so many rows of dots one is looked at first: a letter has dots in it, save a stop or a dash. To look at
all of them for each page takes 0.3 ms longer."""

LOWEST, NARROWEST = 2.5, 0.3
"""Points: what is lower, or narrower by the letter, is a line or a dot to the eye. The smallest type of real
filings, four pages of a transcript on a sheet, is 5 points high."""

INKED = 64
"""Gray values between the lightest and the darkest dot where letters of a scan stand."""


@dataclass(frozen=True)
class Sight:
    """``seen`` words are painted; ``hidden`` ones are not, but stand where the page has ink of another kind:
    the layer that OCR lays under a scan. ``unseen`` ones are neither, and not the page's."""

    seen: list[Token]
    hidden: list[Token]
    unseen: list[Token]


def sight_of(
    tokens: Sequence[Token],
    bars: Sequence[Box],
    whole: NDArray[np.uint8],
    bare: NDArray[np.uint8],
    scale: float,
) -> Sight:
    """The words that can be seen on ``whole``, the page's picture, of which ``bare`` is without its text.
    ``scale`` is the resolution of both in pixels per point."""
    sight = Sight([], [], [])
    changed = cv2.threshold(cv2.absdiff(whole[::THINNED], bare[::THINNED]), FAINT, 1, cv2.THRESH_BINARY)[1]
    above_left = cv2.integral(changed)  # dots above and left of each
    boxes = np.array([token[1:5] for token in tokens], np.float64).reshape(-1, 4)
    places = _places(boxes, scale, whole.shape)
    x, y, r, b = places.T
    lost = (x >= r) | (y >= b) | _are_tiny(tokens, boxes)
    y, b = -(-y // THINNED), -(-b // THINNED)
    counts = above_left[b, r] - above_left[y, r] - above_left[b, x] + above_left[y, x]
    for index, (token, count, out) in enumerate(zip(tokens, counts.tolist(), lost.tolist(), strict=True)):
        if out or (bars and is_covered(token, bars)):
            sight.unseen.append(token)
        elif count or _differ(whole, bare, places[index]):
            sight.seen.append(token)
        elif _is_inked(whole, places[index]):
            sight.hidden.append(token)
        else:
            sight.unseen.append(token)
    return sight


def _are_tiny(tokens: Sequence[Token], boxes: NDArray[np.float64]) -> NDArray[np.bool_]:
    left, top, right, bottom = boxes.T
    letters = np.array([len(token.text) for token in tokens])
    tiny: NDArray[np.bool_] = (bottom - top < LOWEST) | (right - left < NARROWEST * letters)
    return tiny


def _places(boxes: NDArray[np.float64], scale: float, shape: tuple[int, ...]) -> NDArray[np.intp]:
    """A row a box: in whole dots of the picture, a dot wider on every side, cut at its edges."""
    high, wide = shape
    near = np.clip(boxes * scale, -2, (wide + 2, high + 2, wide + 2, high + 2)).astype(np.intp)
    places: NDArray[np.intp] = np.clip(near + np.array([-1, -1, 2, 2]), 0, (wide, high, wide, high))
    return places


def _differ(whole: NDArray[np.uint8], bare: NDArray[np.uint8], place: NDArray[np.intp]) -> bool:
    left, top, right, bottom = place
    change = cv2.absdiff(whole[top:bottom, left:right], bare[top:bottom, left:right])
    return int(change.max()) > FAINT


def _is_inked(whole: NDArray[np.uint8], place: NDArray[np.intp]) -> bool:
    left, top, right, bottom = place
    dots = whole[top:bottom, left:right]
    return int(dots.max()) - int(dots.min()) > INKED
