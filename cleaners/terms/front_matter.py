"""The front matter of an appellate decision in text that has lost its lines.

The courts of appeals print it in one order (Fed. R. App. P. 32, and the circuits' forms for unpublished
dispositions): publication note, court, parties and docket numbers, the court below, when argued, the panel.
Each begins with the same words, so its blocks can be told in a text that runs on one line.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from cleaners.patterns import pattern
from cleaners.terms.docket_numbers import APPEAL
from cleaners.terms.months import MONTH
from cleaners.terms.roles import ANSWERING
from cleaners.terms.state_titles import state_cell, state_gaps
from cleaners.terms.transcript_titles import transcript_gaps

LONG = 1500
"""Characters of a line that no printed line has: the text was flattened."""

FLAT = 400
"""The same, of a short order that is a line altogether."""

FRONT, BELOW_PANEL = 600, 100
"""Characters in which a decision names its court; those below the panel in which it says ``OPINION``."""
RULE = pattern(r"(?<=\s)_{8,}(?=\s)")
STAR, FEWEST_STARS = pattern(r"(?<=\S) \*(?= )"), 4

REACH = 6000
"""Characters from the start of the text in which front matter stands."""

COURT = (
    r"(?:UNITED STATES COURT OF APPEALS(?:(?: FOR THE)? (?:DISTRICT OF )?[A-Z]+ CIRCUIT)?|"
    r"SUPREME COURT OF THE UNITED STATES|"
    r"United States Court of Appeals (?:[Ff]or the|FOR THE) (?i:[A-Z]+|District of Columbia) (?i:Circuit)"
    r"(?= (?:No|\d|_|Argued|[A-Z]{2})))"
)
NUMBER = rf"(?:Nos?\. {APPEAL}(?:(?:, | & | and ){APPEAL})*|20\d\d-\d{{4}}(?:, -?\d{{4,5}})*)"
"""A docket number of a court of appeals."""
DAY = rf"(?:{MONTH}|{MONTH.upper()}) ?\d"
PANEL = (
    r"(?:Before:?|BEFORE:) [A-Z](?:[^.]|\b[A-Z]\.|\b[JS]r\.){0,300}?(?:Judges?|Justices?)"
    r"(?:\.|(?= (?:_{4,}|OPINION|\((?:Opinion )?[Ff]iled)))"
)
PANELS = pattern(PANEL)
BEGINS = pattern(
    r"(?<=\S)(?<!Argued and)(?<!Court of)(?<!COURT OF)(?<!\bON)(?<!\bOn)(?<!\bBk\.)(?<!(?i:IN THE))"
    r"(?P<gap> )(?=(?:"
    rf"(?:(?:IN THE|In the) )?{COURT}|{NUMBER} [A-Z]{{2}}|"
    r"(?:On |ON |CRIMINAL |CIVIL |(?<!CRIMINAL )(?<!CIVIL ))"
    r"(?:Appeals?|Petition|APPEALS?|PETITION) (?:from|for|FROM|FOR)\b|"
    r"(?:Argued and )?Submitted:? (?:(?:on )?[A-Z][a-z]+ ?\d|Without|Under|Pursuant|En Banc)|"
    rf"(?:Argued|ARGUED|Reargued|Decided(?: and Filed)?|(?<!and )(?<!, \d{{4}} )Filed):? {DAY}|{PANEL}|"
    r"ON (?:PETITION FOR )?WRIT OF|PER CURIAM[.:]|(?:ARGUED|COUNSEL|PRESENT|Appearances): [A-Z]|"
    r"At a stated term of|(?:(?:COUNSEL|ATTORNEYS?) |(?<!COUNSEL )(?<!ATTORNEY )(?<!ATTORNEYS ))"
    r"FOR [A-Z-]*(?:APPELL|PETITION|RESPONDENT|PLAINTIFF|DEFENDANT)[A-Z-]*:|"
    r"UPON DUE CONSIDERATION|Unpublished opinions are not binding|\((?:Opinion )?[Ff]iled: [A-Z]|"
    r"(?<=\) )[A-Z][^.;]{3,60} argued the cause\b))"
)
AFTER_COURT = pattern(
    r"(?<!of the )(?<!to the )(?<!by the )(?<!in the )(?<!from the )"
    rf"{COURT}(?: _{{4,}})?(?P<gap> )(?=[A-Z])(?!FOR THE|[Ff]or the)"
)
AFTER_NUMBER = pattern(rf"(?:{COURT}(?: _{{4,}})?|{DAY}\d?, \d{{4}}|CIRCUIT) {NUMBER}(?P<gap> )(?=[A-Z])")
"""Where a court puts the number below its name or the day, not beside the parties."""
HOW = pattern(r"\b(?:un)?published (?:per curiam )?opinion\.(?P<gap> )(?=[A-Z])")
"""How the Fourth Circuit decided: ``Affirmed by unpublished per curiam opinion.``"""
ANY_COURT = pattern(
    rf"{COURT}|{PANEL}|(?:SUPREME COURT|COURT OF (?:CRIMINAL |CIVIL )?APPEALS?) (?:OF|FOR) [A-Z]|"
    r"In the \w+ Court of Appeals"
)
_AUTHOR = r"(?:(?:VICE )?CHIEF |PRESIDING )?(?:JUSTICE|JUDGE) [A-Z]{3,}"
AUTHORED = pattern(
    r"(?<=\S)(?<!CHIEF)(?<!VICE)(?<!PRESIDING)(?P<gap> )"
    rf"(?={_AUTHOR},? (?:authored|delivered|filed|wrote) the |{_AUTHOR}, [^.:]{{3,60}}: [A-Z¶“])"
)
AFTER_AUTHOR = pattern(rf"{_AUTHOR}, [^.:]{{3,60}}:(?P<gap> )(?=[A-Z¶“])")
"""Who wrote the opinion, as state courts say it."""

AFTER_PER_CURIAM = pattern(r"\b(?:PER CURIAM[.:]|Per Curiam:)(?P<gap> )(?=[“A-Z])")
AFTER_PANEL = pattern(rf"{PANEL}(?:\[\^\*+\])?(?P<gap> )(?=[A-Z])")
AFTER_COUNSEL = pattern(
    r"\b(?:for (?:the )?"
    r"(?:(?:[Pp]laintiff|[Dd]efendant|[Pp]etitioner|[Rr]espondent)s?(?:[-–— ]{0,3}| and |, ))?"
    r"(?:[Aa]ppell(?:ant|ee)|[Pp]etitioner|[Rr]espondent)s?(?:[ ,][^.;:]{0,80})?|amic(?:us|i) curiae)\."
    r"(?<! [A-Z]\.)(?P<gap> )(?!With |Of counsel)(?=[A-Z])"
)
"""A counsel's entry, which says whom he is for at its end."""
ROLES = pattern(r"(?:ARGUED|ON BRIEF):")
"""Where counsel stand by what they did, their entries are one paragraph."""

