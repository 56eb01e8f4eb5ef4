"""Damage of a JPEG, also such as its readers say nothing of: bits were lost, and what follows makes sense.

It may then be a block or two short, and the rest of the image stands beside its place: what was packed for
those is left over at the end, which readers pass over. So a JPEG is tried without its last byte, which a
sound one cannot do without.

A JPEG packs the brightness of a block as the difference from that of the block before (ITU-T T.81, F.1.2.1),
and so all that follows may be brighter or darker by one amount. That shows in two ways: blocks are whiter
than white or blacker than black, which none was that was packed; and the paper changes in the middle of a row
of blocks, so that the right margin is a row ahead of the left. Where it changes on the page itself, as at the
edge of a sheet, both margins have it in one row.
"""

import io
from collections.abc import Iterator
from contextlib import suppress
from typing import NamedTuple

import cv2
import numpy as np
from numpy.typing import NDArray
from PIL.JpegImagePlugin import JpegImageFile

from flows.pages.standard_error import told_on_standard_error

Levels = NDArray[np.float32]
"""Of brightness: 0 is black, 255 white, and there may be some beyond."""

QUANTIZATION, SCAN, END, FILLING = 0xDB, 0xDA, b"\xff\xd9", b"\xff"
"""Markers: of the numbers by which the image was divided to be packed, of what is packed, and of its end; and
what may stand before any marker."""

TABLE = 1 + 64
"""Bytes of a table of such numbers: its name, then the numbers, that of the brightness first."""

MOST_BEYOND = 4
"""Levels beyond white or black that are let pass; 51 scanned pages have 0.9 at most."""

LEAST_STEP = 8
"""Levels by which the paper changes; less does words no harm."""

OUTER, INNER = 0.03, 0.09
"""The margins in which the paper is looked at, in parts of the width: past a scanner's shadow, short of the
words."""

NARROWEST = 32
"""Blocks of a row below which there is no margin to speak of."""


class Segment(NamedTuple):
    """A part of a JPEG before what is packed: its marker, and where its content begins and ends."""

    marker: int
    begin: int
    end: int


def jpeg_damage(packed: bytes) -> str:
    """What is wrong with a JPEG; empty if nothing is found."""
    if told := _told(packed):
        return told[0]
    if not _told(_shortened(packed)):
        return "more is packed in it than it shows"
    return _brightness_damage(packed)


def _told(packed: bytes) -> list[str]:
    """What libjpeg finds wrong. At an eighth of its size an image is unpacked to its end, without most of the
    work."""
    unpacked = None
    with told_on_standard_error() as told, suppress(cv2.error):
        unpacked = cv2.imdecode(np.frombuffer(packed, np.uint8), cv2.IMREAD_REDUCED_GRAYSCALE_8)
    return told or (["it cannot be unpacked"] if unpacked is None else [])


def _shortened(packed: bytes) -> bytes:
    """A JPEG, one that has an end, without the last byte of what is packed."""
    *_, scan = _segments(packed)
    end = packed.find(END, scan.end)
    return packed[:end].rstrip(FILLING)[:-1].rstrip(FILLING) + END


def _brightness_damage(packed: bytes) -> str:
    """What is wrong with the brightness in a JPEG that is sound otherwise; empty if nothing is."""
    try:
        levels = _levels(packed)
    except (OSError, SyntaxError, ValueError, LookupError):
        return ""
    if not levels.size:  # it has less than a block's height or width, as a rule or a dot
        return ""
    if max(levels.max() - 255, -levels.min()) > MOST_BEYOND:
        return "some of it is whiter or blacker than can be"
    return "the paper changes in the middle of a row" if _changes_amid_row(levels) else ""


def _levels(packed: bytes) -> Levels:
    """The brightness of each block, or of all that are packed together where colours have fewer. Raises
    ValueError for an image in four inks, else what Pillow does.

    The image is unpacked at an eighth of its size, a dot a block, as if it had been divided by half of what
    it was: what is beyond black or white would be cut off else.
    """
    image = JpegImageFile(io.BytesIO(packed))
    if image.layers not in (1, 3):
        raise ValueError("in four inks")
    _, across, down, table = image.layer[0] if image.layers > 1 else (0, 1, 1, image.layer[0][3])
    by = image.quantization[table][0]
    halved = JpegImageFile(io.BytesIO(_halved(packed)))
    halved.draft("L", (1, 1))
    dots = (np.asarray(halved, np.float32) - 128) * (by / _half(by)) + 128
    high, wide = dots.shape[0] // down, dots.shape[1] // across
    together = dots[: high * down, : wide * across].reshape(high, down, wide, across)
    levels: Levels = together.mean(axis=(1, 3))
    return levels


def _halved(packed: bytes) -> bytes:
    """The JPEG with the numbers halved by which its brightness was divided."""
    halved = bytearray(packed)
    for segment in _segments(packed):
        if segment.marker == QUANTIZATION:
            for table in range(segment.begin, segment.end, TABLE):
                halved[table + 1] = _half(halved[table + 1])
    return bytes(halved)


def _segments(packed: bytes) -> Iterator[Segment]:
    """The segments of a JPEG up to the one with which begins what is packed."""
    at, marker = 2, 0
    while marker != SCAN and at + 4 <= len(packed):
        if packed[at + 1 : at + 2] == FILLING:
            at += 1
            continue
        marker, begin = packed[at + 1], at + 4
        at += 2 + int.from_bytes(packed[at + 2 : begin])
        yield Segment(marker, begin, at)


def _half(number: int) -> int:
    return max(1, number // 2)


def _changes_amid_row(levels: Levels) -> bool:
    """Whether the paper changes in the right margin of a row and, by as much, in the left one of the next,
    while it stays as it is in the rows around."""
    wide = levels.shape[1]
    if wide < NARROWEST:
        return False
    outer, inner = round(OUTER * wide), round(INNER * wide)
    left = np.diff(np.median(levels[:, outer:inner], axis=1))
    right = np.diff(np.median(levels[:, wide - inner : wide - outer], axis=1))
    step = right[1:-2]
    near = np.maximum(2, abs(step) / 8)
    quiet = np.max(np.abs([right[:-3], right[2:-1], left[1:-2], left[3:]]), axis=0) <= near
    return bool(np.any(quiet & (abs(step) >= LEAST_STEP) & (abs(left[2:-1] - step) <= near)))
