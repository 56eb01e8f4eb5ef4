"""The record of a cleaned filing: what it was, how it was read, and everything that was changed.

One JSON file that needs nothing beside it: it holds the clean text and, for every piece of it that is not the
source's own words, what stood there; so it gives the text as read back to the letter (``restored``), and the
page, the printed line and the box of any words (``locate``, ``cite``). Its form is versioned and published
(docs/record.md, docs/record.schema.json).
"""

import hashlib
import os
import platform
from collections import Counter, defaultdict
from collections.abc import Collection, Iterator
from functools import cached_property
from importlib.metadata import version
from itertools import pairwise
from pathlib import Path, PurePosixPath
from typing import Annotated, Any, Literal, NamedTuple

from pydantic import BaseModel, BeforeValidator, Field, PlainSerializer, TypeAdapter, WithJsonSchema

from cleaners.blocks import find_blocks
from cleaners.citing import Citation, Places, PrintedLine
from cleaners.document import Document
from cleaners.facts import CaseFacts, case_facts, printed_folios
from cleaners.page import Page
from cleaners.pieces import Piece
from cleaners.printed_lines import find_printed_lines
from cleaners.quality import PageQuality, filing_quality, page_qualities
from cleaners.quotations import Quotable
from cleaners.standard import STANDARD
from flows.changes import Cause, changes_of, pieces_of, restored
from flows.errors import shown
from flows.packing import (
    Change,
    ChangeRow,
    LineMark,
    pack_changes,
    pack_lines,
    pack_words,
    unpack_changes,
    unpack_lines,
    unpack_words,
)
from flows.programs import version_of


class Source(BaseModel):
    """The file that was read. ``name`` is its place below the inbox, ``path`` where it stood, seen from the
    outbox (empty if that is not known)."""

    name: str
    sha256: str
    bytes: int
    path: str = ""


class TextSum(BaseModel):
    """What a text must come to: the SHA-256 of its UTF-8 form, its length in characters."""

    sha256: str
    characters: int


class Block(NamedTuple):
    """``text[start:end]`` of the clean text is a block of this kind (see :data:`cleaners.blocks.KINDS`)."""

    start: int
    end: int
    kind: str


class Panel(NamedTuple):
    """From ``start`` of a page's source text on: the physical page and the folio that hold there. The sheet
    of a condensed transcript has several folios, a text that lost its page ends several pages."""

    start: int
    page: int
    folio: str | None


def _unpacked(given: Any) -> Any:  # noqa: ANN401 - whatever JSON or a caller may hand over
    """Changes as the file has them, or as they are."""
    packed = isinstance(given, list) and given and not isinstance(given[0], Change)
    return list(unpack_changes(given)) if packed else given


Changes = Annotated[
    list[Change],
    BeforeValidator(_unpacked),
    PlainSerializer(pack_changes, return_type=list[list[Any]]),
    WithJsonSchema({"type": "array", "items": TypeAdapter(ChangeRow).json_schema()}, mode="serialization"),
]
"""Changes by their offsets; in the file, rows of small numbers."""


class PageRecord(BaseModel):
    """How a page was read and why so.

    ``number`` counts from 1 and is physical, ``folio`` is the printed number, ``width`` and ``height`` are in
    points, ``start`` and ``end`` offsets in the source text. ``lines`` are the printed line numbers and
    ``words`` the boxes of the words, packed (see :mod:`flows.packing`); ``confidences`` has one number in
    percent a word, or none where all are certain. ``quality`` is the share of its words that are expected to
    be right (see :mod:`cleaners.quality`), ``doubts`` say why the page should be looked at, if it should.
    """

    number: int
    method: str
    why: str
    confidence: float | None
    folio: str | None
    width: float
    height: float
    start: int
    end: int
    lines: list[int] = []
    panels: list[Panel] = []
    words: list[int] = []
    confidences: list[int] = []
    quality: float | None = None
    doubts: tuple[str, ...] = ()