_JUDGE = r"(?:Chief |Senior )?(?:Circuit |District )?(?:Judge|Justice)"
BYLINE = pattern(
    r"(?P<before> )(?:(?<=[.”)\]\d] )|(?<=OPINION )(?!OF ))(?<! [A-Z]\. )"
    rf"(?:(?:[A-Z][\w’'-]*\.? ){{0,3}}[A-Z][\w’'-]+, {_JUDGE}:(?P<after> )|"
    rf"(?:[A-Z][A-Z’'-]*\.? ){{0,3}}[A-Z][A-Z’'-]+, {_JUDGE}\. )(?=[“A-Z])"
)
"""Who wrote the opinion; what ends with a colon stands alone."""
BELOW_AUTHOR = pattern(
    r"\b(?:Opinion|Order|Concurrence|Dissent)[^.]{0,60}\bby (?:Chief )?(?:Judge|Justice) [A-Z][\w’'-]+"
    r"(?P<gap> )(?:SUMMARY|COUNSEL|OPINION|ORDER)(?P<after> )(?=[A-Z])"
)
"""What the Ninth Circuit prints below the line that names an opinion's author."""
RIGHT_CELL = pattern(
    rf"(?<=\S) (?P<item>(?:Nos?\. {APPEAL}(?:, {APPEAL})*|"
    r"D\.C\. Nos?\. \d:\d\d-[a-z]{2}-\d{3,6}(?:- ?[A-Z]{2,4})*|"
    r"\(D\.C\. Nos?\. \d[^ )]+\)|\((?:[NSEWMC]\. ?)?D\. [A-Z][a-z]+\.\)|"
    r"(?:MEMORANDUM|OPINION|ORDER)(?: ?\*|\[\^\*\])?))(?= |$)"
)
BELOW = pattern(
    r"(?<!(?i:Court of)) (?:(?:On )?(?:Appeals?|Petition) (?:from|for)\b|_{8,} ORDER AND JUDGMENT)"
)
STATE = (
    r"(?:NEW (?:YORK|JERSEY|MEXICO|HAMPSHIRE)|(?:NORTH|SOUTH) (?:CAROLINA|DAKOTA)|WEST VIRGINIA|RHODE ISLAND|"
    r"PUERTO RICO|COLUMBIA|[A-Z]{4,})"
)
DISTRICT_COURT = pattern(
    r"(?:(?<!IN THE)(?<!FROM THE)(?P<gap> ))?(?:IN THE )?UNITED STATES (?:DISTRICT|BANKRUPTCY) COURT"
    r"(?: FOR THE)?"
    r"(?: (?:NORTHERN|SOUTHERN|EASTERN|WESTERN|CENTRAL|MIDDLE))?"
    rf" DISTRICT OF {STATE}(?:,?(?: [A-Z]+){{1,2}} DIVISION)?(?: AT [A-Z]+)?(?P<after> )(?=\S)"
)
STATE_COURT = pattern(
    r"(?:(?<!IN THE)(?<!FROM THE)(?P<gap> ))?(?:IN THE )?(?:SUPERIOR|CIRCUIT|SUPREME|DISTRICT) COURT "
    rf"(?:OF|FOR) (?:THE )?(?:(?:STATE|COMMONWEALTH) OF )?{STATE}"
    r",? (?:IN AND )?(?:FOR )?(?:THE )?COUNTY OF (?:(?:SAN|SANTA|LOS|NEW|EL|DEL|ST\.|CONTRA|PALM) )?[A-Z]+"
    r"(?P<after> )(?=\S)"
)
LAST_PARTY = pattern(
    rf"(?:\bvs?\.|-against-) .{{2,1500}}?\b{ANSWERING}\.(?:\[\^\*\])?(?: \))?(?P<after> )(?=[A-Z-])"
)
LAST_DEBTOR = pattern(
    r"\b(?:In re|IN RE|In Re):?,? .{2,400}?\b(?:Debtors?|DEBTORS?)\.(?:\[\^\*\])?(?P<after> )"
    rf"(?=[A-Z-])(?!.{{0,400}}?\b(?:vs?\.|{ANSWERING}\b))"
)
"""Where the caption of a bankruptcy ends that is no adversary proceeding's, too."""
_CASE = r"(?:(?:Case|CASE|Civil|CIVIL|Civ\.|Criminal)(?: Action| Case)? )?(?:(?:Nos?|NOS?)\.:? )?"
_DOCKET = (
    r"(?:\d:\d\d-(?:cv|cr|mc|md|mj|CV|CR|MC|MD|MJ)-\d{3,6}(?:-[A-Za-z]{1,4})*|"
    r"\d\d[ -](?:Civ|Cr|CV|CR)\.? \d{2,5})"
)
_JUDGES = r"(?: [A-Z]{2,3}\b)*(?: P\b)?(?: \([A-Z]{2,4}x?\))?"
_TITLE = (
    r"(?:MEMORANDUM OPINION|MEMORANDUM|OPINION|ORDER)(?: AND ORDER)?"
    r"(?! (?:GRANTING|DENYING|RE|ON|TO|ADOPTING|DIRECTING|FOR|DISMISSING|REGARDING|OF|AND|SETTING|STAYING)\b)"
)
STREWN = pattern(rf"(?<=\S) (?P<item>{_CASE}{_DOCKET}{_JUDGES}|{_TITLE})(?= )")
"""What stands in the right cell of a district court's caption: docket number, a title of one word."""

