"""The command line of clean-filings."""

import os
import signal
import sys
from collections.abc import Callable, Collection, Sequence
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


class Commands(click.Group):
    """Commands that say what is wrong with a place, and what to do, in a line."""

    def invoke(self, ctx: click.Context) -> Any:  # noqa: ANN401 - as click has it
        from flows.stores import UnusablePlace

        try:
            return super().invoke(ctx)
        except UnusablePlace as error:
            raise click.UsageError(str(error)) from error


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
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


class Step(click.ParamType[str]):
    """A step by its name, a hyphen for each blank. The steps are loaded when one is named."""

    name = "step"

    def convert(self, value: str, _parameter: click.Parameter | None, _context: click.Context | None) -> str:
        steps = {name.casefold(): name for name in _steps()}
        if (name := value.replace("-", " ").casefold()) not in steps:
            self.fail(f"there is no step {value!r}; the steps are: {_told()}")
        return steps[name]


class StepOption(click.Option):
    """An option that takes names of steps, and lists them in its help."""

    def get_help_record(self, ctx: click.Context) -> tuple[str, str] | None:
        option, does = super().get_help_record(ctx) or ("", "")
        return option, f"{does}; may be repeated. Steps: {_told()}."


def _steps() -> Collection[str]:
    from cleaners.standard import STANDARD

    return STANDARD.keys()


def _told() -> str:
    return ", ".join(name.replace(" ", "-") for name in _steps())


def step_option(name: str, does: str) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """An option that takes names of steps."""
    return click.option(name, cls=StepOption, multiple=True, metavar="STEP", type=Step(), help=does)


format_option = click.option(
    "--format",
    "formats",
    multiple=True,
    type=click.Choice(["markdown", "jsonl", "hocr"]),
    help="Write this, too, besides text and record; may be repeated.",
)


def _set_limits(_context: click.Context, _option: click.Parameter, given: tuple[str, ...]) -> None:
    from flows.limits import set_limits

    try:
        set_limits(given)
    except ValueError as error:
        raise click.BadParameter(str(error)) from error


def _set_passwords(_context: click.Context, _option: click.Parameter, given: str | None) -> None:
    if not given:
        return
    from flows.passwords import set_passwords

    try:
        set_passwords(given)
    except (OSError, ValueError) as error:
        raise click.BadParameter(f"it cannot be read ({error})") from error


passwords_option = click.option(
    "--passwords",
    "_passwords",
    metavar="FILE",
    expose_value=False,
    callback=_set_passwords,
    help="A text file with passwords, one a line, to try on encrypted PDFs. CLEAN_FILINGS_PASSWORDS does the"
    " same.",
)


