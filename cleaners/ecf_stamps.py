"""The line a court's electronic filing system prints on every page.

CM/ECF writes it at the very edge, in a form each court sets up for itself: case, document, filing date,
page, and in some districts a running page ID. State systems (NYSCEF) do the same. OCR misreads it
(``ase 2:13-cr-00106``, ``Page 1of7``), and a document filed twice carries two, one printed over the other.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from rapidfuzz import fuzz

from cleaners.document import Document, Line, cleaned
from cleaners.lexicon import is_word
from cleaners.page import Word
from cleaners.pieces import Edit
from cleaners.removal import runs_of, whole_spans
from cleaners.stamp_vocabulary import says_receipt

_DOCKET = (
    r"[M\d](?:(?<=M)DL No\. \d{2,4}"
    r"|(?<=\d)\d?[:-]\d{2}-(?:[A-Za-z]{2,4}-)?\d{3,6}(?:-?[A-Za-z]{1,5}\b|-\d{1,3}\b)*"
    r"|(?<=\d)\d-\d{1,6}(?:-[A-Za-z]{1,5}\d{0,2}\b)*)"
)
_HEAD = (
    r"(?:USCA(?:DC|\d{1,2})? |Appellate |Adv\. |USDC [A-Z]{2}/[A-Z]{2} )?"
    r"(?:[A-Z]?[Aa][Ss5][Ee]|Cage|Appeal)(?: ?#| ?:)? ?#?"
)
_DAY = r"\d{1,2}/\d{1,2}/(?:\d{4}|\d{2})"
_TIME = r"(?: \d{1,2}:\d{2}(?::\d{2})?(?: ?[AaPp]\.?[Mm]\b\.?)?)?"
_DESCRIBED = r"(?:[ \t]+[^\n]{1,60}?\n?[^\n]{0,60}?(?=[ \t](?:Page|Pg) \d+ of \d))?"
"""Bankruptcy courts print what the attachment is between the hour and the page."""
_FIELDS = {
    "document": r"(?:Document|Documents|Doc\.?|ECF No\.|document|DOCUMENT|DOC|Dkt\.?|Entry Number)"
    r"(?: ?#| ?No\.)? ?:? ?\d+(?:[-.]\d+)*",
    "filed": r"(?:Date )?(?:Filed|FILED|filed|Ent(?:ered|\.)|ENTERED)"
    r"(?: (?:in|on)(?: [A-Z]{2,6})?(?: Docket| on)?)?"
    rf" ?:? ?{_DAY}(?: \d\d:\d\d:\d\d{_DESCRIBED}|{_TIME}(?: in [A-Z]{{2,6}})?)",
    "day": rf"(?<= ){_DAY}(?=,)",
    "page": r"(?:Pages?|page|PAGE|Pg)\.? ?:? ?\d+(?: ?of\s?\d+)?",
    "page id": r"Page ?ID ?\.?(?:#|No\.)? ?:? ?(?:#:? ?)?(?:\d+|<pageID>)?|PAGEID ?#? ?:? ?\d+|#:\d+",
    "entry": r"(?:Entry )?ID: ?\d+|DktEntry: ?[\d.-]+|(?<=, )\d{5,8}(?=, ?Page)",
    "description": r"Desc\b(?: (?:Main\b(?: Document)?|Exhibit\b(?: \w{1,3}\b)?|Imaged\b))?|Main Document"
    r"|USDC (?:Colorado|Kansas|Minnesota|[A-Z]{2}/[A-Z]{2})|Certificate of Notice|RESTRICTED|SEALED",
}
_FIELD = "|".join(f"(?:{form})" for form in _FIELDS.values())
_GAP = r"[ \t]*,?[ \t]*\n?[ \t]*"
# A stamp as it is printed, read rightly: head and docket number (New York's bankruptcy court leaves the
# head out), then fields. `Case No.` and a date in words are how people cite, and do not match. What it is
# looked for by is the docket number: a head may begin with any letter.
_DOCKETED = re.compile(rf"{_DOCKET}(?:{_GAP}(?:{_FIELD})(?!\w))+")
_BEFORE_DOCKET = re.compile(rf"(?:(?<!\w){_HEAD} *|(?<![\w/:.-]))\Z")
_WIDEST_HEAD = 80
_CITING = re.compile(r"\W*(?:[Ss]ee|[Cc]f|[Aa]t|[Ii]n|[Aa]s)\b")
_CITED = re.compile(r"(?:[(\[“\"]|\b[Ss]ee|\b(?:in|at|as|cf\.))[ \t]*\Z")
_CHANCERY = r"Case No\. \d{4}-\d{4}-[A-Z]+"
_STATE = re.compile(
    rf"(?m)^[ \t]*(?:NYSCEF DOC\. NO\. \d+[ \t]*(?:RECEIVED NYSCEF: {_DAY})?"
    rf"|RECEIVED NYSCEF: {_DAY}|INDEX NO\. \d+/\d{{4}}"
    rf"|FILED: [A-Z\d -]{{4,40}} (?:COUNTY CLERK|DEPT\.?) {_DAY}{_TIME}(?:[ \t]+(?:INDEX NO\. )?[\w/-]+)?"
    rf"|\[?Electronically (?:FILED|RECEIVED) by (?:the )?Superior Court[^\n]{{0,200}}"
    rf"|FILED DATE: {_DAY}{_TIME}[ \t]+\w+|Filing ?# ?\d+ E-Filed {_DAY}{_TIME}"
    rf"|E-?Filed: +[A-Z][a-z]{{2}} \d{{1,2}} \d{{4}}[^\n]{{0,80}}"
    rf"|Transaction ID \d{{8}}(?:[ \t]*\n[ \t]*{_CHANCERY})?"
    rf"|Received {_DAY}{_TIME}[ap]?m?[ \t]+Filed {_DAY}|SERVED (?:{_DAY}|[A-Z][a-z]{{2}} \d\d \d{{4}})"
    rf"|[A-Z]{{3}}-[A-Z]{{1,2}}-\d{{6}}-\d\d[ \t]+{_DAY}{_TIME}[ \t]+Pg \d+ of \d+[ \t]+Trans ID: \w+"
    rf"|{_DOCKET}[ \t]+# ?\d+(?:-\d+)?[ \t]+(?:Filed: {_DAY}[ \t]+)?Page \d+ of \d+)[ \t]*$"
)
_PAGE_OF = re.compile(r"(?:Page|Pg)\.? \d+ of \d+$")
_PACKET = re.compile(r"[ \t]*\n[ \t]*\(\d+ of \d+\)(?=[ \t]*(?:\n|$))")
"""The Sixth and Ninth Circuits number the pages of all that was filed at once: ``(3 of 23)``."""
_DATED = re.compile(r"\d[/:-]\d")
# What a misread stamp still shows; each pattern is one piece of evidence.
_TRACES = (
    re.compile(r"(?<!p)a[s5g]e\b|Appeal|USCA|USDC", re.IGNORECASE),
    re.compile(r"\d{1,2}:?\d\d-?[a-z]{2}-?[\dO]{4,6}|\b\d\d-\d{3,6}\b", re.IGNORECASE),
    re.compile(r"D[o0]c(?:u?m\w*)?\W{0,3}[\dlI]|Docu?m?ent", re.IGNORECASE),
    re.compile(r"F[il1I]{1,2}l?ed|Entered", re.IGNORECASE),
    re.compile(r"\d{1,2}/\d{1,2}/\d{2,4}"),
    re.compile(r"Pa[gq]e|\bPg\b|[\dlI] ?of ?[\dlI]", re.IGNORECASE),
    re.compile(r"ID ?[#&]|#:? ?\d|Desc\b|Entry|NYSCEF", re.IGNORECASE),
)
_STAMP_WORDS = frozenset(  # words read best as words
    "case appeal appellate document doc documents filed date entered entry page pages desc main"  # noqa: SIM905
    " exhibit id of on in docket sealed restricted am pm duplicate original certificate notice".split()
)
_SKELETON = "Case cv cr Document Filed Page of ID"
EDGE = 0.08
"""The share of the page's height at its top and bottom in which a stamp stands."""
_TOP_EDGE = 0.045


