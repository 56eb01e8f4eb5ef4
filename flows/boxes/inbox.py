"""What is waiting to be cleaned: from files, folders and URLs to jobs, with a name in the outbox for each."""

import os
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path, PurePosixPath
from time import sleep, time

from flows.kinds import SUFFIXES
from flows.storage.folder import seen_as
from flows.storage.places import is_url, open_store
from flows.storage.spool import spool
from flows.storage.stores import Seen, Store, UnusablePlace, shown_url

LONGEST_NAME = 220
"""Bytes of a file's name in the outbox: a disk allows 255, and ``.versions`` sets 13 and a suffix to it."""

IGNORED = re.compile(
    r"\..* | desktop\.ini | thumbs\.db"  # hidden files, and what operating systems leave unasked
    r"| .*\.(part|partial|filepart|crdownload|download|tmp|swp)"  # what is still being fetched or copied
    r"| .*~ | ~\$.* | \#.*\#",  # what editors keep beside a file
    re.VERBOSE | re.IGNORECASE,
)
"""Names of files that nobody means as filings."""


@dataclass(frozen=True, slots=True)
class Job:
    """A filing to clean. ``name`` is its place in the outbox; an unfit one has ``cause`` and ``remedy``.
    ``seen`` is how the file was when it was found; ``store`` is where it lies if that is no local disk:
    ``path`` is its place there."""

    path: Path
    name: PurePosixPath
    cause: str = ""
    remedy: str = ""
    seen: Seen | None = None
    store: Store | None = None

    @property
    def place(self) -> str:
        """Where the file lies: an absolute path or a URL."""
        return self.store.url(str(self.path)) if self.store else str(self.path)

    @contextmanager
    def fetched(self) -> Iterator[Path]:
        """The file on a local disk, for as long as it takes. Raises OSError if it cannot be fetched."""
        if not self.store:
            yield self.path
            return
        with spool() as folder:
            local = folder / self.path.name
            self.store.fetch(str(self.path), local)
            yield local

    def seen_now(self) -> Seen | None:
        """How the file is by now; None if it is gone."""
        if self.store:
            return self.store.seen(str(self.path))
        try:
            return seen_as(self.path.stat())
        except OSError:
            return None


def jobs_in(sources: Sequence[str | Path], outbox: str | Path) -> list[Job]:
    """The jobs in files and folders, subfolders included, in a settled order.

    A file is named by its own name, a file in a folder by its path below that folder. Where two filings
    would get the same name, both are put under the names of as many of their parent folders as tell them
    apart (``a/brief.pdf``, ``b/brief.pdf``). A filing named twice is one job. The middle of a name is cut out
    where that leaves no room for the outputs' suffixes.

    Left out without a word: the outbox itself, and what :data:`IGNORED` names. What is no filing of a known
    kind, no regular file, or a symbolic link out of the folder becomes an unfit job, so that nothing is
    passed over in silence.

    Raises:
        UnusablePlace: a source is missing, is the outbox or lies in it, or a URL cannot be meant.
    """
    if is_url(outbox):
        open_store(outbox)
    found: dict[str, Job] = {}
    for source in sources:
        jobs = _at_url(str(source), str(outbox)) if is_url(source) else _on_disk(Path(source), outbox)
        for job in jobs:
            found.setdefault(job.place, job)
    named = [replace(job, name=_short(job.name)) for job in found.values()]
    return sorted(_told_apart(named), key=lambda job: job.name)


def job_at(place: str, name: str) -> Job | None:
    """The job for the file at an absolute path or a URL; None if none is there."""
    if not is_url(place):
        path = Path(place)
        return _job(path, PurePosixPath(name)) if path.exists() else None
    folder, _, file = place.rpartition("/")
    store = open_store(folder)
    seen = store.seen(file)
    return _judged(Job(Path(file), PurePosixPath(name), seen=seen, store=store)) if seen else None


def settled(jobs: Sequence[Job], seconds: float) -> tuple[list[Job], list[Job]]:
    """The jobs whose files have not changed for so long, and those that are still being put there.

    What changed just now is looked at once more when the time is over; an object store shows a file when it
    is whole.
    """
    now = time()
    fresh = [job for job in jobs if _grows(job) and job.seen and job.seen.since > now - seconds]
    if not fresh:
        return list(jobs), []
    sleep(seconds)
    arriving = {job.place for job in fresh if job.seen_now() != job.seen}
    return (
        [job for job in jobs if job.place not in arriving],
        [job for job in jobs if job.place in arriving],
    )


