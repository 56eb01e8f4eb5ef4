"""Image files, a frame at a time: a page of a multi-page TIFF is in memory only until it is read."""

import struct
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from PIL import Image

from flows.bounds.limits import USUAL, Limits, too_much
from flows.errors import UnfitFiling
from flows.pages.fax import tiff_damage
from flows.pages.jpeg import jpeg_damage

FINEST = 300
"""Dots an inch: a picture of twice as many and more is reduced towards it."""

LETTER_WIDTH = 612.0
"""Points. An image without a believable resolution is taken for a letter page."""

FORMATS = ("PNG", "JPEG", "TIFF")
"""What is unpacked, whatever the file's name says: Pillow would hand PostScript to an interpreter."""

GRAYS = ("1", "L", "LA", "I", "I;16", "F")
"""Pillow's modes of images without colour."""

BROKEN = (OSError, SyntaxError, EOFError, ValueError, TypeError, KeyError, struct.error)
"""What Pillow raises for a file that is damaged, by format."""


@dataclass(frozen=True)
class Picture:
    """A page as an image, gray or in colour (modes L and RGB), its resolution in pixels per point, and what
    is wrong with the file there."""

    image: Image.Image
    scale: float
    damage: str = ""


def frames_in(path: Path) -> int:
    """How many pages an image file has. Raises UnfitFiling for a file that is no image."""
    with _opened(path) as image:
        return int(getattr(image, "n_frames", 1))


def frame_of(path: Path, number: int, limits: Limits = USUAL) -> Picture:
    """A page of an image file. Nothing here keeps it: a letter page in colour takes 32 MiB at 300 dpi."""
    with _opened(path) as image:
        image.seek(number - 1)
        too_large(path, number, image.size, limits)
        damage = _damage(path, image)
        return _reduced(Picture(gray_or_coloured(image), _scale(image), damage))


def gray_or_coloured(image: Image.Image) -> Image.Image:
    """An image in mode L or, where it may show ink in colour, in mode RGB."""
    return image.convert("L" if image.mode in GRAYS else "RGB")


def _damage(path: Path, image: Image.Image) -> str:
    """What is wrong with a page of an image file of which Pillow says nothing: it hands over what comes out.
    A PNG carries sums, which it looks at."""
    if image.format == "TIFF":
        return tiff_damage(image)
    return "" if image.format == "PNG" else jpeg_damage(path.read_bytes())


def too_large(path: Path, number: int, size: tuple[int, int], limits: Limits) -> None:
    """Raise UnfitFiling if an image is larger than a page can be; the header tells, before it is unpacked."""
    if size[0] * size[1] > limits.max_pixels:
        cause = f"page {number} is an image of {size[0]:,} x {size[1]:,} pixels"
        raise too_much(path, cause, "max_pixels")


def _reduced(picture: Picture) -> Picture:
    """A picture no finer than the OCR has use for: it has twelve times the dots at 1,200 dpi that it has at
    300, and takes the time for each."""
    by = int(picture.scale * 72 / FINEST)
    return replace(picture, image=picture.image.reduce(by), scale=picture.scale / by) if by > 1 else picture


@contextmanager
def _opened(path: Path) -> Iterator[Image.Image]:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of sizes, which the limits are for, and of tags
            with Image.open(path, formats=FORMATS) as image:
                yield image
    except Image.DecompressionBombError as error:
        raise UnfitFiling(path, f"the image is too large: {error}", "scan it anew at 300 dpi") from error
    except PermissionError:
        raise
    except BROKEN as error:
        raise UnfitFiling(
            path, "not a readable image (damaged or cut short)", "scan or download the page again"
        ) from error


def _scale(image: Image.Image) -> float:
    """Pixels per point, from the file if it is believable, else as a letter page."""
    dpi = float(image.info.get("dpi", (0, 0))[0])
    if 100 <= dpi <= 1200 and 4 <= image.width / dpi <= 20:
        return dpi / 72
    return min(image.size) / LETTER_WIDTH
