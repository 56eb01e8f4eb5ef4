"""The command line of clean-filings."""

from errno import EPIPE
from typing import Any

import click

from flows.cli.cleaning import retry, run, text
from flows.cli.looking import cite, review, schema, verify
from flows.cli.os_errors import told
from flows.cli.serving import doctor, serve


class Commands(click.Group):
    """Commands that say in a line what is wrong with a place or missing, and what to do; listed as they are
    added."""

    def list_commands(self, _context: click.Context) -> list[str]:
        return list(self.commands)

    def invoke(self, ctx: click.Context) -> Any:  # noqa: ANN401 - as click has it
        from flows.storage.stores import UnusablePlace

        try:
            return super().invoke(ctx)
        except click.MissingParameter as error:
            raise click.UsageError(_with_example(error), error.ctx) from error
        except UnusablePlace as error:
            raise click.UsageError(str(error)) from error
        except OSError as error:
            if error.errno == EPIPE:  # whoever reads the output has enough
                raise
            raise click.ClickException(told(error)) from error


def _with_example(error: click.MissingParameter) -> str:
    """What is missing, what it is, and a command line that has it."""
    what = getattr(error.param, "help", None) or ""
    lines = (error.ctx.command.help or "").splitlines() if error.ctx else []
    example = next((line.strip() for line in lines if line.strip().startswith("clean-filings ")), "")
    return " ".join(filter(None, [error.format_message(), what, example and f"For example: {example}"]))


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


for command in (run, text, retry, review, verify, cite, serve, doctor, schema):
    main.add_command(command)