def _grows(job: Job) -> bool:
    return job.store is None or job.store.grows


def _on_disk(source: Path, outbox: str | Path) -> Iterator[Job]:
    home = None if is_url(outbox) else Path(outbox).resolve()
    real = source.resolve()
    if not real.exists():
        raise UnusablePlace(f"{source} does not exist: see whether its name is spelt right")
    if home and real.is_relative_to(home):
        raise UnusablePlace(f"{source} is the outbox or lies in it: choose another outbox")
    return _in_folder(real, home) if real.is_dir() else iter([_job(real, PurePosixPath(source.name))])


def _in_folder(folder: Path, outbox: Path | None) -> Iterator[Job]:
    unreadable: list[OSError] = []
    for where, folders, files in os.walk(folder, onerror=unreadable.append):
        here = Path(where)
        folders[:] = sorted(f for f in folders if not f.startswith(".") and (here / f).resolve() != outbox)
        links = [f for f in folders if (here / f).is_symlink()]
        for name in sorted(files) + links:
            path = here / name
            relative = PurePosixPath(path.relative_to(folder).as_posix())
            if IGNORED.fullmatch(name):
                continue
            if not path.is_symlink():
                yield _job(path, relative)
            elif cause := _astray(path, folder):
                yield Job(path, relative, cause, "name what it is to lead to as a source, or take it away")
    for error in unreadable:
        path = Path(error.filename)
        relative = PurePosixPath(path.relative_to(folder).as_posix())
        yield Job(path, relative, "the folder may not be read", "give this user read permission")


def _astray(link: Path, folder: Path) -> str:
    """What is wrong with a symbolic link; nothing if it leads to what is in the folder anyway."""
    try:
        there = link.resolve(strict=True)
    except (OSError, RuntimeError):  # the latter, until Python 3.13, if it leads to itself
        return "a symbolic link that leads nowhere"
    return "" if there.is_relative_to(folder) else "a symbolic link out of its folder"


def _at_url(source: str, outbox: str) -> Iterator[Job]:
    store = open_store(source)
    home = shown_url(outbox) if is_url(outbox) else None
    if home and (store.where == home or store.where.startswith(f"{home}/")):
        raise UnusablePlace(f"{store.where} is the outbox or lies in it: choose another outbox")
    for name, seen in store.files():
        path = PurePosixPath(name)
        if not name and (alone := job_at(source, source.rpartition("/")[2])):
            yield alone
            return
        if any(map(IGNORED.fullmatch, path.parts)) or (home and store.url(name).startswith(f"{home}/")):
            continue
        yield _judged(Job(Path(path), path, seen=seen, store=store))


def _job(path: Path, name: PurePosixPath) -> Job:
    if not path.is_file():
        # Reading a pipe or a device could wait for ever.
        return Job(path, name, "not a regular file", "copy its content to a file")
    return _judged(Job(path, name, seen=seen_as(path.stat())))


def _judged(job: Job) -> Job:
    if job.path.suffix.lower() in SUFFIXES:
        return job
    cause = f"files of type {job.path.suffix or 'without suffix'} are not supported"
    known = " ".join(sorted(SUFFIXES))
    remedy = f"convert it to PDF, or take it out of the folder (supported: {known})"
    return replace(job, cause=cause, remedy=remedy)


def _told_apart(jobs: Iterable[Job]) -> list[Job]:
    """The jobs, those of equal name put under one parent folder more until no two are equal."""
    apart = list(jobs)
    while True:
        count = Counter(job.name for job in apart)
        if max(count.values(), default=1) == 1:
            return apart
        apart = [replace(job, name=_longer(job)) if count[job.name] > 1 else job for job in apart]


def _short(name: PurePosixPath) -> PurePosixPath:
    """The name with room for the suffixes of what is written under it. Where it has none, the middle is cut
    out, and what sets it apart put in its place."""
    whole = os.fsencode(name.name)
    if len(whole) <= LONGEST_NAME:
        return name
    end = os.fsencode(name.suffix)
    apart = f"~{sha256(whole).hexdigest()[:12]}".encode()
    kept = whole[: LONGEST_NAME - len(apart) - len(end)].decode("utf-8", "ignore").encode()
    return name.with_name(os.fsdecode(kept + apart + end))


def _longer(job: Job) -> PurePosixPath:
    below_root = PurePosixPath(job.place.partition("://")[2]).parts if job.store else job.path.parts[1:]
    return PurePosixPath(*below_root[-len(job.name.parts) - 1 :])
