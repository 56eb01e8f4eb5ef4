"""Pictures of the pages of a filing, small enough that hundreds of them fit in one HTML file."""

import base64
import io
import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from itertools import islice
from pathlib import Path

from pdf2image import convert_from_path
from pdf2image.exceptions import (
    PDFInfoNotInstalledError,
    PDFPageCountError,
    PDFPopplerTimeoutError,
    PDFSyntaxError,
)
from PIL import Image, ImageSequence

from cleaners.page import Page
from flows.kinds import IMAGES, PDF
from flows.pdf import PICTURE_TIMEOUT

DPI = 100
"""Ten-point type can be read at it, and a page weighs some 40 kB."""

QUALITY = 35
"""Of WebP: type stays sharp, and a scan's grain is not worth its bytes."""

AT_ONCE = 16
"""Pages that are drawn with one call and held in memory."""

POPPLER = (PDFInfoNotInstalledError, PDFPageCountError, PDFPopplerTimeoutError, PDFSyntaxError)
"""How pdf2image fails."""

TURNED = re.compile(r"turned by (\d+) degrees")


class Undrawable(Exception):
    """The pages of a file cannot be drawn."""


def page_pictures(path: Path, pages: Sequence[Page]) -> list[str]:
    """A picture of each page as a data URI, turned as the page was read; empty where there is none.

    Raises:
        Undrawable: the file cannot be read or drawn.
    """
    suffix = path.suffix.lower()
    drawable = _frames(path) if suffix in IMAGES else iter(())
    pictures = _drawn(path, 1, len(pages)) if suffix in PDF else drawable
    with _undrawable():
        drawn = [_data_uri(picture, page) for page, picture in zip(pages, pictures, strict=False)]
    return drawn + [""] * (len(pages) - len(drawn))


def page_picture(path: Path, page: Page) -> str:
    """The picture of one page, as in :func:`page_pictures`, which raises the same."""
    suffix = path.suffix.lower()
    if suffix in PDF:
        pictures = _drawn(path, page.number, page.number)
    else:
        pictures = islice(_frames(path) if suffix in IMAGES else (), page.number - 1, page.number)
    with _undrawable():
        return next((_data_uri(picture, page) for picture in pictures), "")


@contextmanager
def _undrawable() -> Iterator[None]:
    try:
        yield
    except (OSError, ValueError, *POPPLER) as error:
        raise Undrawable(type(error).__name__) from error


def _drawn(path: Path, begin: int, end: int) -> Iterator[Image.Image]:
    for first in range(begin, end + 1, AT_ONCE):
        yield from convert_from_path(
            path, dpi=DPI, first_page=first, last_page=min(first + AT_ONCE - 1, end), grayscale=True,
            use_cropbox=True, timeout=PICTURE_TIMEOUT,
        )  # fmt: skip


def _frames(path: Path) -> Iterator[Image.Image]:
    with Image.open(path) as image:
        for frame in ImageSequence.Iterator(image):
            yield frame.convert("L")


def _data_uri(picture: Image.Image, page: Page) -> str:
    if turned := TURNED.search(page.why):
        picture = picture.rotate(-int(turned[1]), expand=True, fillcolor=255)
    picture.thumbnail((2 * page.width * DPI / 72, page.height * DPI / 72), Image.Resampling.LANCZOS)
    stream = io.BytesIO()
    picture.save(stream, "WEBP", quality=QUALITY, method=4)
    return f"data:image/webp;base64,{base64.b64encode(stream.getvalue()).decode()}"
