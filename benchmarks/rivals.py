"""What a user would pick instead, as programs that take files and print text.

python -m benchmarks.rivals naive|careful|floor|pdftotext|pdfplumber|doctor FILE...
"""

import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any


def naive(paths: list[Path]) -> None:
    """``convert_from_path(300)`` and ``image_to_string``, as everyone writes it first."""
    import pytesseract
    from pdf2image import convert_from_path

    for path in paths:
        for page in convert_from_path(path, 300):
            print(pytesseract.image_to_string(page))


def careful(paths: list[Path]) -> None:
    """Gray, one page at a time, one thread an engine, as many engines as cores."""
    import pytesseract
    from pdf2image import convert_from_path, pdfinfo_from_path

    os.environ["OMP_THREAD_LIMIT"] = "1"

    def read(place: tuple[Path, int]) -> str:
        path, number = place
        (page,) = convert_from_path(path, 300, first_page=number, last_page=number, grayscale=True)
        text: str = pytesseract.image_to_string(page)
        return text

    places = [(path, n + 1) for path in paths for n in range(pdfinfo_from_path(path)["Pages"])]
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        print(*pool.map(read, places), sep="\f")


def floor(paths: list[Path]) -> None:
    """The bare engine on ready-made images, one thread a core."""
    environment = {**os.environ, "OMP_THREAD_LIMIT": "1"}

    def read(path: Path) -> bytes:
        command = ["tesseract", str(path), "-"]
        return subprocess.run(command, env=environment, capture_output=True, check=True).stdout

    with ThreadPoolExecutor(os.cpu_count()) as pool:
        for text in pool.map(read, paths):
            sys.stdout.buffer.write(text)


def pdftotext(paths: list[Path]) -> None:
    """Poppler's own: nothing is faster."""
    for path in paths:
        subprocess.run(["pdftotext", str(path), "-"], check=True)


def pdfplumber(paths: list[Path]) -> None:
    """The library most scripts use."""
    library: Any = __import__("pdfplumber")
    for path in paths:
        with library.open(path) as pdf:
            for page in pdf.pages:
                print(page.extract_text())


def doctor(paths: list[Path]) -> None:
    """The way of Free Law Project's doctor: pdfplumber with the margins cropped off, skewed type left out."""
    library: Any = __import__("pdfplumber")
    for path in paths:
        with library.open(path) as pdf:
            for page in pdf.pages:
                kept = page.crop((0, 0.06 * page.height, page.width, 0.94 * page.height))
                upright = kept.filter(lambda thing: thing.get("upright", True))
                print(upright.extract_text(layout=True, keep_blank_chars=True, y_tolerance=5))


if __name__ == "__main__":
    globals()[sys.argv[1]]([Path(given) for given in sys.argv[2:]])
