"""How long a run takes that finds nothing to do, over a made inbox of small text filings.

    python -m benchmarks.again [FILINGS] [--flow]

Cleans them once, then runs `clean-filings run` again in a fresh process: with the index, with the index lost
(every record is read), with all files touched (every source is hashed), and with one filing changed. It is
held against nothing but a bound: 10,000 filings in 10 seconds; with ``--flow``, as a flow on Prefect's
embedded server, whose start is told apart, in 30.
"""

import argparse
import os
import subprocess
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory

from flows.boxes.ledger import INDEX

FILING = "1 The motion of party {0} to compel the pro-\n2 duction of exhibit {0} is denied.\n"


def made(inbox: Path, filings: int) -> None:
    """Write the inbox: a hundred filings a folder."""
    for number in range(filings):
        path = inbox / f"case-{number // 100:04}" / f"{number:06}.txt"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(FILING.format(number))


def seconds(inbox: Path, outbox: Path, home: Path, *options: str) -> float:
    """The wall time of a run, in a process of its own."""
    environment = {key: value for key, value in os.environ.items() if not key.startswith("PREFECT_")}
    began = time.perf_counter()
    subprocess.run(
        [Path(sys.executable).with_name("clean-filings"), "run", inbox, "--out", outbox, *options],
        check=True,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env={**environment, "PREFECT_HOME": str(home)},
    )
    return time.perf_counter() - began


def main() -> None:
    """Print the seconds of each run."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("filings", type=int, nargs="?", default=10_000)
    parser.add_argument("--flow", action="store_true", help="run as a flow on Prefect's embedded server")
    given = parser.parse_args()
    with TemporaryDirectory(prefix="clean-filings-") as place:
        inbox, outbox, home = (Path(place, name) for name in ("inbox", "outbox", "prefect"))
        options = ["--flow"] if given.flow else []
        if given.flow:
            made(Path(place, "one"), 1)
            for _ in range(2):  # the first start makes the server's database
                start = seconds(Path(place, "one"), Path(place, "one-out"), home, *options)
            print(f"one, with the start {start:8.1f} s", flush=True)
        made(inbox, given.filings)
        print(f"{given.filings} filings")
        print(f"first run           {seconds(inbox, outbox, home):8.1f} s", flush=True)
        seconds(inbox, outbox, home)  # files that were written just before they were cleaned are hashed again
        print(f"again               {seconds(inbox, outbox, home, *options):8.1f} s", flush=True)
        (outbox / INDEX).unlink()
        print(f"index lost          {seconds(inbox, outbox, home, *options):8.1f} s", flush=True)
        for path in inbox.rglob("*.txt"):
            path.touch()
        print(f"all files touched   {seconds(inbox, outbox, home, *options):8.1f} s", flush=True)
        path.write_text(FILING.format("that is another"))
        print(f"one filing changed  {seconds(inbox, outbox, home, *options):8.1f} s", flush=True)


if __name__ == "__main__":
    main()