CELL = pattern(r"[A-Za-z.)],")
"""The first party of a caption has a comma; a number before it stands below the court's name."""
TITLED = pattern(r"[A-Z]{4}")

DISPOSITION = pattern(
    r"(?P<gap> )(?<=[.”)] )"
    r"(?=(?:AFFIRMED|DISMISSED|REVERSED|VACATED|DENIED|GRANTED|REMANDED)[A-Z ,;]*\.\s*$)",
    re.MULTILINE,
)


def block_gaps(text: str) -> Iterator[tuple[int, int]]:
    """The blanks of a flattened decision at which a block of its front matter, or its disposition, begins."""
    front = text[:REACH]
    if max(map(len, front.split("\n"))) < FLAT:
        return
    yield from state_gaps(front)
    yield from transcript_gaps(front)
    if not ANY_COURT.search(front):
        return
    gaps = {
        m.span("gap")
        for form in (BEGINS, AFTER_COURT, AFTER_NUMBER, AFTER_PANEL, AFTER_PER_CURIAM, HOW)
        for m in form.finditer(front)
    }
    if not ROLES.search(front):
        gaps |= {m.span("gap") for m in AFTER_COUNSEL.finditer(front)}
    gaps |= {m.span("gap") for form in (AUTHORED, AFTER_AUTHOR) for m in form.finditer(front)}
    gaps |= {m.span(gap) for m in BELOW_AUTHOR.finditer(front) for gap in ("gap", "after")}
    for byline in BYLINE.finditer(text):
        gaps |= {byline.span("before"), *([byline.span("after")] if byline["after"] else [])}
    gaps |= {m.span("gap") for m in DISPOSITION.finditer(text)}
    yield from sorted(gaps)


