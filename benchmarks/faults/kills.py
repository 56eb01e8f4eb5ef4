"""Runs that are killed at random moments, and two runs over one inbox at once."""

from __future__ import annotations

import random
import shutil
import time
from collections.abc import Iterator
from pathlib import Path

import psutil

from benchmarks.faults.runs import Result, begun, compared, copied, halves, outputs, run

FILINGS = (
    "certificate.jpg", "garbled.txt", "hearing.pdf", "memorandum.pdf", "numbered.txt", "one-line.txt",
)  # fmt: skip

LIVES = 5
"""Kills that an outbox goes through before a run is left to end."""


def killed_runs(kills: int, seed: int, folder: Path, filings: tuple[str, ...] = FILINGS) -> Iterator[Result]:
    """Runs that get SIGKILL at seeded random moments; every few, one that is left to end, whose outbox must
    be equal to an undisturbed one, byte for byte."""
    draw = random.Random(seed)  # noqa: S311 - to be repeated, not to be secret
    inbox, outbox = copied(filings, folder / "inbox"), folder / "outbox"
    began = time.monotonic()
    run(inbox, outbox)
    takes, wanted = time.monotonic() - began, outputs(outbox)
    for kill in range(kills):
        if kill % LIVES == 0:
            shutil.rmtree(outbox)
        killed = begun(inbox, outbox)
        with killed:
            time.sleep(draw.uniform(0.02, 1.05) * takes)
            children = _children(killed.pid)
            killed.kill()
        yield _after_kill(f"kill {kill + 1}", outbox, children)
        if kill % LIVES == LIVES - 1 or kill == kills - 1:
            ended = run(inbox, outbox)
            if ended.returncode:
                yield Result(f"the run after kill {kill + 1}", "crash", ended.stderr[-300:])
            yield compared(f"the run after kill {kill + 1}", wanted, outputs(outbox))


def _children(pid: int) -> list[psutil.Process]:
    try:
        return psutil.Process(pid).children(recursive=True)
    except psutil.NoSuchProcess:
        return []


def _after_kill(what: str, outbox: Path, children: list[psutil.Process]) -> Result:
    left = psutil.wait_procs(children, timeout=60)[1]
    left = [p for p in left if p.is_running() and p.status() != psutil.STATUS_ZOMBIE]
    if left:
        return Result(what, "wrong", f"left running: {left}")
    bad = halves(outbox) if outbox.exists() else []
    return Result(what, "wrong" if bad else "whole", " ".join(bad))


def two_at_once(times: int, folder: Path, filings: tuple[str, ...] = FILINGS) -> Iterator[Result]:
    """Two runs over one inbox into one outbox at the same time: as if it were one."""
    inbox = copied(filings, folder / "inbox")
    run(inbox, folder / "alone")
    wanted = outputs(folder / "alone")
    for number in range(times):
        outbox = folder / "both"
        shutil.rmtree(outbox, ignore_errors=True)
        pair = [begun(inbox, outbox), begun(inbox, outbox)]
        codes = [one.wait(3600) for one in pair]
        result = compared(f"two runs at once, {number + 1}", wanted, outputs(outbox))
        yield result if codes == [0, 0] else result._replace(fate="wrong", note=f"exit codes {codes}")
