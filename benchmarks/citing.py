"""How often a quotation is found on its page and printed line, how long that takes, and what a record weighs.

    python -m benchmarks.citing [CORPUS]

For each anchor of the corpus (a quotation, its page, its margin line number) it asks the filing's record, as
read back from its JSON. The time is taken in filings of 100 pages and more, put together from the corpus.
A record is weighed against the clean text, its word boxes apart.
"""

import logging
import sys
from collections import Counter
from dataclasses import replace
from pathlib import Path, PurePosixPath
from statistics import median
from time import perf_counter
from typing import Any

import click
from rich.console import Console
from rich.table import Table

from benchmarks.corpus import DEFAULT, GoldFiling, documents_of, needed_corpus
from cleaners import Document, Page, clean_document
from cleaners.findings.citing import Citation
from flows.boxes.outbox import json_of
from flows.recording import record_of, source_of
from flows.records import Record

FLOORS = {"page": 0.99, "line": 0.97, "folio": 0.97}
SLOWEST = 20.0
"""Milliseconds, the median over all anchors in a filing of 100 pages."""

PAGES = 100

HEAVIEST = 3.0
"""Times its text: the record of a born-digital filing without word boxes."""


@click.command(help=__doc__.split("\n\n", 1)[0] if __doc__ else None)
@click.argument("folder", type=click.Path(path_type=Path), default=DEFAULT)
def main(folder: Path) -> None:
    """Run the benchmark."""
    logging.disable()
    filings = list(needed_corpus(folder).filings())
    documents = _read(filings)
    records = {f.name: _record(f, documents[f.name]) for f in filings}
    counts: Counter[str] = Counter()
    table = Table("", "anchors", "page", "line", "folio", "missed", title="citations")
    for filing in filings:
        own, missed = _judged(filing, records[filing.name])
        counts += own
        table.add_row(filing.name, str(own["anchors"]), *_shares(own), "; ".join(missed))
    table.add_section()
    table.add_row("all", str(counts["anchors"]), *_shares(counts))
    Console(width=110).print(table)
    milliseconds = _timed(filings, documents)
    fallen = [m for m, floor in FLOORS.items() if counts[m] < floor * counts[f"{m} asked"]]
    times = _weighed([records[filing.name] for filing in filings if filing.kind == "born-digital"])
    sys.exit(1 if fallen or milliseconds > SLOWEST or times > HEAVIEST else 0)


def _weighed(records: list[Record]) -> float:
    """How many times its text the heaviest record weighs, its word boxes apart."""
    texts = [len(record.text.encode()) for record in records]
    bare = [len(json_of(_bare(record))) for record in records]
    whole = sum(len(json_of(record)) for record in records)
    heaviest = max(size / text for size, text in zip(bare, texts, strict=True))
    pages = sum(len(record.pages) for record in records)
    print(
        f"record without boxes: {sum(bare) / sum(texts):.2f} times the text, the heaviest {heaviest:.2f}"
        f" (at most {HEAVIEST:.0f}); with boxes {whole / pages / 1000:.1f} kB a page"
    )
    return heaviest


def _bare(record: Record) -> Record:
    bare = {"words": [], "confidences": []}
    return record.model_copy(update={"pages": [page.model_copy(update=bare) for page in record.pages]})


def _read(filings: list[GoldFiling]) -> dict[str, Document]:
    read = documents_of(filing.path for filing in filings)
    with click.progressbar(filings, label="reading", file=sys.stderr) as each:
        return {filing.name: document for filing, document in zip(each, read, strict=True)}


def _record(filing: GoldFiling, document: Document) -> Record:
    """The record as a user has it: from the JSON that was written."""
    source = source_of(filing.path, PurePosixPath(filing.path.name))
    return Record.model_validate_json(json_of(record_of(clean_document(document), source, ())))


def _anchors(filing: GoldFiling) -> list[dict[str, Any]]:
    anchors = filing.meta.get("anchors")
    return anchors if isinstance(anchors, list) else []


def _judged(filing: GoldFiling, record: Record) -> tuple[Counter[str], list[str]]:
    """How many anchors were asked for and found, and those that were not."""
    counts: Counter[str] = Counter()
    missed = []
    for anchor in _anchors(filing):
        found = record.locate(anchor["quote"])
        told = {what: _told(found, what) for what in FLOORS}
        counts["anchors"] += 1
        asked = [what for what in FLOORS if anchor.get(what) is not None]
        for what in asked:
            counts[f"{what} asked"] += 1
            counts[what] += told[what] == anchor[what]
        if any(told[what] != anchor[what] for what in asked):
            missed.append(f"{found or 'nowhere'} for {' '.join(str(anchor[what]) for what in asked)}")
    return counts, missed


def _told(found: Citation | None, what: str) -> object:
    if found is None:
        return None
    return {"page": found.page, "line": found.lines and found.lines[0], "folio": found.folio}[what]


def _shares(counts: Counter[str]) -> list[str]:
    return [
        f"{counts[what]}/{asked} {counts[what] / asked:.1%}" if (asked := counts[f"{what} asked"]) else ""
        for what in FLOORS
    ]


def _timed(filings: list[GoldFiling], documents: dict[str, Document]) -> float:
    """The median of milliseconds for an anchor, as it is and misquoted, in one long filing that all filings
    with pages make together, over and over until it has the pages. The index that the first search builds
    counts with the first."""
    paged = [filing for filing in filings if documents[filing.name].pages[0].has_boxes]
    document = clean_document(_together([documents[filing.name] for filing in paged]))
    source = source_of(paged[0].path, PurePosixPath(paged[0].path.name))
    record = Record.model_validate_json(json_of(record_of(document, source, ())))
    quotes = [anchor["quote"] for filing in paged for anchor in _anchors(filing)]
    times: list[float] = []
    right = 0
    for quote in quotes:
        found = _clocked(record, quote, times)
        nearly = _clocked(record, _misquoted(quote), times)
        right += bool(found and nearly and found.start == nearly.start)
    slowest = max(times[1:])
    print(f"{len(record.pages)} pages, {len(record.text)} characters; first search {times[0]:.0f} ms")
    print(f"misquoted: {right} of {len(quotes)} found at the same place")
    print(f"locate: median {median(times):.2f} ms (at most {SLOWEST:.0f}), slowest {slowest:.1f} ms")
    return median(times)


def _clocked(record: Record, quote: str, times: list[float]) -> Citation | None:
    began = perf_counter()
    found = record.locate(quote)
    times.append(1000 * (perf_counter() - began))
    return found


def _misquoted(quote: str) -> str:
    """The quotation with every twelfth letter gone and every seventeenth another."""
    letters = [letter for at, letter in enumerate(quote, 1) if at % 12]
    return "".join(
        "x" if at % 17 == 0 and letter.isalpha() else letter for at, letter in enumerate(letters, 1)
    )


def _together(documents: list[Document]) -> Document:
    """One document of all pages, repeated until there are enough."""
    source = ""
    pages: list[Page] = []
    while len(pages) < PAGES:
        for document in documents:
            shift = len(source) + bool(source)
            source += "\f" * bool(source) + document.source
            pages += [
                _shifted(page, shift, len(pages) + number) for number, page in enumerate(document.pages, 1)
            ]
    return Document.from_pages(source, pages)


def _shifted(page: Page, by: int, number: int) -> Page:
    words = tuple(w._replace(start=w.start + by, end=w.end + by) for w in page.words)
    zones = tuple(z._replace(start=z.start + by, end=z.end + by) for z in page.zones)
    return replace(page, number=number, start=page.start + by, end=page.end + by, words=words, zones=zones)


if __name__ == "__main__":
    main()
