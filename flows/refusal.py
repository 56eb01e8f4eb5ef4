"""What becomes of a filing that cannot be cleaned: an outcome, and an error record in the outbox."""

import traceback
from contextlib import suppress
from pathlib import Path

from flows.errors import UnfitFiling, shown
from flows.inbox import Job
from flows.outbox import write_error
from flows.outcome import Outcome
from flows.recording import source_of, versions
from flows.records import ErrorRecord


def refused(job: Job, outbox: Path, error: Exception) -> Outcome:
    """The outcome of a filing that failed, with its error record where one can be written."""
    name, trace = shown(str(job.name)), ""
    if isinstance(error, UnfitFiling):
        cause, remedy = error.cause, error.remedy
    elif isinstance(error, OSError):
        cause, remedy = f"it could not be read or written ({error})", "check permissions and free space"
    else:
        cause = f"an error in clean-filings ({type(error).__name__}: {error})"
        remedy, trace = "report it, with the error record", "".join(traceback.format_exception(error))
    source = None
    if job.path.is_file():
        with suppress(OSError):
            source = source_of(job.path, job.name)
    record = ErrorRecord(
        name=name, source=source, versions=versions(), cause=cause, remedy=remedy, trace=trace
    )
    with suppress(OSError, UnfitFiling):  # the outcome tells of it all the same
        write_error(outbox, job.name, job.path, record)
    return Outcome(name, "failed", cause=cause, remedy=remedy)