class StepRecord(BaseModel):
    """What a step did: how many places it touched, and by how many characters it made them shorter."""

    name: str
    edits: int
    removed: int


class Receipt(BaseModel):
    """The part of a record that says whether a filing is done, and how it was read. ``quality`` is the share
    of the filing's words that are expected to be right."""

    schema_id: Literal["clean-filings/record/2"] = Field(default="clean-filings/record/2", alias="schema")
    source: Source
    versions: dict[str, str]
    left_out: tuple[str, ...]
    read: TextSum
    clean: TextSum
    quality: float | None = None
    pages: list[PageRecord]


class Record(Receipt):
    """All that is known of a cleaned filing."""

    facts: CaseFacts
    steps: list[StepRecord]
    causes: list[Cause]
    changes: Changes
    blocks: list[Block]
    text: str

    @cached_property
    def document(self) -> Document:
        """The cleaned document: source, pages with their words, and pieces.

        Raises:
            ValueError: the record contradicts itself: it was tampered with or cut.
        """
        source = restored(self.text, self.changes)
        if sha256(source) != self.read.sha256 or sha256(self.text) != self.clean.sha256:
            raise ValueError(f"the record of {self.source.name} does not give back what was read")
        pages = tuple(
            Page(
                number=page.number,
                start=page.start,
                end=page.end,
                width=page.width,
                height=page.height,
                words=tuple(unpack_words(page.words, page.start, page.confidences)),
                method=page.method,
                why=page.why,
            )
            for page in self.pages
        )
        return Document(source, pages, tuple(pieces_of(self.text, len(source), self.changes, self.causes)))

    @property
    def pieces(self) -> tuple[Piece, ...]:
        """The clean text in pieces, each with the span of the source it stands for and what changed it."""
        return self.document.pieces

    def restored(self) -> str:
        """The text as it was read, from this record alone. Raises ValueError like :attr:`document`."""
        return self.document.source

    def locate(self, quote: str) -> Citation | None:
        """Where the words stand first, or what is nearly the same words; None if nothing is."""
        found = self._quotable.find(quote)
        return self.places.cite(*found) if found else None

    def occurrences(self, quote: str) -> Iterator[Citation]:
        """Every place where these very words stand, whatever the marks and spaces between them."""
        return (self.places.cite(*found) for found in self._quotable.find_all(quote))

    def cite(self, start: int, end: int) -> Citation:
        """The citation of ``text[start:end]``. Raises ValueError for an empty span or one outside."""
        return self.places.cite(start, end)

    def at(self, citation: str) -> Citation | None:
        """What ``2:13-16``, ``2:13`` or ``2`` cites; None where nothing stands there. Raises ValueError for
        another form. Where the page prints no folio its physical number counts."""
        return self.places.find(citation)

    @cached_property
    def places(self) -> Places:
        """The document with what its pages call their lines."""
        return Places(self.document, list(self._printed_lines()), self.facts.ecf_document)

    @cached_property
    def _quotable(self) -> Quotable:
        return Quotable(self.text)

    def _printed_lines(self) -> Iterator[PrintedLine]:
        for page in self.pages:
            line = PrintedLine(page.start, page.number, None, page.folio)
            marks = {page.start: line}
            changes: list[LineMark | Panel] = [*page.panels, *unpack_lines(page.lines)]
            for mark in sorted(changes, key=lambda mark: mark.start):
                if isinstance(mark, Panel):
                    line = line._replace(page=mark.page, folio=mark.folio)
                else:
                    line = line._replace(number=mark.number or None)
                marks[page.start + mark.start] = line._replace(start=page.start + mark.start)
            yield from marks.values()


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


def load_record(path: str | os.PathLike[str]) -> Record:
    """The record in a file.

    Raises:
        OSError: the file cannot be read.
        ValueError: it holds no record of this version.
    """
    return Record.model_validate_json(Path(path).read_bytes())


def record_schema() -> dict[str, Any]:
    """The JSON Schema of records (draft 2020-12)."""
    schema = Record.model_json_schema(mode="serialization", by_alias=True)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": "clean-filings/record/2",
        **schema,
    }


