"""A run from the command line as a Prefect flow, on an embedded server if none is configured."""

import logging
import os
import signal
import sys
from collections.abc import Callable, Sequence
from threading import Thread
from typing import TYPE_CHECKING, Any, NoReturn

import click

if TYPE_CHECKING:
    from flows.outcome import Outcome, Progress

EMBEDDED = {
    "PREFECT_SERVER_ALLOW_EPHEMERAL_MODE": "true",
    "PREFECT_SERVER_EPHEMERAL_STARTUP_TIMEOUT_SECONDS": "120",  # 17 s with a fresh home; the default is 20
    "PREFECT_SERVER_ANALYTICS_ENABLED": "false",
    "DO_NOT_TRACK": "1",
    "PREFECT_LOGGING_HANDLERS_CONSOLE_LEVEL": "CRITICAL",  # the table tells what failed, and why
    "PREFECT_LOGGING_INTERNAL_LEVEL": "CRITICAL",
    "PREFECT_CLIENT_MAX_RETRIES": "1",  # else a minute; somebody waits, and the outbox has it all
}
"""How Prefect runs from the command line, unless the environment says otherwise."""

STOPPED = "Stopped. What is finished is kept, and the same command goes on from there."
INTERRUPTED = 130  # what shells give a command that Ctrl-C ended


def as_flow(
    server: str | None,
    progress: "Progress",
    sources: list[str],
    outbox: str,
    wanted: dict[str, Any],
) -> "tuple[Sequence[Outcome], Callable[[int], object]]":
    """Run ``clean_inbox`` in this process, under the server or an embedded one; and go on without Prefect if
    that is gone meanwhile. The outcomes, and what ends the process with an exit code.
    """
    from flows.server import answers

    if server and not answers(server):
        raise click.ClickException(
            f"the Prefect server {server} does not answer; start it (prefect server start), or unset"
            " PREFECT_API_URL to clean without one"
        )
    for name, value in EMBEDDED.items():
        os.environ.setdefault(name, value)
    from httpx import HTTPError
    from prefect.exceptions import PrefectHTTPStatusError

    from flows.batch import clean_batch
    from flows.boxes.inbox import jobs_in
    from flows.cli import dead_runs
    from flows.flows import clean_inbox, watching
    from flows.tasks import NothingCleaned

    logging.raiseExceptions = False  # logs that the server does not get are nothing to tell of
    server = server or _embedded_server()
    heard = Heard(progress)
    watching.set(heard)
    dead_runs.settle()
    try:
        with dead_runs.noted() as note:
            return clean_inbox.with_options(on_running=[note])(sources, outbox, **wanted), sys.exit
    except NothingCleaned as error:
        return error.outcomes, sys.exit
    except KeyboardInterrupt:
        if answers(server):
            raise
        _stop_at_once()
    except Exception as error:
        there = answers(server)
        if there and not isinstance(error, HTTPError | PrefectHTTPStatusError):
            raise
        how = f"fails ({error})" if there else "is gone"
        click.echo(f"The Prefect server {server} {how}; the run goes on without it.", err=True)
    try:
        clean_batch(jobs_in(sources, outbox), outbox, heard, **wanted)
    except KeyboardInterrupt:
        _stop_at_once()
    return heard.outcomes, _end_at_once


class Heard:
    """Passes progress on, and keeps the outcomes: all that is known of a run whose server is gone. What a
    second run finds done or failed before is what the first one told of."""

    def __init__(self, also: "Progress") -> None:
        self._also = also
        self._outcomes: dict[str, Outcome] = {}

    @property
    def outcomes(self) -> "list[Outcome]":
        """By name."""
        return [self._outcomes[name] for name in sorted(self._outcomes)]

    def page(self, name: str, done: int, total: int) -> None:
        """A page of the filing ``name`` has been read."""
        self._also.page(name, done, total)

    def filing(self, outcome: "Outcome") -> None:
        """A filing is through, well or not."""
        told = self._outcomes.setdefault(outcome.name, outcome)
        if told is outcome or outcome.state not in {"done before", "failed before"}:
            self._outcomes[outcome.name] = outcome
            self._also.filing(outcome)


def _embedded_server() -> str:
    """Start Prefect's embedded server; its address. Ctrl-C reaches every process of a terminal, but the
    server must still hear how the run ended: it is started by a thread that is deaf to Ctrl-C, and what a
    thread does not hear its children do not hear. The server ends with this process.
    """
    from prefect.server.api.server import SubprocessASGIServer

    def start() -> None:
        signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
        try:
            server.start()
        except Exception as error:  # noqa: BLE001 - it is told of where it is waited for
            failed.append(error)

    server, failed = SubprocessASGIServer(), list[Exception]()
    starting = Thread(target=start, daemon=True)
    starting.start()
    starting.join()
    if failed:
        raise click.ClickException(
            f"Prefect's embedded server does not come up ({failed[0]}); try again, or clean without --flow"
        )
    return server.api_url


def _stop_at_once() -> NoReturn:
    click.echo(STOPPED, err=True)
    _end_at_once(INTERRUPTED)


def _end_at_once(exit_code: int) -> NoReturn:
    """End the process. What waits to be told to a server that is gone would keep it for minutes."""
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(exit_code)
