"""One inbox over many machines: a run that starts others, which share the filings among them.

The runs know nothing of each other but what the outbox says: each begins with its own share, goes on with
what others have not begun, and stays until all is done. So a worker that dies takes no filing with it, a fast
one does more, and the first run that completes says that all is done.
"""

from collections.abc import Sequence
from datetime import datetime
from time import monotonic, sleep
from typing import Annotated, Any, cast

from prefect import Flow, flow, get_run_logger
from prefect.client.orchestration import get_client
from prefect.client.schemas.filters import (
    FlowRunFilter,
    FlowRunFilterParentFlowRunId,
    FlowRunFilterState,
    FlowRunFilterStateType,
)
from prefect.client.schemas.objects import FlowRun, State, StateType
from prefect.deployments import run_deployment
from prefect.states import Completed, Crashed, Failed

from flows.boxes.inbox import jobs_in
from flows.boxes.ledger import Ledger
from flows.boxes.outbox import Outbox
from flows.showing.forms import Format, Place, Places, Step, as_list, titled
from flows.without_server import ends_without_server

LOOKS = 2.0
"""Seconds between looks at the runs."""

UNFINISHED = [StateType.SCHEDULED, StateType.PENDING, StateType.RUNNING]

GRACE = 30.0
"""Seconds that the other runs have to end once one has completed: there is nothing left for them to do."""


def cancel_its_runs(flow: Flow[..., Any], flow_run: FlowRun, state: State[Any]) -> None:  # noqa: ARG001
    """Cancel the runs that a cancelled one has started: whoever stops it means the work."""
    with get_client(sync_client=True) as client:
        for started in client.read_flow_runs(
            flow_run_filter=FlowRunFilter(
                parent_flow_run_id=FlowRunFilterParentFlowRunId(any_=[flow_run.id]),
                state=FlowRunFilterState(type=FlowRunFilterStateType(any_=UNFINISHED)),
            )
        ):
            client.set_flow_run_state(started.id, State(type=StateType.CANCELLING))


@flow(flow_run_name="clean an inbox over many machines", on_cancellation=[cancel_its_runs])
def clean_inbox_together(  # noqa: PLR0917 - the fields of its form
    sources: Annotated[Places, titled("Folders and filings")],
    outbox: Annotated[Place, titled("Outbox")],
    runs: Annotated[int, titled("Runs", ge=1, le=100)] = 2,
    again: Annotated[bool, titled("Clean again")] = False,
    retry: Annotated[bool, titled("Try failures again")] = False,
    leave_out: Annotated[tuple[Step, ...], titled("Steps to leave out")] = (),
    formats: Annotated[tuple[Format, ...], titled("Further formats")] = (),
    deployment: Annotated[str, titled("Deployment of the runs")] = "clean-inbox/share",
) -> str:
    """Clean the filings in places that all workers reach, by several runs at once.

    Args:
        sources: URLs such as s3://court/inbox, or folders that every worker sees under the same path.
        outbox: The URL or folder that takes the clean texts and their records.
        runs: How many runs share the work: as many as there are workers to take them.
        again: Clean also what is done already, if this version might clean it differently.
        retry: Try again also what failed, and would fail again for all that is known.
        leave_out: Cleaning steps that are to be left out.
        formats: What is written besides text and record.
        deployment: The deployment of clean_inbox that the workers serve.
    """
    wanted = {
        "sources": as_list(sources),
        "outbox": outbox,
        "again": again,
        "retry": retry,
        "leave_out": list(leave_out),
        "formats": list(formats),
    }
    day = f"{datetime.now().astimezone():%Y-%m-%d}"
    started = [
        cast(
            "FlowRun",
            run_deployment(
                deployment,
                parameters={**wanted, "share": number, "shares": runs},
                flow_run_name=f"share {number + 1} of {runs}, {day}",
                timeout=0,
            ),
        )
        for number in range(runs)
    ]
    names = [str(job.name) for job in jobs_in(as_list(sources), outbox)]
    with ends_without_server():
        _wait_for(started, names, Outbox(outbox))
    return cast("str", _told(names, Outbox(outbox)))


def _wait_for(runs: Sequence[FlowRun], names: Sequence[str], outbox: Outbox) -> None:
    """Until all have ended, or the filings are done and the others had time to notice. Of these it is said
    that they crashed: their worker is gone, or has never been."""
    over = float("inf")
    with get_client(sync_client=True) as client:
        while True:
            states = {run.id: client.read_flow_run(run.id).state for run in runs}
            left = [run for run, state in states.items() if state and not state.is_final()]
            if not left or monotonic() > over:
                break
            ended = [state for state in states.values() if state and state.is_final()]
            if over == float("inf") and ended:
                complete = any(state.is_completed() for state in ended) or not _undone(names, Ledger(outbox))
                over = monotonic() + GRACE if complete else over
            sleep(LOOKS)
        for run in left:
            get_run_logger().warning("the run %s has not ended; its filings were done by others", run)
            gone: State[None] = Crashed(message="Its worker is gone. Other runs did its filings.")
            client.set_flow_run_state(run, gone, force=True)


def _undone(names: Sequence[str], ledger: Ledger) -> list[str]:
    ledger.read(names)
    return [name for name in names if not ledger[name]]


def _told(names: Sequence[str], outbox: Outbox) -> State[Any]:
    """What the outbox says when all is over; its index is brought up to date with it."""
    ledger = Ledger(outbox)
    undone = len(_undone(names, ledger))
    ledger.save()
    failed = sum(known.outcome.failed for name in names if (known := ledger[name]))
    told = f"{len(names) - undone - failed} of {len(names)} filings are clean, {failed} failed"
    if undone:
        return Failed(message=f"{told}, {undone} are not done; the next run goes on from there")
    return Completed(name="PartlyFailed" if failed else "Completed", message=told, data=told)
