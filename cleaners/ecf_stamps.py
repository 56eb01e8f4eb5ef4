"""The line a court's electronic filing system prints on every page.

CM/ECF writes it at the very edge, in a form each court sets up for itself: case, document, filing date,
page, and in some districts a running page ID. State systems (NYSCEF) do the same. OCR misreads it
(``ase 2:13-cr-00106``, ``Page 1of7``), and a document filed twice carries two, one printed over the other.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise, takewhile

from rapidfuzz import fuzz

from cleaners.document import Document, cleaned
from cleaners.lexicon import is_word
from cleaners.line import Line
from cleaners.page import Page, Word
from cleaners.patterns import pattern
from cleaners.pieces import Edit
from cleaners.stamp_forms.ecf_forms import (
    DOCKET,
    DOCUMENT,
    FIELD,
    HEAD,
    SCATTERED,
    STATE,
    is_stamp,
    stamp_spans,
)
from cleaners.stamp_forms.nyscef import nyscef_spans
from cleaners.stamp_forms.removal import runs_of, whole_spans
from cleaners.stamp_forms.stamp_vocabulary import says_receipt

_CITING = pattern(r"\W*(?:[Ss]ee|[Cc]f|[Aa]t|[Ii]n|[Aa]s)\b")
_QUOTED = pattern(r"(?:[(\[“\"]|\b[Ss]ee)[ \t]*\Z")
_CITED = pattern(r"\b(?:in|at|as|cf\.)[ \t]*\Z")
"""Words before a stamp that is cited; in text run together a page may end in them."""
_PAGE_OF = pattern(r"(?:Page|Pg)\.? \d+ of \d+$")
_PACKET = pattern(r"[ \t]*\n[ \t]*\(\d+ of \d+\)(?=[ \t]*(?:\n|$))")
"""The Sixth and Ninth Circuits number the pages of all that was filed at once: ``(3 of 23)``."""
_OF_PACKET = pattern(r"\((?P<page>\d{1,4}) of (?P<all>\d{1,4})\)[ \t]*$", re.MULTILINE)
_STAMPED_OVER = pattern(r"[ \t]*(?P<label>Page ?ID) ?(?:FILED|LODGED|RECEIVED)\s+(?P<number>#:\d+)(?!\w)")
"""What a clerk stamped between a stamp's last label and its number, which then stands a line below."""
_HEADED = pattern(rf"[ \t]*{HEAD} *{DOCKET}[ \t]*")
_NUMBER = r"[ \t]*(?:\d{1,4}|[ivxl]{1,6})[ \t]*"
_PIECE = pattern(rf"[ \t]*(?:(?:{FIELD})(?: of)?[ \t,]*)+|{_NUMBER}")
"""A stamp's head, and a line that holds a part of one: a dump cuts it where its fields stand far apart."""
_MOST_PIECES, _FEWEST_SCATTERED = 8, 8
_FILED, _REACH = pattern(r"Filed(?<!\S.{5})(?!\S)"), 2000
"""Two stamps in pieces stand within so many characters before the word."""
_DATED = pattern(r"\d[/:-]\d")
# What a misread stamp still shows; each pattern is one piece of evidence.
_TRACES = (
    pattern(r"(?<!p)a[s5g]e\b|Appeal|USCA|USDC", re.IGNORECASE),
    pattern(r"\d{1,2}:?\d\d-?[a-z]{2}-?[\dO]{4,6}|\b\d\d-\d{3,6}\b", re.IGNORECASE),
    pattern(r"D[o0]c(?:u?m\w*)?\W{0,3}[\dlI]|Docu?m?ent", re.IGNORECASE),
    pattern(r"F[il1I]{1,2}l?ed|Entered", re.IGNORECASE),
    pattern(r"\d{1,2}/\d{1,2}/\d{2,4}"),
    pattern(r"Pa[gq]e|\bPg\b|[\dlI] ?of ?[\dlI]", re.IGNORECASE),
    pattern(r"ID ?[#&]|#:? ?\d|Desc\b|Entry|NYSCEF", re.IGNORECASE),
)
_STAMP_WORDS = frozenset(  # words read best as words
    "case appeal appellate document doc documents filed date entered entry page pages desc main"  # noqa: SIM905
    " exhibit id of on in docket sealed restricted am pm duplicate original certificate notice".split()
)
_SKELETON = "Case cv cr Document Filed Page of ID"
EDGE = 0.08
"""The share of the page's height at its top and bottom in which a stamp stands."""
_TOP_EDGE = 0.045  # of the page's height (half an inch of a letter page): only stamps are printed so high


