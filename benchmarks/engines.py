"""Whose the time is: Python's regular expressions, PDFium, poppler, ftfy, or the rules' own.

    python -m benchmarks.engines [CORPUS] [--plot FILE]     (pip install py-spy; it must be allowed to ptrace)

py-spy takes samples of a process that reads and cleans born-digital pages, and of one for each kind of bare
text of ``benchmarks.cleaning``, down to the C functions. A sample is charged to the engine that its innermost
calls name; what is left is Python's own: the rules, and the lists and strings that they ask for. The table
goes to benchmarks/RESULTS.md.
"""

import os
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import click

from benchmarks.cleaning import KINDS, MB, lengthened, prose
from benchmarks.corpus import DEFAULT
from benchmarks.race import publish
from benchmarks.speed import chosen
from benchmarks.stages import Watch
from benchmarks.stages import clean as clean_filing
from cleaners import clean
from flows.collecting import collect_seldom

RATE = 100
"""Samples a second."""

TEXT_LAYERS = "born-digital pages"
POPPLER, TOOK = "poppler", "seconds:"
RULES, OBJECTS = "the rules' Python", "Python's strings, lists, tuples"
ENGINES = {
    "ftfy": ("ftfy/",),
    "PDFium": ("pdfium",),
    "OpenCV, numpy": ("cv2", "numpy", "_multiarray"),
    "regular expressions": ("sre_", "_sre"),
    "looking for dead objects": ("gc_collect",),
}
"""The engines, and what names of their functions and libraries have in them."""


@click.command(help=__doc__)
@click.argument("folder", type=click.Path(path_type=Path), default=DEFAULT)
@click.option("--plot", type=click.Path(path_type=Path), help="Draw the shares (PNG or SVG).")
@click.option("--only", hidden=True, help="Do the work of one row, for py-spy to look at.")
@click.option("--filing", "filings", multiple=True, type=click.Path(path_type=Path), hidden=True)
def main(folder: Path, *, plot: Path | None, only: str | None, filings: tuple[Path, ...]) -> None:
    """Measure."""
    if only:
        click.echo(f"{TOOK} {_read(filings) if filings else _clean(folder, only)}")
        return
    pages = [f"--filing={path}" for path in chosen(folder, scanned=False, most=400)]
    shares = {kind: _shares(folder, kind) for kind in KINDS}
    shares[TEXT_LAYERS] = _shares(folder, TEXT_LAYERS, *pages)
    names = [RULES, OBJECTS, *ENGINES, POPPLER]
    rows = [["", *names]]
    rows += [[kind, *(f"{own.get(name, 0.0):.0%}" for name in names)] for kind, own in shares.items()]
    publish("Whose the time is", rows)
    if plot:
        draw(shares, plot)


def watched(work: Sequence[Path] | str) -> str:
    """The work whose samples count: py-spy knows it by its name. Tells the processor's seconds that this
    process took for it, and poppler."""
    before = os.times()
    if isinstance(work, str):
        clean(work)
    else:
        for path in work:
            clean_filing(path, Watch())
    user, system, *children = (after - at for after, at in zip(os.times()[:4], before[:4], strict=True))
    return f"{user + system} {sum(children)}"


def _read(filings: Sequence[Path]) -> str:
    """Read and clean born-digital pages."""
    clean_filing(filings[0], Watch())  # models and word lists are loaded
    collect_seldom()
    return watched(filings)


def _clean(folder: Path, kind: str) -> str:
    text = lengthened(KINDS[kind](prose(folder)), 4 * MB)
    clean(text[: MB // 10])
    collect_seldom()
    return watched(text)


def _shares(folder: Path, kind: str, *given: str) -> dict[str, float]:
    """The share of each engine in the processor's time."""
    with tempfile.TemporaryDirectory() as here:
        out = Path(here) / "samples"
        spy = ["py-spy", "record", "--native", "--format", "raw", "--rate", str(RATE), "--output", str(out)]
        work = [sys.executable, "-m", "benchmarks.engines", str(folder), "--only", kind, *given]
        told = subprocess.run([*spy, "--", *work], check=True, capture_output=True, text=True).stdout
        took = next(line for line in told.splitlines() if line.startswith(TOOK)).split()
        own, poppler = float(took[1]), float(took[2])
        seen = Counter[str]()
        for line in out.read_text().splitlines():
            stack, count = line.rsplit(" ", 1)
            if "watched (" in stack:
                seen[_engine(stack.split(";"))] += int(count)
        shares = {engine: own * count / seen.total() for engine, count in seen.items()} | {POPPLER: poppler}
        return {engine: share / (own + poppler) for engine, share in shares.items()}


def _engine(stack: list[str]) -> str:
    """The engine that a sample is charged to: ftfy for all that it calls, else by the functions below the
    last of Python's, and its file."""
    native = []
    for frame in reversed(stack):
        native.append(frame)
        if ".py:" in frame or "<" in frame:
            break
    told = " ".join(stack if any("ftfy/" in frame for frame in stack) else native)
    found = next((name for name, signs in ENGINES.items() if any(sign in told for sign in signs)), None)
    return found or (OBJECTS if len(native) > 1 else RULES)


def draw(shares: dict[str, dict[str, float]], path: Path) -> None:
    """A bar a kind of work, parted among the engines."""
    import matplotlib as mpl  # noqa: PLC0415 - only who draws needs it

    mpl.use("Agg")
    from matplotlib import colormaps  # noqa: PLC0415
    from matplotlib import pyplot as plt  # noqa: PLC0415

    figure, axes = plt.subplots(figsize=(9, 4))
    left = dict.fromkeys(shares, 0.0)
    for name, color in zip((RULES, OBJECTS, *ENGINES, POPPLER), colormaps["tab10"](range(10)), strict=False):
        sizes = [100 * own.get(name, 0.0) for own in shares.values()]
        axes.barh(list(shares), sizes, left=list(left.values()), color=color, label=name)
        left = {kind: at + size for (kind, at), size in zip(left.items(), sizes, strict=True)}
    axes.invert_yaxis()
    axes.set_xlabel("% of the processor's time")
    axes.legend(fontsize=8, ncols=4, loc="upper center", bbox_to_anchor=(0.4, 1.22))
    figure.tight_layout()
    figure.savefig(path, dpi=110)
    click.echo(f"the shares: {path}")


if __name__ == "__main__":
    main()
