"""What a run leaves in Prefect's UI when it is through: the filings, what failed and why, what to look at, a
filing before and after, and how it compares with the runs before."""

import json
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict
from datetime import datetime
from typing import Any
from uuid import UUID

from prefect import runtime
from prefect.client.orchestration import SyncPrefectClient, get_client
from prefect.client.schemas.actions import ArtifactCreate
from prefect.client.schemas.filters import (
    ArtifactFilter,
    ArtifactFilterKey,
    FlowRunFilter,
    FlowRunFilterDeploymentId,
)
from prefect.client.schemas.sorting import ArtifactSort

from flows.boxes.outbox import Outbox
from flows.boxes.sources import source_of, unchanged
from flows.outcome import Outcome
from flows.records import Record
from flows.review.pictures import Undrawable, page_pictures
from flows.settings import Settings
from flows.showing.tables import before_and_after, cell, failures, linked, plain, table
from flows.showing.trend import Figures, figures_of, trend

MOST_PICTURES = 8
"""Of pages to look at: an artifact is one row of the server's database, and a picture weighs 40 kB in it."""

MOST_BATCHES = 30
"""In the trend."""


def show_batch(outcomes: Sequence[Outcome], outbox: Outbox, seconds: float) -> None:
    """All there is to see of a batch; of one with nothing new the table alone."""
    with _server() as server:
        _show_filings(server, outcomes)
        if failed := [outcome for outcome in outcomes if outcome.failed]:
            server.show("failures", failures(failed), "What failed, and what to do")
        new = [outcome for outcome in outcomes if outcome.state == "cleaned"]
        if new:
            _show_pages_to_look_at(server, new, outbox)
            worst = min(new, key=lambda o: (o.quality is None, o.quality, o.name))
            _show_before_and_after(server, worst, outbox)
        if new or any(outcome.state == "failed" for outcome in outcomes):
            day = f"{datetime.now().astimezone():%Y-%m-%d %H:%M}"
            _show_trend(server, figures_of(outcomes, seconds, day))


def show_filing(outcome: Outcome, outbox: Outbox) -> None:
    """All there is to see of a filing that was cleaned alone."""
    with _server() as server:
        _show_filings(server, [outcome])
        _show_pages_to_look_at(server, [outcome], outbox)
        _show_before_and_after(server, outcome, outbox)


class _Server:
    """Where the artifacts of this run are shown. Prefect's own functions make a client for each, which takes
    30 ms of a processor, ten times what it takes to tell."""

    def __init__(self, client: SyncPrefectClient) -> None:
        self.client, self._run = client, UUID(runtime.flow_run.id)

    def show(self, key: str, told: str, description: str, kind: str = "markdown") -> None:
        given = ArtifactCreate(type=kind, key=key, data=told, description=description, flow_run_id=self._run)
        self.client.create_artifact(given)

    def show_table(self, key: str, rows: Sequence[dict[str, Any]], description: str) -> None:
        self.show(key, json.dumps(rows), description, "table")


@contextmanager
def _server() -> Iterator[_Server]:
    with get_client(sync_client=True) as client:
        yield _Server(client)


def _show_filings(server: _Server, outcomes: Sequence[Outcome]) -> None:
    server.show_table("filings", table(outcomes, Settings().links), f"{len(outcomes)} filings")


def _show_before_and_after(server: _Server, outcome: Outcome, outbox: Outbox) -> None:
    record = outbox.load(outcome.name)
    server.show("before-and-after", before_and_after(record.restored(), record.text), cell(outcome.name))


def _show_pages_to_look_at(server: _Server, outcomes: Sequence[Outcome], outbox: Outbox) -> None:
    """The pages that want a look, the worst filing first: why, and a picture of the first ones."""
    doubtful = sorted((o for o in outcomes if o.look), key=lambda o: (o.quality or 0.0, o.name))
    parts, pictures, links = [], MOST_PICTURES, Settings().links
    for outcome in doubtful:
        parts.append(f"### {plain(outcome.name)} {linked('clean text', outcome.name, '.txt', links)}\n")
        record = outbox.load(outcome.name) if pictures else None
        if record is None:
            parts += [f"- {plain(page)}" for page in outcome.look]
            continue
        for page in record.pages:
            if page.doubts:
                parts.append(f"**Page {page.number}:** {plain('; '.join(page.doubts))}\n")
                if pictures:
                    pictures -= 1
                    parts.append(_picture(record, outcome.name, outbox, page.number))
    if parts:
        server.show("look-at", "\n".join(parts), "Pages to look at")


def _picture(record: Record, name: str, outbox: Outbox, number: int) -> str:
    """A page's picture in Markdown, or why there is none."""
    with unchanged(source_of(name, record, outbox), record) as path:
        try:
            drawn = page_pictures(path, [record.document.pages[number - 1]])[0] if path else ""
        except Undrawable:
            drawn = ""
    return f"![page {number}]({drawn})\n" if drawn else "*There is no picture of it.*\n"


def _show_trend(server: _Server, figures: Figures) -> None:
    """The figures of this batch beside those of the last ones of its deployment."""
    ours = runtime.deployment.id
    before = server.client.read_artifacts(
        artifact_filter=ArtifactFilter(key=ArtifactFilterKey(any_=["batch"])),
        flow_run_filter=FlowRunFilter(deployment_id=FlowRunFilterDeploymentId(any_=[UUID(ours)]))
        if ours
        else None,
        sort=ArtifactSort.CREATED_DESC,
        limit=MOST_BATCHES - 1,
    )
    batches = [Figures(**json.loads(str(artifact.data))[0]) for artifact in reversed(before)]
    server.show_table("batch", [asdict(figures)], "The figures of this batch")
    told = f"{figures.pages} pages of {figures.filings} filings, {figures.pages_a_minute} pages a minute"
    server.show("trend", trend([*batches, figures]), told)
