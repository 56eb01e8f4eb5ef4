"""The words of a text layer: the same however many pages are asked for, and in memory for a few of them."""

import tracemalloc
from collections import deque
from collections.abc import Callable
from pathlib import Path

import pytest
from pypdfium2 import PdfDocument

from fixtures.forge.hostile.objects import CATALOG, page, pdf_of, stream
from flows.pages.words import text_layers

PLEADING = Path(__file__).parents[3] / "fixtures" / "filings" / "pleading.pdf"


def of_pages(path: Path, count: int) -> Path:
    with PdfDocument(PLEADING) as one, PdfDocument.new() as made:
        while len(made) < count:
            made.import_pages(one, range(min(len(one), count - len(made))))
        made.save(path)
    return path


def peak(work: Callable[[], object]) -> int:
    """Bytes that Python held at most meanwhile."""
    tracemalloc.start()
    work()
    held = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    return held


def test_a_long_filing_has_no_more_words_in_memory_than_a_short_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("flows.pages.words.TOGETHER", 4)
    path = of_pages(tmp_path / "long.pdf", 24)
    of_short = peak(lambda: deque(text_layers(path, 1, 4), 0))
    assert peak(lambda: deque(text_layers(path, 1, 24), 0)) < 1.5 * of_short


def test_each_page_has_its_own_words_wherever_one_begins_to_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = of_pages(tmp_path / "five.pdf", 5)
    each = [[t.text for t in next(text_layers(path, n, n))[0]] for n in range(1, 6)]
    assert all(each)
    assert each[0] != each[1]
    monkeypatch.setattr("flows.pages.words.TOGETHER", 2)
    for first in range(1, 6):
        layers = text_layers(path, first, 5)
        assert [[t.text for t in tokens] for tokens, _ in layers] == each[first - 1 :]


def test_damage_is_that_of_its_page_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pages = b"<</Type/Pages/Count 5/Kids[3 0 R 4 0 R 5 0 R 6 0 R 7 0 R]>>"
    sound, torn = (
        stream(content, b"") for content in (b"BT /F 12 Tf 72 700 Td (Denied.) Tj ET", b"BT /F 12 Tf (Den")
    )
    path = tmp_path / "torn.pdf"
    path.write_bytes(pdf_of(CATALOG, pages, *(page(9 if n == 4 else 8) for n in range(1, 6)), sound, torn))
    monkeypatch.setattr("flows.pages.words.TOGETHER", 2)
    assert [bool(damage) for _, damage in text_layers(path, 1, 5)] == [False] * 3 + [True] + [False]
