"""What fills space on the page without being text.

The ``////`` that a pleading puts on unused lines, ruled lines typed as underscores or hyphens, the column of
``)`` between the cells of a caption, text set sideways in the margin, and the specks that a scanner or OCR
makes of nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from cleaners.document import Document, cleaned
from cleaners.line import Line
from cleaners.misreadings.bullets import bullets_of
from cleaners.misreadings.end_strokes import COLUMN, Edges, edges_by_page, end_strokes
from cleaners.misreadings.misread_slashes import misread_slashes
from cleaners.page import LONGEST_LINE
from cleaners.patterns import pattern, starting
from cleaners.pieces import Edit, apart
from cleaners.reading_order.cell_marks import marked_runs
from cleaners.reading_order.strays import OMISSION
from cleaners.terms.front_matter import column_of_stars, typed_rules

RULED_LINE = "ruled line"

SLASHES = pattern(r"\s*+/(?:\s*/)*\s*")
"""A line of slashes, or the one that ends the rule under a caption (``________/``)."""

INSIDE = pattern(r"(?<!\S)/(?: ?/){2,}(?:[ \t]+|$)")
"""Slashes where lines were run together."""

DRAWN = r"\u2500-\u257f\uf8e6-\uf8fe"
"""Pieces of boxes and of braces, as Unicode and the Symbol font number them."""

PIECE = pattern(f"[{DRAWN}]")
PIECES = pattern(rf"(?:(?:^| )[{DRAWN}]+(?: >(?= [^\s>]))?)+")
"""What is drawn between a caption's cells, and a brace's tip, where lines were run together."""

MARKS = pattern(rf"\s*+[>)}}|\]{DRAWN}]+\s*+")
"""The same on a line of its own."""

RULED = pattern(
    r"\s*+(?:(?:[-–—=]\s+){2,}(?:[-–—=]|x)|[_=~]{3,}|[-–—]{5,}|\*{3,}|[_-]{3,}(?:\s+[_-]{3,})*\s*[)x]?"
    r"|(?=[^$]*___)(?:_|[^\w$])*[)(}x:|]?)\s*+",
    re.IGNORECASE,
)
WITHIN = pattern(r"(?:(?<=[.)”\]\d] )|(?<=[A-Z]{2} ))_{10,} (?=[A-Z])")
"""A rule between the parts of a title page, where lines were run together; a blank to fill in stands amid
small words or behind a colon."""
OVER_NOTE = pattern(r"(?<= )(?:[—–―─]{4,}|_{10,}) (?=\[\^|(?:\d{1,3}|[*†‡]{1,3}) [A-Z“])")
"""The rule over a page's notes."""
_COURT = "United States District Court"
_DISTRICT = (
    r"(?:[Ff]or the )?(?:[A-Z][a-z]+ern |Central |Middle )?District of "
    r"(?:(?:New|North|South|West|Rhode|Puerto) )?[A-Z][a-z]+"
)
SIDEBAR = pattern(rf"(?<!\S)(?<!the )(?:{_COURT} {_DISTRICT}|{_DISTRICT} {_COURT})(?: |$)")
"""The court's name set sideways in the margin (N.D. Cal.), where lines were run together."""
BESIDE_DISTRICT = pattern(rf"{_COURT[0]}(?<!the .){_COURT[1:]}")
"""Where it may stand so: ``the`` comes before it in most sentences."""
DASHED = pattern(
    r"(?<!\S)(?:-{10,}(?:(?= ?Nos?\. ?\d)|(?: ?[xX](?=\W))?(?:(?= [:)])| |$))|-{5,}[xX](?:(?= [:)])| |$)"
    r"|(?<!- )(?:- ){8,}+(?:x|-(?: x)?)(?: (?=[A-Z:)])|$))"
)
"""The rule over and under a caption of New York or of an argument before the Supreme Court, its corner an x,
or between cells of the Tenth Circuit, where a dump puts the number behind it."""
CLOSING = pattern(r"(?<= )_{8,}/(?: |$)")
"""The rule under a caption, closed by a stroke (Florida, Michigan)."""
FILL = pattern(r"l{8,}(?=[A-Z])")
"""What is left of the dots between a party and its role (8th Cir.): a font's ``l`` in which they were set."""
STARS = pattern(r"(?<= )\*{5,} (?=[A-Z“])")
"""The row of stars between counsel and opinion (Cal. Ct. App.); what calls a note has four at most."""
RUN_TOGETHER: tuple[tuple[tuple[str, ...], re.Pattern[str], str], ...] = (
    (("___",), WITHIN, RULED_LINE),
    (("___", "———", "–––", "―――", "───"), OVER_NOTE, "rule over the notes"),
    (("____/",), CLOSING, RULED_LINE),
    (("llllllll",), FILL, "filler"),
    (("*****",), STARS, RULED_LINE),
)
"""Forms looked for in lines that were run together, each by signs that it has."""
RULE_SIGNS, RUN_SIGNS = ("-----", "- - - -"), (": : :", ") ) )")
AMID_SIGNS = ("/", *RULE_SIGNS, *RUN_SIGNS)
"""What a slash filler, a typed rule and a caption's column have amid words, as few lines do."""
RUN = pattern(r"(?<= )(?:(?:: ){2,}:|(?:\) ){2,}\))(?: |$)")
"""The marks of a column side by side, where a dump has put the cells first."""
LONE_SIGNS = LONE_STARTS = (" )", " ]", " :", " §")
LONE = pattern(r" (?<=\S )(?:\)+|\]+|:+|§(?= §)|(?<=§ )§|§(?= [A-Z]{2}))(?!\S)")
GLUED = pattern(r"(?<=[a-zA-Z][,.])\)(?= (?:\) |[A-Zvc]))")
"""One of them behind a name, from which a dump has taken the blank (``Petitioner,) ) vs.``)."""
LAST_ROLE = 40
"""Characters behind the last mark by itself in which the last party's role ends."""
CORNER = pattern(r"_{8,} ?[)\]]+ ")
"""The rules at the ends of such a column."""
NEAR = 200
"""Characters in which a bracket is closed."""
FRONT, FEWEST_MARKS = 6000, 4
"""Characters of a line that hold the caption, where lines were run together; a column has so many marks."""
FEWEST_SECTIONS = 3
"""So many section signs before words are a column of Texas: in a sentence they stand before numbers."""

