"""Which store a path or a URL means."""

import os
from pathlib import Path
from urllib.parse import urlsplit

from flows.storage.folder import Folder
from flows.storage.stores import Store


def open_store(where: str | os.PathLike[str]) -> Store:
    """The store at a path or URL.

    Raises:
        UnusablePlace: the URL is of a kind that is not known, or its package is missing.
    """
    given = os.fspath(where)
    if given.startswith("file://"):
        given = urlsplit(given).path
    if not is_url(given):
        return Folder(given)
    from flows.storage.remote import Remote  # loads fsspec, which a folder has no need of

    return Remote(given)


def is_url(where: str | os.PathLike[str]) -> bool:
    """Whether it is a URL: anything else is a path."""
    scheme, found, _ = os.fspath(where).partition("://")
    return bool(found) and scheme.isalnum()


def content(place: str) -> bytes:
    """What is in the file at a path or URL. Raises OSError if there is none, UnusablePlace like
    :func:`open_store`."""
    if not is_url(place):
        return Path(place).read_bytes()
    folder, _, name = place.rpartition("/")
    return open_store(folder).read(name)
