"""The file that a record was made of, wherever it lies by now."""

import hashlib
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path

from flows.boxes.inbox import Job, job_at
from flows.boxes.outbox import Outbox
from flows.records import Record


def source_of(name: str, record: Record, outbox: Outbox, inbox: str | None = None) -> Job | None:
    """The file that the record of a filing was made of, or what stands in its place: below ``inbox``, a path
    or a URL, or else where it was cleaned from, as seen from the outbox. None if nothing is there."""
    if not (inbox or record.source.path):
        return None
    place = f"{inbox.rstrip('/')}/{name}" if inbox else outbox.place_at(record.source.path)
    with suppress(OSError):
        return job_at(place, name)
    return None


@contextmanager
def unchanged(job: Job | None, record: Record) -> Iterator[Path | None]:
    """The file on a local disk, as long as the ``with`` lasts, if it is still what the record was made of."""
    with ExitStack() as fetched:
        path = None
        with suppress(OSError):
            path = fetched.enter_context(job.fetched()) if job else None
            path = path if path and sha256_of(path) == record.source.sha256 else None
        yield path


def sha256_of(path: Path) -> str:
    """The hash of what is in a file. Raises OSError if it cannot be read."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