BALLOT = pattern(
    r"\s*(?P<first>[^\s\d]{1,3}\s+)?yes(?:\s*_{2,})?(?P<second>\s+[^\s_]{1,3})?\s+"
    r"no(?:\s*_{2,})?(?P<third>(?:\s+[^\s_]{1,3}){0,2})\s*",
    re.IGNORECASE,
)
"""A line of a verdict form: two words and what OCR makes of the boxes beside them, ticked by hand."""

REMOVED = {
    "sideways": "set sideways",
    "fence": COLUMN,
    "sticker": "exhibit sticker",
    "overprint": "printed over another word",
    "watermark": "watermark",
    "struck over": "stamped or written over it",
}
"""Zones of no text, and why."""


def strip_fillers(text: str) -> str:
    """Delete what is no text: ``////`` lines, typed rules.

    >>> strip_fillers("The motion is denied.\\n////\\n__________________\\nORDER\\n")
    'The motion is denied.\\n\\n\\nORDER\\n'

    Left alone: a blank to fill in beside words, a path, ``and/or``.

    >>> strip_fillers("DATED: ______, 2020, by /s/ Jane Roe and/or counsel")
    'DATED: ______, 2020, by /s/ Jane Roe and/or counsel'
    """
    return cleaned(text, find_fillers, by="fillers")


def find_fillers(document: Document) -> Iterator[Edit]:
    """Fillers, rules, caption columns, sideways text and specks."""
    yield from apart([*_on_title_page(document), *_found(document)])


def _on_title_page(document: Document) -> Iterator[Edit]:
    """The rules between its parts and the column in its caption, where lines were run together."""
    text = document.text
    if not document.pages[0].has_boxes and any(len(line) > LONGEST_LINE for line in text[:FRONT].split("\n")):
        yield from (Edit(start, end, reason=RULED_LINE) for start, end in typed_rules(text))
        yield from (Edit(start, end, reason=COLUMN) for start, end in column_of_stars(text))


