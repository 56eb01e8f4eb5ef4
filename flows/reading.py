"""PDF, image and text files -> Document, decided page by page."""

from collections.abc import Callable, Iterator
from concurrent.futures import Executor
from pathlib import Path

from cleaners.document import Document
from cleaners.layout import Sheet, read_in_order
from flows.drawings import Box, lies_in
from flows.errors import UnfitFiling
from flows.images import frames_in, frames_of
from flows.inlays import legible, places_of
from flows.layers import Source, judge_layer
from flows.ocr import NoTesseract, TesseractFailed, read_picture, read_places
from flows.overlays import over_scan
from flows.pdf import PdfPage, page_picture, paper_picture, read_pdf_pages
from flows.redactions import mark_redactions
from flows.textfile import read_text_file

PDF = frozenset({".pdf"})
IMAGES = frozenset({".png", ".jpg", ".jpeg", ".tif", ".tiff"})
TEXTS = frozenset({".txt", ".text"})
SUFFIXES = PDF | IMAGES | TEXTS

OnPage = Callable[[int, int], None]


def read_filing(path: Path, *, on_page: OnPage | None = None, ocr: Executor | None = None) -> Document:
    """Read a filing once. ``on_page(done, total)`` is told of each page; pages that need OCR are read on
    the executor ``ocr`` side by side.

    Raises UnfitFiling, which names cause and remedy, for a file that cannot be read.
    """
    if not path.is_file():
        raise UnfitFiling(path, "no such file", "check the path")
    if path.stat().st_size == 0:
        raise UnfitFiling(path, "the file is empty", "fetch the filing again; the download was cut short")
    suffix = path.suffix.lower()
    try:
        if suffix in TEXTS:
            document = Document.from_text(read_text_file(path))
        elif suffix in PDF:
            document = read_in_order(_in_turn(_pdf_sheets(path, ocr), on_page))
        elif suffix in IMAGES:
            document = read_in_order(_in_turn(_image_sheets(path), on_page))
        else:
            raise UnfitFiling(
                path, f"files of type {suffix or 'without suffix'} are not supported",
                f"convert it to one of: {' '.join(sorted(SUFFIXES))}",
            )
    except NoTesseract as error:
        raise UnfitFiling(
            path, "its pages need OCR and Tesseract is not installed", "apt-get install tesseract-ocr"
        ) from error
    except TesseractFailed as error:
        raise UnfitFiling(
            path, f"Tesseract gave up on a page ({error})", "look at its pages; scan them anew"
        ) from error
    except PermissionError as error:
        raise UnfitFiling(path, "the file may not be read", "give this user read permission") from error
    if not document.source.strip():
        raise UnfitFiling(path, "no text was found on any page", "look at the file: its pages may be blank")
    return document


def _in_turn(sheets: tuple[int, Iterator[Sheet]], on_page: OnPage | None) -> Iterator[Sheet]:
    total, made = sheets
    for done, sheet in enumerate(made, 1):
        if on_page:
            on_page(done, total)
        yield sheet


def _pdf_sheets(path: Path, ocr: Executor | None) -> tuple[int, Iterator[Sheet]]:
    with path.open("rb") as file:
        if b"%PDF-" not in file.read(1024):
            raise UnfitFiling(path, "not a PDF, whatever its name says", "look at what the file really is")
    pages = read_pdf_pages(path)
    return len(pages), _mapped(ocr, lambda page: _pdf_sheet(path, page), pages)


def _mapped(ocr: Executor | None, read: Callable[[PdfPage], Sheet], things: list[PdfPage]) -> Iterator[Sheet]:
    return ocr.map(read, things) if ocr else map(read, things)


def _pdf_sheet(path: Path, page: PdfPage) -> Sheet:
    verdict = judge_layer(page)
    match verdict.source:
        case Source.LAYER:
            return _layer_sheet(path, page, verdict.why)
        case Source.SCAN:
            picture = paper_picture(path, page.number)
            sheet = read_picture(picture.image, picture.scale, page.number, verdict.why, page.bars)
            return over_scan(page, sheet, turned=sheet.why != verdict.why)
        case Source.DRAWING:
            picture = page_picture(path, page.number, page.width, page.height)
            return read_picture(picture.image, picture.scale, page.number, verdict.why, page.bars)


def _layer_sheet(path: Path, page: PdfPage, why: str) -> Sheet:
    """A page whose text layer is sound, with what the pictures on it say."""
    tokens = mark_redactions(page.tokens, page.bars, page.height)
    rules = [r for r in page.rules if not any(lies_in(Box(*r), bar) for bar in page.bars)]
    if places := places_of(page.pictures):
        picture = paper_picture(path, page.number)
        tokens += legible(read_places(picture.image, picture.scale, places, page.bars))
    if page.unseen:
        why += f"; {page.unseen} words that cannot be seen are left out"
    return Sheet(page.number, page.width, page.height, tokens, rules, "text layer", why)


def _image_sheets(path: Path) -> tuple[int, Iterator[Sheet]]:
    return frames_in(path), (
        read_picture(picture.image, picture.scale, number, "an image has no text layer")
        for number, picture in enumerate(frames_of(path), 1)
    )
