"""What Prefect costs: the same inboxes cleaned by turns without it and as a flow on a server of its own.

    python -m benchmarks.prefect_cost --text 1 100 2000 --briefs 100 --scans 1 100 2000

A flow costs something to begin and to end, whatever it does: `start` is what it costs beyond the same run
without Prefect where all is done already. What it adds to that is printed as a share of the time without
Prefect: of the wall time, of the time of all processors, the server's included, and of that time again what
the run's own process and the server took more. The workers know nothing of Prefect: what they take more or
less is chance, and of filings of many pages more than Prefect takes.
"""

import argparse
import os
import resource
import shutil
import statistics
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import psutil
from PIL import Image, ImageDraw, ImageFont

from flows.batch import clean_batch
from flows.boxes.inbox import jobs_in
from flows.serving.local_server import LIVELY, LocalServer

FIXTURES = Path(__file__).resolve().parents[1] / "fixtures" / "filings"


class Cost(NamedTuple):
    """Seconds: of the clock, of all processors, and of these without the workers."""

    wall: float
    cpu: float
    beside: float

    def beyond(self, other: "Cost") -> "Cost":
        """What it has more than the other."""
        return Cost(*(mine - its for mine, its in zip(self, other, strict=True)))


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--text", type=int, nargs="*", default=[1, 100, 2000], help="texts of a page")
    parser.add_argument("--briefs", type=int, nargs="*", default=[100], help="texts of ten pages")
    parser.add_argument("--scans", type=int, nargs="*", default=[1, 100], help="slips of three lines")
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
            compare(filled(place, "text", 2), server, 1)  # loads what is to be loaded
            done = compare(filled(place, "text", 1), server, given.rounds, again=True)
            start = done[1].beyond(done[0])
            print(f"start: {start.wall:.2f} s, of processors {start.cpu:.2f} s\n")
            print(f"{'':>16} {'wall':^28} {'processors':^28} {'without workers':^28}")
            print(f"{'inbox':>16}" + f" {'plain':>9} {'flow':>9} {'adds':>8}" * 3)
            for kind, counts in (("text", given.text), ("briefs", given.briefs), ("scans", given.scans)):
                for count in counts:
                    both = compare(filled(place, kind, count), server, given.rounds)
                    show(f"{count:>9} {kind:>6}", *both, start)
        finally:
            server.stop()


def show(what: str, plain: Cost, flow: Cost, start: Cost) -> None:
    """Print a row."""
    adds = flow.beyond(plain).beyond(start)
    columns = zip(plain, flow, adds, (plain.wall, plain.cpu, plain.cpu), strict=True)
    row = (f" {one:8.1f}s {other:8.1f}s {more / whole:+8.1%}" for one, other, more, whole in columns)
    print(what + "".join(row), flush=True)


def compare(inbox: Path, server: LocalServer, rounds: int, *, again: bool = False) -> tuple[Cost, Cost]:
    """Clean an inbox by turns in both ways: what it costs without Prefect, and as a flow. ``again`` means the
    second run, which finds all done."""
    outbox = inbox.with_name("outbox")
    plain, flow = [], []
    for _ in range(rounds):
        for runs, run in ((plain, run_plain), (flow, run_flow)):
            if again:
                run(inbox, outbox)
            runs.append(cost(run, server, inbox, outbox))
            shutil.rmtree(outbox)
    one, other = (Cost(*map(statistics.median, zip(*runs, strict=True))) for runs in (plain, flow))
    return one, other


def filled(place: Path, kind: str, count: int) -> Path:
    """An inbox of so many filings, no two of them alike. A text is a page and a scan a slip of three lines:
    what is added to each filing shows the more. A brief has ten pages, as filings do."""
    inbox = place / f"{kind}-{count}"
    inbox.mkdir(exist_ok=True)
    text = (FIXTURES / "numbered.txt").read_text("utf-8")
    for number in range(count):
        if kind != "scans":
            pages = "\f".join([text] * (10 if kind == "briefs" else 1))
            (inbox / f"{number}.txt").write_text(f"{pages}\nNo. {number} is so ordered.\n", "utf-8")
        else:
            page = Image.new("L", (1200, 260), 255)
            words = f"The motion to compel is denied.\nIt is so ordered.\nNo. {number}"
            ImageDraw.Draw(page).text((60, 40), words, 0, ImageFont.load_default(32), spacing=24)
            page.save(inbox / f"{number}.png", dpi=(200, 200))
    return inbox


def run_plain(inbox: Path, outbox: Path) -> None:
    """Without Prefect."""
    clean_batch(jobs_in([inbox], outbox), outbox)


def run_flow(inbox: Path, outbox: Path) -> None:
    """As a flow; its process has loaded Prefect before."""
    from flows.flows import clean_inbox  # noqa: PLC0415 - Prefect reads the environment now

    clean_inbox([inbox], outbox, settle=0)


def cost(run: Callable[[Path, Path], None], server: LocalServer, inbox: Path, outbox: Path) -> Cost:
    """What a run costs, and the server meanwhile."""
    before = so_far(server)
    run(inbox, outbox)
    return so_far(server).beyond(before)


def so_far(server: LocalServer) -> Cost:
    """The clock, and the processor seconds of this process, its workers that have ended, and the server."""
    ours, workers = (
        usage.ru_utime + usage.ru_stime
        for usage in map(resource.getrusage, (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    )
    theirs = [p.cpu_times() for p in psutil.Process().children(recursive=True) if server.owns(p.pid)]
    beside = ours + sum(each.user + each.system for each in theirs)
    return Cost(time.monotonic(), beside + workers, beside)


if __name__ == "__main__":
    main()
