"""What the lines of a clerk's stamp say: an act, a day and an hour, the court, the clerk and the deputy.

Each court has stamps of its own, and filing systems print them in hundreds of forms. What they share is the
words: a line is a stamp's if nothing is left of it when dates, clock times, titles of clerks, names of
courts, counties and states, and filing numbers are taken away.
"""

from __future__ import annotations

import re

from cleaners.patterns import pattern

MONTH = (
    r"(?:JAN(?:UARY)?|FEB(?:RUARY)?|MAR(?:CH)?|APR(?:IL)?|MAY|JUNE?|JULY?|AUG(?:UST)?|SEPT?(?:EMBER)?"
    r"|OCT(?:OBER)?|NOV(?:EMBER)?|DEC(?:EMBER)?)"
)
ANY_MONTH = rf"(?:{MONTH}|(?i:{MONTH}))"
CLOCK = (
    r"(?:\d{1,2}:\d{2}(?::\d{2})?(?: ?[AaPp]\.?[Mm]\b\.?)?(?: ?\(?[A-Z]{2,3}\)?(?!\w))?"
    r"|[AP]M ?\d{1,2}[: ]\d{2})"
)
DAY = (
    r"(?:(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day, )?"
    rf"(?:{ANY_MONTH}\.?,? ?\d{{1,2}},? ?(?:\d{{4}}|'\d\d)"
    rf"|\d{{1,2}} {ANY_MONTH},? \d{{4}}|\d{{4}}[ -]{ANY_MONTH}[ -]?\d{{1,2}})"
    r"|(?<![\d-])\d{1,2}[/-]\d{1,2}[/-]\d{2,4}(?![\d-]))"
)
ACT = (
    r"(?:(?:E-?|e)?FILED|EFiled|e-filed|RECEIVED|ENTERED|LODGED|SCANNED|ACCEPTED"
    r"|Electronically (?:Filed|Received|FILED|RECEIVED)|ELECTRONICALLY|(?:Filed|Received)(?=:? \d{1,2}/)"
    r"|Filed(?= in \w+ Court)|F(?:ILED AND ATTESTED|iled and Attested)(?: by the)?|DATE FILED|FILEDATE)(?!\w)"
)
CLERK = (
    r"(?:(?:(?:[A-Z][\w.’'-]*,? ){1,4}(?:- )?(?:District |Circuit )?)?"
    r"(?:(?:CLERK|Clerk)(?:[’']?[Ss]\b)?|(?:DEP(?:UTY)?|Deputy|deputy)\b\.?)|D\.C\.|Executive Officer"
    r"|Office of Judicial Records|PROTHONOTARY)"
)
_STATE = (
    r"(?:ALABAMA|ALASKA|ARIZONA|ARKANSAS|CALIFORNIA|COLORADO|CONNECTICUT|DELAWARE|FLORIDA|GEORGIA|HAWAII"
    r"|IDAHO|ILLINOIS|INDIANA|IOWA|KANSAS|KENTUCKY|LOUISIANA|MAINE|MARYLAND|MASSACHUSETTS|MICHIGAN|MINNESOTA"
    r"|MISSISSIPPI|MISSOURI|MONTANA|NEBRASKA|NEVADA|NEW (?:HAMPSHIRE|JERSEY|MEXICO|YORK)"
    r"|(?:NORTH|SOUTH) (?:CAROLINA|DAKOTA)|OHIO|OKLAHOMA|OREGON|PENNSYLVANIA|RHODE ISLAND|TENNESSEE|TEXAS"
    r"|UTAH|VERMONT|(?:WEST )?VIRGINIA|WASHINGTON|WISCONSIN|WYOMING|COLUMBIA|PUERTO RICO|GUAM)"
)
_NUMBER = (
    r"(?:(?:Envelope|ENVELOPE|Filing|FILING|Transaction)(?: No\.?| ID)?:? ?#? ?[\dA-F]{6,}"
    r"|CASE ?#:? ?(?=\S*\d)\S+(?: [A-Z]{2,3})?|CASE NUMBER: \d{4}-?[A-Z]{2}-?\d{5,6}(?:-[A-Z]{2})?"
    r"|\d{2,4}[A-Z]{2}\d{4,8}|\d{2}-[A-Z]{1,2}-\d{2}-\d{4,6}|\d{2}-[A-Z]{1,2}-\d{4,6}-\w\d"
    r"|\d{2}-\d{2}-\d{5}-[A-Z]{2}|\d{2}-\d-\d{5}-\d|\d{2}-[A-Z]{2}-\d{4}-\d{6}\.\d\d)(?!\w)"
)
"""Numbers of envelopes and filings, and the forms in which state courts number cases; ``Case No. 2:30-cv-1``
is a caption's, though it stand right below a stamp."""

