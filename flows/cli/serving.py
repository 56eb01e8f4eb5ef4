"""The commands that keep a service running, and that look after what it needs."""

import sys

import click


@click.command()
@click.option("--inbox", metavar="DIR", type=click.Path(), help="Where the filings arrive. [default: inbox]")
@click.option("--outbox", metavar="DIR", type=click.Path(), help="Where the texts go. [default: outbox]")
@click.option("--every", metavar="SPAN", help="How often it is looked at: 90s, 15m, 1h. [default: 15m]")
@click.option("--cron", metavar="CRON", help='When it is looked at instead, in local time: "0 2 * * *".')
@click.option("--port", type=int, help="Where Prefect's UI is, on this machine alone. [default: 4200]")
@click.option(
    "--passwords", metavar="FILE", type=click.Path(), help="A file of passwords to try on encrypted PDFs."
)
def serve(**given: str | int | None) -> None:
    """Clean an inbox on a schedule, with Prefect's UI to watch it.

    \b
    Examples:
        clean-filings serve --inbox inbox --outbox outbox
        clean-filings serve --inbox inbox --outbox outbox --cron "0 2 * * *"

    Brings up Prefect's server on this machine, unless one is configured (PREFECT_API_URL, or the active
    Prefect profile), and runs until Ctrl-C, which stops all that it started. What it leaves undone, the next
    run takes up; runs can be started in the UI, too. Every option may be set in the environment instead:
    CLEAN_FILINGS_INBOX and so on.
    """
    from flows.serving.service import NotServed
    from flows.serving.service import serve as serve_inbox
    from flows.settings import UnusableSettings, settings_for_serving

    try:
        settings = settings_for_serving(given)
        serve_inbox(settings, click.echo)
    except UnusableSettings as error:
        raise click.UsageError(str(error)) from error
    except NotServed as error:
        raise click.ClickException(str(error)) from error


@click.command()
def doctor() -> None:
    """See whether everything is there that cleaning needs.

    Looks for programs, packages, languages and a configured Prefect server, and says what to do about what is
    missing. The exit code is 0, or 1 if anything is.
    """
    from flows.serving.doctor import findings

    missing = False
    for what, found, remedy in findings():
        missing = missing or bool(remedy)
        click.echo(f"{'!!' if remedy else 'ok'}  {what}: {found}{f'. {remedy}' if remedy else ''}")
    sys.exit(1 if missing else 0)
