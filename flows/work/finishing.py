"""What a worker does with a filing whose pages are read: put them together, clean it, write text and record.

Nothing here loads what reads pages: a filing of 1,000 full ones is finished in 50 MiB less without.
"""

import pickle
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from cleaners.document import Document
from cleaners.reading_order.layout import Sheet
from flows.assembly import put_together
from flows.boxes.inbox import Job
from flows.errors import UnfitFiling, gone
from flows.outcome import Outcome, outcome_of
from flows.storage.stores import Seen
from flows.work.plan import Opened, Plan, Said

if TYPE_CHECKING:
    from flows.records import Source

SHEET = ".sheet"


def finish(job: Job, plan: Plan, folder: Path, opened: Opened) -> Iterator[Said]:
    """Finish a filing whose sheets lie in the folder."""
    path = local(job, folder)
    yield finished(job, plan, path, opened.seen, lambda: put_together(path, _laid_down(folder), plan.limits))


def local(job: Job, folder: Path) -> Path:
    """The filing on a local disk: where it lies, or a copy that its first turn makes."""
    if not job.store:
        return job.path
    local = folder / job.path.name
    if not local.exists():
        folder.mkdir(exist_ok=True)
        job.store.fetch(str(job.path), local)
    return local


def lay_down(folder: Path, sheets: Iterable[Sheet]) -> None:
    """Lay pages down in a folder, until their filing is read as a whole."""
    folder.mkdir(exist_ok=True)
    for sheet in sheets:
        (folder / f"{sheet.number:09}{SHEET}").write_bytes(pickle.dumps(sheet, pickle.HIGHEST_PROTOCOL))


def _laid_down(folder: Path) -> Iterator[Sheet]:
    """The sheets in the order of their pages; only worker processes of this batch have written there."""
    for place in sorted(folder.glob(f"*{SHEET}")):
        yield pickle.loads(place.read_bytes())  # noqa: S301


def finished(job: Job, plan: Plan, path: Path, seen: Seen | None, read: Callable[[], Document]) -> Outcome:
    """What comes of a filing that was read: its text and record are written.

    No name here holds the document, neither as it is put together nor as it is cleaned: a long filing's words
    would stay in memory beside those that each step has of it again (1,000 full pages: 258 MiB, 237 without).
    """
    # Loaded only now: a worker is at its first page a quarter of a second sooner.
    from cleaners.standard import clean_document  # noqa: PLC0415
    from flows.recording import record_of  # noqa: PLC0415

    record = record_of(
        clean_document(read(), leave_out=plan.leave_out),
        _source(job, plan, path, seen),
        plan.leave_out,
    )
    plan.outbox.write(job.name, record, plan.formats)
    outcome = outcome_of(record, "cleaned", plan.outbox.text(job.name))
    return replace(outcome, facts=record.facts)


def _source(job: Job, plan: Plan, path: Path, seen: Seen | None) -> "Source":
    """The file's identity. Raises UnfitFiling if it is gone, or not as it was ``seen`` before it was read."""
    from flows.recording import source_of  # noqa: PLC0415 - as above

    try:
        source = source_of(path, job.name, plan.outbox.path_to(job.place))
    except FileNotFoundError as error:
        raise gone(job.path) from error
    if job.seen_now() != seen:
        cause = "the file changed while it was read"
        raise UnfitFiling(job.path, cause, "run again once it has arrived", passing=True)
    return source
