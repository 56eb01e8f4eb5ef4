"""Filings that are the same to the byte as another: they get what was made of that one."""

from contextlib import suppress
from dataclasses import dataclass

from flows.boxes.inbox import Job
from flows.errors import shown
from flows.outcome import Outcome, outcome_of
from flows.work.plan import Plan


@dataclass(frozen=True, slots=True)
class Copy:
    """A filing, the name of the one that is the same, and the SHA-256 of both."""

    job: Job
    twin: str
    sha256: str


def copied(copy: Copy, plan: Plan) -> Outcome | None:
    """Write what was made of the twin under the filing's own name, text and record or error record; None if
    nothing was, or if one of the two files has changed since.

    Raises OSError if the outbox cannot be written.
    """
    from flows.records import Source  # noqa: PLC0415 - loads what a run without copies can do without

    job, outbox = copy.job, plan.outbox
    if not job.seen or job.seen_now() != job.seen:
        return None
    name = shown(str(job.name))
    path = shown(outbox.path_to(job.place))
    source = Source(name=name, sha256=copy.sha256, bytes=job.seen.size, path=path)
    with suppress(FileNotFoundError, NotADirectoryError, ValueError):
        record = outbox.load(copy.twin)
        if record.source.sha256 == copy.sha256 and record.left_out == tuple(sorted(plan.leave_out)):
            record = record.model_copy(update={"source": source})
            outbox.write(job.name, record, plan.formats)
            return outcome_of(record, "cleaned", outbox.text(job.name))
    error = outbox.error(copy.twin)
    if error and error.source and error.source.sha256 == copy.sha256:
        outbox.fail(job.name, error.model_copy(update={"source": source, "name": name, "path": path}))
        return Outcome(name, "failed", cause=error.cause, remedy=error.remedy, passing=error.passing)
    return None
