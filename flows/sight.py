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

from cleaners.margins import Token
from flows.drawings import Box
from flows.redactions import is_covered

FAINT = 8
"""Gray values: the least change that counts. Six point type at 100 dpi changes its dots by 60 and more."""

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
    changed = cv2.integral((cv2.absdiff(whole, bare) > FAINT).astype(np.uint8))  # dots above and left of each
    for token in tokens:
        down, across = place = _place(token, scale, whole.shape)
        top, bottom, left, right = down.start, down.stop, across.start, across.stop
        if (bars and is_covered(token, bars)) or _is_tiny(token) or top >= bottom or left >= right:
            sight.unseen.append(token)
        elif changed[bottom, right] - changed[top, right] - changed[bottom, left] + changed[top, left]:
            sight.seen.append(token)
        elif int(whole[place].max()) - int(whole[place].min()) > INKED:
            sight.hidden.append(token)
        else:
            sight.unseen.append(token)
    return sight


def _is_tiny(token: Token) -> bool:
    return token.height < LOWEST or token.right - token.left < NARROWEST * len(token.text)


def _place(token: Token, scale: float, shape: tuple[int, ...]) -> tuple[slice, slice]:
    left, top = max(0, int(token.left * scale) - 1), max(0, int(token.top * scale) - 1)
    right, bottom = min(shape[1], int(token.right * scale) + 2), min(shape[0], int(token.bottom * scale) + 2)
    return slice(top, max(top, bottom)), slice(left, max(left, right))