def find_ecf_stamps(document: Document) -> Iterator[Edit]:
    """By place where words have boxes, there with misreadings allowed; else by exact form, anywhere."""
    spans = [*_stamped_rows(document), *_printed_stamps(document)]
    for start, end in whole_spans(document.text, spans):
        yield Edit(start, end, "", "ECF stamp")


def strip_ecf_stamps(text: str) -> str:
    r"""Text without the stamps of CM/ECF, PACER and the states' filing systems.

    Left alone: a sentence that cites a case and a document in words, a stamp quoted in brackets or after
    ``see``, docket numbers of captions and footers.

    >>> strip_ecf_stamps("Case 2:15-cv-00208-TLN Document 209 Filed 04/22/20 Page 1 of 5\nThe motion")
    'The motion'
    >>> strip_ecf_stamps("Case No. 2:15-cv-00208, Document 209, filed April 22, 2020, at page 1")
    'Case No. 2:15-cv-00208, Document 209, filed April 22, 2020, at page 1'
    """
    return cleaned(text, find_ecf_stamps, by="ECF stamps")


# -- text alone ----------------------------------------------------------------------------------------


def _printed_stamps(document: Document) -> Iterator[tuple[int, int]]:
    text = document.text
    spans = [(start, end) for start, end in stamp_spans(text) if is_stamp(text[start:end])]
    printed = Counter(_document(text[start:end]) for start, end in spans)
    for start, end in spans:
        before = text[max(0, start - 12) : start]
        again = printed[_document(text[start:end])] > 1
        if not (_QUOTED.search(before) or (_CITED.search(before) and not again)):
            packet = _PACKET.match(text, end)
            yield start, packet.end() if packet else end
            if over := _STAMPED_OVER.match(text, end):
                yield from (over.span("label"), over.span("number"))
    for match in STATE.finditer(text.replace("\f", "\n")):  # a line ends where a page does, too
        yield match.span()
    yield from nyscef_spans(text)
    yield from _packets(text)
    if not all(page.has_boxes for page in document.pages):
        yield from _bare_lines(document.lines, spans)
        yield from _in_pieces(document.lines)
        yield from _scattered(text)


def _packets(text: str) -> Iterator[tuple[int, int]]:
    """The numbers of a packet's pages on lines of their own, of which two count on."""
    rows = ((text.rfind("\n", 0, match.start()) + 1, match) for match in _OF_PACKET.finditer(text))
    found = [(start, match) for start, match in rows if not text[start : match.start()].strip(" \t")]
    for (start, one), (below, two) in pairwise(found):
        if one["all"] == two["all"] and int(two["page"]) == int(one["page"]) + 1:
            yield from ((start, one.end()), (below, two.end()))


def _document(stamp: str) -> tuple[str, ...]:
    """What the stamps of all pages of a document have in common: its numbers."""
    return tuple(form[0] for form in (re.search(DOCKET, stamp), DOCUMENT.search(stamp)) if form)


def _runs_of_pieces(text: str) -> Iterator[re.Match[str]]:
    """What stands round each ``Filed`` and has nothing in it but pieces of stamps."""
    done = 0
    for filed in _FILED.finditer(text):
        if filed.start() >= done:
            runs = SCATTERED.finditer(text, max(done, filed.start() - _REACH))
            run = next(run for run in runs if run.end() > filed.start())
            yield run
            done = run.end()


