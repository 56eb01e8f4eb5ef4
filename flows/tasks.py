"""Prefect's view of the work: a task cleans a group of filings.

A task run costs the server about as much as a page of text costs the cleaner, and of more than some thousand
task runs a run it loses part; so no page is a task, and filings come in groups.
"""

from collections import UserList
from collections.abc import Sequence
from typing import Any, cast

from prefect import get_run_logger, runtime, task
from prefect.cache_policies import NO_CACHE
from prefect.client.schemas.objects import State
from prefect.states import Cancelled, Completed, Failed

from flows.batch import Batch
from flows.boxes.inbox import Job
from flows.errors import shown
from flows.outcome import Outcome
from flows.showing.tables import counted
from flows.work.workshop import Closed

STOPPED = "the run was stopped. What is finished is kept, and the next run goes on from there"


class NothingCleaned(Exception):
    """Every filing failed. The outcomes say why."""

    def __init__(self, message: str, outcomes: list[Outcome]) -> None:
        self.outcomes = outcomes
        super().__init__(message, outcomes)

    def __str__(self) -> str:
        return str(self.args[0])


def _names_its_filings() -> str:
    given = runtime.task_run.parameters
    jobs: Sequence[Job] = given["batch"].waiting[given["group"]]
    more = f" and {len(jobs) - 1} more" if len(jobs) > 1 else ""
    return f"clean {shown(str(jobs[0].name))}{more}"


# Prefect looks through all that a task is given, three times over, for what other tasks are to give first: so
# it is given no filings, only which they are. The batch holds processes: no cache key could be made of it.
@task(name="clean filings", task_run_name=_names_its_filings, cache_policy=NO_CACHE)
def clean_filings(group: slice, batch: Batch) -> list[Outcome]:
    """Clean a group of the filings that wait. Those that fail are told of by the log, for what is not well is
    what one looks for there; the run's own state says how many.
    """
    log = get_run_logger()
    outcomes = []
    try:
        for outcome in batch.clean(batch.waiting[group]):
            outcomes.append(outcome)
            if outcome.failed:
                log.warning("%s: %s; %s", outcome.name, outcome.cause, outcome.remedy)
    except Closed:  # a line in the log; raised, it would be a traceback for each group
        return cast("list[Outcome]", Cancelled(message=STOPPED))
    failed = sum(outcome.failed for outcome in outcomes)
    told = f"{len(outcomes) - failed} clean, {failed} failed"
    name = "PartlyFailed" if failed else "Completed"
    return cast("list[Outcome]", Completed(name=name, message=told, data=outcomes))


def outcome_state(outcomes: list[Outcome]) -> State[Any]:
    """Completed; PartlyFailed, which counts as completed, if some filings failed in this run; Failed if all
    did. A flow that returns it gives its caller the outcomes, or raises ``NothingCleaned``.

    Prefect looks through a list that a flow returns, every field of every outcome, for what is still to come:
    .2 s of a processor for 2,000 outcomes. It does not look into a UserList.
    """
    kept = UserList(outcomes)
    failed = [outcome for outcome in outcomes if outcome.state == "failed"]
    if not failed:
        return Completed(message=counted(outcomes), data=kept)
    told = "; ".join(f"{outcome.name}: {outcome.cause}" for outcome in failed[:10])
    message = f"{len(failed)} of {len(outcomes)} filings failed: {told}{'; ...' * (len(failed) > 10)}"
    if len(failed) == len(outcomes):
        return Failed(message=message, data=NothingCleaned(message, outcomes))
    return Completed(name="PartlyFailed", message=message, data=kept)
