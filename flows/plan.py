"""What is said between a batch and its worker processes."""

from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Plan:
    """What a batch wants of every filing: where its outputs go, which steps are left out, which formats are
    written besides text and record."""

    outbox: Path
    leave_out: Collection[str] = ()
    formats: Collection[str] = ()


@dataclass(frozen=True, slots=True)
class Opened:
    """A filing of so many pages. ``state`` is the file's size and time of change, to tell if it changes."""

    pages: int
    state: tuple[int, int]


@dataclass(frozen=True, slots=True)
class PageRead:
    """A page has been read."""

    number: int
