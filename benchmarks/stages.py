"""Where the time of a page goes, stage by stage.

    python -m benchmarks.stages [CORPUS] [--text-layers] [--pages N] [--plot FILE]

Reads and cleans the pages of ``python -m benchmarks.speed scans`` in this process, or those of its
``text-layers``. Each stage is charged with the processor's time that it and the programs it starts take,
without that of the stages within it; the start of the workers and the writing of files are not among them.
The table goes to benchmarks/RESULTS.md; ``--plot`` draws the stages, a bar a filing.
"""

import os
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import wraps
from pathlib import Path
from pkgutil import resolve_name
from time import process_time
from typing import Any
from unittest.mock import patch

import click

from benchmarks.corpus import DEFAULT
from benchmarks.race import publish
from benchmarks.speed import chosen
from cleaners import STANDARD
from flows.assembly import put_together
from flows.boxes.outbox import json_of
from flows.collecting import collect_seldom
from flows.reading import pages_in, read_sheets
from flows.recording import record_of
from flows.records import Source

Stages = Mapping[str, Sequence[str]]
"""The functions that are a stage's own, by the names under which they are called."""

SCANS: Stages = {
    "unpack or draw the page": ["flows.pages.pdf:_drawn", "flows.pages.pdf:taken_out"],
    "text layer, damage": [
        "flows.pages.words:_words", "flows.pages.pdf:Examined.fault", "flows.pages.pdf:sight_of",
    ],
    "bars, direction of the lines": [
        "flows.pages.pdf:find_bars", "flows.ocr.picture:find_bars", "flows.ocr.picture:lies_on_its_side",
    ],
    "rules": ["flows.imaging.pictures:_rule_ink", "flows.imaging.pictures:_boxes"],
    "marks, dots, boxes, rings": [
        "flows.imaging.pictures:marks_of", "flows.imaging.pictures:dots_to_remove",
        "flows.imaging.pictures:checkboxes_in", "flows.imaging.pictures:rings_in",
        "flows.ocr.picture:marks_of", "flows.ocr.picture:raised_in",
    ],
    "paint over, soften": ["flows.ocr.picture:clean_picture", "flows.ocr.picture:ink_of"],
    "OCR": ["flows.ocr.part_words:block_tokens"],
    "OCR again: cells": ["flows.ocr.picture:cells_anew"],
    "OCR again: lines": ["flows.ocr.picture:read_again"],
    "OCR: raised figures": ["flows.ocr.picture:_raised"],
    "which way it is turned": ["flows.ocr.picture:turn_of"],
    "parts, blanks, enlarging": ["flows.reading:read_picture"],
}  # fmt: skip

TEXT_LAYERS: Stages = {
    "the words of the text layer (poppler)": ["flows.pages.words:_words"],
    "opening the page (PDFium)": ["pypdfium2:PdfDocument.get_page", "pypdfium2:PdfPage.close"],
    "drawing it (PDFium)": ["flows.pages.pdf:_drawn"],
    "rules and pictures on it": ["flows.pages.pdf:drawings_of"],
    "which words are seen, black bars": ["flows.pages.pdf:sight_of", "flows.pages.pdf:find_bars"],
    "is the layer sound, is it damaged": ["flows.reading:judge_layer", "flows.pages.pdf:Examined.fault"],
}

STEP = "step: "

INHERITED = "OCR"
"""What is read for a stage that reads again is that stage's."""

AGAIN = {"OCR again: cells", "OCR again: lines", "OCR: raised figures"}

REST = "the rest"

Times = defaultdict[str, float]
"""Seconds by stage."""


class Watch:
    """Charges the stages with the time that they take: ``times`` in seconds, ``calls`` how often."""

    def __init__(self) -> None:
        self.times, self.calls = Times(float), Counter[str]()
        self._open: list[str] = [REST]
        self._since = _used()

    def within(self, stage: str, do: Callable[..., Any]) -> Callable[..., Any]:
        """The function, its time charged to the stage."""

        @wraps(do)
        def watched(*args: Any, **named: Any) -> Any:  # noqa: ANN401 - any function's
            asked = next((name for name in reversed(self._open) if name in AGAIN), None)
            self._turn()
            self._open.append(asked or stage if stage == INHERITED else stage)
            self.calls[self._open[-1]] += 1
            try:
                return do(*args, **named)
            finally:
                self._turn()
                self._open.pop()

        return watched

    def lap(self) -> Times:
        """The times since the last lap."""
        self._turn()
        times, self.times = self.times, Times(float)
        return times

    def _turn(self) -> None:
        now = _used()
        self.times[self._open[-1]] += now - self._since
        self._since = now


def _used() -> float:
    """Seconds of the processor's time that this process and the programs it started have taken."""
    ran = os.times()
    return process_time() + ran.children_user + ran.children_system


