"""Where blocks begin in text whose lines were run together.

Nothing shows a paragraph's end there but the words, so only what nearly always begins a block counts: a
date that opens a sentence (``On May 1, 2029``), a party that contends, the court that concludes and orders;
numbers and letters that count on from sentence to sentence; a heading in capitals; the next speaker; the
court's name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from cleaners.page import LONGEST_LINE
from cleaners.paragraph_rules.bare_headings import heading_gaps
from cleaners.patterns import on_lines, pattern
from cleaners.terms.front_matter import DISTRICT_COURT, LAST_DEBTOR, LAST_PARTY, REACH, STATE_COURT
from cleaners.terms.months import MONTH
from cleaners.terms.roles import PARTY

Span = tuple[int, int]

LONGEST = 1500
"""Characters of a line that holds more than a paragraph."""

FLAT, SHORTEST = 0.7, 60
"""Share of a text that long lines hold where all its lines were run together; characters of what an earlier
step left of them that may hold more than one block."""

WHOLE = 0.65
FEWEST_LINES = 3
"""Where so many of the long lines end with a sentence, three of them or more, they are the paragraphs; some
have a page's end in them."""

OPENING = pattern(
    r"(?P<before>[\w”’\")\]]{1,16}[.?!][”\")\]]{0,2}(?:\[\^[^\]]{1,4}\])?)(?P<gap> )(?="
    rf"On (?:or about )?{MONTH} \d|In {MONTH},? \d{{4}}|In (?:19|20)\d\d,|Here, |At trial,|"
    r"(?:For|Based on) (?:the|these|all (?:of )?the(?:se)?) (?:foregoing |above |following )?reasons|"
    r"In (?:sum|conclusion|summary|light of)\b|As noted\b|"
    r"This (?:motion|appeal|action|opinion)\b(?! has not been certified)|"
    rf"(?:The )?(?=[A-Z]){PARTY}s? (?:also |next |further |first |then )?"
    r"(?:contends?|argues?|asserts?|appeals?|moves?|claims?|seeks?|maintains?)\b|"
    r"(?:I |THUS, )?IT IS (?:SO|HEREBY|FURTHER|THEREFORE)|SO ORDERED|DATED:|Dated:|Respectfully submitted|"
    r"(?:NOW,? )?THEREFORE,|WHEREFORE,|WHEREAS,|COMES NOW|PLEASE TAKE (?:FURTHER )?NOTICE|TO ALL PARTIES\b|"
    r"I (?:declare|certify|hereby (?:certify|declare)|swear)\b|Executed (?:on|at|this)\b|"
    r"There is no change in (?:the )?judgment\b|"
    r"The Clerk (?:of (?:the )?Court )?(?:is (?:respectfully )?(?:directed|requested)|shall)\b|"
    r"/s/ ?[A-Z]|"
    r"(?:AFFIRMED|REVERSED|VACATED|DISMISSED|DENIED|GRANTED)\b)"
)
"""A sentence's end, and the words that begin a block."""

SENTENCE_END = pattern(r"[.?!:;][”\")\]]{0,2}(?:\[\^[^\]]{1,4}\])?$")

LONGEST_END = 16
"""Characters of such an end, at most."""

NO_END = pattern(
    r"(?:No|Nos|Inc|Corp|Co|Ltd|v|vs|Mr|Mrs|Ms|Dr|al|Cir|Fed|App|Supp|Ct|Jr|Sr|U\.S|St|[A-Z]|[IVX]{1,5}|\d{1,2})\."
)
"""What ends with a point that ends no sentence, an item's number among it."""
NUMERAL = pattern(r"[IVX]{1,5}\.")
"""A heading's, behind which its words stand."""

AFTER_ORDER = pattern(r"\b(?:IT IS )?SO (?:ORDERED|STIPULATED)\.?(?P<gap> )(?=\S)")

AFTER_DATE = pattern(
    rf"\b(?:Dated?|DATED?):? (?:[A-Z][A-Za-z ]+, (?:[A-Z][A-Za-z]+ )*)?(?:{MONTH}|{MONTH.upper()}) "
    r"\d{1,2}, \d{4}\.?(?P<gap> )(?=/s/|[A-Z]{2,}|By: |Respectfully submitted)"
)
"""Who signs stands below the date, or beside it."""

