"""Programs that crash, hang, are missing or talk nonsense, put before the real ones on the PATH."""

from __future__ import annotations

import os
import shutil
import time
from collections import Counter
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple

import psutil

from benchmarks.faults.runs import FILINGS, Result, copied, judged, run

HANGING = f"{31_536_000 + os.getpid()}"
"""Seconds that a program which hangs sleeps: what it is known by, and no other campaign's beside it."""

WAYS = {
    "crashes": "kill -SEGV $$",
    "is killed for memory": "kill -KILL $$",
    "hangs": f"exec sleep {HANGING}",
    "hangs and will not end": f"trap '' TERM; sleep {HANGING}; sleep {HANGING}",
    "says nothing": "exit 0",
    "says nonsense": "head -c 100000 /dev/urandom; exit 0",
    "fails": "echo 'out of cheese' >&2; exit 3",
    "is missing": "",
}


class Need(NamedTuple):
    """A program, and a filing that needs it."""

    program: str
    filing: str


NEEDS = (
    Need("pdftotext", "memorandum.pdf"),
    Need("pdftoppm", "cipher.pdf"),
    # Where the engine runs within the process, no program can break it.
    *([] if find_spec("tesserocr") else [Need("tesseract", "certificate.jpg")]),
)


def broken_programs(
    folder: Path, ways: tuple[str, ...] = tuple(WAYS), needs: tuple[Need, ...] = NEEDS, seconds: float = 10
) -> Iterator[Result]:
    """What becomes of a filing that needs a program which is broken in each of the ways, and of one that
    needs none; and whether anything is left running."""
    gold = Counter((FILINGS.parent / "clean" / "numbered.txt.txt").read_text("utf-8").split())
    for need in needs:
        inbox = copied((need.filing, "numbered.txt"), folder / need.program / "inbox")
        for number, way in enumerate(ways):
            outbox = folder / need.program / str(number)
            path = _path_with(need.program, WAYS[way], folder / need.program / f"bin{number}")
            ended = run(inbox, outbox, PATH=path, CLEAN_FILINGS_PAGE_SECONDS=str(seconds))
            what = f"{need.program} {way}"
            result = judged(need.filing, outbox, Counter())
            if ended.returncode != 1 or "Traceback" in ended.stderr:
                yield Result(what, "crash", ended.stderr[-300:])
            else:
                yield result._replace(what=what, fate="refused" if result.fate == "refused" else "wrong")
            yield judged("numbered.txt", outbox, gold)
            yield Result(f"{what}: left running", "crash") if left_running() else Result(what, "whole")


def _path_with(program: str, script: str, folder: Path) -> str:
    """A PATH on which the program is a script, or is missing while all others are there."""
    folder.mkdir(parents=True)
    if script:
        broken = folder / program
        broken.write_text(f"#!/bin/sh\n{script}\n")
        broken.chmod(0o755)
        return f"{folder}:{os.environ['PATH']}"
    for other in ("tesseract", "pdftotext", "pdftoppm", "pdfinfo"):
        if other != program and (real := shutil.which(other)):
            (folder / other).symlink_to(real)
    return str(folder)


def left_running(within: float = 60) -> bool:
    """Whether a hanging program outlives its run."""
    ends = time.monotonic() + within
    while any(HANGING in (process.info["cmdline"] or ()) for process in psutil.process_iter(["cmdline"])):
        if time.monotonic() > ends:
            return True
        time.sleep(0.05)
    return False
