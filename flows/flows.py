"""The recipe as Prefect flows: what waits is cleaned, what is done is skipped, what fails is told."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import datetime
from math import ceil
from pathlib import Path
from time import monotonic
from typing import Annotated, Any, cast

from httpx import HTTPError
from prefect import flow, get_run_logger, runtime
from prefect.artifacts import create_markdown_artifact
from prefect.client.orchestration import get_client
from prefect.futures import PrefectFuture
from prefect.task_runners import TaskRunner, ThreadPoolTaskRunner

from cleaners.standard import STANDARD, clean
from flows.batch import Batch, Share
from flows.boxes.inbox import jobs_in
from flows.boxes.outbox import Outbox
from flows.errors import UnfitFiling, shown
from flows.outcome import Outcome, Progress
from flows.showing.artifacts import show_batch, show_filing
from flows.showing.forms import Format, Place, Places, Step, as_list, titled
from flows.showing.reporter import Reporter
from flows.showing.tables import before_and_after, summed_up
from flows.storage.stores import UnusablePlace
from flows.tasks import clean_filings, outcome_state
from flows.without_server import ends_without_server
from flows.work.plan import Plan
from flows.work.workshop import PROCESSORS

MOST_TASKS, FEWEST_FILINGS = 10, 500
"""Task runs in a flow run, whatever the size of the inbox, and filings in each but the last. A task run costs
45 ms of a processor, most of them in the server, as much as two short filings; of more than a thousand it
loses some. No filing waits for a group: all are in one queue."""

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
        source: The file, as the machine that runs this sees it, or its URL: a PDF, an image or a text file.
        outbox: The folder or URL that takes the clean text and its record.
        leave_out: Cleaning steps that are to be left out.
        formats: What is written besides text and record.

    Raises:
        UnfitFiling: it cannot be cleaned.
    """
    jobs = jobs_in([source], outbox)
    if Path(source).is_dir() or len(jobs) > 1:
        raise UnusablePlace(f"{source} is a folder, which clean_inbox is for")
    if not jobs:
        raise UnusablePlace(f"{source} does not exist")
    plan = Plan(Outbox(outbox), leave_out, formats)
    with Reporter(1, watching.get()) as reporter, Batch(jobs, plan, reporter, anew=True) as batch:
        (outcome,) = [*clean_filings.submit(slice(None), batch).result(), *batch.rest()]
    if outcome.failed:
        raise UnfitFiling(Path(source), outcome.cause, outcome.remedy)
    with _showing():
        show_filing(outcome, plan.outbox)
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
    with ends_without_server():
        create_markdown_artifact(before_and_after(text, cleaned), key="text", description="Before and after")
    return cleaned


SIDE_BY_SIDE = cast("TaskRunner[PrefectFuture[Any]]", ThreadPoolTaskRunner[Any](max_workers=2 * PROCESSORS))


@flow(flow_run_name="clean an inbox", task_runner=SIDE_BY_SIDE)
def clean_inbox(  # noqa: PLR0917 - the fields of its form
    sources: Annotated[Places, titled("Folders and filings")],
    outbox: Annotated[Place, titled("Outbox")],
    again: Annotated[bool, titled("Clean again")] = False,
    retry: Annotated[bool, titled("Try failures again")] = False,
    settle: Annotated[float, titled("Settle time", ge=0, le=3600)] = 5.0,
    leave_out: Annotated[tuple[Step, ...], titled("Steps to leave out")] = (),
    formats: Annotated[tuple[Format, ...], titled("Further formats")] = (),
    share: Annotated[int, titled("Share", ge=0)] = 0,
    shares: Annotated[int, titled("Of shares", ge=1)] = 1,
) -> Sequence[Outcome]:
    """Clean the filings in folders: what is new or has changed is cleaned, what is done is skipped. A filing
    that fails gets an error record in the outbox, and the others go on.

    Args:
        sources: Folders, whose subfolders count, and single filings, as the machine that runs this sees them;
            or URLs such as s3://court/inbox.
        outbox: The folder or URL that takes the clean texts and their records, in the tree of the sources.
        again: Clean also what is done already, if this version might clean it differently.
        retry: Try again also what failed, and would fail again for all that is known.
        settle: Seconds for which a file must not have changed to be taken; it might still be arriving.
        leave_out: Cleaning steps that are to be left out.
        formats: What is written besides text and record.
        share: Of several runs over these folders at once, each begins with another share; from 0 on.
        shares: How many such runs there are. Whatever one of them leaves undone the others do.

    Raises:
        NothingCleaned: every filing failed; its ``outcomes`` say why.
    """
    began, plan = monotonic(), Plan(Outbox(outbox), leave_out, formats)
    jobs = jobs_in(as_list(sources), outbox)
    _name_run(f"clean {_named(as_list(sources))} {datetime.now().astimezone():%Y-%m-%d}, {len(jobs)} filings")
    with (
        Reporter(len(jobs), watching.get()) as reporter,
        Batch(
            jobs, plan, reporter, settle=settle, again=again, retry=retry, share=Share(share, shares)
        ) as batch,
    ):
        outcomes = batch.outcomes
        for run in [clean_filings.submit(group, batch) for group in _groups(len(batch.waiting))]:
            outcomes += run.result()
        outcomes += batch.rest()
    outcomes.sort(key=lambda outcome: outcome.name)
    seconds = monotonic() - began
    get_run_logger().info("%s", summed_up(outcomes, seconds))
    with _showing():
        show_batch(outcomes, plan.outbox, seconds)
    return cast("Sequence[Outcome]", outcome_state(outcomes))


@contextmanager
def _showing() -> Iterator[None]:
    """What is shown in the ``with`` block is not what the run is for."""
    try:
        with ends_without_server():
            yield
    except HTTPError as error:
        get_run_logger().warning("the server does not take what there is to show: %s", error)


def _named(sources: Sequence[str]) -> str:
    more = f" and {len(sources) - 1} more" if len(sources) > 1 else ""
    return shown(f"{Path(sources[0]).name or sources[0]}{more}")


def _groups(filings: int) -> Iterator[slice]:
    size = max(FEWEST_FILINGS, ceil(filings / MOST_TASKS))
    for start in range(0, filings, size):
        yield slice(start, start + size)


def _name_run(name: str) -> None:
    if run := runtime.flow_run.id:
        with get_client(sync_client=True) as client:
            client.update_flow_run(run, name=name)
