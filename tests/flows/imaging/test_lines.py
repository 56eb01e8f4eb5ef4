"""Which way lines run is told from the letters alone."""

from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from flows.imaging.lines import lies_on_its_side
from flows.pages.pdf import read_pdf_pages

FILINGS = Path(__file__).resolve().parents[3] / "fixtures" / "filings"


@pytest.fixture(scope="module")
def upright() -> tuple[NDArray[np.uint8], float]:
    for _, paper in read_pdf_pages(FILINGS / "motion-scan.pdf", 1, 1):
        picture = paper()
    return np.asarray(picture.image), picture.scale


@pytest.mark.parametrize("quarters", [0, 1, 2, 3])
def test_a_page_lies_on_its_side_after_every_other_quarter_turn(
    upright: tuple[NDArray[np.uint8], float], quarters: int
) -> None:
    pixels, scale = upright
    assert lies_on_its_side(np.ascontiguousarray(np.rot90(pixels, quarters)), scale) == bool(quarters % 2)


def test_a_page_without_lines_lies_on_no_side() -> None:
    assert not lies_on_its_side(np.full((1100, 850), 255, np.uint8), 100 / 72)
