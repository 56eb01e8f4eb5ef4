"""A cleaned filing as fragments to look at: its words, what was taken out between them, where pages begin.

A unit is the least thing that text and picture share: a word with its box or, where a page is known only as
text, a run of characters between blanks. Units are named by page and index: ``3.17``.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from typing import NamedTuple

from cleaners.findings.quality import DOUBTFUL
from cleaners.page import Page, Word
from cleaners.pieces import Piece
from cleaners.standard import STANDARD
from flows.records import Block, Record

STEPS = {name: index for index, name in enumerate(STANDARD)}
MARGINAL = 4
"""Characters. So short a removal beside a block, a margin line number, is shown in its first line."""


class Unit(NamedTuple):
    """``source[start:end]`` on a page; the box is in points, None where the page is known only as text.
    ``line`` and ``folio`` are what the page prints there."""

    name: str
    page: int
    start: int
    end: int
    box: tuple[float, float, float, float] | None
    confidence: float
    line: int | None
    folio: str | None

    @property
    def doubtful(self) -> bool:
        """Whether it is more likely misread than not."""
        return self.confidence < DOUBTFUL


class Part(NamedTuple):
    """Some characters, and the unit they belong to, if to any."""

    text: str
    unit: Unit | None


@dataclass(frozen=True)
class Fragment:
    """What is shown of a piece. ``kind`` is ``own``, ``moved``, ``changed`` (``text`` stands now for the
    parts) or ``removed``; ``at`` is the offset in the clean text. ``opens``: another page begins here."""

    kind: str
    at: int
    page: int
    parts: tuple[Part, ...]
    text: str = ""
    step: str = ""
    reason: str = ""
    opens: bool = False

    @property
    def colour(self) -> int:
        """The number of the step's colour."""
        return STEPS.get(self.step, len(STEPS))

    @property
    def why(self) -> str:
        """The step, and its reason where that says more."""
        return f"{self.step}: {self.reason}" if self.reason else self.step


class Shown(NamedTuple):
    """A block of the clean text of some kind, or (``gap``) what was taken out between two blocks."""

    kind: str
    fragments: list[Fragment]


class Fragments:
    """The fragments and units of a record."""

    def __init__(self, record: Record) -> None:
        self._record, self._document = record, record.document

    @cached_property
    def units(self) -> list[Unit]:
        """All units in the order of the source."""
        lines = self._record.places.lines
        starts = [line.start for line in lines]
        units = []
        for page in self._document.pages:
            for index, word in enumerate(page.words or self._runs(page)):
                line = lines[max(0, bisect_right(starts, word.start) - 1)]
                box = (word.left, word.top, word.right, word.bottom) if page.words else None
                name = f"{page.number}.{index}"
                units.append(
                    Unit(name, page.number, *word[:2], box, word.confidence, line.number, line.folio)
                )
        return units

    def blocks(self) -> list[Shown]:
        """The clean text block by block, with what was taken out where it stood."""
        found: list[Shown] = []
        now, waiting = None, list[Fragment]()
        for fragment in self._fragments():
            block = self._block_at(fragment)
            if block is None and len("".join(part.text for part in fragment.parts).strip()) <= MARGINAL:
                waiting.append(fragment)
                continue
            if block != now or not found:
                found.append(Shown(block.kind if block else "gap", []))
                now = block
            found[-1].fragments.extend([*waiting, fragment])
            waiting = []
        return [*found, Shown("gap", waiting)] if waiting else found

    def source_parts(self, page: Page) -> tuple[Part, ...]:
        """The text of a page as it was read."""
        return tuple(self._parts(page.start, page.end))

    def _runs(self, page: Page) -> Iterator[Word]:
        for match in re.finditer(r"\S+", self._document.source[page.start : page.end]):
            yield Word(page.start + match.start(), page.start + match.end(), 0, 0, 0, 0, 1.0)

    def _fragments(self) -> Iterator[Fragment]:
        at, page = 0, 0
        for piece in self._document.pieces:
            for fragment in self._of_piece(piece, at):
                yield replace(fragment, opens=fragment.page != page)
                page = fragment.page
            at += len(piece.text)

    def _of_piece(self, piece: Piece, at: int) -> Iterator[Fragment]:
        was = self._document.source[piece.start : piece.end]
        page = self._document.page_at(piece.start).number
        step = piece.by[-1] if piece.by else ""
        if piece.text == was:
            for start, end in self._within_blocks(at, at + len(was)):
                parts = tuple(self._parts(piece.start + start - at, piece.start + end - at))
                yield Fragment("moved" if step else "own", start, page, parts, "", step, piece.reason)
        elif was.strip() or piece.text.strip():
            parts = tuple(self._parts(piece.start, piece.end)) or (Part("", None),)
            kind = "changed" if piece.text.strip() else "removed"
            yield Fragment(kind, at, page, parts, piece.text, step, piece.reason)
        elif piece.text and any(self._within_blocks(at, at + len(piece.text))):
            yield Fragment("own", at, page, (Part(piece.text, None),))

    def _within_blocks(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        """The parts of a span of the clean text that lie in blocks, cut where those begin and end."""
        blocks = self._record.blocks
        index = max(0, bisect_right(blocks, start, key=_start) - 1)
        while index < len(blocks) and blocks[index].start < end:
            low, high = max(start, blocks[index].start), min(end, blocks[index].end)
            if low < high:
                yield low, high
            index += 1

    def _block_at(self, fragment: Fragment) -> Block | None:
        """The block that a fragment stands in; what was taken out at its edges stands outside."""
        blocks = self._record.blocks
        index = bisect_right(blocks, fragment.at, key=_start) - 1
        if index < 0 or fragment.at >= blocks[index].end:
            return None
        removed_before = fragment.kind == "removed" and fragment.at == blocks[index].start
        return None if removed_before else blocks[index]

    def _parts(self, start: int, end: int) -> Iterator[Part]:
        source = self._document.source
        index = bisect_right(self.units, start, key=lambda unit: unit.end)
        at = start
        while index < len(self.units) and self.units[index].start < end:
            unit = self.units[index]
            low, high = max(start, unit.start), min(end, unit.end)
            if at < low:
                yield Part(source[at:low], None)
            yield Part(source[low:high], unit)
            at, index = high, index + 1
        if at < end:
            yield Part(source[at:end], None)


def _start(block: Block) -> int:
    return block.start