def _scattered(text: str) -> Iterator[tuple[int, int]]:
    """The words of two stamps printed over one another, each piece by itself; a figure before or behind them
    is the page's."""
    for match in _runs_of_pieces(text):
        words = list(re.finditer(r"\S+", match[0]))
        while words and words[0][0].isdigit():
            words.pop(0)
        while len(words) > 1 and words[-1][0].isdigit() and words[-2][0] != "of":
            words.pop()
        told = {word[0] for word in words}
        cases = {word for word in told if re.search(DOCKET, word)}
        if {"Filed", "Page"} <= told and len(cases) > 1 and len(words) >= _FEWEST_SCATTERED:
            yield match.start() + words[0].start(), match.start() + words[-1].end()


def _in_pieces(lines: Sequence[Line]) -> Iterator[tuple[int, int]]:
    """The lines of a stamp that a dump has cut at the gaps between its fields. A number alone among them is
    the page's folio, but for the last one where ``Page 4 of`` asks for it."""
    filled = [line for line in lines if not line.page.has_boxes and line.text.strip()]
    for index, line in enumerate(filled):
        if not (("-" in line.text or "MDL" in line.text) and _HEADED.fullmatch(line.text)):
            continue
        rest = takewhile(lambda piece: _PIECE.fullmatch(piece.text), filled[index + 1 :][:_MOST_PIECES])
        pieces = [line, *rest]
        numbers = [piece for piece in pieces if re.fullmatch(_NUMBER, piece.text)]
        asked = any(piece.text.rstrip().endswith(" of") for piece in pieces)
        stamp = [piece for piece in pieces if piece not in numbers] + numbers[-1:] * asked
        if is_stamp(" ".join(piece.text.strip() for piece in stamp)):
            yield from ((piece.start, piece.end) for piece in stamp)


