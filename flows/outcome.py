"""What a batch tells of its filings, while it runs and when it is through."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, Protocol

if TYPE_CHECKING:
    from cleaners.facts import CaseFacts


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a filing. ``read`` says how many pages were read in which way; ``confidence`` is the
    mean over its pages, in [0, 1]; ``quality`` is the share of its words that are expected to be right, and
    ``look`` says which pages to look at, and why; ``seconds`` is wall time; ``text`` is where the clean text
    lies; ``facts`` are what a filing that was cleaned says it is."""

    name: str
    state: Literal["cleaned", "done before", "failed"]
    pages: int = 0
    read: str = ""
    confidence: float | None = None
    quality: float | None = None
    look: tuple[str, ...] = ()
    seconds: float = 0.0
    text: str = ""
    cause: str = ""
    remedy: str = ""
    facts: "CaseFacts | None" = None

    @property
    def failed(self) -> bool:
        """Whether the filing could not be cleaned."""
        return self.state == "failed"


class Progress(Protocol):
    """One who is told how far a batch is, from several threads."""

    def page(self, name: str, done: int, total: int) -> None:
        """A page of the filing ``name`` has been read."""

    def filing(self, outcome: Outcome) -> None:
        """A filing is through, well or not."""
