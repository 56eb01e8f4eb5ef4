"""The title pages of the states' appellate courts, in text that has lost its lines.

Each state's courts set them alike: the court's name, the docket number, the parties, the court below. What
stood in a caption's right cell a dump has strewn among the parties.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from cleaners.patterns import pattern

TEXAS = (
    r"(?i:(?:in the )?court of appeals,? (?:for the )?[a-z]+ (?:supreme judicial |appellate )?"
    r"district of texas(?:,? at)?"
    r"(?: fort worth| el paso| san antonio| corpus christi| amarillo| beaumont| dallas| texarkana)?|"
    r"in the court of appeals [a-z]+ court of appeals district [a-z]+, texas|"
    r"in the (?:tenth|eleventh|twelfth|fourteenth|fifteenth) court of appeals)"
)
"""A court of appeals, as it names itself over its number."""
NUMBER = r"(?:NO|No|NUMBER|Number)\.? \d\d-\d\d-\d{3,5}-C[VR]"
OF_TEXAS = pattern(
    rf"(?P<before> )?(?:(?P<court>{TEXAS})|{NUMBER})(?P<after> )(?=[A-Z])"
    r"|(?<!,)(?P<from> )(?:(?:On |ON )?(?:Appeal|APPEAL) (?:from|FROM) (?:the |THE )?(?=\d)|FROM THE (?=\d))"
    r"|(?P<title> )(?:(?:MEMORANDUM|MAJORITY|PER CURIAM) )?OPINION(?P<below> )(?=[A-Z][A-Za-z]* [a-zA-Z])"
)
GAPS = ("before", "after", "from", "title", "below")
"""What begins and ends the blocks."""

_STATE = (
    r"(?:NEW (?:YORK|JERSEY|MEXICO|HAMPSHIRE)|(?:NORTH|SOUTH) (?:CAROLINA|DAKOTA)|WEST VIRGINIA|RHODE ISLAND|"
    r"[A-Z]{4,})"
)
_NUMBER = r"(?:No|NO)S?\. (?=\S*\d)[\dA-Z-]{5,}"
_CALIFORNIA = (
    r"COURT OF APPEAL OF THE STATE OF CALIFORNIA [A-Z]+ APPELLATE DISTRICT"
    r"(?:,? DIVISION (?:ONE|TWO|THREE|FOUR|FIVE|SIX|SEVEN|EIGHT))?(?: \([A-Z][a-z ]+\))?|"
    r"SUPREME COURT OF CALIFORNIA"
)
_COURT = (
    r"(?:SUPREME COURT|COURT OF (?:CRIMINAL |CIVIL )?APPEALS) (?:OF|FOR) THE (?:STATE|COMMONWEALTH) "
    rf"OF {_STATE}(?:,? DIVISION (?:ONE|TWO|THREE|I{{1,3}}))?"
)
OF_STATE = pattern(
    rf"(?P<before> )?(?<!FROM )(?<!FOR )IN THE (?:{_CALIFORNIA}|{_COURT})(?P<after> )"
    rf"(?:{_NUMBER}(?P<number> )(?=[A-Z]{{2}}))?(?=[A-Z])"
)
"""A court as it names itself over the parties, or over its number."""
LAST_PARTY = pattern(
    r"\bv\. (?:(?!(?!uper)[a-z]{4}\. [A-Z]).){3,1500}?(?:Defendants?|Plaintiffs?|Petitioners?|Respondents?|"
    r"Appell(?:ant|ee)s?|Part(?:y|ies) in Interest)"
    r"(?:(?:,| and) (?:Cross-\w+|Appellants?|Respondents?)){0,3}\.(?P<after> )(?=[A-Z\[])"
)
"""Where such a caption ends, in which no sentence does."""
STREWN = pattern(
    r"(?<=\S) (?P<item>[A-HS]\d{6}|\((?:[A-Z][\w.]+ ){1,3}(?:(?:City )?& |City and )?County|"
    r"Super\. Ct\. Nos?\. [\w-]+\)|No\. \d{5,6}-\d(?:-I{1,3})?|(?:UN)?PUBLISHED OPINION|"
    r"ORDER MODIFYING OPINION)(?= )"
)
"""What stands in the right cell: number and court below in California (``A135503``, ``(Osterly County`` /
``Super. Ct. No. 12-3)``), number and note in Washington."""
PANEL = pattern(
    r"(?P<before> )(?=B(?:EFORE|efore):? )B(?:EFORE|efore):? [A-Z][^:;]{4,160}?\bJJ\.(?P<after> )(?=[A-Z¶])"
)
"""The judges, as Mississippi and others list them: ``BEFORE LEE, C.J., ROE AND DOE, JJ.``"""
UNPUBLISHED = pattern(
    r"NOT TO BE PUBLISHED IN (?:THE )?OFFICIAL REPORTS(?P<before> )California Rules of Court, rule \S+ "
    r"prohibits .{100,300}? for purposes of rule [\d.]+\d\.(?P<after> )"
)
"""What stands over an unpublished opinion of California, and why (Cal. Rules of Court, rule 8.1115)."""
REVIEWED = pattern(
    r"(?P<before> )APPEALS? from (?:an? |the )?[^;]{10,200}?\. [^.]{1,20}\.?[^.]{3,60}\. "
    r"(?:Affirmed|Reversed|Dismissed|Modified|Vacated|Remanded)[^.]{0,80}\.(?P<after> )(?=[A-Z])"
)
"""What was appealed from, the judge below, and what became of it, in one paragraph there."""
BYLINE = pattern(
    r"(?<=[.)N])(?P<before> )(?=[A-Z])(?:[A-Z][A-Za-z’'-]* ){0,2}[A-Z][A-Za-z’'-]+, (?:[ACPVS]\.){0,3} ?J\."
    r"(?:(?:,? (?:P|p)ro (?:T|t)em\.?)? ?[—–-]{1,2} ?(?=[A-Z])|, FOR THE COURT:(?P<after> )(?=[A-Z¶]))"
)
"""Who wrote the opinion: ``ROE, C.J. — The owner`` (Washington), ``ROE, J., FOR THE COURT:``."""


def state_gaps(front: str) -> Iterator[tuple[int, int]]:
    """The blanks at which a block of such a page begins, up to the opinion.

    >>> page = "No. 10-29-00014-CV IN THE TENTH COURT OF APPEALS ROE, v. DOE, MEMORANDUM OPINION The owner"
    >>> [page[end:].split()[0] for _, end in sorted(state_gaps(page))]
    ['IN', 'ROE,', 'MEMORANDUM', 'The']
    """
    found = list(OF_TEXAS.finditer(front))
    named = next((n for n, match in enumerate(found) if match["below"]), None)
    if named is not None and any(match["court"] for match in found[:named]):
        for match in found[: named + 1]:
            yield from (match.span(name) for name in GAPS if match[name])
    courts = list(OF_STATE.finditer(front))
    for court in courts:
        yield from (court.span(name) for name in ("before", "after", "number") if court[name])
        if parties := LAST_PARTY.search(front, court.end()):
            yield parties.span("after")
    for form in (UNPUBLISHED, REVIEWED, PANEL, BYLINE) if courts else ():
        for match in form.finditer(front):
            yield from (match.span(name) for name in ("before", "after") if match[name])


def state_cell(front: str) -> tuple[list[re.Match[str]], int] | None:
    """What such a caption's right cell holds, strewn among the parties, and the offset at which the caption
    ends; None where there is no such caption."""
    court = OF_STATE.search(front)
    parties = LAST_PARTY.search(front, court.end()) if court else None
    if not court or not parties:
        return None
    end = parties.start("after")
    return list(STREWN.finditer(front, court.end() - 1, end + 1)), end
