"""What the lines at a page's edges look like that may be its head, and those that may not."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from cleaners.page_edges.edges import Edge, PageEdges
from cleaners.pagination.examination_heads import begins_examination
from cleaners.patterns import pattern
from cleaners.terms.docket_numbers import LONE
from cleaners.terms.sentence_ends import ends_sentence, small_words
from cleaners.typesetting.speeches import is_signed

LONG = 12
"""Letters of a line that is hardly the same on two pages by chance."""

PARTIES = pattern(r" vs?\. |\bet al\.", re.IGNORECASE)
"""What stands in a case's title, which may end in a full stop."""
FEWEST_SMALL = 4
"""Words in small letters of a line that a full stop ends; a title has fewer, or ends in no stop."""

SENTENCE = 40
"""Letters of a sentence that is a form's footer (``Questions about this form? Email us at``), and the same on
two pages to the letter."""

APART = 24.0
"""Points of white over it; double spacing leaves half of that."""

DOCKET = 6
"""Figures of a docket number, which is not the same on two pages by chance either."""

FIGURES = pattern(r"(?=[^/-]*[/-])(?:[/()\[\]. -]*\d){6}[\d/()\[\]. -]*")
"""A line of figures alone that a head may have: the reporters' telephone, the day (``[4/18/2031]``)."""

SESSION = pattern(r"(?=\D*\d\D*\d)(?=\d*[A-Za-z])[A-Za-z\d]{7,11}")
REPORTERS = pattern(r"[A-Z ]{4,40} REPORTERS\b[^a-z]*")
"""What the reporters of the Southern District of New York call a session (``C2F0MAR1``), another in the
afternoon, and their name, both of which each page has."""

CONTENTS = pattern(r"\W*(?:table|index) of (?:contents|authorities)\W*", re.IGNORECASE)
"""What stands above the headings of a filing, each of which stands at the top of its own page too."""

MOST_ON_PAGE = 2
"""A page has a head once, or again at its foot; a form's ``YES  NO`` stands below each of its questions."""

FEWEST_AMID = 2
"""Nor does it stand amid the pages near by, as a verdict form's ``__ NOT PROVEN`` does."""

LONGEST = 250
"""Characters of a head's line, wide gaps and all: what is longer was run together of many lines."""

SENTENCE_END = pattern(r"(?:[a-z]|I\b|\d+ [a-z]).*[a-z][.?]|[A-Z][a-z]{3,}\.|\([A-Z]\S* .*[a-z]{2}\.\)")
"""What two pages may end in by chance: a sentence's last words (``I can tell.``, ``12 years.``), or what a
reporter notes (``(Recess taken.)``)."""

CITED = pattern(r"\([^()]*\b\d{4}\)[.,;]|^[^()]*\w{2}\)")
"""A citation's end, or that of a bracket which the line before opens: ``2d 11 (D. Or. 2019).``, ``2019).``"""

ENTRY = pattern(r"(?:[.…·] ?){5,}\s*[\divxl]")
"""An entry of a table of contents or authorities: statutes that differ in their sections alone stand on two
pages, but no head has a leader."""

NUMBERED = pattern(r"(?<!page )\bno\. ?(\d{1,3})\W*$", re.IGNORECASE)
"""The end of a title that counts on from page to page (``INSTRUCTION NO. 4``): no head is so numbered."""


def is_text(edge: Edge, page: PageEdges, near: Iterable[PageEdges]) -> bool:
    """Whether a line is no head however often it is repeated: an entry of a table, what two people say
    (``A. Yes.``) and where they begin to, a word or two beside the line numbers, what stands all over its
    page or amid those near by."""
    own = edge.line.text
    if len(own) > LONGEST or ENTRY.search(own):
        return True
    if letters_of(own) < 2 and not is_number(own):
        return True
    if sum(beside.amid[own.strip()] for beside in (page, *near)) >= FEWEST_AMID:
        return True
    if is_signed(own.lstrip()) or begins_examination(own):
        return True
    if page.columns and not page.is_outside(edge.line) and not is_telling(own):
        return True
    own = own.strip()
    return sum(line.text.strip() == own for line in page.lines) > MOST_ON_PAGE


def goes_with_text(edge: Edge, page: PageEdges) -> bool:
    """Whether the last line of a page belongs to what stands around it: it announces what follows (``As the
    court explained:``), or is the name of who signed in the line above (``/s/ Ann Poe``): so a brief may end,
    and the certificate behind it."""
    own = edge.line.text.strip()
    above = page.lines[: -edge.depth - 1] if not edge.at_top else ()
    return own.endswith(":") or any("/s/" in line.text and own in line.text for line in above[-2:])


def is_telling(text: str) -> bool:
    """Whether a line is hardly the same on two pages by chance."""
    return letters_of(text) >= LONG or sum(c.isdigit() for c in text) >= DOCKET


def letters_of(text: str) -> int:
    """How many letters a line has."""
    return sum(c.isalpha() for c in text)


def is_apart(edge: Edge, page: PageEdges) -> bool:
    """Whether no text stands near above a line at the foot of its page."""
    above = [line.bottom for line in page.lines[: -edge.depth - 1] if line.words]
    return not edge.at_top and bool(edge.line.words) and edge.line.top - max(above, default=0.0) > APART


def names_session(edge: Edge, side: Sequence[Edge]) -> bool:
    """Whether a line names a transcript's session: the reporters' name stands by it."""
    own = SESSION.fullmatch(edge.line.text.strip())
    return own is not None and any(REPORTERS.fullmatch(other.line.text.strip()) for other in side)


def unlisted(side: Sequence[Edge]) -> Iterator[Edge]:
    """The lines of an edge that are no entries of a table of contents."""
    for edge in side:
        yield edge
        if edge.at_top and CONTENTS.fullmatch(edge.line.text):
            return


def is_number(text: str) -> bool:
    """Whether a line without words may be a head: a docket number, a telephone's, a day."""
    return LONE.fullmatch(text.strip()) is not None or FIGURES.fullmatch(text.strip()) is not None


def title_number(text: str) -> str:
    """The number that ends a title, empty if it has none."""
    match = NUMBERED.search(text.strip())
    return match[1] if match else ""


def is_of_sentence(text: str) -> bool:
    """Whether a line reads like part of a sentence: heads are set in capitals, or as titles are. Two pages
    may well end in the same words of a formula (``this order.``); that is no footer."""
    if SENTENCE_END.fullmatch(text.strip()) or CITED.search(text):
        return True
    words = text.split()
    small = small_words(text)
    ended = small >= FEWEST_SMALL and ends_sentence(text.rstrip()) and not PARTIES.search(text)
    return len(words) > 6 and (ended or small > 0.6 * len(words))
