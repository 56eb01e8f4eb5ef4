"""The line that a fax machine prints over each page it sends: date, time, who sends, and the page.

47 C.F.R. § 68.318(d) has it say when it was sent and by whom, at the top or bottom of each page.
The makers set it each their own way (``05/04/2031 14:22 FAX 213 555 0143 ROE LLP [002/015]``, ``MAY-4-2031
02:22P FROM:ROE 2135550143 TO:5550144 P.3/12``); a paper of one page, or of two, has nothing to repeat it.
"""

from __future__ import annotations

from cleaners.patterns import pattern

LONGEST = 120
"""Characters of the line, at most: a machine prints no more across a page."""

DATED = pattern(
    r"\b\d{1,2}[/.-] ?\d{1,2}[/.-] ?(?:19|20)?\d\d\b|"
    r"\b[A-Za-z]{3}[-., ]{1,2}\d{1,2}[-., ]{1,2}(?:19|20)?\d\d\b|\b\d{1,2}[- ][A-Z]{3}[- ](?:19|20)?\d\d\b"
)
TIMED = pattern(r"\b[012]?\d[:.][0-5]\d(?::[0-5]\d)?(?: ?[AaPp]\.?(?:[Mm]\b\.?)?)?")
PAGED = pattern(
    r"(?:\bP(?:AGE|age|g)?|\bp)[.:,]? ?\d{1,3}(?:[/-]\d{1,3})?\W*$|\W\d{1,4}/\d{2,4}\W*$|[@\[(]0\d\d\W*$"
)
SENT = pattern(r"\bF(?:AX|ax)\b|\bF(?:ROM|rom) ?:|\bT(?:O|o) ?:|\b\d{3}[-. )]{0,2}\d{3}[-. ]?\d{4}\b")
"""The word, or a telephone number."""
SAID = pattern(r"(?<![\w.@-])(?!(?:of|and|am|pm|by|to)\b)[a-z]{2}")
"""How a word of a sentence begins: names and labels have capitals."""


def is_fax_line(text: str) -> bool:
    """Whether a line at a page's edge is a fax machine's: it has date and time, the page, and who sent it.

    >>> is_fax_line("MAY-04-2031  02:22 PM   ROE AND DOE LLP    317 555 0188     P. 03/12")
    True
    >>> is_fax_line("Hearing: May 4, 2031, 2:00 p.m., (317) 555-0188")
    False
    """
    return (
        len(text) <= LONGEST
        and ":" in text
        and PAGED.search(text) is not None
        and DATED.search(text) is not None
        and TIMED.search(text) is not None
        and SENT.search(text) is not None
        and SAID.search(text) is None
    )
