"""The title page of a court reporter's transcript in text that has lost its lines.

The Judicial Conference prescribes what it says (Guide to Judiciary Policy, vol. 6, § 520): court, parties,
number, day and place, kind of proceeding, judge, appearances, reporter, how the record was made.
"""

from __future__ import annotations

from collections.abc import Iterator

from cleaners.patterns import pattern

TITLE = pattern(
    r"(?P<before> )(?:(?:OFFICIAL |REPORTER[’']S )?TRANSCRIPT OF [A-Z]|Reporter[’']s Transcript [Oo]f )"
)
"""How it names itself."""
_SIDE = r"(?:plaintiff|defendant|government|united states|state|people|petitioner|respondent|debtor|movant)"
PART = pattern(
    r"(?<=\S)(?<!NOTED )(?P<before> )"
    rf"(?:(?:APPEARANCES|Appearances):?(?P<after> )(?=\S)|(?i:for (?:the )?{_SIDE}s?):"
    r"|(?:Official )?(?:Court Reporter|COURT REPORTER|Reported [Bb]y|REPORTED BY):|Transcribed [Bb]y:"
    r"|Proceedings (?:were )?(?:recorded|reported) by |PROCEEDINGS? (?=THE [A-Z ]{3,20}:|\(|M[RS]S?\. ))"
)
"""What begins its blocks."""


def transcript_gaps(front: str) -> Iterator[tuple[int, int]]:
    """The blanks at which a block of such a page begins.

    >>> page = "COURT ROE v. DOE TRANSCRIPT OF HEARING APPEARANCES: For Roe: ANN POE Court Reporter: JO BAY"
    >>> [page[end:].split()[0] for _, end in sorted(transcript_gaps(page))]
    ['TRANSCRIPT', 'APPEARANCES:', 'For', 'Court']
    """
    if title := TITLE.search(front):
        yield title.span("before")
        for part in PART.finditer(front, title.end()):
            yield part.span("before")
            if part["after"]:
                yield part.span("after")
