"""Running heads and footers: what a filing prints again and again at the edges of its pages.

A short title, a docket line, a court's name, the reporter's address. They repeat on the next page or, where
left and right pages differ, on the next but one, digits aside; and they stand at the edge, with nothing of
the text outside of them. On a page whose text is set inside a frame or beside line numbers, all that stands
outside is theirs, footnotes excepted.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from rapidfuzz import fuzz

from cleaners.document import Document, cleaned
from cleaners.line import Line
from cleaners.page_edges.banners import find_banners
from cleaners.page_edges.bare_heads import find_bare_heads
from cleaners.page_edges.continuation_heads import letter_head
from cleaners.page_edges.deep_heads import below_edge
from cleaners.page_edges.docket_heads import docket_heads
from cleaners.page_edges.edges import (
    ALIKE,
    UPPER_LINES,
    Edge,
    PageEdges,
    is_alike,
    masked,
    neighbours,
    page_edges,
    without_specks,
)
from cleaners.page_edges.fax_lines import is_fax_line
from cleaners.page_edges.form_numbers import form_numbers
from cleaners.page_edges.head_forms import (
    LONGEST,
    SENTENCE,
    goes_with_text,
    is_apart,
    is_number,
    is_of_sentence,
    is_telling,
    is_text,
    letters_of,
    names_session,
    title_number,
    unlisted,
)
from cleaners.page_edges.law_journals import journal_heads
from cleaners.page_edges.margin_names import margin_names
from cleaners.page_edges.paragraph_numbers import paragraph_numbers
from cleaners.page_edges.publishers import publishers_marks
from cleaners.pagination.examination_heads import examination_head
from cleaners.pagination.page_marks import DEEPEST, is_page_number
from cleaners.pagination.session_heads import session_heads
from cleaners.patterns import pattern
from cleaners.pieces import Edit, apart

HEAD, FOOT = "running head", "running footer"
ASIDE, PUBLISHED = "name in the margin", "publisher's mark"

SAME_HEIGHT = 16.0
"""Points by which the same head may wander from page to page (scans shift)."""

SLIP_OPINION = pattern(
    r"Cite as:? .*|\(Slip Opinion\).*\bTERM\b.*|"
    r"\d+\s+[^a-z]{3,60} v\. [^a-z]{3,60}|[^a-z]{3,60} v\. [^a-z]{3,60}\s+\d+|"
    r"Opinion of the Court|Per Curiam|Syllabus|Opinion of \w+, J\.|[\w’' ]+, J\., (?:concurring|dissenting).*"
)
"""The two head lines of a Supreme Court slip opinion (``4   ROE v. DOE`` and ``Opinion of the Court``)."""

TITLE = pattern(r"\b(?:COURT|MINUTES|DISTRICT OF|CIRCUIT|BOARD|COMMISSION|TRIBUNAL|PANEL)\b", re.IGNORECASE)


def strip_running_heads(text: str) -> str:
    """Delete running heads and footers; pages are parted by form feeds.

    >>> strip_running_heads("ROE v. DOE\\nThe court finds\\n\\fROE v. DOE\\nfor the plaintiff.\\n")
    '\\nThe court finds\\n\\x0c\\nfor the plaintiff.\\n'

    Left alone: a title that only one page has; the court's name where it stands first and over a caption.
    """
    return cleaned(text, find_running_heads, by="running heads")


def find_running_heads(document: Document) -> Iterator[Edit]:
    """The running heads and footers of each page, from the edge inward as long as lines repeat."""
    yield from apart(_found(document))


def _found(document: Document) -> Iterator[Edit]:
    edges = page_edges(document)
    banners = find_banners(edges)
    for index, page in enumerate(edges):
        taken: set[int] = set()
        for side, reason in ((page.top, HEAD), (page.bottom, FOOT)):
            run = _repeated(edges, index, side, banners)
            if reason == HEAD and len(run) == DEEPEST:
                run += below_edge(edges, index)
            if reason == HEAD and not run and index:
                run = letter_head([edge.line for edge in side], edges[0].lines)
            titles = _titles(run, edges, index) if reason == HEAD else set()
            for line in run:
                if line.start not in taken | titles and not is_page_number(line):
                    taken.add(line.start)
                    yield Edit(line.start, line.end, reason=reason)
        for start, end in form_numbers([edge.line for edge in page.top]):
            yield Edit(start, end, reason=HEAD)
    for name in margin_names(document):
        yield Edit(name.start, name.end, reason=ASIDE)
    for start, end in (*publishers_marks(document), *paragraph_numbers(document)):
        yield Edit(start, end, reason=PUBLISHED)
    bare = () if document.pages[0].has_boxes else (session_heads, journal_heads, docket_heads)
    for start, end in (span for find in bare for span in find(document.text)):
        yield Edit(start, end, reason=HEAD)
    for head in find_bare_heads(document):
        yield Edit(head.start, head.end, reason=HEAD if head.at_top else FOOT)


def _repeated(edges: list[PageEdges], index: int, side: tuple[Edge, ...], banners: set[int]) -> list[Line]:
    """The lines from the edge inward up to the last that is a head's, and banners that a stamp is beyond."""
    page = edges[index]
    run: list[Line] = []
    last = 0
    for edge in side:
        outside = page.is_outside(edge.line) and edge.line.start not in page.notes
        inside = edge.at_top and page.columns and not outside
        if (
            outside
            or edge.line.start in banners
            or (not inside and (_is_repeated(edge, edges, index) or _is_known_head(edge)))
            or names_session(edge, side)
        ):
            run.append(edge.line)
            last = len(run)
        elif edge.depth - len(run) >= 1 or not is_page_number(edge.line):
            break
    return run[:last] + [edge.line for edge in side if edge.line.start in banners and edge.line not in run]


