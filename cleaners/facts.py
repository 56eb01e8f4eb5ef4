"""Case facts: what a filing says it is, from the court's stamps and its caption, one checked by the other.

The ECF stamp says best what a document is; where there is none, the caption names court, number, parties and
title. What stamp and caption disagree on is reported, not averaged.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TypeVar

from cleaners.cells import VERSUS
from cleaners.document import Document
from cleaners.stamps import read_stamps, removed_spans

CAPTION = 5000
"""Characters of clean text in which a caption is looked for."""

COURT = re.compile(
    r"(?:UNITED\s+STATES|U\.\s?S\.)\s+"
    r"(?P<kind>DISTRICT\s+COURT|COURT\s+OF\s+APPEALS|BANKRUPTCY\s+COURT|TAX\s+COURT|"
    r"COURT\s+OF\s+FEDERAL\s+CLAIMS|FOREIGN\s+INTELLIGENCE\s+SURVEILLANCE\s+COURT)"
    r"(?:[\s,]+(?:FOR\s+)?(?:THE\s+)?(?P<place>(?:[A-Z][A-Za-z.]+\s+){0,3}?"
    r"(?:DISTRICT\s+OF\s+[A-Z]\w+(?:[ ][A-Z]\w+)?|\w+\s+CIRCUIT))"
    r"(?:[\s,]+(?P<division>\w+\s+DIVISION)\b)?)?",
    re.IGNORECASE,
)
DOCKET = re.compile(
    r"(?:\b(?i:nos?|case|civil action|civil|crim(?:inal)?|docket)\b(?: (?i:nos?|number)\b)?[.:#]*|"
    r"^(?:CASE|Case) NO\.:\n|^)\s*(?!\d{3}-\d{3}-\d{4})"
    r"(?P<number>(?:\d:)?(?:[A-Z]{1,3}[ -]?)?\d{2,4}(?:[A-Z]\(\w\) \d\d)?[ -]"
    r"(?:(?i:cv|cr|mc|md|bk|ap|mj|civ)\.?[ -])?"
    r"\d{2,6}(?:-\d{3,4}\b)?(?:\([A-Z]\))?(?:(?:[ -][A-Z]{1,4})+\b|[ -]\([A-Zx]+\))*)",
    re.MULTILINE,
)
COURT_LINE = re.compile(r"\b(?:COURT|CIRCUIT|DISTRICT|DIVISION)\b(?!’S)|^(?:FOR|IN) THE\b|^UNITED STATES$")
CORE = re.compile(r"(\d{2})\D{1,8}(\d{2,6})\b")
ROLE = re.compile(
    r",?\s*\b(?:plaintiffs?|defendants?|petitioners?|respondents?|appell(?:ants?|ees?)|debtors?|movants?|"
    r"claimants?|relators?|cross)\b[-–— /.,A-Za-z]*$",
    re.IGNORECASE,
)
NO_TITLE = re.compile(
    r"(?:Nos?\.|Case|Civil|Crim|Docket|D\.C\.|\(Related|Related (?:Case|to)|Date|Time|Judge|Hon|"
    r"Ctrm|Courtroom|Dept|Trial|Hearing|Place|Before|Action|Filed|Complaint Filed|Assigned|Magistrate|"
    r"Chapter|Re:|[A-Z]{1,3}[ -]\d)",
    re.IGNORECASE,
)
TITLE = re.compile(
    r"\b(?:ORDER|OPINION|MEMORANDUM|JUDGMENT|COMPLAINT|MOTION|NOTICE|STIPULATION|ANSWER|BRIEF|DECLARATION|"
    r"MINUTES|TRANSCRIPT|VERDICT|PETITION|RESPONSE|REPLY|OPPOSITION|CERTIFICATE|SUMMONS|APPLICATION|"
    r"OBJECTIONS?|REPORT AND RECOMMENDATIONS?)\b"
)
LONGEST_TITLE = 60
"""Words; a longer block of capitals is a quotation."""
DAY = r"([A-Za-z]{3,9} \d{1,2},? \d{4}|\d{1,2} [A-Z][a-z]+ \d{4})"
FILED = re.compile(rf"\b(?:Filed|FILED)[:\s]+{DAY}")
DECIDED = re.compile(rf"\b(?:Decided|DECIDED|Decided and Filed)[:\s]+{DAY}")
"""A slip opinion is filed on the day it is decided."""

Fact = TypeVar("Fact", str, int)


@dataclass(frozen=True)
class CaseFacts:
    """What a filing says it is. ``filed`` is an ISO date, ``parties`` stand as the caption names them on
    either side of the ``v.``, ``disagreements`` say in words what stamps and caption do not agree on; what is
    not known is None or empty."""

    court: str | None = None
    docket_number: str | None = None
    ecf_document: int | None = None
    filed: str | None = None
    title: str | None = None
    parties: tuple[str, ...] = ()
    disagreements: tuple[str, ...] = ()


def case_facts(document: Document) -> CaseFacts:
    """The facts of a cleaned document: the most frequent reading of its stamps, then its caption's."""
    stamps = read_stamps(document)
    latest = max((s.filed for s in stamps if s.filed), default=None)
    stamps.sort(key=lambda s: s.filed != latest)  # of two that are as frequent the later filing's is taken
    caption = document.text[:CAPTION]
    blocks = caption.split("\n\n")
    stamped = [s.docket_number for s in stamps]
    numbers = [int(s.document) for s in stamps if s.document and s.document.isdigit()]
    days = [s.filed for s in stamps if s.filed]
    printed = DOCKET.search(caption)
    own_number = printed["number"].strip() if printed else None
    return CaseFacts(
        court=_court(caption),
        docket_number=_usual(stamped) or own_number,
        ecf_document=_usual(numbers),
        filed=_usual(days) or _filed(document, caption),
        title=_title(blocks),
        parties=_parties(blocks),
        disagreements=tuple(_disagreements(stamped, numbers, days, own_number)),
    )


