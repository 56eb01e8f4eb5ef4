"""What PDFium says is drawn on a page: its rules and pictures; and the page with its text left out."""

import ctypes
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any, NamedTuple

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

from cleaners.page import Rule

THIN = 3.0
"""Points: what is drawn no thicker than this is a rule, not a box."""

SHORTEST, LOWEST = 18.0, 10.0
"""Points: a level line no shorter is a rule, and an upright one: a table's cell may have sides of its own, as
high as a line."""

FINE = 64
"""Parts of a point in which PDFium, which answers in whole units, is asked for places."""

DEEPEST = 15
"""Levels of form XObjects. Stamps and signature fields sit in one or two of them."""


class Box(NamedTuple):
    """A place on the page, in points from the top left corner of the page as displayed."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def area(self) -> float:
        return max(0.0, self.right - self.left) * max(0.0, self.bottom - self.top)

    def clipped(self, other: "Box") -> "Box":
        """What both boxes cover; its area is 0 if they lie apart."""
        return Box(
            max(self.left, other.left),
            max(self.top, other.top),
            min(self.right, other.right),
            min(self.bottom, other.bottom),
        )

    def holds(self, x: float, y: float, slack: float = 0.0) -> bool:
        return self.left - slack <= x <= self.right + slack and self.top - slack <= y <= self.bottom + slack


def lies_in(one: Box, other: Box, slack: float = 2.0) -> bool:
    """Whether a box lies in another, ``slack`` points of its rim aside."""
    return other.holds(one.left, one.top, slack) and other.holds(one.right, one.bottom, slack)


Handle = Any
"""PDFium's own, as ctypes gives it."""

Asked = tuple[Callable[[Handle], int], Callable[[Handle, int], Handle]]

PAGE: Asked = (pdfium_c.FPDFPage_CountObjects, pdfium_c.FPDFPage_GetObject)
FORM: Asked = (pdfium_c.FPDFFormObj_CountObjects, pdfium_c.FPDFFormObj_GetObject)
"""How a page and a form XObject are asked how many objects they hold, and for each."""


@dataclass
class Drawings:
    """The straight rules of a page, the places of its pictures, how many pixels wide and high each of these
    is, and whether there are any or other paths. ``texts`` are PDFium's handles of its texts; ``more`` tells
    whether anything else is on it, such as a shading."""

    rules: list[Rule]
    pictures: list[Box]
    sizes: list[tuple[int, int]]
    painted: bool
    texts: list[Handle]
    more: bool = False


def drawings_of(page: pdfium.PdfPage) -> Drawings:
    """All that is drawn on a page, what form XObjects draw included."""
    sheet = Box(0.0, 0.0, *page.get_size())
    found = Drawings([], [], [], painted=False, texts=[])
    for handle, kind, matrix in _things(page):
        if kind == pdfium_c.FPDF_PAGEOBJ_TEXT:
            found.texts.append(handle)
            continue
        found.more = found.more or kind != pdfium_c.FPDF_PAGEOBJ_FORM
        if kind == pdfium_c.FPDF_PAGEOBJ_IMAGE:
            thing = pdfium.PdfImage(handle, page)
            found.sizes.append(thing.get_px_size())
            place = _box(page, thing, matrix).clipped(sheet)
            found.pictures.extend([place] if place.area > 0 else [])
            found.painted = True
        elif kind == pdfium_c.FPDF_PAGEOBJ_PATH:
            found.rules.extend(_rules(_box(page, pdfium.PdfObject(handle, page), matrix)))
            found.painted = True
    return found


def are_invisible(texts: Iterable[Handle]) -> bool:
    """Whether none of the texts paints anything, as those of the layer that OCR lays under a scan: then the
    page looks the same without them."""
    invisible = pdfium_c.FPDF_TEXTRENDERMODE_INVISIBLE
    return all(pdfium_c.FPDFTextObj_GetTextRenderMode(handle) == invisible for handle in texts)


