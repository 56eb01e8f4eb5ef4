"""What is said between a batch and its worker processes."""

from collections.abc import Collection
from dataclasses import dataclass, field

from flows.bounds.limits import Limits
from flows.bounds.set_limits import limits_in
from flows.boxes.outbox import Outbox
from flows.outcome import Outcome
from flows.storage.stores import Seen


@dataclass(frozen=True, slots=True)
class Plan:
    """What a batch wants of every filing: where its outputs go, which steps are left out, which formats are
    written besides text and record, and how much a filing may take (from the environment, unless it is
    given)."""

    outbox: Outbox
    leave_out: Collection[str] = ()
    formats: Collection[str] = ()
    limits: Limits = field(default_factory=limits_in)


@dataclass(frozen=True, slots=True)
class Opened:
    """A filing of so many pages, or 0 if it is known only as text. ``seen`` is how its file was, to tell if
    it changes."""

    pages: int
    seen: Seen | None


@dataclass(frozen=True, slots=True)
class PageRead:
    """A page has been read."""

    number: int


Said = Opened | PageRead | Outcome
"""What a worker tells of a turn. The outcome comes last of all."""
