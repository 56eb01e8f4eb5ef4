"""PDF pages through poppler (words, pictures) and PDFium (drawn rules, embedded images).

The file is only read. What the two libraries say in prose becomes an :class:`UnfitFiling` with a remedy.
"""

import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from threading import Lock

import numpy as np
import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c
from pdf2image import convert_from_path
from pdf2image.exceptions import PDFInfoNotInstalledError, PDFPageCountError
from PIL import Image, ImageOps

from cleaners.document import Rule
from cleaners.margins import Token
from flows.errors import UnfitFiling
from flows.tsv import tokens_by_page

DPI = 300
"""What a page is rasterised at: Tesseract's models are trained at about this resolution."""

POINTS = 72
WORDS_TIMEOUT, PICTURE_TIMEOUT = 600, 120
"""Seconds after which poppler is taken to hang."""

THIN = 3.0
"""Points: what is drawn no thicker than this is a rule, not a box."""

FEWEST_DPI = 140
"""A coarser image is a thumbnail or a watermark, not the scan."""


@dataclass(frozen=True)
class PdfPage:
    """What a PDF says of a page: its size in points as displayed, the words of its text layer, the rules
    drawn on it, the share of it that images cover, and whether anything at all is drawn."""

    number: int
    width: float
    height: float
    tokens: list[Token]
    rules: list[Rule]
    image_share: float
    has_drawings: bool


def read_pdf_pages(path: Path) -> list[PdfPage]:
    """The pages of a PDF, in order. Raises UnfitFiling for a file that is no readable PDF."""
    words = tokens_by_page(_words(path))
    with _opened(path) as pdf:
        if len(pdf) == 0:
            raise UnfitFiling(path, "the PDF has no pages", "ask the sender for the filing again")
        return [_page(pdf[index], index + 1, words.get(index + 1, [])) for index in range(len(pdf))]


@dataclass(frozen=True)
class Picture:
    """A page as a gray image, its resolution in pixels per point, and whether it is the scan's own image, on
    which nothing stands that the PDF drew over it."""

    image: Image.Image
    scale: float
    bare: bool


def page_picture(path: Path, number: int) -> Picture:
    """A page as a picture.

    A scan's own image is taken out as it is: it keeps its true resolution, and an ECF stamp that the court
    drew over it stays off the picture. Every other page is rasterised.
    """
    with _opened(path) as pdf:
        page = pdf[number - 1]
        if (image := _embedded(page)) is not None:
            return Picture(image, image.width / page.get_width(), bare=True)
    try:
        picture = convert_from_path(
            path, dpi=DPI, first_page=number, last_page=number, grayscale=True, timeout=PICTURE_TIMEOUT
        )[0]
    except PDFInfoNotInstalledError as error:
        raise UnfitFiling(path, "poppler is not installed", "install it: apt-get install poppler-utils") from error
    except (PDFPageCountError, IndexError, subprocess.TimeoutExpired) as error:
        raise UnfitFiling(path, f"page {number} cannot be drawn", "print the PDF to a new PDF and try that") from error
    return Picture(picture, DPI / POINTS, bare=False)


PDFIUM = Lock()
"""PDFium must not be entered by two threads at once."""


@contextmanager
def _opened(path: Path) -> Iterator[pdfium.PdfDocument]:
    with PDFIUM, _document(path) as pdf:
        yield pdf


@contextmanager
def _document(path: Path) -> Iterator[pdfium.PdfDocument]:
    try:
        pdf = pdfium.PdfDocument(path)
    except pdfium.PdfiumError as error:
        if "password" in str(error).lower():
            raise UnfitFiling(
                path, "the PDF is encrypted", "save a copy without its password and put that in the inbox"
            ) from error
        raise UnfitFiling(
            path, "not a readable PDF (damaged or cut short)", "fetch the filing again from the court"
        ) from error
    try:
        yield pdf
    finally:
        pdf.close()


def _words(path: Path) -> str:
    try:
        done = subprocess.run(
            ["pdftotext", "-tsv", "-enc", "UTF-8", str(path.resolve()), "-"],
            capture_output=True, timeout=WORDS_TIMEOUT, check=False,
        )
    except FileNotFoundError as error:
        raise UnfitFiling(path, "poppler is not installed", "install it: apt-get install poppler-utils") from error
    except subprocess.TimeoutExpired as error:
        raise UnfitFiling(path, "its text layer takes too long to read", "print it to a new PDF and try that") from error
    return done.stdout.decode("utf-8", errors="replace")


def _page(page: pdfium.PdfPage, number: int, tokens: list[Token]) -> PdfPage:
    width, height = page.get_size()
    rules, share, drawings = [], 0.0, False
    for thing in page.get_objects(max_depth=4):
        if thing.type not in (pdfium_c.FPDF_PAGEOBJ_PATH, pdfium_c.FPDF_PAGEOBJ_IMAGE):
            continue
        drawings = True
        left, low, right, high = thing.get_bounds()
        if thing.type == pdfium_c.FPDF_PAGEOBJ_IMAGE:
            covered = (min(right, width) - max(left, 0)) * (min(high, height) - max(low, 0))
            share = max(share, covered / (width * height))
        elif page.get_rotation() == 0:
            rules += _rules(left, height - high, right, height - low)
    return PdfPage(number, width, height, tokens, rules, share, drawings)


def _rules(left: float, top: float, right: float, bottom: float) -> list[Rule]:
    """The rules that a drawn path shows: itself if it is thin, the sides of a frame if it is not."""
    wide, high = right - left, bottom - top
    if min(wide, high) <= THIN:
        return [Rule(left, top, right, bottom)] if max(wide, high) >= 18 else []
    if wide < 36 or high < 36:
        return []
    return [Rule(left, top, left + 1, bottom), Rule(right - 1, top, right, bottom),
            Rule(left, top, right, top + 1), Rule(left, bottom - 1, right, bottom)]


def _embedded(page: pdfium.PdfPage) -> Image.Image | None:
    """The image that is the page, if there is one: upright, unmasked, not mirrored, covering it all."""
    images = [t for t in page.get_objects(max_depth=2) if t.type == pdfium_c.FPDF_PAGEOBJ_IMAGE]
    if len(images) != 1 or page.get_rotation() != 0:
        return None
    matrix = images[0].get_matrix()
    width, height = page.get_size()
    upright = matrix.a > 0 and matrix.d > 0 and abs(matrix.b) + abs(matrix.c) < 1e-3
    if not upright or matrix.a < 0.97 * width or matrix.d < 0.97 * height:
        return None
    if matrix.a > 1.03 * width or matrix.d > 1.03 * height:
        return None
    try:
        image = images[0].get_bitmap(render=False).to_pil().convert("L")
    except pdfium.PdfiumError:
        return None
    if np.asarray(image).mean() < 128:  # a stencil paints what its samples leave out; paper is white
        image = ImageOps.invert(image)
    return image if image.width >= FEWEST_DPI / POINTS * width else None