def _found(document: Document) -> Iterator[Edit]:
    edges = edges_by_page(document) if document.has_ocr else {}
    bullets = {line.start: bullet for line, bullet in bullets_of(document.lines)} if document.has_ocr else {}
    marks = {line.start: match for run in marked_runs(document.lines) for line, match in run}
    yield from _sidebars(document)
    slashes = misread_slashes(document.lines)
    boxed = PIECE.search(document.special_characters) is not None
    for line in document.lines:
        if not line.text.strip():
            continue
        drawn = not line.text.lstrip()[0].isalnum()
        if line.zone and line.zone.kind in REMOVED:
            yield Edit(line.start, line.end, reason=REMOVED[line.zone.kind])
        elif line.start in slashes or (drawn and SLASHES.fullmatch(line.text)):
            yield Edit(line.start, line.end, reason="filler")
        elif drawn and RULED.fullmatch(line.text):
            yield Edit(line.start, line.end, reason=RULED_LINE)
        elif line.page.method == "ocr" and (ballot := BALLOT.fullmatch(line.text)):
            yield from _boxes(line, ballot)
        elif line.words and not OMISSION.fullmatch(line.text):
            yield from end_strokes(line, edges.get(line.page.number, Edges()), bullets.get(line.start))
        elif line.start in marks:
            start, end = marks[line.start].span()
            yield Edit(line.start + start, line.start + end, reason=COLUMN)
        elif drawn and MARKS.fullmatch(line.text):
            yield Edit(line.start, line.end, reason=COLUMN)
        elif boxed or len(line.text) > LONGEST_LINE or any(sign in line.text for sign in AMID_SIGNS):
            yield from _among_words(line, boxed=boxed)


def _sidebars(document: Document) -> Iterator[Edit]:
    """The court's name amid the words of a text whose pages all have it in their margin, or that names its
    court in capitals."""
    if not any(len(line.text) > LONGEST_LINE and not line.words for line in document.lines):
        return
    found = list(SIDEBAR.finditer(document.text)) if BESIDE_DISTRICT.search(document.text) else []
    if len(found) > 1 or (found and "UNITED STATES DISTRICT COURT" in document.text):
        for match in found:
            yield Edit(match.start(), match.end(), reason=REMOVED["sideways"])


def _among_words(line: Line, *, boxed: bool) -> Iterator[Edit]:
    """What stands among the words of a line, as where lines were run together; of boxes if there are any."""
    forms = [(INSIDE, "filler")] if "/" in line.text else []
    if any(sign in line.text for sign in RULE_SIGNS):
        forms.append((DASHED, RULED_LINE))
    if len(line.text) <= LONGEST_LINE and any(sign in line.text for sign in RUN_SIGNS):
        forms.append((RUN, COLUMN))
    if boxed and PIECE.search(line.text):
        forms.append((PIECES, COLUMN))
    if len(line.text) > LONGEST_LINE:
        forms += [(form, why) for signs, form, why in RUN_TOGETHER if any(s in line.text for s in signs)]
    for form, reason in forms:
        for match in form.finditer(line.text):
            yield Edit(line.start + match.start(), line.start + match.end(), reason=reason)
    flat = len(line.text) > LONGEST_LINE and any(sign in line.text for sign in LONE_SIGNS)
    marks = [m for m in starting(LONE, line.text[:FRONT], *LONE_STARTS) if not _closes(m)] if flat else []
    if len(marks) >= FEWEST_MARKS or sum("§" in mark[0] for mark in marks) >= FEWEST_SECTIONS:
        marks += [m for m in GLUED.finditer(line.text, 0, marks[-1].end() + LAST_ROLE) if not _closes(m)]
        corners = CORNER.finditer(line.text, 0, FRONT)
        for found, reason in ((marks, COLUMN), (corners, RULED_LINE)):
            yield from (Edit(line.start + m.start(), line.start + m.end(), reason=reason) for m in found)


def _closes(mark: re.Match[str]) -> bool:
    """Whether a bracket by itself closes one that was opened near by: a dump has lost its quotation mark."""
    before = mark.string[max(0, mark.start() - NEAR) : mark.start()]
    return mark[0].strip() == ")" and before.rfind("(") > before.rfind(")")


def _boxes(line: Line, ballot: re.Match[str]) -> Iterator[Edit]:
    for group in ("first", "second", "third"):
        if ballot[group]:
            yield Edit(line.start + ballot.start(group), line.start + ballot.end(group), reason="checkbox")