def source_of(path: Path, name: PurePosixPath, outbox: Path | None = None) -> Source:
    """The file's identity. Raises OSError where it cannot be read."""
    stood = shown(os.path.relpath(path.resolve(), outbox.resolve())) if outbox else ""
    with path.open("rb") as file:
        digest = hashlib.file_digest(file, "sha256")
        return Source(name=shown(str(name)), sha256=digest.hexdigest(), bytes=file.tell(), path=stood)


def record_of(document: Document, source: Source, left_out: Collection[str]) -> Record:
    """The record of a cleaned document."""
    changes, causes = changes_of(document)
    judged = page_qualities(document)
    return Record(
        source=source,
        versions=versions(source.name, {page.method for page in document.pages}),
        left_out=tuple(sorted(left_out)),
        read=_sum(document.source),
        clean=_sum(document.text),
        quality=_rounded(filing_quality(judged)),
        facts=case_facts(document),
        pages=list(_pages(document, judged)),
        steps=list(_steps(changes, causes)),
        causes=causes,
        changes=changes,
        blocks=[Block(*block) for block in find_blocks(document)],
        text=document.text,
    )


def versions(name: str = "", methods: Collection[str] = ()) -> dict[str, str]:
    """The versions that had a part in the result: of the programs only those that read the file ``name``."""
    found = {"clean-filings": version("clean-filings"), "python": platform.python_version()}
    if "ocr" in methods:
        found["tesseract"] = version_of("tesseract") or "unknown"
    if name.lower().endswith(".pdf"):
        found["poppler"] = version_of("pdftotext") or "unknown"
    return found


def sha256(text: str) -> str:
    """The hash of a text as it stands on the disk."""
    return hashlib.sha256(text.encode()).hexdigest()


def _sum(text: str) -> TextSum:
    return TextSum(sha256=sha256(text), characters=len(text))


def _rounded(share: float | None) -> float | None:
    return None if share is None else round(share, 3)


def _pages(document: Document, judged: list[PageQuality]) -> Iterator[PageRecord]:
    printed = printed_folios(document)
    lines: dict[int, list[PrintedLine]] = defaultdict(list)
    for line in find_printed_lines(document, printed):
        lines[document.page_at(line.start).number].append(line)
    for page, seen in zip(document.pages, judged, strict=True):
        own = lines[page.number]
        folio = own[0].folio if own else None
        confidences = [round(100 * word.confidence) for word in page.words]
        yield PageRecord(
            number=page.number,
            method=page.method,
            why=page.why,
            confidence=None if page.confidence is None else round(page.confidence, 3),
            folio=folio,
            width=round(page.width, 1),
            height=round(page.height, 1),
            start=page.start,
            end=page.end,
            lines=pack_lines(
                LineMark(two.start - page.start, two.number or 0)
                for one, two in pairwise([None, *own])
                if two and two.number != (one and one.number)
            ),
            panels=[
                Panel(two.start - page.start, *two[1:4:2])
                for one, two in pairwise(own)
                if (one.page, one.folio) != (two.page, two.folio)
            ],
            words=pack_words(page.words, page.start),
            confidences=[] if all(percent == 100 for percent in confidences) else confidences,
            quality=_rounded(seen.expected),
            doubts=seen.doubts,
        )


def _steps(changes: list[Change], causes: list[Cause]) -> Iterator[StepRecord]:
    """The steps that changed something, in their order; what became shorter is put to the step that touched
    it last."""
    edits: Counter[str] = Counter()
    removed: Counter[str] = Counter()
    for change in changes:
        by = causes[change.cause].by
        edits.update(set(by))
        removed[by[-1]] += max(0, change.source_end - change.source_start - (change.end - change.start))
    for name in [*STANDARD, *sorted(edits.keys() - STANDARD.keys())]:
        if edits[name]:
            yield StepRecord(name=name, edits=edits[name], removed=removed[name])
