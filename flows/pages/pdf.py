"""PDF pages through poppler (words, pictures) and PDFium (what is drawn, and which words can be seen).

The file is only read. What the two libraries say in prose becomes an :class:`UnfitFiling` with a remedy.
"""

import logging
import os
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, replace
from functools import partial
from math import sqrt
from pathlib import Path
from threading import Lock

import numpy as np
import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c
from numpy.typing import NDArray
from pdf2image import convert_from_path
from pdf2image.exceptions import (
    PDFInfoNotInstalledError,
    PDFPageCountError,
    PDFPopplerTimeoutError,
    PDFSyntaxError,
)
from PIL import Image

from cleaners.page import Rule, Token
from flows.bounds.limits import USUAL, Limits
from flows.errors import AGAIN, UnfitFiling
from flows.pages.damage import Examined
from flows.pages.drawings import Box, Drawings, are_invisible, drawings_of, leave_out, leave_out_buttons
from flows.pages.images import Picture, too_large
from flows.pages.redactions import FINE, find_bars, still_black
from flows.pages.scans import scan_of, taken_out
from flows.pages.sight import Sight, sight_of
from flows.pages.words import REPRINT, text_layers, without_poppler

DPI = 300
"""What a page is rasterised at: Tesseract's models are trained at about this resolution."""

MOST_DOTS = 40_000_000
"""A page is rasterised at no more dots than this: 300 dpi on a sheet of 17 by 22 inches; a larger one, a plan
or a page of absurd size, comes out coarser."""

POINTS = 72
WHITE = 255
PICTURE_TIMEOUT = 120
"""Seconds after which poppler is taken to hang."""

UNLOCK = "put its password into a file and name that (--passwords FILE), or save a copy without it"

PADDING, AFTER_END = 65_536, 2_048
"""Bytes that may follow a PDF's end: blanks that fill up a block, and what a server or a mail adds. A file
without its end was cut short, and what is left of it would be read as if it were all."""

MOSTLY_IMAGE = 0.5
"""Share of a page from which a picture on it is what the page says."""

logging.getLogger("pypdfium2").setLevel(logging.ERROR)
"""It warns of each form that has an XML twin (XFA), whose fields it draws all the same."""

PopplerFailed = (PDFPageCountError, PDFPopplerTimeoutError, PDFSyntaxError)
"""How pdf2image says that poppler gave up."""


@dataclass(frozen=True)
class PdfPage:
    """What a PDF says of a page: its size in points as displayed, the rules and pictures drawn on it, and
    the words of its text layer. ``tokens`` are those that can be seen; ``hidden`` are those that paint
    nothing over ink of the page (the layer that OCR lays under a scan); ``unseen`` are those that a bar
    covers or that show nowhere, which are left out. ``bars`` is where it is blacked out, save on
    a bare scan, whose picture shows it; ``damage`` is what poppler or qpdf says is wrong with the page, if
    anything."""

    number: int
    width: float
    height: float
    tokens: list[Token]
    hidden: list[Token]
    unseen: list[Token]
    rules: list[Rule]
    pictures: list[Box]
    bars: list[Box]
    has_drawings: bool
    damage: str = ""

    @property
    def image_share(self) -> float:
        """The share of the page that its largest picture covers."""
        return max((p.area for p in self.pictures), default=0.0) / max(1.0, self.width * self.height)


def pdf_page_count(path: Path) -> int:
    """How many pages a PDF has. Raises UnfitFiling for a file that is no readable PDF."""
    with path.open("rb") as file:
        if b"%PDF-" not in file.read(1024):
            raise UnfitFiling(path, "not a PDF, whatever its name says", "look at what the file really is")
        file.seek(max(0, file.seek(0, os.SEEK_END) - PADDING))
        if b"%%EOF" not in file.read().rstrip(b"\0 \r\n")[-AFTER_END:]:
            raise UnfitFiling(path, "the PDF is damaged: it was cut short", AGAIN)
    with _opened(path) as pdf, PDFIUM:
        pages = len(pdf)
    if pages == 0:
        raise UnfitFiling(path, "the PDF has no pages", "ask the sender for the filing again")
    return pages


Paper = Callable[[], Picture]
"""Gives a page as a picture without the text that the PDF sets on it: a scan, a letterhead, a signature block
pasted in. An ECF stamp or a typed date stays off it. A scan's own image is taken out as it is, in its true
resolution."""


def read_pdf_pages(
    path: Path, first: int, last: int, limits: Limits = USUAL
) -> Iterator[tuple[PdfPage, Paper]]:
    """The pages of a PDF from ``first`` to ``last``, in order, each with its paper, which can be had once and
    until the next page is asked for. Raises UnfitFiling for a file that is no readable PDF."""
    layers = text_layers(path, first, last)
    with _opened(path) as pdf, Examined(path, len(pdf)) as examined:
        for number, (held, damage) in enumerate(layers, first):
            with _page(path, pdf, number) as page:
                with PDFIUM:
                    drawings = drawings_of(page)
                    for size in drawings.sizes:
                        too_large(path, number, size, limits)
                    if buttons := list(leave_out_buttons(page)):
                        held = [t for t in held if not any(b.holds(t.center, t.middle) for b in buttons)]  # noqa: PLW2901
                    read = _read(page, drawings, number, held, damage)
                scanned = read.image_share >= MOSTLY_IMAGE
                read = replace(read, damage=read.damage or examined.fault(number, scanned=scanned))
                yield read, partial(_paper, path, page, number)


