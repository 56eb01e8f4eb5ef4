"""The command line: ``clean-filings run``, ``text`` and ``doctor``."""

import os
import signal
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from cleaners.standard import STANDARD, clean

if TYPE_CHECKING:
    from flows.batch import Outcome, Progress

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


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="clean-filings")
def main() -> None:
    """Turns scanned and garbled court filings into clean text.

    \b
    Clean a folder of filings, subfolders included:
        clean-filings run inbox --out outbox
    Clean one filing, and read it:
        clean-filings run brief.pdf --out outbox
        less outbox/brief.pdf.txt
    Clean text that you have already:
        pdftotext brief.pdf - | clean-filings text
    See whether everything is there that is needed:
        clean-filings doctor

    Beside each clean text lies its record, <name>.json: how each page was read and why, and everything that
    was taken out, with its place. A filing that cannot be cleaned gets <name>.error.json, with the cause and
    the remedy.
    """


def step_option(name: str, does: str) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """An option that takes names of steps, a hyphen for each blank, and lists them in its help."""
    steps = {step.replace(" ", "-"): step for step in STANDARD}
    return click.option(
        name,
        multiple=True,
        metavar="STEP",
        type=click.Choice(list(steps), case_sensitive=False),
        callback=lambda _context, _option, given: tuple(steps[step] for step in given),
        help=f"{does}; may be repeated. Steps: {', '.join(steps)}.",
    )


@main.command()
@click.argument("sources", metavar="SOURCE...", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option(
    "--out",
    "outbox",
    metavar="DIR",
    required=True,
    type=click.Path(path_type=Path, file_okay=False),
    help="The folder that takes the clean texts and their records, in the tree of the sources.",
)
@click.option(
    "--flow", is_flag=True, help="Run as a Prefect flow, on an embedded server if none is configured."
)
@click.option("--again", is_flag=True, help="Clean also what is done already.")
@step_option("--leave-out", "Leave out a step")
def run(
    sources: tuple[Path, ...], outbox: Path, *, flow: bool, again: bool, leave_out: tuple[str, ...]
) -> None:
    """Clean filings: PDF, PNG, JPEG, TIFF and text files, and folders of them.

    \b
    Examples:
        clean-filings run inbox --out outbox
        clean-filings run order.pdf exhibits/ --out outbox
        clean-filings run inbox --out outbox --flow

    What is done already is skipped, so a run that was broken off goes on where it stopped. It runs as a
    Prefect flow if a server is configured (PREFECT_API_URL, or the active Prefect profile), else at once.

    The exit code is 0, or 1 if any filing failed.
    """
    from flows.batch import clean_batch
    from flows.inbox import UnusableSource, jobs_in
    from flows.report import print_table, shown_progress
    from flows.server import configured_server

    try:
        jobs = jobs_in(sources, outbox)
    except UnusableSource as error:
        raise click.UsageError(str(error)) from error
    if not jobs:
        raise click.UsageError(f"there is no filing in {' '.join(map(str, sources))}")
    server = configured_server()
    try:
        with shown_progress(len(jobs)) as progress:
            if server or flow:
                outcomes = _as_flow(server, progress, (list(sources), outbox, again, leave_out))
            else:
                outcomes = clean_batch(jobs, outbox, progress, again=again, leave_out=leave_out)
    except KeyboardInterrupt:
        click.echo(STOPPED, err=True)
        sys.exit(INTERRUPTED)
    print_table(outcomes)
    sys.exit(_summed_up(outcomes, outbox))


@main.command()
@step_option("--leave-out", "Leave out a step")
@step_option("--only", "Take this step alone")
def text(leave_out: tuple[str, ...], only: tuple[str, ...]) -> None:
    """Clean text: standard input to standard output, in UTF-8.

    \b
    Examples:
        pdftotext brief.pdf - | clean-filings text
        clean-filings text --only line-numbers < deposition.txt
    """
    if leave_out and only:
        raise click.UsageError("--leave-out and --only exclude each other")
    try:
        given = sys.stdin.buffer.read().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise click.ClickException(
            "standard input is not UTF-8; save it as a .txt file and clean that with"
            " `clean-filings run`, which finds out the encoding"
        ) from error
    cleaned = clean(given, leave_out=STANDARD.keys() - only if only else leave_out)
    sys.stdout.buffer.write(cleaned.encode())


@main.command()
def doctor() -> None:
    """Look for the programs, versions, languages and servers that cleaning needs."""
    from flows.doctor import findings

    missing = False
    for what, found, remedy in findings():
        missing = missing or bool(remedy)
        click.echo(f"{'!!' if remedy else 'ok'}  {what}: {found}{f'. {remedy}' if remedy else ''}")
    sys.exit(1 if missing else 0)


def _as_flow(
    server: str | None, progress: "Progress", parameters: tuple[list[Path], Path, bool, tuple[str, ...]]
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
        return clean_inbox(*parameters)
    except NothingCleaned as error:
        return error.outcomes


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


def _summed_up(outcomes: "Sequence[Outcome]", outbox: Path) -> int:
    """Say where to look, and what failed and why; the exit code."""
    failed = [outcome for outcome in outcomes if outcome.failed]
    for outcome in failed:
        click.echo(f"{outcome.name}: {outcome.cause}; {outcome.remedy}", err=True)
    click.echo(f"{len(outcomes) - len(failed)} of {len(outcomes)} filings are clean. Look in {outbox}")
    return 1 if failed else 0
