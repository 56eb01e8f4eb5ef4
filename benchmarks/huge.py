"""Whether the pages of one huge filing fill the processors of its machine.

    python -m benchmarks.huge --pages 2000
    python -m benchmarks.huge --pages 200 --scan

Its pages are read side by side, then one process puts it together and cleans it. What of the processors' time
is idle while the pages are read is the most that another way to hand them out (Dask, say) could save on this
machine. To be run with nothing else to do there, which would fill what is idle.
"""

import argparse
import tempfile
import time
from pathlib import Path

import pikepdf
import psutil

from flows.batch import clean_batch
from flows.boxes.inbox import jobs_in
from flows.outcome import Outcome

FIXTURES = Path(__file__).resolve().parents[1] / "fixtures" / "filings"


class Watch:
    """Seconds from its making until the last page was read, and until the filing was through; with each the
    seconds of these in which a processor was idle, on average."""

    def __init__(self) -> None:
        self._began, self._idle = time.monotonic(), psutil.cpu_times().idle
        self.read = self.through = (0.0, 0.0)

    def page(self, _name: str, _done: int, _total: int) -> None:
        self.read = self._now()

    def filing(self, _outcome: Outcome) -> None:
        self.through = self._now()

    def _now(self) -> tuple[float, float]:
        idle = (psutil.cpu_times().idle - self._idle) / (psutil.cpu_count() or 1)
        return time.monotonic() - self._began, idle


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--pages", type=int, default=2000)
    parser.add_argument("--scan", action="store_true", help="of a scan; else of a PDF with its text")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        filing = made(place / "huge.pdf", given.pages, "motion-scan.pdf" if given.scan else "memorandum.pdf")
        watch = Watch()
        (outcome,) = clean_batch(jobs_in([filing], place / "out"), place / "out", watch)
    (read, idle), (through, _) = watch.read, watch.through
    print(
        f"{outcome.pages} pages ({outcome.read}): read in {read:.1f} s, of which the processors were idle for"
        f" {idle / read:.1%}; put together and cleaned in {through - read:.1f} s more, by one of them"
    )


def made(path: Path, pages: int, source: str) -> Path:
    """A filing of so many pages: those of a fixture, over and over."""
    with pikepdf.open(FIXTURES / source) as pdf:
        there = list(pdf.pages)
        pdf.pages.extend(there[number % len(there)] for number in range(pages - len(there)))
        pdf.save(path)
    return path


if __name__ == "__main__":
    main()
