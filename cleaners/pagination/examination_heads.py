"""The head of a page of testimony: the witness's name and what examination it is, beside the folio.

``ROE - DIRECT  17``, ``Roe - Cross/Redirect``, ``Roe - Cross by Ms. Doe``: above line 1 of each page, as the
Judicial Conference's transcript format has it (Guide to Judiciary Policy, vol. 6, ch. 5, § 520).
"""

from __future__ import annotations

import re

from cleaners.patterns import pattern

LONGEST = 120
"""Characters of such a line, wide gaps and all."""

STAGES = ("direct", "cross", "voir dire")
EXAMINED = pattern(
    r"(?:\S+ )?[A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*){0,2} ?[-–—] ?(?i:further )?"
    r"(?i:(?:/?(?:direct|cross|redirect|recross|voir dire)){1,2})(?i:[ -]examination)?"
    r"(?: ?[-–—,/]? ?(?i:by )?(?i:m[rs]s?\.? )?[A-Z][\w.’'-]*)?(?: (?P<folio>\d{1,4}))?"
)

BEGINS = pattern(
    r"(?:(?:FURTHER )?(?:(?:RE)?(?:DIRECT|CROSS)|VOIR DIRE)[ -]+)?EXAMINATION"
    r"(?: ?[-(]? ?(?i:continued|resumed|cont[’']d\.?)\)?)?"
)


def begins_examination(line: str) -> bool:
    """Whether a line is the heading under which an examination begins, which names no witness."""
    return "EXAMINATION" in line and BEGINS.fullmatch(line.strip()) is not None


def examination_head(line: str) -> re.Match[str] | None:
    """What a line says if it is the head of a page of testimony, with its ``folio`` if it has one.

    >>> examination_head("ROE - DIRECT      17")["folio"]
    '17'
    >>> examination_head("CROSS-EXAMINATION")
    """
    if len(line) > LONGEST or not any(map(line.casefold().__contains__, STAGES)):
        return None
    return EXAMINED.fullmatch(" ".join(line.split()))
