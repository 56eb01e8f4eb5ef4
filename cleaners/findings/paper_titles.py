"""The title of a paper, and its parties, from its caption."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import takewhile

from cleaners.patterns import pattern
from cleaners.reading_order.cells import VERSUS
from cleaners.terms.docket_numbers import DOCKET
from cleaners.terms.roles import PARTY

COURT_LINE = pattern(r"\b(?:COURT|CIRCUIT|DISTRICT|DIVISION)\b(?!’S)|^(?:FOR|IN) THE\b|^UNITED STATES$")
ROLES = rf"(?:{PARTY}|cross|third[- ]party|counter-?(?:claim(?:ant)?)?)s?(?:\(s\))?"
ROLE = pattern(rf",?\s*\b{ROLES}(?:(?:[-–—‑/,\s]|and\b)*{ROLES})*[\s.,]*$", re.IGNORECASE)
"""What a party is, at the end of its side: «Plaintiffs-Appellees.», «Defendant(s)»."""

IN_RE = pattern(r"in\s+(?:re|the\s+matter\s+of)\b", re.IGNORECASE)
ESTATE = pattern(r"^(?:debtors?|bankrupts?)\.?$", re.IGNORECASE | re.MULTILINE)
"""The line that ends the title of the bankruptcy case, above that of the proceeding in it."""

BELOW = pattern(r"(?:on\s+)?(?:consolidated with|appeals?|petition|writ|certiorari)\b", re.IGNORECASE)
"""The line that says where an appeal comes from: the parties end above it."""

NO_TITLE = pattern(
    r"(?:Nos?\.|Case|(?:Civ|Crim)(?:\.|(?:il|inal) (?:Action|Case|No))|Docket\b|D\.C\.|\(Related|"
    r"Related (?:Case|to)|Date|Time|Judge|Hon|Ctrm|Courtroom|Dept|Trial|Hearing|Place|Before|Action|Filed|"
    r"Complaint Filed|Assigned|Magistrate|Chapter|Entered|Re:|[A-Z]{1,3}[ -]\d)",
    re.IGNORECASE,
)
TITLE = pattern(
    r"\b(?:ORDER|OPINION|MEMORANDUM|JUDGMENT|COMPLAINT|MOTION|NOTICE|STIPULATION|ANSWER|BRIEF|DECLARATION|"
    r"AFFIDAVIT|AFFIRMATION|MINUTES|TRANSCRIPT|VERDICT|PETITION|RESPONSE|REPLY|OPPOSITION|CERTIFICATE|SUMMONS|"
    r"SUBPOENA|APPLICATION|APPEARANCE|INDICTMENT|INFORMATION|PLEA AGREEMENT|DECREE|INJUNCTION|"
    r"OBJECTIONS?|REPORT AND RECOMMENDATIONS?|STATEMENT|INSTRUCTIONS|DEPOSITION)\b"
)
ASKING = pattern(r"(?:IF|WE|YOU|PLEASE|DID|DO|HAVE)\b|CERTIFICATE OF (?:SERVICE|MAILING|COMPLIANCE)")
"""What a form says to who fills it in; and what is attached to a paper, never the paper."""

YEAR = pattern(r"\b\d{4}\b")
"""Below the title stand place and day of the proceedings."""

LONGEST = 60
"""Words; a longer block of capitals is a quotation."""

HEAD_TITLE = pattern(
    r"(?:Opinion|Judgment) of the Court|Per Curiam|Syllabus|.{0,40}\bDeposition of .{3,60}|"
    r"Opinion of [A-Z]+, (?:C\. ?)?J\.|[A-Z’ ]+, (?:C\. ?)?J\., (?:dissenting|concurring).{0,40}"
)
"""What a running head calls the paper: in slip opinions and depositions nothing else on the page does."""


def title_of(blocks: Sequence[str], heads: Iterable[str] = ()) -> str | None:
    """The title: in the caption's right cell what is neither number nor judge nor hearing; else the first
    block of capitals that names a kind of paper; else what one of the running ``heads`` calls it."""
    for block in blocks:
        if DOCKET.search(block) or re.search(r"(?:CIVIL ACTION|CASE) NO", block):
            for title in _in_capitals(block.split("\n")):
                if TITLE.search(title):
                    return without_marks(title)
    for block in blocks:
        if IN_RE.match(block):
            continue
        lines = [line for line in block.split("\n") if TITLE.search(line) or not COURT_LINE.search(line)]
        lines = list(takewhile(lambda line: not YEAR.search(line), lines))
        title = next(_in_capitals(lines), "")
        fits = lines and title.startswith(lines[0]) and len(title.split()) <= LONGEST
        if fits and TITLE.search(title) and not ASKING.match(title):
            return without_marks(title)
    return next((head.strip() for head in heads if HEAD_TITLE.fullmatch(head.strip())), None)


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


def without_marks(words: str) -> str:
    """Without the calls of footnotes."""
    return re.sub(r"\[\^[^\]\s]{1,4}\]|\s‘\w’$", "", words).strip(" .")


def parties_of(blocks: Sequence[str]) -> tuple[str, ...]:
    """The parties on either side of the line that says ``v.``, their roles left out; of a caption with
    cross-claims those of the claim."""
    for block in blocks:
        lines = block.split("\n")
        opposed = [i for i, line in enumerate(lines) if VERSUS.fullmatch(line.strip("-–— "))]
        if opposed and opposed[0]:
            other = lines[opposed[0] + 1 :]
            ends = [i for i, line in enumerate(other) if BELOW.match(line)]
            if opposed[1:]:
                ends += [i + 1 for i, line in enumerate(other) if ROLE.search(line)]
            sides = ("\n".join(lines[: opposed[0]]), "\n".join(other[: min(ends, default=None)]))
            return tuple(map(_party, sides))
    return ()


def _party(side: str) -> str:
    own = ESTATE.split(side)[-1].strip() or side
    return ROLE.sub("", without_marks(" ".join(own.split()))).strip(" ,;.")