@contextmanager
def watched(stages: Stages) -> Iterator[Watch]:
    """A watch over the stages, for as long as the ``with`` block lasts."""
    watch, patches = Watch(), []
    for stage, names in stages.items():
        for name in names:
            patches.append(patch(name.replace(":", "."), watch.within(stage, resolve_name(name))))
            patches[-1].start()
    try:
        yield watch
    finally:
        for each in patches:
            each.stop()


def clean(path: Path, watch: Watch) -> Times:
    """Read a filing, clean it and make its record, and what that took."""
    watch.lap()
    sheets = list(read_sheets(path, 1, pages_in(path) or 0))
    document = watch.within("reading order", put_together)(path, sheets)
    for name, find in STANDARD.items():
        document = watch.within(STEP + name, lambda d, f=find, n=name: d.edited(f(d), by=n))(document)
    source = Source(name=path.name, sha256="", bytes=0)
    record = watch.within("the record", record_of)(document, source, ())
    watch.within("its JSON", json_of)(record)
    return watch.lap()


@click.command(help=__doc__.split("\n\n", 1)[0] if __doc__ else None)
@click.argument("folder", type=click.Path(path_type=Path), default=DEFAULT)
@click.option("--text-layers", is_flag=True, help="Born-digital pages.")
@click.option("--pages", type=int, help="At most so many. Default: 48 scanned pages, 400 born-digital ones.")
@click.option("--plot", type=click.Path(path_type=Path), help="Draw the stages (PNG or SVG).")
def main(folder: Path, *, text_layers: bool, pages: int | None, plot: Path | None) -> None:
    """Run the benchmark."""
    filings = chosen(folder, scanned=not text_layers, most=pages or (400 if text_layers else 48))
    counts = [pages_in(path) or 0 for path in filings]
    clean(filings[0], Watch())  # models and word lists are loaded
    collect_seldom()  # as the workers do
    with watched(TEXT_LAYERS if text_layers else SCANS) as watch:
        laps = [clean(path, watch) for path in filings]
    if not text_layers:
        laps = [_together(lap) for lap in laps]
    total, each = _sum(laps), 1000 / sum(counts)
    rows = [["stage", "CPU ms a page", "share", "times a page"]]
    whole = sum(total.values())
    for stage, took in total.items():
        entered = f"{watch.calls[stage] / sum(counts):.1f}" if watch.calls[stage] else ""
        rows.append([stage, f"{took * each:.{1 if text_layers else 0}f}", f"{took / whole:.1%}", entered])
    rows.append(["all", f"{whole * each:.{1 if text_layers else 0}f}", "", ""])
    kind = "born-digital" if text_layers else "scanned"
    publish(f"Where the time of {sum(counts)} {kind} pages goes", rows)
    if plot:
        draw([_together(lap) for lap in laps], counts, plot)


def _sum(laps: list[Times]) -> dict[str, float]:
    """The laps together, the longest stage first."""
    sums = {stage: sum(lap[stage] for lap in laps) for stage in {name for lap in laps for name in lap}}
    return dict(sorted(sums.items(), key=lambda item: -item[1]))


def _together(lap: Times) -> Times:
    """A lap with the steps as one: of a scan they are a hundredth, and a picture has room for ten stages."""
    drawn = Times(float)
    for stage, took in lap.items():
        drawn["steps of cleaning" if stage.startswith(STEP) else stage] += took
    return drawn


def draw(laps: list[Times], counts: list[int], path: Path) -> None:
    """The milliseconds of a page by stage, a bar a filing, the slowest first."""
    import matplotlib as mpl  # noqa: PLC0415 - only who draws needs it

    mpl.use("Agg")
    from matplotlib import colormaps  # noqa: PLC0415
    from matplotlib import pyplot as plt  # noqa: PLC0415

    bars = [{s: 1000 * t / count for s, t in lap.items()} for lap, count in zip(laps, counts, strict=True)]
    bars.sort(key=lambda bar: sum(bar.values()))
    figure, axes = plt.subplots(figsize=(9, 5))
    lefts: dict[int, float] = defaultdict(float)
    for stage, color in zip(_sum(laps), colormaps["tab20"](range(20)), strict=False):
        sizes = [bar.get(stage, 0.0) for bar in bars]
        axes.barh(
            range(len(bars)), sizes, left=[lefts[n] for n in range(len(bars))], color=color, label=stage
        )
        for number, size in enumerate(sizes):
            lefts[number] += size
    axes.set_xlabel("CPU milliseconds a page")
    axes.set_yticks([])
    axes.set_ylabel("filings")
    axes.legend(fontsize=8, loc="lower right")
    figure.tight_layout()
    figure.savefig(path, dpi=110)
    click.echo(f"the stages: {path}")


if __name__ == "__main__":
    main()
