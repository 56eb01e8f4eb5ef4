"""Damage of which poppler and PDFium say nothing is told of; sound files are not doubted."""

import zlib
from pathlib import Path

import pytest

from fixtures.forge.hostile.objects import CATALOG, FONT, ONE_PAGE, packed, page, pdf_of, stream, words_of
from fixtures.forge.hostile.pdfs import GOOD, encrypted
from flows.pages.damage import Examined
from flows.pages.pdf import pdf_page_count
from flows.reading import read_filing

FILINGS = Path(__file__).parents[3] / "fixtures" / "filings"
PACKED = zlib.compress(GOOD)
SOUND = pdf_of(CATALOG, ONE_PAGE, page(4), packed(GOOD))


def with_content(body: bytes, head: bytes = b"/Filter/FlateDecode") -> bytes:
    return pdf_of(CATALOG, ONE_PAGE, page(4), stream(body, head))


def in_a_form(body: bytes) -> bytes:
    form = stream(body, b"/Type/XObject/Subtype/Form/BBox[0 0 612 792]/Filter/FlateDecode/Resources" + FONT)
    drawn = page(4, b"", FONT[:-2] + b"/XObject<</X 5 0 R>>>>")
    return pdf_of(CATALOG, ONE_PAGE, drawn, packed(b"/X Do"), form)


def faults(path: Path, content: bytes, pages: int = 1, *, scanned: bool = False) -> list[str]:
    path.write_bytes(content)
    with Examined(path, pages) as examined:
        return [examined.fault(number, scanned=scanned) for number in range(1, pages + 1)]


DAMAGED = {
    "its content's name": SOUND.replace(b"/Contents", b"/Contentz"),
    "its content's number": SOUND.replace(b"/Contents 4 0", b"/Contents 9 0"),
    "bytes before the table of objects": SOUND.replace(b"/Resources", b""),
    "packed words cut short": with_content(PACKED[:-20]),
    "packed words without their sum": with_content(PACKED[:-4]),
    "a wrong sum": with_content(PACKED[:-1] + bytes([PACKED[-1] ^ 1])),
    "a form's packed words": in_a_form(PACKED[:-20]),
}


@pytest.mark.parametrize("content", DAMAGED.values(), ids=DAMAGED.keys())
def test_silent_damage_is_told_of(content: bytes, tmp_path: Path) -> None:
    assert all(faults(tmp_path / "damaged.pdf", content))


@pytest.mark.parametrize(
    "content",
    [
        SOUND,
        with_content(PACKED + b"\r\n\0"),
        with_content(GOOD, b""),
        in_a_form(PACKED),
        pdf_of(CATALOG, ONE_PAGE, page(4).replace(b"/Contents 4 0 R", b"")),
        encrypted(""),
    ],
    ids=["packed", "bytes after the packed", "not packed", "in a form", "blank", "encrypted for show"],
)
def test_a_sound_file_is_not_doubted(content: bytes, tmp_path: Path) -> None:
    assert faults(tmp_path / "sound.pdf", content) == [""]


@pytest.mark.parametrize("path", sorted(FILINGS.glob("*.pdf")), ids=lambda path: path.name)
def test_no_fixture_is_doubted(path: Path) -> None:
    pages = pdf_page_count(path)
    with Examined(path, pages) as examined:
        assert not any(examined.fault(number, scanned=True) for number in range(1, pages + 1))


def test_pages_that_only_one_reader_finds_are_told_of(tmp_path: Path) -> None:
    assert "pages" in faults(tmp_path / "two.pdf", SOUND, pages=2)[0]


def test_the_record_doubts_a_page_whose_content_is_gone(tmp_path: Path) -> None:
    two = b"<</Type/Pages/Kids[3 0 R 6 0 R]/Count 2>>"
    more = words_of("The second page is lost.")
    content = pdf_of(CATALOG, two, page(4), packed(GOOD), packed(more), page(5))
    path = tmp_path / "order.pdf"
    path.write_bytes(content.replace(b"/Contents 5", b"/Cxntents 5"))
    first, second = read_filing(path).pages
    assert (len(first.doubts), len(second.doubts)) == (0, 1)
    assert "words may be missing" in second.doubts[0]
