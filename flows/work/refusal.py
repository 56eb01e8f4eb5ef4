"""What becomes of a filing that cannot be cleaned: an outcome, and an error record in the outbox."""

import traceback
from contextlib import suppress

from flows.boxes.inbox import Job
from flows.errors import UnfitFiling, shown
from flows.outcome import Outcome
from flows.recording import source_of
from flows.records import ErrorRecord
from flows.versions import versions
from flows.work.plan import Plan


def refused(job: Job, plan: Plan, error: Exception) -> Outcome:
    """The outcome of a filing that failed, with its error record where one can be written."""
    name, trace = shown(str(job.name)), ""
    passing = isinstance(error, OSError | MemoryError)
    if isinstance(error, UnfitFiling):
        cause, remedy, passing = error.cause, error.remedy, error.passing
    elif isinstance(error, OSError):
        cause, remedy = f"it could not be read or written ({error})", "check permissions and free space"
    else:
        cause = f"an error in clean-filings ({type(error).__name__}: {error})"
        remedy, trace = "report it, with the error record", "".join(traceback.format_exception(error))
    source = None
    if job.seen:
        with suppress(OSError), job.fetched() as path:
            source = source_of(path, job.name)
    with suppress(OSError, UnfitFiling):  # the outcome tells of it all the same
        before = plan.outbox.error(job.name)
        same = before and before.source and source and before.source.sha256 == source.sha256
        record = ErrorRecord(
            name=name,
            path=shown(plan.outbox.path_to(job.place)),
            source=source,
            versions=versions(name),
            left_out=tuple(sorted(plan.leave_out)),
            cause=cause,
            remedy=remedy,
            passing=passing,
            attempts=before.attempts + 1 if before and same else 1,
            trace=trace,
        )
        plan.outbox.fail(job.name, record)
    return Outcome(
        name,
        "failed",
        cause=cause,
        remedy=remedy,
        passing=passing,
        sha256=source.sha256 if source else "",
    )
