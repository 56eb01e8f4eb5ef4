"""What Prefect costs: the same inboxes cleaned by turns without it and as a flow on a server of its own.

    python -m benchmarks.prefect_cost --text 1 100 2000 --scans 1 20

Prints the share of the wall time that the flow adds beyond what a flow costs that finds all done.
"""

import argparse
import os
import shutil
import statistics
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from flows.batch import clean_batch
from flows.inbox import jobs_in
from flows.local_server import LIVELY, LocalServer

FIXTURES = Path(__file__).resolve().parents[1] / "fixtures" / "filings"


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--text", type=int, nargs="*", default=[1, 100, 2000], help="text filings an inbox")
    parser.add_argument("--scans", type=int, nargs="*", default=[1, 20], help="scanned filings an inbox")
    parser.add_argument("--rounds", type=int, default=3, help="of which the median counts")
    parser.add_argument("--port", type=int, default=4290)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        os.environ |= {"PREFECT_HOME": str(place / "prefect"), "PREFECT_LOGGING_LEVEL": "ERROR", **LIVELY}
        server = LocalServer(given.port, place / "server.log")
        server.start(waiting=lambda: True)
        os.environ["PREFECT_API_URL"] = server.api
        try:
            compare(place, "text", 2, 1, show=False)  # loads what is to be loaded
            print(f"{'inbox':>16} {'plain':>9} {'flow':>9} {'start':>7}  Prefect's share beyond it")
            for kind, counts in (("text", given.text), ("scans", given.scans)):
                for count in counts:
                    compare(place, kind, count, given.rounds)
        finally:
            server.stop()


def compare(place: Path, kind: str, count: int, rounds: int, *, show: bool = True) -> None:
    """Clean an inbox by turns in both ways, and print what the flow adds."""
    inbox = place / f"{kind}-{count}"
    fill(inbox, kind, count)
    plain, flow, start = [], [], []
    for _ in range(rounds):
        outbox = place / "outbox"
        plain.append(seconds(run_plain, inbox, outbox))
        shutil.rmtree(outbox)
        flow.append(seconds(run_flow, inbox, outbox))
        start.append(seconds(run_flow, inbox, outbox))
        shutil.rmtree(outbox)
    one, other, fixed = map(statistics.median, (plain, flow, start))
    share = (other - fixed - one) / one
    if show:
        print(f"{count:>10} {kind:>5} {one:8.1f}s {other:8.1f}s {fixed:6.1f}s {share:+7.1%}", flush=True)


def fill(inbox: Path, kind: str, count: int) -> None:
    """So many filings, no two of them alike."""
    inbox.mkdir()
    for number in range(count):
        if kind == "text":
            text = (FIXTURES / "numbered.txt").read_text("utf-8")
            (inbox / f"{number}.txt").write_text(f"{text}\nNo. {number} is so ordered.\n", "utf-8")
        else:
            # What stands behind the end of a PDF is not read, and makes its bytes its own.
            scan = (FIXTURES / "motion-scan.pdf").read_bytes()
            (inbox / f"{number}.pdf").write_bytes(scan + b"%% %d\n" % number)


def run_plain(inbox: Path, outbox: Path) -> None:
    """Without Prefect."""
    clean_batch(jobs_in([inbox], outbox), outbox)


def run_flow(inbox: Path, outbox: Path) -> None:
    """As a flow; its process has loaded Prefect before."""
    from flows.flows import clean_inbox  # noqa: PLC0415 - Prefect reads the environment now

    clean_inbox([inbox], outbox, settle=0)


def seconds(run: Callable[[Path, Path], None], inbox: Path, outbox: Path) -> float:
    """Wall time."""
    began = time.monotonic()
    run(inbox, outbox)
    return time.monotonic() - began


if __name__ == "__main__":
    main()
