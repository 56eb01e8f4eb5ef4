"""One command: from nothing to a scheduled inbox with Prefect's UI, and to nothing again."""

import signal
import subprocess
import sys
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from threading import Thread

import psutil
import pytest

from tests.served.server import Served

ROOT = Path(__file__).parents[2]

pytestmark = [pytest.mark.prefect, pytest.mark.slow, pytest.mark.xdist_group("prefect")]


def test_the_first_batch_runs_at_once(served: Served) -> None:
    run = served.finished(served.wait(lambda: served.runs("clean-inbox", "RUNNING", "COMPLETED"))[0]["id"])
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
    before = len(served.runs("clean-inbox"))
    (served.inbox / "late.txt").write_text("The stay is\nlifted.\n")
    event = {"event": "filings.arrived", "resource": {"prefect.resource.id": "scanner"}}
    served.http.post("events", json=[{**event, "occurred": "2026-01-01T00:00:00Z", "id": "0" * 32}])
    served.wait(lambda: len(served.runs("clean-inbox")) > before)
    served.wait((served.outbox / "late.txt.json").exists)


@pytest.mark.parametrize(
    ("other", "told"),
    [({}, "is served already"), ({"inbox": "/usr/share/doc"}, "a Prefect server is at")],
)
def test_a_second_one_says_why_it_cannot(served: Served, other: dict[str, str], told: str) -> None:
    with pytest.raises(subprocess.CalledProcessError) as refused:
        subprocess.run(
            served.command(**other), check=True, timeout=60, text=True, capture_output=True,
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
            env={**served.environment, "PREFECT_API_URL": f"{served.ui}/api"}, check=True, timeout=60,
        )  # fmt: skip
        (served.inbox / "cut.pdf").write_bytes(b"%PDF-1.7")
        served.start_run("clean-inbox", settle=0)
        served.wait(lambda: told)
        chat.shutdown()
    assert b"is PartlyFailed" in told[0] or b"is Failed" in told[0]
    assert b"cut.pdf" in told[0]


def test_a_run_that_is_cancelled_ends_with_all_its_processes(served: Served) -> None:
    run, family = long_run(served, "cancelled.txt")
    served.ask(f"flow_runs/{run}/set_state", state={"type": "CANCELLING"})
    assert served.finished(run)["state"]["type"] == "CANCELLED"
    _, left = psutil.wait_procs(family, timeout=30)
    assert left == []
    assert not (served.outbox / "cancelled.txt.json").exists()


def test_a_run_that_is_killed_is_crashed_and_the_next_goes_on(served: Served) -> None:
    run, family = long_run(served, "killed.txt")
    family[0].kill()
    assert served.finished(run)["state"]["type"] == "CRASHED"
    _, left = psutil.wait_procs(family, timeout=30)
    assert left == []


def long_run(served: Served, name: str) -> tuple[str, list[psutil.Process]]:
    """A run that would go on for long, and its processes."""
    filing = served.inbox.parent / name
    filing.write_text("The motion is denied as moot.\n" * 200_000)
    run = served.start_run("clean-filing", source=str(filing)).json()["id"]
    engine = served.wait(lambda: next((p for p in served.family("prefect.engine") if p.children()), None))
    return run, [engine, *engine.children(recursive=True)]


def test_a_server_that_dies_is_started_again(served: Served) -> None:
    (server,) = served.family("server")
    server.kill()
    served.wait(lambda: "starting it again" in served.log.read_text())
    served.wait(served.answers)


def test_prefect_yaml_deploys_into_a_work_pool_and_its_schedule_fires(served: Served) -> None:
    environment = {
        **served.environment,
        "PREFECT_API_URL": f"{served.ui}/api",
        "CLEAN_FILINGS_INBOX": str(served.inbox),
        "CLEAN_FILINGS_OUTBOX": str(served.outbox),
    }
    for command in (["work-pool", "create", "filings", "--type", "process"], ["deploy", "--all"]):
        subprocess.run(
            [Path(sys.executable).with_name("prefect"), "--no-prompt", *command],
            env=environment, cwd=ROOT, check=True, timeout=120, capture_output=True,
        )  # fmt: skip
    pool = {"work_pools": {"name": {"any_": ["filings"]}}}
    offered = {d["name"]: d for d in served.ask("deployments/filter", **pool)}
    assert offered.keys() == {"inbox", "one filing", "pasted text"}
    inbox = offered["inbox"]
    assert inbox["parameters"] == {"sources": [str(served.inbox)], "outbox": str(served.outbox)}
    assert inbox["global_concurrency_limit"]["limit"] == 1
    assert [s["slug"] for s in inbox["schedules"] if s["active"]] == ["nightly"]
    planned = {"state": {"type": {"any_": ["SCHEDULED"]}}}
    served.wait(lambda: served.ask("flow_runs/filter", flow_runs=planned, **pool))


def test_ctrl_c_leaves_no_process(served: Served) -> None:
    family = served.family()
    assert len(family) > 1
    served.process.send_signal(signal.SIGINT)
    assert served.process.wait(60) == 0
    _, left = psutil.wait_procs(family, timeout=5)
    assert left == []
    assert not [p for p in psutil.process_iter(["cmdline"]) if str(served.port) in str(p.info["cmdline"])]
