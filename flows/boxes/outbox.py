"""The outbox: clean texts and records, each of which appears whole or not at all.

The state that matters is here. A record means that its filing is done, so it is written last; an error
record means that the filing failed; never do both stand side by side. What was made of an earlier state of a
filing is kept in ``.versions``, under the filing's name and the first digits of that state's SHA-256.
"""

import json
import os
from collections.abc import Collection, Iterator
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from flows.formats.by_name import FORMATS, written
from flows.storage.folder import Folder, file_in_the_way
from flows.storage.places import is_url, open_store
from flows.storage.stores import IS_FILE, UnusablePlace

if TYPE_CHECKING:
    from pydantic import BaseModel

    from flows.records import ErrorRecord, Record

TEXT, RECORD, ERROR = ".txt", ".json", ".error.json"

VERSIONS = ".versions"
"""The folder in the outbox that keeps what was made of earlier states of filings."""

STATE = ".clean-filings"
"""The folder in the outbox that keeps what only the program needs: an index, and who is at work on what."""

Name = str | PurePosixPath


class Outbox:
    """A folder, or any place that fsspec knows by a URL.

    All methods raise OSError if it cannot be read or written, and UnfitFiling for a filing whose name leads
    outside. What a record is made of is loaded with the first one: a run is at work the sooner.
    """

    def __init__(self, where: str | os.PathLike[str]) -> None:
        """Raises UnusablePlace: the place cannot be meant, or a package is missing for it."""
        self.store = open_store(where)
        if isinstance(self.store, Folder) and (file := file_in_the_way(self.store.where)):
            raise UnusablePlace(IS_FILE.format(file))

    def text(self, name: Name) -> str:
        """Where the clean text of a filing lies, or will."""
        return self.store.url(f"{name}{TEXT}")

    def path_to(self, place: str) -> str:
        """The path or URL ``place`` as seen from here: it still holds if both are moved together."""
        if is_url(place) or not isinstance(self.store, Folder):
            return place
        return os.path.relpath(os.path.realpath(place), os.path.realpath(self.store.where))

    def place_at(self, path: str) -> str:
        """What :meth:`path_to` was given."""
        return path if is_url(path) else os.path.join(self.store.where, path)  # noqa: PTH118 - may be a URL

    def load(self, name: Name) -> "Record":
        """The record of a filing. Raises ValueError if it is none of this version."""
        from flows.records import Record  # noqa: PLC0415

        return Record.model_validate_json(self.store.read(f"{name}{RECORD}"))

    def error(self, name: Name) -> "ErrorRecord | None":
        """Why a filing failed, if it did and its error record can be read."""
        from flows.records import ErrorRecord  # noqa: PLC0415

        try:
            return ErrorRecord.model_validate_json(self.store.read(f"{name}{ERROR}"))
        except (FileNotFoundError, NotADirectoryError, ValueError):
            return None

    def write(self, name: Name, record: "Record", formats: Collection[str] = ()) -> None:
        """Write the clean text, the further formats, and last the record.

        An earlier record goes first, so that a record never stands beside a text that is not its own; and so
        do earlier files of formats that are not asked for any more.
        """
        self._keep_aside(name, record.source.sha256)
        files = {TEXT: record.text.encode()}
        files |= {suffix: text.encode() for suffix, text in (written(record, form) for form in formats)}
        files[RECORD] = json_of(record)
        old = [RECORD, ERROR, *(suffix for suffix, _ in FORMATS.values())]
        self.store.write({f"{name}{suffix}": content for suffix, content in files.items()}, _all(name, old))

    def write_formats(self, name: Name, formats: Collection[str]) -> None:
        """Write the formats of a filing that is done, from its record."""
        record = self.load(name)
        for suffix, text in (written(record, form) for form in formats):
            self.store.write({f"{name}{suffix}": text.encode()})

    def fail(self, name: Name, error: "ErrorRecord") -> None:
        """Write why a filing failed, in place of what was made of an earlier state of it. What was made of
        this very state is better than an error: it stays, and nothing is written."""
        made = self._source_of(name)
        if made and (error.source is None or error.source.sha256 == made):
            return
        self._keep_aside(name)
        old = [RECORD, TEXT, *(suffix for suffix, _ in FORMATS.values())]
        self.store.write({f"{name}{ERROR}": json_of(error)}, _all(name, old))

    def names(self, suffix: str) -> list[str]:
        """The names of the filings that have this output, in their order."""
        files = (file for file, _ in self.store.files() if not file.startswith("."))
        told = (file.removesuffix(suffix) for file in files if file.endswith(suffix))
        return sorted(name for name in told if suffix != RECORD or not f"{name}{RECORD}".endswith(ERROR))

    def _keep_aside(self, name: Name, unless: str = "") -> None:
        """Copy what was made of an earlier state of a filing, its record last."""
        made = self._source_of(name)
        if not made or made == unless:
            return
        for suffix in (TEXT, *(suffix for suffix, _ in FORMATS.values()), RECORD):
            if self.store.seen(f"{name}{suffix}"):
                self.store.copy(f"{name}{suffix}", f"{VERSIONS}/{name}.{made[:12]}{suffix}")

    def _source_of(self, name: Name) -> str:
        """The SHA-256 of what the record of a filing was made of; "" if it has none."""
        try:
            return str(json.loads(self.store.read(f"{name}{RECORD}"))["source"]["sha256"])
        except (FileNotFoundError, NotADirectoryError, ValueError, LookupError, TypeError):
            return ""


def _all(name: Name, suffixes: Collection[str]) -> list[str]:
    return [f"{name}{suffix}" for suffix in suffixes]


def json_of(record: "BaseModel") -> bytes:
    """JSON with one page or cause a line: for people, too."""
    return b"".join(_parts(record))


def _parts(record: "BaseModel") -> Iterator[bytes]:
    """Pydantic puts down each by itself: as lists and dictionaries all at once, a record would take eight
    times the memory of its file."""
    from pydantic import BaseModel  # noqa: PLC0415 - as above

    before = b"{\n"
    for name, field in type(record).model_fields.items():
        value = getattr(record, name)
        if isinstance(value, list) and value and isinstance(value[0], BaseModel):
            yield before + b'"%b": [\n' % (field.alias or name).encode()
            yield value[0].model_dump_json(by_alias=True).encode()
            for part in value[1:]:
                yield b",\n" + part.model_dump_json(by_alias=True).encode()
            yield b"\n]"
        elif alone := record.model_dump_json(by_alias=True, include={name})[1:-1].encode():
            yield before + alone.replace(b":", b": ", 1)
        else:
            continue
        before = b",\n"
    yield b"\n}\n"
