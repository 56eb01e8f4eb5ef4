"""Words broken at a line end.

A hyphen at a line end may be the printer's (``juris-/diction``) or the word's own (``non-/dispositive``,
``894-/95``, ``GEB-/KJN``). Filings typed on a word processor seldom hyphenate, so most are the word's own:
the hyphen goes only on evidence, and the filing itself is the best there is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from cleaners.document import Document, cleaned
from cleaners.lexicon import Vocabulary, common, is_word
from cleaners.patterns import pattern, starting
from cleaners.pieces import Edit
from cleaners.terms.roles import PARTY

# The gap is a line end, with blank lines or page ends after it where a page ends in mid-word; or, in text
# that has lost its lines, a blank. A hyphen with a blank before it is a dash.
_BROKEN = pattern(
    r"(?P<hyphen>[-\u2013\u2014])(?<=[^\W_].)"
    r"(?P<gap>[ \t]*[\n\f][ \t\n\f]*|[ ](?=[^\W_]))(?=[^\W_]|[$§“(])"
)
_LEFT = pattern(r"[^\s\u2013\u2014\"“”()\[\]]*\Z")
_RIGHT = pattern(r"[^\W\d_]+(?:['’][^\W\d_]+)*|\d+")
_LONGEST = 60  # characters of a word, docket number or address that are looked at

# `mid- and long-term`, `two- to three-year`: the hyphen hangs, the blank stays.
_HANGING = frozenset({"and", "or", "to", "nor", "but", "through", "versus", "vs", "as", "than", "plus"})
# In mid-line a hyphen followed by one of these is a typist's dash, unless a hyphen follows (`son- in-law`).
_FUNCTION = _HANGING | frozenset(  # words read best as words
    "the a an of in on at by for from with that which who whose this these it its he she they"  # noqa: SIM905
    " we i is was were are be not if when where while so because".split()
)
# Prefixes that courts part with a hyphen even where dictionaries close up the word (read best as words).
_ALWAYS_PARTED = frozenset({"non", "self", "quasi"})
_PREFIXES = _ALWAYS_PARTED | frozenset(
    "all anti co counter cross ex multi post pre pro re semi".split()  # noqa: SIM905
)
# Prefixes that are closed up before a consonant (`relies`, `proceeds`, `expressly`), however rare the word.
_CLOSED_UP = frozenset({"re", "pro", "ex"})
_EVERYDAY = 6000  # `re-/quest` and `pre-/sent` are breaks in any filing, `pre-/trial` is a way to spell it
_PARTY = pattern(rf"(?:{PARTY}|Cross|Counter|Third|Party)s?\Z", re.IGNORECASE)
_DOCKET = pattern(r"\d{1,2}:\d\d-[A-Za-z]{2}(?:-\d{3,6}(?:-[A-Z]{2,4})*)?")
"""A docket number, or as much of it as stands before a hyphen."""
_SET_OFF = pattern(r"-[^-]+")  # `-against-` of a New York caption, `-2-` of a folio
# A new speech or question begins; what was cut off with a dash or hyphen before it was interrupted.
_TURN = pattern(r"[QA][ .:\t]|[A-Z][A-Z. ]+:")


def find_hyphens(document: Document) -> Iterator[Edit]:
    """Every broken word: the edit takes the line end, and the hyphen where it was the printer's."""
    text = document.text
    judge = None
    for match in starting(_BROKEN, text, "-", "\u2013", "\u2014"):
        judge = judge or _Judge.of(text)
        broken = _Broken.at(text, match)
        if broken is None or not judge.belongs_together(broken):
            continue
        keep = match["hyphen"] != "-" or judge.keeps_hyphen(broken)
        start = match.end("hyphen") if keep else match.start("hyphen")
        yield Edit(start, match.end("gap"), "", "hyphen at a line end" if keep else "line-end hyphen")


def rejoin_hyphens(text: str) -> str:
    r"""Text in which no word is broken over a line or page end.

    The hyphen stays beside a figure and before a capital; else as the filing spells the word elsewhere;
    else it goes where that makes a word, and stays between two words. Only the line end (in text on one
    line the blank) and the printer's hyphen are taken away.

    Left alone: hanging hyphens (``mid- and long-term``), dashes with a blank before them, and a speech
    broken off before the next speaker's.

    >>> rejoin_hyphens("lack of juris-\ndiction; a non-\ndispositive order, 335 F.3d at 894-\n95")
    'lack of jurisdiction; a non-dispositive order, 335 F.3d at 894-95'
    >>> rejoin_hyphens("No. 2:09-cv-03273-GEB- KJN, mid- and long-term")
    'No. 2:09-cv-03273-GEB-KJN, mid- and long-term'
    """
    return cleaned(text, find_hyphens, by="hyphens")


