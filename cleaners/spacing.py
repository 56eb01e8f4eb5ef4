"""Blanks where none were printed, and none where one was.

Letter-spaced headings come out of a text layer as letters (``C O U R T``), small capitals and kerned type
as pieces (``APPE ALS``), OCR drops a blank (``ofthe``) or sets one before a comma. Blanks are added or
taken away only on a word list's evidence: a court's words, names and citations are not to be guessed at.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain

from cleaners.document import Document, cleaned
from cleaners.pagination.run_together import find_line_ends
from cleaners.patterns import on_lines, pattern, places
from cleaners.pieces import Edit, apart
from cleaners.word_spacing.broken_words import find_broken_words
from cleaners.word_spacing.ellipses import find_ellipses
from cleaners.word_spacing.glued import find_read_close
from cleaners.word_spacing.letter_spacing import find_initials, find_letter_spaced
from cleaners.word_spacing.loose_type import find_loose_type

# A text is searched for what is rare in it: forms begin with that, and look behind for what precedes it.
_BLANKS = pattern(r"  (?<=[^ \t\n\f]  ) *(?=[^ \t\n\f])")
_RUN = pattern(r"[ \t](?:[ \t]+|(?=[\n\f]|\Z))")
_AFTER_BLANK = pattern(
    r"[,;.](?:(?<!\.)(?=\s|\Z)|(?<=\.)(?=(?:[ \n]+[A-Z“\"]|[ \t]*(?:[\n\f]|\Z))(?!\s*\.)))"
)
# `841 (b) (1)`, `13-106 (A) -DOC`, `order. ”`: typewriter faces and kerning part what was printed close.
_SUBSECTIONS = pattern(r"\d(?<!\w.)\d{0,4}[a-z]?(?: ?\((?:\d{1,2}|[A-Za-z]|[ivx]{1,5})\)){2,}")
_DOCKET_TAIL = pattern(
    r" (?:(?=\([A-Z]\) ?-[A-Z]{2,4}\b)(?<=\d )|(?=-[A-Z]{2,4}\b)(?:(?<=\d\([A-Z]\) )|(?<=\d \([A-Z]\) )))"
)
_AT = pattern(r"@(?:(?<=[\w-]@)|(?<=[\w-] @)) ?(?=[\w-]+(?:\.[\w-]+)+)")
_AFTER_QUOTED = pattern(r"”(?<=[^\s.][.,] .)")


def repair_spacing(text: str) -> str:
    """Text with one blank between words and none inside them.

    Runs of blanks become one (a tab in them stays, alone: it parts cells), blanks at a line's end go.
    Letter-spaced words close up where that makes words; a word in pieces where the whole is a word and a
    piece is not; two words run together part where both are common and the whole is none.

    Left alone: an indent, which shows where a paragraph begins; initials and abbreviations, names,
    citations, ellipses (``. . .``), lists of letters (``Exhibits A B C``), whatever holds a figure.

    >>> repair_spacing("U .S. C O U R T OF APPE ALS  for the Ninth Circuit ,")
    'U.S. COURT OF APPEALS for the Ninth Circuit,'
    >>> repair_spacing("the terms ofthe lease . . . bind K. M. POOL; Exhibits A B C and D")
    'the terms of the lease . . . bind K. M. POOL; Exhibits A B C and D'
    """
    return cleaned(text, find_spacing, by="spacing")


def find_spacing(document: Document) -> Iterator[Edit]:
    """The blanks to change, and where one is to be put in; of letter-spaced words the whole. What is known of
    the letters beside a gap goes before what is known of its width."""
    text = document.text
    runs = [*find_letter_spaced(text)]
    gaps: dict[int, Edit] = {}
    for edit in (
        *_double_blanks(text, ((run[0].start, run[-1].end) for run in runs)),
        *_runs(text, celled=document.pages[0].has_boxes),
        *_closed(text),
        *(() if document.pages[0].has_boxes else find_loose_type(text)),
        *find_broken_words(document),
        *find_read_close(document),
        *find_ellipses(document),
        *find_initials(text),
    ):
        gaps[edit.start] = edit
    yield from apart((*find_line_ends(document), *chain.from_iterable(runs), *gaps.values()))


def _double_blanks(text: str, spelled: Iterable[tuple[int, int]]) -> Iterator[Edit]:
    """Runs of blanks between words, outside of the spans that are spelled in single letters."""
    at = 0
    for start, end in (*spelled, (len(text), len(text))):
        for match in _BLANKS.finditer(text, at, start + 1):
            yield Edit(*match.span(), " ", "run of blanks")
        at = end


def _runs(text: str, *, celled: bool) -> Iterator[Edit]:
    """Blanks at line ends, before points, and runs with tabs; where words have places, two tabs stand about
    an empty cell."""
    for match in on_lines(_RUN, f"{text}\n", "\t", " \n", " \f"):
        start, end = match.span()
        indents = text[start - 1 : start] in ("", "\n", "\f")
        cells = celled and not match[0].strip("\t")
        if text[end : end + 1] in ("", "\n", "\f"):
            yield Edit(start, end, "", "blanks at a line end")
        elif "\t" in match[0] and not (indents or cells):
            yield Edit(start, end, "\t", "run of blanks")
    for at in places(text, " ,", " ;", " ."):
        if not _AFTER_BLANK.match(text, at + 1):
            continue
        start = end = at + 1
        while text[start - 1 : start] == " ":
            start -= 1
        before, mark = text[start - 1 : start], text[end]
        closed = before.isalpha() or before in ")]”_"
        if not (closed or (mark != "." and (before.isalnum() or before == "’"))):
            continue
        yield Edit(start, end, "", "blank before punctuation")


def _closed(text: str) -> Iterator[Edit]:
    """Blanks inside a section's number or an e-mail address, before a docket number's initials or a quote."""
    for match in on_lines(_SUBSECTIONS, text, ") (", ")("):
        for blank in places(match[0], " "):
            start = match.start() + blank
            yield Edit(start, start + 1, "", "blank inside a section number")
    for match in on_lines(_DOCKET_TAIL, text, ")-", ") -"):
        yield Edit(match.start(), match.end(), "", "blank inside a docket number")
    for match in _AT.finditer(text):
        for start, end in ((match.start() - 1, match.start()), (match.start() + 1, match.end())):
            if text[start:end] == " ":
                yield Edit(start, end, "", "blank inside an e-mail address")
    for match in _AFTER_QUOTED.finditer(text):
        yield Edit(match.start() - 1, match.start(), "", "blank before punctuation")
