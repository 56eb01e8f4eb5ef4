"""What rubber stamps alone say, beside what every clerk's stamp does; and when lines are a stamp."""

from __future__ import annotations

import re
from collections.abc import Sequence

from cleaners.patterns import pattern
from cleaners.stamp_forms.stamp_vocabulary import CLOCK, DAY, says_act, says_stamp


def spaced(phrase: str) -> str:
    """A pattern for a phrase whose letters may stand apart (``U .S. C O U R T``)."""
    return " *".join(re.escape(c) for c in phrase if c != " ")


_DATE = rf"{DAY}(?:,? {CLOCK})?"
_ANCHOR = pattern(
    r"(?:(?:\S+ ){0,5}[AP][MH] \d{1,2} ?[: ] ?\d{2}"  # the clerk's clock prints `PM 5:00`
    r"|DUPLICATE(?: ORIGINAL)?|ORIGINAL|U\.?S\.?D\.?C\.? ?[-–]? ?S\.?D\.?N\.?Y\.?"
    r"|CLERK,? [Uu]\.? ?[Ss]\.?,? DISTRICT.{0,12}|(?i:Deputy Clerk\W{0,2} U\. ?S\. District Court))(?!\w)"
)
_IS_NAME = pattern(r"[A-Z][\w’'-]+\.?(?: [A-Z]\.?)?(?: [A-Z][\w’'-]+\.?){1,2}")
_IS_PART = pattern(
    r"\W*(?:DOCUMENT|DOC ?[#H]?:? ?[\d_]*|DATE FILED:? ?[\d/_]*"
    r"|U\. ?S\. (?:DISTRICT|BANKRUPTCY) COURT|U\. ?S\. COURTS? OF APPEALS|United States Court of Appeals"
    r"|(?i:(?:FIRST|SECOND|THIRD|FOURTH|FIFTH|SIXTH|SEVENTH|EIGHTH|NINTH|TENTH|ELEVENTH|FEDERAL) CIRCUIT)"
    r"|(?:(?:NORTHERN|SOUTHERN|EASTERN|WESTERN|CENTRAL|MIDDLE) )?DISTRICT OF [A-Z]+(?: [A-Z]+)?)\W*"
)
_PROOF = pattern(rf"{_DATE}|\b(?:CLERK|Clerk|DEPUTY|Deputy|FILED|RECEIVED|LODGED)\b")
_LONE = pattern(
    r"(?:FILED|RECEIVED|LODGED|ENTERED|ELECTRONICALLY FILED|E-FILED)"
    r"|.*[AP][MH] \d{1,2} ?[: ] ?\d{2}"
)
LONE_DATE = pattern(r"\d{1,2}/\d{1,2}/(?:\d{4}|\d{2})")
NUMBERED = pattern(r"\bNos?\.|\d-\d|\bCase\b", re.IGNORECASE)
COURT_OF_STAMP = pattern(
    rf"(?<!\w)(?:{spaced('U.S. COURT OF APPEALS')}|{spaced('U.S. DISTRICT COURT')})(?!\w)"
)


def is_part(text: str, after: str) -> bool:
    """Whether a line says what stamps say; a name does if the next line says that it is the clerk's."""
    if len(text) > 80:
        return False
    if _IS_NAME.fullmatch(text.rstrip(",")) and "clerk" in after.lower() and says_stamp(after):
        return True
    if says_stamp(text) or is_anchor(text):
        return True
    return bool(_IS_PART.fullmatch(text) or COURT_OF_STAMP.fullmatch(text))


def is_anchor(text: str) -> bool:
    """Whether a line says what was done with the paper: what else stands near by may belong to it."""
    if says_act(text):
        return True
    if not (found := _ANCHOR.match(text)):
        return False
    rest = text[found.end() :].strip(" ,.")
    return not re.search(r"\w", rest) or says_stamp(rest) or is_anchor(rest)


def closed_up(text: str) -> str:
    """A letter-spaced word (``F I L E D``) as one word."""
    return text.replace(" ", "") if len(text) >= 7 and set(text[1::2]) == {" "} else text


def is_proven(texts: Sequence[str], *, at_top: bool) -> bool:
    """An anchor proves little; with a date or clerk it is a stamp; so is ``FILED`` alone at the top."""
    # `FILED: October 31, 2017` heads the Fourth Circuit's orders.
    if len(texts) == 1 and re.match(r"[A-Z ]+:", texts[0]):
        return False
    others = [text for text in texts if _PROOF.search(text) and not _LONE.fullmatch(text.strip(" :"))]
    return bool(others) or (at_top and any(_LONE.fullmatch(text) for text in texts)) or len(texts) >= 3
