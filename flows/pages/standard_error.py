"""What libraries beneath Pillow and OpenCV (libtiff, libjpeg) find wrong with an image: they say it on
standard error, and hand over what there is."""

import os
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager

WARNING = "Warning, "
"""How libtiff begins what is a matter of form (a tag that it does not know)."""


@contextmanager
def told_on_standard_error() -> Iterator[list[str]]:
    """What a library finds wrong with what is unpacked in the ``with`` block: the list is filled at its end.
    Standard error is the whole process's: only where no other thread writes to it."""
    told: list[str] = []
    sys.stderr.flush()
    with tempfile.TemporaryFile() as said:
        before = os.dup(2)
        os.dup2(said.fileno(), 2)
        try:
            yield told
        finally:
            os.dup2(before, 2)
            os.close(before)
            said.seek(0)
            lines = said.read().decode(errors="replace").splitlines()
            told += [line.rpartition(": ")[2].rstrip(".") for line in lines if WARNING not in line]
