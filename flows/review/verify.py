"""The proof that an outbox has lost nothing, filing by filing."""

import hashlib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from pydantic import ValidationError
from rich.console import Console
from rich.table import Table
from rich.text import Text

from flows.boxes.outbox import RECORD, TEXT, Outbox
from flows.boxes.sources import sha256_of, source_of
from flows.errors import shown
from flows.records import Record


@dataclass(frozen=True)
class Verdict:
    """What became of the characters of a filing's source, and what does not hold. ``source`` says how the
    file that was read compares: ``same``, ``changed`` or ``not there``."""

    name: str
    read: int = 0
    kept: int = 0
    moved: int = 0
    changed: int = 0
    removed: int = 0
    source: str = ""
    faults: tuple[str, ...] = ()


def verdicts(outbox: Outbox, inbox: str | None = None) -> Iterator[Verdict]:
    """A verdict on each record of an outbox, in the order of their names; on those of earlier states, too, if
    the outbox that is given is its folder of these. ``inbox`` is a path or a URL.

    Raises OSError if the outbox cannot be read.
    """
    texts = set(outbox.names(TEXT))
    for name in outbox.names(RECORD):
        if name in texts or _is_record(outbox, name):
            yield verdict_on(outbox, name, inbox)


def verdict_on(outbox: Outbox, name: str, inbox: str | None = None) -> Verdict:
    """Whether the record of a filing holds: it gives back what was read, to the hash; every character stands
    in one piece; what was done has a step and a reason; text and source file are those it speaks of."""
    told = shown(name)
    try:
        record = outbox.load(name)
        pieces = record.pieces
    except (OSError, ValueError, TypeError, IndexError, KeyError) as error:
        why = error.errors()[0]["msg"] if isinstance(error, ValidationError) else str(error).splitlines()[0]
        return Verdict(told, faults=(f"the record does not hold ({why}); the next run cleans it anew",))
    faults = []
    spans = sorted((piece.start, piece.end) for piece in pieces if piece.end > piece.start)
    edges = [(0, 0), *spans, (record.read.characters, record.read.characters)]
    if any(one[1] != two[0] for one, two in pairwise(edges)):
        faults.append("a part of the source stands in no piece, or in two")
    if any(piece.by and not (all(piece.by) and piece.reason) for piece in pieces):
        faults.append("a change has no step or no reason")
    if _sum_of_text(outbox, name) != record.clean.sha256:
        faults.append("the clean text beside the record is missing or another")
    source = _source(name, record, outbox, inbox)
    if source == "changed" or (source == "not there" and inbox):
        faults.append(f"the source file is {source}")
    counts = _fates(record)
    kept, moved, changed, removed = (counts[fate] for fate in FATES)
    read = record.read.characters
    return Verdict(told, read, kept, moved, changed, removed, source, tuple(faults))


FATES = ("kept", "moved", "changed", "removed")


def _fates(record: Record) -> Counter[str]:
    """Characters of the source by what became of them."""
    counts: Counter[str] = Counter()
    for piece in record.pieces:
        size = piece.end - piece.start
        if not piece.by:
            counts["kept"] += size
        elif not piece.text:
            counts["removed"] += size
        elif piece.text == record.document.source[piece.start : piece.end]:
            counts["moved"] += size
        else:
            counts["changed"] += size
    return counts


def _source(name: str, record: Record, outbox: Outbox, inbox: str | None) -> str:
    job = source_of(name, record, outbox, inbox)
    if job is None:
        return "not there"
    try:
        with job.fetched() as path:
            return "same" if sha256_of(path) == record.source.sha256 else "changed"
    except OSError:
        return "not there"


def _sum_of_text(outbox: Outbox, name: str) -> str | None:
    try:
        return hashlib.sha256(outbox.store.read(f"{name}{TEXT}")).hexdigest()
    except OSError:
        return None


def _is_record(outbox: Outbox, name: str) -> bool:
    """Whether a JSON file says that it is a record; others are passed by."""
    return b"clean-filings/record/" in outbox.store.read(f"{name}{RECORD}")[:200]


def print_verdicts(found: list[Verdict]) -> None:
    """A table of the filings, and what does not hold; as wide as it needs to be where no terminal sets a
    width."""
    console = Console()
    if not console.is_terminal:
        console.width = 200
    table = Table("filing", box=None, header_style="bold", pad_edge=False)
    for heading in ("read", *FATES):
        table.add_column(heading, justify="right")
    table.add_column("source file")
    table.add_column("holds", overflow="fold")
    for verdict in found:
        numbers = (verdict.read, verdict.kept, verdict.moved, verdict.changed, verdict.removed)
        table.add_row(
            Text(verdict.name, overflow="fold"),
            *(f"{number:,}" for number in numbers),
            verdict.source,
            Text("; ".join(verdict.faults) or "yes", style="red" if verdict.faults else "green"),
        )
    console.print(table)
