"""By how much a page leans, and what setting it straight is good for."""

import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image

from fixtures.forge.scan import skewed
from flows.imaging.lean import lean_of, straightened

DPI = 200.0


def page() -> NDArray[np.uint8]:
    """Lines of boxes in place of letters, of many lengths, as those of a paragraph's end."""
    pixels = np.full((2200, 1700), 255, np.uint8)
    for number, top in enumerate(range(250, 1950, 60)):
        for left in range(200, 1500 - 90 * (number % 7), 20):
            pixels[top : top + 18, left : left + 12] = 0
    return pixels


def leaning(degrees: float) -> NDArray[np.uint8]:
    return np.asarray(skewed(Image.fromarray(page()), degrees))


@pytest.mark.parametrize("degrees", [-2.3, -1.2, 1.3, 1.6])
def test_a_page_that_leans_is_set_straight(degrees: float) -> None:
    lean = lean_of(leaning(degrees), DPI)
    assert lean == pytest.approx(-degrees, abs=0.1)
    assert lean_of(straightened(leaning(degrees), lean), DPI) == 0


@pytest.mark.parametrize("degrees", [0.0, 0.3, -0.8])
def test_a_page_that_hardly_leans_is_left_as_it_is(degrees: float) -> None:
    assert lean_of(leaning(degrees), DPI) == 0


def test_a_page_without_lines_does_not_lean() -> None:
    spots = np.where(np.random.default_rng(5).random((2200, 1700)) < 0.02, 0, 255).astype(np.uint8)
    assert lean_of(spots, DPI) == 0
    assert lean_of(np.full((2200, 1700), 255, np.uint8), DPI) == 0


def test_a_page_stays_as_wide_and_high_and_white_where_nothing_was() -> None:
    straight = straightened(page(), 2.0)
    assert straight.shape == page().shape
    assert (straight[[0, -1]] == 255).all()


def test_an_all_but_empty_page_whose_back_shows_through_is_left_as_it_is() -> None:
    back = np.maximum(page(), 170)
    back[250:268, 200:1500] = page()[250:268, 200:1500]
    assert lean_of(np.asarray(skewed(Image.fromarray(back), 1.4)), DPI) == 0
