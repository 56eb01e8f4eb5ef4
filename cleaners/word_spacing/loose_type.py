"""Blanks that another's OCR sets before every stop, and before the last letter of a word.

Old readers of typewritten pages part what stands a little apart: ``on May 2, 2030 . The limite d liability
company , Quent , Inc ., an d Sandover ' s heirs``. A text that sets several stops so is theirs; in it no
stop, apostrophe, hyphen or lone letter stands by itself.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from cleaners.lexicon import common, is_word
from cleaners.patterns import pattern, starting
from cleaners.pieces import Edit

STOPPED = pattern(r" [.,](?<=[A-Za-z\d)] .)(?: (?=[A-Za-z])|(?=,))")
FEWEST = 4
"""So many stops and commas stand so."""

STOP = pattern(r" \.(?<=[^\s.] .)(?=[\s,;:)]|$)(?!\s*\.)")
MARK = pattern(r" [-/](?<=[a-z] .)(?=[A-Z])")
APOSTROPHE = pattern(r" ['’](?<=[A-Za-z] .)(?:(?<=[sS] ['’])(?= [A-Z])|(?= ?s ))")
POSSESSIVE = pattern(r"['’] s(?= [A-Za-z])")
LETTER = pattern(r" [b-hj-zB-HJ-Z](?<=[A-Za-z]{2} .)(?![\w'’.)\]-])")
BEFORE = pattern(r"[A-Za-z]+\Z")
LONGEST, USUAL, SMALL = 25, 20_000, 300
"""Letters of a word; how frequent one is, and one whose beginning is a word by itself (``an d``)."""


def find_loose_type(text: str) -> Iterator[Edit]:
    """The blanks of such a text."""
    if sum(1 for _ in islice(starting(STOPPED, text, " .", " ,"), FEWEST)) < FEWEST:
        return
    for form, signs in ((STOP, (" .",)), (MARK, (" -", " /")), (APOSTROPHE, (" '", " ’"))):
        for match in starting(form, text, *signs):
            yield Edit(match.start(), match.start() + 1, "", "blank before punctuation")
    for match in starting(POSSESSIVE, text, "' s", "’ s"):
        yield Edit(match.start() + 1, match.start() + 2, "", "blank before punctuation")
    for match in LETTER.finditer(text):
        before = BEFORE.search(text, max(0, match.start() - LONGEST), match.start())
        word, letter = before[0] if before else "", match[0].strip()
        known = is_word(word)
        if not word or (letter.isupper() and (known or not word.isupper())):
            continue
        if common(word + letter, SMALL if known else USUAL):
            yield Edit(match.start(), match.start() + 1, "", "word in pieces")