class EcfStamp(NamedTuple):
    """What a stamp says; None where it does not say it or was misread. ``filed`` is an ISO date."""

    docket_number: str
    document: str | None
    filed: str | None
    page: int | None
    pages: int | None


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


def read_ecf_stamp(text: str) -> EcfStamp | None:
    """What the first stamp in ``text`` says, or None if there is none that can be read.

    >>> read_ecf_stamp("Case 2:15-cv-00208-TLN Document 209 Filed 04/22/20 Page 1 of 5")
    EcfStamp(docket_number='2:15-cv-00208-TLN', document='209', filed='2020-04-22', page=1, pages=5)
    """
    text = " ".join(text.split())
    found = next((own for span in _spans(text) if _is_stamp(own := text[slice(*span)])), "")
    docket = re.search(_DOCKET, found)
    if not docket:
        return None
    rest = found[docket.end() :]
    number = re.search(r"(?i)(?:doc(?:ument)?s?\.?|ecf no\.)(?: ?#| ?no\.)? ?:? ?(\d+(?:[-.]\d+)*)", rest)
    filed = re.search(rf"(?i)(?:(?:filed|entered on)\D{{0,20}}|(?<=, ))({_DAY})", rest)
    page = re.search(r"(?i)(?:pages?|pg)\.? ?:? ?(\d+)(?: ?of ?(\d+))?", rest)
    return EcfStamp(
        docket[0],
        number[1] if number else None,
        _iso(filed[1]) if filed else None,
        int(page[1]) if page else None,
        int(page[2]) if page and page[2] else None,
    )


