"""Docket numbers as captions print them."""

from __future__ import annotations

import re

from cleaners.patterns import pattern

DOCKET = pattern(
    r"(?:\b(?i:nos?|case|civil action|civil|crim(?:inal)?|docket)\b(?: (?i:nos?|number)\b)?[.:#]*|"
    r"^(?:CASE|Case) NO\.:\n|^)\s*(?!\d{3}-\d{3}-\d{4})"
    r"(?P<number>(?:\d:)?(?:[A-Z]{1,3}[ -]?)?\d{2,4}(?:[A-Z]\(\w\) \d\d)?[ -]"
    r"(?:(?i:cv|cr|mc|md|bk|ap|mj|civ)\.?[ -])?"
    r"\d{2,6}(?:-\d{3,4}\b)?(?:\([A-Z]\))?(?:(?:[ -][A-Z]{1,4})+\b|[ -]\([A-Zx]+\))*)",
    re.MULTILINE,
)
"""The federal courts' form: year, kind of case, serial number, judges' initials."""

SERIAL = pattern(
    r"^(?i:(?:case|docket|index|cause|appeal|civil action|c\.a\.|file)\s+)?(?i:nos?\.?|number)[ :.#]*"
    r"(?P<number>(?=\S*\d{3})[A-Z]{0,4}-?\d[\dA-Z]*(?:[/–-][\dA-Z]+)*)(?=[\s,;.)]|$)",
    re.MULTILINE,
)
"""The states' forms: «No. ED104417», «Index No. 650123/2030», «No. 363A30-2»; only where it is called one."""

APPEAL = r"\d\d-\d{3,5}"
"""The courts of appeals' form: year and serial number."""

LONE = pattern(rf"{APPEAL}(?:, {APPEAL})*")
"""Such numbers alone: the Eleventh Circuit's head leaves them in a dump that parts what stands far apart."""

CORE = pattern(r"(\d{2})\D{1,8}(\d{2,6})\b")


def docket_number_in(caption: str) -> str | None:
    """The first docket number that a caption names, with hyphens for dashes."""
    match = DOCKET.search(caption) or SERIAL.search(caption)
    return match["number"].strip().replace("–", "-") if match else None


def core_of(number: str) -> tuple[int, int] | None:
    """Year and serial number, which every form of a federal docket number holds."""
    match = CORE.search(number)
    return (int(match[1]), int(match[2])) if match else None
