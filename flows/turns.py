"""What a worker process does for a filing at a time: read some of its pages, or finish it.

A short filing is read and finished in its first turn. Of a longer one each turn reads as many pages as its
time allows and lays them down in a folder, and a last one puts them together: so several workers can read one
filing, and no more than a page's picture is ever in memory.
"""

import pickle
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from time import monotonic

import cv2

from cleaners.document import Document
from cleaners.reading_order.layout import Sheet
from flows.errors import UnfitFiling, gone
from flows.inbox import Job
from flows.outcome import Outcome, outcome_of
from flows.passwords import unlocked
from flows.plan import Opened, PageRead, Plan, Said
from flows.reading import pages_in, put_together, read_sheets, read_text
from flows.stores import Seen

cv2.setNumThreads(1)  # there is a worker for each core: OpenCV's own threads cost a sixth more CPU a picture

FIRST, LATER = 0.5, 2.0
"""Seconds after which the first turn of a filing, and a later one, ends with the page it is at. A turn begins
by opening the file, which takes 60 ms of a born-digital PDF of 2,000 pages, and 12 ms a page: with later
turns of half a second such a filing took half as much again of the processors' time."""

SHEET = ".sheet"


def begin(job: Job, plan: Plan, folder: Path) -> Iterator[Said]:
    """The first turn of a filing; ``folder`` takes its sheets if it needs more, and the file if it lies
    elsewhere."""
    seen, path = job.seen_now(), _local(job, folder)
    read = unlocked(path, folder, plan.limits)
    pages = pages_in(read, plan.limits)
    yield Opened(pages or 0, seen)
    if pages is None:
        yield _finished(job, plan, path, seen, read_text(path, plan.limits))
        return
    sheets = []
    for sheet in _within(FIRST, read_sheets(read, 1, pages, plan.limits)):
        sheets.append(sheet)
        yield PageRead(sheet.number)
    if len(sheets) < pages:
        _lay_down(folder, sheets)
    else:
        yield _finished(job, plan, path, seen, put_together(path, sheets, plan.limits))


def go_on(job: Job, plan: Plan, folder: Path, first: int, last: int) -> Iterator[Said]:
    """Read the pages from ``first`` to ``last``, or as many of them as the time of a turn allows."""
    path = unlocked(_local(job, folder), folder, plan.limits)
    for sheet in _within(LATER, read_sheets(path, first, last, plan.limits)):
        _lay_down(folder, [sheet])
        yield PageRead(sheet.number)


def finish(job: Job, plan: Plan, folder: Path, opened: Opened) -> Iterator[Said]:
    """Put the sheets of a filing together, clean it, and write its text and record."""
    path = _local(job, folder)
    yield _finished(job, plan, path, opened.seen, put_together(path, _laid_down(folder), plan.limits))


def _local(job: Job, folder: Path) -> Path:
    """The filing on a local disk: where it lies, or a copy that its first turn makes."""
    if not job.store:
        return job.path
    local = folder / job.path.name
    if not local.exists():
        folder.mkdir(exist_ok=True)
        job.store.fetch(str(job.path), local)
    return local


def _within(seconds: float, sheets: Iterator[Sheet]) -> Iterator[Sheet]:
    ends = monotonic() + seconds
    for sheet in sheets:
        yield sheet
        if monotonic() > ends:
            return


def _lay_down(folder: Path, sheets: Iterable[Sheet]) -> None:
    folder.mkdir(exist_ok=True)
    for sheet in sheets:
        (folder / f"{sheet.number:09}{SHEET}").write_bytes(pickle.dumps(sheet, pickle.HIGHEST_PROTOCOL))


def _laid_down(folder: Path) -> Iterator[Sheet]:
    """The sheets in the order of their pages; only worker processes of this batch have written there."""
    for place in sorted(folder.glob(f"*{SHEET}")):
        yield pickle.loads(place.read_bytes())  # noqa: S301


def _finished(job: Job, plan: Plan, path: Path, seen: Seen | None, document: Document) -> Outcome:
    # Loaded only now: a worker is at its first page a quarter of a second sooner.
    from cleaners.standard import clean_document  # noqa: PLC0415
    from flows.recording import record_of, source_of  # noqa: PLC0415

    try:
        source = source_of(path, job.name, plan.outbox.path_to(job.place))
    except FileNotFoundError as error:
        raise gone(job.path) from error
    if job.seen_now() != seen:
        cause = "the file changed while it was read"
        raise UnfitFiling(job.path, cause, "run again once it has arrived", passing=True)
    record = record_of(clean_document(document, leave_out=plan.leave_out), source, plan.leave_out)
    del document  # a long one's words take as much as writing it down
    plan.outbox.write(job.name, record, plan.formats)
    outcome = outcome_of(record, "cleaned", plan.outbox.text(job.name))
    return replace(outcome, facts=record.facts)
