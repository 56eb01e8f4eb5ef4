"""What is broken in a page packed as a fax (ITU-T T.6, "Group 4"), as most courts' scans are.

A decoder that meets what cannot be goes on with the next line, or takes it for the end and leaves the rest of
the page white. libtiff tells of the one; the other shows in the length: packed anew, such a page is shorter
than it was. Sound ones come out within 3 % of their length, whichever encoder made them (seven scans of six
courts; T.6 leaves an encoder little choice).
"""

import io

from PIL import Image
from PIL.TiffImagePlugin import (
    COMPRESSION,
    IMAGELENGTH,
    IMAGEWIDTH,
    PHOTOMETRIC_INTERPRETATION,
    ROWSPERSTRIP,
    STRIPBYTECOUNTS,
    STRIPOFFSETS,
    ImageFileDirectory_v2,
    TiffImageFile,
)

from flows.pages.standard_error import told_on_standard_error

GROUP_4, BLACK_IS_ZERO = 4, 1

FEWEST, LARGEST = 12, 0.06
"""Bytes, and the share of its length, that a sound strip may lose when it is packed anew."""


def fax_damage(packed: bytes, width: int, height: int) -> str:
    """What is wrong with a fax of ``width`` x ``height`` dots; empty if nothing is found."""
    made = io.BytesIO()
    directory = ImageFileDirectory_v2()
    for tag, value in {
        IMAGEWIDTH: width,
        IMAGELENGTH: height,
        COMPRESSION: GROUP_4,
        PHOTOMETRIC_INTERPRETATION: BLACK_IS_ZERO,
        STRIPOFFSETS: 0,  # from the directory's end
        ROWSPERSTRIP: height,
        STRIPBYTECOUNTS: len(packed),
    }.items():
        directory[tag] = value
    directory.save(made)
    made.write(packed)
    made.seek(0)
    try:
        with Image.open(made, formats=["TIFF"]) as image:
            return tiff_damage(image)
    except Image.DecompressionBombError:
        return ""  # how large an image may be is not decided here
    except (OSError, SyntaxError, ValueError) as error:
        return str(error)


def tiff_damage(image: Image.Image) -> str:
    """What is wrong with the page of a TIFF that was sought out; it is unpacked for it. Raises what Pillow
    does."""
    with told_on_standard_error() as told:
        image.load()
    if told or not isinstance(image, TiffImageFile) or image.tag_v2.get(COMPRESSION) != GROUP_4:
        return told[0] if told else ""
    strips = zip(image.tag_v2[STRIPBYTECOUNTS], _packed_anew(image), strict=True)
    short = any(given - anew > max(FEWEST, LARGEST * given) for given, anew in strips)
    return "it ends before what is packed does" if short else ""


def _packed_anew(image: TiffImageFile) -> tuple[int, ...]:
    """The lengths of an image's strips when it is packed as it was."""
    made = io.BytesIO()
    same = {ROWSPERSTRIP: image.tag_v2.get(ROWSPERSTRIP, image.height)}
    meaning = image.tag_v2[PHOTOMETRIC_INTERPRETATION]
    image.save(made, "TIFF", compression="group4", tiffinfo={**same, PHOTOMETRIC_INTERPRETATION: meaning})
    made.seek(0)
    with TiffImageFile(made) as again:
        return tuple(again.tag_v2[STRIPBYTECOUNTS])
