"""A scan's own image, taken out of its page as it is, in its true resolution."""

import cv2
import numpy as np
import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c
from PIL import Image, ImageOps

from flows.pages.images import gray_or_coloured

FEWEST_DPI = 140
"""A coarser image is a thumbnail or a watermark, not the scan."""

PAINTED = pdfium_c.FPDF_PAGEOBJ_IMAGE, pdfium_c.FPDF_PAGEOBJ_PATH, pdfium_c.FPDF_PAGEOBJ_SHADING


def scan_of(page: pdfium.PdfPage) -> pdfium.PdfImage | None:
    """The image that is the page, if there is one: upright, not mirrored, covering it all, with nothing but
    text set over it."""
    painted = list(page.get_objects(filter=PAINTED))
    if len(painted) != 1 or not isinstance(painted[0], pdfium.PdfImage) or page.get_rotation() != 0:
        return None
    matrix = painted[0].get_matrix()
    width, height = page.get_size()
    upright = matrix.a > 0 and matrix.d > 0 and abs(matrix.b) + abs(matrix.c) < 1e-3
    if not upright or matrix.a < 0.97 * width or matrix.d < 0.97 * height:
        return None
    if matrix.a > 1.03 * width or matrix.d > 1.03 * height:
        return None
    return painted[0]


def taken_out(scan: pdfium.PdfImage, page: pdfium.PdfPage) -> Image.Image | None:
    """The image in gray or in colour, if PDFium can unpack it and it is no thumbnail."""
    try:
        image = gray_or_coloured(scan.get_bitmap(render=False).to_pil())
    except pdfium.PdfiumError:
        return None
    if sum(cv2.mean(np.asarray(image))) < 128 * len(image.getbands()):
        image = ImageOps.invert(image)  # a stencil paints what its samples leave out; paper is white
    return image if image.width >= FEWEST_DPI / 72 * page.get_width() else None