def _iso(day: str) -> str | None:
    month, number, year = (int(part) for part in day.split("/"))
    try:
        return date(year + (2000 if year < 70 else 1900) if year < 100 else year, month, number).isoformat()
    except ValueError:
        return None


def _is_stamp(text: str) -> bool:
    """Whether what matched says enough: a document or entry, a date and a page, or two of them and a head."""
    kinds = {kind for kind, form in _FIELDS.items() if re.search(form, text)}
    wanted = len(kinds & {"document", "filed", "page", "page id", "entry", "day"})
    return wanted >= (2 if re.match(_HEAD, text) else 3)


# -- text alone ----------------------------------------------------------------------------------------


def _spans(text: str) -> Iterator[tuple[int, int]]:
    """Where stamps may stand: a docket number with fields behind it, and its head, if it has one."""
    end = at = 0
    while match := _DOCKETED.search(text, at):
        head = _BEFORE_DOCKET.search(text, max(end, match.start() - _WIDEST_HEAD), match.start())
        if head is None:
            at = match.start() + 1
            continue
        yield head.start(), match.end()
        end = at = match.end()


def _printed_stamps(document: Document) -> Iterator[tuple[int, int]]:
    text = document.text
    for start, end in _spans(text):
        if _is_stamp(text[start:end]) and not _CITED.search(text[max(0, start - 12) : start]):
            packet = _PACKET.match(text, end)
            yield start, packet.end() if packet else end
    for match in _STATE.finditer(text):
        yield match.span()
    if not all(page.has_boxes for page in document.pages):
        yield from _bare_lines(document.lines)


def _bare_lines(lines: Sequence[Line]) -> Iterator[tuple[int, int]]:
    for index, line in enumerate(lines):
        if not line.page.has_boxes and says_receipt(line.text):
            yield line.start, line.end
            continue
        first = index == 0 or lines[index - 1].page is not line.page
        last = index + 1 == len(lines) or lines[index + 1].page is not line.page
        if line.page.has_boxes or not 20 <= len(line.text) <= 160 or not _DATED.search(line.text):
            continue
        if _CITING.match(line.text):
            continue
        traces, others = _traces(line.text), len(_other_words(line.text))
        if traces - others >= (5 if first or last else 6) and others <= 1:
            yield line.start, line.end


def _traces(text: str) -> int:
    return sum(1 for trace in _TRACES if trace.search(text))


def _other_words(text: str) -> list[str]:
    """The words of a line that no stamp holds; prose about a case has some."""
    words = [w for w in re.findall(r"[A-Za-z]{3,}", text) if is_word(w) and not w.isupper()]
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
    for line in document.lines:
        if line.page.has_boxes and line.page.height:
            edges[line.page.number] += (w for w in line.words if _at_edge(w, line))
    for number, words in edges.items():
        above = ""  # the stamp's row above, if there is one
        for row in _rows(words):
            text = " ".join(document.text[w.start : w.end] for w in row)
            margin = row[0].middle / heights[number] < _TOP_EDGE
            stamped = _reads_as_stamp(text) or _goes_on(above, text) or (margin and _is_garble(text))
            above = text if stamped else ""
            if stamped:
                own = (w for w in row if document.text[w.start : w.end] not in _FILE_STAMP)
                yield from runs_of(document.text, own)


# Printed over the line by the clerk, and no part of it.
_FILE_STAMP = frozenset({"FILED", "DUPLICATE", "ORIGINAL", "RECEIVED", "LODGED"})


def _at_edge(word: Word, line: Line) -> bool:
    return not EDGE < word.middle / line.page.height < 1 - EDGE


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
        any(_is_stamp(text[start:end]) for start, end in _spans(text))
        or _STATE.match(text)
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
    if above.startswith("Transaction ID") and re.fullmatch(_CHANCERY, text):
        return True
    return bool(above) and re.fullmatch(rf"(?:(?:{_FIELD})[ ,]*)+|\(\d+ of \d+\)", text) is not None
