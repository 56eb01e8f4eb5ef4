"""Pictures made ready for OCR. Drawn at 300 dots an inch."""

from collections.abc import Iterable

import cv2
import numpy as np
import pytest
from numpy.typing import NDArray

from flows.imaging.dots import dots_to_remove
from flows.imaging.marks import marks_of
from flows.imaging.parts import fence_of, parted, parts_of
from flows.imaging.pictures import clean_picture, level_runs, upright_runs

DPI = 300.0


def paper() -> NDArray[np.uint8]:
    return np.full((1200, 2550), 255, np.uint8)


def letters(page: NDArray[np.uint8], left: int, top: int, count: int, step: int = 30) -> NDArray[np.uint8]:
    """A line of boxes in place of letters: 20 dots wide, 28 high."""
    for number in range(count):
        page[top : top + 28, left + step * number : left + step * number + 20] = 0
    return page


def ink(page: NDArray[np.uint8]) -> NDArray[np.uint8]:
    return (page < 128).astype(np.uint8)


def test_a_level_rule_is_found_and_taken_out() -> None:
    page = letters(paper(), 300, 300, 20)
    page[340:344, 300:900] = 0
    clean = clean_picture(page, DPI)
    (rule,) = clean.rules
    assert (rule.left, rule.right) == pytest.approx((300, 900), abs=12)
    assert clean.pixels[340:344, 310:890].min() > 200
    assert clean.pixels[310, 305] < 100, "the letters stay"


def test_letters_that_nearly_touch_are_no_rule() -> None:
    page = letters(paper(), 300, 300, 30, step=24)
    clean = clean_picture(page, DPI)
    assert not clean.rules
    assert (clean.pixels[302:326, 304:316] < 60).all()


def test_an_upright_rule_is_found() -> None:
    page = letters(paper(), 300, 300, 20)
    page[100:1100, 200:205] = 0
    (rule,) = clean_picture(page, DPI).rules
    assert rule.upright


def test_a_dot_leader_is_taken_out_and_an_ellipsis_stays() -> None:
    page = letters(paper(), 300, 300, 10)
    for x in range(620, 1800, 20):
        page[322:328, x : x + 6] = 0
    ellipsis = letters(paper(), 300, 600, 10)
    for x in (620, 650, 680):
        ellipsis[622:628, x : x + 6] = 0
    removed = dots_to_remove(marks_of(ink(page)), DPI)
    assert removed[:, 620:].sum() == ink(page)[:, 620:].sum()
    assert not removed[:, :600].any()
    assert not dots_to_remove(marks_of(ink(ellipsis)), DPI).any()


def row_of_dots(lefts: Iterable[int]) -> NDArray[np.uint8]:
    """A line of letters, and dots of a third of their height on its foot: a typewriter's, filled in."""
    page = letters(paper(), 300, 300, 10)
    for left in lefts:
        page[318:328, left : left + 10] = 0
    return page


def test_large_dots_that_stand_evenly_are_a_leader() -> None:
    page = row_of_dots(range(620, 1800, 30))
    removed = dots_to_remove(marks_of(ink(page)), DPI)
    assert np.array_equal(removed[:, 610:], ink(page)[:, 610:])
    assert not removed[:, :610].any()


def test_the_commas_of_the_pages_that_a_leader_leads_to_stay() -> None:
    page = row_of_dots([*range(620, 1800, 30), 1838, 1886])
    removed = dots_to_remove(marks_of(ink(page)), DPI)
    assert removed[:, 1790:1800].any()
    assert not removed[:, 1800:].any()


def test_large_dots_that_stand_unevenly_are_bits_of_letters() -> None:
    uneven = np.cumsum(np.random.default_rng(7).integers(16, 48, 40)) + 620
    assert not dots_to_remove(marks_of(ink(row_of_dots(uneven.tolist()))), DPI).any()


def test_large_dots_in_a_short_row_are_no_leader() -> None:
    assert not dots_to_remove(marks_of(ink(row_of_dots(range(620, 830, 35)))), DPI).any()


