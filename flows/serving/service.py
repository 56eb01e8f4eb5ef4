"""``clean-filings serve``: Prefect's server, the deployments of an inbox and what runs them, as one program.

What it starts it also stops: after Ctrl-C, a SIGTERM or an error no process of it is left.
"""

import fcntl
import os
import signal
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from hashlib import sha256
from pathlib import Path
from threading import Event
from time import monotonic
from typing import TYPE_CHECKING

import psutil

from flows.pages.passwords import set_passwords
from flows.server import answers, configured_server
from flows.serving.local_server import LIVELY, LocalServer, NoServer
from flows.serving.outbox_server import OutboxServer
from flows.settings import Settings, spelt
from flows.storage.places import is_url

if TYPE_CHECKING:
    from flows.deployments import Runs

GRACE = 10.0
"""Seconds that a process is given to end by itself."""


class NotServed(Exception):
    """The inbox cannot be served. Says why, and what to do."""


def serve(settings: Settings, tell: Callable[[str], None]) -> None:
    """Serve an inbox until SIGINT or SIGTERM. ``tell`` is told what happens, a line at a time.

    Raises:
        NotServed: the server does not start or answer, the inbox is served already, the passwords cannot be
            read, or the cron expression is none.
    """
    stop = Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda *_: stop.set())
    for name, value in LIVELY.items():
        os.environ.setdefault(name, value)
    if settings.passwords:
        _set_passwords(settings.passwords)
    home = Path(os.environ.get("PREFECT_HOME") or "~/.prefect").expanduser()
    address, server = _chosen(home, settings)
    os.environ["PREFECT_API_URL"] = address  # Prefect reads it when it is loaded
    if settings.cron:
        _check(settings)
    with _alone(home, settings), ExitStack() as shown, _there(address, server, stop, tell):
        if not is_url(settings.outbox):
            outbox = shown.enter_context(OutboxServer(Path(settings.outbox), settings.port + 1))
            os.environ.setdefault("CLEAN_FILINGS_LINKS", outbox.address)
        if not stop.is_set():
            _run(settings, server, stop, tell)


def _set_passwords(file: str) -> None:
    try:
        set_passwords(file)
    except (OSError, ValueError) as error:
        raise NotServed(f"the file of passwords cannot be read ({error}): name another, or none") from error


@contextmanager
def _alone(home: Path, settings: Settings) -> Iterator[None]:
    """Hold the inbox; the lock goes with the process, however that ends."""
    home.mkdir(parents=True, exist_ok=True)
    name = sha256(str(settings.inbox).encode()).hexdigest()[:16]
    with (home / f"clean-filings-{name}.lock").open("a+") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            lock.seek(0)
            holder = lock.read().strip()
            told = f"{settings.inbox} is served already, by process {holder}: stop that first"
            raise NotServed(told) from None
        lock.truncate(0)
        lock.write(f"{os.getpid()}\n")
        lock.flush()
        yield


def _chosen(home: Path, settings: Settings) -> tuple[str, LocalServer | None]:
    """The address of the server that is configured, or else one of our own, with its address."""
    if there := configured_server():
        return there, None
    server = LocalServer(settings.port, home / "clean-filings-server.log")
    return server.api, server


def _check(settings: Settings) -> None:
    """Refuse, before anything is started, a cron expression that is none."""
    from flows.deployments import schedule_of  # noqa: PLC0415 - Prefect reads the environment now

    try:
        schedule_of(settings)
    except ValueError as error:
        told = f"{settings.cron!r} is no cron expression ({error}): every night at two is '0 2 * * *'"
        raise NotServed(told) from error


@contextmanager
def _there(
    address: str, server: LocalServer | None, stop: Event, tell: Callable[[str], None]
) -> Iterator[None]:
    """The server answers; our own ends with us."""
    if not server:
        if not answers(address):
            raise NotServed(
                f"the Prefect server {address} does not answer: start it, or unset PREFECT_API_URL"
            )
        tell(f"Uses the Prefect server {address}")
        yield
        return
    began = monotonic()
    tell("Starting Prefect's server; the first time takes half a minute")
    try:
        server.start(waiting=lambda: not stop.is_set())
        tell(f"Prefect's server is up after {monotonic() - began:.0f} s")
        yield
    except NoServer as error:
        raise NotServed(str(error)) from error
    finally:
        server.stop()


def _run(settings: Settings, server: LocalServer | None, stop: Event, tell: Callable[[str], None]) -> None:
    from flows.deployments import Runs  # noqa: PLC0415 - Prefect reads the environment now

    runs = Runs(settings)
    if server:  # it has just come up: what it takes for running has died with the machine, or by kill -9
        runs.settle()
    runs.start()
    ui = os.environ["PREFECT_API_URL"].removesuffix("/api")
    when = f"by cron {settings.cron}" if settings.cron else f"every {spelt(settings.every)}"
    tell(f"Cleans {settings.inbox} into {settings.outbox}, {when}")
    tell(f"Prefect's UI: {ui}  (deployments: {ui}/deployments)")
    tell("Stop with Ctrl-C")
    try:
        while not stop.wait(1.0):
            if not runs.running:
                raise NotServed("what starts the runs has ended; start clean-filings serve again")
            if server and not server.running:
                tell("Prefect's server has ended; starting it again")
                server.stop()  # what may be left of it
                server.start(waiting=lambda: not stop.is_set())
    finally:
        tell("Stopping; what is finished is kept, and the next start goes on from there")
        _end(runs, server)


def _end(runs: "Runs", server: LocalServer | None) -> None:
    """Stop the runs' processes, then what starts them, then tell the server, while it is there."""
    _stop_processes(server, GRACE)
    runs.stop()
    _stop_processes(server, 0.0)  # what may have been started in between
    if answers(os.environ["PREFECT_API_URL"]):
        runs.settle()


def _stop_processes(server: LocalServer | None, grace: float) -> None:
    """End all that we started, and what that has started, save the server. The runs are told, and end their
    workers themselves: of a worker that is told first, its run would say that it crashed."""
    runs = [process for process in psutil.Process().children() if not (server and server.owns(process.pid))]
    family = [*runs, *(worker for run in runs for worker in _children(run))]
    for run in runs:
        with suppress(psutil.NoSuchProcess):
            run.terminate()
    _, left = psutil.wait_procs(family, timeout=grace)
    for process in left:
        with suppress(psutil.NoSuchProcess):
            process.kill()
    psutil.wait_procs(left, timeout=GRACE)


def _children(process: psutil.Process) -> list[psutil.Process]:
    """All that a process has started, and what that has started."""
    try:
        return process.children(recursive=True)
    except psutil.NoSuchProcess:
        return []
