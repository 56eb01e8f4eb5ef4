"""Case facts: court, docket number, ECF document number and filing date, from stamps and caption.

The ECF stamp says best what the document is; where there is none, the caption names court and number.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeVar

from cleaners.document import Document, Piece
from cleaners.ecf_stamps import read_ecf_stamp

CAPTION = 4000
"""Characters of clean text in which a caption is looked for."""

COURT = re.compile(
    r"(?:(?:IN )?THE )?(?:UNITED\s+STATES|U\.\s?S\.)\s+"
    r"(?P<kind>DISTRICT\s+COURT|COURT\s+OF\s+APPEALS|BANKRUPTCY\s+COURT|TAX\s+COURT|"
    r"COURT\s+OF\s+FEDERAL\s+CLAIMS|SUPREME\s+COURT)"
    r"(?:[\s,]+(?:FOR\s+)?(?:THE\s+)?(?P<place>(?:[A-Z][A-Za-z.]+\s+){0,3}?"
    r"(?:DISTRICT\s+OF\s+[A-Z]\w+(?:[ ][A-Z]\w+)?|\w+\s+CIRCUIT)))?",
    re.IGNORECASE,
)
DOCKET = re.compile(
    r"\b(?:Nos?|Case|Civil Action|Civil|Crim(?:inal)?|Docket)\b(?: Nos?)?[.:]*\s*"
    r"(?P<number>(?:\d:)?(?:[A-Z]{1,3}[ -]?)?\d{2,4}[ -](?:(?:cv|cr|mc|md|bk|ap|mj|Civ|Cr)[ -])?\d{2,6}"
    r"(?:(?:[ -][A-Z]{1,4})+\b|[ -]\([A-Zx]+\))*)",
)
FOLIO = re.compile(r"page\s+(\d{1,4})|(?<!\S)-?\s*(\d{1,4}|[ivxl]{1,7})\s*-?$|^(\d{1,4})\b", re.IGNORECASE)


@dataclass(frozen=True)
class CaseFacts:
    """What a filing says it is. ``filed`` is an ISO date; what is not known is None."""

    court: str | None = None
    docket_number: str | None = None
    ecf_document: int | None = None
    filed: str | None = None


def case_facts(document: Document) -> CaseFacts:
    """The facts of a cleaned document: the most frequent reading of its stamps, then its caption's."""
    stamps = [stamp for text in _removed(document, "ECF stamps") if (stamp := read_ecf_stamp(text))]
    caption = document.text[:CAPTION]
    number = DOCKET.search(caption)
    return CaseFacts(
        court=_court(caption),
        docket_number=_usual(s.docket_number for s in stamps)
        or (number["number"].strip() if number else None),
        ecf_document=_usual(int(s.document) for s in stamps if s.document and s.document.isdigit()),
        filed=_usual(s.filed for s in stamps),
    )


def folios(document: Document) -> dict[int, str]:
    """The printed page number of each physical page on which one was found."""
    found: dict[int, str] = {}
    for piece in document.pieces:
        if piece.by and piece.by[-1] in ("folios", "running heads"):
            match = FOLIO.search(document.source[piece.start : piece.end].strip())
            if match:
                page = document.page_at(piece.start).number
                found.setdefault(page, next(group for group in match.groups() if group))
    return found


def _removed(document: Document, step: str) -> Iterator[str]:
    """The source text of each run of pieces that a step took out."""
    run: list[Piece] = []
    for piece in document.pieces:
        if piece.by and piece.by[-1] == step and not piece.text:
            run.append(piece)
        elif run:
            yield document.source[run[0].start : run[-1].end]
            run = []
    if run:
        yield document.source[run[0].start : run[-1].end]


Fact = TypeVar("Fact", str, int)


def _usual(facts: Iterator[Fact | None]) -> Fact | None:
    counts = Counter(fact for fact in facts if fact is not None)
    return counts.most_common(1)[0][0] if counts else None


def _court(caption: str) -> str | None:
    match = COURT.search(caption)
    if not match or not match["place"]:
        return None
    kind, place = (
        " ".join(match[part].title().replace(" Of ", " of ").split()) for part in ("kind", "place")
    )
    return f"United States {kind}{' for the' if place.endswith('Circuit') else ','} {place}"
