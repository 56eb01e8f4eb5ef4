"""Where a sentence ends, and where a stop is an abbreviation's."""

from __future__ import annotations

import re

from cleaners.patterns import pattern

SENTENCE_END = pattern(r"(?P<word>\S*?)[.!?][”’\"')\]]*(?=\s|$)")
ABBREVIATION = pattern(
    r"(?:.*\W)?(?:[A-Z]|[A-Za-z](?:\.[A-Za-z])+|Cir|Fed|App|Civ|Crim|Bankr|Evid|Proc|Prac|Ct|Cl|Dist|Div|No|Nos|"
    r"Inc|Corp|Co|Ltd|v|vs|Mr|Mrs|Ms|Dr|Hon|St|Jr|Sr|Supp|Rev|Stat|Const|Reg|Gen|Gov|Sen|Rep|Dep|Ass|Op|Ex|"
    r"Prof|Capt|Lt|Sgt|Det|Insp|Supt|Atty|Col|Maj|Messrs|Mmes|Mt|Ft|Vol|Ann|Pub|Amend|Art|Sec|Subd|Ch|Cf|"
    r"Resp|Pet|Pls?|Defs?|Compl|Aff|Tr|Exs|Exhs?|Comm|Assn|pp?|nn?|subd|"
    r"Ala|Ark|Colo|Conn|Del|Ga|Kan|Ky|La|Mass|Md|Neb|Okla|Wis|Wyo|"
    r"Admin|Assoc|Bd|Br|Bros|Decl|Dept|Hosp|Indus|Ins|Mem|Mfg|Mot|Opp|Ry|Sch|Serv|Transp|Univ|"
    r"Cal|Wash|Ariz|Nev|Or|Mont|Haw|Tex|Fla|Ill|Ind|Mich|Minn|Mo|Pa|Tenn|Va|Jan|Feb|Mar|Apr|Aug|Sept|Oct|Nov|Dec)",
)
CALLS = pattern(r"(?:\[\^[^\]\s]{1,4}\])+$")
CLOSING = "”’\"')]"
LAST_WORDS = 80
"""Characters in which a line's last word stands, and the calls behind it."""

CITING = pattern(r"\s+(?:See|Cf|Accord|Id|But see)\b")

FEWEST_IN_PROSE = 8
"""Words of a full line; a heading has fewer."""


def is_within(text: str, match: re.Match[str]) -> bool:
    """Whether the stop is an abbreviation's, or the next sentence cites for this one."""
    return bool(ABBREVIATION.fullmatch(match["word"]) or CITING.match(text, match.end()))


def small_words(line: str) -> int:
    """How many words of a line begin with a small letter: most in prose, few in titles."""
    return sum(word[0].islower() for word in line.split())


def is_prose(line: str) -> bool:
    """Whether a line is long, and most of its words are small: a paragraph's, at its beginning or amid it."""
    words = len(line.split())
    return words >= FEWEST_IN_PROSE and small_words(line) > 0.5 * words


def ends_sentence(line: str) -> bool:
    """Whether a sentence ends with the line, and with a note's call behind it.

    >>> ends_sentence("The motion is denied.[^2]"), ends_sentence("the order of the D.C. Cir.")
    (True, False)
    >>> [end for end in ("Prof.", "Compl.", "at pp.", "Esq.", "the sea.") if ends_sentence(end)]
    ['Esq.', 'the sea.']
    """
    end = line[-LAST_WORDS:]
    end = (CALLS.sub("", end) if end.endswith("]") else end).rstrip(CLOSING)
    return end.endswith((".", "!", "?")) and ABBREVIATION.fullmatch(end.split()[-1][:-1]) is None