_BY = r"(?:Reviewed )?(?:BY|By|by)[:;]? ?(?:[A-Z][\w.’'-]*,? ?){0,3}(?=DEP|Dep|$)"
_PLACE = (
    r"(?:[A-Z][\w.’'-]+ ){1,3}(?:COUNTY|County|CO\.)(?!\w)|(?:COUNTY OF|County of)(?: [A-Z][\w.]+){1,3}"
    rf"|(?:[A-Z][A-Za-z.]+ ){{0,2}}[A-Z][A-Za-z.]+, (?:{_STATE}|(?i:{_STATE})|[A-Z]{{2}})(?!\w)"
)
_COURT = (
    r"(?i:UNITED STATES|DISTRICT|BANKRUPTCY|SUPERIOR|SUPREME|CIRCUIT|COUNTY|COURTS?|STATE|COMMON|PLEAS"
    r"|APPEALS|TAX|JUDICIAL|CIVIL|RECORDS|OFFICE|NORTHERN|SOUTHERN|EASTERN|WESTERN|CENTRAL|MIDDLE|DIVISION"
    r"|\d{1,2}(?:ST|ND|RD|TH) JUDICIAL"
    r"|FIRST|SECOND|THIRD|FOURTH|FIFTH|SIXTH|SEVENTH|EIGHTH|NINTH|TENTH|ELEVENTH"
    rf"|OPEN|DOCKET|ON|OF|THE|IN|AND|FOR|AT|BY|DIST|CT|{_STATE})(?!\w)|D(?:ate|ATE)(?=:\s*$)"
    r"|U\.? ?S\.?(?:[A-Z]{2})?(?!\w)|(?:[NSEWMC]\.D\.)(?: ?(?:OF|[A-Z][A-Za-z]*)\.?)*|(?<=, )[A-Z]{4}$"
)
_STRONG = [pattern(rf"(?<!\w)(?:{form})") for form in (ACT, _NUMBER, DAY, CLOCK, _BY, CLERK)]
_WEAK = [pattern(rf"(?<!\w)(?:{form})") for form in (_PLACE, _COURT)]
_ACT = pattern(rf"(?<!\w){ACT}")
_DAY, _HOUR, _CLERK = (pattern(rf"(?<!\w){form}") for form in (DAY, CLOCK, CLERK))
_SMALL = frozenset(("by", "for", "of", "the", "on", "in", "am", "pm", "a", "p", "m"))
SHORTEST_RECEIPT, LONGEST_RECEIPT = 36, 160
"""Characters; a shorter line is part of a stamp of several."""
LONGEST_NAME = 160
"""Characters of a line that names a court; a longer one was run together of many."""
MOST_INITIALS = 2
"""Letters that stand alone in a stamp: the deputy's."""


def says_stamp(text: str) -> bool:
    """Whether a line says nothing but what clerks' stamps say, and something that only they do.

    >>> [says_stamp(line) for line in ("FILED BY JD D.C.", "CLERK U.S. DIST. CT.", "FILED UNDER SEAL")]
    [True, True, False]
    """
    rest = _without(text, _STRONG)
    return rest != text and _is_nothing(_without(rest, _WEAK))


def says_court(text: str) -> bool:
    """Whether a line names a court or a place and nothing else: within a stamp it is part of it."""
    if not text.strip() or len(text) > LONGEST_NAME:
        return False
    return _is_nothing(_without(text, _WEAK))


def says_clerk(text: str) -> bool:
    """Whether a line names the clerk or a deputy and says nothing that stamps do not."""
    return _CLERK.search(text) is not None and says_stamp(text)


def says_day(text: str) -> bool:
    """Whether a line says a day and nothing that stamps do not."""
    return _DAY.search(text) is not None and says_stamp(text)


def says_act(text: str) -> bool:
    """Whether a line says that something was filed, received or entered, and nothing that stamps do not."""
    return _ACT.search(text) is not None and says_stamp(text)


def says_receipt(text: str) -> bool:
    """Whether a line is what a filing system prints on one: the act or the clerk, the day and the hour.

    >>> says_receipt("Electronically Filed - Osterly County - March 04, 2020 - 11:14 AM")
    True
    >>> says_receipt("RECEIVED by mail on March 04, 2020 at 11:14 AM")
    False
    """
    told = ":" in text or "AM" in text or "PM" in text  # an hour, maybe: few lines have one
    if not (SHORTEST_RECEIPT <= len(text) <= LONGEST_RECEIPT and told):
        return False
    if not (_HOUR.search(text) and _DAY.search(text)):
        return False
    if says_act(text) or (_CLERK.search(text) and says_stamp(text)):
        return True
    begins = _ACT.match(text.lstrip(" *[("))
    words = re.findall(r"[^\W\d_]+", text[begins.end() :]) if begins else []
    return bool(words) and not any(word.islower() and word not in _SMALL for word in words)


def _without(text: str, forms: list[re.Pattern[str]]) -> str:
    for form in forms:
        text = form.sub(" ", text)
    return text


def _is_nothing(rest: str) -> bool:
    left = re.findall(r"[^\W_]+", rest)
    return not left or (len(left) == 1 and left[0].isupper() and len(left[0]) <= MOST_INITIALS)
