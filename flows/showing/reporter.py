"""What a run tells Prefect while it goes on: how far it is, and an event for every filing that is clean.

It tells from a thread of its own, every few seconds and in bulk: the workers never wait for the server, and
an inbox of thousands costs it no more requests than its minutes. What it does not hear is told again with the
next news; what it has not heard when the run ends is left out, for the outbox has it all.
"""

from contextvars import copy_context
from dataclasses import asdict
from datetime import UTC, datetime
from threading import Event, Lock, Thread
from typing import Any, Self
from uuid import UUID, uuid4

import httpx
from prefect import get_run_logger, runtime
from prefect.client.orchestration import SyncPrefectClient, get_client
from prefect.client.schemas.actions import ArtifactCreate, ArtifactUpdate
from prefect.exceptions import PrefectHTTPStatusError
from prefect.settings import PREFECT_CLIENT_MAX_RETRIES, temporary_settings

from flows.errors import shown
from flows.outcome import Outcome, Progress

EVERY = 3.0
"""Seconds between what is told."""

MOST_EVENTS = 200
"""In a request."""


class Reporter:
    """Progress for Prefect, and for whoever else is watching. A run that is through before anything was told
    shows no progress."""

    def __init__(self, filings: int, also: Progress | None = None) -> None:
        self._filings, self._also = filings, also
        self._run = runtime.flow_run.id
        self._lock, self._stop = Lock(), Event()
        self._through, self._pages = 0, 0
        self._open: dict[str, tuple[int, int]] = {}
        self._news: list[dict[str, Any]] = []
        self._artifact: UUID | None = None
        # The context says which server this run has.
        self._thread = Thread(target=copy_context().run, args=(self._report,), name="reporter", daemon=True)

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._stop.set()
        self._thread.join()

    def page(self, name: str, done: int, total: int) -> None:
        """A page of the filing ``name`` has been read."""
        if self._also:
            self._also.page(name, done, total)
        with self._lock:
            self._open[name] = done, total
            self._pages += 1

    def filing(self, outcome: Outcome) -> None:
        """A filing is through, well or not."""
        if self._also:
            self._also.filing(outcome)
        news = [_cleaned(outcome, self._run)] if outcome.state == "cleaned" else []
        with self._lock:
            self._open.pop(outcome.name, None)
            self._through += 1
            self._news += news

    def _report(self) -> None:
        # By one client, for to make one takes 30 ms of a processor, ten times what it takes to tell.
        # Told once, for the next news come soon; none come after the last, and a busy server may refuse them.
        with temporary_settings({PREFECT_CLIENT_MAX_RETRIES: 0}), get_client(sync_client=True) as client:
            while not self._stop.wait(EVERY):
                self._tell(client, progress=True)
            with temporary_settings({PREFECT_CLIENT_MAX_RETRIES: 1}):
                self._tell(client, progress=self._artifact is not None)

    def _tell(self, client: SyncPrefectClient, *, progress: bool) -> None:
        with self._lock:
            done = self._through + sum(done / total for done, total in self._open.values() if total)
            told = f"{self._through} of {self._filings} filings, {self._pages} pages"
            told += "".join(f"; {shown(n)} at page {d} of {t}" for n, (d, t) in list(self._open.items())[:3])
        try:
            if progress and self._run:
                self._show_progress(client, 100 * done / max(1, self._filings), told)
            while news := self._news[:MOST_EVENTS]:
                self._send(client, news)
                with self._lock:
                    del self._news[: len(news)]
        except (httpx.HTTPError, PrefectHTTPStatusError) as error:
            get_run_logger().debug("the server was not told of progress: %s", error)

    def _show_progress(self, client: SyncPrefectClient, percent: float, told: str) -> None:
        if self._artifact is None:
            run = UUID(self._run)
            given = ArtifactCreate(
                type="progress", key="progress", description=told, data=percent, flow_run_id=run
            )
            self._artifact = client.create_artifact(given).id
        else:
            client.update_artifact(self._artifact, ArtifactUpdate(data=percent, description=told))

    def _send(self, client: SyncPrefectClient, events: list[dict[str, Any]]) -> None:
        client.request("POST", "/events", json=events)


def _cleaned(outcome: Outcome, run: str | None) -> dict[str, Any]:
    """``filing.cleaned``, for automations of others: what it is, where its text lies, how good it is.

    As the server takes it: Prefect's own class takes almost thrice as long to make one. The run is a label,
    not a related resource, which the server looks at and writes down as it does the filing itself.
    """
    name = shown(outcome.name)
    return {
        "id": str(uuid4()),  # by which the server knows what it has heard before
        "occurred": datetime.now(UTC).isoformat(),
        "event": "filing.cleaned",
        "resource": {
            "prefect.resource.id": f"clean-filings.filing.{name}",
            "prefect.resource.name": name,
            "clean-filings.flow-run": run or "",
        },
        "payload": {
            "name": name,
            "path": shown(outcome.text),
            "score": outcome.quality,
            "pages": outcome.pages,
            "look": list(outcome.look),
            "facts": asdict(outcome.facts) if outcome.facts else {},
        },
    }