def _bare_lines(lines: Sequence[Line], stamps: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """The lines that are a misread stamp, or a receipt; words beside a stamp that was read are text."""
    starts = [line.start for line in lines]
    stamped = {starts[bisect_right(starts, start) - 1]: end for start, end in stamps}
    for index, line in enumerate(lines):
        told = ":" in line.text or "-" in line.text or "/" in line.text or "M" in line.text
        if not told or line.page.has_boxes:
            continue  # most lines have no day and no hour
        if says_receipt(line.text):
            yield line.start, line.end
            continue
        if line.start in stamped and _other_words(line.text[stamped[line.start] - line.start :]):
            continue
        if not 20 <= len(line.text) <= 160 or not _DATED.search(line.text) or _CITING.match(line.text):
            continue
        first = index == 0 or lines[index - 1].page is not line.page
        last = index + 1 == len(lines) or lines[index + 1].page is not line.page
        others = len(_other_words(line.text))
        if others <= 1 and _traces(line.text) - others >= (5 if first or last else 6):
            yield line.start, line.end


def _traces(text: str) -> int:
    return sum(1 for trace in _TRACES if trace.search(text))


def _other_words(text: str) -> list[str]:
    """The words of a line that no stamp holds; prose about a case has some."""
    words = [w for w in re.findall(r"[A-Za-z]{3,}", text) if is_word(w) and (len(w) > 3 or not w.isupper())]
    prose = [w for w in words if w.casefold() not in _STAMP_WORDS]
    return prose + re.findall(r"(?<!MDL )(?<!ECF )\bNos?\. ?\d", text)


def _little_else(text: str) -> bool:
    """Whether the letters of a line are those of a stamp, in whatever order: two stamps printed over each
    other leave an anagram of both."""
    letters = Counter(c for c in text.casefold() if c.isalpha())
    total = sum(letters.values())
    frame = Counter(c for c in _SKELETON.casefold() if c.isalpha())
    copies = max(1, -(-total // sum(frame.values())))
    # Judges' initials are in no skeleton: eight letters are allowed for them.
    strange = sum(max(0, n - copies * frame[c]) for c, n in letters.items())
    return sum(c.isdigit() for c in text) >= 6 and strange <= 8 + total // 8


# -- by place ------------------------------------------------------------------------------------------


def _stamped_rows(document: Document) -> Iterator[tuple[int, int]]:
    """The words of every row at a page's edge that reads as a stamp, however the reader cut its lines."""
    edges: dict[int, list[Word]] = defaultdict(list)
    heights = {page.number: page.height for page in document.pages}
    for page, words in _placed_words(document):
        if page.has_boxes and (high := page.height):
            edges[page.number] += [w for w in words if not EDGE < (w.top + w.bottom) / 2 / high < 1 - EDGE]
    for number, words in edges.items():
        above = ""  # the stamp's row above, if there is one
        for row in _rows(words):
            text = " ".join(document.text[w.start : w.end] for w in row)
            margin = row[0].middle / heights[number] < _TOP_EDGE
            stamped = _reads_as_stamp(text) or _goes_on(above, text) or (margin and _is_garble(text))
            above = text if stamped else ""
            if stamped:
                over = () if STATE.match(text) else _FILE_STAMP
                own = (w for w in row if document.text[w.start : w.end] not in over)
                yield from runs_of(document.text, own)


def _placed_words(document: Document) -> Iterator[tuple[Page, Sequence[Word]]]:
    """The words of the text in its order, those of a page or line together. A text that stands as it was read
    has the words of its pages, and its lines, which most often change with the stamps, need not be made."""
    if document.text == document.source:
        yield from ((page, page.words) for page in document.pages)
    else:
        yield from ((line.page, line.words) for line in document.lines)


# Printed over a federal stamp by the clerk, and no part of it; states' systems print it themselves.
_FILE_STAMP = frozenset({"FILED", "DUPLICATE", "ORIGINAL", "RECEIVED", "LODGED"})


def _rows(words: list[Word]) -> Iterator[list[Word]]:
    row: list[Word] = []
    for word in sorted(words, key=lambda w: w.middle):
        if row and word.middle - row[0].middle > 0.6 * max(row[0].height, 4):
            yield sorted(row, key=lambda w: w.left)
            row = []
        row.append(word)
    if row:
        yield sorted(row, key=lambda w: w.left)


def _reads_as_stamp(text: str) -> bool:
    if (
        any(is_stamp(text[start:end]) for start, end in stamp_spans(text))
        or STATE.match(text)
        or says_receipt(text)
    ):
        return True
    if not _DATED.search(text) or len(_other_words(text)) > 1:
        return False
    traces = _traces(text)
    return traces >= 5 or (traces >= 2 and _little_else(text) and (traces >= 4 or _scrambled(text)))


def _is_garble(text: str) -> bool:
    """Whether a row is what OCR makes of two stamps printed over each other: figures and non-words. Only
    at a page's top edge, where nothing else but a facsimile machine prints."""
    words = re.findall(r"[A-Za-z]+", text)
    known = sum(len(w) > 1 and is_word(w) for w in words)
    return len(text) >= 40 and sum(c.isdigit() for c in text) >= 8 and known * 2 <= len(words)


def _scrambled(text: str) -> bool:
    letters = "".join(sorted(c for c in text.casefold() if c.isalpha()))
    frame = "".join(sorted(c for c in _SKELETON.casefold() if c.isalpha()))
    return max(fuzz.ratio(letters, frame), fuzz.ratio(letters, "".join(sorted(frame * 2)))) >= 70


def _goes_on(above: str, text: str) -> bool:
    """The second row of a stamp that was too long for one: ``#:98940``, ``Main Document Page 1 of 9``."""
    if above.endswith(" of"):
        return text.isdigit()
    if re.search(r"\bDesc(?: \w+)*$", above) and len(text) < 80 and _PAGE_OF.search(text):
        return True
    return bool(above) and re.fullmatch(rf"(?:(?:{FIELD})[ ,]*)+|\(\d+ of \d+\)", text) is not None
