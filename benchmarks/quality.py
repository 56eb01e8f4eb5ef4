"""How far the expected share of right words is from the true one, page by page.

    python -m benchmarks.quality [CORPUS] [--plot FILE] [--fit]

Pages whose words are known: the gold pages of the corpus, and fixtures worn as photocopiers, fax machines and
cameras wear them (some ten minutes of OCR). Each page is judged by weights that were fitted on the other
filings. Prints the mean absolute error by kind of page, and the pages that are told of as better than 0.9
though a tenth of them is wrong; fails if there are any, or if the error is above 0.03. ``--fit`` prints the
weights that fit all pages best, ``--plot`` draws the calibration.
"""

import logging
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import click
import numpy as np
from numpy.typing import NDArray
from rich.console import Console
from rich.table import Table

from benchmarks.corpus import DEFAULT, Corpus, GoldFiling, open_corpus
from benchmarks.fitting import BAD, Known, report_fit, told_left_out
from benchmarks.known import right_by_page, words_by_page
from benchmarks.worn import worn_fixtures
from cleaners import clean_document
from cleaners.findings.quality import evidence, expected
from flows.errors import UnfitFiling
from flows.reading import read_filing

FARTHEST = 0.03
"""Mean absolute error, in shares of words."""

TOLD = 0.9
"""A page of which no more than BAD is right must never be told of as better."""


@click.command(help=__doc__.split("\n\n", 1)[0] if __doc__ else None)
@click.argument("folder", type=click.Path(path_type=Path), default=DEFAULT)
@click.option("--plot", type=click.Path(path_type=Path), help="Draw the calibration (PNG or SVG).")
@click.option("--fit", "fitting", is_flag=True, help="Print the weights that fit best.")
def main(folder: Path, plot: Path | None, fitting: bool) -> None:
    """Run the benchmark."""
    logging.disable()
    corpus = open_corpus(folder)
    pages = [*(_gold_pages(corpus) if corpus else ()), *_worn_pages()]
    shipped = np.array([expected(page.seen) for page in pages])
    left_out = told_left_out(pages)
    wrong = report(pages, left_out)
    off = np.abs(shipped - [page.right for page in pages])
    click.echo(f"by the weights as they are, fitted on these pages too: mean absolute error {off.mean():.4f}")
    if fitting:
        report_fit(pages)
    if plot:
        draw(pages, left_out, plot)
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
        try:
            document = clean_document(read_filing(path))
        except UnfitFiling:
            click.echo(f"{name}, {wear}: refused, none of its words was read", err=True)
            continue
        own = words_by_page(document)
        for seen in evidence(document):
            if seen.words:
                words, truth = own[seen.page], known[seen.page]
                right = (words & truth).total() / max(words.total(), truth.total())
                yield Known(name, wear, right, seen)
        click.echo(f"{name}, {wear}", err=True)


def report(pages: Sequence[Known], told: NDArray[np.float64]) -> bool:
    """Print the errors by kind, and what is told of too well; whether the bounds are missed."""
    table = Table(
        "pages", "number", "words right", "told", "mean error", "largest", title="Expected right words"
    )
    right = np.array([page.right for page in pages])
    off = np.abs(told - right)
    kinds = list(dict.fromkeys(page.kind for page in pages))
    for kind in [*kinds, "worn", "read by OCR", "right > 0.9", "right <= 0.9", "all"]:
        own = np.array([_is_of(page, kind) for page in pages])
        if own.any():
            cells = (right[own].mean(), told[own].mean(), off[own].mean(), off[own].max())
            table.add_row(kind, str(own.sum()), *(f"{cell:.3f}" for cell in cells))
    Console(width=100).print(table)
    flattered = [pair for pair in zip(pages, told, strict=True) if pair[0].right <= BAD and pair[1] > TOLD]
    for page, share in flattered:
        click.echo(
            f"told {share:.3f}, right {page.right:.3f}: {page.filing}, {page.kind}, page {page.seen.page}"
        )
    click.echo(
        f"mean absolute error {off.mean():.4f} (at most {FARTHEST}), told of too well: {len(flattered)} of"
        f" {(right <= BAD).sum()} pages"
    )
    return bool(flattered) or float(off.mean()) > FARTHEST


def _is_of(page: Known, kind: str) -> bool:
    groups = {
        "worn": page.kind != "gold",
        "read by OCR": page.seen.confidence is not None,
        "right > 0.9": page.right > BAD,
        "right <= 0.9": page.right <= BAD,
        "all": True,
    }
    return groups.get(kind, page.kind == kind)


# -- the plot ------------------------------------------------------------------------------------------


def draw(pages: Sequence[Known], told: NDArray[np.float64], path: Path) -> None:
    """Told against true, a dot a page."""
    import matplotlib as mpl  # noqa: PLC0415 - only who draws needs it

    mpl.use("Agg")
    from matplotlib import pyplot as plt  # noqa: PLC0415

    figure, axes = plt.subplots(figsize=(6.4, 6))
    axes.fill_between([0, BAD], TOLD, 1, color="#fbdedb", label="must stay empty")
    axes.plot([0, 1], [0, 1], color="#8b857a", linewidth=1)
    for kind, colour in (("worn fixtures", "#1f5fa8"), ("gold", "#b3261e")):
        own = [pair for pair in zip(pages, told, strict=True) if (pair[0].kind == "gold") == (kind == "gold")]
        axes.scatter(
            [page.right for page, _ in own],
            [share for _, share in own],
            s=[6 + page.seen.words / 12 for page, _ in own],
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
