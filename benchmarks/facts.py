"""How often court, docket number, ECF document number, filing date, title and folios are right.

    python -m benchmarks.facts [CORPUS]

The facts of each filing's record are held against what the corpus says of it. A fact that the corpus does not
know is not asked for; one that is told although there is none is wrong.
"""

import logging
import re
import sys
from collections import Counter
from pathlib import Path

import click
from rich.console import Console
from rich.table import Table

from benchmarks.corpus import DEFAULT, GoldFiling, documents_of, needed_corpus
from cleaners import Document, case_facts, clean_document, printed_folios

FACTS = ("court", "docket_number", "ecf_document", "filed", "title")
FLOORS = {
    "court": 1.0,
    "docket_number": 1.0,
    "ecf_document": 1.0,
    "filed": 0.94,
    "title": 1.0,
    "folios": 0.97,
}
"""Shares of what is asked for that must be right; they only rise."""

LINKS = frozenset({"for", "the", "of"})


@click.command(help=__doc__.split("\n\n", 1)[0] if __doc__ else None)
@click.argument("folder", type=click.Path(path_type=Path), default=DEFAULT)
def main(folder: Path) -> None:
    """Run the benchmark."""
    logging.disable()
    filings = list(needed_corpus(folder).filings())
    right, asked = Counter[str](), Counter[str]()
    table = Table("", "fact", "told", "wanted", title="facts that are not right")
    for filing, document in zip(filings, documents_of(f.path for f in filings), strict=True):
        for fact, told, wanted in _told(filing, clean_document(document)):
            asked[fact] += 1
            if _same(told) == _same(wanted):
                right[fact] += 1
            else:
                table.add_row(filing.name, fact, str(told), str(wanted))
    console = Console(width=110)
    console.print(table)
    for fact in FLOORS:
        console.print(f"{fact.replace('_', ' ')}: {right[fact]} of {asked[fact]} right")
    sys.exit(any(right[fact] < floor * asked[fact] for fact, floor in FLOORS.items()))


def _told(filing: GoldFiling, document: Document) -> list[tuple[str, object, object]]:
    facts, folios = case_facts(document), printed_folios(document)
    found = [(fact, getattr(facts, fact), filing.meta.get(fact)) for fact in FACTS]
    printed = filing.meta.get("printed_folios")
    if isinstance(printed, list) and filing.kind != "text":  # bare text has no physical pages
        pages = [(page, folio) for page, folio in enumerate(printed, 1) if "-" not in str(folio)]
        found += [("folios", folios.get(page), folio) for page, folio in pages]
    return found


def _same(fact: object) -> object:
    """A fact as it is compared: names of courts and titles by their words."""
    return None if fact is None else frozenset(re.findall(r"\w+", str(fact).casefold())) - LINKS


if __name__ == "__main__":
    main()
