"""A disk that is full, at each of many sizes, and an outbox that may not be written."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from benchmarks.faults.runs import COMMAND, Result, compared, copied, environment, halves, outputs, run

FILINGS = ("memorandum.pdf", "numbered.txt", "one-line.txt")

SIZES = (0, 1, 2, 4, 6, 8, 12, 16, 24, 32, 48, 64, 96, 128, 200)
"""Kilobytes that a file may have: enough for none of the outputs, for some, and for all."""


def full_disk(folder: Path, sizes: tuple[int, ...] = SIZES) -> Iterator[Result]:
    """Runs in which no file may grow beyond a size: each filing is whole or refused, nothing is half, and a
    run with room afterwards makes good what is missing."""
    inbox, wanted = copied(FILINGS, folder / "inbox"), folder / "wanted" / "outbox"
    run(inbox, wanted)
    for size in sizes:
        outbox = folder / f"{size} kB" / "outbox"
        ended = subprocess.run(
            ["prlimit", f"--fsize={size * 1024}", "--", *COMMAND, str(inbox), "--out", str(outbox)],
            env=environment(), capture_output=True, text=True, timeout=600, check=False,
        )  # fmt: skip
        yield from _afterwards(f"room for {size} kB", ended, inbox, outbox, outputs(wanted))
    with _small_disk(folder / "tiny") as mounted:
        for size in sizes if mounted else ():
            yield from _on_small_disk(folder / "tiny", size, inbox, outputs(wanted))


def _afterwards(
    what: str,
    ended: subprocess.CompletedProcess[str],
    inbox: Path,
    outbox: Path,
    wanted: dict[str, bytes],
) -> Iterator[Result]:
    if ended.returncode not in (0, 1) or "Traceback" in ended.stderr:
        yield Result(what, "crash", ended.stderr[-500:])
    elif bad := halves(outbox):
        yield Result(what, "wrong", f"half written: {bad}")
    else:
        yield Result(what, "refused" if ended.returncode else "whole")
    run(inbox, outbox)
    yield compared(f"{what}, and a run afterwards", wanted, outputs(outbox))


@contextmanager
def _small_disk(place: Path) -> Iterator[bool]:
    """A disk of 2 MB at a place; False if it cannot be had, which takes root."""
    place.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=2M", "tmpfs", str(place)]
    mounted = os.geteuid() == 0 and subprocess.run(mount, capture_output=True, check=False).returncode == 0
    try:
        yield mounted
    finally:
        if mounted:
            subprocess.run(["umount", "--lazy", str(place)], check=True)


def _on_small_disk(disk: Path, free: int, inbox: Path, wanted: dict[str, bytes]) -> Iterator[Result]:
    outbox, ballast = disk / "outbox", disk / "ballast"
    shutil.rmtree(outbox, ignore_errors=True)
    ballast.write_bytes(bytes(max(0, shutil.disk_usage(disk).free - free * 1024)))
    ended = run(inbox, outbox)
    bad = halves(outbox) if outbox.exists() else []
    ballast.unlink()
    if bad:
        yield Result(f"a disk with {free} kB free", "wrong", f"half written: {bad}")
    yield from _afterwards(f"a disk with {free} kB free", ended, inbox, outbox, wanted)


def shut_outbox(folder: Path) -> Iterator[Result]:
    """An outbox that is a file, and one on a disk that may only be read: the run says so and ends."""
    inbox = copied(FILINGS, folder / "inbox")
    (folder / "file").write_text("in the way")
    yield _shut(inbox, folder / "file")
    with _small_disk(folder / "readonly") as mounted:
        if mounted:
            subprocess.run(["mount", "-o", "remount,ro", str(folder / "readonly")], check=True)
            yield _shut(inbox, folder / "readonly" / "outbox")


def _shut(inbox: Path, outbox: Path) -> Result:
    ended = run(inbox, outbox)
    sound = ended.returncode in (1, 2) and "Traceback" not in ended.stderr
    return Result(f"an outbox at {outbox.name}", "refused" if sound else "crash", ended.stderr[-300:])
