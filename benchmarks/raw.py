"""What a user would pick instead, and what archives hold: plain Tesseract, plain text layers."""

import hashlib
import subprocess
from collections.abc import Callable
from pathlib import Path

import pypdfium2
import pytesseract
from pdf2image import convert_from_path
from PIL import Image

CACHE = Path(__file__).with_name(".cache")
"""Plain OCR takes minutes and never changes; its text is kept by the file's hash."""


def tesseract_dump(path: Path) -> str:
    """A filing through ``convert_from_path(300)`` and ``image_to_string``, pages parted by form feeds.

    Where a PDF embeds no fonts poppler draws with the machine's own: the text differs from one to another.
    """
    if path.suffix == ".txt":
        return path.read_text("utf-8", errors="replace")
    kept = CACHE / f"{hashlib.sha256(path.read_bytes()).hexdigest()}.tesseract.txt"
    if not kept.exists():
        CACHE.mkdir(exist_ok=True)
        pages = convert_from_path(path, 300) if path.suffix == ".pdf" else [Image.open(path)]
        kept.write_text("\f".join(pytesseract.image_to_string(page).rstrip("\f") for page in pages), "utf-8")
    return kept.read_text("utf-8")


def pdftotext_dump(path: Path, *options: str) -> str:
    """A filing through ``pdftotext``, by default in its default mode."""
    return subprocess.run(
        ["pdftotext", *options, "-enc", "UTF-8", str(path.resolve()), "-"], capture_output=True, check=True
    ).stdout.decode("utf-8", errors="replace")


def layout_dump(path: Path) -> str:
    """A filing through ``pdftotext -layout``, which keeps columns by blanks."""
    return pdftotext_dump(path, "-layout")


def pdfium_dump(path: Path) -> str:
    """A filing's text layer as PDFium gives it."""
    with pypdfium2.PdfDocument(path) as pdf:
        return "\f".join(page.get_textpage().get_text_range().replace("\r\n", "\n") for page in pdf)


def flattened(dump: str) -> str:
    """A dump as many archives hold it: all on one line."""
    return " ".join(dump.split())


LAYERS: dict[str, Callable[[Path], str]] = {
    "pdftotext": pdftotext_dump,
    "pdftotext -layout": layout_dump,
    "PDFium": pdfium_dump,
}
"""Dumps of text layers, by name."""
