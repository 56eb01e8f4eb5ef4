"""How much a filing may take. What passes a limit is refused, with that as the cause."""

from dataclasses import dataclass
from pathlib import Path

from flows.errors import UnfitFiling

PILLOWS = 178_956_970
"""Pixels of an image that Pillow itself takes for an attack if it has more."""

PREFIX = "CLEAN_FILINGS_"


@dataclass(frozen=True, slots=True)
class Limits:
    """The limits of a filing, of its pages, and of the process that reads them with the programs it starts:
    in bytes, pages, characters, dots and seconds.

    Filings come from anyone, and a kilobyte can ask for a week or a terabyte. The defaults are several times
    what the largest honest filing takes: courts accept 50 MB a file and print 300 dots an inch.
    """

    max_bytes: int = 1 << 30
    max_pages: int = 5_000
    max_characters: int = 20_000_000
    max_pixels: int = PILLOWS
    page_seconds: float = 300
    filing_seconds: float = 6 * 3600
    memory: int = 4 << 30


USUAL = Limits()


def variable(name: str) -> str:
    """The variable that sets the limit of this name."""
    return f"{PREFIX}{name.upper()}"


def too_much(path: Path, cause: str, limit: str) -> UnfitFiling:
    """What to raise for a filing that passes the limit of this name."""
    return UnfitFiling(path, cause, f"split it, or raise the limit ({variable(limit)})")
