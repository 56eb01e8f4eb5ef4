"""Where bare text calls a footnote: a number glued to a word, raised, or set off by a blank.

What is set off by a blank counts behind a stop or a quotation mark; amid a sentence only where the note's
number stands alone on its line, as a raised one comes out of a dump, and no word before it asks for a number.
"""

from __future__ import annotations

import re
from functools import lru_cache

from cleaners.patterns import pattern

Span = tuple[int, int]

GLUED = (
    r"(?:(?<=[a-z]{3})|(?<=[A-Z]{6})|(?<=[A-Z]{4},)|(?<=[A-Za-z][a-z]{2}[.,;:!?])|(?<=[a-z)]{2}\)[.,;])|(?<=\d{4}\)[.,;])|"
    r"(?<=\b(?:19|20)\d\d[.,;])|(?<=\d{4},)|(?<=[.,;:!?)][”’\"')])|(?<=[”’\")]))"
)
APART = (
    r"(?:(?<=[a-z\d][.,;”)])|(?<=[.,][”)])|(?<=[”)\]][.,]))"
    r"(?<!\bNo\.)(?<!\bNos\.)(?<!\bpp\.)(?<!\bn\.)"
)
"""What a call stands behind that touches it, or that a dump has set off by a blank."""

UNABBREVIATED = "".join(rf"(?<!\b[A-Z][a-z]{{{n}}}\.)" for n in (1, 2, 3))
WORD, BRACKET = r"\s+[^\W\d]", r"\s+\([^\W\d]"
"""What follows a call that a blank sets off; before a bracket (``denied. 3 (Roe Decl.``) it is none behind an
abbreviation (``Exh. 1 (the lease)``)."""

STOP, AFTER_STOP = r"(?:\bat |¶ |U\.S\.C\. § |\d[-–])\d{1,4}\.", r"(?=\s+[A-Z])"
"""Around a call that touches the number of a page or paragraph and its full stop (``Dkt. 9 at 7.1 Roe``), or
that of a section of the United States Code, none of which has a decimal."""

STOPPED, LONGEST_STOP = pattern(rf"(?:{STOP})\Z"), 15
"""The same before a call that has been found, and the characters of it before its full stop at most."""

ASKING = (
    "Rule", "rule", "Rules", "Page", "page", "Part", "part", "Line", "line", "Title", "title", "Count",
    "count", "Section", "section", "Exhibit", "exhibit", "than", "least", "most", "only", "nearly", "about",
    "the", "and", "for", "March", "April", "May", "June", "July", "August",
)  # fmt: skip
ENDINGS = "uary", "ber", "ately"
"""Words, and the ends of words (``January``, ``October``, ``approximately``), that a number of the sentence
stands behind."""

AMID = (
    r"(?:(?<=[a-z]{3})|(?<=[a-z]”\)))"
    + "".join(rf"(?<!\b{word})" for word in ASKING)
    + "".join(f"(?<!{end})" for end in ENDINGS)
)
"""What a call stands behind amid a sentence."""

HEADINGS = (
    "FACTS", "BACKGROUND", "HISTORY", "INTRODUCTION", "DISCUSSION", "ANALYSIS", "ARGUMENT", "REVIEW",
    "STANDARD", "CONCLUSION", "OPINION", "ORDER", "MEMORANDUM", "DECISION", "FINDINGS", "JUDGMENT",
)  # fmt: skip
HEADED = "|".join(f"(?<=\\b{word})" for word in HEADINGS)
LOOSE = (
    rf"{AMID}[ ]MARK(?=[ \t]*(?:[\n\f]|$)|\s[a-z(]|[,;]\s)"
    rf"|{APART}{UNABBREVIATED}[ ]MARK(?=\s+\[[^\W\d])"
    rf"|(?:{HEADED})[ ]MARK(?=[ \t]*(?:[\n\f]|$))"
)
"""A call amid a sentence, before a square bracket (``in full. 1 [Doc. 14]``) or behind a heading."""

CITED = pattern(
    r"\s+(?:[A-Z]\.|(?:Fed|Cal|App|Misc|Supp|Ill|Wis|Mass|Md|Va|Tex|Wash|Ariz|So|Op)\.|(?:WL|I&N)\b)"
)
"""A reporter's name behind a number: that is the volume of a citation."""

