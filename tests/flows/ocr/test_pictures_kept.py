"""What is as large as a page is not kept while the engine reads."""

from collections.abc import Callable
from pathlib import Path
from weakref import ref

import pytest
from PIL import Image

from flows.pages.scans import taken_out
from flows.reading import read_sheets

SCAN = Path(__file__).parents[3] / "fixtures" / "filings" / "motion-scan.pdf"


def test_a_scan_is_read_from_one_copy_of_its_picture(monkeypatch: pytest.MonkeyPatch) -> None:
    taken: list[Callable[[], Image.Image | None]] = []
    kept: list[bool] = []

    def remembered(*scan_and_page: object) -> Image.Image | None:
        image = taken_out(*scan_and_page)
        assert image
        taken.append(ref(image))
        return image

    def engine(*_: object) -> list[object]:
        kept.append(taken[0]() is not None)
        return []

    monkeypatch.setattr("flows.pages.pdf.taken_out", remembered)
    monkeypatch.setattr("flows.ocr.part_words.block_tokens", engine)
    next(read_sheets(SCAN, 1, 1))
    assert kept
    assert not any(kept)
