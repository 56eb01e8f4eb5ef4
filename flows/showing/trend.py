"""How the last batches went, as a picture: the share of words right, and pages a minute."""

import base64
from collections.abc import Sequence
from dataclasses import dataclass
from math import floor
from statistics import fmean

from jinja2 import Environment, PackageLoader, StrictUndefined, Template

from flows.outcome import Outcome

WIDTH, HEIGHT = 640, 120
"""Of a curve, in pixels."""

LOW = 90
"""Percent of words right at the bottom, unless there are fewer: a tenth of a percent is to look like one."""


@dataclass(frozen=True, slots=True)
class Figures:
    """What is remembered of a batch. ``quality`` is the mean share of words right over its pages."""

    day: str
    filings: int
    failed: int
    pages: int
    quality: float | None
    pages_a_minute: float


def figures_of(outcomes: Sequence[Outcome], seconds: float, day: str) -> Figures:
    """The figures of what a batch did anew."""
    cleaned = [outcome for outcome in outcomes if outcome.state == "cleaned"]
    judged = [o.quality for o in cleaned if o.quality is not None for _ in range(o.pages)]
    pages = sum(outcome.pages for outcome in cleaned)
    return Figures(
        day=day,
        filings=len(cleaned),
        failed=sum(outcome.state == "failed" for outcome in outcomes),
        pages=pages,
        quality=round(fmean(judged), 4) if judged else None,
        pages_a_minute=round(60 * pages / max(seconds, 0.001), 1),
    )


def trend(batches: Sequence[Figures]) -> str:
    """The picture in Markdown, the oldest batch at the left."""
    right = [None if b.quality is None else 100 * b.quality for b in batches]
    speeds: list[float | None] = [b.pages_a_minute for b in batches]
    failed: list[float | None] = [b.failed for b in batches]
    worst = min(_known(right), default=100.0)
    drawn = [
        _curve("words right, %", right, min(LOW, 10 * floor(worst / 10)), 100),
        _curve("pages a minute", speeds, 0, max(_known(speeds), default=0)),
        _curve("filings that failed", failed, 0, max(_known(failed), default=0)),
    ]
    svg = _template().render(curves=drawn, batches=batches, width=WIDTH, height=HEIGHT)
    return f"![trend](data:image/svg+xml;base64,{base64.b64encode(svg.encode()).decode()})\n"


def _known(values: Sequence[float | None]) -> list[float]:
    return [value for value in values if value is not None]


def _curve(name: str, values: Sequence[float | None], low: float, high: float) -> dict[str, object]:
    """The points of a curve, with ``low`` at the bottom and ``high``, or 1 if that is no more, at the top."""
    high = high if high > low else low + 1
    step = WIDTH / max(1, len(values) - 1)
    points = [
        (round(step * at, 1), round(HEIGHT * (high - value) / (high - low), 1))
        for at, value in enumerate(values)
        if value is not None
    ]
    last = next(reversed(_known(values)), None)
    return {"name": name, "low": low, "high": high, "last": last, "points": points}


def _template() -> Template:
    environment = Environment(loader=PackageLoader("flows"), autoescape=True, undefined=StrictUndefined)
    return environment.get_template("trend.svg")
