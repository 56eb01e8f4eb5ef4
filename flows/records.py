"""The record of a cleaned filing: what it was, how it was read, and everything that was changed.

One JSON file that needs nothing beside it: it holds the clean text and, for every piece of it that is not the
source's own words, what stood there; so it gives the text as read back to the letter (``restored``), and the
page, the printed line and the box of any words (``locate``, ``cite``). Its form is versioned and published
(docs/record.md, docs/record.schema.json).
"""

import hashlib
import os
from collections import Counter
from collections.abc import Iterator
from functools import cached_property
from pathlib import Path
from typing import Any, Literal, NamedTuple

from pydantic import BaseModel, Field

from cleaners.document import Document
from cleaners.findings.blocks import block_spans
from cleaners.findings.citing import Citation, Places, PrintedLine
from cleaners.findings.facts import CaseFacts
from cleaners.findings.quotations import Quotable
from cleaners.page import Page
from cleaners.pieces import Piece
from flows.changes import pieces_of, restored
from flows.packing import Cause, Change, LineMark, unpack_changes, unpack_lines, unpack_words


def defaulted(default: Any) -> Any:  # noqa: ANN401 - of the type of the field it is for
    """A field that the file leaves out where it holds what it mostly holds."""
    return Field(default=default, exclude_if=lambda value: value == default)


class Source(BaseModel, defer_build=True):
    """The file that was read. ``name`` is its place below the inbox, ``path`` where it stood, seen from the
    outbox (empty if that is not known)."""

    name: str
    sha256: str
    bytes: int
    path: str = defaulted("")


class TextSum(BaseModel, defer_build=True):
    """What a text must come to: the SHA-256 of its UTF-8 form, its length in characters."""

    sha256: str
    characters: int


class Block(NamedTuple):
    """``text[start:end]`` of the clean text is a block of this kind, one of
    :data:`cleaners.findings.blocks.KINDS`."""

    start: int
    end: int
    kind: str


class Panel(NamedTuple):
    """From ``start`` of a page's source text on: the physical page and the folio that hold there. The sheet
    of a condensed transcript has several folios, a text that lost its page ends several pages."""

    start: int
    page: int
    folio: str | None


class PageRecord(BaseModel, defer_build=True):
    """How a page was read and why so.

    ``number`` counts from 1 and is physical, ``folio`` is the printed number, ``width`` and ``height`` are in
    points, ``start`` and ``end`` offsets in the source text. ``lines`` are the printed line numbers and
    ``words`` the boxes of the words, packed (see :mod:`flows.packing`); ``confidences`` has one number in
    percent a word, or none where all are certain. ``quality`` is the share of its words that are expected to
    be right (see :mod:`cleaners.findings.quality`), ``doubts`` say why the page should be looked at, if it
    should.

    What a page does not say is what is so of a sound text layer.
    """

    number: int
    method: str = defaulted("text layer")
    why: str = defaulted("the text layer is sound")
    confidence: float | None = defaulted(1.0)
    folio: str | None = defaulted(None)
    width: float
    height: float
    start: int
    end: int
    lines: list[int] = defaulted([])
    panels: list[Panel] = defaulted([])
    words: list[int] = defaulted([])
    confidences: list[int] = defaulted([])
    quality: float | None = defaulted(1.0)
    doubts: tuple[str, ...] = defaulted(())


class StepSum(NamedTuple):
    """What a step did: how many places it touched, and by how many characters it made them shorter."""

    name: str
    edits: int
    removed: int


class Receipt(BaseModel, defer_build=True):
    """The part of a record that says whether a filing is done, and how it was read. ``quality`` is the share
    of the filing's words that are expected to be right."""

    schema_id: Literal["clean-filings/record/3"] = Field(default="clean-filings/record/3", alias="schema")
    source: Source
    versions: dict[str, str]
    left_out: tuple[str, ...] = defaulted(())
    read: TextSum
    clean: TextSum
    quality: float | None = None
    pages: list[PageRecord]


class Record(Receipt, defer_build=True):
    """All that is known of a cleaned filing."""

    facts: CaseFacts
    causes: list[Cause]
    packed_changes: list[int] = Field(alias="changes")
    block_kinds: list[str] = Field(alias="blocks")
    text: str

    @cached_property
    def changes(self) -> list[Change]:
        """Everything that was changed, in the order of the clean text."""
        return list(unpack_changes(self.causes, self.packed_changes))

    @cached_property
    def blocks(self) -> list[Block]:
        """The blocks of the clean text."""
        return [
            Block(*span, kind) for span, kind in zip(block_spans(self.text), self.block_kinds, strict=True)
        ]

    @cached_property
    def steps(self) -> list[StepSum]:
        """The steps that changed something, in their order; what became shorter is put to the step that
        touched it last."""
        edits: Counter[str] = Counter()
        removed: Counter[str] = Counter()
        for change in self.changes:
            edits.update(set(change.by))
            removed[change.by[-1]] += max(
                0, change.source_end - change.source_start - (change.end - change.start)
            )
        from cleaners.standard import STANDARD  # noqa: PLC0415 - loads the steps, which a record can do without

        names = [*STANDARD, *sorted(edits.keys() - STANDARD.keys())]
        return [StepSum(name, edits[name], removed[name]) for name in names if edits[name]]

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
        return Document(source, pages, tuple(pieces_of(self.text, len(source), self.changes)))

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
        facts = self.facts
        return Places(self.document, list(self._printed_lines()), facts.ecf_document, facts.ecf_attachment)

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


class ErrorRecord(BaseModel, defer_build=True):
    """Why a filing could not be cleaned, in ``attempts`` runs in a row. ``path`` is where its file stood,
    seen from the outbox; ``source`` is None where it could not even be read. It is tried again if the fault
    is ``passing`` (a full disk, a program that is missing), or once the file or the rules are others.
    ``trace`` is for the authors, where the fault is the program's."""

    schema_id: Literal["clean-filings/error/1"] = Field(default="clean-filings/error/1", alias="schema")
    name: str
    path: str = ""
    source: Source | None
    versions: dict[str, str]
    left_out: tuple[str, ...] = ()
    cause: str
    remedy: str
    passing: bool = False
    attempts: int = 1
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
        "$id": "clean-filings/record/3",
        **schema,
    }


def sha256(text: str) -> str:
    """The hash of a text as it stands on the disk."""
    return hashlib.sha256(text.encode()).hexdigest()
