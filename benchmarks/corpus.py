"""A corpus folder: real filings, their gold transcriptions, and the scorer that stands beside them."""

import importlib.util
import json
from collections import Counter
from collections.abc import Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path
from types import ModuleType

import click

from cleaners.document import Document
from flows.reading import read_filing

DEFAULT = Path(__file__).resolve().parents[2] / "shared" / "corpus"
"""Where a checkout of the corpus is looked for: beside the project."""

MEASURES = ("wer", "cer", "lost", "noise", "blocks", "cites")


@dataclass(frozen=True)
class GoldFiling:
    """A filing with its gold text. ``kind`` is ``born-digital``, ``scan`` or ``text``."""

    path: Path
    gold: str
    kind: str
    meta: dict[str, object]

    @property
    def name(self) -> str:
        return self.path.stem


@dataclass(frozen=True)
class Corpus:
    """The filings of a folder that have a gold text, and its scorer."""

    folder: Path
    scorer: ModuleType

    def filings(self) -> Iterator[GoldFiling]:
        """The filings in the order of their names."""
        by_name = {path.stem: path for path in (self.folder / "filings").iterdir()}
        for gold in sorted((self.folder / "gold").glob("*.gold.txt")):
            name = gold.name.removesuffix(".gold.txt")
            meta = json.loads((gold.parent / f"{name}.meta.json").read_text("utf-8"))
            yield GoldFiling(by_name[name], gold.read_text("utf-8"), _kind(str(meta.get("kind"))), meta)

    def score(self, gold: str, text: str) -> Counter[str]:
        """The counts of one document; the counts of several may be added."""
        return Counter(self.scorer.score(gold, text))

    def rates(self, counts: Counter[str]) -> dict[str, float]:
        """The measures that counts come to."""
        return {name: float(value) for name, value in self.scorer.rates(counts).items()}


def open_corpus(folder: Path) -> Corpus | None:
    """The corpus in a folder, or None if it is not there."""
    script = folder / "score.py"
    if not script.is_file():
        return None
    spec = importlib.util.spec_from_file_location("corpus_score", script)
    if spec is None or spec.loader is None:
        return None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return Corpus(folder, module)


def needed_corpus(folder: Path) -> Corpus:
    """The corpus in a folder. Where there is none the program ends, says so, and has not failed: the corpus
    stands beside the project, not in it."""
    corpus = open_corpus(folder)
    if corpus is None:
        click.echo(f"no corpus in {folder}: nothing was measured")
        raise SystemExit(0)
    return corpus


def documents_of(paths: Iterable[Path]) -> Iterator[Document]:
    """The filings as they are read, in the order of the paths, by a process a processor."""
    with ProcessPoolExecutor(mp_context=get_context("spawn")) as pool:
        yield from pool.map(read_filing, paths)


def _kind(told: str) -> str:
    return next((kind for kind in ("text", "born-digital") if told.startswith(kind)), "scan")
