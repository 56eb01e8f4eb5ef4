"""Pages of a court reporter's transcript, and where on them someone begins to speak."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from cleaners.patterns import pattern
from cleaners.typesetting.setting import Setting

CAPITALS = r"[A-Z](?:[A-Z.'’ -]|(?<=[A-Z])[a-z]{1,2}(?=[A-Z]))*"
"""A name in capitals, of ``McROE`` and ``VanDOE`` too."""
NAMED = pattern(rf"(?:THE|MR|MS|MRS|DR|JUDGE|JUSTICE)\.? {CAPITALS}:")
ANSWER = pattern(r"[QA][.:]?(?=\s|$)")
SIGNED = pattern(r"[QA](?:\.\s|\s{2})|BY (?:MR|MS|MRS|DR)\.? [A-Z]")
CALLED = pattern(r"[A-Z][A-Z.'’-]+(?: [A-Z.'’-]+){0,3}:")

SWEARS = pattern(r"(?:There|Where)upon[,:]?(?= [A-Z]|$)")
"""How reporters begin what they write of the oath."""
SWORN = pattern(
    r"(?:re-?)?(?:called|produced)\b|(?:after )?having (?:been|first)\b|being (?:first )?duly\b",
    re.IGNORECASE,
)
"""What they write below the name of who takes it."""
OATH = pattern(
    r"[A-Z][A-Z.'’-]+(?: [A-Z][A-Z.'’-]*){1,4},(?: [A-Z.]{2,},)? (?:(?:as |a |an |the )*"
    r"(?:witness|deponent|plaintiff|defendant)\b|"
    r"(?:(?:re)?called|produced|having|after|being|(?:first )?duly|sworn)\b)"
)
"""Both on one line: ``JANE ROE, called as a witness``. No line of a speech has a name in capitals and then
such small letters."""

NOTED = pattern(r"\([A-Z][^()]*\)")
NOTED_OVER_LINES = pattern(r"\([A-Z][^()]*")
CERTIFIED = pattern(
    r"(?i:\bcertif|\bcase no)|^(?:INDEX|Index|EXHIBITS?|Exhibits?)\b(?!.* [a-z]{2,} [a-z]{2,})"
)
"""What stands on pages of a transcript on which nobody speaks; a line of testimony may begin with
``exhibits`` too."""

FEWEST = 3
"""So many speeches on a page make it a transcript's."""


def says_who(text: str) -> bool:
    """Whether a line of a transcript begins like a speech: Q., A., THE COURT:, MR. ROE:, BY MS. DOE:."""
    if _answers(text):
        return True
    return ":" in text and _is_capital(text) and bool(NAMED.match(text) or CALLED.match(text))


def is_signed(text: str) -> bool:
    """Whether a line on a page of any kind begins with who speaks, in a form that nothing else has."""
    return _is_capital(text) and bool(NAMED.match(text) or SIGNED.match(text))


def _answers(text: str) -> bool:
    """Whether a line begins with the letter of a question or an answer."""
    return text[:1] in ("Q", "A") and ANSWER.match(text) is not None


def _is_capital(text: str) -> bool:
    """Whether a line begins with a capital, as every form of who speaks does and few lines do."""
    return "A" <= text[:1] <= "Z"


def is_speech(line: Setting) -> bool:
    """Whether a line begins a speech by its words and its place: an ``A`` that is not set off is a word."""
    return _stands_off(line) if _answers(line.text) else says_who(line.text)


def is_noted(text: str) -> bool:
    """Whether a line is what the reporter notes: ``(Court convened at 10:13 a.m.)``."""
    return text[:1] == "(" and NOTED.fullmatch(text) is not None


def is_sworn(name: str, following: str) -> bool:
    """Whether a line names a witness, in capitals, and the next tells of the oath."""
    return name.endswith(",") and name.isupper() and SWORN.match(following) is not None


def swears(text: str) -> bool:
    """Whether a line begins what the reporter writes of the oath: ``Thereupon,``, ``JANE ROE, called as``."""
    if text[0] in "TW" and SWEARS.match(text):
        return True
    return _is_capital(text) and ", " in text and OATH.match(text) is not None


def begins_note(text: str) -> bool:
    """Whether what the reporter notes begins on a line and goes on in the next: ``(Whereupon, Exhibit 7``."""
    return text[:1] == "(" and NOTED_OVER_LINES.fullmatch(text) is not None


Leaf = tuple[int, int]
"""``Setting.leaf``."""


@dataclass(frozen=True)
class Transcript:
    """The pages of a filing that are a transcript's, and those of them that are typed in capitals alone."""

    pages: frozenset[Leaf]
    capitals: frozenset[Leaf]
    margins: Mapping[Leaf, float]
    indents: frozenset[int]

    @classmethod
    def of(cls, settings: Sequence[Setting]) -> Transcript:
        """What of the lines is a transcript. ``A`` begins sentences too, so questions and answers count only
        where both stand on the page, and names only in the reporter's form. A long speech fills pages, so
        those between and after count that begin at the same margin, or where one line alone does."""
        lines: dict[Leaf, list[Setting]] = {}
        for setting in settings:
            lines.setdefault(setting.leaf, []).append(setting)
        margins: dict[Leaf, float] = {}
        after: tuple[float, ...] = ()
        for number, own in lines.items():
            spoken = _is_spoken(own)
            if not (spoken or after):
                continue
            left = _left(own)
            if spoken:
                after = (left, min(s.left for s in own))
            elif all(abs(left - other) > 6 for other in after) or any(CERTIFIED.search(s.text) for s in own):
                after = ()
                continue
            margins[number] = left
        capitals = {n for n in margins if sum(s.text.isupper() for s in lines[n]) > 0.8 * len(lines[n])}
        plain = [s for s in settings if s.leaf in margins and (s.leaf in capitals or not s.text.isupper())]
        lefts = Counter(round((s.left - margins[s.leaf]) / 4) for s in plain)
        indents = {left for left, count in lefts.items() if count >= FEWEST}
        return cls(frozenset(margins), frozenset(capitals), margins, frozenset(indents))

    def is_indented(self, setting: Setting) -> bool:
        """Whether a line begins as far in as others of the transcript: then it is not centred, however it
        ends."""
        return round((setting.left - self.margins[setting.leaf]) / 4) in self.indents


def _left(lines: Sequence[Setting]) -> float:
    """Where the lines of a page begin that are not set in, in points."""
    counts = Counter(round(s.left / 4) * 4 for s in lines)
    return min((left for left, count in counts.items() if count > 1), default=min(counts))


def _is_spoken(lines: Sequence[Setting]) -> bool:
    named = sum(":" in s.text and NAMED.match(s.text) is not None for s in lines)
    marks = [s.text[0] for s in lines if _answers(s.text) and _stands_off(s)]
    both = "Q" in marks and ("A" in marks or named)
    return named + (len(marks) if both else 0) >= FEWEST


def _stands_off(setting: Setting) -> bool:
    """Whether the letter is set like a mark: with a period, or with more white after it than words have
    between them (a typewriter's blank is as wide as a letter)."""
    words = setting.line.words
    if len(words) < 2 or setting.text[1:2] in ".:":
        return True
    gaps = [two.left - one.right for one, two in pairwise(words)]
    return gaps[0] > 0.6 * setting.size and (len(gaps) < FEWEST or gaps[0] > 1.4 * median(gaps[1:]))
