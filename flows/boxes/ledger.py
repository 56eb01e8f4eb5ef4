"""What is known of the filings of an outbox, without reading their records again.

The records are the truth. What they say is also kept in one index file, each filing with the marks of its
record and its text: where these are not as they were, the record is read. So an index that is old, lost or
broken costs time and nothing else.
"""

import hashlib
import json
import time
from collections.abc import Collection, Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import astuple, dataclass, replace
from typing import TYPE_CHECKING, Any

from flows.boxes.inbox import Job
from flows.boxes.outbox import ERROR, RECORD, STATE, TEXT, Outbox
from flows.outcome import Outcome, outcome_of
from flows.storage.stores import DRAFT, Seen
from flows.versions import versions

if TYPE_CHECKING:
    from flows.records import Receipt

INDEX = f"{STATE}/index.json"
FORM = "clean-filings/index/1"

AT_ONCE = 16
"""Records that are read side by side: over a network it is the waiting that takes time."""

OLD_DRAFT = 3600.0
"""Seconds after which nobody is writing a draft any more."""

JUST_NOW = 2.0
"""Seconds in which a file might change twice and bear the same time: its mark proves nothing then."""


@dataclass(frozen=True, slots=True)
class Known:
    """What the record, or the error record, of a filing says. ``outputs`` are the marks of what was written,
    ``source`` is the mark of the file that it was made of, or "" where that is not known. Of one that failed,
    ``attempts`` counts how often in a row."""

    outcome: Outcome
    bytes: int
    versions: dict[str, str]
    left_out: tuple[str, ...]
    outputs: tuple[str, ...] = ()
    source: str = ""
    attempts: int = 0


