"""Numbered headings in text whose lines were run together, and where they end.

A heading's words are titled, a sentence's are small: what is titled up to the first small word is the heading
and the beginning of the sentence behind it, which shows by the word that opens it (``A. The Traffic Stop As
members of the task force followed``). Marks count on, or they are no headings.
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterator, Sequence

from cleaners.patterns import pattern
from cleaners.terms.roles import PARTY

Span = tuple[int, int]

MARK = pattern(
    r"(?:(?<=[.:;?!”\")\]])|(?<=\band)|"
    r"(?<=[A-Z]{4})(?= (?:.{1,2}\. (?:[A-Z][a-z]|[AI] )|[IVX]{1,4}\. [A-Z]{4})))"
    r"(?<!\bEx\.)(?<!\bNo\.)(?<!\bDkt\.)(?<!\bn\.)(?<!\bnn\.)(?<!\bp\.)(?<!\bpp\.)"
    r"(?<!\bNos\.)(?<!\bArt\.)(?<!\bSec\.)"
    r"(?P<gap> )(?P<mark>\d{1,2}|[IVX]{1,5}|[A-H]|[a-h])\.(?=[ ][A-Z“\"(\[])"
)
BELOW = pattern(
    r"(?:(?<=[.?!”\")\]] )|\A)[IVX]{1,5}\.(?: (?:[A-Z][\w’'-]+|&|and|of|the)){1,6}?(?P<gap> )(?P<mark>A|1)\."
    r"(?=[ ][A-Z“\"])"
)
"""The first of a part's own headings, right below the part's (``I. Background A. The Parties``)."""

_TITLED = r"(?:[A-Z][\w’'&/-]*|and|of|the|to|for|in|on|by|with)"
HEADED = pattern(
    rf"(?<=[a-z\d)][.:])(?P<above> )(?=[A-Z])(?P<title>{_TITLED}(?: {_TITLED}){{0,8}})"
    r"(?P<gap> )(?P<mark>\d{1,2})\.(?=[ ][A-Z“\"])"
)
"""A numbered paragraph below a heading in mixed letters, which has no stop (``: The Parties 1. Roe is``)."""
ASKING = frozenset((
    "Exhibit", "Exhibits", "Rule", "Rules", "Section", "Sections", "Count", "Counts", "Chapter", "Part",
    "Article", "Page", "Pages", "Title", "Paragraph", "Paragraphs", "Volume", "Step", "Phase", "Amendment",
    "Number", "Item", "Schedule", "Attachment", "Appendix", "Tab", "Day", "Grade", "Level", "Class",
    "Category", "Table", "Figure", "Note", "Claim", "Claims", "Request", "Interrogatory", "Form", "Line",
    "Ex", "Doc", "Dkt",
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
    "November", "December",
))  # fmt: skip
"""What stands before a number that is its own."""

POINT = pattern(r"(?:(?<=[:;])|(?<=; and)|(?<=; or))(?P<gap> )(?P<mark>[a-h]|\d{1,2})\.(?= [a-z])")
"""A point of a list that goes on with the sentence before it."""

LONE = pattern(
    r"(?:(?<=[.?!”\")\]])|(?<= I)|(?<= II)|(?<= III))"
    r"(?P<gap> )(?P<mark>[IVX]{1,5}|[A-H])(?=(?P<after> )[“\"\[]{0,2}[A-Z])"
)
"""A mark without a point; the pronoun stands before a small word."""
ABOVE = pattern(r"(?P<gap> )[IVX]{1,5}$")

ROMAN = {"I": 1, "II": 2, "III": 3, "IV": 4, "V": 5, "VI": 6, "VII": 7, "VIII": 8, "IX": 9, "X": 10, "XI": 11}

LONG_RUN, MOST_OPEN = 3, 8
"""Marks of a run of which one may be unseen; runs that are not known to be over."""
LONGEST = 160
"""Characters in which a heading ends."""

SMALL = frozenset((
    "a", "an", "and", "as", "at", "but", "by", "for", "from", "in", "into", "is", "its", "nor", "not", "of",
    "on", "or", "the", "their", "to", "under", "upon", "v.", "vs.", "with",
))  # fmt: skip
"""Words that titles leave small."""

OPENS = frozenset((
    "A", "According", "Accordingly,", "After", "Although", "An", "And", "As", "At", "Because", "Before",
    "But", "By", "Consequently,", "During", "Even", "Finally,", "First,", "Following", "For", "From",
    "Generally,", "Given", "Having", "He", "Here,", "However,", "I", "If", "In", "It", "Moreover,", "Next,",
    "No", "On", "Our", "Pursuant", "Second,", "She", "Since", "Such", "That", "The", "There", "Therefore,",
    "Thereafter,", "These", "They", "This", "Those", "Though", "Thus,", "To", "Under", "Until", "Upon", "We",
    "When", "Where", "Whether", "While", "With",
))  # fmt: skip
"""Words that open sentences; a title has hardly one of them but at its beginning."""

SAYS = pattern(rf"(?=[A-Z]){PARTY}s?")
BEFORE_NAME = frozenset(("Against", "Among", "Between", "Over", "Toward", "Upon"))
"""Who does what a small word behind a heading says, and what stands before that in a heading."""

WORD = pattern(r"\S+")
ITEM = pattern(r"\d{1,3}\.")
"""The first numbered paragraph below a heading."""


def heading_gaps(line: str) -> Iterator[Span]:
    """The blanks before numbered headings and items, and behind the headings among them."""
    marks = [match for form in (MARK, BELOW, POINT) for match in form.finditer(line)]
    headed = {match.start("mark"): match for match in HEADED.finditer(line) if _is_heading(match["title"])}
    marks += headed.values()
    for match in _counted(sorted(marks, key=lambda match: match.start())):
        yield match.span("gap")
        if match.start("mark") in headed:
            yield match.span("above")
        yield from _end(line, match)
    for match in _counted(list(LONE.finditer(line))):
        yield from (match.span("gap"), match.span("after"))
        if above := ABOVE.search(line, max(0, match.start() - 6), match.start()):
            yield above.span("gap")


def _is_heading(title: str) -> bool:
    """Whether titled words are no sentence's first that its number ends (``Under Rule 4.``)."""
    words = title.split()
    opens = words[0] in OPENS and words[0] != "The"
    return not opens and words[0] != "See" and words[-1] not in ASKING and words[-1] not in SMALL


