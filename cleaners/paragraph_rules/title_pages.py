"""Lines of an opinion's title page that belong together whatever their spacing: the parties, and the panel.

The appellate form sets parties, roles and the ``v.`` between them in lines across the page, and names the
judges in a sentence that is broken and centred like a title.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from cleaners.patterns import pattern
from cleaners.reading_order.cells import VERSUS
from cleaners.terms.courts import STATE_TRIAL
from cleaners.terms.months import MONTH
from cleaners.terms.roles import PARTY
from cleaners.terms.sentence_ends import is_prose
from cleaners.typesetting.pairs import WIDEST_LEADING
from cleaners.typesetting.setting import Setting

ROLE = pattern(rf"\b{PARTY}")
NO_PARTY = pattern(
    r"(?:Nos?\.|Case|Docket|Civil|D\.C\.|_|(?:Filed|Argued|Decided|Submitted)\b|\(?\d{2,4}-|\d{4} [A-Z]|"
    rf"(?:Panel [A-E]|at \w+(?: \w+)?|{MONTH} \d{{1,2}}, \d{{4}}|"
    r"\d{1,4} [A-Z][\w. ]{1,24} \d{1,5}(?: \([\w. ]*\d{4}\))?)$)",
    re.IGNORECASE,
)
"""What a line above the parties begins with: a number, a date, the court's citation (``2031 ND 143``); or is
altogether: the day, a panel or seat of the court (``AT AMARILLO``), a reporter's page (``744 F.2d 1179``)."""

COURT = pattern(r"\b(?:Court|Circuit|Appeals?|District of|Division)\b", re.IGNORECASE)
SEAT = pattern(
    r"(?:(?:of|for) )?(?:the )?(?:(?:State|Commonwealth|County|Territory) of|at) [A-Z][A-Za-z .]+"
    r"(?:[,–—-] ?[A-Z][A-Za-z .]+)?",
    re.IGNORECASE,
)
"""What may follow a court's name on a line of its own."""
STATES = pattern(rf"(?:in the )?(?:{STATE_TRIAL}|district court (?:of|for)\b)", re.IGNORECASE)
"""A state's court, whose name double spacing may part (Cal. R. Ct. 2.111 has it on line 8)."""

SENTENCE = pattern(r"[a-z]{3,}\.$")
ABBREVIATED = pattern(r"\b(?:Inc|Corp|Ltd|Assn|Bros|Cos?|Dept|Secy)\.$")
PAPER = pattern(
    r"(?=[^a-z]{12,}(?<!,)$)(?:[A-Z’'/-]+ ){0,5}(?:MOTION|NOTICE|RESPONSE|REPLY|OPPOSITION|COMPLAINT|ORDER|"
    r"MEMORANDUM|BRIEF|STIPULATION|PETITION|DECLARATION|AFFIDAVIT|STATEMENT|ANSWER|OBJECTIONS?)\b"
)
"""The first line of a paper's title."""

PANEL = pattern(r"Before:?\s+\S")
PANEL_END = pattern(r"(?:Judges?|Justices?|Arbitrators?|[Dd]esignation)[.*]*(?:\[\^[^\]\s]{1,4}\])?$")
BEFORE_VERSUS = frozenset("vVaA-–—")
"""What a line begins with that holds the ``v.`` alone, or between dashes."""
WIDER = 2.8
"""Gap to gap: within captions a blank line, or two, parts the parties."""

LONGEST_PANEL = 6
"""Lines."""


def captions(settings: Sequence[Setting]) -> dict[int, int]:
    """Where captions that are one cell begin and end: from the party above the ``v.`` to the role that ends
    with a period, or to where a wider gap follows."""
    found: dict[int, int] = {}
    for index, setting in enumerate(settings):
        if setting.text[0] not in BEFORE_VERSUS or setting.zone == "cell":
            continue
        if not VERSUS.fullmatch(setting.text.strip("-–— ")):
            continue
        first = last = index
        while first > 0 and index - first < 12 and _is_party(settings[first - 1], settings[first]):
            first -= 1
        if 0 < first < index and _goes_on(settings[first - 1], settings[first]):
            first += 1
        while last + 1 < len(settings) and last - index < 14 and _is_party(settings[last + 1], setting):
            if last > index and (_is_over(settings[last - 1 : last + 2]) or _is_below(settings[last + 1])):
                break
            last += 1
            if ROLE.search(settings[last].text) and settings[last].text.endswith("."):
                break
        if first < index < last:
            above = next(reversed(found), first)  # none further up: the lines are gone through in their order
            if above <= first <= found.get(above, last) + 1:
                first = above
            found[first] = max(last, found.get(first, last))
    return found


def _is_party(line: Setting, beside: Setting) -> bool:
    return line.page == beside.page and not NO_PARTY.match(line.text) and not COURT.search(line.text)


def _goes_on(court: Setting, line: Setting) -> bool:
    """Whether a line is the end of the court's name: ``STATE OF NORTH DAKOTA`` close below the court."""
    close = WIDEST_LEADING if STATES.match(court.text) else 1.5
    near = line.page == court.page and line.top - court.last_top < close * court.size
    return near and COURT.search(court.text) is not None and SEAT.fullmatch(line.text) is not None


def _is_over(three: Sequence[Setting]) -> bool:
    """Whether the caption ends with the second of three lines: far more space follows or, where a sentence
    ends, somewhat more."""
    before, last, following = three
    ends = SENTENCE.search(last.text) and not ABBREVIATED.search(last.text)
    return following.top - last.last_top > (1.5 if ends else WIDER) * (last.top - before.last_top)


def _is_below(line: Setting) -> bool:
    """Whether a line of bare text, in which no space tells, is no party's: prose, or a paper's title."""
    return not line.line.words and (is_prose(line.text) or PAPER.match(line.text) is not None)


def panels(settings: Sequence[Setting]) -> dict[int, int]:
    """Where the sentence that names the judges begins, and where it ends (``Before: ROE, DOE, and`` on one
    line, ``POE, Circuit Judges.`` on the next)."""
    found: dict[int, int] = {}
    for first, setting in enumerate(settings):
        if not PANEL.match(setting.text):
            continue
        for last in range(first, min(first + LONGEST_PANEL, len(settings))):
            if settings[last].page != setting.page:
                break
            if PANEL_END.search(settings[last].text):
                found[first] = last
                break
    return found


def within(spans: dict[int, int]) -> set[int]:
    """The lines of the spans that another line of the same span follows."""
    return {one for first, last in spans.items() for one, _ in pairwise(range(first, last + 1))}
