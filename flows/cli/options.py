"""Options that several commands have."""

from collections.abc import Callable, Collection

import click


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
    from flows.bounds.set_limits import set_limits

    try:
        set_limits(given)
    except ValueError as error:
        raise click.BadParameter(str(error)) from error


limit_option = click.option(
    "--limit",
    "_limits",
    metavar="NAME=VALUE",
    multiple=True,
    expose_value=False,
    callback=_set_limits,
    help="Refuse what takes more: max-bytes, max-pages, max-characters, max-pixels, page-seconds,"
    " filing-seconds, memory (2GiB); may be repeated. CLEAN_FILINGS_MAX_PAGES=200 does the same.",
)


def _set_passwords(_context: click.Context, _option: click.Parameter, given: str | None) -> None:
    if not given:
        return
    from flows.pages.passwords import set_passwords

    try:
        set_passwords(given)
    except (OSError, ValueError) as error:
        told = getattr(error, "strerror", None) or error
        raise click.BadParameter(f"{given} cannot be read ({told}): name another file, or none") from error


passwords_option = click.option(
    "--passwords",
    "_passwords",
    metavar="FILE",
    expose_value=False,
    callback=_set_passwords,
    help="A text file with passwords, one a line, to try on encrypted PDFs. CLEAN_FILINGS_PASSWORDS does the"
    " same.",
)
