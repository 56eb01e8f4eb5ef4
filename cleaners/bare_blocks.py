"""Where blocks begin in text whose lines were run together.

Nothing shows a paragraph's end there but the words, so only what nearly always begins a block counts: a
date that opens a sentence (``On May 1, 2029``), a party that contends, the court that concludes and orders;
numbers and letters that count on from sentence to sentence; a heading in capitals; the next speaker; the
court's name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from cleaners.front_matter import DISTRICT_COURT, LAST_PARTY, REACH

Span = tuple[int, int]

LONG, LONGEST = 250, 1500
"""Characters of a line that was never printed as one; of one that holds more than a paragraph."""

WHOLE = 0.8
FEWEST_LINES = 3
"""Where so many of the long lines end with a sentence, three of them or more, they are the paragraphs."""

MONTH = r"(?:January|February|March|April|May|June|July|August|September|October|November|December)"
PARTY = r"(?:The )?(?:Plaintiff|Defendant|Petitioner|Respondent|Appellant|Appellee|Movant|Claimant)s?"
OPENING = re.compile(
    r"(?P<before>[\w”’\")\]]{1,16}[.?!][”\")\]]{0,2}(?:\[\^[^\]]{1,4}\])?)(?P<gap> )(?="
    rf"On (?:or about )?{MONTH} \d|In {MONTH},? \d{{4}}|In (?:19|20)\d\d,|Accordingly,|Here, |At trial,|"
    r"(?:For|Based on) (?:the|these|all (?:of )?the(?:se)?) (?:foregoing |above |following )?reasons|"
    r"In (?:sum|conclusion|summary|light of)\b|As noted\b|This (?:motion|appeal|action|opinion)\b|"
    rf"{PARTY} (?:also |next |further |first |then )?"
    r"(?:contends?|argues?|asserts?|appeals?|moves?|claims?|seeks?|maintains?)\b|"
    r"(?:I )?IT IS (?:SO|HEREBY|FURTHER|THEREFORE)|SO ORDERED|DATED:|Dated:|Respectfully submitted|"
    r"/s/ ?[A-Z]|"
    r"(?:AFFIRMED|REVERSED|VACATED|DISMISSED|DENIED|GRANTED)\b)"
)
"""A sentence's end, and the words that begin a block."""

SENTENCE_END = re.compile(r"[.?!:;][”\")\]]{0,2}(?:\[\^[^\]]{1,4}\])?$")

NO_END = re.compile(
    r"(?:No|Nos|Inc|Corp|Co|Ltd|v|vs|Mr|Mrs|Ms|Dr|al|Cir|Fed|App|Supp|Ct|Jr|Sr|U\.S|St|[A-Z])\."
)
"""What ends with a point that ends no sentence."""

AFTER_ORDER = re.compile(r"\b(?:IT IS )?SO ORDERED\.?(?P<gap> )(?=\S)")

ITEM = re.compile(r"(?<=[.:;?!”\")\]d,])(?P<gap> )(?P<mark>\d{1,2}|[IVX]{1,5}|[A-H])\.(?=[ ][A-Z“\"(\[])")
ROMAN = {"I": 1, "II": 2, "III": 3, "IV": 4, "V": 5, "VI": 6, "VII": 7, "VIII": 8, "IX": 9, "X": 10, "XI": 11}

SPEAKER = re.compile(
    r"(?P<gap> )(?=(?:THE (?:COURT|CLERK|WITNESS|DEFENDANT|INTERPRETER|REPORTER|BAILIFF|COURTROOM DEPUTY)|"
    r"(?:MR|MS|MRS|DR)\. [A-Z][A-Z’'-]+(?: [A-Z][A-Z’'-]+)?): )"
)
ASKED = re.compile(r"(?<=[.?!—-])(?P<gap> )(?=[QA]\.? [A-Z“])")
FEWEST_SPEECHES = 3

TITLES = (
    "BACKGROUND|DISCUSSION|CONCLUSION|ANALYSIS|INTRODUCTION|FACTS|ARGUMENT|ORDER|OPINION|DISPOSITION|COUNSEL|"
    "JURISDICTION|SUMMARY|STATEMENT|CERTIFICATE|DECISION|JUDGMENT"
)
CAPITALS = r"(?:[A-Z][A-Z’'&,-]* ){1,11}[A-Z][A-Z’'-]{3,}"
HEADING = re.compile(
    r"(?P<before>[\w”’\")\]]{1,16}[.?!][”\")\]]{0,2}(?:\[\^[^\]]{1,4}\])?)(?P<gap> )"
    rf"(?:(?:[IVX]{{1,5}}|[A-H])\. )?(?:(?:{TITLES})|{CAPITALS})"
    r"(?P<after> )(?=[“\"]?(?:[A-Z][a-z]|A [a-z]|I [a-z]))"
)


def bare_gaps(text: str) -> list[Span]:
    """The blanks of run-together lines at which a block begins, in order."""
    found: set[Span] = set()
    lines = text.split("\n")
    long = [line.rstrip() for line in lines if len(line) > LONG]
    ended = sum(SENTENCE_END.search(line) is not None for line in long)
    whole = len(long) >= FEWEST_LINES and ended >= WHOLE * len(long)
    start = 0
    for line in lines:
        if len(line) > (LONGEST if whole else LONG):
            found |= {(start + low, start + high) for low, high in _gaps(line, first=start < LONG)}
        start += len(line) + 1
    return sorted(found)


def _gaps(line: str, *, first: bool) -> Iterator[Span]:
    for match in OPENING.finditer(line):
        if not NO_END.fullmatch(match["before"]):
            yield match.span("gap")
    for match in HEADING.finditer(line):
        if not NO_END.fullmatch(match["before"]):
            yield match.span("gap")
            yield match.span("after")
    yield from (match.span("gap") for match in AFTER_ORDER.finditer(line))
    yield from _items(list(ITEM.finditer(line)))
    yield from _speeches(line)
    if first:
        yield from _caption(line)


def _items(marks: Sequence[re.Match[str]]) -> Iterator[Span]:
    """The marks that count on: arabic, roman and letters each by themselves, from the first on."""
    for worth in (_arabic, _roman, _letter):
        run: list[re.Match[str]] = []
        for match in marks:
            value = worth(match["mark"])
            if value == len(run) + 1:
                run.append(match)
            elif value == 1:
                yield from _proven(run)
                run = [match]
        yield from _proven(run)


def _proven(run: Sequence[re.Match[str]]) -> Iterator[Span]:
    if len(run) > 1:
        yield from (match.span("gap") for match in run)


def _arabic(mark: str) -> int:
    return int(mark) if mark.isdigit() else 0


def _roman(mark: str) -> int:
    return ROMAN.get(mark, 0)


def _letter(mark: str) -> int:
    return ord(mark) - ord("A") + 1 if len(mark) == 1 and mark.isalpha() else 0


def _speeches(line: str) -> Iterator[Span]:
    named = [match.span("gap") for match in SPEAKER.finditer(line)]
    if len(named) >= FEWEST_SPEECHES:
        yield from named
    asked = list(ASKED.finditer(line))
    if sum(line[m.end()] == "Q" for m in asked) >= FEWEST_SPEECHES:
        yield from (match.span("gap") for match in asked)


def _caption(line: str) -> Iterator[Span]:
    court = DISTRICT_COURT.search(line, 0, REACH)
    if court is None:
        return
    if court["gap"]:
        yield court.span("gap")
    yield court.span("after")
    if parties := LAST_PARTY.search(line, court.end(), REACH):
        yield parties.span("after")
