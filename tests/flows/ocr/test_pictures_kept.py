"""What is as large as a page is not kept while the engine reads."""

from collections.abc import Callable
from pathlib import Path
from weakref import ref

import pytest
from PIL import Image, ImageDraw

from flows.pages.scans import taken_out
from flows.reading import read_sheets

SCAN = Path(__file__).parents[3] / "fixtures" / "filings" / "motion-scan.pdf"


def test_a_scan_is_read_from_one_copy_of_its_picture(monkeypatch: pytest.MonkeyPatch) -> None:
    taken: list[Callable[[], Image.Image | None]] = []

    def remembered(*scan_and_page: object) -> Image.Image | None:
        image = taken_out(*scan_and_page)
        assert image
        taken.append(ref(image))
        return image

    monkeypatch.setattr("flows.pages.pdf.taken_out", remembered)
    assert not _kept_while_read(SCAN, taken, monkeypatch)


def test_an_image_file_is_read_from_one_copy_of_its_picture(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = Image.new("RGB", (850, 1100), "white")
    ImageDraw.Draw(page).text((100, 100), "IT IS SO ORDERED.", "black")
    page.save(path := tmp_path / "page.png", dpi=(100, 100))
    taken: list[Callable[[], Image.Image | None]] = []

    def remembered(image: Image.Image, mode: str) -> Image.Image:
        gray = convert(image, mode)
        taken.extend((ref(image), ref(gray)))
        return gray

    convert = Image.Image.convert
    monkeypatch.setattr(Image.Image, "convert", remembered)
    assert not _kept_while_read(path, taken, monkeypatch)


def _kept_while_read(
    path: Path, taken: list[Callable[[], Image.Image | None]], monkeypatch: pytest.MonkeyPatch
) -> bool:
    kept: list[bool] = []

    def engine(*_: object) -> list[object]:
        assert taken
        kept.append(any(image() for image in taken))
        return []

    monkeypatch.setattr("flows.ocr.part_words.block_tokens", engine)
    next(read_sheets(path, 1, 1))
    assert kept
    return any(kept)
