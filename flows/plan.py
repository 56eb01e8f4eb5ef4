"""What is said between a batch and its worker processes."""

from collections.abc import Collection
from dataclasses import dataclass, field
from pathlib import Path

from flows.limits import Limits, limits_in
from flows.outcome import Outcome


@dataclass(frozen=True, slots=True)
class Plan:
    """What a batch wants of every filing: where its outputs go, which steps are left out, which formats are
    written besides text and record, and how much a filing may take (from the environment, unless it is
    given)."""

    outbox: Path
    leave_out: Collection[str] = ()
    formats: Collection[str] = ()
    limits: Limits = field(default_factory=limits_in)


@dataclass(frozen=True, slots=True)
class Opened:
    """A filing of so many pages, or 0 if it is known only as text. ``state`` is the file's size and time
    of change, to tell if it changes."""

    pages: int
    state: tuple[int, int]


@dataclass(frozen=True, slots=True)
class PageRead:
    """A page has been read."""

    number: int


Said = Opened | PageRead | Outcome
"""What a worker tells of a turn. The outcome comes last of all."""
