"""The campaign: python -m benchmarks.faults [--quick]."""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

from benchmarks.faults.disks import full_disk, shut_outbox
from benchmarks.faults.files import BORN_DIGITAL, SCANS, damaged_files, hostile_files
from benchmarks.faults.inboxes import odd_inbox
from benchmarks.faults.kills import killed_runs, two_at_once
from benchmarks.faults.leaks import leaking_files
from benchmarks.faults.programs import broken_programs
from benchmarks.faults.runs import Result
from benchmarks.faults.servers import server_gone
from fixtures.forge.hostile.images import IMAGES
from fixtures.forge.hostile.pdfs import PDFS
from fixtures.forge.hostile.texts import TEXTS
from fixtures.forge.hostile.wordless import WORDLESS

COLUMNS = ("whole", "refused", "told", "lost", "wrong", "crash")


def campaign(seed: int, folder: Path) -> Iterator[tuple[str, Iterable[Result]]]:
    """The parts of the campaign."""
    limits = {"CLEAN_FILINGS_PAGE_SECONDS": "30"}
    yield "hostile files", hostile_files([*PDFS, *IMAGES, *TEXTS], folder / "hostile", **limits)
    yield "pages without words", hostile_files(WORDLESS, folder / "wordless")
    yield "words that nobody sees", leaking_files(folder / "leaks")
    yield "damaged PDFs", damaged_files(1000, seed, folder / "damaged", BORN_DIGITAL)
    yield "damaged scans", damaged_files(100, seed, folder / "damaged scans", SCANS)
    yield "broken programs", broken_programs(folder / "programs")
    yield "full disks", full_disk(folder / "disks")
    yield "shut outboxes", shut_outbox(folder / "shut")
    yield "odd inboxes", odd_inbox(folder / "odd")
    yield "servers gone", server_gone(folder / "server")
    yield "two runs at once", two_at_once(3, folder / "two")
    yield "100 kills", killed_runs(100, seed, folder / "kills")


def main() -> None:
    """Run it all and print the figures; the exit code is 1 if anything did not hold."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only", default="", help="the parts whose name holds this")
    asked = parser.parse_args()
    total: Counter[str] = Counter()
    print(f"{'':24}" + "".join(f"{column:>9}" for column in ("tried", *COLUMNS, "seconds")))
    with tempfile.TemporaryDirectory(prefix="faults-") as folder:
        for name, results in campaign(asked.seed, Path(folder)):
            if asked.only not in name:
                continue
            began, fates = time.monotonic(), Counter[str]()
            for result in results:
                fates[result.fate] += 1
                if not result.sound:
                    print(f"    {result.fate}: {result.what}: {result.note}", file=sys.stderr, flush=True)
            total += fates
            _print(name, fates, time.monotonic() - began)
    _print("all", total)
    unsound = total["lost"] + total["wrong"] + total["crash"]
    print(
        f"inputs tried {total.total()}, refused clearly {total['refused']}, crashes {total['crash']},"
        f" words lost in silence {total['lost']}"
    )
    sys.exit(1 if unsound else 0)


def _print(name: str, fates: Counter[str], seconds: float | None = None) -> None:
    row = f"{name:24}{fates.total():>9}" + "".join(f"{fates[column]:>9}" for column in COLUMNS)
    print(row + (f"{seconds:>9.0f}" if seconds is not None else ""), flush=True)


if __name__ == "__main__":
    main()
