"""Citations that a line end cuts in two: volume and reporter, page and note, rule and number.

A stop at the line's end is an abbreviation's there, and what begins with a letter, a figure or a pilcrow is
no item, however short the line. The forms are those of the Bluebook.
"""

from __future__ import annotations

import re
from functools import lru_cache
from string import ascii_letters

from cleaners.patterns import pattern

_REPORTER = (
    r"(?:[A-Z]\. ?(?:\d?[A-Z]\.|Supp|App|Ct|Ed|\d(?:d|th))|Cal\.|Fed\. (?:Appx|Cl|Reg)|WL \d|\w+\. App\.)"
)
_NO_ITEM = r"\d(?!\d{0,2}[.)]\s)"
_NUMBER = r"[\d¶§]|[IVXLC]+\b"
_FIGURES = "0123456789"
_CUTS = (
    (r"(?:^|[ ,;(])\d{1,4}", _FIGURES, _REPORTER),
    (rf"\d {_REPORTER}[\w. ]{{0,12}}(?: \d+[-–\d]*,)+", ",", r"\d"),
    (rf"\d {_REPORTER}[\w. ]{{0,8}}", f"{ascii_letters}{_FIGURES}.", r"(?:at )?\d(?!\d{0,3} [A-Z])"),
    (r"\b(?:[Ss]ee(?: also| generally)?|[Cc]f\.|[Cc]iting|[Qq]uoting|e\.g\.,)", "eoy.g,", r"[A-Z\d§¶“]"),
    (r"\d,?", f"{_FIGURES},", r"nn?\. ?\d|at \*?\d|\*\d|\([A-Z\d][\w. ]{1,20}\d{4}\)"),
    (r"\b(?:Nos?|NOS?)\.|\b(?:numbers?|Rules?|Sections?|Ex|Exs|Dkt|¶¶?|§§?)\.?", ".rsenxt¶§", _NO_ITEM),
    (r"(?:\b(?:at|nn?\.|pp?\.)|[¶§])", "t.¶§", r"\d"),
    (r"(?:\b[Ii]d\.|U\. ?S\. ?C\.|C\. ?F\. ?R\.|Code|Stat\.)(?: Ann\.)?", ".e", "§"),
    (r"\bU\.S\.", ".", r"Const\."),
    (r"\bFed\.(?: R\.)?", ".", r"(?:R|Civ|Crim|App|Bankr|Evid)\. "),
    (r"\bR\. (?:Civ|Crim|App|Bankr|Evid)\.", ".", r"P\. "),
    (r"\b(?:Civ|Cr|Crim|Misc|Mag|amend|art|cl|pt|tit)\.|\bP\.", ".", _NUMBER),
    (
        r"\b(?:Decls?|Compl|Aff|Dep|Tr|Br|Mot|Mem|Opp|Ans|Dkt|Docs?)\.",
        ".",
        r"[¶§]|at \d|\d+(?:[-:,;)\s]|\.?$)",
    ),
    (r"\b(?:Dkt|Docs?)\.", ".", r"\d"),
    (
        r"\b(?:Exs?|Exhs?|Apps?|Attach|Tab)\.",
        ".",
        r"(?:[A-Z]{1,2}|\d{1,3})(?:[-,;:)]|\.$|$| (?:at|to|and|¶)\b)",
    ),
)
"""How the first of two lines ends, the signs that end it so, and how the second begins; what begins like a
citation of its own (``40 Fed. R. Serv.``) is a parallel one."""

AMID = pattern(
    rf"\s*\d{{1,4}} (?:{_REPORTER}[\w. ]{{0,12}} (?:at |§§? ?)?\d|\((?:[\w. ]{{1,30}} )?\d{{4}}\))"
)
"""A line that begins with a citation's volume, reporter and page, or with its last page and year."""

LONGEST = 60
"""Characters of a citation that may stand on the first of two lines and still tell that it is one."""

_CUT = [(pattern(rf"(?:{one})$"), ends, pattern(two)) for one, ends, two in _CUTS]


def is_cut(one: str, two: str) -> bool:
    """Whether a citation that begins on line ``one`` goes on on line ``two``.

    >>> is_cut("See Marrable v. Tidewell, 793", "F.2d 1072, 1078"), is_cut("He was born in 1793", "F. Lee")
    (True, False)
    """
    end = one[-LONGEST:]
    return any(head.match(two) and tail.search(end) for tail, head in _cuts(end[-1:]))


@lru_cache(maxsize=1 << 10)
def _cuts(last: str) -> list[tuple[re.Pattern[str], re.Pattern[str]]]:
    """The forms of a line that ends with a sign, each with that of what follows: most letters end none."""
    return [(tail, head) for tail, ends, head in _CUT if last in ends]
