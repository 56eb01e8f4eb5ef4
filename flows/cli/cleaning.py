"""The commands that clean."""

import sys
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, BinaryIO

import click

from flows.cli.as_flow import INTERRUPTED, STOPPED, as_flow
from flows.cli.looking import write_pages
from flows.cli.options import format_option, limit_option, passwords_option, step_option

if TYPE_CHECKING:
    from flows.outcome import Outcome


SECONDS = click.FloatRange(min=0)
SECONDS.name = "number of seconds"  # what a wrong value is said not to be


@click.command()
@click.argument("sources", metavar="SOURCE...", nargs=-1, required=True)
@click.option(
    "--out",
    "outbox",
    metavar="DIR",
    required=True,
    help="The folder or URL that takes the clean texts and their records, in the tree of the sources.",
)
@click.option(
    "--flow", is_flag=True, help="Run as a Prefect flow, on an embedded server if none is configured."
)
@click.option("--again", is_flag=True, help="Clean also what this version might clean differently.")
@click.option(
    "--settle",
    metavar="SECONDS",
    type=SECONDS,
    default=0.0,
    help="Take only files that have not changed for so long, where others are still arriving. Default: 0.",
)
@step_option("--leave-out", "Leave out a step")
@format_option
@click.option("--review", is_flag=True, help="Write pages to look at, too (see clean-filings review).")
@limit_option
@passwords_option
def run(  # noqa: PLR0913 - a command's options
    sources: tuple[str, ...],
    outbox: str,
    *,
    flow: bool,
    again: bool,
    settle: float,
    leave_out: tuple[str, ...],
    formats: tuple[str, ...],
    review: bool,
) -> None:
    """Clean filings (PDF, PNG, JPEG, TIFF, text) and folders of them.

    \b
    Examples:
        clean-filings run inbox --out outbox
        clean-filings run order.pdf exhibits/ --out outbox
        clean-filings run inbox --out outbox --flow
        clean-filings run s3://court/inbox --out s3://court/outbox

    What is done already is skipped, so a run that was broken off goes on where it stopped; a filing that has
    changed is cleaned again, and its earlier output kept in .versions. What failed is not tried again unless
    its file or the program has changed, or a passing fault was to blame (see clean-filings retry).

    It runs as a Prefect flow if a server is configured (PREFECT_API_URL, or the active Prefect profile), else
    at once. Other runs may be at the same filings at the same time, here or elsewhere.

    The exit code is 0, or 1 if any filing failed, now or before.
    """
    from flows.batch import clean_batch
    from flows.boxes.inbox import jobs_in
    from flows.cli.report import print_table, shown_progress
    from flows.server import configured_server

    jobs = jobs_in(sources, outbox)
    if not jobs:
        raise click.UsageError(
            f"there is no filing in {' '.join(sources)}: put PDF, PNG, JPEG, TIFF or text files there"
        )
    server = configured_server()
    wanted: dict[str, Any] = {"again": again, "settle": settle, "leave_out": leave_out, "formats": formats}
    end: Callable[[int], object] = sys.exit
    try:
        with shown_progress(len(jobs)) as progress:
            if server or flow:
                outcomes, end = as_flow(server, progress, list(sources), outbox, wanted)
            else:
                outcomes = clean_batch(jobs, outbox, progress, **wanted)
    except KeyboardInterrupt:
        click.echo(STOPPED, err=True)
        sys.exit(INTERRUPTED)
    except OSError as error:
        raise click.ClickException(
            f"the run cannot go on ({error}); see whether {outbox} may be written and has room, and run again"
        ) from error
    print_table(outcomes)
    exit_code = _summed_up(outcomes, outbox)
    if review:
        write_pages(outbox)
    end(exit_code)


@click.command()
@click.argument("outbox", metavar="OUTBOX")
@click.argument("names", metavar="[NAME...]", nargs=-1)
@step_option("--leave-out", "Leave out a step")
@format_option
@passwords_option
def retry(outbox: str, names: tuple[str, ...], leave_out: tuple[str, ...], formats: tuple[str, ...]) -> None:
    """Try filings again that failed, or those that are named.

    \b
    Examples:
        clean-filings retry outbox
        clean-filings retry outbox motions/brief.pdf 'exhibits/*'

    A NAME is a filing's place in the outbox, without the suffix of its outputs, or a pattern of such; those
    that are done are cleaned again, too. The exit code is 0, or 1 if any filing failed.
    """
    from flows.batch import clean_batch
    from flows.boxes.outbox import Outbox
    from flows.boxes.retry import jobs_to_retry
    from flows.cli.report import print_table, shown_progress
    from flows.storage.stores import NO_RECORD, UnusablePlace

    place = Outbox(outbox)
    jobs, gone = jobs_to_retry(place, names)
    for name in gone:
        click.echo(f"{name}: its file is not where it was; put it back, or remove its error record", err=True)
    if not jobs:
        if not any(place.store.files()):
            raise UnusablePlace(NO_RECORD.format(outbox))
        why = "no filing there is so named" if names else "no filing failed there"
        raise click.UsageError(f"there is nothing to try again in {outbox}: {why}")
    with shown_progress(len(jobs)) as progress:
        outcomes = clean_batch(jobs, outbox, progress, anew=True, leave_out=leave_out, formats=formats)
    print_table(outcomes)
    sys.exit(_summed_up(outcomes, outbox) or bool(gone))


@click.command()
@click.argument("file", metavar="[FILE]", type=click.File("rb"), default="-")
@step_option("--leave-out", "Leave out a step")
@step_option("--only", "Take this step alone")
def text(file: BinaryIO, leave_out: tuple[str, ...], only: tuple[str, ...]) -> None:
    """Clean text: a file or standard input to standard output, in UTF-8.

    \b
    Examples:
        clean-filings text dump.txt
        pdftotext brief.pdf - | clean-filings text
        clean-filings text --only line-numbers < deposition.txt
    """
    if leave_out and only:
        raise click.UsageError("--leave-out and --only exclude each other")
    from flows.errors import shown

    try:
        given = file.read().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        name = shown(getattr(file, "name", "this"))
        raise click.ClickException(
            f"{name} is no text in UTF-8; clean the file with `clean-filings run FILE --out outbox`, which"
            " takes PDF and images, too, and finds out the encoding of text"
        ) from error
    from cleaners.standard import STANDARD, clean
    from flows.collecting import collect_seldom

    collect_seldom()
    cleaned = clean(given, leave_out=STANDARD.keys() - only if only else leave_out)
    sys.stdout.buffer.write(cleaned.encode())


def _summed_up(outcomes: "Sequence[Outcome]", outbox: str) -> int:
    """Say where to look, and what failed and why; the exit code."""
    failed = [outcome for outcome in outcomes if outcome.failed]
    for outcome in failed:
        click.echo(f"{outcome.name}: {outcome.cause}; {outcome.remedy}", err=True)
    for outcome in outcomes:
        for page in outcome.look:
            click.echo(f"{outcome.name}: {page}")
    click.echo(f"{len(outcomes) - len(failed)} of {len(outcomes)} filings are clean. Look in {outbox}")
    return 1 if failed else 0