_GLUED_TO = (
    r"[a-z]{3}", r"[a-z]{3}[.,;:!?]", r"[A-Z]{6}", r"[A-Z]{4},",
    r"[a-z)]{2}\)[.,;]", r"\d{4}\)[.,;]", r"\b(?:19|20)\d\d[.,;]",
    *(rf"[.,;:!?)][”’\"')]{{{quotes}}}[”’\")]" for quotes in range(3)),
)  # fmt: skip
_SET_OFF = "|".join(
    rf"(?<={APART}{gap}MARK)(?:(?={WORD}|\s*$)|(?<={UNABBREVIATED}{gap}MARK)(?={BRACKET}))"
    for gap in ("[ ]", "[ ]{2}")
)
_AROUND = rf"(?:(?:{'|'.join(f'(?<={form}MARK)' for form in _GLUED_TO)})(?=\s|$)|{_SET_OFF})"
"""What stands before a number that is a call and behind it: it is looked for by the number, which few lines
hold."""

RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
MOST_TRIED = 60
"""So many of the last occurrences of a mark are looked at."""


def is_called(mark: str, body: str, *, loosely: bool = False) -> bool:
    """Whether a line bears a note's number or symbol; ``loosely`` amid a sentence, too."""
    if mark not in body:
        return False
    if not mark.isdigit():
        return re.search(rf"(?<=\S)[ \t]?(?<![*†‡]){re.escape(mark)}(?=[\s,;.]|$)", body) is not None
    if _call_of(mark).search(body):
        return True
    return loosely and re.search(f"{STOP}{mark}{AFTER_STOP}|{LOOSE.replace('MARK', mark)}", body) is not None


@lru_cache
def _call_of(number: str) -> re.Pattern[str]:
    return re.compile(number + _AROUND.replace("MARK", number))


def symbol_call(mark: str, text: str, low: int, high: int) -> Span | None:
    """The last call of a symbol between two offsets."""
    call = _last(re.compile(rf"(?<![*†‡]){re.escape(mark)}(?![*†‡])"), mark, text, low, high)
    if call is None or not text[max(low, call[0] - 2) : call[0]].strip():
        return None
    return (call[0] - (text[call[0] - 1] in " \t"), call[1])


def glued_call(mark: str, text: str, low: int, high: int) -> Span | None:
    """The last call of a number: glued to the end of a word or sentence, or raised."""
    raised = mark.translate(RAISED)
    return _last(re.compile(rf"{GLUED}{mark}(?=\s|$)"), mark, text, low, high) or _last(
        re.compile(rf"(?<=\S){raised}(?![⁰¹²³⁴⁵⁶⁷⁸⁹])"), raised, text, low, high
    )


def call_apart(mark: str, text: str, low: int, high: int, *, loosely: bool = False) -> Span | None:
    """The last call that a blank sets off; ``loosely`` amid a sentence, too."""
    end = rf"(?!{CITED.pattern})(?=[ \t]*[\n\f]|{WORD}|\s*$)"
    form = rf"{APART}[ ]{mark}{end}|{APART}{UNABBREVIATED}[ ]{mark}(?={BRACKET})"
    apart = _last(re.compile(form), f" {mark}", text, low, high)
    if apart or not loosely:
        return apart
    return _last(re.compile(LOOSE.replace("MARK", mark)), f" {mark}", text, low, high)


def stop_call(mark: str, text: str, low: int, high: int) -> Span | None:
    """The last call of a number that touches the number which its sentence ends in."""
    form = re.compile(rf"\.{mark}{AFTER_STOP}")
    at = high
    for _ in range(MOST_TRIED):
        if (at := text.rfind(f".{mark}", low, at)) < 0:
            return None
        if form.match(text, at, high) and STOPPED.search(text, max(low, at - LONGEST_STOP), at + 1):
            return at + 1, at + 1 + len(mark)
    return None


def _last(form: re.Pattern[str], begins: str, text: str, low: int, high: int) -> Span | None:
    """The last place of a form, among the last that begin like it."""
    at = high
    for _ in range(MOST_TRIED):
        at = text.rfind(begins, low, at)
        if at < 0:
            return None
        if found := form.match(text, at, high):
            return found.span()
    return None
