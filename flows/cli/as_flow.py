"""A run from the command line as a Prefect flow, on an embedded server if none is configured."""

import os
import signal
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from flows.outcome import Outcome, Progress

EMBEDDED = {
    "PREFECT_SERVER_ALLOW_EPHEMERAL_MODE": "true",
    "PREFECT_SERVER_EPHEMERAL_STARTUP_TIMEOUT_SECONDS": "120",  # 17 s with a fresh home; the default is 20
    "PREFECT_SERVER_ANALYTICS_ENABLED": "false",
    "DO_NOT_TRACK": "1",
    "PREFECT_LOGGING_HANDLERS_CONSOLE_LEVEL": "CRITICAL",  # the table tells what failed, and why
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
) -> "list[Outcome]":
    """Run ``clean_inbox`` in this process, under the server or an embedded one."""
    from flows.server import answers

    if server and not answers(server):
        raise click.ClickException(
            f"the Prefect server {server} does not answer; start it (prefect server start), or unset"
            " PREFECT_API_URL to clean without one"
        )
    for name, value in EMBEDDED.items():
        os.environ.setdefault(name, value)
    from flows.flows import clean_inbox, watching
    from flows.tasks import NothingCleaned

    if not server:
        signal.signal(signal.SIGINT, _leave_embedded_server)
    watching.set(progress)
    try:
        outcomes: list[Outcome] = clean_inbox(sources, outbox, **wanted)
    except NothingCleaned as error:
        return error.outcomes
    return outcomes


def _leave_embedded_server(*_: object) -> None:
    """Ctrl-C stops the embedded server as well, and Prefect would go on for minutes asking one that is gone.
    The outbox is whole at every moment, so there is nothing to wait for.
    """
    from prefect.server.api.server import SubprocessASGIServer
    from rich.console import Console

    Console(stderr=True).show_cursor()
    click.echo(STOPPED, err=True)
    SubprocessASGIServer().stop()
    os._exit(INTERRUPTED)
