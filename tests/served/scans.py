"""Scans that take the engine a while."""

from io import BytesIO
from pathlib import Path

import pikepdf
from PIL import Image, ImageDraw, ImageFont
from reportlab.lib.pagesizes import letter
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas


def scan(words: str, lines: int = 20) -> Image.Image:
    """A page that says the words, line by line."""
    page = Image.new("1", (850, 1100), 1)
    draw, font = ImageDraw.Draw(page), ImageFont.load_default(24)
    for line in range(lines):
        draw.text((80, 80 + 40 * line), f"{line} {words}", 0, font)
    return page


def long_scan(path: Path) -> Path:
    """A filing of so many scanned pages that nobody sees its end: one page 3,000 times."""
    page = BytesIO()
    canvas = Canvas(page, pagesize=letter)
    canvas.drawImage(ImageReader(scan("The motion to compel is denied in part.")), 0, 0, *letter)
    canvas.save()
    with pikepdf.open(page) as pdf:
        pdf.pages.extend(pdf.pages[0] for _ in range(2999))
        pdf.save(path)
    return path


def short_scan(words: str) -> bytes:
    """An image file of a page."""
    file = BytesIO()
    scan(words, lines=4).save(file, "PNG", dpi=(100, 100))
    return file.getvalue()
