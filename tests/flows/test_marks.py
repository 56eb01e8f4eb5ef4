"""The marks of a mask, against what OpenCV says of them."""

import cv2
import numpy as np
import pytest

from flows.marks import marks_of


@pytest.mark.parametrize("ink", [0.0, 0.02, 0.3, 1.0])
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
