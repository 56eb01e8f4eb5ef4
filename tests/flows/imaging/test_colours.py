"""Ink in colour over black print. Drawn at 300 dots an inch, packed as a JPEG as scanners do."""

from io import BytesIO

import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image, ImageChops, ImageDraw, ImageFont

from cleaners import clean_document
from cleaners.page import REDACTED
from cleaners.reading_order.layout import Sheet, read_in_order
from fixtures.forge.appeals import MEMORANDUM
from fixtures.forge.scan import page_images
from flows.imaging.colours import coloured_blocks, coloured_ink, taken_off
from flows.ocr.picture import read_picture
from flows.pages.drawings import Box
from flows.pages.images import Picture

DPI = 300
BLUE, RED, PURPLE = (60, 75, 190), (200, 40, 50), (120, 70, 160)
STAMP = ("FILED", "CLERK, U.S. DISTRICT COURT", "JUN 25 2031", "CENTRAL DISTRICT OF ERIADOR")
TITLE = {"UNITED", "STATES", "COURT", "OF", "APPEALS", "FOR", "THE", "NINTH", "CIRCUIT"}


@pytest.fixture(scope="module")
def page() -> Image.Image:
    return page_images(MEMORANDUM.pdf(), DPI)[0].convert("RGB")


def struck(
    page: Image.Image, lines: tuple[str, ...], at: tuple[int, int], colour: tuple[int, int, int]
) -> Image.Image:
    """The page with lines stamped over it, askew; ink lets through what is under it."""
    stamp = Image.new("RGB", page.size, "white")
    draw = ImageDraw.Draw(stamp)
    for row, line in enumerate(lines):
        draw.text((at[0], at[1] + 60 * row), line, fill=colour, font=ImageFont.load_default(46))
    return packed(ImageChops.multiply(page, stamp.rotate(2, fillcolor="white", center=at)))


def packed(picture: Image.Image) -> Image.Image:
    file = BytesIO()
    picture.save(file, "JPEG", quality=70)
    return Image.open(file).convert("RGB")


def dots(picture: Image.Image) -> NDArray[np.uint8]:
    return np.asarray(picture)


def read(picture: Image.Image) -> Sheet:
    return read_picture(Picture(picture, DPI / 72), 1, "")


def words(sheet: Sheet) -> set[str]:
    return {token.text for token in sheet.tokens if token.confidence > 0.6}


@pytest.mark.parametrize("colour", [BLUE, RED, PURPLE])
def test_print_is_read_as_if_nothing_had_been_stamped_over_it(
    page: Image.Image, colour: tuple[int, int, int]
) -> None:
    over = read(struck(page, STAMP, (800, 470), colour))
    assert {token.text for token in over.tokens} >= TITLE
    assert not {"2031", "CENTRAL", "DISTRICT"} & words(over)
    assert {"FILED", "JUN", "2031"} <= {token.text for token in over.struck}


def test_what_was_stamped_over_it_is_kept_in_the_record_and_not_in_the_text(page: Image.Image) -> None:
    document = clean_document(read_in_order([read(struck(page, STAMP, (800, 470), BLUE))]))
    assert "2031" not in document.text
    assert "UNITED STATES COURT OF APPEALS" in document.text
    taken = [document.source[p.start : p.end] for p in document.pieces if "over it" in p.reason]
    assert "JUN 25 2031" in " ".join(taken)
    assert document.restored() == document.source


def test_ink_in_colour_under_a_bar_is_not_read(page: Image.Image) -> None:
    """A bar that a PDF draws over a scan is not on the scan's own picture."""
    over, scale = struck(page, STAMP, (800, 470), BLUE), DPI / 72
    bar = Box(790 / scale, 580 / scale, 1300 / scale, 650 / scale)
    sheet = read_picture(Picture(over, scale), 1, "", [bar])
    assert {"FILED", "CENTRAL"} <= {token.text for token in sheet.struck}
    under = [t for t in (*sheet.tokens, *sheet.struck) if bar.holds(t.center, t.middle)]
    assert {token.text for token in under} <= {REDACTED}


def test_black_print_has_no_ink_in_colour(page: Image.Image) -> None:
    assert coloured_ink(packed(page.convert("L").convert("RGB")), DPI) is None


def test_print_in_one_colour_and_photographs_are_left_as_they_are(page: Image.Image) -> None:
    blue = Image.composite(page, Image.new("RGB", page.size, BLUE), page.convert("L"))
    assert coloured_ink(packed(blue), DPI) is None
    photograph = page.copy()
    photograph.paste((180, 90, 40), (300, 300, 2000, 1500))
    assert coloured_ink(photograph, DPI) is None


def test_a_link_in_a_line_stays_in_it() -> None:
    page = Image.new("RGB", (2550, 3300), "white")
    draw, font = ImageDraw.Draw(page), ImageFont.load_default(46)
    for row in range(12):
        draw.text((300, 400 + 90 * row), "The exhibits of the parties are posted at", fill="black", font=font)
        draw.text((1320, 400 + 90 * row), "www.example.org/roe and may be had", fill=BLUE, font=font)
    sheet = read(packed(page))
    assert not sheet.struck
    assert sum(token.text == "www.example.org/roe" for token in sheet.tokens) == 12


def test_what_lies_under_the_ink_is_still_there_when_that_is_taken_off(page: Image.Image) -> None:
    over = struck(page, STAMP, (800, 470), BLUE)
    alone = coloured_ink(over, DPI)
    assert alone is not None
    rest = taken_off(dots(over.convert("L")), alone, coloured_blocks(alone, DPI))
    black, gray = dots(page.convert("L")) < 100, rest < 128
    assert gray[black].mean() > 0.97
    assert gray[~black].mean() < 0.01
