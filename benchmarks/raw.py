"""What a user would pick instead: plain Tesseract, plain pdftotext."""

import hashlib
import subprocess
from pathlib import Path

import pytesseract
from pdf2image import convert_from_path
from PIL import Image

CACHE = Path(__file__).with_name(".cache")
"""Plain OCR takes minutes and never changes; its text is kept by the file's hash."""


def tesseract_dump(path: Path) -> str:
    """A filing through ``convert_from_path(300)`` and ``image_to_string``, pages parted by form feeds."""
    if path.suffix == ".txt":
        return path.read_text("utf-8", errors="replace")
    kept = CACHE / f"{hashlib.sha256(path.read_bytes()).hexdigest()}.tesseract.txt"
    if not kept.exists():
        CACHE.mkdir(exist_ok=True)
        pages = convert_from_path(path, 300) if path.suffix == ".pdf" else [Image.open(path)]
        kept.write_text("\f".join(pytesseract.image_to_string(page).rstrip("\f") for page in pages), "utf-8")
    return kept.read_text("utf-8")


def pdftotext_dump(path: Path) -> str:
    """A filing through ``pdftotext`` in its default mode."""
    return subprocess.run(
        ["pdftotext", "-enc", "UTF-8", str(path.resolve()), "-"], capture_output=True, check=True
    ).stdout.decode("utf-8", errors="replace")
