"""One command: from nothing to a scheduled inbox with Prefect's UI, and to nothing again."""

import signal
import subprocess
import sys
from collections.abc import Callable
from contextlib import suppress
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

import psutil
import pytest

from tests.served.scans import long_scan, short_scan
from tests.served.server import PATIENCE, ROOT, Served, free_port

pytestmark = [
    pytest.mark.prefect, pytest.mark.slow, pytest.mark.xdist_group("served"),
    pytest.mark.timeout(4 * PATIENCE),
]  # fmt: skip


def test_the_first_batch_runs_at_once(served: Served) -> None:
    run = served.finished(served.wait(lambda: served.runs("clean-inbox", "RUNNING", "COMPLETED"))[-1]["id"])
    assert (run["state"]["name"], run["state"]["type"]) == ("PartlyFailed", "COMPLETED")
    assert (served.outbox / "motions" / "brief.txt.txt").read_text() == "The motion is denied as moot.\n"
    assert (served.outbox / "empty.pdf.error.json").exists()


def test_the_schedule_fires(served: Served) -> None:
    """With some versions beneath Prefect the schedule shows as active, and no run is ever planned."""
    planned = served.wait(
        lambda: [run for run in served.runs("clean-inbox", "SCHEDULED") if run["auto_scheduled"]]
    )
    assert planned[0]["deployment_id"] == served.deployment("clean-inbox")["id"]


def test_the_ui_is_there_and_asks_its_own_server_alone(served: Served) -> None:
    assert "<title>Prefect" in served.http.get(served.ui).text
    settings = served.http.get(f"{served.ui}/ui-settings").json()
    assert settings["api_url"] == "/api"


@pytest.mark.parametrize(
    ("flow", "wrong"),
    [
        ("clean-inbox", {"sources": []}),
        ("clean-inbox", {"sources": ["/in"], "outbox": ""}),
        ("clean-inbox", {"sources": ["/in"], "formats": ["docx"]}),
        ("clean-filing", {}),
        ("clean-text", {"text": ""}),
        ("clean-text", {"text": "The motion is denied.", "only": ["spelling"]}),
    ],
)
def test_a_form_with_a_wrong_value_is_refused(served: Served, flow: str, wrong: dict[str, object]) -> None:
    answer = served.start_run(flow, **wrong)
    assert answer.status_code in {409, 422}
    assert "Validation failed" in answer.text


def test_pasted_text_is_cleaned_from_the_form(served: Served) -> None:
    answer = served.start_run("clean-text", text="It is juris-\ndiction.", only=["hyphens"])
    assert served.finished(answer.json()["id"])["state"]["type"] == "COMPLETED"
    (shown,) = served.ask("artifacts/filter", artifacts={"key": {"any_": ["text"]}})
    assert "jurisdiction" in shown["data"]


def test_an_event_brings_a_batch(served: Served) -> None:
    (served.inbox / "late.txt").write_text("The stay is\nlifted.\n")
    event = {"event": "filings.arrived", "resource": {"prefect.resource.id": "scanner"}}
    served.post("events", [{**event, "occurred": "2026-01-01T00:00:00Z", "id": "0" * 32}])
    served.wait(lambda: [run for run in served.runs("clean-inbox") if by_automation(run)])
    served.wait((served.outbox / "late.txt.json").exists)


def by_automation(run: dict[str, Any]) -> bool:
    return (run["created_by"] or {}).get("type") == "AUTOMATION"


@pytest.mark.parametrize(
    ("other", "told"),
    [({}, "is served already"), ({"inbox": "/usr/share/doc"}, "a Prefect server is at")],
)
def test_a_second_one_says_why_it_cannot(served: Served, other: dict[str, str], told: str) -> None:
    with pytest.raises(subprocess.CalledProcessError) as refused:
        subprocess.run(
            served.command(**other),
            check=True,
            timeout=PATIENCE,
            text=True,
            capture_output=True,
            env=served.environment,
        )
    assert told in refused.value.stderr


