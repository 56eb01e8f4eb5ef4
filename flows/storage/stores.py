"""What an inbox or an outbox is made of: a tree of files, wherever it lies.

What is written appears whole or not at all. Names are paths below the store with forward slashes.
"""

import secrets
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple, Protocol
from urllib.parse import urlsplit

from flows.errors import UnfitFiling

DRAFT = ".part"
"""The suffix of what is being written; its name begins with a dot."""


class Seen(NamedTuple):
    """A file as it was seen: its ``size`` in bytes; ``mark``, which is another one if the file is another one
    (a folder: size, time and inode; an object store: the ETag); ``since`` when it is so, in seconds since
    1970."""

    size: int
    mark: str
    since: float


NO_RECORD = "there is no record in {}: name the folder that holds the clean texts"
"""What is said of a place that is no outbox."""


IS_FILE = "{} is a file: the outbox is a folder, which is made where there is none; name another one"
"""What is said of a file that is to be an outbox, or the folder of one."""


class UnusablePlace(ValueError):
    """An inbox or outbox that cannot be meant, or that cannot be reached as things stand."""


class Store(Protocol):
    """A tree of files. Every method raises OSError where the store cannot be reached. ``grows`` says whether
    a file that is being put there can be seen before it is whole."""

    where: str
    grows: bool

    def url(self, name: str) -> str:
        """Where a file lies, for people: a path or a URL."""

    def files(self, under: str = "") -> Iterator[tuple[str, Seen]]:
        """All files below, with their names."""

    def seen(self, name: str) -> Seen | None:
        """A file as it is now; None where there is none."""

    def read(self, name: str) -> bytes:
        """The content of a file. Raises FileNotFoundError where there is none."""

    def write(self, files: Mapping[str, bytes], instead_of: Collection[str] = ()) -> None:
        """Write files in their order, each whole or not at all, after taking away what they replace. Where
        there is no room for all of them, nothing is taken away.

        Raises UnfitFiling for a name that leads outside."""

    def create(self, name: str, content: bytes) -> bool:
        """Write a file unless there is one of that name: of several who try, one is told True."""

    def remove(self, name: str) -> None:
        """Take a file away, if it is there."""

    def copy(self, name: str, to: str) -> None:
        """Copy a file within the store. Raises FileNotFoundError where there is none."""

    def fetch(self, name: str, to: Path) -> None:
        """Copy a file to the local disk."""


def draft_name() -> str:
    """A name beside what is to be written, for what is written first."""
    return f".{secrets.token_hex(8)}{DRAFT}"


def outside(name: str) -> UnfitFiling:
    """The refusal of a name that leads out of its store."""
    return UnfitFiling(Path(name), "its output would lie outside the outbox", "choose another outbox")


def shown_url(url: str) -> str:
    """A URL without what it may hold of a password.

    >>> shown_url("sftp://clerk:secret@host:22/inbox/")
    'sftp://host:22/inbox'
    """
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.netloc.rpartition('@')[2]}{parts.path}".rstrip("/")