def with_specks(page: NDArray[np.uint8], specks: int) -> NDArray[np.uint8]:
    """The page with specks on the paper below its letters."""
    noise = np.random.default_rng(7)
    for y, x in zip(noise.integers(500, 1180, specks), noise.integers(20, 2500, specks), strict=True):
        page[y : y + 4, x : x + 4] = 0
    return page


@pytest.mark.parametrize(
    ("lefts", "size"), [([1495], 6), ([1520, 1540, 1560], 4)], ids=["a period", "an ellipsis"]
)
def test_specks_go_from_a_noisy_page_and_points_stay(lefts: list[int], size: int) -> None:
    page = letters(paper(), 300, 300, 40)
    for left in lefts:
        page[322 : 322 + size, left : left + size] = 0
    page = with_specks(page, 60)
    removed = dots_to_remove(marks_of(ink(page)), DPI)
    assert not removed[:480].any()
    assert removed[480:].sum() >= 0.9 * ink(page)[480:].sum()


def dirty(specks: int) -> tuple[NDArray[np.uint8], NDArray[np.bool_]]:
    """A page of dotted stems, a period behind the last, with specks of half of a dot on the paper and at the
    stems' feet; and where these are."""
    page = paper()
    beside = np.zeros(page.shape, bool)
    for top in (290, 390):
        for left in range(300, 2100, 60):
            page[top + 10 : top + 35, left : left + 8] = page[top : top + 6, left + 1 : left + 7] = 0
            beside[top + 30 : top + 34, left + 12 : left + 16] = left < 2000
    page[beside] = 0
    page[419:425, 2052:2058] = 0
    return with_specks(page, specks), beside


def test_what_is_smaller_than_the_dots_of_a_dirty_pages_letters_is_a_speck_beside_them_too() -> None:
    page, beside = dirty(specks=300)
    assert np.array_equal(dots_to_remove(marks_of(ink(page)), DPI)[:450], beside[:450])


def test_bits_beside_the_letters_of_a_page_without_dirt_stay() -> None:
    """Weak toner breaks letters into bits, and leaves none on the paper."""
    page, beside = dirty(specks=10)
    assert not dots_to_remove(marks_of(ink(page)), DPI)[beside].any()


def test_a_lone_dot_on_a_clean_page_stays() -> None:
    page = letters(paper(), 300, 300, 40)
    page[800:806, 1000:1006] = 0
    assert not dots_to_remove(marks_of(ink(page)), DPI).any()


def test_a_column_of_colons_is_not_noise() -> None:
    page = letters(paper(), 300, 300, 40)
    for y in range(400, 1100, 60):
        page[y : y + 6, 1600:1606] = page[y + 18 : y + 24, 1600:1606] = 0
    assert not dots_to_remove(marks_of(ink(page)), DPI).any()


def test_a_checkbox_is_taken_out_with_its_tick() -> None:
    page = letters(paper(), 300, 300, 20)
    page[290:340, 200:250] = 0
    page[294:336, 204:246] = 255
    for step in range(30):
        page[300 + step : 304 + step, 210 + step : 214 + step] = 0
    cleaned = clean_picture(page, DPI).pixels
    assert cleaned[285:345, 195:255].min() > 200
    assert cleaned[310, 305] < 100, "the letters stay"


@pytest.mark.parametrize(("written", "stays"), [(0, False), (1, False), (3, True)])
def test_an_oblong_box_to_tick_is_no_blank_and_goes_unless_letters_stand_in_it(
    written: int, *, stays: bool
) -> None:
    page = letters(paper(), 300, 300, 20)
    page[290:340, 140:270] = 0
    page[294:336, 144:266] = 255
    letters(page, 160, 300, written)
    cleaned = clean_picture(page, DPI)
    assert bool(cleaned.pixels[300:330, 155:255].min() < 100) is stays
    assert bool(cleaned.rules) is stays
    assert cleaned.pixels[310, 305] < 100, "the letters stay"


