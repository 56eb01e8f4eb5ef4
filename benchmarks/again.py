"""How long a run takes that finds nothing to do, over a made inbox of small text filings.

    python -m benchmarks.again [FILINGS]

Cleans them once, then runs `clean-filings run` again in a fresh process: with the index, with the index lost
(every record is read), with all files touched (every source is hashed), and with one filing changed. It is
held against nothing but a bound: 10,000 filings in 10 seconds.
"""

import os
import subprocess
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory

from flows.ledger import INDEX

FILING = "1 The motion of party {0} to compel the pro-\n2 duction of exhibit {0} is denied.\n"


def made(inbox: Path, filings: int) -> None:
    """Write the inbox: a hundred filings a folder."""
    for number in range(filings):
        path = inbox / f"case-{number // 100:04}" / f"{number:06}.txt"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(FILING.format(number))


def seconds(inbox: Path, outbox: Path) -> float:
    """The wall time of a run, in a process of its own."""
    began = time.perf_counter()
    subprocess.run(
        [Path(sys.executable).with_name("clean-filings"), "run", inbox, "--out", outbox],
        check=True,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env={key: value for key, value in os.environ.items() if not key.startswith("PREFECT_")},
    )
    return time.perf_counter() - began


def main(filings: int) -> None:
    """Print the seconds of each run."""
    with TemporaryDirectory(prefix="clean-filings-") as place:
        inbox, outbox = Path(place, "inbox"), Path(place, "outbox")
        made(inbox, filings)
        print(f"{filings} filings\nfirst run           {seconds(inbox, outbox):8.1f} s", flush=True)
        seconds(inbox, outbox)  # files that were written just before they were cleaned are hashed once more
        print(f"again               {seconds(inbox, outbox):8.1f} s", flush=True)
        (outbox / INDEX).unlink()
        print(f"index lost          {seconds(inbox, outbox):8.1f} s", flush=True)
        for path in inbox.rglob("*.txt"):
            path.touch()
        print(f"all files touched   {seconds(inbox, outbox):8.1f} s", flush=True)
        path.write_text(FILING.format("that is another"))
        print(f"one filing changed  {seconds(inbox, outbox):8.1f} s", flush=True)


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 10_000)
