"""Case facts: what a filing says it is, from the court's stamps and its caption, one checked by the other.

The ECF stamp says best what a document is; where there is none, the caption names court, number, parties and
title. What stamp and caption disagree on is reported, not averaged.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime

from cleaners.document import Document
from cleaners.findings.paper_titles import parties_of, title_of
from cleaners.findings.stamps import read_stamps, removed_spans
from cleaners.patterns import pattern
from cleaners.terms.courts import court_of
from cleaners.terms.docket_numbers import core_of, docket_number_in

CAPTION = 5000
"""Characters of clean text in which a caption is looked for."""

DAY = r"([A-Za-z]{3,9} \d{1,2},? \d{4}|\d{1,2} [A-Z][a-z]+ \d{4}|\d{1,2}/\d{1,2}/\d{4})"
FILED = pattern(rf"\b(?:Filed|FILED)[:\s]+{DAY}")
STAMPED = pattern(rf"\b(?:FILED|Filed|ENTERED)\b.{{0,80}}?{DAY}")
"""A clerk's stamp names court and clerk between the word and the date."""

DECIDED = pattern(rf"\b(?:Decided|DECIDED|Decided and Filed)[:\s]+{DAY}")
"""A slip opinion is filed on the day it is decided."""

NUMBERED = pattern(r"\d+(?:-\d+)?")
"""A document's number, with that of an attachment."""


@dataclass(frozen=True)
class CaseFacts:
    """What a filing says it is. ``ecf_attachment`` is the 1 of ``Document 45-1``, an exhibit's; ``filed`` is
    an ISO date, ``parties`` stand as the caption names them on either side of the ``v.``, ``disagreements``
    say in words what stamps and caption do not agree on; what is not known is None or empty."""

    court: str | None = None
    docket_number: str | None = None
    ecf_document: int | None = None
    ecf_attachment: int | None = None
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
    numbers = [s.document for s in stamps if s.document and NUMBERED.fullmatch(s.document)]
    days = [s.filed for s in stamps if s.filed]
    own_number = docket_number_in(caption)
    ecf = [int(part) for part in (_usual(numbers) or "").split("-") if part]
    return CaseFacts(
        court=court_of(blocks),
        docket_number=_usual(stamped) or own_number,
        ecf_document=ecf[0] if ecf else None,
        ecf_attachment=ecf[1] if len(ecf) > 1 else None,
        filed=_usual(days) or _filed(document, caption),
        title=title_of(blocks, _removed(document, "running heads")),
        parties=parties_of(blocks),
        disagreements=tuple(_disagreements(stamped, numbers, days, own_number)),
    )


def _removed(document: Document, step: str) -> Iterator[str]:
    """The source text of each run of pieces that a step took out."""
    for start, end in removed_spans(document, step):
        yield document.source[start:end]


def _usual(facts: Iterable[str | None]) -> str | None:
    counts = Counter(fact for fact in facts if fact is not None)
    return counts.most_common(1)[0][0] if counts else None


def _filed(document: Document, caption: str) -> str | None:
    """The date of the clerk's stamp or, in an opinion, of the line that says when it was filed or decided."""
    stamp = " ".join(" ".join(_removed(document, "file stamps")).split())
    printed = " ".join(caption.split())
    for text, form in ((stamp, FILED), (stamp, STAMPED), (printed, FILED), (printed, DECIDED)):
        if (match := form.search(text)) and (day := _iso(match[1])):
            return day
    return None


def _iso(words: str) -> str | None:
    for form in ("%B %d %Y", "%b %d %Y", "%d %B %Y", "%m/%d/%Y"):
        try:
            return datetime.strptime(words.replace(",", "").title(), form).date().isoformat()  # noqa: DTZ007 - a date
        except ValueError:
            continue
    return None


def _disagreements(
    stamped: list[str], numbers: list[str], days: list[str], printed: str | None
) -> Iterator[str]:
    for what, values in (("docket numbers", stamped), ("document numbers", numbers), ("filing dates", days)):
        if len(seen := dict.fromkeys(values)) > 1:
            yield f"the stamps bear different {what}: {', '.join(seen)}"
    usual = _usual(stamped)
    if usual and printed and (one := core_of(usual)) and (two := core_of(printed)) and one != two:
        yield f"the stamp says {usual}, the caption {printed}"
