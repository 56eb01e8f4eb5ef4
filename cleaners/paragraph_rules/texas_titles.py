"""The title page of an opinion of a court of appeals of Texas, in bare text.

The fifteen courts set it alike: the court's name over two or three lines, the docket number
(``02-29-00123-CV``), the parties, and from which court the appeal is, with county and number. Dumps and web
pages put a blank line between all of these lines, or none.
"""

from __future__ import annotations

import re

from cleaners.patterns import pattern
from cleaners.typesetting.pairs import Pair, Tie

_ORDINAL = (
    r"(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|thirteenth|"
    r"fourteenth|fifteenth)"
)
_DISTRICT = rf"{_ORDINAL} (?:supreme judicial |appellate )?district"
_CITY = (
    r"(?:amarillo|austin|beaumont|corpus christi(?: ?[-–—] ?edinburg)?|dallas|eastland|el paso|fort worth|"
    r"houston|san antonio|texarkana|tyler|waco)"
)
_NAMES = (
    rf"(?:texas )?court of appeals,? {_DISTRICT}(?: of texas)?,?(?: at {_CITY})?",
    rf"(?:in the )?{_ORDINAL} court of appeals(?: district)?(?: of texas)?",
    rf"(?:for the )?{_DISTRICT} of texas(?:,? at {_CITY})?",
    rf"(?:at )?{_CITY}(?:, texas)?",
    r"(?:in the )?court of appeals(?: for the)?",
    r"in the|for the",
)
NAME = pattern("|".join(_NAMES), re.IGNORECASE)
TELLING = pattern(rf"{_ORDINAL} .*(?:district|court of appeals)|court of appeals|{_CITY}", re.IGNORECASE)
"""What a line of the name says but for its small words: one of two must."""

_DOCKET = r"\d\d-\d\d-\d{3,5}-C[VR]"
NUMBER = pattern(rf"(?:No|NO|Nos|NOS|Number|NUMBER)S?\.? ?{_DOCKET}(?:(?:,| and|,? &) {_DOCKET})*")
FROM = pattern(
    r"(?:On |ON )?(?:Appeal|APPEAL)(?:ed)? (?:from|From|FROM) .{4,}|"
    r"(?:From|FROM) (?:the|The|THE) .*(?:Court|COURT)\b.*"
)
"""Where the appeal comes from, on the first of its lines."""
TRIAL = pattern(
    r"(?:Trial|TRIAL|Tr\.) (?:Court|COURT|Ct\.) (?:(?:Cause|CAUSE|Case|CASE) )?"
    r"(?:Nos?|NOS?|Number|NUMBER)[.:]{0,2} ?\S.*|(?:NOS?|Nos?)\. \S+; .*(?:JUDGE|Judge)[A-Z a-z]*"
)
"""The last of them."""
COUNTY = pattern(r"(?:of )?(?:[A-Z][A-Za-z]+ ){1,2}(?:County|COUNTY), (?:Texas|TEXAS)")
FRONT = 4000
"""Characters in which the page stands."""
LONGEST = 90
"""Characters of such a line."""


def texas_title(pair: Pair) -> Tie | None:
    """The tie between two lines of such a page, None if they are none of its."""
    one, two = pair.one.text.strip(), pair.two.text.strip()
    if pair.one.start > FRONT or min(len(one), len(two)) > LONGEST:
        return None
    if NAME.fullmatch(one) and NAME.fullmatch(two) and (TELLING.search(one) or TELLING.search(two)):
        return Tie.SET
    trial, county = TRIAL.fullmatch(two), COUNTY.fullmatch(two)
    if (trial or county) and (FROM.fullmatch(one) or COUNTY.fullmatch(one)):
        return Tie.SET
    parted = NUMBER.fullmatch(one) or NUMBER.fullmatch(two) or (TRIAL.fullmatch(one) and not trial)
    return Tie.BREAK if parted else None