def _counted(marks: Sequence[re.Match[str]]) -> Iterator[re.Match[str]]:
    """The marks that count on from 1: arabic, roman and letters each by themselves. A list within a numbered
    paragraph has a count of its own."""
    for worth in (_arabic, _roman, _letter, _small_letter):
        runs: deque[list[tuple[int, re.Match[str]]]] = deque()
        for match in marks:
            value = worth(match["mark"])
            run = next((run for run in runs if _goes_on(run, value)), None)
            if run is not None:
                run.append((value, match))
            elif value == 1:
                runs.appendleft([(value, match)])
                if len(runs) > MOST_OPEN:
                    yield from _proven(runs.pop())
        for run in runs:
            yield from _proven(run)


def _goes_on(run: Sequence[tuple[int, re.Match[str]]], value: int) -> bool:
    """Whether a mark is the next of a run, the latest of those that were begun."""
    last, _ = run[-1]
    return value == last + 1 or (value == last + 2 and len(run) >= LONG_RUN)


def _proven(run: Sequence[tuple[int, re.Match[str]]]) -> Iterator[re.Match[str]]:
    if len(run) > 1:
        yield from (match for _, match in run)


def _arabic(mark: str) -> int:
    return int(mark) if mark.isdigit() else 0


def _roman(mark: str) -> int:
    return ROMAN.get(mark, 0)


def _letter(mark: str) -> int:
    return ord(mark) - ord("A") + 1 if len(mark) == 1 and mark.isupper() else 0


def _small_letter(mark: str) -> int:
    return ord(mark) - ord("a") + 1 if len(mark) == 1 and mark.islower() else 0


def _end(line: str, mark: re.Match[str]) -> Iterator[Span]:
    """The blank behind a heading that a mark begins. A roman number alone is a heading, too."""
    words = list(WORD.finditer(line, mark.end(), mark.end() + LONGEST))
    small = (
        n for n, word in enumerate(words) if word[0][0].islower() and word[0].strip('(“"),') not in SMALL
    )
    titled = words[: next(small, 0)]
    if inner := next((word for word in titled[1:] if ITEM.fullmatch(word[0])), None):
        yield inner.start() - 1, inner.start()
        return
    opens = [n for n, word in enumerate(titled) if word[0].strip('“"[') in OPENS]
    first = opens[-1] if opens else 0
    if not opens and not mark["mark"].isdigit() and _says(titled):
        first = len(titled) - 1
    if any(word[0].endswith((".", "?", "!", ";")) for word in titled[: max(0, first - 1)]):
        return
    if first or (opens and mark["mark"] in ROMAN):
        start = words[first].start()
        yield start - 1, start


def _says(titled: Sequence[re.Match[str]]) -> bool:
    """Whether a party's role ends titled words, and begins the sentence (``C. Memos at Issue Defendants
    submitted``)."""
    return len(titled) > 2 and SAYS.fullmatch(titled[-1][0]) is not None and titled[-2][0] not in BEFORE_NAME
