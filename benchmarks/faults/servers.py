"""A Prefect server that is gone in the middle of a run."""

from __future__ import annotations

import os
import socket
import time
from collections.abc import Iterator
from pathlib import Path

from benchmarks.faults.runs import Result, begun, compared, copied, outputs, run
from flows.serving.local_server import HOST, LocalServer

FILINGS = ("authorities-scan.tiff", "hearing.pdf", "memorandum.pdf", "motion-scan.pdf", "numbered.txt")

PATIENCE = 600
"""Seconds in which the run must have ended."""


def server_gone(folder: Path, filings: tuple[str, ...] = FILINGS) -> Iterator[Result]:
    """A run whose server is stopped once its first filing is done: it goes on, and its outbox is as if
    nothing had been; a run after it finds nothing to do."""
    inbox, wanted, outbox = copied(filings, folder / "inbox"), folder / "wanted", folder / "outbox"
    run(inbox, wanted)
    home = str(folder / "prefect")
    os.environ["PREFECT_HOME"] = home  # the server gets its environment from here
    server = LocalServer(_free_port(), folder / "server.log")
    server.start(waiting=lambda: True)
    try:
        with begun(inbox, outbox, PREFECT_API_URL=server.api, PREFECT_HOME=home) as going:
            while going.poll() is None and not list(outbox.glob("*.json")):
                time.sleep(0.05)
            server.stop()
            code = going.wait(PATIENCE)
    finally:
        server.stop()
    result = compared("the run whose server is gone", outputs(wanted), outputs(outbox))
    yield result if code == 0 else result._replace(fate="wrong", note=f"exit code {code}")
    again = run(inbox, outbox)
    known = f"{len(filings)} filings were done before" in again.stdout
    yield Result("the run after it", "whole" if known else "wrong", again.stdout[-300:])


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        return int(probe.getsockname()[1])
