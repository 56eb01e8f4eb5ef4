"""The marks of a mask, against what OpenCV says of them."""

import cv2
import numpy as np
import pytest

from flows.imaging.marks import marks_of


@pytest.mark.parametrize("ink", [0.0, 0.002, 0.02, 0.3, 1.0])
def test_marks_are_opencvs(ink: float) -> None:
    mask = (np.random.default_rng(7).random((60, 90)) < ink).astype(np.uint8)
    marks = marks_of(mask)
    count, labels, stats, _ = cv2.connectedComponentsWithStats(mask, connectivity=8)
    assert marks.count == count
    assert (marks.boxes[1:] == stats[1:, :4]).all()
    assert (marks.seen_in(labels) == np.arange(count)).all()
    chosen = np.arange(count) % 2 == 1
    assert (marks.drawn(chosen) == chosen[labels]).all()
    assert (marks.touching(mask)[1:]).all()
    for number in range(1, count):
        left, top, wide, high = marks.boxes[number]
        assert (marks.shape_of(number) == (labels[top : top + high, left : left + wide] == number)).all()


@pytest.mark.parametrize("ink", [0.0, 0.002, 0.02, 0.3, 1.0])
@pytest.mark.parametrize("taken", [0.0, 0.01, 0.5, 1.0])
def test_what_is_left_are_the_marks_of_what_is_left(ink: float, taken: float) -> None:
    random = np.random.default_rng(7)
    mask = (random.random((60, 90)) < ink).astype(np.uint8)
    removed = (random.random((60, 90)) < taken).astype(np.uint8)
    left, told = marks_of(mask).without(removed), marks_of(mask & (1 - removed))
    assert sorted(left.boxes.tolist()) == sorted(told.boxes.tolist())
    every = np.arange(left.count) > 0
    assert np.array_equal(left.drawn(every), mask & (1 - removed))
    shapes = [sorted((*m.boxes[n], m.shape_of(n).tobytes()) for n in range(1, m.count)) for m in (left, told)]
    assert shapes[0] == shapes[1]
