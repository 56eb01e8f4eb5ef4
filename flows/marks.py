"""The marks of a picture: its connected pieces of ink.

What is known of a mark is gathered from its ink alone, a twentieth of a page. OpenCV's own statistics go over
the paper, too, and reckon moments that nobody asks for: 69 ms a page, 20 so.
"""

from dataclasses import dataclass
from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray

Mask = NDArray[np.uint8]


@dataclass(frozen=True)
class Marks:
    """The marks of a mask, numbered from 1; number 0 is the paper. ``boxes`` has left, top, width and height
    for each number, 0 for the paper."""

    boxes: NDArray[np.int64]
    _mask_shape: tuple[int, ...]
    _ink: NDArray[np.int64]  # the dots of ink, mark by mark
    _starts: NDArray[np.int64]  # where in it each mark begins

    @property
    def count(self) -> int:
        """How many numbers there are, the paper's included."""
        return len(self.boxes)

    def drawn(self, chosen: NDArray[np.bool_]) -> Mask:
        """A mask of those marks for whose numbers ``chosen`` is true."""
        mask = np.zeros(self._mask_shape, np.uint8)
        mask.ravel()[self._ink[np.repeat(chosen[1:], np.diff(self._starts, append=self._ink.size))]] = 1
        return mask

    def touching(self, mask: Mask) -> NDArray[np.bool_]:
        """For each number, whether its mark has ink where ``mask`` is set."""
        return self._of_each(np.maximum.reduceat(mask.ravel()[self._ink], self._starts)) > 0

    def seen_in(self, labels: cv2.typing.MatLike) -> NDArray[np.int64]:
        """For each number, what ``labels`` has where its mark begins."""
        return self._of_each(labels.ravel()[self._ink[self._starts]])

    def shape_of(self, number: int) -> NDArray[np.bool_]:
        """A mark within its box."""
        left, top, wide, high = self.boxes[number].tolist()
        end = self._starts[number] if number < len(self._starts) else None
        down, across = np.divmod(self._ink[self._starts[number - 1] : end], self._mask_shape[1])
        shape = np.zeros((high, wide), bool)
        shape[down - top, across - left] = True
        return shape

    def _of_each(self, values: NDArray[Any]) -> NDArray[np.int64]:
        return np.concatenate([[0], values.astype(np.int64)])


def marks_of(mask: cv2.typing.MatLike) -> Marks:
    """The marks of a mask; pieces that touch at a corner are one."""
    labels = cv2.connectedComponents(mask, connectivity=8)[1].ravel()
    ink = np.flatnonzero(mask.view(bool))
    own = labels[ink]
    del labels  # a page's are 34 MB
    order = np.argsort(own, kind="stable")
    ink, own = ink[order], own[order]
    starts = np.flatnonzero(np.diff(own, prepend=0))
    across = ink % mask.shape[1]
    left, right = np.minimum.reduceat(across, starts), np.maximum.reduceat(across, starts)
    ends = np.append(starts, ink.size)[1:] - 1  # a mark's dots come row by row
    top, bottom = ink[starts] // mask.shape[1], ink[ends] // mask.shape[1]
    boxes = np.stack([left, top, right - left + 1, bottom - top + 1], axis=1)
    return Marks(np.concatenate([np.zeros((1, 4), np.int64), boxes]), mask.shape, ink, starts)
