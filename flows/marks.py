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
    for each number, 0 for the paper; ``shape`` is the mask's."""

    boxes: NDArray[np.int64]
    shape: tuple[int, ...]
    ink: NDArray[np.int64]  # the dots of ink, mark by mark
    starts: NDArray[np.int64]  # where in it each mark begins

    @property
    def count(self) -> int:
        """How many numbers there are, the paper's included."""
        return len(self.boxes)

    @property
    def lengths(self) -> NDArray[np.int64]:
        """How many dots each mark has, from number 1 on."""
        return np.diff(self.starts, append=self.ink.size)

    def drawn(self, chosen: NDArray[np.bool_]) -> Mask:
        """A mask of those marks for whose numbers ``chosen`` is true."""
        mask = np.zeros(self.shape, np.uint8)
        mask.ravel()[self.ink[np.repeat(chosen[1:], self.lengths)]] = 1
        return mask

    def touching(self, mask: Mask) -> NDArray[np.bool_]:
        """For each number, whether its mark has ink where ``mask`` is set."""
        return self._of_each(np.maximum.reduceat(mask.ravel()[self.ink], self.starts)) > 0

    def seen_in(self, labels: cv2.typing.MatLike) -> NDArray[np.int64]:
        """For each number, what ``labels`` has where its mark begins."""
        return self._of_each(labels.ravel()[self.ink[self.starts]])

    def shape_of(self, number: int) -> NDArray[np.bool_]:
        """A mark within its box."""
        left, top, wide, high = self.boxes[number].tolist()
        end = self.starts[number] if number < len(self.starts) else None
        down, across = np.divmod(self.ink[self.starts[number - 1] : end], self.shape[1])
        shape = np.zeros((high, wide), bool)
        shape[down - top, across - left] = True
        return shape

    def without(self, mask: Mask) -> "Marks":
        """The marks that are left where what ``mask`` covers is taken away, in another order. Only those
        that it touches are looked at again."""
        cut = self.touching(mask)
        if not cut.any():
            return self
        top, whole = int(self.boxes[cut, 1].min()), ~cut
        bottom = int(self.boxes[cut][:, [1, 3]].sum(axis=1).max())
        rest = marks_of(self.drawn(cut)[top:bottom] & (mask[top:bottom] == 0))
        boxes = np.concatenate([self.boxes[whole], rest.boxes[1:] + np.array([0, top, 0, 0])])
        kept = self.ink[np.repeat(whole[1:], self.lengths)]
        ink = np.concatenate([kept, rest.ink + top * self.shape[1]])
        lengths = np.concatenate([self.lengths[whole[1:]], rest.lengths])
        return Marks(boxes, self.shape, ink, np.cumsum(lengths) - lengths)

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
