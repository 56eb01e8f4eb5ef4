"""How a record is made of a cleaned document and of the file that was read."""

import hashlib
from bisect import bisect_left
from collections import defaultdict, deque
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import pairwise
from pathlib import Path, PurePosixPath

from cleaners.document import Document
from cleaners.findings.blocks import find_blocks
from cleaners.findings.citing import PrintedLine
from cleaners.findings.facts import case_facts
from cleaners.findings.printed_lines import find_printed_lines
from cleaners.findings.quality import PageQuality, filing_quality, page_qualities
from cleaners.page import Page
from cleaners.page_edges.page_folios import printed_folios
from flows.changes import changes_of
from flows.errors import shown
from flows.packing import LineMark, pack_changes, pack_lines, pack_words
from flows.records import PageRecord, Panel, Record, Source, TextSum, sha256
from flows.versions import versions


def source_of(path: Path, name: PurePosixPath, stood: str = "") -> Source:
    """The file's identity; ``stood`` is where it is to be found. Raises OSError where it cannot be read."""
    with path.open("rb") as file:
        digest = hashlib.file_digest(file, "sha256")
        return Source(name=shown(str(name)), sha256=digest.hexdigest(), bytes=file.tell(), path=shown(stood))


def record_of(document: Document, source: Source, left_out: Collection[str]) -> Record:
    """The record of a cleaned document."""
    causes, places = pack_changes(changes_of(document))
    judged = page_qualities(document)
    about = {
        "source": source,
        "versions": versions(source.name, {page.method for page in document.pages}),
        "left_out": tuple(sorted(left_out)),
        "read": _sum(document.source),
        "clean": _sum(document.text),
        "quality": _rounded(filing_quality(judged)),
        "facts": case_facts(document),
        "causes": causes,
        "changes": places,
        "blocks": [kind for _, _, kind in find_blocks(document)],
        "text": document.text,
    }
    lines = _lines_by_page(document)
    stands = sorted((piece.start, piece.end) for piece in document.pieces if piece.text)
    pages = deque(document.pages)
    del document  # if nobody else has it, each page's words go as its record is made
    return Record(pages=list(_pages(pages, lines, stands, judged)), **about)


def _sum(text: str) -> TextSum:
    return TextSum(sha256=sha256(text), characters=len(text))


def _rounded(share: float | None) -> float | None:
    return None if share is None else round(share, 3)


def _lines_by_page(document: Document) -> dict[int, list[PrintedLine]]:
    lines: dict[int, list[PrintedLine]] = defaultdict(list)
    for line in find_printed_lines(document, printed_folios(document)):
        lines[document.page_at(line.start).number].append(line)
    return lines


def _pages(
    pages: deque[Page],
    lines: dict[int, list[PrintedLine]],
    stands: Sequence[tuple[int, int]],
    judged: Iterable[PageQuality],
) -> Iterator[PageRecord]:
    """The records of the pages, which are taken out of ``pages`` one by one."""
    keep = dict[int, int]().setdefault  # numbers of which a long filing has two million, most of them alike
    for page, seen in zip(_taken_out(pages), judged, strict=True):
        own = lines[page.number]
        confidences = [word.confidence for word in page.words]
        yield PageRecord(
            number=page.number,
            method=page.method,
            why=page.why,
            confidence=_rounded(page.confidence),
            folio=own[0].folio if own else None,
            width=round(page.width, 1),
            height=round(page.height, 1),
            start=page.start,
            end=page.end,
            lines=pack_lines(_marks(page, own, stands)),
            panels=[
                Panel(two.start - page.start, *two[1:4:2])
                for one, two in pairwise(own)
                if (one.page, one.folio) != (two.page, two.folio)
            ],
            words=[keep(n, n) for n in pack_words(page.words, page.start)],
            confidences=_percents(confidences),
            quality=_rounded(seen.expected),
            doubts=(*page.doubts, *seen.doubts),
        )


def _percents(confidences: Sequence[float]) -> list[int]:
    """In percent; none where all are certain."""
    percents = [] if set(confidences) <= {1.0} else [round(100 * share) for share in confidences]
    return [] if set(percents) <= {100} else percents


def _taken_out(pages: deque[Page]) -> Iterator[Page]:
    while pages:
        yield pages.popleft()


def _marks(page: Page, lines: Sequence[PrintedLine], stands: Sequence[tuple[int, int]]) -> Iterator[LineMark]:
    """Where another line number begins to hold, of the printed lines of which something ``stands`` in the
    clean text: spans of the source, in its order."""
    number = None
    for line, end in zip(lines, [*(line.start for line in lines[1:]), page.end + 1], strict=True):
        last = bisect_left(stands, (end, 0)) - 1
        is_there = last >= 0 and (stands[last][1] > line.start or stands[last][0] >= line.start)
        if is_there and line.number != number:
            number = line.number
            yield LineMark(line.start - page.start, number or 0)