def printed_folios(document: Document) -> dict[int, str]:
    """The printed page number of each physical page on which one was found."""
    found: dict[int, str] = {}
    for piece in document.pieces:
        if piece.by and piece.by[-1] in ("folios", "running heads"):
            match = FOLIO.search(document.source[piece.start : piece.end].strip())
            if match:
                page = document.page_at(piece.start).number
                found.setdefault(page, next(group for group in match.groups() if group))
    return found


FOLIO = re.compile(r"page\s+(\d{1,4})|(?<!\S)-?\s*(\d{1,4}|[ivxl]{1,7})\s*-?$|^(\d{1,4})\b", re.IGNORECASE)


def _removed(document: Document, step: str) -> Iterator[str]:
    """The source text of each run of pieces that a step took out."""
    for start, end in removed_spans(document, step):
        yield document.source[start:end]


def _usual(facts: Iterable[Fact | None]) -> Fact | None:
    counts = Counter(fact for fact in facts if fact is not None)
    return counts.most_common(1)[0][0] if counts else None


def _court(caption: str) -> str | None:
    match = COURT.search(caption)
    if not match:
        return None
    kind = _named(match["kind"])
    if not match["place"]:
        return f"United States {kind}" if kind.startswith(("Foreign", "Tax", "Court of Federal")) else None
    division = f", {_named(match['division'])}" if match["division"] else ""
    return f"United States {kind} for the {_named(match['place'])}{division}"


def _named(words: str) -> str:
    return " ".join(words.title().replace(" Of ", " of ").split())


def _filed(document: Document, caption: str) -> str | None:
    """The date of the clerk's stamp or, in an opinion, of the line that says when it was filed or decided."""
    stamped = [" ".join(text.split()) for text in _removed(document, "file stamps")]
    printed = " ".join(caption.split())
    for text, form in (*((text, FILED) for text in stamped), (printed, FILED), (printed, DECIDED)):
        if (match := form.search(text)) and (day := _iso(match[1])):
            return day
    return None


def _iso(words: str) -> str | None:
    for form in ("%B %d %Y", "%b %d %Y", "%d %B %Y"):
        try:
            return datetime.strptime(words.replace(",", "").title(), form).date().isoformat()  # noqa: DTZ007 - a date
        except ValueError:
            continue
    return None


def _title(blocks: list[str]) -> str | None:
    """The title: in the caption's right cell what is neither number nor judge nor hearing; else the first
    block of capitals that names a kind of paper."""
    for block in blocks:
        lines = block.split("\n")
        if not DOCKET.search(block) and not re.search(r"(?:CIVIL ACTION|CASE) NO", block):
            continue
        for title in _in_capitals(lines):
            if TITLE.search(title):
                return _without_marks(title)
    for block in blocks:
        lines = [line for line in block.split("\n") if not COURT_LINE.search(line)]
        until = next((i for i, line in enumerate(lines) if re.search(r"\b\d{4}\b", line)), len(lines))
        title = " ".join(lines[:until])
        if TITLE.search(title) and title.upper() == title and len(title.split()) <= LONGEST_TITLE:
            return _without_marks(title)
    return None


def _in_capitals(lines: Sequence[str]) -> Iterator[str]:
    """The runs of lines that are mostly capitals and name neither number nor judge nor hearing; a statute or
    a ``dba`` stands in a title too."""
    run: list[str] = []
    for line in (*lines, ""):
        letters = [c for c in line if c.isalpha()]
        capitals = letters and sum(c.isupper() for c in letters) >= 0.7 * len(letters)
        if (capitals or line.startswith("[")) and not NO_TITLE.match(line) and not DOCKET.search(line):
            run.append(line)
        elif run:
            yield " ".join(run)
            run = []


def _without_marks(title: str) -> str:
    return re.sub(r"\[\^[^\]\s]{1,4}\]|\s‘\w’$", "", title).strip(" .")


def _parties(blocks: list[str]) -> tuple[str, ...]:
    """The parties on either side of the line that says ``v.``, their roles left out."""
    for block in blocks:
        lines = block.split("\n")
        index = next((i for i, line in enumerate(lines) if VERSUS.fullmatch(line.strip("-–— "))), None)
        if index:
            sides = (" ".join(lines[:index]), " ".join(lines[index + 1 :]))
            return tuple(_without_marks(ROLE.sub("", side)).strip(" ,;") for side in sides)
    return ()


def _disagreements(
    stamped: list[str], numbers: list[int], days: list[str], printed: str | None
) -> Iterator[str]:
    for what, values in (("docket numbers", stamped), ("document numbers", numbers), ("filing dates", days)):
        if len(seen := dict.fromkeys(values)) > 1:
            yield f"the stamps bear different {what}: {', '.join(map(str, seen))}"
    usual = _usual(stamped)
    if usual and printed and (one := _core(usual)) and (two := _core(printed)) and one != two:
        yield f"the stamp says {usual}, the caption {printed}"


def _core(number: str) -> tuple[int, int] | None:
    """Year and serial number, which every form of a docket number holds."""
    match = CORE.search(number)
    return (int(match[1]), int(match[2])) if match else None
