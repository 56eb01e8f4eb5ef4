"""Gray scans with a gray word, or a gray cell, under their print. Drawn at 200 dots an inch."""

import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image, ImageChops, ImageDraw

from fixtures.forge.appeals import MEMORANDUM
from fixtures.forge.scan import page_images
from flows.imaging.tints import without_tints
from flows.ocr.picture import read_picture
from flows.pages.images import Picture

DPI = 200.0


def marked(page: Image.Image, gray: int) -> Image.Image:
    """The page with two broad strokes across it, as of a letter seven inches high."""
    sheet = Image.new("L", page.size, 255)
    draw = ImageDraw.Draw(sheet)
    wide, high = page.size
    draw.line([(0.2 * wide, 0.8 * high), (0.8 * wide, 0.2 * high)], fill=gray, width=60)
    draw.line([(0.2 * wide, 0.2 * high), (0.8 * wide, 0.8 * high)], fill=gray, width=60)
    return ImageChops.darker(page.convert("L"), sheet)


def words(picture: Image.Image) -> list[str]:
    return [token.text for token in read_picture(Picture(picture, DPI / 72), 1, "").tokens]


def grained(pixels: Image.Image) -> Image.Image:
    grain = np.random.default_rng(5).normal(0, 4, np.asarray(pixels).shape)
    return Image.fromarray(np.clip(np.asarray(pixels) + grain, 0, 255).astype(np.uint8))


def gray(picture: Image.Image) -> NDArray[np.uint8]:
    return np.asarray(picture.convert("L"))


@pytest.mark.parametrize("shade", [150, 190])
def test_a_page_is_read_as_if_it_had_no_watermark(shade: int) -> None:
    page = page_images(MEMORANDUM.pdf(), 200)[0]
    plain, over = words(page), words(grained(marked(page, shade)))
    assert len(set(plain) - set(over)) <= 0.03 * len(plain)
    assert len(set(over) - set(plain)) <= 0.03 * len(plain)


def test_a_page_without_a_tint_is_left_as_it_is() -> None:
    pixels = gray(page_images(MEMORANDUM.pdf(), 200)[0])
    assert without_tints(pixels, DPI) is pixels


def test_a_bar_is_no_tint() -> None:
    pixels = gray(page_images(MEMORANDUM.pdf(), 200)[0]).copy()
    pixels[600:700, 300:1200] = 20
    assert without_tints(pixels, DPI) is pixels


def test_what_is_gray_by_turns_is_no_tint() -> None:
    """A photograph, the dirt of a copy."""
    pixels = gray(page_images(MEMORANDUM.pdf(), 200)[0]).copy()
    pixels[600:1400, 300:1200] = np.linspace(125, 204, 900).astype(np.uint8)
    assert without_tints(pixels, DPI) is pixels
