"""The commands that look at what was cleaned."""

import sys
from pathlib import Path

import click

from flows.cli.options import passwords_option


def _folder(_: click.Context, __: click.Parameter, place: str | None) -> str | None:
    from flows.storage.places import is_url

    if place is None or is_url(place) or Path(place).is_dir():
        return place
    raise click.BadParameter(f"{place} is no folder: name the one that the filings lie in, or leave it out")


inbox_option = click.option(
    "--inbox",
    metavar="DIR",
    callback=_folder,
    help="Where the filings lie; else they are looked for where they lay when they were cleaned.",
)


@click.command()
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
    from flows.cli.citation import as_fields, described
    from flows.records import Record
    from flows.storage.places import content

    if (quote is None) == (place is None):
        raise click.UsageError("give the words to look for, or --at")
    try:
        record = Record.model_validate_json(content(file))
    except OSError as error:
        raise click.ClickException(f"{file} cannot be read ({error.strerror or error})") from error
    except ValueError as error:
        raise click.ClickException(
            f"{file} is no record of this version: name the .json beside the clean text, or clean it --again"
        ) from error
    try:
        found = record.locate(quote) if quote is not None else record.at(place or "")
    except ValueError as error:
        raise click.ClickException(str(error)) from error
    if found is None:
        what = f"nothing like {quote!r} is" if place is None else f"nothing stands at {place}"
        raise click.ClickException(f"{what} in {record.source.name}")
    click.echo(as_fields(found) if as_json else described(record, found, quote))


@click.command()
@click.argument("outbox", metavar="OUTBOX")
@inbox_option
def verify(outbox: str, inbox: str | None) -> None:
    """Prove that nothing was lost: records give back what was read.

    \b
    Examples:
        clean-filings verify outbox
        clean-filings verify outbox --inbox inbox
        clean-filings verify s3://court/outbox

    Counts what was kept, moved, changed and removed, each character once, to the letter, and holds records,
    clean texts and source files against their hashes. The exit code is 0, or 1 if anything does not hold.
    """
    from flows.boxes.outbox import Outbox
    from flows.review.verify import print_verdicts, verdicts
    from flows.storage.stores import NO_RECORD, UnusablePlace

    found = list(verdicts(Outbox(outbox), inbox))
    if not found:
        raise UnusablePlace(NO_RECORD.format(outbox))
    print_verdicts(found)
    sound = sum(not verdict.faults for verdict in found)
    click.echo(f"{sound} of {len(found)} records give back what was read, to the letter.")
    sys.exit(0 if sound == len(found) else 1)


@click.command()
def schema() -> None:
    """Print the JSON Schema of the records."""
    import json

    from flows.records import record_schema

    click.echo(json.dumps(record_schema(), indent=2, ensure_ascii=False))


@click.command()
@click.argument("outbox", metavar="OUTBOX")
@inbox_option
@passwords_option
def review(outbox: str, inbox: str | None) -> None:
    """Write pages to look at: filings beside their clean texts.

    \b
    Examples:
        clean-filings review outbox
        clean-filings review outbox --inbox inbox
        clean-filings review s3://court/outbox

    Open review/index.html, which is in the outbox, in a browser. Each filing is one file there that needs
    neither others nor a network.
    """
    write_pages(outbox, inbox)


def write_pages(outbox: str, inbox: str | None = None) -> None:
    """Write the pages to look at, and say where they are."""
    from flows.review.html import write_review

    click.echo(f"Pages to look at: {write_review(outbox, inbox)}")
