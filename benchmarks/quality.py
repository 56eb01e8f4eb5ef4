"""How far the expected share of right words is from the true one, page by page.

    python -m benchmarks.quality [CORPUS] [--plot FILE] [--fit]

Pages whose words are known: the gold pages of the corpus, and fixtures worn as photocopiers, fax machines and
cameras wear them (about a quarter of an hour of OCR). Prints the mean absolute error by kind of page, and
the pages that are told of as better than 0.9 though a tenth of them is wrong; fails if there are any, or if
the error is above 0.03. ``--fit`` prints the weights that fit best, and how well those do on filings that
they were not fitted on. ``--plot`` draws the calibration.
"""

import logging
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from pathlib import Path

import click
import numpy as np
from rich.console import Console
from rich.table import Table

from benchmarks.corpus import DEFAULT, Corpus, GoldFiling, open_corpus
from benchmarks.known import right_by_page, words_by_page
from benchmarks.worn import worn_fixtures
from cleaners import clean_document
from cleaners.quality import Evidence, Weights, evidence, expected, weighed
from flows.reading import read_filing

FARTHEST = 0.03
"""Mean absolute error, in shares of words."""

BAD, TOLD = 0.9, 0.9
"""A page of which no more than BAD is right must never be told of as better than TOLD."""


@dataclass(frozen=True)
class Known:
    """A page whose words are known: the share that is right, and what it shows. ``kind`` is ``gold`` or the
    way it was worn, ``filing`` what it belongs to."""

    filing: str
    kind: str
    right: float
    seen: Evidence

    @property
    def told(self) -> float:
        """The share that is told of."""
        return expected(self.seen)


@click.command(help=__doc__.split("\n\n", 1)[0] if __doc__ else None)
@click.argument("folder", type=click.Path(path_type=Path), default=DEFAULT)
@click.option("--plot", type=click.Path(path_type=Path), help="Draw the calibration (PNG or SVG).")
@click.option("--fit", "fitting", is_flag=True, help="Fit the weights anew, and print them.")
def main(folder: Path, plot: Path | None, fitting: bool) -> None:
    """Run the benchmark."""
    logging.disable()
    corpus = open_corpus(folder)
    pages = [*(_gold_pages(corpus) if corpus else ()), *_worn_pages()]
    wrong = report(pages)
    if fitting:
        report_fit(pages)
    if plot:
        draw(pages, plot)
    sys.exit(1 if wrong else 0)


def _gold_pages(corpus: Corpus) -> Iterator[Known]:
    for filing in corpus.filings():
        yield from _of_gold(filing)


def _of_gold(filing: GoldFiling) -> Iterator[Known]:
    document = clean_document(read_filing(filing.path))
    right = right_by_page(document, filing.gold)
    for seen in evidence(document):
        if seen.words and seen.page in right:
            yield Known(filing.name, "gold", right[seen.page], seen)


def _worn_pages() -> Iterator[Known]:
    for name, wear, path, known in worn_fixtures():
        document = clean_document(read_filing(path))
        own = words_by_page(document)
        for seen in evidence(document):
            if seen.words:
                words, truth = own[seen.page], known[seen.page]
                right = (words & truth).total() / max(words.total(), truth.total())
                yield Known(name, wear, right, seen)
        click.echo(f"{name}, {wear}", err=True)


def report(pages: Sequence[Known]) -> bool:
    """Print the errors by kind, and what is told of too well; whether the bounds are missed."""
    table = Table(
        "pages", "number", "words right", "told", "mean error", "largest", title="Expected right words"
    )
    kinds = list(dict.fromkeys(page.kind for page in pages))
    for kind in [*kinds, "right > 0.9", "right <= 0.9", "all"]:
        own = [page for page in pages if _is_of(page, kind)]
        if own:
            right, told = (np.array([getattr(page, name) for page in own]) for name in ("right", "told"))
            off = np.abs(told - right)
            cells = (right.mean(), told.mean(), off.mean(), off.max())
            table.add_row(kind, str(len(own)), *(f"{cell:.3f}" for cell in cells))
    Console(width=100).print(table)
    flattered = [page for page in pages if page.right <= BAD and page.told > TOLD]
    for page in flattered:
        click.echo(
            f"told {page.told:.3f}, right {page.right:.3f}: {page.filing}, {page.kind}, page {page.seen.page}"
        )
    error = float(np.mean([abs(page.told - page.right) for page in pages]))
    click.echo(
        f"mean absolute error {error:.4f} (at most {FARTHEST}), told of too well: {len(flattered)} pages"
    )
    return bool(flattered) or error > FARTHEST


