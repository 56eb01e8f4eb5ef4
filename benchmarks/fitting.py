"""The weights of the quality score, fitted on pages whose words are known."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import click
import numpy as np
from numpy.typing import NDArray

from cleaners.findings.quality import SPARED, Evidence, Weights, expected

BAD = 0.9
"""A page of which no more is right was read badly."""


@dataclass(frozen=True)
class Known:
    """A page whose words are known: the share that is right, and what it shows. ``kind`` is ``gold`` or the
    way it was worn, ``filing`` what it belongs to."""

    filing: str
    kind: str
    right: float
    seen: Evidence

    @property
    def confident(self) -> bool:
        """Whether the engine said how sure it was."""
        return self.seen.confidence is not None


def told_left_out(pages: Sequence[Known]) -> NDArray[np.float64]:
    """The share that is told of for each page by weights that were fitted on the other filings."""
    told = np.zeros(len(pages))
    for filing, confident in {(page.filing, page.confident) for page in pages}:
        weights = weights_of([page for page in pages if page.filing != filing], confident=confident)
        for index, page in enumerate(pages):
            if (page.filing, page.confident) == (filing, confident):
                told[index] = expected(page.seen, weights)
    return told


def report_fit(pages: Sequence[Known]) -> None:
    """Print the best weights, and how well those do that know no confidences, on filings left out."""
    click.echo(f"WITH_CONFIDENCE = {weights_of(pages, confident=True)}")
    click.echo(f"WITHOUT = {weights_of(pages, confident=False)}")
    blind = [hidden(page) for page in pages]
    off = np.abs(told_left_out(blind) - [page.right for page in blind])
    click.echo(f"the same pages without their confidences: mean absolute error {off.mean():.4f}")


def weights_of(pages: Sequence[Known], *, confident: bool) -> Weights:
    """The weights for pages with confidences, or for those without. Of the latter a sound one is all right,
    and what bad ones look like the others show, their confidences hidden."""
    if confident:
        return fitted([page for page in pages if page.confident])
    return fitted([hidden(page) for page in pages if page.right <= BAD or not page.confident], base=1.0)


def hidden(page: Known) -> Known:
    """A page as if nothing told of confidence."""
    no_words = max(0.0, page.seen.no_words - SPARED * page.confident)
    seen = page.seen._replace(confidence=None, doubtful=0.0, unsure=0.0, no_words=no_words, uneven=0.0)
    return replace(page, seen=seen)


def fitted(pages: Sequence[Known], base: float | None = None) -> Weights:
    """The weights of least absolute error, by least squares over and over, each time with the weight of what
    was far off taken down; with this base, if one is given. Pages of few words count for less."""
    seen = np.array([(1.0 if base is None else 0.0, *page.seen[3:]) for page in pages])
    wanted = np.array([page.right for page in pages]) - (base or 0.0)
    trust = np.array([page.seen.words / (page.seen.words + 10) for page in pages])
    ridge = 0.02 * np.eye(seen.shape[1])
    ridge[0, 0] = 1e-9
    weight, found = trust, np.zeros(seen.shape[1])
    for _ in range(60):
        found = np.linalg.solve(seen.T @ (seen * weight[:, None]) + ridge, seen.T @ (weight * wanted))
        off = np.clip(seen @ found + (base or 0.0), 0, 1) - wanted - (base or 0.0)
        weight = trust / np.maximum(np.abs(off), 0.01)
    return Weights(*(round(float(one), 2) for one in (base or found[0], *found[1:])))
