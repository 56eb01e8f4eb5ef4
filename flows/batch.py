"""Cleaning many filings: what is done is skipped, the rest goes to the workshop. No server is behind it."""

from collections.abc import Collection, Sequence
from pathlib import Path

from flows.inbox import Job
from flows.limits import Limits, limits_in
from flows.outbox import RECORD, TEXT, finished, write_formats
from flows.outcome import Outcome, Progress
from flows.plan import Plan
from flows.records import load_record
from flows.turns import outcome_of
from flows.workshop import Workshop


def clean_batch(  # noqa: PLR0913 - the last four by name only
    jobs: Sequence[Job],
    outbox: Path,
    progress: Progress | None = None,
    *,
    again: bool = False,
    leave_out: Collection[str] = (),
    formats: Collection[str] = (),
    limits: Limits | None = None,
) -> list[Outcome]:
    """Clean filings side by side, in worker processes; those that are done already are skipped, unless
    ``again``. ``formats`` name those of :data:`flows.formats.FORMATS` that are written besides text and
    record; the ``limits`` are the environment's, unless they are given.

    A filing that fails is told of by its outcome and by an error record in the outbox; the others go on.
    """
    waiting, outcomes = (jobs, []) if again else still_to_do(jobs, outbox, leave_out, formats)
    if progress:
        for outcome in outcomes:
            progress.filing(outcome)
    if waiting:
        with Workshop(Plan(outbox, leave_out, formats, limits or limits_in()), progress) as shop:
            outcomes += shop.clean(waiting)
    return sorted(outcomes, key=lambda outcome: outcome.name)


def still_to_do(
    jobs: Sequence[Job], outbox: Path, leave_out: Collection[str] = (), formats: Collection[str] = ()
) -> tuple[list[Job], list[Outcome]]:
    """The jobs that are not done yet, and the outcomes of those that are; what these lack of the formats is
    written from their records."""
    waiting, done = [], []
    for job in jobs:
        receipt = None if job.cause else finished(outbox, job.name, job.path, leave_out)
        if receipt:
            if formats:
                record = load_record(outbox / f"{job.name}{RECORD}")
                write_formats(outbox, job.name, job.path, record, formats)
            done.append(outcome_of(receipt, "done before", outbox / f"{job.name}{TEXT}"))
        else:
            waiting.append(job)
    return waiting, done
