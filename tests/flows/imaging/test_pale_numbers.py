"""Margin numbers in gray beside black text."""

import numpy as np
import pytest
from numpy.typing import NDArray

from flows.imaging.pale_numbers import with_black_numbers

DPI, PITCH = 100, 33
GRAY, BLACK = 185, 20


def page(tops: list[int], gray: int = GRAY) -> NDArray[np.uint8]:
    """Figures of a tenth of an inch at these heights, and a black line of text right of each."""
    pixels = np.full((1100, 850), 255, np.uint8)
    for top in tops:
        pixels[top : top + 10, 120:126] = gray
        pixels[top : top + 10, 165:780:3] = BLACK
    return pixels


LINES = [90 + PITCH * n for n in range(28)]


def test_pale_numbers_are_made_black_and_the_text_stays() -> None:
    pixels = page(LINES)
    darkened = with_black_numbers(pixels, DPI)

    assert (darkened[pixels == GRAY] < 60).all()
    assert (darkened[pixels != GRAY] == pixels[pixels != GRAY]).all()


def test_a_pale_rule_beside_the_numbers_is_made_black_with_them() -> None:
    pixels = page(LINES)
    pixels[:, 145:147] = 200
    assert with_black_numbers(pixels, DPI)[:, 145:147].max() < 100


@pytest.mark.parametrize(
    "tops",
    [
        pytest.param(LINES[:8], id="eight lines"),
        pytest.param([90 + PITCH * n + 13 * (n * n % 3) for n in range(28)], id="lines in uneven steps"),
        pytest.param([], id="no print"),
    ],
)
def test_what_is_no_column_of_numbers_stays_pale(tops: list[int]) -> None:
    pixels = page(tops)
    assert with_black_numbers(pixels, DPI) is pixels


def test_black_numbers_are_left_as_they_are() -> None:
    pixels = page(LINES, BLACK)
    assert with_black_numbers(pixels, DPI) is pixels
