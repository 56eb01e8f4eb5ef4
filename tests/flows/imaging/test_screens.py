"""Scans in black and white with a gray word, printed as dots, under their print. Drawn at 200 and 300 dots
an inch."""

from collections.abc import Callable

import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image, ImageChops, ImageDraw

from fixtures.forge.appeals import MEMORANDUM
from fixtures.forge.scan import page_images, photocopied
from flows.imaging.screens import without_screens
from flows.ocr.picture import read_picture
from flows.pages.images import Picture


def crossed(size: tuple[int, int], gray: int) -> Image.Image:
    """Two broad strokes across a page, as of a letter seven inches high."""
    sheet = Image.new("L", size, 255)
    draw = ImageDraw.Draw(sheet)
    wide, high = size
    for start, end in ((0.8, 0.2), (0.2, 0.8)):
        draw.line([(0.2 * wide, start * high), (0.8 * wide, end * high)], fill=gray, width=wide // 24)
    return sheet


def dithered(page: Image.Image) -> Image.Image:
    """As a program makes it black and white: the errors of single dots spread over the next ones."""
    return ImageChops.darker(page, crossed(page.size, 190)).convert("1").convert("L")


def halftoned(page: Image.Image) -> Image.Image:
    """As a laser printer prints gray: in dots of its own, here 53 to the inch at 300."""
    down, across = np.indices((page.height, page.width)) * (2 * np.pi / 8)
    dots = np.where(np.cos(down + across) + np.cos(down - across) > 0.6, 0, 255).astype(np.uint8)
    strokes = ImageChops.lighter(Image.fromarray(dots), crossed(page.size, 0))
    return ImageChops.darker(photocopied(page), strokes)


def words(picture: Image.Image, dpi: float) -> list[str]:
    return [token.text for token in read_picture(Picture(picture, dpi / 72), 1, "").tokens]


@pytest.mark.parametrize(("dpi", "marked"), [(200, dithered), (300, dithered), (300, halftoned)])
def test_a_page_is_read_as_if_it_had_no_watermark(
    dpi: int, marked: Callable[[Image.Image], Image.Image]
) -> None:
    page = page_images(MEMORANDUM.pdf(), dpi)[0]
    plain, over = words(photocopied(page), dpi), words(marked(page), dpi)
    assert len(set(plain) - set(over)) <= 0.05 * len(plain)
    assert len(set(over) - set(plain)) <= 0.05 * len(plain)


def gray(picture: Image.Image) -> NDArray[np.uint8]:
    return np.asarray(picture)


@pytest.mark.parametrize("threshold", [90, 140, 230])
def test_print_is_no_screen_however_thin_or_heavy(threshold: int) -> None:
    pixels = gray(photocopied(page_images(MEMORANDUM.pdf(), 200)[0], threshold))
    assert without_screens(pixels, 200) is pixels


def test_a_bar_and_what_is_dotted_unevenly_are_no_screens() -> None:
    pixels = gray(page_images(MEMORANDUM.pdf(), 200)[0]).copy()
    pixels[600:700, 300:1200] = 20
    share = np.linspace(0, 1, 600)[:, np.newaxis]
    noise = np.random.default_rng(3).random((600, 900))
    pixels[1200:1800, 300:1200] = np.where(noise < share, 0, 255)
    assert without_screens(pixels, 200) is pixels
