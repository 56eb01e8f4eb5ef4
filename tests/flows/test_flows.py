import asyncio
import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Event
from time import monotonic, sleep
from typing import Any, TypeVar

import httpx
import pytest
from prefect import flow
from prefect.artifacts import Artifact
from prefect.client.orchestration import get_client
from prefect.client.schemas.filters import ArtifactFilter, ArtifactFilterFlowRunId
from prefect.client.schemas.objects import FlowRun
from prefect.client.schemas.sorting import FlowRunSort
from prefect.deployments.runner import RunnerDeployment
from prefect.settings import PREFECT_API_URL, PREFECT_FLOWS_HEARTBEAT_FREQUENCY, temporary_settings
from prefect.testing.utilities import prefect_test_harness
from prefect.types.entrypoint import EntrypointType
from reportlab.pdfgen.canvas import Canvas

from fixtures.forge.hostile.leaks import LEAKS, SECRET
from flows import clean_filing, clean_inbox
from flows import flows as recipe
from flows.errors import UnfitFiling
from flows.outcome import Outcome
from flows.showing import reporter
from flows.storage.stores import UnusablePlace
from flows.tasks import NothingCleaned
from flows.without_server import GONE
from tests.flows.door import door

# One server serves all these tests, so one process should run them; those of the served inbox have their own.
pytestmark = [pytest.mark.prefect, pytest.mark.xdist_group("flows")]

PATIENCE = 240
"""Seconds for anything: what is tested is that it comes, not when."""

T = TypeVar("T")


@pytest.fixture(scope="session", autouse=True)
def _server() -> Iterator[None]:
    with (
        prefect_test_harness(server_startup_timeout=PATIENCE),
        temporary_settings({PREFECT_FLOWS_HEARTBEAT_FREQUENCY: None}),
    ):
        yield


