"""The court that a filing names at its head."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from cleaners.patterns import pattern

FEDERAL = pattern(
    r"(?:UNITED\s+STATES|U\.\s?S\.)\s+"
    r"(?P<kind>DISTRICT\s+COURT|COURT\s+OF\s+APPEALS|BANKRUPTCY\s+COURT|TAX\s+COURT|"
    r"COURT\s+OF\s+FEDERAL\s+CLAIMS|FOREIGN\s+INTELLIGENCE\s+SURVEILLANCE\s+COURT)"
    r"(?:[\s,]+(?:FOR\s+)?(?:THE\s+)?(?P<place>(?:[A-Z][A-Za-z.]+\s+){0,3}?"
    r"(?:DISTRICT\s+OF\s+[A-Z]\w+(?:[ ][A-Z]\w+)?|\w+\s+CIRCUIT))"
    r"(?:[\s,]+(?P<division>\w+\s+DIVISION)\b)?)?",
    re.IGNORECASE,
)
ALONE = pattern(
    r"SUPREME\s+COURT\s+OF\s+THE\s+UNITED\s+STATES|^FOREIGN\s+INTELLIGENCE\s+SURVEILLANCE\s+COURT(?=\n|$)",
    re.IGNORECASE | re.MULTILINE,
)
"""Courts of which there is one: a stamp over the line above takes nothing from the name."""

OTHER_COURT = pattern(r"\b(?:from|to|of|by|before|with)\s+(?:an?\s+|the\s+)?$", re.IGNORECASE)
"""What stands before the name of a court that is not this one: «Appeal from the», «Certiorari to the»."""

STATE = pattern(
    r"(?:IN\s+THE\s+|THE\s+)?(?P<name>(?:\w+\s+){0,3}?"
    r"(?:(?:SUPREME|SUPERIOR|CIRCUIT|DISTRICT|COUNTY|FAMILY|PROBATE|LAND|APPELLATE|SURROGATE’S)\s+COURT|"
    r"COURT\s+OF\s+(?:(?:CRIMINAL|CIVIL|SPECIAL)\s+)?(?:APPEALS?|CHANCERY|COMMON\s+PLEAS|CLAIMS))"
    r"(?P<more>(?:,?\s+(?:OF|FOR|IN|AND|THE)|,?\s+[A-Z][\w’.]*){0,9}))",
    re.IGNORECASE,
)
STATE_TRIAL = r"(?:SUPERIOR|CIRCUIT|SUPREME) COURT (?:OF|FOR)\b"
"""How the name of a state's trial court begins, before the state or its county."""

SEAT = pattern(
    r"(?:(?:OF|FOR|IN AND FOR)\s+)?(?:THE\s+)?(?:[\w.’]+\s+){0,3}"
    r"(?:STATE OF|COMMONWEALTH OF|COUNTY|PARISH|DISTRICT|DIVISION|DEPARTMENT|CIRCUIT)\b[\w ,.’]{0,40}",
    re.IGNORECASE,
)
"""The line below a court's name that says where it sits: «FOR THE COUNTY OF ALAMEDA», «Eastern District»."""

WEBSITE = pattern(r"\bwww\.ca(1[01]?|[2-9]|dc|fc)\.uscourts\.gov")
CIRCUITS = {
    "1": "First", "2": "Second", "3": "Third", "4": "Fourth", "5": "Fifth", "6": "Sixth", "7": "Seventh",
    "8": "Eighth", "9": "Ninth", "10": "Tenth", "11": "Eleventh", "dc": "District of Columbia",
    "fc": "Federal",
}  # fmt: skip
HEAD = 12
"""Blocks in which a state's court is looked for."""

WIDEST = 80
"""Characters; a longer line is prose."""


def court_of(blocks: Sequence[str]) -> str | None:
    """The name of the court, written out, from the blocks of a filing's first page; None where it names none.

    A court that the filing only speaks of (the one appealed from) is passed over.
    """
    caption = "\n\n".join(blocks)
    found = sorted([*_federal(caption), *_alone(caption), *_state(blocks)])
    return found[0][1] if found else None


def _federal(caption: str) -> Iterator[tuple[int, str]]:
    for match in FEDERAL.finditer(caption):
        if OTHER_COURT.search(caption[: match.start()]):
            continue
        kind, place = _named(match["kind"]), match["place"]
        if not place and kind == "Court of Appeals" and (site := WEBSITE.search(caption)):
            place = f"{CIRCUITS[site[1]]} Circuit"
        if place:
            division = f", {_named(match['division'])}" if match["division"] else ""
            yield match.start(), f"United States {kind} for the {_named(place)}{division}"
        elif kind.startswith(("Foreign", "Tax", "Court of Federal")):
            yield match.start(), f"United States {kind}"


def _alone(caption: str) -> Iterator[tuple[int, str]]:
    for match in ALONE.finditer(caption):
        if not OTHER_COURT.search(caption[: match.start()]):
            name = _named(match[0])
            yield match.start(), name if "United States" in name else f"United States {name}"


def _state(blocks: Sequence[str]) -> Iterator[tuple[int, str]]:
    """A state's court stands on a line of its own, and its seat on those below."""
    at = 0
    for block in blocks[:HEAD]:
        lines = block.split("\n")
        for index, line in enumerate(lines):
            match = STATE.fullmatch(line.strip(" ,")) if len(line) <= WIDEST else None
            if match and _is_name(line) and "UNITED STATES" not in line.upper():
                name = _named(match["name"])
                for below in lines[index + 1 : index + 3]:
                    if not SEAT.fullmatch(below.strip(" ,")) or not _is_name(below):
                        break
                    linked = re.match(r"(?:of|for|in)\b", below.strip(), re.IGNORECASE)
                    name += f"{' ' if linked else ', '}{_named(below.strip(' ,'))}"
                yield at + sum(len(above) + 1 for above in lines[:index]), name
        at += len(block) + 2


def _is_name(line: str) -> bool:
    """Whether all words but the small ones begin with a capital, as in a name."""
    return all(word[0].isupper() or word[0].isdigit() or word.lower() in SMALL for word in line.split())


SMALL = ("of", "the", "for", "and", "in")


def _named(words: str) -> str:
    """A name in capitals as it is written in running text."""
    return " ".join(map(_written, words.split()))


def _written(word: str) -> str:
    if word.lower() in SMALL:
        return word.lower()
    return word.capitalize() if word.isupper() or word.islower() else word
