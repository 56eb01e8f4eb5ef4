"""Filings to try again on request, found by what the outbox says of them."""

from collections.abc import Sequence
from fnmatch import fnmatchcase

from flows.boxes.inbox import Job, job_at
from flows.boxes.outbox import ERROR, RECORD, Outbox
from flows.records import Receipt


def jobs_to_retry(outbox: Outbox, patterns: Sequence[str] = ()) -> tuple[list[Job], list[str]]:
    """The filings that failed; or those, failed or done, whose names match one of the patterns (``*``, ``?``,
    ``[...]``). Besides, the names of those whose files are not where they were.

    Raises OSError if the outbox cannot be read.
    """
    failed, jobs, gone = outbox.names(ERROR), [], []
    names = failed if not patterns else sorted({*failed, *outbox.names(RECORD)})
    for name in names:
        if patterns and not any(fnmatchcase(name, pattern) for pattern in patterns):
            continue
        path = _path_of(outbox, name)
        job = job_at(outbox.place_at(path), name) if path else None
        if job:
            jobs.append(job)
        else:
            gone.append(name)
    return jobs, gone


def _path_of(outbox: Outbox, name: str) -> str:
    """Where the file of a filing stood, seen from the outbox; "" if that is not known."""
    if error := outbox.error(name):
        return error.path
    try:
        return Receipt.model_validate_json(outbox.store.read(f"{name}{RECORD}")).source.path
    except (FileNotFoundError, ValueError):
        return ""