def _is_repeated(edge: Edge, edges: list[PageEdges], index: int) -> bool:
    """Whether a line stands on the pages near by too: on two of them where there are three or more, for lines
    of a form (``YES __ NO __``) meet at one height by chance; on one if it is long and its numbers agree, and
    nothing ties it to the text. A caption is no head for being printed again, nor is a note that is called:
    few lines are repeated, and to know a page's calls takes longer than all else here."""
    return _stands_near(edge, edges, index) and edge.line.start not in edges[index].called


def _stands_near(edge: Edge, edges: list[PageEdges], index: int) -> bool:
    own = edge.line.text
    near = list(neighbours(edges, index))
    if is_text(edge, edges[index], near):
        return False
    letters, prose = letters_of(own), is_of_sentence(own)
    if prose and not (letters >= SENTENCE and is_apart(edge, edges[index])):
        return False
    told_by_one = not goes_with_text(edge, edges[index])
    telling = without_specks(own) if told_by_one and is_telling(own) else ""
    numbered = title_number(own)
    alike = 0
    for page in near:
        if edges[index].has_caption and page.has_caption:
            continue
        others = [
            o.line.text for o in unlisted(page.top if edge.at_top else page.bottom) if _is_beside(edge, o)
        ]
        others = [other for other in others if title_number(other) == numbered]
        if prose or is_number(own):
            others = [other for other in others if other.split() == own.split()]
        else:
            others = [other for other in others if not is_of_sentence(other)]
        alike += any(is_alike(own, other) for other in others)
        if len(near) < 3 and told_by_one and alike:
            return True
        if telling and any(fuzz.ratio(telling, without_specks(other)) >= ALIKE for other in others):
            return True
    return alike >= 2


def _is_beside(edge: Edge, other: Edge) -> bool:
    return abs(other.depth - edge.depth) <= 2 and _same_height(edge.line, other.line)


def _same_height(one: Line, two: Line) -> bool:
    return not (one.words and two.words) or abs(one.top - two.top) <= SAME_HEIGHT


def _is_known_head(edge: Edge) -> bool:
    """Whether a line is a head by its form, on one page too."""
    if edge.depth >= 2 or len(edge.line.text) > LONGEST:
        return False
    at_top = edge.at_top and (_is_slip(edge.line) or examination_head(edge.line.text) is not None)
    return at_top or is_fax_line(edge.line.text)


# -- what is a title -----------------------------------------------------------------------------------


def _titles(run: Sequence[Line], edges: list[PageEdges], index: int) -> set[int]:
    """Where the lines of a run begin that are the filing's title and stay: a court's name on the first page
    that has it and over any caption, there with what stands above it and all that follows."""
    page = edges[index]
    names = [n for n, line in enumerate(run) if _names_court(line) and not page.is_outside(line)]
    if index and not _opens(page):
        names = [n for n in names if not any(_has_head(earlier, run[n]) for earlier in edges[:index])]
        return {run[n].start for n in names if not re.search(r"\d", run[n].text)}
    if not names:
        return set()
    above = [n for n in range(names[0]) if not _is_slip(run[n]) and not re.search(r"\d", run[n].text)]
    return {run[n].start for n in (*above, *range(names[0], len(run)))}


def _is_slip(line: Line) -> bool:
    return len(line.text) <= LONGEST and SLIP_OPINION.fullmatch(" ".join(line.text.split())) is not None


def _names_court(line: Line) -> bool:
    return TITLE.search(line.text) is not None and not _is_slip(line)


def _opens(page: PageEdges) -> bool:
    """Whether a later page begins a writing of its own: a caption with its lone ``v.``, or the folio 1."""
    heads = [" ".join(edge.line.text.split()) for edge in page.top[:2]]
    return page.has_caption or any(_FIRST_FOLIO.search(head) for head in heads)


_FIRST_FOLIO = pattern(r"^\W*1\W*$|^Cite as.*\D1$|TERM.*\D1$")


def _has_head(page: PageEdges, line: Line) -> bool:
    own = masked(line.text)
    return any(fuzz.ratio(own, masked(other.text)) >= ALIKE for other in page.lines[:UPPER_LINES])
