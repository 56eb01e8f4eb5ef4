"""WordPerfect's typographic signs, written as the letters that have their places in other fonts.

Its quotation marks, apostrophe and section sign are glyphs of a font of their own. A converter that loses the
font leaves what stands there in ASCII: ``the court=s Afinal judgment@ under Tex. Gov=t Code Ann. ' 22.220``.
No other text has an equals sign between a word and its ``s``, or a closing ``@`` behind one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from cleaners.lexicon import is_word
from cleaners.patterns import pattern, places, starting
from cleaners.pieces import Edit

REASON = "WordPerfect's sign"

APOSTROPHE = pattern(r"=(?:(?<=[A-Za-z]{3}.)s|(?<=[a-z][nv].)t|(?<=[A-Za-z]{2}.)(?:ll|re|ve))\b(?![=&\d])")
WORD = pattern(r"(?:^|(?<=[\s(\[-]))[A-Za-z.]+\Z")
"""What such a sign stands behind, and no address or program has before its equals sign alone."""
PLURAL = pattern(r"=(?<=[a-z]{3}s.)(?=[ ,.;:)]|$)")
CLOSING = pattern(r"@(?<=[A-Za-z\d.,;:?!)\]’=].)(?=[\s.,;:?!)\]]|$)")
OPENING = pattern(r"A(?<![\w.@]A)(?P<word>[A-Za-z]+)(?![\w@])|A(?<![\w.@]A)(?=[\[(][A-Za-z])")
SECTION = pattern(r"'{1,2} (?=\d)")
OF_CODE = pattern(r"(?:\bAnn\.|\bCode|\bC(?:iv|rim)\.|\bU\.S\.C\.(?:A\.)?|\bStat\.) \Z", re.IGNORECASE)
"""What stands before a section's number."""
LONGEST = 600
"""Characters of a quotation, at most."""


def find_wordperfect(text: str) -> Iterator[Edit]:
    """The signs as they were printed; those that other texts may hold only where an apostrophe is one.

    >>> text = "the court=s Afinal judgment@ (x = s)"
    >>> [(text[edit.start : edit.end], edit.insert) for edit in find_wordperfect(text)]
    [('=', '’'), ('A', '“'), ('@', '”')]
    """
    told = [
        m for m in starting(APOSTROPHE, text, "=") if WORD.search(text, max(0, m.start() - 30), m.start())
    ]
    if not told:
        return
    for match in (*told, *starting(PLURAL, text, "=")):
        yield Edit(match.start(), match.start() + 1, "’", REASON)
    for match in starting(SECTION, text, "'"):
        if OF_CODE.search(text, max(0, match.start() - 10), match.start()):
            yield Edit(match.start(), match.end() - 1, "§" * (len(match[0]) - 1), REASON)
    end = 0
    for match in starting(CLOSING, text, "@"):
        at = _opening(text, max(end, match.start() - LONGEST), match.start())
        if at is not None:
            yield Edit(at, at + 1, "“", REASON)
            yield Edit(match.start(), match.end(), "”", REASON)
        end = match.end()


def _opening(text: str, low: int, high: int) -> int | None:
    """Where the quotation begins that is closed at ``high``: the first A that makes no word of one."""
    for at in places(text[low:high], "A"):
        match = OPENING.match(text, low + at)
        if match and (match["word"] is None or _is_glued(match["word"])):
            return match.start()
    return None


def _is_glued(word: str) -> bool:
    return is_word(word) and not is_word("A" + word)
