"""How near the clean text comes to a hand-made transcription, beside what raw OCR and text layers give.

    python -m benchmarks.accuracy [CORPUS] [--raw] [--dumps] [--look DIR] [--record]

Prints a table by document and by kind, with the change against the last recorded run, and fails if a figure
falls below its floor. ``--raw`` scores plain Tesseract too, ``--dumps`` cleans raw dumps as bare text, as
they are and on one line, ``--look`` writes pages to look at, ``--record`` keeps the run, raises floors.
"""

import json
import logging
import subprocess
import sys
from collections import Counter
from datetime import UTC, datetime
from pathlib import Path

import click
from rich.console import Console
from rich.table import Table

from benchmarks.corpus import DEFAULT, MEASURES, Corpus, GoldFiling, documents_of, needed_corpus
from benchmarks.look import BETTER_HIGH, write_pages
from benchmarks.raw import LAYERS, flattened, tesseract_dump
from cleaners import Document, clean, clean_document

RECORD = Path(__file__).with_name("accuracy.json")
"""The last recorded run: figures by document and kind, and the floors, which only ever rise."""

SLACK = 0.002
"""OCR is not the same on every machine to the last word; a figure may miss its floor by so much."""

Scores = dict[str, dict[str, float]]


@click.command(help=__doc__.split("\n\n", 1)[0] if __doc__ else None)
@click.argument("folder", type=click.Path(path_type=Path), default=DEFAULT)
@click.option("--raw", is_flag=True, help="Score plain Tesseract beside it.")
@click.option("--dumps", is_flag=True, help="Clean raw text dumps (pdftotext, Tesseract) as bare text too.")
@click.option("--look", type=click.Path(path_type=Path), help="Write HTML pages: picture, output, gold.")
@click.option(
    "--record", is_flag=True, help="Keep this run as the one to compare with, and raise the floors."
)
def main(folder: Path, raw: bool, dumps: bool, look: Path | None, record: bool) -> None:
    """Run the benchmark."""
    logging.disable()
    corpus = needed_corpus(folder)
    filings = list(corpus.filings())
    documents = _cleaned(filings)
    texts = {name: document.text for name, document in documents.items()}
    scores = _table("clean-filings", corpus, filings, texts)
    if raw:
        _table("plain Tesseract", corpus, filings, {f.name: tesseract_dump(f.path) for f in filings})
    if dumps:
        scores |= _dumps(corpus, filings)
    if look:
        write_pages(look, filings, documents, scores, _last())
        click.echo(f"pages to look at: {look / 'index.html'}")
    fallen = _below_floor(scores)
    if record and not fallen:
        _keep(scores)
    for line in fallen:
        click.echo(line, err=True)
    sys.exit(1 if fallen else 0)


def _cleaned(filings: list[GoldFiling]) -> dict[str, Document]:
    read = documents_of(filing.path for filing in filings)
    with click.progressbar(filings, label="cleaning", file=sys.stderr) as each:
        return {filing.name: clean_document(document) for filing, document in zip(each, read, strict=True)}


def _dumps(corpus: Corpus, filings: list[GoldFiling]) -> Scores:
    """Raw dumps cleaned as bare text: each kind pooled over its filings, as it is and on one line."""
    read = {
        name: [(f, dump(f.path)) for f in filings if f.kind == "born-digital"]
        for name, dump in LAYERS.items()
    }
    read["Tesseract"] = [(f, tesseract_dump(f.path)) for f in filings if f.kind != "text"]
    scores: Scores = {}
    for name, dumps in read.items():
        for form, formed in (("", str), (", one line", flattened)):
            counts = (corpus.score(f.gold, clean(formed(text))) for f, text in dumps)
            scores[f"dump: {name}{form}"] = corpus.rates(sum(counts, Counter()))
    _show("raw dumps, cleaned as bare text", scores)
    return scores


def _table(title: str, corpus: Corpus, filings: list[GoldFiling], texts: dict[str, str]) -> Scores:
    counts = {f.name: corpus.score(f.gold, texts[f.name]) for f in filings}
    scores = {name: corpus.rates(own) for name, own in counts.items()}
    for kind in dict.fromkeys(f.kind for f in filings):
        scores[kind] = corpus.rates(sum((counts[f.name] for f in filings if f.kind == kind), Counter()))
    scores["all"] = corpus.rates(sum(counts.values(), Counter()))
    _show(title, scores, last_filing=filings[-1].name, known=title == "clean-filings")
    return scores


def _show(title: str, scores: Scores, *, last_filing: str = "", known: bool = True) -> None:
    """Print a table, where ``known`` with the change against the last recorded run."""
    table = Table("", "words", *MEASURES, title=title)
    last = _last() if known else {}
    for name, own in scores.items():
        cells = [_cell(own[m], last.get(name, {}).get(m), m) for m in MEASURES]
        table.add_row(name, f"{own['words']:.0f}", *cells, end_section=name == last_filing)
    Console(width=110).print(table)


def _last() -> Scores:
    """The figures of the last recorded run."""
    scores: Scores = json.loads(RECORD.read_text("utf-8"))["scores"] if RECORD.exists() else {}
    return scores


def _cell(value: float, before: float | None, measure: str) -> str:
    if before is None or abs(value - before) < 0.00005:
        return f"{value:.4f}"
    better = (value > before) == (measure in BETTER_HIGH)
    return f"{value:.4f} [{'green' if better else 'red'}]{value - before:+.4f}[/]"


def _below_floor(scores: Scores) -> list[str]:
    if not RECORD.exists():
        return []
    floors = json.loads(RECORD.read_text("utf-8"))["floors"]
    fallen = []
    for kind, floor in floors.items():
        for measure, bound in floor.items():
            value = scores.get(kind, {}).get(measure, bound)
            missed = bound - value if measure in BETTER_HIGH else value - bound
            if missed > SLACK:
                fallen.append(f"{kind} {measure}: {value:.4f}, the floor is {bound:.4f}")
    return fallen


def _keep(scores: Scores) -> None:
    """Record the run; a floor is the best figure that was ever recorded."""
    kept = json.loads(RECORD.read_text("utf-8")) if RECORD.exists() else {"floors": {}}
    floors: Scores = kept["floors"]
    dumps = [name for name in scores if name.startswith("dump: ")]
    for kind in ("born-digital", "scan", "text", "all", *dumps):
        for measure, value in scores.get(kind, {}).items():
            if measure in MEASURES:
                best = max if measure in BETTER_HIGH else min
                own = floors.setdefault(kind, {})
                own[measure] = round(best(own.get(measure, value), value), 5)
    version = subprocess.run(
        ["tesseract", "--version"], capture_output=True, text=True, check=True
    ).stdout.split("\n")[0]
    rounded = {name: {m: round(v, 5) for m, v in own.items()} for name, own in scores.items()}
    today = datetime.now(UTC).date().isoformat()
    run = {"date": today, "engine": version, "scores": kept.get("scores", {}) | rounded, "floors": floors}
    RECORD.write_text(json.dumps(run, indent=1) + "\n", "utf-8")


if __name__ == "__main__":
    main()
