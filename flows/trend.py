"""How the last batches went, as a picture: the share of words right, and pages a minute."""

import base64
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import fmean

from jinja2 import Environment, PackageLoader, StrictUndefined, Template

from flows.outcome import Outcome

WIDTH, HEIGHT = 640, 120
"""Of a curve, in pixels."""


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
    curves: list[tuple[str, list[float | None]]] = [
        ("words right, %", [None if b.quality is None else 100 * b.quality for b in batches]),
        ("pages a minute", [b.pages_a_minute for b in batches]),
        ("filings that failed", [float(b.failed) for b in batches]),
    ]
    drawn = [_curve(name, values) for name, values in curves]
    svg = _template().render(curves=drawn, batches=batches, width=WIDTH, height=HEIGHT)
    return f"![trend](data:image/svg+xml;base64,{base64.b64encode(svg.encode()).decode()})\n"


def _curve(name: str, values: Sequence[float | None]) -> dict[str, object]:
    """The points of a curve, from its lowest value at the bottom to its highest at the top."""
    known = [value for value in values if value is not None]
    low, high = min(known, default=0.0), max(known, default=0.0)
    step = WIDTH / max(1, len(values) - 1)
    points = [
        (round(step * at, 1), round(HEIGHT * (0.5 if high == low else (high - value) / (high - low)), 1))
        for at, value in enumerate(values)
        if value is not None
    ]
    return {"name": name, "low": low, "high": high, "last": known[-1] if known else None, "points": points}


def _template() -> Template:
    environment = Environment(loader=PackageLoader("flows"), autoescape=True, undefined=StrictUndefined)
    return environment.get_template("trend.svg")
