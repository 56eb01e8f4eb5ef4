"""The marks of a picture: its connected pieces of ink.

What is known of a mark is gathered from its ink alone, a twentieth of a page. OpenCV's own statistics go over
the paper, too, and reckon moments that nobody asks for: 69 ms a page, 20 so. One row or column without ink
parts marks as well as fifty do, so most of the paper is left out before the marks are told apart: rules, dots
and what touches them are found in a hundredth of a page.
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
    ink: NDArray[np.int32]  # the dots of ink, mark by mark
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
        whole, left_over = ~cut, self.drawn(cut)
        left_over &= mask == 0
        rest = marks_of(left_over)
        boxes = np.concatenate([self.boxes[whole], rest.boxes[1:]])
        ink = np.concatenate([self.ink[np.repeat(whole[1:], self.lengths)], rest.ink])
        lengths = np.concatenate([self.lengths[whole[1:]], rest.lengths])
        return Marks(boxes, self.shape, ink, np.cumsum(lengths) - lengths)

    def _of_each(self, values: NDArray[Any]) -> NDArray[np.int64]:
        return np.concatenate([[0], values.astype(np.int64)])


def marks_of(mask: cv2.typing.MatLike, grown: tuple[int, int] = (1, 1)) -> Marks:
    """The marks of a mask; pieces that touch at a corner are one. They are first ``grown`` by a box so high
    and wide, which joins what stands nearer than that."""
    tall, wide = grown
    crowded, rows, columns = without_paper(mask, tall, wide)
    if not crowded.size:
        return Marks(np.zeros((1, 4), np.int64), mask.shape, np.zeros(0, np.int32), np.zeros(0, np.int64))
    if tall * wide > 1:
        crowded = cv2.dilate(crowded, np.ones((tall, wide), np.uint8))
    count, labels = cv2.connectedComponents(crowded, connectivity=8)
    ink = np.flatnonzero(crowded.view(bool)).astype(np.int32)  # four bytes a dot, for a page has a million
    own = labels.ravel()[ink]
    del labels  # a page's are 34 MB
    if count <= 1 << 16:  # numpy sorts so small numbers in half of the time
        own = own.astype(np.uint16)
    down, across = np.divmod(ink, np.int32(len(columns)))
    across = columns[across]
    ink = rows[down] * np.int32(mask.shape[1]) + across
    del down
    order = np.argsort(own, kind="stable")
    ink, across, own = ink[order], across[order], own[order]
    starts = np.flatnonzero(np.diff(own, prepend=0))
    left, right = np.minimum.reduceat(across, starts), np.maximum.reduceat(across, starts)
    ends = np.append(starts, ink.size)[1:] - 1  # a mark's dots come row by row
    top, bottom = ink[starts] // mask.shape[1], ink[ends] // mask.shape[1]
    boxes = np.stack([left, top, right - left + 1, bottom - top + 1], axis=1).astype(np.int64)
    return Marks(np.concatenate([np.zeros((1, 4), np.int64), boxes]), mask.shape, ink, starts)


def without_paper(
    mask: cv2.typing.MatLike, tall: int = 1, wide: int = 1
) -> tuple[cv2.typing.MatLike, NDArray[np.int32], NDArray[np.int32]]:
    """A mask without the rows and columns that have no ink near, and which of them are left: so many that
    what is grown by a box ``tall`` and ``wide`` still touches nothing else than it does on the page. Columns
    that are most of those between the first and the last come with all of these: numpy picks them one by one,
    which takes longer than to look at the paper."""
    rows = _near(np.any(mask.view(bool), axis=1), tall)
    few = mask[rows]
    columns = _near(np.any(few.view(bool), axis=0), wide)
    if 2 * columns.size <= few.shape[1]:
        return few.take(columns, axis=1), rows, columns
    first, last = columns[[0, -1]]
    columns = np.arange(first, last + 1, dtype=np.int32)
    return np.ascontiguousarray(few[:, first : last + 1]), rows, columns


def _near(inked: NDArray[np.bool_], size: int) -> NDArray[np.int32]:
    """Where a line has ink, or has some so near that what is grown by ``size`` may reach it, and one more."""
    grown = cv2.dilate(inked.view(np.uint8)[np.newaxis], np.ones((1, 2 * (size // 2) + 3), np.uint8))
    return np.flatnonzero(grown).astype(np.int32)
