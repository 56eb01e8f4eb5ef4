"""What a pen drew: rings round words, signatures, ticks over checkboxes. Print of the same size stays."""

import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image, ImageDraw, ImageFont

from flows.imaging.checkboxes import checkboxes_in
from flows.imaging.marks import marks_of
from flows.imaging.strokes import flourishes_in, holes_in, rings_in

DPI = 300
TYPE = ImageFont.load_default(48)
"""The height of 12 point type at 300 dpi."""


def drawn(text: str, at: tuple[int, int] = (100, 90)) -> tuple[Image.Image, ImageDraw.ImageDraw]:
    page = Image.new("L", (600, 240), 255)
    draw = ImageDraw.Draw(page)
    draw.text(at, text, 0, font=TYPE)
    return page, draw


def ink(page: Image.Image) -> NDArray[np.uint8]:
    return (np.asarray(page) < 128).astype(np.uint8)


def test_a_ring_goes_and_the_word_in_it_stays() -> None:
    page, draw = drawn("YES")
    word = ink(page)
    draw.ellipse((70, 70, 230, 165), outline=0, width=5)
    assert np.array_equal(ink(page) & (1 - rings_in(marks_of(ink(page)), DPI)), word)


def test_a_signature_goes_and_the_name_below_it_stays() -> None:
    page, draw = drawn("ANN POE", (100, 170))
    name = ink(page)
    stroke = [(90, 100), (150, 40), (180, 150), (260, 30), (300, 150), (380, 60), (460, 140)]
    draw.line(stroke, 0, width=5, joint="curve")
    assert np.array_equal(ink(page) & (1 - flourishes_in(marks_of(ink(page)), DPI)), name)


def test_a_stroke_that_runs_into_a_line_of_print_stays() -> None:
    page, draw = drawn("ANN POE", (100, 120))
    draw.line([(90, 60), (150, 20), (180, 150), (260, 10), (300, 90), (460, 60)], 0, width=5)
    assert not flourishes_in(marks_of(ink(page)), DPI).any()


@pytest.mark.parametrize("size", [48, 90, 140, 200])
def test_letters_are_no_flourishes(size: int) -> None:
    page = Image.new("L", (1600, 400), 255)
    ImageDraw.Draw(page).text((30, 40), "OMWV (o) L", 0, font=ImageFont.load_default(size))
    assert not flourishes_in(marks_of(ink(page)), DPI).any()


@pytest.mark.parametrize("size", [48, 90, 140])
def test_letters_are_no_rings(size: int) -> None:
    page = Image.new("L", (900, 300), 255)
    ImageDraw.Draw(page).text((30, 40), "OQ0 (o) D", 0, font=ImageFont.load_default(size))
    assert not rings_in(marks_of(ink(page)), DPI).any()


def test_a_table_round_a_word_is_no_ring() -> None:
    page, draw = drawn("YES")
    draw.rectangle((20, 60, 560, 180), outline=0, width=5)
    assert not rings_in(marks_of(ink(page)), DPI).any()


@pytest.mark.parametrize("strokes", [[], [(390, 80, 450, 190), (450, 75, 400, 180)], [(400, 100, 480, 60)]])
def test_a_box_goes_with_the_strokes_that_tick_it(strokes: list[tuple[int, int, int, int]]) -> None:
    page, draw = drawn("NO")
    word = ink(page)
    draw.rectangle((400, 95, 445, 140), outline=0, width=4)
    for stroke in strokes:
        draw.line(stroke, 0, width=5)
    assert not (ink(page) & (1 - checkboxes_in(marks_of(ink(page)), DPI)) & (1 - word)).any()


@pytest.mark.parametrize("blockiness", [1, 2])
def test_bold_letters_are_no_boxes(blockiness: int) -> None:
    small = Image.new("L", (900 // blockiness, 120 // blockiness), 255)
    draw = ImageDraw.Draw(small)
    draw.text((10, 10), "DO BOND 0 EQUAL H", 0, font=ImageFont.load_default(48 // blockiness), stroke_width=2)
    page = small.resize((900, 120), Image.Resampling.NEAREST)
    assert not checkboxes_in(marks_of(ink(page)), DPI).any()


def test_capitals_whose_serifs_touch_are_no_box() -> None:
    """``HE`` in 12 point type, its serifs one line above and one below."""
    page = Image.new("L", (200, 120), 255)
    draw = ImageDraw.Draw(page)
    for top in (40, 70):
        draw.rectangle((30, top, 96, top + 2), 0)
    for stem in (33, 56, 76):
        draw.rectangle((stem, 40, stem + 2, 72), 0)
    draw.rectangle((33, 55, 59, 57), 0)
    assert not checkboxes_in(marks_of(ink(page)), DPI).any()


def test_a_punched_hole_goes_and_a_bar_and_a_bullet_stay() -> None:
    page = Image.new("L", (2550, 3300), 255)
    draw = ImageDraw.Draw(page)
    draw.ellipse((60, 300, 140, 380), 20)
    draw.ellipse((880, 70, 955, 145), 20)
    holes = ink(page)
    draw.rectangle((60, 900, 140, 980), 20)  # a bar of a word
    draw.ellipse((60, 1200, 90, 1230), 20)  # a bullet
    draw.ellipse((1200, 1500, 1280, 1580), 20)  # amid the page
    assert np.array_equal(holes_in(marks_of(ink(page)), DPI), holes)
