"""Pictures of the pages of a filing, small enough that hundreds of them fit in one HTML file."""

import base64
import io
import re
from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from pdf2image import convert_from_path
from pdf2image.exceptions import (
    PDFInfoNotInstalledError,
    PDFPageCountError,
    PDFPopplerTimeoutError,
    PDFSyntaxError,
)
from PIL import Image, ImageSequence

from cleaners.page import Page
from flows.bounds.limits import Limits
from flows.bounds.set_limits import limits_in
from flows.bounds.workers import Crew, Lost
from flows.errors import UnfitFiling
from flows.kinds import IMAGES, PDF
from flows.pages.images import FORMATS
from flows.pages.passwords import unlocked
from flows.pages.pdf import PICTURE_TIMEOUT

DPI = 100
"""Ten-point type can be read at it, and a page weighs some 40 kB."""

QUALITY = 35
"""Of WebP: type stays sharp, and a scan's grain is not worth its bytes."""

AT_ONCE = 16
"""Pages that are drawn with one call and held in memory."""

POPPLER = (PDFInfoNotInstalledError, PDFPageCountError, PDFPopplerTimeoutError, PDFSyntaxError)
"""How pdf2image fails."""

TURNED = re.compile(r"turned by (\d+) degrees")
STRAIGHTENED = re.compile(r"straightened by (-?[\d.]+) degrees")

DRAWERS = Crew(loads="flows.review.pictures")


class Undrawable(Exception):
    """The pages of a file cannot be drawn."""


class Paper(NamedTuple):
    """A page to draw: its number, its size in points as it was read, and by how many degrees it was turned,
    to the right, and set straight, to the left, for that."""

    number: int
    width: float
    height: float
    turned: int
    lean: float


def page_pictures(path: Path, pages: Sequence[Page]) -> list[str]:
    """A picture of each page as a data URI, turned as the page was read; empty where there is none. They are
    drawn in a worker process, which the limits of the environment hold for.

    Raises:
        Undrawable: the file cannot be read or drawn.
    """
    limits, papers = limits_in(), [_paper(page) for page in pages]
    with DRAWERS.worker(limits) as worker:
        try:
            drawn = list(
                worker.each(
                    "flows.review.pictures:drawn", path.absolute(), papers, limits,
                    patience=lambda: AT_ONCE * limits.page_seconds,
                )
            )  # fmt: skip
        except Lost as lost:
            raise Undrawable(f"it {lost.did}") from lost
    return drawn + [""] * (len(pages) - len(drawn))


def drawn(path: Path, papers: Sequence[Paper], limits: Limits) -> Iterator[str]:
    """The pictures of pages that follow each other, as a worker draws them."""
    suffix, first, last = path.suffix.lower(), papers[0].number, papers[-1].number
    try:
        with TemporaryDirectory() as folder:
            pictures: Iterator[Image.Image] = iter(())
            if suffix in PDF:
                pictures = _printed(unlocked(path, Path(folder), limits), first, last)
            elif suffix in IMAGES:
                pictures = islice(_frames(path), first - 1, last)
            for paper, picture in zip(papers, pictures, strict=False):
                yield _data_uri(picture, paper)
    except UnfitFiling as error:
        raise Undrawable(error.cause) from error
    except (OSError, ValueError, *POPPLER) as error:
        raise Undrawable(type(error).__name__) from error


def _paper(page: Page) -> Paper:
    turned = TURNED.search(page.why)
    lean = STRAIGHTENED.search(page.why)
    degrees = int(turned[1]) if turned else 0, float(lean[1]) if lean else 0.0
    return Paper(page.number, page.width, page.height, *degrees)


def _printed(path: Path, first: int, last: int) -> Iterator[Image.Image]:
    for begin in range(first, last + 1, AT_ONCE):
        yield from convert_from_path(
            path, dpi=DPI, first_page=begin, last_page=min(begin + AT_ONCE - 1, last), grayscale=True,
            use_cropbox=True, timeout=PICTURE_TIMEOUT,
        )  # fmt: skip


def _frames(path: Path) -> Iterator[Image.Image]:
    with Image.open(path, formats=FORMATS) as image:
        for frame in ImageSequence.Iterator(image):
            yield frame.convert("L")


def _data_uri(picture: Image.Image, paper: Paper) -> str:
    if paper.turned:
        picture = picture.rotate(-paper.turned, expand=True, fillcolor=255)
    if paper.lean:
        picture = picture.rotate(paper.lean, fillcolor=255)
    picture.thumbnail((2 * paper.width * DPI / 72, paper.height * DPI / 72), Image.Resampling.LANCZOS)
    stream = io.BytesIO()
    picture.save(stream, "WEBP", quality=QUALITY, method=4)
    return f"data:image/webp;base64,{base64.b64encode(stream.getvalue()).decode()}"
