"""Abbreviations of the law whose points OCR misread, and section signs it took for figures.

``Id,``, ``1d.``, ``Aug, 29``, ``957 F, Supp. 2d``, ``50 U.S.C. $ 1861``: underlined type and worn copies do
that to forms that are never printed otherwise. What is of no such form is left as read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from cleaners.patterns import pattern

REPLACED = pattern(
    r"""
    (?<![\w.’'-])(?P<ibid>[IJ1l]d|(?<=[a-z]\ )jd)(?P<mark>[.,])
    (?=\ (?:at(?:\ [*\d]|$)|[§(]|n\.\ ?\d)|\ [A-Z]|$)
  | (?<![\w.’'-])id(?P<small>,)(?=\ (?:at(?:\ [*\d]|$)|[§(]|n\.\ ?\d|[A-Z]))
  | (?<![\w.])(?P<see>Sec)(?=\ (?:also\ |id\.|generally\ |[A-Z][a-z]{2,}))
  | \b(?:Exhs?|Mem|Supp|Cir|Amend|Const|Stat|Pet|App|Dkt|Aug|Sept|Oct|Nov|Dec|Jan|Feb|Apr|Ct|Rev)
    (?P<comma>,)(?=\ (?:at\ )?\d)
  | (?<=\d\ )(?:F(?P<series>,)(?=\ (?:Supp\.|[234](?:d|th)\b))|S(?P<court>,)(?=\ Ct\.))
  | (?:(?<=\d\ )|^)(?:U\.S(?P<states>,)|(?P<reporter>US\.))(?=\ (?:at\ )?\d)
  | (?<=\()[NSEWCMD]\.D(?P<district>,)(?=\ [A-Z])
  | \b(?<=\d\ )[ap](?P<clock>[,:-])m\.
  | \b(?:U\.S\.C|C\.F\.R)\.\ (?P<section>\$\$?|8§|§8|8(?=\ \d{2}))(?=\ ?\d)
  | (?<![\w.])(?P<example>¢)(?=\.g\.)
  | (?:(?<![\w’'.-])|(?<=[.”]\ ))(?P<pronoun>[IT]am|(?:(?<=[.”]\ )|^)[l1]am)
    (?=\ (?:an?|the|not|over|one|employed|currently|informed|aware|familiar|competent|[a-z]{3,}ing)\b)
  | ^[ \t]*c(?P<copies>[eo])(?=:\ +[A-Z])
  | \buscourts(?P<site>[.,]\ ?go[vV])\b
    """,
    re.VERBOSE | re.MULTILINE,
)
SIGNS = {"$": "§", "8": "§", "$$": "§§", "8§": "§§", "§8": "§§"}
FORMS = {"see": "See", "reporter": "U.S.", "example": "e", "pronoun": "I am", "copies": "c", "site": ".gov"}


def misread_abbreviations(text: str) -> Iterator[tuple[int, int, str]]:
    """What to put right in a line of OCR: start, end, and what was printed.

    >>> line = "Sec 50 F, Supp. 2d 1, 2; Id, at 3 (Aug, 29) (citing 18 U.S.C. $ 1962)."
    >>> [(line[a:b], new) for a, b, new in misread_abbreviations(line)]
    [(',', '.'), (',', '.'), (',', '.'), ('$', '§')]
    """
    for match in REPLACED.finditer(text):
        for name, read in match.groupdict().items():
            if read is None:
                continue
            new = FORMS.get(name) or SIGNS.get(read) or "."
            if name == "ibid":
                new = "id" if read == "jd" else "Id"
            if new != read:
                yield *match.span(name), new
