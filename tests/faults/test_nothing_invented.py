"""What is no text gives none: blank paper, noise, a photograph, ink."""

import math
import random

import numpy as np
import pytest
from PIL import Image, ImageDraw, ImageFilter

from flows.ocr import read_picture

SCALE = 200 / 72
SIZE = (1700, 2200)


def blank() -> Image.Image:
    """Paper with dust on it."""
    page = Image.new("L", SIZE, 250)
    draw, dust = ImageDraw.Draw(page), random.Random(5)  # noqa: S311
    for _ in range(60):
        x, y = dust.randrange(SIZE[0]), dust.randrange(SIZE[1])
        draw.ellipse((x, y, x + dust.randrange(1, 4), y + dust.randrange(1, 4)), fill=90)
    return page


def noise() -> Image.Image:
    """A photocopy of nothing: one dot in seven is black."""
    dots = np.random.default_rng(5).random(SIZE[::-1]) < 0.14
    return Image.fromarray(np.where(dots, 0, 255).astype(np.uint8))


def photograph() -> Image.Image:
    """Blurred shapes in all grays."""
    page = Image.new("L", SIZE, 180)
    draw, shapes = ImageDraw.Draw(page), random.Random(5)  # noqa: S311
    for _ in range(80):
        x, y, r = shapes.randrange(SIZE[0]), shapes.randrange(SIZE[1]), shapes.randrange(40, 400)
        draw.ellipse((x - r, y - r, x + r, y + r // 2), fill=shapes.randrange(30, 240))
    return page.filter(ImageFilter.GaussianBlur(12))


def ink() -> Image.Image:
    """Loops as of a hand, in lines."""
    page = Image.new("L", SIZE, 255)
    draw = ImageDraw.Draw(page)
    for top in range(300, 2000, 170):
        points = [
            (200 + 6 * t + 30 * math.sin(t / 3), top + 45 * math.sin(t / 2.3) * math.cos(t / 7.1))
            for t in range(200)
        ]
        draw.line(points, fill=40, width=5)
    return page


@pytest.mark.parametrize("page", [blank, noise, photograph, ink])
def test_a_page_without_print_gives_no_words(page: "object") -> None:
    sheet = read_picture(page(), SCALE, 1, "an image has no text layer")  # type: ignore[operator]
    assert [t.text for t in sheet.tokens if any(c.isalnum() for c in t.text)] == []
