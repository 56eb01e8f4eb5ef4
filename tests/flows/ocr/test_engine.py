"""The two ways to the OCR engine: inside the process, and as a program."""

import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image, ImageDraw, ImageFont

from flows.ocr import engine
from flows.ocr.engine import DIGITS, NoTesseract, block_tokens, turn_of

LINES = ("The motion to compel is granted in part", "and the parties shall confer by June 3.")


@pytest.fixture
def page() -> NDArray[np.uint8]:
    image = Image.new("L", (1400, 240), 255)
    draw = ImageDraw.Draw(image)
    for number, line in enumerate(LINES):
        draw.text((20, 20 + 90 * number), line, fill=0, font=ImageFont.load_default(50))
    return np.asarray(image)


def test_both_ways_read_the_same(page: NDArray[np.uint8], monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("tesserocr")
    inside = [block_tokens(page, 300 / 72, signs) for signs in ("", DIGITS, "")]
    assert [t.text for t in inside[0]] == " ".join(LINES).split()
    assert inside[2] == inside[0], "what was read before leaves no trace"
    monkeypatch.setattr(engine, "tesserocr", None)
    by_program = block_tokens(page, 300 / 72)
    assert [t[:5] for t in by_program] == [t[:5] for t in inside[0]]


@pytest.mark.parametrize("turned", [90, 180])
def test_both_ways_tell_how_a_page_is_turned(turned: int, monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("tesserocr")
    page = Image.new("L", (1400, 1300), 255)
    for top in range(20, 1220, 90):
        ImageDraw.Draw(page).text((20, top), LINES[top % 4 // 2], fill=0, font=ImageFont.load_default(50))
    pictures = [page.rotate(turned, expand=True, fillcolor=255), Image.new("L", (400, 400), 255)]
    inside = [turn_of(picture) for picture in pictures]
    assert inside == [turned, 0], "a blank page says nothing"
    monkeypatch.setattr(engine, "tesserocr", None)
    assert [turn_of(picture) for picture in pictures] == inside


def test_without_models_there_is_no_tesseract(
    page: NDArray[np.uint8], monkeypatch: pytest.MonkeyPatch, tmp_path: object
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(engine, "tesserocr", None)
    with pytest.raises(NoTesseract):
        block_tokens(page, 300 / 72)