def test_parts_are_cut_between_lines() -> None:
    """A caption's rule ends in the middle of a line that stands left of it."""
    page = letters(letters(paper(), 300, 400, 20), 300, 460, 20)
    page[474:900, 1200:1204] = 0
    clean = clean_picture(page, DPI)
    tops = {part.top for part in parts_of(clean.rules, clean.pixels, DPI)}
    assert any(445 <= top <= 505 for top in tops)
    assert not any(460 <= top < 488 for top in tops)


def test_a_leaning_pleading_rule_parts_numbers_and_text_as_it_leans() -> None:
    """Above and below, numbers and text stand as near to it; a straight cut takes from one or the other."""
    page = np.full((3300, 2550), 255, np.uint8)
    for y in range(100, 3200):
        at = 300 + (y - 100) // 150
        page[y, at : at + 4] = 0
    for y in (200, 3050):
        at = 300 + (y - 100) // 150
        page[y : y + 30, at - 25 : at - 12] = 0
        page[y : y + 30, at + 14 : at + 30] = 0
    clean = clean_picture(page, DPI)
    margin, *rest = parts_of(clean.rules, clean.pixels, DPI)
    numbers, text = parted(clean.pixels, fence_of(clean.rules, clean.pixels, DPI))
    kept = [(numbers[:, : margin.right] < 128).sum(), *((text[:, p.left :] < 128).sum() for p in rest)]
    assert margin.margin
    assert kept == pytest.approx([2 * 30 * 13, 2 * 30 * 16], rel=0.05)


def test_the_side_of_a_table_parts_no_numbers_from_the_text() -> None:
    page = np.full((3300, 2550), 255, np.uint8)
    for x in (300, 600, 2200):
        page[400:2900, x : x + 5] = 0
    for y in range(400, 2901, 250):
        page[y : y + 5, 300:2205] = 0
    clean = clean_picture(page, DPI)
    assert not fence_of(clean.rules, clean.pixels, DPI).any()


@pytest.mark.parametrize(("lines", "is_margin"), [(1, False), (5, False), (25, True)])
def test_the_first_cells_of_a_table_of_one_long_row_are_no_margin(lines: int, *, is_margin: bool) -> None:
    page = np.full((3300, 2550), 255, np.uint8)
    for x in (300, 450, 2200):
        page[400:2900, x : x + 5] = 0
    for y in (400, 2900):
        page[y : y + 5, 300:2205] = 0
    for y in range(430, 430 + 90 * lines, 90):
        page[y : y + 30, 360:380] = 0
    clean = clean_picture(page, DPI)
    assert (fence_of(clean.rules, clean.pixels, DPI).max() > 400) == is_margin


def test_the_steps_of_a_leaning_rule_go_with_it() -> None:
    """Two dots high, as a coarse scan has them once it is enlarged: no quotation mark over a note."""
    page = paper()
    for step in range(4):
        page[1000 + 2 * step : 1006 + 2 * step, 300 + 150 * step : 450 + 150 * step] = 0
    page[1003:1006, 296:300] = page[1004:1007, 900:920] = 0
    assert clean_picture(page, DPI).pixels.min() > 200


@pytest.mark.parametrize("long", [1, 6, 7, 20, 126])
def test_runs_are_those_of_opencvs_opening(long: int) -> None:
    random = np.random.default_rng(long)
    mask = np.zeros((180, 240), np.uint8)
    for length in random.integers(long // 2, long + 4, 60):
        top, left = random.integers(0, 180), random.integers(-20, 240)
        mask[top, max(0, left) : max(0, left + length)] = 1  # some end at the picture's edge
        top, left = random.integers(-20, 180), random.integers(0, 240)
        mask[max(0, top) : max(0, top + length), left] = 1
    level, upright = np.ones((1, long), np.uint8), np.ones((long, 1), np.uint8)
    assert np.array_equal(level_runs(mask, long), cv2.morphologyEx(mask, cv2.MORPH_OPEN, level))
    assert np.array_equal(upright_runs(mask, long), cv2.morphologyEx(mask, cv2.MORPH_OPEN, upright))
