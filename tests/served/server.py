"""``clean-filings serve`` as an operator starts it, on a port and with a Prefect home of its own."""

import os
import random
import signal
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from tempfile import gettempdir
from time import monotonic, sleep
from typing import Any, TypeVar

import httpx
import psutil
import yaml

T = TypeVar("T")

ROOT = Path(__file__).parents[2]

COMMAND = [str(Path(sys.executable).with_name("clean-filings")), "serve"]

SERVICES = yaml.safe_load((ROOT / "compose.yaml").read_text("utf-8"))["services"]

PATIENCE = 240
"""Seconds for anything: what is tested is that it comes, not when."""


def free_port() -> int:
    """A port that nobody has, nor is given unasked: the kernel's own choice is from 32768 on."""
    for port in random.sample(range(20_000, 32_000), 100):
        with socket.socket() as probe, suppress(OSError):
            probe.bind(("127.0.0.1", port))
            return port
    raise AssertionError("no port is free")


class Served:
    """A ``clean-filings serve`` in a process of its own."""

    def __init__(self, place: Path) -> None:
        self.inbox, self.outbox, self.log = place / "intake", place / "outbox", place / "serve.log"
        self.inbox.mkdir()
        self.port = free_port()
        self.ui = f"http://127.0.0.1:{self.port}"
        self.environment = {k: v for k, v in os.environ.items() if not k.startswith("PREFECT")}
        self.home = str(place / "prefect")
        self.environment |= {"PREFECT_HOME": self.home, "PREFECT_RUNNER_POLL_FREQUENCY": "1"}
        # For a second user of a machine the folder that Prefect's runner has there cannot be made, either.
        (place / "tmp").mkdir()
        (place / "tmp" / "runner_storage").touch()
        self.environment["TMPDIR"] = str(place / "tmp")
        # A server that was killed is up again when it is up again: a run waits for it for four minutes.
        self.environment["PREFECT_CLIENT_MAX_RETRIES"] = "7"
        self.http = httpx.Client(base_url=f"{self.ui}/api/", timeout=PATIENCE)

    def start(self) -> None:
        """Start it and wait until it is up."""
        with self.log.open("w") as log:
            self.process = subprocess.Popen(
                self.command(), env=self.environment, stdout=log, stderr=log, start_new_session=True
            )
        self.wait(lambda: "Stop with Ctrl-C" in self.log.read_text())

    def command(self, **other: object) -> list[str]:
        """The command line, with other options where they are given. The schedule is never due."""
        options = {"inbox": self.inbox, "outbox": self.outbox, "port": self.port, "every": "50d", **other}
        return [*COMMAND, *(f"--{name}={value}" for name, value in options.items())]

    def wait(self, what: Callable[[], T | None]) -> T:
        """The first true value of ``what()``."""
        ends = monotonic() + PATIENCE
        while not (found := what()):
            assert self.process.poll() is None, self.log.read_text()
            assert monotonic() < ends, f"it never came: {self.told()}"
            sleep(0.2)
        return found

    def told(self) -> str:
        """What there is to say of it where it does not do what it should."""
        runs = self.ask("flow_runs/filter", sort="EXPECTED_START_TIME_DESC") if self.answers() else []
        states = [f"{run['name']}: {run['state']['name']} {run['state']['message']}" for run in runs]
        return "\n".join([self.log.read_text(), *states])

    def answers(self) -> bool:
        """Whether the server is up."""
        try:
            return self.http.get("health").is_success
        except httpx.HTTPError:
            return False

    def ask(self, path: str, **body: Any) -> Any:  # noqa: ANN401 - JSON
        """What the server's API answers to a POST."""
        answer = self.post(path, body)
        answer.raise_for_status()
        return answer.json()

    def post(self, path: str, body: object) -> httpx.Response:
        """What it answers to a POST."""
        return self._answer(lambda: self.http.post(path, json=body))

    def delete(self, path: str) -> None:
        """Have it forget something."""
        self._answer(lambda: self.http.delete(path)).raise_for_status()

    def _answer(self, ask: Callable[[], httpx.Response]) -> httpx.Response:
        """What it answers once it has the time: with its database locked it says 503."""

        def answered() -> httpx.Response | None:
            answer = ask()
            return None if answer.status_code == httpx.codes.SERVICE_UNAVAILABLE else answer

        return self.wait(answered)

    def deployment(self, flow: str) -> dict[str, Any]:
        """The deployment of a flow that is served, not one in a work pool."""
        offered = self.ask("deployments/filter", flows={"name": {"any_": [flow]}})
        (found,) = (deployment for deployment in offered if not deployment["work_pool_name"])
        return dict(found)

    def runs(self, flow: str, *states: str) -> list[dict[str, Any]]:
        """The runs of a flow that are in one of the states, by type; the last first."""
        wanted = {"state": {"type": {"any_": list(states)}}} if states else {}
        return list(
            self.ask(
                "flow_runs/filter",
                flows={"name": {"any_": [flow]}},
                flow_runs=wanted,
                sort="EXPECTED_START_TIME_DESC",
            )
        )

    def finished(self, run: str) -> dict[str, Any]:
        """The run, once it has come to an end."""
        found = self.wait(
            lambda: self.ask(
                "flow_runs/filter",
                flow_runs={
                    "id": {"any_": [run]},
                    "state": {"type": {"any_": ["COMPLETED", "FAILED", "CRASHED", "CANCELLED"]}},
                },
            )
        )
        return dict(found[0])

    def start_run(self, flow: str, **parameters: Any) -> httpx.Response:  # noqa: ANN401 - JSON
        """What the form does when its button is pressed."""
        path = f"deployments/{self.deployment(flow)['id']}/create_flow_run"
        return self.post(path, {"parameters": parameters})

    def deploy(self) -> None:
        """Make the work pools and deploy to them, as compose.yaml does, and what prefect.yaml holds."""
        shell, (script,) = SERVICES["deploy"]["entrypoint"], SERVICES["deploy"]["command"]
        script = script.replace("/cluster/", f"{ROOT}/examples/cluster/")
        for command in ([*shell, script], ["prefect", "--no-prompt", "deploy", "--all"]):
            subprocess.run(
                command, env=self.in_pools(), cwd=ROOT, check=True, timeout=PATIENCE, capture_output=True
            )

    def in_pools(self) -> dict[str, str]:
        """The environment of who deploys to work pools, and of their workers."""
        return {
            **{k: v for k, v in os.environ.items() if k.startswith("AWS_")},
            **self.environment,
            "TMPDIR": gettempdir(),
            "PATH": f"{Path(sys.executable).parent}:{os.environ['PATH']}",
            "PREFECT_API_URL": f"{self.ui}/api",
            "PREFECT_WORKER_QUERY_SECONDS": "1",
            "CLEAN_FILINGS_INBOX": str(self.inbox),
            "CLEAN_FILINGS_OUTBOX": str(self.outbox),
        }

    @contextmanager
    def started(self, service: str) -> Iterator[psutil.Popen]:
        """A service of compose.yaml as a plain process; it is killed at last."""
        command = SERVICES[service]["entrypoint"]
        with self.log.open("a") as log:
            worker = psutil.Popen(
                command, env=self.in_pools(), stdout=log, stderr=log, start_new_session=True
            )
        try:
            yield worker
        finally:
            kill(worker)

    def processes(self, word: str = "") -> list[psutil.Process]:
        """All processes that were started by this one, whoever their parent is by now, and itself; or those
        whose command line has the word."""
        return [process for process in psutil.process_iter() if self._owns(process, word)]

    def at_work(self) -> list[psutil.Process]:
        """The processes of runs: those that Prefect has started, and their workers."""
        return self.processes("prefect.engine") + self.processes("flows.bounds.workers")

    def _owns(self, process: psutil.Process, word: str) -> bool:
        try:
            ours = process.environ().get("PREFECT_HOME") == self.home
            return ours and word in " ".join(process.cmdline())
        except psutil.Error:  # it is gone, dead, or another user's
            return False


def kill(process: psutil.Process) -> None:
    """A process and all that it has started, as if its machine had lost its power."""
    with suppress(psutil.NoSuchProcess):
        for each in (process, *process.children(recursive=True)):
            with suppress(psutil.NoSuchProcess):
                each.kill()
    process.wait()


@contextmanager
def serving(place: Path) -> Iterator[Served]:
    """An inbox with two texts and an empty file, served until it is no more needed."""
    given = Served(place)
    (given.inbox / "motions").mkdir()
    (given.inbox / "motions" / "brief.txt").write_text("The motion is\ndenied as moot.\n")
    (given.inbox / "order.txt").write_text("The motion is\ngranted.\n")
    (given.inbox / "empty.pdf").touch()
    given.start()
    yield given
    if given.process.poll() is None:
        given.process.send_signal(signal.SIGINT)
        given.process.wait(PATIENCE)
