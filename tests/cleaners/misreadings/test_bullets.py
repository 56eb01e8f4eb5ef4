"""The bullets of lists that OCR misread, told by their column."""

import pytest

from cleaners import clean_document
from cleaners.document import Document
from cleaners.misreadings.bullets import find_bullets
from cleaners.reading_order.layout import Sheet, read_in_order
from tests.cleaners.pages import FULL, Run, tokens


def listed(*signs: str, tab: float = 18.0, step: float = 0.0, method: str = "ocr") -> Document:
    """A page with a line of prose over items, which open with signs ``tab`` points before their text."""
    runs: list[Run] = [(72.0, 100.0, FULL)]
    for n, sign in enumerate(signs):
        left = 108.0 + step * n
        runs += [(left, 124.0 + 24 * n, sign), (left + 6 * len(sign) + tab, 124.0 + 24 * n, FULL[:40])]
    page = tokens(*runs, confidence=0.4 if method == "ocr" else 1.0)
    return read_in_order([Sheet(1, 612.0, 792.0, page, method=method)])


def signs_of(page: Document) -> list[str]:
    fixed = page.edited(find_bullets(page), by="confusions")
    return [line.text.split()[0] for line in fixed.lines if line.text.strip()][1:]


@pytest.mark.parametrize(
    "read", [("¢", "*", "©"), ("e", "e"), ("=", "=", "="), ("•", "¢"), ("'", "®"), ("@", "M")]
)
def test_signs_in_a_column_before_a_tab_are_bullets(read: tuple[str, ...]) -> None:
    assert signs_of(listed(*read)) == ["•"] * len(read)


@pytest.mark.parametrize("read", [("*", "*"), ("§", "§"), ("¢",), ("a.", "b."), ("M", "M"), ("■", "■")])
def test_what_may_be_printed_so_stays(read: tuple[str, ...]) -> None:
    assert signs_of(listed(*read)) == list(read)


def test_signs_without_a_tab_or_out_of_a_column_stay() -> None:
    assert signs_of(listed("©", "©", tab=4.0)) == ["©", "©"]
    assert signs_of(listed("©", "©", step=30.0)) == ["©", "©"]
    assert signs_of(listed("©", "©", method="text layer")) == ["©", "©"]


def test_a_bullet_of_which_the_engine_was_unsure_is_no_speck() -> None:
    assert clean_document(listed("¢", "¢", "=")).text.count("•") == 3


@pytest.mark.parametrize("mark", ["—", "-", "o"])
def test_items_hung_from_a_dash_or_ring_are_blocks(mark: str) -> None:
    runs: list[Run] = [(72.0, 100.0, FULL)]
    for n in range(3):
        runs += [(108.0, 124.0 + 24 * n, mark), (126.0, 124.0 + 24 * n, FULL[:40])]
    text = clean_document(read_in_order([Sheet(1, 612.0, 792.0, tokens(*runs), method="text layer")])).text
    assert text.count(f"\n\n{mark} ") == 3


def test_a_bullet_at_the_indent_of_the_line_above_it_begins_a_block() -> None:
    runs: list[Run] = [(72.0, 76.0, FULL), (108.0, 100.0, FULL[:48] + ":")]
    runs += [(108.0, 124.0, "•"), (126.0, 124.0, FULL[:60]), (72.0, 148.0, FULL), (72.0, 172.0, FULL)]
    page = read_in_order([Sheet(1, 612.0, 792.0, tokens(*runs), method="text layer")])
    assert ":\n\n• " in clean_document(page).text
