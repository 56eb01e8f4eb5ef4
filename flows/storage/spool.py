"""Temporary folders of runs. What a killed run leaves of its own goes with the next run on the machine.

A folder is its run's for as long as the run holds the lock on it, which the kernel gives up with the process,
however that ends.
"""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from shutil import rmtree
from tempfile import TemporaryDirectory, gettempdir
from time import time

PREFIX = "clean-filings.run-"

YOUNG = 60.0
"""Seconds in which a folder may have been made and not yet been locked."""


@contextmanager
def spool() -> Iterator[Path]:
    """A temporary folder for as long as the ``with`` block lasts."""
    _sweep()
    with TemporaryDirectory(prefix=PREFIX, ignore_cleanup_errors=True) as name:
        folder = Path(name)
        held = _locked(folder)
        try:
            yield folder
        finally:
            if held is not None:
                os.close(held)


def _sweep() -> None:
    """Remove the folders whose runs are dead."""
    for folder in Path(gettempdir()).glob(f"{PREFIX}*"):
        with suppress(OSError):  # another sweeps it too, or it is another user's
            seen = folder.lstat()
            if seen.st_uid != os.geteuid() or seen.st_mtime > time() - YOUNG:
                continue
            if (held := _locked(folder)) is not None:
                rmtree(folder, ignore_errors=True)
                os.close(held)


def _locked(folder: Path) -> int | None:
    """The lock on a folder; None if another holds it. Raises OSError for what is no folder."""
    held = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW)
    try:
        fcntl.flock(held, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:  # or the disk has no locks, and nothing on it is swept
        os.close(held)
        return None
    return held
