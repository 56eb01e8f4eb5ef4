"""Is it a word? A packaged word list, and the filing's own vocabulary.

The list holds words people wrote, not words OCR made: lists counted from the web hold ``ofthe`` and
``appe`` as words and are of no use here.
"""

from __future__ import annotations

from collections import Counter
from functools import cache, lru_cache
from importlib.resources import files
from itertools import chain

from cleaners.patterns import pattern

_TOKEN = pattern(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_POSSESSIVE = pattern(r"(?:['’]s|(?<=s)['’])$")
WORD_LISTS = ("english.txt", "legal.txt", "american.txt")
"""By frequency, but spelt as in Britain; legal words; the American spellings and names that both lack."""

COMMON = 3000
"""How many of the most frequent words count as common."""


@cache
def _ranks() -> dict[str, int]:
    """Every word with its rank by frequency; words without one come last."""
    words = files("cleaners.words")
    text = "\n".join(words.joinpath(name).read_text("utf-8") for name in WORD_LISTS)
    return {word: rank for rank, word in enumerate(text.split())}


@lru_cache(maxsize=1 << 17)
def is_word(token: str) -> bool:
    """Whether ``token`` is an English or legal word, in any case, possessive or not.

    Names are words only where they are listed; a single letter is a word if it is ``a`` or ``i``.

    >>> [is_word(t) for t in ("Jurisdiction", "court’s", "defendants'", "vacatur", "ofthe", "APPE")]
    [True, True, True, True, False, False]
    """
    word = token.casefold().replace("’", "'")
    return word in _ranks() or ("'" in word and _POSSESSIVE.sub("", word) in _ranks())


def is_listed(letters: str) -> bool:
    """Whether letters make a word. Unlike :func:`is_word`, for what is asked once, it keeps no answer."""
    return letters.lower() in _ranks()


def common(token: str, among: int = COMMON) -> bool:
    """Whether ``token`` is one of the most frequent English words.

    >>> common("The"), common("certiorari")
    (True, False)
    """
    return _ranks().get(token.casefold(), among) < among


class Vocabulary:
    """The words of one filing, counted without regard to case; a hyphenated word counts as one.

    >>> words = Vocabulary("Non-dispositive motions. A non-dispositive order.")
    >>> words["non-dispositive"], words["nondispositive"], "motions" in words
    (2, 0, True)
    """

    def __init__(self, text: str) -> None:
        self._counts = Counter[str]()
        tokens = chain.from_iterable(map(str.split, text.split("\n")))  # never all of them at once
        for token, count in Counter(tokens).items():
            folded = token.casefold()
            for word in (folded,) if folded.isalpha() else _TOKEN.findall(folded):
                self._counts[word] += count

    def __getitem__(self, word: str) -> int:
        return self._counts[word.casefold()]

    def __contains__(self, word: str) -> bool:
        return word.casefold() in self._counts