@pytest.fixture(autouse=True)
def _files_have_settled(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("flows.boxes.inbox.sleep", lambda _seconds: None)


def last_run() -> FlowRun:
    with get_client(sync_client=True) as client:
        (run,) = client.read_flow_runs(sort=FlowRunSort.EXPECTED_START_TIME_DESC, limit=1)
        return run


def shown(key: str) -> str:
    """What the last artifact of this key holds."""
    artifact: Any = Artifact.get(key)  # typed as if it could be awaited
    return str(artifact.data)


def events(name: str, run: FlowRun) -> list[dict[str, Any]]:
    resource = {"labels": {"clean-filings.flow-run": [str(run.id)]}}
    with get_client(sync_client=True) as client:
        asked = {"filter": {"event": {"name": [name]}, "resource": resource}}
        return list(client._client.post("/events/filter", json=asked).json()["events"])


def wait(told: Callable[[], T]) -> T:
    """What the server tells, once it does: it writes down events and task runs when it has the time."""
    ends = monotonic() + PATIENCE
    while not (found := told()):
        assert monotonic() < ends
        sleep(0.1)
    return found


def task_runs(run: FlowRun) -> int:
    with get_client(sync_client=True) as client:
        return len([t for t in client.read_task_runs() if t.flow_run_id == run.id])


def test_an_inbox_is_cleaned_and_what_is_done_is_skipped(inbox: Path, outbox: Path) -> None:
    first = clean_inbox([inbox], outbox)
    assert [(o.name, o.state) for o in first] == [("motions/brief.txt", "cleaned"), ("order.txt", "cleaned")]
    assert (outbox / "order.txt.json").exists()
    assert {o.state for o in clean_inbox([inbox], outbox)} == {"done before"}
    (outbox / "order.txt.json").unlink()
    assert [o.state for o in clean_inbox([inbox], outbox, again=True)] == ["done before", "cleaned"]


def test_a_folder_need_not_be_put_in_a_list(inbox: Path, outbox: Path) -> None:
    assert len(clean_inbox(inbox, outbox)) == 2


def test_the_run_is_named_for_its_day_and_its_filings(inbox: Path, outbox: Path) -> None:
    clean_inbox([inbox], outbox)
    assert last_run().name.startswith("clean inbox 20")
    assert last_run().name.endswith(", 2 filings")


def test_some_failures_complete_the_run_and_are_named_in_its_state(inbox: Path, outbox: Path) -> None:
    (inbox / "empty.pdf").touch()
    state = clean_inbox([inbox], outbox, return_state=True)
    assert (state.name, state.is_completed()) == ("PartlyFailed", True)
    assert "1 of 3" in str(state.message)
    assert "empty.pdf" in str(state.message)
    assert (outbox / "order.txt.json").exists()


def test_a_run_that_completes_does_not_call_clean_what_failed_before(inbox: Path, outbox: Path) -> None:
    (inbox / "empty.pdf").touch()
    clean_inbox([inbox], outbox)
    state = clean_inbox([inbox], outbox, return_state=True)
    assert (state.name, state.message) == ("Completed", "3 filings: 1 failed before, 2 done before")


def test_the_run_fails_if_all_filings_do(inbox: Path, outbox: Path) -> None:
    (inbox / "empty.pdf").touch()
    with pytest.raises(NothingCleaned, match=r"empty\.pdf") as caught:
        clean_inbox([inbox / "empty.pdf"], outbox)
    assert [o.cause for o in caught.value.outcomes] == ["the file is empty"]


def test_the_table_of_filings_is_in_the_ui_failures_first(inbox: Path, outbox: Path) -> None:
    (inbox / "z.pdf").touch()
    clean_inbox([inbox], outbox)
    table = shown("filings")
    assert 0 < table.index("z.pdf") < table.index("order.txt")


def test_a_batch_shows_what_failed_a_filing_before_and_after_and_the_trend(inbox: Path, outbox: Path) -> None:
    (inbox / "<b>empty.pdf").touch()
    clean_inbox([inbox], outbox)
    assert "the file is empty" in shown("failures")
    assert "<b>" not in shown("failures") + shown("filings")
    before, after = shown("before-and-after").split("## After")
    assert "summary\n2 judgment" in before
    assert "\n2" not in after
    assert "data:image/svg+xml" in shown("trend")
    assert json.loads(shown("batch"))[0] | {"filings": 2, "failed": 1} == json.loads(shown("batch"))[0]


def test_pages_to_look_at_are_shown_with_their_picture(inbox: Path, outbox: Path) -> None:
    canvas = Canvas(str(inbox / "gibberish.pdf"))
    for line in range(4):
        canvas.drawString(72, 700 - 16 * line, "vrkpd znmtf bgslw kcrxn tdvpz wmgfl sbnrk")
    canvas.save()
    clean_filing(inbox / "gibberish.pdf", outbox)
    assert "in no dictionary" in shown("look-at")
    assert "data:image/webp;base64," in shown("look-at")


def test_progress_is_told_while_it_runs(inbox: Path, outbox: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reporter, "EVERY", 0.01)
    clean_inbox([inbox], outbox)
    assert float(shown("progress")) == 100


def test_every_cleaned_filing_is_an_event(inbox: Path, outbox: Path) -> None:
    clean_inbox([inbox], outbox)
    run = last_run()
    found = wait(lambda: told if len(told := events("filing.cleaned", run)) >= 2 else [])
    assert {event["payload"]["name"] for event in found} == {"motions/brief.txt", "order.txt"}
    assert {"path", "score", "facts"} <= found[0]["payload"].keys()


def test_a_server_that_is_busy_at_the_end_of_a_run_hears_of_its_filings(
    inbox: Path, outbox: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    send, refused = httpx.Client.send, list[httpx.Request]()

    def busy_at_first(
        client: httpx.Client, request: httpx.Request, *, stream: bool = False, **_: object
    ) -> httpx.Response:
        if refused or not request.url.path.endswith("/events"):
            return send(client, request, stream=stream)
        refused.append(request)
        return httpx.Response(503, headers={"Retry-After": "0"}, request=request)

    monkeypatch.setattr(httpx.Client, "send", busy_at_first)
    monkeypatch.setattr(reporter, "EVERY", PATIENCE)  # so nothing is told before the end
    clean_inbox([inbox], outbox)
    run = last_run()
    assert refused
    assert wait(lambda: len(events("filing.cleaned", run)) == 2)


def test_an_event_that_the_server_does_not_hear_is_told_again(monkeypatch: pytest.MonkeyPatch) -> None:
    refused, heard = Event(), list[dict[str, Any]]()

    def send(_self: reporter.Reporter, _client: object, news: list[dict[str, Any]]) -> None:
        if not refused.is_set():
            refused.set()
            raise httpx.HTTPError("the server restarts")
        heard.extend(news)

    @flow
    def cleans_two() -> None:
        with reporter.Reporter(2) as told:
            told.filing(Outcome("a.txt", "cleaned"))
            assert refused.wait(PATIENCE)
            told.filing(Outcome("b.txt", "cleaned"))

    monkeypatch.setattr(reporter, "EVERY", 0.01)
    monkeypatch.setattr(reporter.Reporter, "_send", send)
    cleans_two()
    assert [event["payload"]["name"] for event in heard] == ["a.txt", "b.txt"]


def test_many_filings_are_few_task_runs(inbox: Path, outbox: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(recipe, "MOST_TASKS", 3)
    monkeypatch.setattr(recipe, "FEWEST_FILINGS", 2)
    for number in range(8):
        (inbox / f"{number}.txt").write_text(f"Motion {number} is denied.")
    assert len(clean_inbox([inbox], outbox)) == 10
    run = last_run()
    assert wait(lambda: task_runs(run) >= 3)
    assert task_runs(run) == 3


@pytest.mark.parametrize("filings", [0, 1, 99, 100, 101, 1_000, 10_001])
def test_task_runs_are_bounded_and_leave_no_filing_out(filings: int) -> None:
    jobs = list(range(filings))
    groups = list(recipe._groups(filings))
    assert len(groups) <= recipe.MOST_TASKS <= 1_000
    assert [job for group in groups for job in jobs[group]] == jobs


def test_a_run_goes_on_when_its_server_goes_away(inbox: Path, outbox: Path) -> None:
    # Tried twice: a server that has too much to do may answer 503 once, and is not gone.
    with door(PREFECT_API_URL.value(), last_words=b"/api/artifacts") as address:
        run = subprocess.run(
            [sys.executable, "-c", "from flows.cli import main; main()", "run", inbox, "--out", outbox],
            env={**os.environ, "PREFECT_API_URL": address, "PREFECT_CLIENT_MAX_RETRIES": "1"},
            capture_output=True, text=True, timeout=PATIENCE, check=False,
        )  # fmt: skip
    assert run.returncode == 0, run.stderr
    assert "2 of 2 filings are clean" in run.stdout
    assert "done before" not in run.stdout
    told = [line for line in run.stderr.splitlines() if not line.startswith("cleaned: ")]
    assert told == [f"The Prefect server {address} is gone; the run goes on without it."]


def test_a_deployed_run_whose_server_is_gone_for_good_ends_with_a_line_that_says_so(
    inbox: Path, outbox: Path
) -> None:
    deployment = RunnerDeployment.from_flow(clean_inbox, "gone", entrypoint_type=EntrypointType.MODULE_PATH)
    wanted = {"sources": [str(inbox)], "outbox": str(outbox), "settle": 0}
    with get_client(sync_client=True) as client:
        run = client.create_flow_run_from_deployment(asyncio.run(deployment.aapply()), parameters=wanted)
    with door(PREFECT_API_URL.value(), last_words=b"/api/artifacts") as address:
        ended = subprocess.run(
            [sys.executable, "-m", "prefect.engine"],
            env={
                **os.environ,
                "PREFECT_API_URL": address,
                "PREFECT_CLIENT_MAX_RETRIES": "0",
                "PREFECT__FLOW_RUN_ID": str(run.id),
            },
            capture_output=True, text=True, timeout=PATIENCE, check=False,
        )  # fmt: skip
    assert ended.returncode == 1
    assert GONE.format(address) in ended.stderr.splitlines()
    assert "Encountered exception" not in ended.stderr, "Prefect was about to tell its state"
    assert (outbox / "order.txt.json").exists()


def test_one_filing_is_cleaned_whatever_was_done_before(inbox: Path, outbox: Path) -> None:
    for _ in range(2):
        assert clean_filing(inbox / "order.txt", outbox).state == "cleaned"
    assert last_run().name == "clean order.txt"


def test_one_filing_that_cannot_be_cleaned_fails_with_its_cause(inbox: Path, outbox: Path) -> None:
    (inbox / "empty.pdf").touch()
    with pytest.raises(UnfitFiling, match="the file is empty"):
        clean_filing(inbox / "empty.pdf", outbox)
    with pytest.raises(UnusablePlace, match="folder"):
        clean_filing(inbox, outbox)


@pytest.mark.parametrize("name", ["sources", "outbox", "again", "leave_out"])
def test_the_form_describes_every_parameter(name: str) -> None:
    assert clean_inbox.parameters.properties[name]["description"]


def test_words_that_nobody_sees_stand_in_nothing_that_prefect_shows(tmp_path: Path, outbox: Path) -> None:
    inbox = tmp_path / "redacted"
    inbox.mkdir()
    for leak in LEAKS:
        if leak.name in {"bar.pdf", "white-on-white.pdf", "redact-annotation.pdf"}:
            (inbox / leak.name).write_bytes(leak.make())
    clean_inbox([inbox], outbox)
    with get_client(sync_client=True) as client:
        run = ArtifactFilterFlowRunId(any_=[last_run().id])
        artifacts = client.read_artifacts(artifact_filter=ArtifactFilter(flow_run_id=run))
    told = "".join(str(artifact.model_dump()) for artifact in artifacts)
    assert "that nobody sees" in told
    assert not [word for word in SECRET.split() if word in told]
