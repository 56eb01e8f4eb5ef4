"""The marks of a picture: its connected pieces of ink.

What is known of a mark is gathered from its ink alone, a twentieth of a page. OpenCV's own statistics go over
the paper, too, and reckon moments that nobody asks for: 69 ms a page, 20 so.
"""

from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

Mask = NDArray[np.uint8]


@dataclass(frozen=True)
class Marks:
    """The marks of a mask of shape (height, width), 1 where there is ink. ``labels`` is 0 on paper and else
    the mark's number, from 1; ``boxes`` has left, top, width, height for each number, 0 for the paper."""

    labels: NDArray[np.int32]
    boxes: NDArray[np.int64]
    _ink: NDArray[np.int64]
    _mark_of_ink: NDArray[np.int32]

    @property
    def count(self) -> int:
        """How many numbers there are, the paper's included."""
        return len(self.boxes)

    def drawn(self, chosen: NDArray[np.bool_]) -> Mask:
        """A mask of those marks for whose numbers ``chosen`` is true."""
        mask = np.zeros(self.labels.shape, np.uint8)
        mask.ravel()[self._ink[chosen[self._mark_of_ink]]] = 1
        return mask

    def touching(self, mask: Mask) -> NDArray[np.bool_]:
        """For each number, whether its mark has ink where ``mask`` is set."""
        found = np.zeros(self.count, bool)
        found[self._mark_of_ink[mask.ravel()[self._ink] > 0]] = True
        return found

    def seen_in(self, labels: cv2.typing.MatLike) -> NDArray[np.int64]:
        """For each number, what ``labels`` has where its mark has ink, if that is the same all over it."""
        seen = np.zeros(self.count, np.int64)
        seen[self._mark_of_ink] = labels.ravel()[self._ink]
        return seen


def marks_of(mask: cv2.typing.MatLike) -> Marks:
    """The marks of a mask; pieces that touch at a corner are one."""
    count, found = cv2.connectedComponents(mask, connectivity=8)
    labels = np.asarray(found, np.int32)
    ink = np.flatnonzero(mask.view(bool))
    own = labels.ravel()[ink]
    down, across = np.divmod(ink, mask.shape[1])
    left, right, top, bottom = np.full(count, mask.shape[1]), *np.zeros((3, count), np.int64)
    np.minimum.at(left, own, across)
    np.maximum.at(right, own, across)
    top[own[::-1]], bottom[own] = down[::-1], down  # ink comes row by row: the last that is written stays
    boxes = np.stack([left, top, right - left + 1, bottom - top + 1], axis=1)
    boxes[0] = 0
    return Marks(labels, boxes, ink, own)
