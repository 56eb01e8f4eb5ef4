"""What is waiting to be cleaned: from files and folders to jobs, with a name in the outbox for each."""

import os
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath

from flows.kinds import SUFFIXES

# What operating systems leave in folders without being asked; nobody means them as filings.
LITTER = frozenset({"desktop.ini", "thumbs.db"})


@dataclass(frozen=True, slots=True)
class Job:
    """A filing to clean. ``name`` is its place in the outbox; an unfit one has ``cause`` and ``remedy``."""

    path: Path
    name: PurePosixPath
    cause: str = ""
    remedy: str = ""


class UnusableSource(ValueError):
    """A SOURCE that cannot be meant: it does not exist, or it and the outbox lie in each other."""


def jobs_in(sources: Sequence[Path], outbox: Path) -> list[Job]:
    """The jobs in files and folders, subfolders included, in a settled order.

    A file is named by its own name, a file in a folder by its path below that folder. Where two filings
    would get the same name, both are put under the names of as many of their parent folders as tell them
    apart (``a/brief.pdf``, ``b/brief.pdf``). A filing named twice is one job.

    Left out without a word: hidden files, the outbox itself, and what operating systems leave behind. What
    is no filing of a known kind, no regular file, or a symbolic link out of the folder becomes an unfit job,
    so that nothing is passed over in silence.

    Raises:
        UnusableSource: a source is missing, is the outbox or lies in it.
    """
    home = outbox.resolve()
    found: dict[Path, Job] = {}
    for source in sources:
        real = source.resolve()
        if not real.exists():
            raise UnusableSource(f"{source} does not exist")
        if real.is_relative_to(home):
            raise UnusableSource(f"{source} is the outbox or lies in it: choose another outbox")
        for job in _in_folder(real, home) if real.is_dir() else [_job(real, PurePosixPath(source.name))]:
            found.setdefault(job.path, job)
    return sorted(_told_apart(found.values()), key=lambda job: job.name)


def _in_folder(folder: Path, outbox: Path) -> Iterator[Job]:
    unreadable: list[OSError] = []
    for where, folders, files in os.walk(folder, onerror=unreadable.append):
        here = Path(where)
        folders[:] = sorted(f for f in folders if not f.startswith(".") and (here / f).resolve() != outbox)
        links = [f for f in folders if (here / f).is_symlink()]
        for name in sorted(files) + links:
            path = here / name
            relative = PurePosixPath(path.relative_to(folder).as_posix())
            if name.startswith(".") or name.lower() in LITTER:
                continue
            if not path.is_symlink():
                yield _job(path, relative)
            elif not path.resolve().is_relative_to(folder):
                yield Job(
                    path, relative, "a symbolic link out of its folder", "name what it leads to as a source"
                )
    for error in unreadable:
        path = Path(error.filename)
        relative = PurePosixPath(path.relative_to(folder).as_posix())
        yield Job(path, relative, "the folder may not be read", "give this user read permission")


def _job(path: Path, name: PurePosixPath) -> Job:
    if not path.is_file():
        # Reading a pipe or a device could wait for ever.
        return Job(path, name, "not a regular file", "copy its content to a file")
    if path.suffix.lower() not in SUFFIXES:
        cause = f"files of type {path.suffix or 'without suffix'} are not supported"
        known = " ".join(sorted(SUFFIXES))
        return Job(path, name, cause, f"convert it to PDF, or take it out of the folder (supported: {known})")
    return Job(path, name)


def _told_apart(jobs: Iterable[Job]) -> list[Job]:
    """The jobs, those of equal name put under one parent folder more until no two are equal."""
    apart = list(jobs)
    while True:
        count = Counter(job.name for job in apart)
        if max(count.values(), default=1) == 1:
            return apart
        apart = [replace(job, name=_longer(job)) if count[job.name] > 1 else job for job in apart]


def _longer(job: Job) -> PurePosixPath:
    below_root = job.path.parts[1:]
    return PurePosixPath(*below_root[-len(job.name.parts) - 1 :])
