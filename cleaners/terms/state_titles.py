"""The title pages of the appellate courts of Texas and California, in text that has lost its lines.

Each state's courts set them alike: the court's name, the docket number, the parties, the court below.
"""

from __future__ import annotations

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

OF_CALIFORNIA = pattern(
    r"(?P<before> )?IN THE (?:COURT OF APPEAL OF THE STATE OF CALIFORNIA [A-Z]+ APPELLATE DISTRICT"
    r"(?: DIVISION (?:ONE|TWO|THREE|FOUR|FIVE|SIX|SEVEN|EIGHT))?(?: \([A-Z][a-z ]+\))?|"
    r"SUPREME COURT OF CALIFORNIA)(?P<after> )(?=[A-Z])"
)
LAST_PARTY = pattern(
    r"\bv\. .{3,400}?(?:Defendants?|Plaintiffs?|Petitioners?|Respondents?|Part(?:y|ies) in Interest)"
    r"(?:(?:,| and) (?:Cross-\w+|Appellants?|Respondents?)){0,3}\.(?P<after> )(?=[A-Z])"
)
"""Where a caption of California ends."""


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
    if court := OF_CALIFORNIA.search(front):
        yield from (court.span(name) for name in ("before", "after") if court[name])
        if parties := LAST_PARTY.search(front, court.end()):
            yield parties.span("after")
