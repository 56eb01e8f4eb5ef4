"""The recipe as Prefect flows: what waits is cleaned, what is done is skipped, what fails is told."""

from collections.abc import Iterator, Sequence
from contextvars import ContextVar
from datetime import datetime
from math import ceil
from pathlib import Path
from typing import Annotated, Any, cast

from prefect import flow, runtime
from prefect.artifacts import create_markdown_artifact, create_table_artifact
from prefect.client.orchestration import get_client
from prefect.futures import PrefectFuture
from prefect.task_runners import TaskRunner, ThreadPoolTaskRunner

from cleaners.standard import STANDARD, clean
from flows.batch import still_to_do
from flows.errors import UnfitFiling, shown
from flows.forms import Format, Place, Places, Step, as_list, titled
from flows.inbox import Job, UnusableSource, jobs_in
from flows.outcome import Outcome, Progress
from flows.plan import Plan
from flows.shown import before_and_after
from flows.tasks import NothingCleaned, clean_filings, outcome_state
from flows.workshop import PROCESSORS, Workshop

MOST_TASKS = 200
"""Task runs in a flow run: few enough for the server to record every one of them."""

MOST_ROWS = 500
"""Rows of the table in Prefect's UI, the failed filings first. The outbox has them all."""

watching: ContextVar[Progress | None] = ContextVar("watching", default=None)
"""Who is told how far a flow in this process is. No parameter: a form has no use for it."""


def _names_its_filing() -> str:
    return f"clean {shown(Path(runtime.flow_run.parameters['source']).name)}"


@flow(flow_run_name=_names_its_filing)
def clean_filing(
    source: Annotated[Place, titled("Filing")],
    outbox: Annotated[Place, titled("Outbox")],
    leave_out: Annotated[tuple[Step, ...], titled("Steps to leave out")] = (),
    formats: Annotated[tuple[Format, ...], titled("Further formats")] = (),
) -> Outcome:
    """Clean one filing, whether or not that was done before.

    Args:
        source: The file, as the machine that runs this sees it: a PDF, an image or a text file.
        outbox: The folder that takes the clean text and its record.
        leave_out: Cleaning steps that are to be left out.
        formats: What is written besides text and record.

    Raises:
        UnfitFiling: it cannot be cleaned.
    """
    path = Path(source)
    if path.is_dir():
        raise UnusableSource(f"{source} is a folder, which clean_inbox is for")
    with Workshop(Plan(Path(outbox), leave_out, formats), watching.get()) as shop:
        (outcome,) = _outcomes(clean_filings.submit(jobs_in([path], Path(outbox)), shop))
    if outcome.failed:
        raise UnfitFiling(path, outcome.cause, outcome.remedy)
    return outcome


@flow(flow_run_name="clean pasted text")
def clean_text(
    text: Annotated[str, titled("Text", min_length=1, max_length=1_000_000)],
    only: Annotated[tuple[Step, ...], titled("Only these steps")] = (),
    leave_out: Annotated[tuple[Step, ...], titled("Steps to leave out")] = (),
) -> str:
    """Clean text that is pasted into the form, and show it before and after.

    Args:
        text: Text as it was copied or dumped, with its line ends. A form feed begins a page.
        only: Steps to take alone; none means all.
        leave_out: Steps to leave out of those.
    """
    cleaned = clean(text, leave_out={*leave_out, *(STANDARD.keys() - only if only else ())})
    create_markdown_artifact(before_and_after(text, cleaned), key="text", description="Before and after")
    return cleaned


SIDE_BY_SIDE = cast("TaskRunner[PrefectFuture[Any]]", ThreadPoolTaskRunner[Any](max_workers=2 * PROCESSORS))


@flow(flow_run_name="clean inbox", task_runner=SIDE_BY_SIDE)
def clean_inbox(
    sources: Annotated[Places, titled("Folders and filings")],
    outbox: Annotated[Place, titled("Outbox")],
    again: Annotated[bool, titled("Clean again")] = False,
    leave_out: Annotated[tuple[Step, ...], titled("Steps to leave out")] = (),
    formats: Annotated[tuple[Format, ...], titled("Further formats")] = (),
) -> list[Outcome]:
    """Clean the filings in folders: what is new or has changed is cleaned, what is done is skipped. A filing
    that fails gets an error record in the outbox, and the others go on.

    Args:
        sources: Folders, whose subfolders count, and single filings, as the machine that runs this sees them.
        outbox: The folder that takes the clean texts and their records, in the tree of the sources.
        again: Clean also what is done already.
        leave_out: Cleaning steps that are to be left out.
        formats: What is written besides text and record.

    Raises:
        NothingCleaned: every filing failed; its ``outcomes`` say why.
    """
    outbox = Path(outbox)
    jobs = jobs_in([Path(source) for source in as_list(sources)], outbox)
    _name_run(f"clean inbox {datetime.now().astimezone():%Y-%m-%d}, {len(jobs)} filings")
    waiting, outcomes = (jobs, []) if again else still_to_do(jobs, outbox, leave_out, formats)
    with Workshop(Plan(outbox, leave_out, formats), watching.get()) as shop:
        for outcome in outcomes:
            if shop.progress:
                shop.progress.filing(outcome)
        for run in [clean_filings.submit(group, shop) for group in _groups(waiting)]:
            outcomes += _outcomes(run)
    _show(outcomes)
    return cast("list[Outcome]", outcome_state(sorted(outcomes, key=lambda outcome: outcome.name)))


def _groups(jobs: Sequence[Job]) -> Iterator[Sequence[Job]]:
    size = max(1, ceil(len(jobs) / MOST_TASKS))
    for start in range(0, len(jobs), size):
        yield jobs[start : start + size]


def _outcomes(run: PrefectFuture[Any]) -> list[Outcome]:
    result = run.result(raise_on_failure=False)
    if isinstance(result, NothingCleaned):
        return result.outcomes
    if isinstance(result, BaseException):
        raise result
    outcomes: list[Outcome] = result
    return outcomes


def _name_run(name: str) -> None:
    if run := runtime.flow_run.id:
        with get_client(sync_client=True) as client:
            client.update_flow_run(run, name=name)


def _show(outcomes: list[Outcome]) -> None:
    """Put the table of filings into Prefect's UI."""
    rows = [
        {
            "filing": o.name,
            "state": o.state,
            "pages": o.pages,
            "read": o.read,
            "confidence": "" if o.confidence is None else f"{o.confidence:.0%}",
            "seconds": round(o.seconds, 1),
            "text": o.text,
            "cause": o.cause,
            "remedy": o.remedy,
        }
        for o in sorted(outcomes, key=lambda o: (not o.failed, o.name))
    ]
    create_table_artifact(rows[:MOST_ROWS], key="filings", description=f"{len(rows)} filings")