BESIDE_DATE = pattern(rf"^{AFTER_DATE.pattern}(?=.{{0,60}}$)", re.MULTILINE)
ANNOUNCING = (
    r"provid(?:es?|ed)|stat(?:es?|ed)|testified|explain(?:s|ed)|wrote|reads?|report(?:s|ed)|held|concluded|"
    r"observed|noted|in (?:relevant|pertinent) part"
)
"""What stands before the colon where a quotation follows."""

QUOTED = pattern(rf"\b(?:{ANNOUNCING}):(?P<gap> )(?=[A-Z]|\[[A-Z]\][a-z])")
"""What is quoted without quotation marks is set as a block quotation."""

SALUTATION = pattern(r"\bDear (?:[A-Z][\w’'.-]* ?){1,5}[,:](?P<gap> )(?=[A-Z])")
LETTER = pattern(
    r"(?<=\S)(?P<gap> )(?=(?<!\bIN )(?<!\bIn )R[eE]: [A-Z]|"
    r"Dear (?:Mr|Ms|Mrs|Dr|Judge|Chief|Clerk|Counsel|Sir)\b|Very truly yours,|Sincerely,|"
    r"Respectfully,|ON BEHALF OF (?:THE )?[A-Z]{4,}:|cc: |By the Court: |BY THE COURT: |"
    r"CERTIFICATE OF (?:SERVICE|COMPLIANCE|REPORTER|INTERESTED)\b)"
)
BY_COURT = pattern(r"\bBY THE COURT:(?P<gap> )(?=(?:It|The|This) [a-z])")
"""What the court says below this line; who signs stands beside it."""
PARAGRAPH = pattern(
    r"(?<=[.?!:”\")\]]) (?=¶ ?\d{1,3}(?P<stop>\.)? [A-Z“\"])|"
    r"(?<=[.?!:”\")\]A-Z]) (?=(?:[\[{]¶ ?\d{1,3}\.?[\]}]|\{\d{1,3}\}) [A-Z“\"])"
)
"""A numbered paragraph of a state court's opinion; a citation's paragraph stands behind a name or a comma or,
with a stop, behind what is cited (``Compl. ¶ 4. The``), which is no word that ends a sentence."""

ORDERED = pattern(
    r"\b(?:ORDER(?:S|ED)|HEREBY|as follows|following|(?:prohibited|enjoined|restrained) from)\b[^.:]{0,120}:"
    r"(?= \((?:1|a|i)\) )"
)
POINT = pattern(r"(?:(?<=[.;:])|(?<=[.;,] and)|(?<=[.;,] or))(?P<gap> )\((?P<mark>\d|[a-z])\)(?= \S)")
"""What is ordered, point by point, and a point of it."""

SPEAKER = pattern(
    r"(?P<gap> )(?=(?:THE (?:COURT|(?:COURTROOM )?CLERK|WITNESS|DEFENDANT|INTERPRETER|REPORTER|BAILIFF|"
    r"COURTROOM DEPUTY)|"
    r"(?:MR|MS|MRS|DR)\. [A-Z][A-Z’'-]+(?: [A-Z][A-Z’'-]+)?): )"
)
ASKED = pattern(r"(?<=[.?!—-])(?P<gap> )(?=[QA]\.? [A-Z“])")
NOTED = pattern(r"(?<=[.?!”\"])(?P<gap> )(?=\([A-Z][^()]{5,80}\)(?: |$))")
"""What the reporter notes."""
FEWEST_SPEECHES = 3