class Ledger:
    """The filings of an outbox as they stand. Raises OSError if it cannot be read."""

    def __init__(self, outbox: Outbox) -> None:
        self.outbox = outbox
        self._files = dict(outbox.store.files())
        self._indexed = _index(outbox)
        self._known = {
            name: known
            for name, known in self._indexed.items()
            if known.outputs == _outputs(self._files, name)
        }
        self._noted: set[str] = set()

    def __getitem__(self, name: str) -> Known | None:
        """What is known of a filing; None if nothing was made of it, or what was made does not hold."""
        return self._known.get(name)

    def items(self) -> Iterable[tuple[str, Known]]:
        """All filings of which something is known, by name."""
        return self._known.items()

    def read(self, names: Iterable[str]) -> None:
        """Read the records of those of these filings that the index does not know."""
        missing = [name for name in names if name not in self._known and _outputs(self._files, name)]
        with ThreadPoolExecutor(AT_ONCE) as threads:
            for name, known in zip(missing, threads.map(self._read, missing), strict=True):
                if known:
                    self._known[name] = known

    def has(self, name: str, suffix: str) -> bool:
        """Whether an output of a filing is there."""
        return f"{name}{suffix}" in self._files

    def failed_for(self, name: str) -> float:
        """How many seconds ago the filing failed last."""
        return time.time() - self._files[f"{name}{ERROR}"].since

    def sweep(self) -> None:
        """Take away the drafts that killed runs have left."""
        for file, seen in self._files.items():
            name = file.rpartition("/")[2]
            if name.startswith(".") and name.endswith(DRAFT) and seen.since < time.time() - OLD_DRAFT:
                self.outbox.store.remove(file)

    def news(self, name: str) -> Known | None:
        """What another run has made of a filing since this ledger was opened; None if there is nothing new.

        A record that had no text then was being written, as its text may have been passed over just before.
        """
        outputs = [f"{name}{suffix}" for suffix in (RECORD, TEXT, ERROR)]
        found = {file: seen for file in outputs if (seen := self.outbox.store.seen(file))}
        known = self._known.get(name)
        if _outputs(found, name) == (known.outputs if known else ()):
            return None
        for file in outputs:
            self._files.pop(file, None)
        self._files |= found
        self._known.pop(name, None)
        self.read([name])
        return self._known.get(name)

    def is_of(self, job: Job) -> None:
        """Take note that the file of a job, as it was seen, is what its record was made of."""
        known = self._known[str(job.name)]
        self._known[str(job.name)] = replace(known, source=_mark(job))

    def note(self, job: Job, outcome: Outcome, left_out: Collection[str]) -> None:
        """Take note of a filing that was cleaned just now. What failed is read from its error record."""
        name = str(job.name)
        if outcome.state == "cleaned" and job.seen:
            done = replace(outcome, state="done before", seconds=0.0, facts=None)
            made_by = versions(name, {way.rpartition(" ")[0] for way in outcome.read.split(", ")})
            left = tuple(sorted(left_out))
            self._known[name] = Known(done, job.seen.size, made_by, left, source=_mark(job))
            self._noted.add(name)

    def save(self) -> None:
        """Write the index, if there is anything new in it; what other runs have saved meanwhile is kept."""
        found = dict(self._known)
        if self._noted:
            files = dict(self.outbox.store.files())
            for name in self._noted:
                found[name] = self._known[name] = replace(found[name], outputs=_outputs(files, name))
            self._noted.clear()
            for name, known in _index(self.outbox).items():
                if known.outputs == _outputs(files, name) and known.source:
                    found.setdefault(name, known)  # but it is news to this run
        if found != self._indexed:
            rows = [(name, astuple(known)) for name, known in found.items()]
            self.outbox.store.write({INDEX: json.dumps([FORM, rows], separators=(",", ":")).encode()})
            self._indexed = found

    def _read(self, name: str) -> Known | None:
        if error := self.outbox.error(name) if self.has(name, ERROR) else None:
            size, sha256 = (error.source.bytes, error.source.sha256) if error.source else (0, "")
            failed = Outcome(
                error.name,
                "failed before",
                cause=error.cause,
                remedy=error.remedy,
                passing=error.passing,
                sha256=sha256,
            )
            known = Known(failed, size, error.versions, error.left_out, attempts=error.attempts)
        elif receipt := self._receipt(name):
            done = outcome_of(receipt, "done before", self.outbox.text(name))
            known = Known(done, receipt.source.bytes, receipt.versions, receipt.left_out)
        else:
            return None
        return replace(known, outputs=_outputs(self._files, name))

    def _receipt(self, name: str) -> "Receipt | None":
        """The receipt of a filing, if its text is the one it speaks of."""
        from flows.records import Receipt  # noqa: PLC0415 - loads what a first run can do without

        try:
            receipt = Receipt.model_validate_json(self.outbox.store.read(f"{name}{RECORD}"))
            text = self.outbox.store.read(f"{name}{TEXT}")
        except (FileNotFoundError, ValueError):
            return None
        return receipt if receipt.clean.sha256 == hashlib.sha256(text).hexdigest() else None


def _outputs(files: Mapping[str, Seen], name: str) -> tuple[str, ...]:
    """The marks of a filing's record and text, or of its error record."""
    for wanted in (f"{name}{RECORD}", f"{name}{TEXT}"), (f"{name}{ERROR}",):
        if all(file in files for file in wanted):
            return tuple(files[file].mark for file in wanted)
    return ()


def _mark(job: Job) -> str:
    return job.seen.mark if job.seen and job.seen.since < time.time() - JUST_NOW else ""


def _index(outbox: Outbox) -> dict[str, Known]:
    """What the index says; nothing if there is none, or one of another form."""
    try:
        form, rows = json.loads(outbox.store.read(INDEX))
        if form != FORM:
            return {}
        return {name: Known(Outcome(*_tuples(told)), *_tuples(rest)) for name, (told, *rest) in rows}
    except (FileNotFoundError, NotADirectoryError, ValueError, TypeError, LookupError):
        return {}


def _tuples(values: list[Any]) -> list[Any]:
    return [tuple(value) if isinstance(value, list) else value for value in values]