def _paper(path: Path, page: pdfium.PdfPage, number: int) -> Picture:
    """The picture of a page whose text is left out. The page is closed: what PDFium keeps of its images is as
    large as they are, and they lie unpacked in the picture now."""
    with _sound(path, number), PDFIUM, closing(page):
        if (scan := scan_of(page)) and (image := taken_out(scan, page)):
            return Picture(image, image.width / page.get_width())
        scale = _scale(*page.get_size())
        return Picture(Image.fromarray(_drawn(page, scale, annotations=False)), scale)


def page_picture(path: Path, number: int, width: float, height: float) -> Picture:
    """A page as a picture with all that is drawn on it, its text included, for a text layer that is no use.
    ``width`` and ``height`` are the page's, in points."""
    dpi = max(1, int(_scale(width, height) * POINTS))
    try:
        picture = convert_from_path(
            path,
            dpi=dpi,
            first_page=number,
            last_page=number,
            grayscale=True,
            use_cropbox=True,
            timeout=PICTURE_TIMEOUT,
        )[0]
    except PDFInfoNotInstalledError as error:
        raise without_poppler(path) from error
    except (*PopplerFailed, IndexError, OSError, ValueError) as error:
        raise UnfitFiling(path, f"page {number} cannot be drawn", REPRINT) from error
    return Picture(picture, dpi / POINTS)


def _scale(width: float, height: float) -> float:
    """Pixels per point at which a page is rasterised."""
    return min(DPI / POINTS, sqrt(MOST_DOTS / max(width * height, 1.0)))


def _drawn(page: pdfium.PdfPage, scale: float, *, annotations: bool = True) -> NDArray[np.uint8]:
    bitmap = page.render(scale=scale, grayscale=True, draw_annots=annotations, may_draw_forms=annotations)
    drawn: NDArray[np.uint8] = bitmap.to_numpy()
    return drawn


PDFIUM = Lock()
"""PDFium must not be entered by two threads at once."""


@contextmanager
def _opened(path: Path) -> Iterator[pdfium.PdfDocument]:
    try:
        with PDFIUM:
            pdf = pdfium.PdfDocument(path)
            pdf.init_forms()  # or what fills a form's fields is not drawn
    except pdfium.PdfiumError as error:
        if "password" in str(error).lower():
            raise UnfitFiling(path, "the PDF is encrypted", UNLOCK) from error
        raise UnfitFiling(path, "not a readable PDF (damaged or cut short)", AGAIN) from error
    try:
        yield pdf
    finally:
        with PDFIUM:
            pdf.close()


@contextmanager
def _page(path: Path, pdf: pdfium.PdfDocument, number: int) -> Iterator[pdfium.PdfPage]:
    """A page, unpacked only as long as it is looked at."""
    with _sound(path, number):
        with PDFIUM:
            page = pdf[number - 1]
        try:
            yield page
        finally:
            with PDFIUM:
                page.close()


@contextmanager
def _sound(path: Path, number: int) -> Iterator[None]:
    """What PDFium says of a page that it cannot make out becomes an UnfitFiling."""
    try:
        yield
    except pdfium.PdfiumError as error:
        raise UnfitFiling(path, f"page {number} is damaged or missing", AGAIN) from error


def _read(page: pdfium.PdfPage, drawings: Drawings, number: int, tokens: list[Token], damage: str) -> PdfPage:
    width, height = page.get_size()
    if _is_bare(page, drawings):
        return PdfPage(
            number, width, height, [], [], [], [], drawings.pictures, [], has_drawings=True, damage=damage
        )
    scale = min(FINE / POINTS, _scale(width, height))
    whole = _drawn(page, scale)
    bars = find_bars(whole, scale)
    same = are_invisible(drawings.texts)
    leave_out(drawings.texts)
    if bars and drawings.texts:  # type of poster size is black and straight too
        bars = still_black(bars, whole if same else _drawn(page, scale), scale)
    sight = Sight([], [], [])
    if tokens:
        bare = np.full_like(whole, WHITE)
        if drawings.more:
            alike = same and not pdfium_c.FPDFPage_GetAnnotCount(page)
            bare = whole if alike else _drawn(page, scale, annotations=False)
        sight = sight_of(tokens, bars, whole, bare, scale)
    drawn = drawings.painted or bool(tokens and not sight.seen)
    return PdfPage(
        number, width, height, sight.seen, sight.hidden, sight.unseen, drawings.rules, drawings.pictures,
        bars, drawn, damage,
    )  # fmt: skip


def _is_bare(page: pdfium.PdfPage, drawings: Drawings) -> bool:
    """Whether a page is nothing but a scan: its own picture shows all there is, and it need not be drawn."""
    marked = drawings.texts or pdfium_c.FPDFPage_GetAnnotCount(page)
    return not marked and scan_of(page) is not None