TITLES = (
    "BACKGROUND|DISCUSSION|CONCLUSION|ANALYSIS|INTRODUCTION|FACTS|ARGUMENT|ORDER|OPINION|DISPOSITION|COUNSEL|"
    "JURISDICTION|SUMMARY|STATEMENT|CERTIFICATE|DECISION|JUDGMENT"
)
CAPITALS = r"(?:[A-Z][A-Z’'&,-]* ){1,11}[A-Z][A-Z’'-]{3,}"
HEADING = pattern(
    r"(?P<before>[\w”’\")\]]{1,16}[.?!][”\")\]]{0,2}(?:\[\^[^\]]{1,4}\])?)(?P<gap> )"
    rf"(?:(?:[IVX]{{1,5}}|[A-H])\. )?(?:(?:{TITLES})|{CAPITALS})"
    r"(?P<after> )(?=[“\"(]?(?:[A-Z][a-z]|A [a-z]|I [a-z]|(?:[A-H]|\d{1,2})\. [A-Z][a-z]|[\[{]?¶ ?\d|\{\d))"
)
PART = pattern(
    r"(?<=\S)(?<!,)(?<!\bv\.)(?<!\))(?<![IVX]\.)(?P<gap> )(?:[IVX]{1,5}\. )?"
    r"(?:PRAYER FOR RELIEF|(?<=[.:”] )(?:DEMAND FOR (?:A )?JURY TRIAL|JURY DEMAND)|PROOF OF SERVICE|"
    r"CERTIFICATE OF (?:SERVICE|COMPLIANCE)|TO (?:THE HONORABLE|ALL PARTIES|THE COURT)[A-Z ,’&]{3,80}:|"
    r"(?:FIRST|SECOND|THIRD|FOURTH|FIFTH|SIXTH|SEVENTH|EIGHTH) (?:CAUSE OF ACTION|CLAIM FOR RELIEF))"
    r"(?P<after> )(?=[A-Z(]|\d{1,3}\. )"
)
"""The parts of pleadings that are never called otherwise, and whom they address."""
SECTIONS = (
    r"(?:FACTUAL |PROCEDURAL )?(?:BACKGROUND|HISTORY)|INTRODUCTION|LEGAL STANDARDS?|STANDARD OF REVIEW|"
    r"(?:PRELIMINARY )?STATEMENT(?: OF (?:THE )?(?:FACTS|CASE|ISSUES))?|THE PARTIES|JURISDICTION AND VENUE|"
    r"NATURE OF (?:THE )?ACTION|ARGUMENT|DISCUSSION|CONCLUSION"
)
"""Parts that are never the end of a title: they stand below it where no sentence has ended."""
SECTION = pattern(
    r"(?<=[A-Z\d.:)”])(?<!\bOF)(?<!\bAND)(?<!\bTHE)(?<!\bFOR)(?<!\bIN)(?<!\bTO)(?<!\bON)(?<!\bBY)(?<!BETWEEN)"
    r"(?<![IVX]\.)(?<!RELEVANT)(?<!PROCEDURAL)(?<!FACTUAL)(?<!ORAL)"
    r"(?P<gap> )(?:(?:[IVX]{1,5}|[A-Z])\. )?"
    r"(?:TABLE OF (?:CONTENTS|AUTHORITIES)(?P<below> )(?=[A-Z])|"
    rf"(?:{SECTIONS})(?P<after> )"
    r"(?=[“\"(]?(?:[A-Z][a-z]|[AI] [a-z]|\d{1,3}\. [A-Z“\"]|[A-H]\. [A-Z][a-z])))"
)
LEADING = pattern(rf"(?m)^(?:(?:[IVX]{{1,5}}|[A-H])\. )?(?:{SECTIONS})(?P<gap> )(?=[A-Z][a-z]+ )")
"""The same at the beginning of a line that was found again: beside a heading a dump has put the next line."""
BULLET = pattern(r"(?<=\S)(?P<gap> )(?=[•▪●○■] \S)")

TITLED = pattern(
    r"(?P<before>[\w”’\")\]]{1,16}[.?!][”\")\]]{0,2}(?:\[\^[^\]]{1,4}\])?)(?P<gap> )"
    r"(?:(?:Factual |Procedural )?(?:Background|History)|Legal Standards?|Introduction|Discussion|Analysis|"
    r"Argument|Conclusion|Standards? of Review|Jurisdiction|Statement of (?:the )?(?:Facts|Case|Issues)|"
    r"Summary of (?:the )?Argument|Fact(?:s|ual) and Procedural (?:History|Background)|Prayer for Relief)"
    r"(?P<after> )(?=[“\"]?[A-Z]|[\[{]?¶ ?\d|\{\d)"
)
"""The same, titled: the words that follow it begin a sentence."""


