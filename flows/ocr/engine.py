"""The OCR engine: Tesseract inside this process where the extra ``fast`` (tesserocr) is installed, else the
program, through pytesseract.

Both read with the models that Debian's Tesseract brings. Inside the process the engine is started and its
model loaded once, not for every part of a page: that alone is half the time of the program.
"""

import os
import re
import tempfile
from functools import cache
from pathlib import Path
from threading import local
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from cleaners.page import Token
from flows.pages.tsv import tokens_by_page
from flows.programs import models_folder

os.environ["OMP_THREAD_LIMIT"] = "1"  # Tesseract's OpenMP threads spin: 4.4 times the CPU for the same page

try:
    import tesserocr
except ImportError:
    tesserocr = None

DIGITS = "0123456789"

HEAD = "level\tpage_num\tblock_num\tpar_num\tline_num\tword_num\tleft\ttop\twidth\theight\tconf\ttext\n"
"""The line that the program prints first."""

PART_TIMEOUT = 300
"""Seconds for a part of a page: a hundred times what a dense page takes."""


class NoTesseract(Exception):
    """Tesseract is not installed."""


class TesseractFailed(Exception):
    """Tesseract crashed or took longer than any page does."""


def block_tokens(pixels: NDArray[np.uint8], scale: float, signs: str = "") -> list[Token]:
    """The words of a uniform block of text (page segmentation mode 6), boxes in points from its top left
    corner. ``scale`` is its resolution in pixels per point; ``signs``, if given, are the only ones read.

    Raises NoTesseract and TesseractFailed.
    """
    read = _read_inside if tesserocr else _read_by_program
    try:
        return tokens_by_page(read(pixels, round(scale * 72), signs), 1 / scale).get(1, [])
    except (RuntimeError, ValueError, OSError) as error:  # it failed, hung, or printed something else
        raise TesseractFailed(str(error)[:200]) from error


def turn_of(picture: Image.Image) -> int:
    """By how many degrees clockwise a gray picture must be turned to stand upright; 0 where too few letters
    tell.

    Raises NoTesseract and TesseractFailed.
    """
    return _turn_inside(picture) if tesserocr else _turn_by_program(picture)


def _turn_inside(picture: Image.Image) -> int:
    try:
        with tesserocr.PyTessBaseAPI(path=_models(), lang="osd", psm=tesserocr.PSM.OSD_ONLY) as engine:
            engine.SetImageBytes(picture.tobytes(), *picture.size, 1, picture.width)
            found = engine.DetectOrientationScript()
    except RuntimeError:
        return 0  # its model is not there
    return -found["orient_deg"] % 360 if found else 0


def _turn_by_program(picture: Image.Image) -> int:
    import pytesseract

    try:
        found = pytesseract.image_to_osd(picture, timeout=PART_TIMEOUT)
    except pytesseract.TesseractError:
        return 0
    except pytesseract.TesseractNotFoundError as error:
        raise NoTesseract from error
    except (RuntimeError, ValueError, OSError) as error:
        raise TesseractFailed(str(error)[:200]) from error
    turn = re.search(r"Rotate: (\d+)", found)
    return int(turn[1]) if turn else 0


_own = local()


def _read_inside(pixels: NDArray[np.uint8], dpi: int, signs: str) -> str:
    api = _engine()
    height, width = pixels.shape
    api.SetVariable("tessedit_char_whitelist", signs)
    api.SetImageBytes(pixels.tobytes(), width, height, 1, width)
    api.SetSourceResolution(dpi)
    if not api.Recognize(PART_TIMEOUT * 1000):
        raise RuntimeError("it takes too long")
    tsv: str = api.GetTSVText(0)
    api.Clear()
    return HEAD + tsv


def _engine() -> Any:  # noqa: ANN401 - tesserocr ships no types
    """This thread's own engine."""
    if not hasattr(_own, "engine"):
        try:
            _own.engine = tesserocr.PyTessBaseAPI(path=_models(), lang="eng", psm=tesserocr.PSM.SINGLE_BLOCK)
        except RuntimeError as error:
            raise NoTesseract from error
    return _own.engine


@cache
def _models() -> str:
    return str(models_folder() or "")


def _read_by_program(pixels: NDArray[np.uint8], dpi: int, signs: str) -> str:
    import pytesseract

    config = f"--psm 6 --dpi {dpi}{f' -c tessedit_char_whitelist={signs}' if signs else ''}"
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "part.pgm"
        Image.fromarray(pixels).save(path)
        try:
            tsv: str = pytesseract.image_to_data(str(path), lang="eng", config=config, timeout=PART_TIMEOUT)
        except pytesseract.TesseractNotFoundError as error:
            raise NoTesseract from error
    return tsv