def test_someone_is_told_of_a_batch_that_is_partly_failed(served: Served) -> None:
    told: list[bytes] = []

    class Chat(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            told.append(self.rfile.read(int(self.headers["Content-Length"])))
            self.send_response(204)
            self.end_headers()

    with HTTPServer(("127.0.0.1", 0), Chat) as chat:
        Thread(target=chat.serve_forever, daemon=True).start()
        address = f"http://127.0.0.1:{chat.server_port}/hook"
        subprocess.run(
            [sys.executable, ROOT / "examples" / "tell.py", address],
            env={**served.environment, "PREFECT_API_URL": f"{served.ui}/api"}, check=True, timeout=PATIENCE,
        )  # fmt: skip
        (served.inbox / "cut.pdf").write_bytes(b"%PDF-1.7")
        run = served.finished(served.start_run("clean-inbox", settle=0).json()["id"])
        assert run["state"]["name"] == "PartlyFailed"
        served.wait(lambda: told)
        chat.shutdown()
    assert b"is PartlyFailed" in told[0]
    assert b"cut.pdf" in told[0]


def test_a_run_that_is_cancelled_ends_with_all_its_processes(served: Served) -> None:
    run = long_run(served, "cancelled.pdf")
    served.ask(f"flow_runs/{run}/set_state", state={"type": "CANCELLING"})
    assert served.finished(run)["state"]["type"] == "CANCELLED"
    served.wait(lambda: not served.at_work())
    assert not (served.outbox / "cancelled.pdf.json").exists()


def test_a_run_that_is_killed_is_crashed_and_takes_its_processes_with_it(served: Served) -> None:
    run = long_run(served, "killed.pdf")
    for engine in served.processes("prefect.engine"):
        engine.kill()
    assert served.finished(run)["state"]["type"] == "CRASHED"
    served.wait(lambda: not served.at_work())


def long_run(served: Served, name: str) -> str:
    """A run that is reading pages, and would for an hour."""
    filing = long_scan(served.inbox.parent / name)
    run = str(served.start_run("clean-filing", source=str(filing)).json()["id"])
    served.wait(served.at_work)
    return run


def held_run(served: Served, text: str, scan: str) -> tuple[str, list[psutil.Process]]:
    """A run whose workers were suspended when its text was done and its scan was not; and these workers."""
    (served.inbox / f"{text}.txt").write_text(f"The motion is\nheld over: {text}.\n")
    (served.inbox / f"{scan}.png").write_bytes(short_scan(f"The motion is denied: {scan}."))
    run = str(served.start_run("clean-inbox", settle=0).json()["id"])
    served.wait((served.outbox / f"{text}.txt.json").exists)
    workers = served.processes("flows.bounds.workers")
    each(workers, psutil.Process.suspend)
    return run, workers


def test_a_server_that_dies_is_started_again_and_a_run_outlives_it(served: Served) -> None:
    run, workers = held_run(served, "first", "then")
    (server,) = served.processes("prefect server start")
    server.kill()
    served.wait(lambda: "starting it again" in served.log.read_text())
    served.wait(served.answers)
    each(workers, psutil.Process.resume)
    assert served.finished(run)["state"]["type"] == "COMPLETED"
    assert (served.outbox / "then.png.json").exists()


def test_a_run_without_its_server_cleans_what_is_left_and_says_so_when_there_is_one(served: Served) -> None:
    run, workers = held_run(served, "early", "left")
    served.process.send_signal(signal.SIGSTOP)  # it would start the server again
    each(served.processes("prefect server start"), psutil.Process.kill)
    each(workers, psutil.Process.resume)
    served.wait((served.outbox / "left.png.json").exists)
    served.process.send_signal(signal.SIGCONT)
    served.wait(served.answers)
    assert served.finished(run)["state"]["type"] == "COMPLETED"


def test_when_all_of_it_was_killed_the_same_command_goes_on(served: Served) -> None:
    served.wait(lambda: served.runs("clean-inbox", "COMPLETED"))  # the first batch, which is another run
    long = long_scan(served.inbox / "long.pdf")
    (served.inbox / "before.txt").write_text("The motion is\nunder seal.\n")
    run = str(served.start_run("clean-inbox", settle=0).json()["id"])
    served.wait((served.outbox / "before.txt.json").exists)
    done = {path: path.stat().st_mtime_ns for path in served.outbox.rglob("*.txt.json")}
    there = served.processes()
    each(there, psutil.Process.suspend)  # as where the machine dies: none sees another go
    each(there, psutil.Process.kill)
    served.process.wait(PATIENCE)
    long.unlink()
    (served.inbox / "new.txt").write_text("The motion is\nwithdrawn.\n")
    served.start()
    served.wait((served.outbox / "new.txt.json").exists)
    assert served.finished(run)["state"]["type"] == "CRASHED"
    assert {path: path.stat().st_mtime_ns for path in done} == done


def each(processes: list[psutil.Process], do: Callable[[psutil.Process], None]) -> None:
    """The same to all that are still there."""
    for process in processes:
        with suppress(psutil.NoSuchProcess):
            do(process)


def test_a_server_that_is_there_is_used_and_left_alone(served: Served, tmp_path: Path) -> None:
    (tmp_path / "second").mkdir()
    (tmp_path / "second" / "notice.txt").write_text("The hearing is\nvacated.\n")
    command = served.command(inbox=tmp_path / "second", outbox=tmp_path / "out", port=free_port())
    with psutil.Popen(
        command, env={**served.environment, "PREFECT_API_URL": f"{served.ui}/api"}, stdout=subprocess.DEVNULL
    ) as second:
        served.wait((tmp_path / "out" / "notice.txt.json").exists)
        second.send_signal(signal.SIGTERM)
        assert second.wait(PATIENCE) == 0
    assert served.answers()
    assert len(served.processes("prefect server start")) == 1
    there = served.http.get("deployments/name/clean-inbox/second").json()
    served.delete(f"deployments/{there['id']}")


def test_ctrl_c_amid_a_batch_leaves_no_process_and_each_group_says_so_in_a_line(served: Served) -> None:
    long_scan(served.inbox / "stopped.pdf")
    served.start_run("clean-inbox", settle=0)
    served.wait(lambda: served.processes("flows.bounds.workers"))
    served.process.send_signal(signal.SIGINT)
    assert served.process.wait(PATIENCE) == 0
    assert served.processes() == []
    told = served.log.read_text().partition("Stopping; ")[2]
    assert "Cancelled('the run was stopped. What is finished is kept" in told
    assert "Traceback" not in told, told