@dataclass(frozen=True)
class _Broken:
    """The two halves. ``before`` is all that stands unspaced before the hyphen, ``left`` its last part."""

    before: str
    left: str
    right: str
    hyphen: str
    gap: str
    compound: bool  # a further hyphen follows the right half
    turn: bool  # a new speech begins after the gap

    @classmethod
    def at(cls, text: str, match: re.Match[str]) -> _Broken | None:
        before = _LEFT.search(text[max(0, match.start() - _LONGEST) : match.start()])
        right = _RIGHT.match(text, match.end(), match.end() + _LONGEST)
        if before is None or _SET_OFF.fullmatch(before[0]):
            return None
        end = right.end() if right else match.end()
        return cls(
            before=before[0],
            left=re.split(r"[-/]", before[0])[-1],
            right=right[0] if right else "",
            hyphen=match["hyphen"],
            gap=match["gap"],
            compound=text[end : end + 1] == "-" and text[end + 1 : end + 2].isalnum(),
            turn=_TURN.match(text, match.end(), match.end() + _LONGEST) is not None,
        )

    @property
    def at_line_end(self) -> bool:
        return self.gap != " "

    @property
    def figures(self) -> bool:
        """Whether a figure stands beside the hyphen."""
        return self.before[-1:].isdigit() or self.right[:1].isdigit() or not self.right

    @property
    def in_docket_number(self) -> bool:
        numbers = self.before, f"{self.before}-{self.right}"
        return self.hyphen == "-" and all(map(_DOCKET.fullmatch, numbers))

    @property
    def in_name(self) -> bool:
        """Whether a name is broken (``Okonjo-Lisle``): capitals begin both halves, small letters go on."""
        return self.hyphen == "-" and self.left.istitle() and self.right.istitle() and not self.turn

    @property
    def makes_word(self) -> bool:
        """Whether a prefix is none, but the first half of a word (``mi-/nor``, ``sur-/plus``)."""
        return self.left.casefold() not in _PREFIXES and is_word(self.left + self.right)

    @property
    def capital(self) -> bool:
        return self.right[:1].isupper()


@dataclass(frozen=True)
class _Judge:
    """Decides by the filing's own words first."""

    words: Vocabulary
    hyphenates: bool  # whether this filing breaks words at line ends at all

    @classmethod
    def of(cls, text: str) -> _Judge:
        return cls(Vocabulary(text), _hyphenates(text))

    def belongs_together(self, broken: _Broken) -> bool:
        """Whether what stands before and after the gap is one word, number or compound."""
        if broken.right.casefold() in _HANGING and not broken.compound:
            return not is_word(broken.left) and broken.makes_word
        if broken.in_docket_number:
            return True
        if not broken.at_line_end:
            return self._closes_up(broken)
        plain = broken.gap.strip(" \t") == "\n"
        if broken.capital and (broken.in_name or self.words[f"{broken.left}-{broken.right}"]):
            return True
        if broken.capital or not broken.right:
            return plain and broken.hyphen == "-" and not broken.turn
        # Over a page end a figure goes on with a figure; after a word it is a page or line number.
        return plain or not broken.right[0].isdigit() or broken.before[-1].isdigit()

    def _closes_up(self, broken: _Broken) -> bool:
        """Whether the blank after a hyphen in mid-line is a line end that was lost."""
        if broken.hyphen != "-":
            return broken.hyphen == "\u2013" and broken.before[-1:].isdigit() and broken.right.isdigit()
        if broken.figures:
            return broken.before[-1:].isdigit() and broken.right.isdigit()
        if broken.capital:
            parties = _PARTY.match(broken.left) and _PARTY.match(broken.right)
            return bool(parties) or _are_initials(broken.left, broken.right)
        return broken.compound or broken.right.casefold() not in _FUNCTION

    def keeps_hyphen(self, broken: _Broken) -> bool:
        left, right = broken.left, broken.right
        if broken.figures or not left.isalpha() or any(c in broken.before for c in "@/:_0123456789"):
            return True
        if broken.capital and not left.isupper():
            return True
        joined, parted = self.words[left + right], self.words[f"{left}-{right}"]
        return self._spelled_parted(broken) if joined == parted else parted > joined

    def _spelled_parted(self, broken: _Broken) -> bool:
        """Whether the word list, the filing itself being silent, has two words rather than one."""
        left, right = broken.left, broken.right
        prefix = left.casefold() in _PREFIXES
        both = is_word(right) and (prefix or is_word(left))
        if left.casefold() in _ALWAYS_PARTED and is_word(right):
            return True
        if both and ("-" in broken.before or broken.compound):
            return True
        closed = left.casefold() in _CLOSED_UP and right[0] not in "aeiou" and is_word(left + right)
        if both and prefix and not closed and not self.hyphenates and not common(left + right, _EVERYDAY):
            return True
        return not is_word(left + right) and (both or prefix or broken.capital)


def _are_initials(left: str, right: str) -> bool:
    """Whether both are judges' initials, as at the end of a docket number (``GEB- KJN``)."""
    return all(2 <= len(w) <= 4 and w.isupper() and not is_word(w) for w in (left, right))


_BREAK = pattern(r"-(?<=[a-z]{2}-)[ \t]*\n[ \t]*(?P<right>[a-z]{2,30})")
_LETTERS = pattern(r"[a-z]*\Z")


def _hyphenates(text: str) -> bool:
    """Whether a word is surely broken at some line end."""
    for match in _BREAK.finditer(text):
        left = _LETTERS.search(text, max(0, match.start() - _LONGEST), match.start())
        if left and _is_surely_broken(left[0], match["right"]):
            return True
    return False


def _is_surely_broken(left: str, right: str) -> bool:
    return left not in _PREFIXES and not (is_word(left) and is_word(right)) and is_word(left + right)
