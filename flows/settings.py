"""What an operator may set, in one place: by ``CLEAN_FILINGS_*`` or by an option of ``serve``."""

import os
import re
from collections.abc import Mapping
from datetime import timedelta
from pathlib import Path
from typing import Annotated, Any

from pydantic import BeforeValidator, ByteSize, Field, ValidationError, model_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

from flows.bounds.checked_limits import Settable
from flows.bounds.limits import PREFIX
from flows.storage.folder import file_in_the_way
from flows.storage.places import is_url
from flows.storage.stores import IS_FILE

UNITS = {"s": "seconds", "m": "minutes", "h": "hours", "d": "days"}


def _span(given: Any) -> Any:  # noqa: ANN401 - whatever the environment or a caller holds
    """``90s``, ``15m``, ``1h``, ``1h30m``; what is no text is left to pydantic."""
    if not isinstance(given, str):
        return given
    if not re.fullmatch(r"(\d+[smhd])+", given):
        raise ValueError(f"{given!r} is no span: say 90s, 15m or 1h30m")
    return timedelta(**{UNITS[unit]: int(count) for count, unit in re.findall(r"(\d+)([smhd])", given)})


def spelt(span: timedelta) -> str:
    """A span as it is given.

    >>> spelt(timedelta(minutes=90))
    '1h30m'
    """
    left, parts = int(span.total_seconds()), ""
    for unit, seconds in (("d", 86400), ("h", 3600), ("m", 60), ("s", 1)):
        count, left = divmod(left, seconds)
        parts += f"{count}{unit}" if count else ""
    return parts


class Settings(BaseSettings):
    """The settings of a served inbox."""

    model_config = SettingsConfigDict(env_prefix=PREFIX, frozen=True, extra="forbid")

    inbox: str = Field(default="inbox", description="The folder or URL whose filings are cleaned.")
    outbox: str = Field(default="outbox", description="The folder or URL that takes clean texts and records.")
    every: Annotated[timedelta, BeforeValidator(_span), Field(ge=timedelta(seconds=10))] = Field(
        default=timedelta(minutes=15), description="How often the inbox is looked at: `90s`, `15m`, `1h30m`."
    )
    cron: str | None = Field(
        default=None, description="When the inbox is looked at instead, in local time: `0 2 * * *`."
    )
    port: int = Field(
        default=4200, ge=1, le=65535, description="Where Prefect's UI is, on this machine alone."
    )
    runs: int = Field(
        default=3, ge=1, le=100, description="Flow runs at the same time; batches run one after the other."
    )

    links: str = Field(
        default="",
        description="The address under which a browser finds the outbox; links in Prefect's UI lead there."
        " `serve` shows it on this machine if nothing is set.",
    )
    passwords: str = Field(
        default="", description="A text file with passwords, one a line, that are tried on encrypted PDFs."
    )

    @model_validator(mode="after")
    def _one_schedule(self) -> "Settings":
        if self.cron and {"every", "cron"} <= self.model_fields_set:
            raise ValueError("every and cron exclude each other")
        return self


class UnusableSettings(ValueError):
    """Settings that cannot be meant. Says which, and why."""


def settings_for_serving(given: Mapping[str, Any]) -> Settings:
    """The settings of an inbox that is served: what is given goes before the environment. Paths are whole.

    Raises:
        UnusableSettings: something is missing or wrong.
    """
    try:
        settings = Settings(**{name: value for name, value in given.items() if value is not None})
    except ValidationError as error:
        told = "; ".join(
            f"{'.'.join(map(str, fault['loc'])) or 'settings'}: {fault['msg'].removeprefix('Value error, ')}"
            for fault in error.errors()
        )
        raise UnusableSettings(told) from error
    inbox, outbox = whole(settings.inbox), whole(settings.outbox)
    if not is_url(inbox) and not Path(inbox).is_dir():
        raise UnusableSettings(f"the inbox {settings.inbox} is no folder: give --inbox, or make it")
    if f"{inbox}/".startswith(f"{outbox}/"):
        raise UnusableSettings("the inbox lies in the outbox: choose another outbox")
    if not is_url(outbox) and (file := file_in_the_way(outbox)):
        raise UnusableSettings(IS_FILE.format(file))
    if not is_url(outbox) and not _may_be_written(outbox):
        raise UnusableSettings(
            f"this user may not write to the outbox {settings.outbox}: give it permission, or choose another"
        )
    return settings.model_copy(update={"inbox": inbox, "outbox": outbox})


def _may_be_written(folder: str) -> bool:
    """Whether a folder is one that files may be put in, or could be made."""
    while not os.path.exists(folder):  # noqa: PTH110 - says no, too, where one may not look
        folder = str(Path(folder).parent)
    return Path(folder).is_dir() and os.access(folder, os.W_OK | os.X_OK)


def whole(place: str) -> str:
    """A folder by its path from the root, so that it is the same wherever a run starts; a URL as it is."""
    return place if is_url(place) else str(Path(place).resolve())


def settings_table() -> str:
    """The settings and the limits as a table in Markdown."""
    rows = ["| variable | default | what it sets |", "|---|---|---|"]
    for name, field in (Settings.model_fields | Settable.model_fields).items():
        rows.append(f"| `{PREFIX}{name.upper()}` | {_default(field.default)} | {field.description} |")
    return "\n".join(rows)


def _default(value: object) -> str:
    if isinstance(value, timedelta):
        return f"`{spelt(value)}`"
    if isinstance(value, ByteSize):
        return f"`{value.human_readable()}`"
    return f"`{value}`" if value not in {None, ""} else ""