@main.command()
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
    type=click.FloatRange(min=0),
    default=0.0,
    help="Take only files that have not changed for so long, where others are still arriving. Default: 0.",
)
@step_option("--leave-out", "Leave out a step")
@format_option
@click.option("--review", is_flag=True, help="Write pages to look at, too (see clean-filings review).")
@click.option(
    "--limit",
    "_limits",
    metavar="NAME=VALUE",
    multiple=True,
    expose_value=False,
    callback=_set_limits,
    help="Refuse what takes more: max-bytes, max-pages, max-characters, max-pixels, page-seconds,"
    " filing-seconds, memory (2GiB); may be repeated. CLEAN_FILINGS_MAX_PAGES=200 does the same.",
)
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
    """Clean filings: PDF, PNG, JPEG, TIFF and text files, and folders of them.

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
    from flows.inbox import jobs_in
    from flows.report import print_table, shown_progress
    from flows.server import configured_server

    jobs = jobs_in(sources, outbox)
    if not jobs:
        raise click.UsageError(f"there is no filing in {' '.join(map(str, sources))}")
    server = configured_server()
    try:
        with shown_progress(len(jobs)) as progress:
            if server or flow:
                wanted = {"again": again, "settle": settle, "leave_out": leave_out, "formats": formats}
                outcomes = _as_flow(server, progress, list(sources), outbox, wanted)
            else:
                outcomes = clean_batch(
                    jobs,
                    outbox,
                    progress,
                    again=again,
                    settle=settle,
                    leave_out=leave_out,
                    formats=formats,
                )
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
        _review(outbox)
    sys.exit(exit_code)


@main.command()
@click.argument("outbox", metavar="OUTBOX")
@click.argument("names", metavar="[NAME...]", nargs=-1)
@step_option("--leave-out", "Leave out a step")
@format_option
@passwords_option
def retry(outbox: str, names: tuple[str, ...], leave_out: tuple[str, ...], formats: tuple[str, ...]) -> None:
    """Try filings again that failed; or those that are named, even if they are done.

    \b
    Examples:
        clean-filings retry outbox
        clean-filings retry outbox motions/brief.pdf 'exhibits/*'

    A NAME is a filing's place in the outbox, without the suffix of its outputs, or a pattern of such. The
    exit code is 0, or 1 if any filing failed.
    """
    from flows.batch import clean_batch
    from flows.outbox import Outbox
    from flows.report import print_table, shown_progress
    from flows.retry import jobs_to_retry

    jobs, gone = jobs_to_retry(Outbox(outbox), names)
    for name in gone:
        click.echo(f"{name}: its file is not where it was; put it back, or remove its error record", err=True)
    if not jobs:
        raise click.UsageError(f"there is nothing to try again in {outbox}")
    with shown_progress(len(jobs)) as progress:
        outcomes = clean_batch(jobs, outbox, progress, anew=True, leave_out=leave_out, formats=formats)
    print_table(outcomes)
    sys.exit(_summed_up(outcomes, outbox) or bool(gone))


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
    from cleaners.standard import STANDARD, clean

    cleaned = clean(given, leave_out=STANDARD.keys() - only if only else leave_out)
    sys.stdout.buffer.write(cleaned.encode())


@main.command()
@click.argument("file", metavar="FILE.json")
@click.argument("quote", metavar="[WORDS]", required=False)
@click.option("--at", "place", metavar="PAGE:LINES", help="Tell what stands there instead: 2:13 or 2:13-16.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
def cite(file: str, quote: str | None, place: str | None, *, as_json: bool) -> None:
    """Cite words of a filing by page and line, from its record.

    \b
    Examples:
        clean-filings cite outbox/brief.pdf.json "denied without prejudice"
        clean-filings cite outbox/brief.pdf.json --at 2:13-16

    Words that are nearly right are found as well. The exit code is 1 if nothing like them is there.
    """
    from flows.citation import as_fields, described
    from flows.places import content
    from flows.records import Record

    if (quote is None) == (place is None):
        raise click.UsageError("give the words to look for, or --at")
    try:
        record = Record.model_validate_json(content(file))
        found = record.locate(quote) if quote is not None else record.at(place or "")
    except (OSError, ValueError) as error:
        raise click.ClickException(str(error)) from error
    if found is None:
        raise click.ClickException(f"nothing like that is in {record.source.name}")
    click.echo(as_fields(found) if as_json else described(record, found, quote))


@main.command()
@click.argument("outbox", metavar="OUTBOX")
@click.option(
    "--inbox",
    metavar="DIR",
    help="Where the filings lie; else they are looked for where they lay when they were cleaned.",
)
def verify(outbox: str, inbox: str | None) -> None:
    """Prove that nothing was lost: each record gives back what was read, to the letter.

    \b
    Examples:
        clean-filings verify outbox
        clean-filings verify outbox --inbox inbox
        clean-filings verify s3://court/outbox

    Counts what was kept, moved, changed and removed, each character once, and holds records, clean texts and
    source files against their hashes. The exit code is 0, or 1 if anything does not hold.
    """
    from flows.outbox import Outbox
    from flows.verify import print_verdicts, verdicts

    found = list(verdicts(Outbox(outbox), inbox))
    if not found:
        raise click.UsageError(f"there is no record in {outbox}")
    print_verdicts(found)
    sound = sum(not verdict.faults for verdict in found)
    click.echo(f"{sound} of {len(found)} records give back what was read, to the letter.")
    sys.exit(0 if sound == len(found) else 1)


@main.command()
def schema() -> None:
    """Print the JSON Schema of the records."""
    import json

    from flows.records import record_schema

    click.echo(json.dumps(record_schema(), indent=2, ensure_ascii=False))


@main.command(name="review")
@click.argument("outbox", metavar="OUTBOX")
@click.option(
    "--inbox",
    metavar="DIR",
    help="Where the filings lie; else they are looked for where they lay when they were cleaned.",
)
@passwords_option
def review_pages(outbox: str, inbox: str | None) -> None:
    """Write pages to look at: each filing's pages beside its clean text, and an index.

    \b
    Examples:
        clean-filings review outbox
        clean-filings review outbox --inbox inbox
        clean-filings review s3://court/outbox

    Open review/index.html, which is in the outbox, in a browser. Each page is one file that needs neither
    others nor a network.
    """
    _review(outbox, inbox)


@main.command()
@click.option("--inbox", metavar="DIR", type=click.Path(), help="Where the filings arrive. [default: inbox]")
@click.option("--outbox", metavar="DIR", type=click.Path(), help="Where the texts go. [default: outbox]")
@click.option("--every", metavar="SPAN", help="How often it is looked at: 90s, 15m, 1h. [default: 15m]")
@click.option("--cron", metavar="CRON", help='When it is looked at instead, in local time: "0 2 * * *".')
@click.option("--port", type=int, help="Where Prefect's UI is, on this machine alone. [default: 4200]")
@click.option(
    "--passwords", metavar="FILE", type=click.Path(), help="A file of passwords to try on encrypted PDFs."
)
def serve(**given: str | int | None) -> None:
    """Clean an inbox on a schedule, with Prefect's UI to watch it and to start runs from.

    \b
    Examples:
        clean-filings serve --inbox inbox --outbox outbox
        clean-filings serve --inbox inbox --outbox outbox --cron "0 2 * * *"

    Brings up Prefect's server on this machine, unless one is configured (PREFECT_API_URL, or the active
    Prefect profile), and runs until Ctrl-C, which stops all that it started. What it leaves undone, the next
    run takes up. Every option may be set in the environment instead: CLEAN_FILINGS_INBOX and so on.
    """
    from flows.service import NotServed
    from flows.service import serve as serve_inbox
    from flows.settings import UnusableSettings, settings_for_serving

    try:
        settings = settings_for_serving(given)
        serve_inbox(settings, click.echo)
    except UnusableSettings as error:
        raise click.UsageError(str(error)) from error
    except NotServed as error:
        raise click.ClickException(str(error)) from error


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


def _review(outbox: str, inbox: str | None = None) -> None:
    from flows.review import write_review

    click.echo(f"Pages to look at: {write_review(outbox, inbox)}")


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
