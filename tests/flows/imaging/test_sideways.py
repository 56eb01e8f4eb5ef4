"""Lines set along the sides of a scanned page. Drawn at 200 dots an inch."""

import pytest
from PIL import Image, ImageDraw, ImageFont

from cleaners import clean_document
from cleaners.reading_order.layout import Sheet, read_in_order
from fixtures.forge.appeals import MEMORANDUM
from fixtures.forge.scan import page_images
from flows.ocr.picture import read_picture
from flows.pages.images import Picture

DPI = 200
STAMP = "RECEIVED 2031 MAR 14 PM 4:52 CLERK OF COURT"


@pytest.fixture(scope="module")
def page() -> Image.Image:
    return page_images(MEMORANDUM.pdf(), DPI)[0]


@pytest.fixture(scope="module")
def plain(page: Image.Image) -> list[str]:
    return words(read(page))


def stamped(page: Image.Image, text: str, at: tuple[int, int], turn: Image.Transpose) -> Image.Image:
    line = Image.new("L", (1000, 34), 255)
    ImageDraw.Draw(line).text((0, 0), text, fill=0, font=ImageFont.load_default(26))
    both = page.copy()
    both.paste(line.transpose(turn), at)
    return both


def read(picture: Image.Image) -> Sheet:
    return read_picture(Picture(picture, DPI / 72), 1, "")


def words(sheet: Sheet) -> list[str]:
    return [token.text for token in sheet.tokens]


@pytest.mark.parametrize("turn", [Image.Transpose.ROTATE_90, Image.Transpose.ROTATE_270])
@pytest.mark.parametrize("left", [80, 1600])
def test_a_line_along_the_margin_leaves_the_lines_beside_it_as_they_are(
    page: Image.Image, plain: list[str], left: int, turn: Image.Transpose
) -> None:
    sheet = read(stamped(page, STAMP, (left, 500), turn))
    assert words(sheet) == plain
    assert " ".join(token.text for token in sheet.sideways) == STAMP
    high = [token for token in sheet.sideways if len(token.text) > 2]
    assert all(token.height > token.right - token.left for token in high)


def test_it_is_kept_in_the_record_and_not_in_the_text(page: Image.Image) -> None:
    turned = stamped(page, STAMP, (1600, 500), Image.Transpose.ROTATE_90)
    document = clean_document(read_in_order([read(turned)]))
    assert "RECEIVED" not in document.text
    assert "RECEIVED" in document.source


def test_figures_one_over_another_are_no_line(page: Image.Image) -> None:
    numbered = page.copy()
    draw = ImageDraw.Draw(numbered)
    for number in range(1, 29):
        draw.text((80, 300 + 40 * number), str(number), fill=0, font=ImageFont.load_default(30))
    assert not read(numbered).sideways


def test_what_cannot_be_read_turned_stays(page: Image.Image) -> None:
    barred = stamped(page, "||=||==|||=|=||==||=|=||", (80, 500), Image.Transpose.ROTATE_90)
    assert not read(barred).sideways
