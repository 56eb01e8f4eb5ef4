"""The outbox: clean texts and records, each of which appears whole or not at all.

The state that matters is here. A record means that its filing is done, so it is written last; an error
record means that the filing failed; never do both stand side by side.
"""

import hashlib
import json
import os
import secrets
from collections.abc import Collection
from importlib.metadata import version
from pathlib import Path, PurePosixPath

from pydantic import BaseModel

from flows.errors import UnfitFiling
from flows.formats import FORMATS
from flows.recording import source_of
from flows.records import ErrorRecord, Receipt, Record

TEXT, RECORD, ERROR = ".txt", ".json", ".error.json"


def finished(outbox: Path, name: PurePosixPath, path: Path, left_out: Collection[str]) -> Receipt | None:
    """The receipt of a filing that is done: same source, same version, same steps, and its text is there."""
    try:
        receipt = Receipt.model_validate_json(_place(outbox, name, RECORD, path).read_bytes())
        text = _place(outbox, name, TEXT, path).read_bytes()
        source = source_of(path, name)
    except (OSError, ValueError, UnfitFiling):
        return None
    same = (
        receipt.source.sha256 == source.sha256
        and receipt.versions.get("clean-filings") == version("clean-filings")
        and receipt.left_out == tuple(sorted(left_out))
        and receipt.clean.sha256 == hashlib.sha256(text).hexdigest()
    )
    return receipt if same else None


def write_outputs(
    outbox: Path,
    name: PurePosixPath,
    path: Path,
    record: Record,
    formats: Collection[str] = (),
) -> None:
    """Write the clean text, the further formats, and last the record; each appears whole or not at all.

    An earlier record goes first, so that a record never stands beside a text that is not its own; and so do
    earlier files of formats that are not asked for any more.

    Raises:
        UnfitFiling: the name leads outside the outbox.
        OSError: the outbox cannot be written.
    """
    text, receipt, error = (_place(outbox, name, suffix, path) for suffix in (TEXT, RECORD, ERROR))
    receipt.unlink(missing_ok=True)
    for suffix, _ in FORMATS.values():
        _place(outbox, name, suffix, path).unlink(missing_ok=True)
    _write(text, record.text.encode())
    write_formats(outbox, name, path, record, formats)
    _write(receipt, json_of(record))
    error.unlink(missing_ok=True)


def write_formats(
    outbox: Path, name: PurePosixPath, path: Path, record: Record, formats: Collection[str]
) -> None:
    """Write those of the formats that are not there yet. Raises like :func:`write_outputs`."""
    for suffix, written in (FORMATS[given] for given in formats):
        place = _place(outbox, name, suffix, path)
        if not place.is_file():
            _write(place, written(record).encode())


def write_error(outbox: Path, name: PurePosixPath, path: Path, error: ErrorRecord) -> None:
    """Write why a filing failed, in place of what an earlier run may have made of an earlier state of it.

    Raises UnfitFiling and OSError like :func:`write_outputs`.
    """
    for suffix in (RECORD, TEXT, *(suffix for suffix, _ in FORMATS.values())):
        _place(outbox, name, suffix, path).unlink(missing_ok=True)
    _write(_place(outbox, name, ERROR, path), json_of(error))


def _place(outbox: Path, name: PurePosixPath, suffix: str, path: Path) -> Path:
    """Where an output of the filing belongs. Nothing is ever written outside the outbox, whatever a name or
    a symbolic link within the outbox says."""
    home = outbox.resolve()
    place = home / f"{name}{suffix}"
    if ".." in name.parts or not place.parent.resolve().is_relative_to(home) or not name.name:
        raise UnfitFiling(path, "its output would lie outside the outbox", "choose another outbox")
    return place


def _write(path: Path, content: bytes) -> None:
    """Through a draft beside it and a rename: a reader, and a crash, see the old file or the new one."""
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_name(f".{secrets.token_hex(8)}.part")
    try:
        with draft.open("xb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        draft.replace(path)
    finally:
        draft.unlink(missing_ok=True)


def json_of(record: BaseModel) -> bytes:
    """JSON with one page, step or change a line: for people, too."""
    fields = []
    for key, value in record.model_dump(mode="json", by_alias=True).items():
        if isinstance(value, list) and value and isinstance(value[0], dict | list):
            fields.append(f'"{key}": [\n' + ",\n".join(map(_compact, value)) + "\n]")
        else:
            fields.append(f'"{key}": {_compact(value)}')
    return ("{\n" + ",\n".join(fields) + "\n}\n").encode()


def _compact(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
