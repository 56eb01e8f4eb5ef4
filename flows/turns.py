"""What a worker process does for a filing at a time: read some of its pages, or finish it.

A short filing is read and finished in its first turn. Of a longer one each turn reads as many pages as its
time allows and lays them down in a folder, and a last one puts them together: so several workers can read one
filing, and no more than a page's picture is ever in memory.
"""

import pickle
import shutil
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from statistics import mean
from time import monotonic
from typing import Literal

from cleaners.document import Document
from cleaners.layout import Sheet
from cleaners.standard import clean_document
from flows.errors import UnfitFiling
from flows.inbox import Job
from flows.outbox import TEXT, write_outputs
from flows.outcome import Outcome
from flows.plan import Opened, PageRead, Plan, Said
from flows.reading import pages_in, put_together, read_sheets, read_text
from flows.recording import record_of, source_of
from flows.records import Receipt

TURN = 0.5
"""Seconds after which a turn ends with the page it is at."""


def begin(job: Job, plan: Plan, folder: Path) -> Iterator[Said]:
    """The first turn of a filing; ``folder`` takes its sheets if it needs more."""
    state = _state_of(job.path)
    pages = pages_in(job.path, plan.limits)
    yield Opened(pages or 0, state)
    if pages is None:
        yield _finished(job, plan, state, read_text(job.path, plan.limits))
        return
    sheets = []
    for sheet in _within_turn(read_sheets(job.path, 1, pages, plan.limits)):
        sheets.append(sheet)
        yield PageRead(sheet.number)
    if len(sheets) < pages:
        _lay_down(folder, sheets)
    else:
        yield _finished(job, plan, state, put_together(job.path, sheets, plan.limits))


def go_on(job: Job, plan: Plan, folder: Path, first: int, last: int) -> Iterator[Said]:
    """Read the pages from ``first`` to ``last``, or as many of them as the time of a turn allows."""
    for sheet in _within_turn(read_sheets(job.path, first, last, plan.limits)):
        _lay_down(folder, [sheet])
        yield PageRead(sheet.number)


def finish(job: Job, plan: Plan, folder: Path, opened: Opened) -> Iterator[Said]:
    """Put the sheets of a filing together, clean it, and write its text and record."""
    yield _finished(job, plan, opened.state, put_together(job.path, _laid_down(folder), plan.limits))
    shutil.rmtree(folder)


def outcome_of(receipt: Receipt, state: Literal["cleaned", "done before"], text: Path) -> Outcome:
    """The outcome of a filing that is clean; ``text`` is where its clean text lies."""
    methods = Counter(page.method for page in receipt.pages)
    confidences = [page.confidence for page in receipt.pages if page.confidence is not None]
    return Outcome(
        name=receipt.source.name,
        state=state,
        pages=len(receipt.pages),
        read=", ".join(f"{method} {count}" for method, count in sorted(methods.items())),
        confidence=mean(confidences) if confidences else None,
        quality=receipt.quality,
        look=tuple(f"look at page {p.number}: {'; '.join(p.doubts)}" for p in receipt.pages if p.doubts),
        text=str(text),
    )


def _within_turn(sheets: Iterator[Sheet]) -> Iterator[Sheet]:
    ends = monotonic() + TURN
    for sheet in sheets:
        yield sheet
        if monotonic() > ends:
            return


def _lay_down(folder: Path, sheets: Iterable[Sheet]) -> None:
    folder.mkdir(exist_ok=True)
    for sheet in sheets:
        (folder / f"{sheet.number:09}").write_bytes(pickle.dumps(sheet, pickle.HIGHEST_PROTOCOL))


def _laid_down(folder: Path) -> Iterator[Sheet]:
    """The sheets in the order of their pages; only worker processes of this batch have written there."""
    for place in sorted(folder.iterdir()):
        yield pickle.loads(place.read_bytes())  # noqa: S301


def _finished(job: Job, plan: Plan, state: tuple[int, int], document: Document) -> Outcome:
    source = source_of(job.path, job.name, plan.outbox)
    if _state_of(job.path) != state:
        raise UnfitFiling(job.path, "the file changed while it was read", "run again once it has arrived")
    clean = clean_document(document, leave_out=plan.leave_out)
    record = record_of(clean, source, plan.leave_out)
    write_outputs(plan.outbox, job.name, job.path, record, plan.formats)
    outcome = outcome_of(record, "cleaned", plan.outbox / f"{job.name}{TEXT}")
    return replace(outcome, facts=record.facts)


def _state_of(path: Path) -> tuple[int, int]:
    stat = path.stat()
    return stat.st_size, stat.st_mtime_ns
