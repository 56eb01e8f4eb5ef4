"""A store that fsspec knows by a URL.

An object store shows a file when it is whole; to others it is written as a draft beside it, and renamed.
"""

import os
from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager, suppress
from datetime import datetime
from errno import EIO
from functools import cache
from pathlib import Path, PurePosixPath
from typing import Any

from fsspec.core import url_to_fs

from flows.errors import UnfitFiling
from flows.storage.stores import Seen, UnusablePlace, draft_name, outside, shown_url

WHOLE = frozenset({"s3", "s3a", "gs", "gcs", "az", "abfs", "abfss", "memory"})
"""Kinds of URL where a file appears as a whole."""

EXTRAS = {"s3": "s3", "s3a": "s3", "sftp": "sftp", "ssh": "sftp"}
"""The extra of this package that brings what a URL needs."""


class Remote:
    """A place that fsspec knows, such as ``s3://bucket/inbox``, ``sftp://host/inbox`` or ``memory://inbox``."""

    def __init__(self, where: str) -> None:
        self._given = where
        self.where = shown_url(where)
        self.grows = where.partition("://")[0] not in WHOLE
        _opened(where, os.getpid())  # says at once what is missing

    def url(self, name: str) -> str:
        return f"{self.where}/{name}"

    def files(self, under: str = "") -> Iterator[tuple[str, Seen]]:
        with self._at("") as (fs, root):
            try:
                found = fs.find(f"{root}/{under}" if under else root, detail=True)
            except FileNotFoundError:
                return
        for path, info in found.items():
            yield path[len(root) :].lstrip("/"), _seen_in(info)

    def seen(self, name: str) -> Seen | None:
        try:
            with self._at(name) as (fs, path):
                return _seen_in(fs.info(path))
        except FileNotFoundError:
            return None

    def read(self, name: str) -> bytes:
        with self._at(name) as (fs, path):
            content: bytes = fs.cat_file(path)
        return content

    def write(self, files: Mapping[str, bytes], instead_of: Collection[str] = ()) -> None:
        for name in [*instead_of, *files]:
            _inside(name)
        for name in instead_of:
            self.remove(name)
        for name, content in files.items():
            with self._at(name) as (fs, path):
                _put(fs, path, content, draft=self.grows)

    def create(self, name: str, content: bytes) -> bool:
        try:
            with self._at(name) as (fs, path):
                if self.grows:
                    fs.makedirs(path.rpartition("/")[0], exist_ok=True)
                    with fs.open(path, "xb") as file:
                        file.write(content)
                else:
                    fs.pipe_file(path, content, mode="create")
        except OSError:  # every protocol says in its own way that the file is there
            if not self.seen(name):
                raise
            return self.read(name) == content  # ours after all, if the answer to a first try was lost
        return True

    def remove(self, name: str) -> None:
        with suppress(FileNotFoundError), self._at(name) as (fs, path):
            fs.rm_file(path)

    def copy(self, name: str, to: str) -> None:
        self.write({to: self.read(name)})

    def fetch(self, name: str, to: Path) -> None:
        with self._at(name) as (fs, path):
            fs.get_file(path, str(to))

    @contextmanager
    def _at(self, name: str) -> Iterator[tuple[Any, str]]:
        """The file system, and a path in it; whatever its library raises is an OSError."""
        fs, root = _opened(self._given, os.getpid())
        fs.invalidate_cache()  # which hides what others write
        try:
            yield fs, f"{root}/{_inside(name)}" if name else root
        except (OSError, UnfitFiling):
            raise
        except Exception as error:
            raise OSError(EIO, f"{type(error).__name__}: {error}", self.url(name)) from error


def _inside(name: str) -> str:
    pure = PurePosixPath(name)
    if ".." in pure.parts or pure.is_absolute():
        raise outside(name)
    return name


def _put(fs: Any, path: str, content: bytes, *, draft: bool) -> None:  # noqa: ANN401 - fsspec has no types
    if not draft:
        fs.pipe_file(path, content)
        return
    folder = path.rpartition("/")[0]
    fs.makedirs(folder, exist_ok=True)
    unfinished = f"{folder}/{draft_name()}"
    try:
        fs.pipe_file(unfinished, content)
        fs.mv(unfinished, path)
    except BaseException:
        with suppress(Exception):
            fs.rm_file(unfinished)
        raise


@cache
def _opened(where: str, _process: int) -> tuple[Any, str]:
    """The file system of a URL, and the path in it. Opened once a process: no connection survives a fork."""
    scheme = where.partition("://")[0]
    try:
        fs, root = url_to_fs(where)
    except ImportError as error:
        extra = EXTRAS.get(scheme)
        remedy = f"pip install 'clean-filings[{extra}]'" if extra else str(error)
        raise UnusablePlace(f"{scheme}:// needs a package that is not installed: {remedy}") from error
    except ValueError as error:
        raise UnusablePlace(f"{shown_url(where)}: {error}") from error
    except OSError as error:
        raise OSError(error.errno, error.strerror, shown_url(where)) from error
    return fs, root.rstrip("/")


def _seen_in(info: Mapping[str, Any]) -> Seen:
    changed = next((info[key] for key in ("mtime", "LastModified", "created", "updated") if info.get(key)), 0)
    since = changed.timestamp() if isinstance(changed, datetime) else float(changed or 0)
    size = int(info.get("size") or 0)
    etag = next((info[key] for key in ("ETag", "etag", "md5Hash", "content_md5") if info.get(key)), None)
    return Seen(size, str(etag).strip('"') if etag else f"{size}.{since}", since)
