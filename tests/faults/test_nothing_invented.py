"""What is no text gives none: blank paper, noise, a photograph, ink."""

import io
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image

from fixtures.forge.district import CERTIFICATE
from fixtures.forge.hostile.images import page_image
from fixtures.forge.hostile.objects import LINES
from fixtures.forge.hostile.wordless import KINDS, ink, noise
from fixtures.forge.scan import blurred, grainy, page_images, photocopied
from flows.ocr.picture import read_picture
from flows.pages.images import Picture
from flows.reading import read_filing

SCALE = 200 / 72


@pytest.mark.parametrize("seed", [2, 3, 5])
@pytest.mark.parametrize("kind", KINDS)
def test_a_page_without_print_gives_no_words(kind: Callable[[int], Image.Image], seed: int) -> None:
    sheet = read_picture(Picture(kind(seed), SCALE), 1, "an image has no text layer")
    assert [t.text for t in sheet.tokens if any(c.isalnum() for c in t.text)] == []


def test_print_that_is_nearly_lost_is_not_taken_for_none() -> None:
    dots = 90
    (page,) = page_images(CERTIFICATE.pdf(), dots)
    ruined = photocopied(grainy(blurred(page, 0.8), 5, 45.0), 150)
    sheet = read_picture(Picture(ruined, dots / 72), 1, "an image has no text layer")
    assert "CERTIFICATE" in [token.text for token in sheet.tokens]


def test_nor_does_it_beside_a_page_of_print(tmp_path: Path) -> None:
    made = io.BytesIO()
    frames = [page_image(), noise(3), ink(3)]
    frames[0].save(made, "TIFF", save_all=True, append_images=frames[1:], dpi=(200, 200))
    path = tmp_path / "order.tiff"
    path.write_bytes(made.getvalue())
    assert read_filing(path).source.split() == " ".join(LINES).split()
