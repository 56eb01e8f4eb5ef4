"""How much a filing may take. What passes a limit is refused, with that as the cause."""

import os
from collections.abc import Mapping, Sequence
from pathlib import Path

from pydantic import BaseModel, ByteSize, Field, ValidationError

from flows.errors import UnfitFiling

PILLOWS = 178_956_970
"""Pixels of an image that Pillow itself takes for an attack if it has more."""

PREFIX = "CLEAN_FILINGS_"


class Limits(BaseModel, frozen=True):
    """The limits of a filing, of its pages, and of the process that reads them with the programs it starts.

    Filings come from anyone, and a kilobyte can ask for a week or a terabyte. The defaults are several times
    what the largest honest filing takes: courts accept 50 MB a file and print 300 dots an inch.

    >>> Limits(max_bytes="50 MB").max_bytes
    50000000
    """

    max_bytes: ByteSize = Field(ByteSize(1 << 30), gt=0, description="A filing's file is no larger.")
    max_pages: int = Field(5_000, gt=0, description="A filing has no more pages.")
    max_characters: int = Field(20_000_000, gt=0, description="A filing has no more text.")
    max_pixels: int = Field(
        PILLOWS, gt=0, le=PILLOWS, description="No image has more dots (a letter page at 1,200 dpi: 135M)."
    )
    page_seconds: float = Field(300, gt=0, description="Reading a page takes no longer.")
    filing_seconds: float = Field(6 * 3600, gt=0, description="A filing takes no longer in all.")
    memory: ByteSize = Field(
        ByteSize(4 << 30), ge=1 << 30, description="A worker process takes no more, nor a program it starts."
    )


USUAL = Limits()


def limits_in(environment: Mapping[str, str] = os.environ) -> Limits:
    """The limits that an environment sets: ``CLEAN_FILINGS_MAX_PAGES=200``, ``CLEAN_FILINGS_MEMORY=2GiB``.

    Raises ValueError for what is no limit.
    """
    names = {name: _variable(name) for name in Limits.model_fields}
    given = {name: environment[variable] for name, variable in names.items() if variable in environment}
    return Limits.model_validate(given)


def set_limits(given: Sequence[str]) -> None:
    """Put limits given as ``max-pages=200`` into this process's environment, where all that it starts finds
    them. Raises ValueError for what is no limit."""
    wanted = {}
    for name, _, value in (limit.partition("=") for limit in given):
        wanted[name.replace("-", "_")] = value
    if unknown := wanted.keys() - Limits.model_fields.keys():
        known = ", ".join(Limits.model_fields)
        raise ValueError(f"no such limit: {', '.join(sorted(unknown))}; there are {known}")
    environment = {_variable(name): value for name, value in wanted.items()}
    try:
        limits_in({**os.environ, **environment})
    except ValidationError as error:
        told = (f"{fault['loc'][0]}: {fault['msg']}" for fault in error.errors())
        raise ValueError("; ".join(told)) from error
    os.environ.update(environment)


def _variable(name: str) -> str:
    return f"{PREFIX}{name.upper()}"


def too_much(path: Path, cause: str, limit: str) -> UnfitFiling:
    """What to raise for a filing that passes the limit of this name."""
    return UnfitFiling(path, cause, f"split it, or raise the limit ({_variable(limit)})")
