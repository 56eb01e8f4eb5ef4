"""A Prefect server of our own, on this machine alone: started, watched, and stopped to its last process."""

import os
import shutil
import signal
import socket
import subprocess
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from time import monotonic, sleep

from flows.server import answers, is_prefect

HOST = "127.0.0.1"

PATIENCE = 180.0
"""Seconds. A server with a fresh home makes its database first, which takes 20 s on two idle processors."""

LIVELY = {
    "PREFECT_SERVER_ANALYTICS_ENABLED": "false",
    "DO_NOT_TRACK": "1",
    # The newer UI asks a host on the internet for its flags, even with analytics off; this one asks nobody.
    "PREFECT_SERVER_UI_V2_ENABLED": "false",
    "PREFECT_SERVER_UI_SHOW_PROMOTIONAL_CONTENT": "false",
    "PREFECT_SERVER_UI_API_URL": "/api",
    "PREFECT_SERVER_SERVICES_DB_VACUUM_ENABLED": "events,flow_runs",
    "PREFECT_FLOWS_HEARTBEAT_FREQUENCY": "30",  # a run that has died shows by three that are missing
    "PREFECT_RUNNER_POLL_FREQUENCY": "3",
    # An event costs the server a fifth less than by twenties: each time SQLAlchemy makes its statements anew.
    "PREFECT_SERVER_SERVICES_EVENT_PERSISTER_BATCH_SIZE": "200",
}
"""How Prefect is set up here, unless the environment says otherwise: nothing leaves this machine, old runs
are forgotten in time, dead ones noticed, and a run from the form starts at once."""


class NoServer(Exception):
    """The server could not be started. Says why, and what to do."""


class LocalServer:
    """Prefect's server and its processes, which make up a session of their own: Ctrl-C does not reach them
    before the runs that need them are stopped."""

    def __init__(self, port: int, log: Path) -> None:
        self.port, self.log = port, log
        self.ui = f"http://{HOST}:{port}"
        self.api = f"{self.ui}/api"
        self._process: subprocess.Popen[bytes] | None = None

    def start(self, waiting: Callable[[], bool]) -> None:
        """Start the server and wait until it answers, or until ``waiting`` says no.

        Raises:
            NoServer: the port is taken or not for this user, or the server does not come up.
        """
        if why := self._not_free():
            raise NoServer(why)
        self.log.parent.mkdir(parents=True, exist_ok=True)
        command = [sys.executable, "-m", "prefect", "server", "start", "--host", HOST, f"--port={self.port}"]
        if setpriv := shutil.which("setpriv"):  # else it would outlive us if we were killed
            command = [setpriv, "--pdeathsig", "TERM", *command]
        # A server that is given an API address would ask that instead of itself.
        environment = {k: v for k, v in os.environ.items() if k != "PREFECT_API_URL"}
        with self.log.open("ab") as log:
            self._process = subprocess.Popen(
                command, env=environment, start_new_session=True,
                stdin=subprocess.DEVNULL, stdout=log, stderr=log,
            )  # fmt: skip
        began = monotonic()
        while not answers(self.api):
            if not self.running:
                raise NoServer(f"Prefect's server ended as it began; {self.log} says why")
            if monotonic() - began > PATIENCE:
                self.stop()
                raise NoServer(f"Prefect's server was not up in {PATIENCE:.0f} s; {self.log} may say why")
            if not waiting():
                return
            sleep(0.3)

    @property
    def running(self) -> bool:
        """Whether the process is there."""
        return self._process is not None and self._process.poll() is None

    def owns(self, pid: int) -> bool:
        """Whether a process is one of the server's."""
        try:
            return self._process is not None and os.getsid(pid) == self._process.pid
        except ProcessLookupError:
            return False

    def stop(self) -> None:
        """Stop the server and every process of its session; nothing is left of it afterwards."""
        if self._process is None:
            return
        for stop, patience in ((signal.SIGTERM, 10.0), (signal.SIGKILL, 5.0)):
            with suppress(ProcessLookupError):
                os.killpg(self._process.pid, stop)
            with suppress(subprocess.TimeoutExpired):
                self._process.wait(patience)
        self._process = None

    def _not_free(self) -> str | None:
        """Why the port cannot be had, if it cannot, and what to do."""
        with socket.socket() as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                probe.bind((HOST, self.port))
            except PermissionError:
                return f"port {self.port} is not for this user: choose one above 1023 with --port"
            except OSError:
                if not is_prefect(self.api):
                    return f"port {self.port} is taken by another program: choose another --port"
                return (
                    f"a Prefect server is at {self.ui} already. To use it, set PREFECT_API_URL={self.api}; to"
                    " start another, choose another --port"
                )
        return None
