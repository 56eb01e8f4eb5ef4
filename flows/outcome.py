"""What a batch tells of its filings, while it runs and when it is through."""

from collections import Counter
from dataclasses import dataclass
from statistics import mean
from typing import TYPE_CHECKING, Literal, Protocol

if TYPE_CHECKING:
    from cleaners.findings.facts import CaseFacts
    from flows.records import Receipt


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a filing. ``read`` says how many pages were read in which way; ``confidence`` is the
    mean over its pages, in [0, 1]; ``quality`` is the share of its words that are expected to be right, and
    ``look`` says which pages to look at, and why; ``seconds`` is wall time; ``text`` is where the clean text
    lies; ``sha256`` is that of the file read; ``facts`` are what a filing that was cleaned says it is. A
    failure is ``passing`` if it may go better the next time; what is not is "failed before" in later runs,
    which do not try again. A filing is "waiting" while its file is still being put into the inbox."""

    name: str
    state: Literal["cleaned", "done before", "failed", "failed before", "waiting"]
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
    passing: bool = False
    sha256: str = ""

    @property
    def failed(self) -> bool:
        """Whether the filing could not be cleaned, in this run or in an earlier one."""
        return self.state in {"failed", "failed before"}


def outcome_of(receipt: "Receipt", state: Literal["cleaned", "done before"], text: str) -> Outcome:
    """The outcome of a filing that is clean; ``text`` is where its clean text lies."""
    methods = Counter(page.method for page in receipt.pages)
    confidences = [page.confidence for page in receipt.pages if page.confidence is not None]
    return Outcome(
        name=receipt.source.name,
        state=state,
        pages=len(receipt.pages),
        read=", ".join(f"{method} {count}" for method, count in sorted(methods.items())),
        confidence=mean(confidences) if confidences else None,
        quality=receipt.quality,
        look=tuple(f"look at page {p.number}: {'; '.join(p.doubts)}" for p in receipt.pages if p.doubts),
        text=text,
        sha256=receipt.source.sha256,
    )


class Progress(Protocol):
    """One who is told how far a batch is, from several threads."""

    def page(self, name: str, done: int, total: int) -> None:
        """A page of the filing ``name`` has been read."""

    def filing(self, outcome: Outcome) -> None:
        """A filing is through, well or not."""
