"""Stamps in black that lean, over print or beside it, on scans in black and white. Drawn at 300 dpi."""

import numpy as np
import pytest
from PIL import Image, ImageChops, ImageDraw, ImageFont

from cleaners import clean_document
from cleaners.reading_order.layout import Sheet, read_in_order
from fixtures.forge.appeals import MEMORANDUM
from fixtures.forge.scan import page_images, photocopied
from flows.imaging.askew import leaning_ink
from flows.ocr.picture import read_picture
from flows.pages.images import Picture

DPI = 300
STAMP = ("FILED", "JUN 25 2031", "CLERK, U.S. DISTRICT COURT", "CENTRAL DISTRICT OF ERIADOR")
NOTE = ("PLEASE", "RETURN TO", "ROOM TWENTY FOUR", "WHEN YOU ARE DONE")
ASIDE = 2080, 1330


@pytest.fixture(scope="module")
def page() -> Image.Image:
    return page_images(MEMORANDUM.pdf(), DPI)[0]


@pytest.fixture(scope="module")
def plain(page: Image.Image) -> Sheet:
    return read(page)


def struck(
    page: Image.Image, lines: tuple[str, ...], at: tuple[int, int], lean: float, *, framed: bool = False
) -> Image.Image:
    """The page with lines stamped on it about ``at``, which lean by so many degrees."""
    stamp = Image.new("L", page.size, 255)
    draw = ImageDraw.Draw(stamp)
    for row, line in enumerate(lines):
        font = ImageFont.load_default(72 if row == 0 else 40)
        draw.text((at[0], at[1] + 60 * row), line, fill=0, font=font, anchor="mm")
    if framed:
        draw.rectangle([at[0] - 330, at[1] - 60, at[0] + 330, at[1] + 230], outline=0, width=6)
    turned = stamp.rotate(lean, Image.Resampling.BICUBIC, fillcolor=255, center=at)
    return ImageChops.darker(page, turned)


def read(page: Image.Image) -> Sheet:
    return read_picture(Picture(photocopied(page), DPI / 72), 1, "")


def words(sheet: Sheet) -> list[str]:
    return [token.text for token in sheet.tokens]


def test_dirt_is_no_stamp() -> None:
    """However much of it there is: a file that is made to be slow is refused quickly."""
    dirt = (np.random.default_rng(7).random((800, 1200)) < 0.05).astype(np.uint8)
    assert leaning_ink(dirt, [], DPI / 72) is None


@pytest.mark.parametrize("framed", [False, True])
@pytest.mark.parametrize("lean", [-7, -3, 3, 7])
def test_print_beside_a_stamp_that_leans_is_read_as_if_it_were_not_there(
    page: Image.Image, plain: Sheet, lean: float, *, framed: bool
) -> None:
    sheet = read(struck(page, STAMP, ASIDE, lean, framed=framed))
    assert len(set(words(plain)) ^ set(words(sheet))) <= 2
    assert {"JUN", "2031", "DISTRICT"} <= {token.text for token in sheet.struck}


def test_it_is_kept_in_the_record_and_not_in_the_text(page: Image.Image) -> None:
    document = clean_document(read_in_order([read(struck(page, STAMP, ASIDE, 4))]))
    assert "2031" not in document.text
    assert "JUN 25 2031" in " ".join(document.source.split())


def test_what_leans_and_is_no_stamp_stays(page: Image.Image) -> None:
    sheet = read(struck(page, NOTE, ASIDE, 4))
    assert {"PLEASE", "TWENTY"} <= {token.text for token in sheet.tokens}
    assert not sheet.struck


def test_a_level_stamp_is_left_to_the_steps_that_know_the_words(page: Image.Image) -> None:
    assert not read(struck(page, STAMP, ASIDE, 0)).struck


def test_no_word_of_print_is_lost_under_a_stamp_that_leans(page: Image.Image, plain: Sheet) -> None:
    """As far as it was read with the stamp over it."""
    over = struck(page, STAMP, (1400, 480), 5)
    with_it = {token.text for token in read_picture(Picture(photocopied(over), DPI / 72), 9, "").tokens}
    sheet = read(over)
    seen = {token.text for token in (*sheet.tokens, *sheet.struck)}
    assert set(words(plain)) & with_it <= seen
