"""Letters whose strokes stand close, read as others: ``Westem``, ``detennined``, ``vdth``, ``lmmigration``.

Another's OCR leaves them in dumps. A text that misreads so one of the words which filings use most is such a
dump; in it each word that is none is put right if one of these letters alone makes it a frequent one.
"""

from __future__ import annotations

from collections.abc import Iterator

from cleaners.lexicon import common, is_word
from cleaners.patterns import pattern
from cleaners.word_spacing.tokens import judged

SIGNS = (
    "ttomey", "Govem", "govem", "ntemal", "xtemal", "estem ", "astem ", "outhem ", "orthem ", "retum",
    "tumed", "eamed", "oncem", "ltemativ", "fonn", "onfinn", "ffinn", "pennit", "tenn", "vdth", "vdll",
)  # fmt: skip
"""What none of these words has: attorney, government, internal, western, return, determine, inform, form,
with, will."""
SECTION = pattern(r"§ ?[Il](?=\d)")
"""A section's number that begins with a stroke."""
READ_FOR = (("nn", "rm"), ("m", "rn"), ("vd", "wi"))
"""What was read and what was printed."""
WORD = pattern(r"[A-Za-z][a-z]{2,}|l[A-Z]+")
USUAL = 20_000
"""So many of the most frequent words are guessed."""


def joined_strokes(text: str) -> Iterator[tuple[int, int, str]]:
    """What to put right in a text: start, end, and what was printed.

    >>> line = "the Westem District lnstructed Hamm that the fonn was filed vdth it"
    >>> [(line[a:b], new) for a, b, new in joined_strokes(line)]
    [('Westem', 'Western'), ('lnstructed', 'Instructed'), ('fonn', 'form'), ('vdth', 'with')]
    """
    yield from ((match.end() - 1, match.end(), "1") for match in SECTION.finditer(text))
    if not any(sign in text for sign in SIGNS):
        return
    printed: dict[str, str] = {}

    def is_misread(token: str) -> bool:
        match = WORD.search(token)
        word = match[0] if match else ""
        if word and word not in printed:
            found = set() if is_word(word) else set(_printed(word))
            printed[word] = found.pop() if len(found) == 1 else ""
        return bool(word and printed[word])

    _, spans = judged(text, is_misread)
    told = any(new and any(sign.strip() in word for sign in SIGNS) for word, new in printed.items())
    for start, end in spans if told else ():
        if match := WORD.search(text, start, end):
            yield *match.span(), printed[match[0]]


def _printed(word: str) -> Iterator[str]:
    """The words that ``word`` may have been."""
    if word[0] == "l" and common(capital := f"I{word[1:]}", USUAL):
        yield capital
    for read, printed in READ_FOR:
        at = word.find(read)
        while at >= 0:
            if common(guess := word[:at] + printed + word[at + len(read) :], USUAL):
                yield guess
            at = word.find(read, at + 1)
