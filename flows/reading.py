"""PDF, image and text files -> Document, decided page by page."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from os import PathLike
from pathlib import Path
from tempfile import TemporaryDirectory

import cv2

from cleaners.document import Document
from cleaners.reading_order.layout import Sheet
from flows.assembly import put_together, with_words
from flows.bounds.limits import USUAL, Limits, too_much
from flows.bounds.workers import Crew, Lost
from flows.errors import ANEW, UnfitFiling, gone, shown
from flows.kinds import PDF, SUFFIXES, TEXTS
from flows.ocr.engine import NoTesseract, TesseractFailed
from flows.ocr.picture import read_picture, read_places
from flows.pages.drawings import Box, lies_in
from flows.pages.images import frame_of, frames_in
from flows.pages.inlays import legible, places_of
from flows.pages.layers import Source, judge_layer
from flows.pages.overlays import over_scan
from flows.pages.passwords import unlocked
from flows.pages.pdf import Paper, PdfPage, page_picture, pdf_page_count, read_pdf_pages
from flows.pages.redactions import leaked, mark_redactions
from flows.pages.turned import stood_up, turn_of_words

OnPage = Callable[[int, int], None]


READERS = Crew(loads="flows.reading")


def read_filing(
    path: str | PathLike[str], *, on_page: OnPage | None = None, limits: Limits = USUAL
) -> Document:
    """Read a filing once, in a worker process that the limits hold for. ``on_page(done, total)`` is told of
    each page.

    Raises UnfitFiling, which names cause and remedy, for a file that cannot be read.
    """
    path = Path(path)
    with READERS.worker(limits) as worker:
        try:
            told = worker.each("flows.reading:read_apart", path.absolute(), limits)
            pages = next(told)
            if isinstance(pages, Document):
                return pages
            return put_together(path, _told(told, pages, on_page), limits)
        except Lost as lost:
            raise UnfitFiling(path, f"it {lost.did}", ANEW, passing=True) from lost


def read_apart(path: Path, limits: Limits) -> Iterator[int | Sheet | Document]:
    """What a worker tells of a filing: how many pages it has, and each of them; or all of it, where it is
    known only as text."""
    with TemporaryDirectory() as folder:
        path = unlocked(path, Path(folder), limits)
        pages = pages_in(path, limits)
        if pages is None:
            yield read_text(path, limits)
        else:
            yield pages
            yield from read_sheets(path, 1, pages, limits)


def pages_in(path: Path, limits: Limits = USUAL) -> int | None:
    """How many pages a filing has; None for one that is known only as text. Raises like
    :func:`read_filing`."""
    if path.is_dir():
        raise UnfitFiling(path, "it is a folder", "name a file in it, or clean all of it (flows.clean_inbox)")
    if not path.is_file():
        raise UnfitFiling(path, "no such file", f"check the path: {shown(str(path))}")
    size = path.stat().st_size
    if size == 0:
        raise UnfitFiling(path, "the file is empty", "fetch the filing again; the download was cut short")
    if size > limits.max_bytes:
        raise too_much(path, f"the file has {size:,} bytes, more than {limits.max_bytes:,}", "max_bytes")
    suffix = path.suffix.lower()
    if suffix not in SUFFIXES:
        raise UnfitFiling(
            path, f"files of type {suffix or 'without suffix'} are not supported",
            f"convert it to one of: {' '.join(sorted(SUFFIXES))}",
        )  # fmt: skip
    with _readable(path):
        if suffix in TEXTS:
            return None
        pages = pdf_page_count(path) if suffix in PDF else frames_in(path)
    if pages > limits.max_pages:
        raise too_much(path, f"it has {pages:,} pages, more than {limits.max_pages:,}", "max_pages")
    return pages


def read_sheets(path: Path, first: int, last: int, limits: Limits = USUAL) -> Iterator[Sheet]:
    """The pages of a PDF or an image from ``first`` to ``last``, one after the other. Raises like
    :func:`read_filing`."""
    with _readable(path):
        if path.suffix.lower() in PDF:
            for page, paper in read_pdf_pages(path, first, last, limits):
                yield _pdf_sheet(path, page, paper)
        else:
            for number in range(first, last + 1):
                yield _image_sheet(path, number, limits)


def read_text(path: Path, limits: Limits = USUAL) -> Document:
    """A filing that is known only as text. Raises like :func:`read_filing`."""
    from flows.textfile import read_text_file  # noqa: PLC0415 - loads what knows encodings: not for pages

    with _readable(path):
        return with_words(path, Document.from_text(read_text_file(path)), limits)


def _told(sheets: Iterator[Sheet], total: int, on_page: OnPage | None) -> Iterator[Sheet]:
    for done, sheet in enumerate(sheets, 1):
        if on_page:
            on_page(done, total)
        yield sheet


@contextmanager
def _readable(path: Path) -> Iterator[None]:
    """What stands in the way of reading becomes an UnfitFiling."""
    try:
        yield
    except NoTesseract as error:
        raise UnfitFiling(
            path,
            "its pages need OCR and Tesseract is not installed",
            "apt-get install tesseract-ocr",
            passing=True,
        ) from error
    except TesseractFailed as error:
        raise UnfitFiling(
            path, f"Tesseract gave up on a page ({error})", "look at its pages; scan them anew"
        ) from error
    except PermissionError as error:
        raise UnfitFiling(
            path, "the file may not be read", "give this user read permission", passing=True
        ) from error
    except FileNotFoundError as error:
        raise gone(path) from error
    except cv2.error as error:
        if error.code == cv2.Error.StsNoMem:
            raise MemoryError from error
        raise


def _image_sheet(path: Path, number: int, limits: Limits) -> Sheet:
    held = [frame_of(path, number, limits)]
    damage = held[0].damage
    sheet = read_picture(held.pop(), number, "an image has no text layer")  # which alone has it now
    return replace(sheet, doubts=(*_damaged(damage), *sheet.doubts))


def _pdf_sheet(path: Path, page: PdfPage, paper: Paper) -> Sheet:
    verdict = judge_layer(page)
    match verdict.source:
        case Source.LAYER:
            sheet = _layer_sheet(page, paper, verdict.why)
        case Source.SCAN:
            sheet = read_picture(paper(), page.number, verdict.why, page.bars)
            sheet = over_scan(page, sheet, turned=sheet.why.startswith(f"{verdict.why}; turned"))
        case Source.DRAWING:
            size = page.width, page.height
            sheet = read_picture(page_picture(path, page.number, *size), page.number, verdict.why, page.bars)
    return replace(sheet, doubts=tuple(_doubts(page, sheet)))


def _doubts(page: PdfPage, sheet: Sheet) -> Iterator[str]:
    """What a person should know of a page, whatever was read from it."""
    yield from (*_damaged(page.damage), *sheet.doubts)
    if count := len(leaked(page.unseen, page.bars, scanned=sheet.method == "ocr")):
        yield (
            f"the file holds words ({count}) that nobody sees on the page"
            f"{', under the black' * bool(page.bars)}:"
            " whoever copies its text gets them; here they are left out"
        )


def _damaged(what: str) -> list[str]:
    return [f"the file is damaged here, words may be missing ({what})"] if what else []


def _layer_sheet(page: PdfPage, paper: Paper, why: str) -> Sheet:
    """A page whose text layer is sound, with what the pictures on it say."""
    tokens = mark_redactions(page.tokens, page.bars, page.height)
    rules = [r for r in page.rules if not any(lies_in(Box(*r), bar) for bar in page.bars)]
    if turn := turn_of_words(page.tokens):
        return stood_up(Sheet(page.number, page.width, page.height, tokens, rules, "text layer", why), turn)
    if places := places_of(page.pictures):
        picture = paper()
        tokens += legible(read_places(picture.image, picture.scale, places, page.bars))
    return Sheet(page.number, page.width, page.height, tokens, rules, "text layer", why)