def _is_of(page: Known, kind: str) -> bool:
    by_share = {"right > 0.9": page.right > BAD, "right <= 0.9": page.right <= BAD, "all": True}
    return by_share.get(kind, page.kind == kind)


# -- fitting -------------------------------------------------------------------------------------------


def report_fit(pages: Sequence[Known]) -> None:
    """Print the best weights, their error on filings left out of the fitting, one after the other, and how
    many words are right for what the weights come to. Where nothing tells of confidence the same pages serve,
    their confidences hidden: gold pages with a text layer are all nearly right and can teach nothing."""
    confident = [page for page in pages if page.seen.confidence is not None]
    hidden = [replace(page, seen=page.seen._replace(confidence=None, uneven=0.0)) for page in pages]
    for name, own in (("WITH_CONFIDENCE", confident), ("WITHOUT", hidden)):
        off: list[float] = []
        for filing in dict.fromkeys(page.filing for page in own):
            weights = fitted([page for page in own if page.filing != filing])
            off += [abs(weighed(page.seen, weights) - page.right) for page in own if page.filing == filing]
        weights = fitted(own)
        click.echo(f"{name} = {weights}; mean error on filings left out {np.mean(off):.4f}")
        came = np.array([weighed(page.seen, weights) for page in own])
        right = np.array([page.right for page in own])
        for low, high in pairwise((0, 0.1, 0.2, 0.4, 0.6, 0.8, 0.88, 0.92, 0.95, 0.98, 1.001)):
            inside = (came >= low) & (came < high)
            if inside.any():
                click.echo(
                    f"    {came[inside].mean():.3f}: {np.median(right[inside]):.3f} right,"
                    f" least {right[inside].min():.3f}, of {inside.sum()} pages"
                )


def fitted(pages: Sequence[Known]) -> Weights:
    """The weights of least absolute error, by least squares over and over, each time with the weight of what
    was far off taken down. Pages of few words count for less."""
    seen = np.array([_row(page.seen) for page in pages])
    right = np.array([page.right for page in pages])
    trust = np.array([page.seen.words / (page.seen.words + 10) for page in pages])
    ridge = 0.02 * np.eye(seen.shape[1])
    ridge[0, 0] = 0
    weight, found = trust, np.zeros(seen.shape[1])
    for _ in range(60):
        found = np.linalg.solve(seen.T @ (seen * weight[:, None]) + ridge, seen.T @ (weight * right))
        off = np.clip(seen @ found, 0, 1) - right
        weight = trust / np.maximum(np.abs(off), 0.01)
    return Weights(*(round(float(one), 2) for one in found))


def _row(seen: Evidence) -> tuple[float, ...]:
    unsure = 0.0 if seen.confidence is None else 1 - seen.confidence
    return 1.0, unsure, seen.no_words, seen.uneven


# -- the plot ------------------------------------------------------------------------------------------


def draw(pages: Sequence[Known], path: Path) -> None:
    """Told against true, a dot a page."""
    import matplotlib as mpl  # noqa: PLC0415 - only who draws needs it

    mpl.use("Agg")
    from matplotlib import pyplot as plt  # noqa: PLC0415

    figure, axes = plt.subplots(figsize=(6.4, 6))
    axes.fill_between([0, BAD], TOLD, 1, color="#fbdedb", label="must stay empty")
    axes.plot([0, 1], [0, 1], color="#8b857a", linewidth=1)
    for kind, colour in (("worn fixtures", "#1f5fa8"), ("gold", "#b3261e")):
        own = [page for page in pages if (page.kind == "gold") == (kind == "gold")]
        sizes = [6 + page.seen.words / 12 for page in own]
        axes.scatter(
            [p.right for p in own],
            [p.told for p in own],
            s=sizes,
            color=colour,
            alpha=0.6,
            linewidth=0,
            label=kind,
        )
    axes.set(xlabel="words right", ylabel="expected", xlim=(-0.02, 1.02), ylim=(-0.02, 1.02), aspect="equal")
    axes.legend(loc="lower right", frameon=False)
    figure.tight_layout()
    figure.savefig(path, dpi=110)
    click.echo(f"the calibration: {path}")


if __name__ == "__main__":
    main()
