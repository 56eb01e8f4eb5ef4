"""Programs side by side, run in turn, round after round: what else the machine does meets all alike."""

import os
import platform
import subprocess
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from statistics import median
from time import perf_counter

import click

RESULTS = Path(__file__).with_name("RESULTS.md")
"""The last table of each race, with its date and machine."""


@dataclass(frozen=True)
class Run:
    """What one run took: seconds of wall time, of CPU with all that it started, and the most memory that one
    of its processes had, in MiB."""

    wall: float
    cpu: float
    peak: float


def run(command: Sequence[str]) -> Run:
    """Run a program to its end. Raises RuntimeError if it fails."""
    began = perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    said = process.stderr.read() if process.stderr else b""
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise RuntimeError(f"{' '.join(command)[:200]}: {said.decode(errors='replace')[-500:]}")
    return Run(perf_counter() - began, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024)


def race(entrants: Mapping[str, Sequence[str]], rounds: int) -> dict[str, list[Run]]:
    """The runs of each entrant, a command by its name, in as many rounds."""
    runs: dict[str, list[Run]] = {name: [] for name in entrants}
    for number in range(rounds):
        for name, command in entrants.items():
            runs[name].append(run(command))
            click.echo(f"round {number + 1}: {name}: {runs[name][-1].wall:.2f} s", err=True)
    return runs


def ratios(runs: Mapping[str, list[Run]], units: int) -> list[list[str]]:
    """A row an entrant: its wall time and CPU as shares of the first one's, round by round, in the middle and
    from the least to the most; CPU milliseconds for each of so many ``units``, and the peak of memory."""
    first = next(iter(runs.values()))
    rows = [["", "wall, first = 1", "CPU, first = 1", "CPU ms each", "peak MiB"]]
    for name, own in runs.items():
        shares = [
            [getattr(run, what) / getattr(base, what) for run, base in zip(own, first, strict=True)]
            for what in ("wall", "cpu")
        ]
        each = median(run.cpu for run in own) / units * 1000
        peak = max(run.peak for run in own)
        rows.append([name, *map(spread, shares), f"{each:.1f}", f"{peak:.0f}"])
    return rows


def publish(title: str, rows: Sequence[Sequence[str]], note: str = "") -> None:
    """Print a table, and put it in the place of the last of its title in RESULTS.md."""
    head, *body = ["| " + " | ".join(row) + " |" for row in rows]
    table = "\n".join([head, "|" + "---|" * len(rows[0]), *body])
    when = f"{datetime.now(UTC):%Y-%m-%d}, {_machine()}"
    section = f"## {title}\n\n{when}.{f' {note}' if note else ''}\n\n{table}\n"
    click.echo(section)
    kept = RESULTS.read_text("utf-8") if RESULTS.exists() else "# Speed and memory\n"
    intro, *sections = kept.split("\n## ")
    others = [f"## {s.rstrip()}\n" for s in sections if not s.startswith(f"{title}\n")]
    RESULTS.write_text("\n".join([intro.rstrip() + "\n", *sorted([*others, section])]), "utf-8")


def spread(shares: Sequence[float]) -> str:
    """The middle of some ratios, the least and the greatest."""
    return f"{median(shares):.2f} ({min(shares):.2f} to {max(shares):.2f})"


def _machine() -> str:
    names = [line for line in Path("/proc/cpuinfo").read_text().splitlines() if line.startswith("model name")]
    model = names[0].partition(":")[2].strip() if names else platform.machine()
    return f"{os.cpu_count()} cores of {model}, Python {platform.python_version()}"
