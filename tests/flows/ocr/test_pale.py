"""Print that is short of toner: nowhere dark, and read all the same."""

from difflib import SequenceMatcher

import pytest
from PIL import Image, ImageOps

from fixtures.forge.appeals import MEMORANDUM
from fixtures.forge.scan import page_images
from flows.ocr.picture import read_picture
from flows.pages.images import Picture

DPI = 200


@pytest.fixture(scope="module")
def black() -> Image.Image:
    return page_images(MEMORANDUM.pdf(), DPI)[0]


def pale(picture: Image.Image, darkest: int = 150) -> Image.Image:
    return picture.point(lambda level: darkest + level * (250 - darkest) // 255)


def words(picture: Image.Image) -> list[str]:
    return [token.text for token in read_picture(Picture(picture, DPI / 72), 1, "").tokens]


def test_a_page_without_a_dark_dot_is_read_as_a_black_one_is(black: Image.Image) -> None:
    assert SequenceMatcher(None, words(black), words(pale(black)), autojunk=False).ratio() > 0.95


def test_what_shows_through_from_the_back_of_an_empty_page_is_no_print(black: Image.Image) -> None:
    assert words(ImageOps.mirror(pale(black))) == []
