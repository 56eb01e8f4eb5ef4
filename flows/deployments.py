"""The flows as they are offered in Prefect: what they are called, when they run, with what they start."""

import asyncio
import json
import logging
import tempfile
from collections.abc import Iterator
from contextlib import suppress
from datetime import UTC, datetime
from importlib.resources import files
from threading import Thread
from uuid import UUID

from prefect.automations import AutomationCore
from prefect.client.orchestration import get_client
from prefect.client.schemas.filters import (
    DeploymentFilter,
    DeploymentFilterId,
    FlowRunFilter,
    FlowRunFilterState,
    FlowRunFilterStateType,
)
from prefect.client.schemas.objects import ConcurrencyLimitConfig, ConcurrencyLimitStrategy, State, StateType
from prefect.deployments.runner import RunnerDeployment
from prefect.events import DeploymentEventTrigger
from prefect.runner import Runner
from prefect.schedules import Cron, Interval, Schedule
from prefect.settings import PREFECT_HOME
from prefect.states import Crashed
from prefect.types.entrypoint import EntrypointType
from tzlocal import get_localzone_name

from flows.flows import clean_filing, clean_inbox, clean_text
from flows.settings import Settings

ONE_BATCH = ConcurrencyLimitConfig(limit=1, collision_strategy=ConcurrencyLimitStrategy.ENQUEUE)
"""Two batches never run over one inbox at once; the second waits, for it may have been asked for."""

STOPPED = "clean-filings serve was stopped. The next run goes on from there."

UNFINISHED = [StateType.RUNNING, StateType.PENDING, StateType.CANCELLING]


def deployments(settings: Settings) -> Iterator[RunnerDeployment]:
    """An inbox on its schedule, and what is run from the form."""
    inbox, outbox = settings.inbox, settings.outbox
    by_name = EntrypointType.MODULE_PATH  # so that a run finds its flow wherever it starts
    yield RunnerDeployment.from_flow(
        clean_inbox,
        deployment_name(settings),
        schedule=schedule_of(settings),
        concurrency_limit=ONE_BATCH,
        triggers=[DeploymentEventTrigger(name=f"filings arrived in {inbox}", expect={"filings.arrived"})],
        parameters={"sources": [inbox], "outbox": outbox},
        description=f"Cleans what is new in `{inbox}` into `{outbox}`. *Custom run* takes other folders.",
        entrypoint_type=by_name,
    )
    yield RunnerDeployment.from_flow(
        clean_filing,
        "one filing",
        parameters={"outbox": outbox},
        description="Cleans one filing now. *Custom run* asks which.",
        entrypoint_type=by_name,
    )
    yield RunnerDeployment.from_flow(
        clean_text,
        "pasted text",
        description="Cleans text that you paste, by all steps or by single ones, and shows before and after.",
        entrypoint_type=by_name,
    )


def deployment_name(settings: Settings) -> str:
    """What the scheduled deployment is called: after its folder."""
    return settings.inbox.rstrip("/").rpartition("/")[2] or "inbox"


def schedule_of(settings: Settings) -> Schedule:
    """When the inbox is looked at.

    Raises:
        ValueError: the settings' cron expression is none.
    """
    if settings.cron:
        return Cron(settings.cron, timezone=get_localzone_name(), slug="cron")
    # Anchored, so that a restart changes nothing and runs begin on the hour.
    return Interval(settings.every, anchor_date=datetime(2026, 1, 1, tzinfo=UTC), slug="every")


async def add_automations() -> None:
    """What makes a server notice runs that have died. One that is there is left as it is."""
    given = json.loads(files("flows").joinpath("automations.json").read_text("utf-8"))
    async with get_client() as client:
        there = {automation.name for automation in await client.read_automations()}
        for automation in given:
            if automation["name"] not in there:
                await client.create_automation(AutomationCore.model_validate(automation))


def _runner(limit: int) -> Runner:
    """What starts the runs. It has a folder among the temporary ones whose name is the same for all users of
    the machine, so that none but the first could write there; here that lies in Prefect's home."""
    usual, tempfile.tempdir = tempfile.tempdir, str(PREFECT_HOME.value())
    try:
        return Runner(name="clean-filings", limit=limit, pause_on_shutdown=False)
    finally:
        tempfile.tempdir = usual


class Runs:
    """What starts the runs of the deployments, each in a process of its own, until it is stopped."""

    def __init__(self, settings: Settings) -> None:
        logging.getLogger("prefect.runner").setLevel(logging.WARNING)  # it tells of each run that must wait
        logging.getLogger("asyncio").setLevel(logging.ERROR)  # and it of each that ended before it looked
        self._settings = settings
        self._runner = _runner(settings.runs)
        # Off the main thread Prefect's runner leaves the signals to us.
        self._thread = Thread(target=lambda: asyncio.run(self._runner.start()), name="runner", daemon=True)
        self._ids = asyncio.run(self._offered())

    async def _offered(self) -> list[UUID]:
        await add_automations()
        return [await self._runner.aadd_deployment(given) for given in deployments(self._settings)]

    def start(self) -> None:
        """Start what is scheduled, from now on; with an interval, the first batch at once."""
        self._thread.start()
        if not self._settings.cron:
            with get_client(sync_client=True) as client:
                client.create_flow_run_from_deployment(self._ids[0])

    @property
    def running(self) -> bool:
        """Whether runs are still being started."""
        return self._thread.is_alive()

    def stop(self) -> None:
        """Stop starting runs, and cancel those that are under way. In the runner's own loop: in another one
        its client fails, with a traceback for each run whose end it has not seen yet."""
        with suppress(Exception):
            self._runner.execute_in_background(self._runner.astop).result(timeout=30)
        self._thread.join(timeout=30)

    def settle(self) -> None:
        """Tell the server that no run is under way any more: their processes are gone."""
        with get_client(sync_client=True) as client:
            for run in client.read_flow_runs(
                deployment_filter=DeploymentFilter(id=DeploymentFilterId(any_=self._ids)),
                flow_run_filter=FlowRunFilter(
                    state=FlowRunFilterState(type=FlowRunFilterStateType(any_=UNFINISHED))
                ),
            ):
                stopped: State[None] = Crashed(message=STOPPED)
                client.set_flow_run_state(run.id, stopped, force=True)
