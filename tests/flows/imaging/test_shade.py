"""Gray scans whose paper is darker here than there. Drawn at 300 dots an inch."""

from difflib import SequenceMatcher

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from fixtures.forge.appeals import MEMORANDUM
from fixtures.forge.scan import page_images, shaded
from flows.imaging.shade import evened
from flows.ocr.picture import read_picture
from flows.pages.images import Picture
from flows.pages.redactions import find_bars

DPI = 300.0


def page() -> NDArray[np.uint8]:
    """Lines of boxes in place of letters, and a bar over two of them."""
    pixels = np.full((1500, 1800), 255, np.uint8)
    for top in range(100, 1400, 70):
        for left in range(150, 1650, 30):
            pixels[top : top + 28, left : left + 20] = 0
    pixels[450:600, 400:1100] = 0
    return pixels


def in_shadow(pixels: NDArray[np.uint8]) -> NDArray[np.uint8]:
    return np.asarray(shaded(Image.fromarray(pixels)))


def test_white_paper_is_left_as_it_is() -> None:
    pixels = page()
    assert evened(pixels, DPI) is pixels


def test_bars_are_no_shadow() -> None:
    pixels = page()
    pixels[300:1200, 200:1600] = np.random.default_rng(7).integers(30, 90, (900, 1400))  # a toner's grain
    assert evened(pixels, DPI) is pixels


def test_a_shadow_goes_and_the_letters_stay() -> None:
    even = evened(in_shadow(page()), DPI)
    assert even[page() == 255].min() > 220
    assert even[page() == 0].max() < 120


def test_a_bar_is_black_still() -> None:
    (bar,) = find_bars(evened(in_shadow(page()), DPI), DPI / 72)
    assert bar.right - bar.left > 160


def test_a_page_in_shadow_is_read_as_one_in_the_light_is() -> None:
    picture = page_images(MEMORANDUM.pdf(), 200)[0]
    light, dark = (
        [token.text for token in read_picture(Picture(one, 200 / 72), 1, "").tokens]
        for one in (picture, shaded(picture))
    )
    assert SequenceMatcher(None, light, dark, autojunk=False).ratio() > 0.9  # 0.58 as it is
