"""What PDFium says is drawn on a page: its rules and pictures; and the page with its text left out."""

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

from cleaners.page import Rule

THIN = 3.0
"""Points: what is drawn no thicker than this is a rule, not a box."""

DEEPEST = 6
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


@dataclass(frozen=True)
class Drawings:
    """The straight rules of a page, the places of its pictures, and whether anything but text is drawn."""

    rules: list[Rule]
    pictures: list[Box]
    painted: bool


def drawings_of(page: pdfium.PdfPage) -> Drawings:
    """All that is drawn on a page, what form XObjects draw included."""
    sheet = Box(0.0, 0.0, *page.get_size())
    rules: list[Rule] = []
    pictures: list[Box] = []
    painted = False
    for thing, matrix in _things(page):
        if thing.type == pdfium_c.FPDF_PAGEOBJ_IMAGE:
            pictures.append(_box(page, thing, matrix).clipped(sheet))
            painted = True
        elif thing.type == pdfium_c.FPDF_PAGEOBJ_PATH:
            rules += _rules(_box(page, thing, matrix))
            painted = True
    return Drawings(rules, [p for p in pictures if p.area > 0], painted)


def leave_out_text(page: pdfium.PdfPage) -> None:
    """Have the page drawn without its text from now on: what is left is the paper that it was set on."""
    for thing, _ in _things(page):
        if thing.type == pdfium_c.FPDF_PAGEOBJ_TEXT:
            pdfium_c.FPDFPageObj_SetIsActive(thing, 0)


def _things(page: pdfium.PdfPage) -> Iterator[tuple[pdfium.PdfObject, pdfium.PdfMatrix]]:
    """The objects of a page, each with the matrix that takes its own space to the page's."""
    within: list[pdfium.PdfMatrix] = [pdfium.PdfMatrix()]
    for thing in page.get_objects(max_depth=DEEPEST):
        del within[thing.level + 1 :]
        yield thing, within[-1]
        if thing.type == pdfium_c.FPDF_PAGEOBJ_FORM:
            within.append(thing.get_matrix().multiply(within[-1]))


def _box(page: pdfium.PdfPage, thing: pdfium.PdfObject, matrix: pdfium.PdfMatrix) -> Box:
    """Where an object stands on the displayed page: crop box and rotation are PDFium's to apply."""
    left, low, right, high = thing.get_bounds()
    corners = [_displayed(page, *matrix.on_point(x, y)) for x in (left, right) for y in (low, high)]
    across, down = zip(*corners, strict=True)
    return Box(min(across), min(down), max(across), max(down))


def _displayed(page: pdfium.PdfPage, x: float, y: float, fine: int = 64) -> tuple[float, float]:
    """A point of the page's space as displayed. PDFium answers in whole units: ask in 64ths of a point."""
    across, down = ctypes.c_int(), ctypes.c_int()
    width, height = (round(side * fine) for side in page.get_size())
    pdfium_c.FPDF_PageToDevice(page, 0, 0, width, height, 0, x, y, across, down)
    return across.value / fine, down.value / fine


def _rules(box: Box) -> list[Rule]:
    """The rules that a drawn path shows: itself if it is thin, the sides of a frame if it is not."""
    left, top, right, bottom = box
    wide, high = right - left, bottom - top
    if min(wide, high) <= THIN:
        return [Rule(*box)] if max(wide, high) >= 18 else []
    if wide < 36 or high < 36:
        return []
    return [
        Rule(left, top, left + 1, bottom),
        Rule(right - 1, top, right, bottom),
        Rule(left, top, right, top + 1),
        Rule(left, bottom - 1, right, bottom),
    ]
