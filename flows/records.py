"""The record of a cleaned filing: what it was, how it was read, and everything that was changed.

It holds, for every piece of the clean text that is not the source's own words, what stood there; with the
clean text it gives the source back (``restored``).
"""

import hashlib
import platform
from collections import Counter
from collections.abc import Collection, Iterator
from importlib.metadata import version
from pathlib import Path, PurePosixPath
from typing import Literal

from pydantic import BaseModel, Field

from cleaners.document import Document
from cleaners.facts import CaseFacts, case_facts, folios
from cleaners.standard import STANDARD
from flows.errors import shown
from flows.programs import version_of


class Source(BaseModel):
    """The file that was read. ``name`` is its place below the inbox."""

    name: str
    sha256: str
    bytes: int


class CleanText(BaseModel):
    """The clean text that belongs to the record; lengths in characters."""

    sha256: str
    characters: int
    source_characters: int


class PageRecord(BaseModel):
    """How a page was read and why so. ``number`` counts from 1 and is physical, ``folio`` is the printed
    number, ``width`` and ``height`` are in points, ``start`` and ``end`` offsets in the source text."""

    number: int
    method: str
    why: str
    confidence: float | None
    folio: str | None
    width: float
    height: float
    start: int
    end: int


class StepRecord(BaseModel):
    """What a step did: how many places it touched, and by how many characters it made them shorter."""

    name: str
    edits: int
    removed: int


class Change(BaseModel):
    """``text[start:end]`` of the clean text stands for ``was``, which is ``source[slice(*source)]``."""

    start: int
    end: int
    source: tuple[int, int]
    was: str
    by: tuple[str, ...]
    reason: str


class Receipt(BaseModel):
    """The part of a record that says whether a filing is done, and how it was read."""

    schema_id: Literal["clean-filings/record/1"] = Field(default="clean-filings/record/1", alias="schema")
    source: Source
    versions: dict[str, str]
    left_out: tuple[str, ...]
    text: CleanText
    pages: list[PageRecord]


class Record(Receipt):
    """All that is known of a cleaned filing."""

    facts: CaseFacts
    steps: list[StepRecord]
    changes: list[Change]


class ErrorRecord(BaseModel):
    """Why a filing could not be cleaned. ``source`` is None where it could not even be read; ``trace`` is
    for the authors, where the fault is the program's."""

    schema_id: Literal["clean-filings/error/1"] = Field(default="clean-filings/error/1", alias="schema")
    name: str
    source: Source | None
    versions: dict[str, str]
    cause: str
    remedy: str
    trace: str = ""


def source_of(path: Path, name: PurePosixPath) -> Source:
    """The file's identity. Raises OSError where it cannot be read."""
    with path.open("rb") as file:
        digest = hashlib.file_digest(file, "sha256")
        return Source(name=shown(str(name)), sha256=digest.hexdigest(), bytes=file.tell())


def record_of(document: Document, source: Source, left_out: Collection[str]) -> Record:
    """The record of a cleaned document."""
    printed = folios(document)
    changes = list(_changes(document))
    pages = [
        PageRecord(
            number=page.number,
            method=page.method,
            why=page.why,
            confidence=None if page.confidence is None else round(page.confidence, 3),
            folio=printed.get(page.number),
            width=round(page.width, 1),
            height=round(page.height, 1),
            start=page.start,
            end=page.end,
        )
        for page in document.pages
    ]
    text = document.text
    return Record(
        source=source,
        versions=versions(source.name, {page.method for page in document.pages}),
        left_out=tuple(sorted(left_out)),
        text=CleanText(sha256=sha256(text), characters=len(text), source_characters=len(document.source)),
        facts=case_facts(document),
        pages=pages,
        steps=list(_steps(changes, left_out)),
        changes=changes,
    )


def versions(name: str = "", methods: Collection[str] = ()) -> dict[str, str]:
    """The versions that had a part in the result: of the programs only those that read the file ``name``."""
    found = {"clean-filings": version("clean-filings"), "python": platform.python_version()}
    if "ocr" in methods:
        found["tesseract"] = version_of("tesseract") or "unknown"
    if name.lower().endswith(".pdf"):
        found["poppler"] = version_of("pdftotext") or "unknown"
    return found


def restored(record: Record, clean_text: str) -> str:
    """The source text, from the record and the clean text alone.

    The source's own words keep their order in the clean text, so what lies between the changes fills, in
    turn, what lies between their places in the source.

    Raises:
        ValueError: the text is not the one that the record belongs to.
    """
    if sha256(clean_text) != record.text.sha256:
        raise ValueError(f"this is not the clean text that the record of {record.source.name} belongs to")
    own, at = [], 0
    for change in record.changes:
        own.append(clean_text[at : change.start])
        at = change.end
    words = "".join(own) + clean_text[at:]
    source, at, taken = [], 0, 0
    for change in sorted(record.changes, key=lambda change: change.source):
        gap = change.source[0] - at
        source += [words[taken : taken + gap], change.was]
        at, taken = change.source[1], taken + gap
    return "".join(source) + words[taken:]


def _changes(document: Document) -> Iterator[Change]:
    at = 0
    for piece in document.pieces:
        end = at + len(piece.text)
        if piece.by and (piece.text or piece.end > piece.start):
            was = document.source[piece.start : piece.end]
            yield Change(
                start=at, end=end, source=(piece.start, piece.end), was=was, by=piece.by, reason=piece.reason
            )
        at = end


def _steps(changes: list[Change], left_out: Collection[str]) -> Iterator[StepRecord]:
    """The steps in their order; what became shorter is put to the step that touched it last."""
    edits = Counter(step for change in changes for step in set(change.by))
    removed: Counter[str] = Counter()
    for change in changes:
        removed[change.by[-1]] += max(0, len(change.was) - (change.end - change.start))
    for name in [*STANDARD, *sorted(edits.keys() - STANDARD.keys())]:
        if name not in left_out:
            yield StepRecord(name=name, edits=edits[name], removed=removed[name])


def sha256(text: str) -> str:
    """The hash of a text as it stands on the disk."""
    return hashlib.sha256(text.encode()).hexdigest()
