"""Which filings of an inbox are to be cleaned, which are done, and which are not worth another try.

Known by content: a filing that was put back unchanged is done, one that was changed is not, and of several
that are the same to the byte one is cleaned and the others get its output. What is on a disk is read for that
only where its time, size and inode are not as they were, or another file is of its size.
"""

import hashlib
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import PurePosixPath

from flows.boxes.inbox import Job
from flows.boxes.ledger import AT_ONCE, Known, Ledger
from flows.formats.by_name import FORMATS
from flows.outcome import Outcome
from flows.rules import outdated
from flows.work.copies import Copy

MOST_ATTEMPTS = 5
A_DAY = 24 * 3600.0
"""A passing fault is tried again by every run, so many times; then once a day."""


@dataclass(slots=True)
class Triage:
    """Filings that are ``waiting`` to be cleaned; ``copies`` of one of these, or of one that is done; and
    what is known of all others."""

    waiting: list[Job] = field(default_factory=list)
    copies: list[Copy] = field(default_factory=list)
    outcomes: list[Outcome] = field(default_factory=list)


def triage(  # noqa: PLR0913 - the last four by name only
    jobs: Sequence[Job],
    ledger: Ledger,
    *,
    again: bool = False,
    retry: bool = False,
    leave_out: Collection[str] = (),
    formats: Collection[str] = (),
) -> Triage:
    """Sort the filings of an inbox by what is to be done with them.

    ``again`` takes up what is done, too, if the rules that made it are not those of today; ``retry`` what
    failed and would fail again. What is done and lacks a format gets it from its record.

    Raises OSError if the outbox cannot be read or written.
    """
    left_out = tuple(sorted(leave_out))
    ledger.read(str(job.name) for job in jobs)
    same = _unchanged(jobs, ledger)
    found, new = Triage(), []
    for job in jobs:
        known = ledger[str(job.name)] if job.place in same else None
        if known is None or known.left_out != left_out:
            new.append(job)
        elif known.outcome.failed:
            if retry or _another_try(known, job, ledger):
                new.append(job)
            else:
                found.outcomes.append(known.outcome)
        elif again and outdated(known.versions, str(job.name)):
            new.append(job)
        else:
            lacking = [form for form in formats if not ledger.has(str(job.name), FORMATS[form][0])]
            if lacking:
                ledger.outbox.write_formats(job.name, lacking)
            found.outcomes.append(known.outcome)
    names = {str(job.name) for job in new}
    twins = {
        _kind(known.outcome.sha256, name): name
        for name, known in ledger.items()
        if name not in names
        and not known.outcome.failed
        and known.left_out == left_out
        and not (again and outdated(known.versions, name))
    }
    for job, digest in _contents(new, names, ledger):
        if digest is None:
            found.waiting.append(job)
        elif twin := twins.get(_kind(digest, str(job.name))):
            found.copies.append(Copy(job, twin, digest))
        else:
            twins[_kind(digest, str(job.name))] = str(job.name)
            found.waiting.append(job)
    return found


def _unchanged(jobs: Sequence[Job], ledger: Ledger) -> set[str]:
    """The places of files that are what their record, or error record, was made of."""
    same, unsure = set(), []
    for job in jobs:
        known = ledger[str(job.name)]
        if not known:
            continue
        if job.cause or known.source == (job.seen.mark if job.seen else ""):
            same.add(job.place)
        elif job.seen and job.seen.size == known.bytes:
            unsure.append(job)
    for job, digest in _digests(unsure):
        known = ledger[str(job.name)]
        if known and known.outcome.sha256 == digest:
            ledger.is_of(job)
            same.add(job.place)
    return same


def _another_try(known: Known, job: Job, ledger: Ledger) -> bool:
    """Whether a filing that failed may do better now. One that is unfit as a file fails for the same cause as
    long as it is there."""
    if job.cause:
        return job.cause != known.outcome.cause
    if known.outcome.passing:
        return known.attempts < MOST_ATTEMPTS or ledger.failed_for(str(job.name)) > A_DAY
    return outdated(known.versions, str(job.name))


def _contents(new: Sequence[Job], names: Collection[str], ledger: Ledger) -> Iterator[tuple[Job, str | None]]:
    """Each filing with the SHA-256 of its file; None where it has a size of its own, so that no other can be
    the same."""
    sizes = Counter(job.seen.size for job in new if job.seen)
    sizes.update(known.bytes for name, known in ledger.items() if name not in names)
    shared = [job for job in new if job.seen and not job.cause and job.seen.size and sizes[job.seen.size] > 1]
    digests = {job.place: digest for job, digest in _digests(shared)}
    return ((job, digests.get(job.place)) for job in new)


def _kind(digest: str, name: str) -> tuple[str, str]:
    """What two filings share that are read alike."""
    return digest, PurePosixPath(name).suffix.lower()


def _digests(jobs: Iterable[Job]) -> list[tuple[Job, str | None]]:
    """The SHA-256 of each file, None for one that cannot be read."""
    given = list(jobs)
    with ThreadPoolExecutor(AT_ONCE) as threads:
        return list(zip(given, threads.map(_digest, given), strict=True))


def _digest(job: Job) -> str | None:
    try:
        with job.fetched() as path, path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return None