def leave_out(texts: Iterable[Handle]) -> None:
    """Have a page drawn without its texts from now on: what is left is the paper that they were set on."""
    for handle in texts:
        pdfium_c.FPDFPageObj_SetIsActive(handle, 0)


def leave_out_buttons(page: pdfium.PdfPage) -> Iterator[Box]:
    """Have a page drawn without the buttons of its form (``Print``, ``Reset``), and say where they stand:
    they are for whoever fills it in, and no text of the filing."""
    for index in range(pdfium_c.FPDFPage_GetAnnotCount(page) if page.formenv else 0):
        field = pdfium_c.FPDFPage_GetAnnot(page, index)
        if pdfium_c.FPDFAnnot_GetFormFieldType(page.formenv, field) == pdfium_c.FPDF_FORMFIELD_PUSHBUTTON:
            pdfium_c.FPDFAnnot_SetFlags(field, pdfium_c.FPDF_ANNOT_FLAG_HIDDEN)
            place = pdfium_c.FS_RECTF()
            pdfium_c.FPDFAnnot_GetRect(field, place)
            yield _spanned(page, (place.left, place.right), (place.bottom, place.top), pdfium.PdfMatrix())
        pdfium_c.FPDFPage_CloseAnnot(field)


def _things(page: pdfium.PdfPage) -> Iterator[tuple[Handle, int, pdfium.PdfMatrix]]:
    """The objects of a page: handle, kind, and the matrix that takes its own space to the page's. pypdfium2's
    objects are made for none but the few that are asked for more: a page has a thousand texts."""
    return _within(page, page.raw, PAGE, pdfium.PdfMatrix(), 1)


def _within(
    page: pdfium.PdfPage, holder: Handle, asked: Asked, matrix: pdfium.PdfMatrix, level: int
) -> Iterator[tuple[Handle, int, pdfium.PdfMatrix]]:
    count, get = asked
    for index in range(count(holder)):
        handle = get(holder, index)
        kind = pdfium_c.FPDFPageObj_GetType(handle)
        yield handle, kind, matrix
        if kind == pdfium_c.FPDF_PAGEOBJ_FORM and level < DEEPEST:
            inner = pdfium.PdfObject(handle, page).get_matrix().multiply(matrix)
            yield from _within(page, handle, FORM, inner, level + 1)


def _box(page: pdfium.PdfPage, thing: pdfium.PdfObject, matrix: pdfium.PdfMatrix) -> Box:
    """Where an object stands on the displayed page: crop box and rotation are PDFium's to apply."""
    left, low, right, high = thing.get_bounds()
    return _spanned(page, (left, right), (low, high), matrix)


def _spanned(
    page: pdfium.PdfPage, sides: tuple[float, float], ends: tuple[float, float], matrix: pdfium.PdfMatrix
) -> Box:
    size = tuple(round(side * FINE) for side in page.get_size())
    corners = [_displayed(page, size, *matrix.on_point(x, y)) for x in sides for y in ends]
    across, down = zip(*corners, strict=True)
    return Box(min(across), min(down), max(across), max(down))


def _displayed(page: pdfium.PdfPage, size: tuple[int, ...], x: float, y: float) -> tuple[float, float]:
    """A point of the page's space as displayed; ``size`` is the page's, in units of 1/FINE."""
    across, down = ctypes.c_int(), ctypes.c_int()
    pdfium_c.FPDF_PageToDevice(page, 0, 0, *size, 0, x, y, across, down)
    return across.value / FINE, down.value / FINE


def _rules(box: Box) -> list[Rule]:
    """The rules that a drawn path shows: itself if it is thin, the sides of a frame if it is not."""
    left, top, right, bottom = box
    wide, high = right - left, bottom - top
    if min(wide, high) <= THIN:
        return [Rule(*box)] if wide >= SHORTEST or high >= LOWEST else []
    if wide < 36 or high < 36:
        return []
    return [
        Rule(left, top, left + 1, bottom),
        Rule(right - 1, top, right, bottom),
        Rule(left, top, right, top + 1),
        Rule(left, bottom - 1, right, bottom),
    ]