def bare_gaps(text: str, *, parted: bool = False) -> list[Span]:
    """The blanks of run-together lines at which a block begins, in order. A text is ``parted`` where some of
    its line ends were found again: what is long in it still is no paragraph."""
    found: set[Span] = set()
    lines = text.split("\n")
    long = [line.rstrip() for line in lines if len(line) > LONGEST_LINE]
    ended = sum(SENTENCE_END.search(line, len(line) - LONGEST_END) is not None for line in long)
    whole = not parted and len(long) >= FEWEST_LINES and ended >= WHOLE * len(long)
    flat = sum(map(len, long)) > FLAT * len(text)
    start = 0
    for line in lines:
        if " " in line and len(line) > (LONGEST if whole else SHORTEST if flat else LONGEST_LINE):
            found |= {(start + low, start + high) for low, high in _gaps(line, first=start < LONGEST_LINE)}
        start += len(line) + 1
    return sorted(found)


def leading_gaps(text: str) -> Iterator[Span]:
    """The blanks behind headings at the beginnings of lines."""
    yield from (match.span("gap") for match in LEADING.finditer(text))


def dated_gaps(text: str) -> Iterator[Span]:
    """The blanks between the day of signing and who signs beside it, in lines that hold no more."""
    if "ated:" in text or "DATED:" in text:
        yield from (match.span("gap") for match in on_lines(BESIDE_DATE, text, "Date", "DATE"))


def _gaps(line: str, *, first: bool) -> Iterator[Span]:
    for match in OPENING.finditer(line):
        if not NO_END.fullmatch(match["before"]):
            yield match.span("gap")
    for form in (HEADING, TITLED):
        for match in form.finditer(line):
            if not NO_END.fullmatch(match["before"]):
                yield match.span("gap")
                yield match.span("after")
            elif NUMERAL.fullmatch(match["before"]):
                start = match.start("before")
                yield from ((start - 1, start), match.span("after")) if start else (match.span("after"),)
    for match in PART.finditer(line):
        yield from (match.span("gap"), match.span("after"))
    for match in SECTION.finditer(line):
        yield from (match.span("gap"), match.span("below" if match["below"] else "after"))
    bullets = [match.span("gap") for match in BULLET.finditer(line)]
    yield from bullets if len(bullets) > 1 else ()
    for form in (AFTER_ORDER, AFTER_DATE, QUOTED, LETTER, SALUTATION, BY_COURT):
        yield from (match.span("gap") for match in form.finditer(line))
    yield from _numbered(line) if "¶" in line or "{" in line else ()
    yield from _ordered(line)
    yield from heading_gaps(line)
    yield from _speeches(line)
    if first:
        yield from _caption(line)


def _numbered(line: str) -> Iterator[Span]:
    """The numbered paragraphs of an opinion."""
    for match in PARAGRAPH.finditer(line):
        word = line[line.rfind(" ", 0, match.start()) + 1 : match.start()]
        if not match["stop"] or word[0].islower() or word[-1] not in ".?!":
            yield match.span()


def _ordered(line: str) -> Iterator[Span]:
    """The points of an order that count on."""
    for order in ORDERED.finditer(line):
        run: list[re.Match[str]] = []
        for point in POINT.finditer(line, order.end() - 1):
            if ord(point["mark"]) != ord(run[-1]["mark"]) + 1 if run else point.start() > order.end():
                break
            run.append(point)
        if len(run) > 1:
            yield from (point.span("gap") for point in run)


def _speeches(line: str) -> Iterator[Span]:
    named = [match.span("gap") for match in SPEAKER.finditer(line)]
    if len(named) >= FEWEST_SPEECHES:
        yield from named
        yield from (match.span("gap") for match in NOTED.finditer(line))
    asked = list(ASKED.finditer(line))
    if sum(line[m.end()] == "Q" for m in asked) >= FEWEST_SPEECHES:
        yield from (match.span("gap") for match in asked)


def _caption(line: str) -> Iterator[Span]:
    court = DISTRICT_COURT.search(line, 0, REACH) or STATE_COURT.search(line, 0, REACH)
    if court is None:
        return
    if court["gap"]:
        yield court.span("gap")
    yield court.span("after")
    if parties := LAST_PARTY.search(line, court.end(), REACH) or LAST_DEBTOR.search(line, court.end(), REACH):
        yield parties.span("after")
