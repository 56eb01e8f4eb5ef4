"""Damage of image files of which Pillow says nothing is told of; sound ones are not doubted."""

import io
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from PIL.TiffImagePlugin import ROWSPERSTRIP, STRIPBYTECOUNTS, STRIPOFFSETS, TiffImageFile

from fixtures.forge.hostile.images import page_image
from fixtures.forge.hostile.objects import CATALOG, ONE_PAGE, page, pdf_of, stream
from flows.errors import UnfitFiling
from flows.pages.fax import fax_damage
from flows.pages.jpeg import jpeg_damage
from flows.reading import read_filing

END = b"\xff\xd9"
FILINGS = Path(__file__).parents[3] / "fixtures" / "filings"


def packed(kind: str, pages: int = 1, **options: str) -> bytes:
    made = io.BytesIO()
    image = page_image().convert("1" if kind == "TIFF" else "L")
    many = {"save_all": True, "append_images": [image] * (pages - 1)} if pages > 1 else {}
    image.save(made, kind, dpi=(200, 200), **many, **options)
    return made.getvalue()


def strips_of(whole: bytes, page: int) -> list[tuple[int, int]]:
    """Where the packed strips of a TIFF's page begin, and how long they are."""
    image = Image.open(io.BytesIO(whole))
    assert isinstance(image, TiffImageFile)
    image.seek(page)
    return list(zip(image.tag_v2[STRIPOFFSETS], image.tag_v2[STRIPBYTECOUNTS], strict=True))


def with_hole(whole: bytes, at: int) -> bytes:
    """The file with sixteen of its bytes set to zero."""
    return whole[:at] + bytes(16) + whole[at + 16 :]


def doubts(path: Path, content: bytes) -> list[tuple[str, ...]]:
    path.write_bytes(content)
    return [read.doubts for read in read_filing(path).pages]


def test_a_jpeg_that_lost_a_block_is_doubted(tmp_path: Path) -> None:
    whole = packed("JPEG")
    assert doubts(tmp_path / "sound.jpg", whole) == [()]
    ((doubt,),) = doubts(tmp_path / "damaged.jpg", whole[:20_000] + whole[20_512:])
    assert "damaged here" in doubt


def test_a_jpeg_with_more_than_it_shows_is_doubted() -> None:
    """Blocks that were lost amid are left over at the end."""
    packed_up_to_its_end = packed("JPEG").removesuffix(END)
    assert jpeg_damage(packed_up_to_its_end + b"\x53" + END) != ""
    assert jpeg_damage(packed_up_to_its_end + b"\xff\xff" + END) == ""  # filling, as some scanners have it
    assert jpeg_damage(packed_up_to_its_end + END + b"a thumbnail" + END) == ""


def test_a_jpeg_that_is_whiter_than_white_is_doubted(tmp_path: Path) -> None:
    whole = bytearray(packed("JPEG"))
    whole[whole.index(b"\xff\xdb") + 5] ^= 4  # a bit of what its brightness was divided by; no reader objects
    ((doubt,),) = doubts(tmp_path / "damaged.jpg", bytes(whole))
    assert "whiter or blacker" in doubt


def darker_from(row: int, column: int, by: int, *, slanted: bool = False) -> bytes:
    """The JPEG of a page on grey paper, as it comes out where the differences between its blocks go wrong in
    a row and a column of these; or of one whose scanner's lid shows beyond a slanted edge."""
    levels = np.minimum(np.asarray(page_image().convert("L"), np.int16), 240)
    if slanted:
        down, across = np.mgrid[: levels.shape[0], : levels.shape[1]]
        levels[down > 8 * row + 8 - 8 * across / levels.shape[1]] -= by
    else:
        levels[8 * row : 8 * row + 8, 8 * column :] -= by
        levels[8 * row + 8 :] -= by
    made = io.BytesIO()
    Image.fromarray(levels.clip(0, 255).astype(np.uint8)).save(made, "JPEG", dpi=(200, 200))
    return made.getvalue()


@pytest.mark.parametrize("by", [12, -12, 90])
@pytest.mark.parametrize("row", [25, 60, 110])
def test_a_jpeg_whose_paper_changes_amid_a_row_is_doubted(row: int, by: int) -> None:
    assert "middle of a row" in jpeg_damage(darker_from(row, 80, by))


def test_paper_that_changes_on_the_page_is_not_doubted() -> None:
    assert jpeg_damage(darker_from(60, 0, 60)) == ""
    assert jpeg_damage(darker_from(60, 0, 60, slanted=True)) == ""
    assert jpeg_damage(darker_from(60, 80, 4)) == ""  # as little as words can stand


@pytest.mark.parametrize("size", [(1, 1), (600, 6), (6, 600)])
def test_a_jpeg_of_less_than_a_block_is_not_doubted(size: tuple[int, int]) -> None:
    made = io.BytesIO()
    Image.new("RGB", size, "white").save(made, "JPEG")
    assert jpeg_damage(made.getvalue()) == ""


@pytest.mark.parametrize("hole", [0.5, 0.8])
def test_a_fax_with_a_hole_is_doubted_on_its_page_alone(hole: float, tmp_path: Path) -> None:
    whole = packed("TIFF", pages=2, compression="group4")
    assert doubts(tmp_path / "sound.tif", whole) == [(), ()]
    begin, length = strips_of(whole, page=1)[0]
    first, (doubt,) = doubts(tmp_path / "damaged.tif", with_hole(whole, begin + int(hole * length)))
    assert first == ()
    assert "damaged here" in doubt


@pytest.mark.parametrize("hole", [0.5, 0.8])
def test_so_is_a_fax_in_a_pdf(hole: float, tmp_path: Path) -> None:
    image = page_image().convert("1")
    made = io.BytesIO()
    image.save(made, "TIFF", compression="group4", tiffinfo={ROWSPERSTRIP: image.height})
    ((begin, length),) = strips_of(made.getvalue(), page=0)
    fax = made.getvalue()[begin : begin + length]
    assert fax_damage(fax, *image.size) == ""
    assert doubts(tmp_path / "sound.pdf", scan_of(fax, image.size)) == [()]
    ((doubt,),) = doubts(tmp_path / "damaged.pdf", scan_of(with_hole(fax, int(hole * length)), image.size))
    assert "damaged here" in doubt


def test_a_fax_that_was_white_from_its_hole_on_is_refused_as_damaged(tmp_path: Path) -> None:
    whole = packed("TIFF", compression="group4")
    with pytest.raises(UnfitFiling, match=r"no text .* damaged here"):
        doubts(tmp_path / "white.tif", with_hole(whole, strips_of(whole, page=0)[0][0] + 60))


def scan_of(fax: bytes, size: tuple[int, int]) -> bytes:
    """A PDF of a page that is a picture packed as a fax."""
    wide, tall = size
    head = (
        b"/Type/XObject/Subtype/Image/Width %d/Height %d/ColorSpace/DeviceGray/BitsPerComponent 1"
        b"/Filter/CCITTFaxDecode/DecodeParms<</K -1/Columns %d/BlackIs1 true>>" % (wide, tall, wide)
    )
    drawn = page(4, b"", b"<</XObject<</Scan 5 0 R>>>>")
    return pdf_of(CATALOG, ONE_PAGE, drawn, stream(b"q 612 0 0 396 0 396 cm /Scan Do Q"), stream(fax, head))


@pytest.mark.parametrize("name", ["certificate.jpg", "authorities-scan.tiff"])
def test_no_fixture_is_doubted(name: str) -> None:
    assert not any(read.doubts for read in read_filing(FILINGS / name).pages)