def right_cell(text: str) -> tuple[list[tuple[int, int]], int] | None:
    """The spans of a flattened caption's right cell (docket numbers and title, strewn among the parties) and
    the offset before which they belong, or None where there is no such caption."""
    if "\n" in text[:LONG]:
        return None
    if court := AFTER_COURT.search(text, 0, REACH):
        below = BELOW.search(text, court.end(), REACH)
        form, end = RIGHT_CELL, below.start() if below else 0
    elif court := DISTRICT_COURT.search(text, 0, REACH):
        parties = LAST_PARTY.search(text, court.end(), REACH)
        form, end = STREWN, parties.start("after") if parties else 0
    if not court or not end:
        found, end = state_cell(text[:REACH]) or ([], 0)
        return ([m.span("item") for m in found], end) if found else None
    items = [
        m for m in form.finditer(text, court.end() - 1, end + 1) if CELL.search(text, court.end(), m.start())
    ]
    titles = [m for m in items if TITLED.match(m["item"])]
    if len(titles) > 1:  # the Second Circuit's notice on summary orders speaks of them
        items = [m for m in items if m not in titles]
    return ([m.span("item") for m in items], end) if items else None


def front_end(text: str) -> int:
    """Where the title page of a decision of a court of appeals ends, in a text that has lost its lines: at
    the names of the judges; 0 where there is none."""
    court = AFTER_COURT.search(text, 0, FRONT)
    panel = PANELS.search(text, court.end(), REACH) if court else None
    return panel.end() if panel else 0


def typed_rules(text: str) -> Iterator[tuple[int, int]]:
    """The rules that a court types between the parts of a title page: it has no blank to fill in there."""
    if end := front_end(text):
        yield from (match.span() for match in RULE.finditer(text, 0, end + BELOW_PANEL))


def column_of_stars(text: str) -> list[tuple[int, int]]:
    """The stars between the cells of the Eighth Circuit's captions, each with the blank before it, in a text
    that has lost its lines; further down they are what a quotation leaves out."""
    stars = [match.span() for match in STAR.finditer(text, 0, front_end(text))]
    return stars if len(stars) >= FEWEST_STARS else []
