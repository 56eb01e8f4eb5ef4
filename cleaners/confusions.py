"""Letters that OCR confuses, where nothing else could have been printed.

Court filings print neither upright bars nor braces in their sentences. A bar that stands for a word is the
pronoun, braces are parentheses, and in a transcript ``QO.`` is the question's Q; between ``a.`` and ``c.`` of
a list stands ``b.``. Nothing else is changed: a letter that merely looks unlikely is left as read.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from statistics import median

from cleaners.document import Document, cleaned
from cleaners.lexicon import is_word
from cleaners.line import Line
from cleaners.misreadings import REASON
from cleaners.misreadings.ballots import misread_ballots
from cleaners.misreadings.bullets import find_bullets
from cleaners.misreadings.heading_numerals import find_heading_numerals
from cleaners.misreadings.item_numbers import find_item_numbers
from cleaners.misreadings.joined_strokes import joined_strokes
from cleaners.misreadings.line_openings import find_lone_numerals, misread_openings
from cleaners.misreadings.list_letters import find_list_letters
from cleaners.misreadings.misread_cites import misread_cites
from cleaners.misreadings.misread_letters import misread_letters
from cleaners.misreadings.misread_numerals import misread_numerals
from cleaners.misreadings.misread_quotes import misread_quotes
from cleaners.misreadings.misread_stops import misread_stops
from cleaners.misreadings.own_words import OwnWords
from cleaners.misreadings.paragraph_stops import find_paragraph_stops
from cleaners.patterns import pattern
from cleaners.pieces import Edit, apart
from cleaners.reading_order.strays import OMISSION
from cleaners.terms.abbreviations import misread_abbreviations

BAR = pattern(r"(?<![|\\\w])\\?\|(?P<rest>[a-z’']+)?(?![|\w])")
BRACE = pattern(r"\{¶ ?\d{1,3}\}|(?:^[ \t]*|(?<=[A-Z.?!”\")] ))\{\d{1,3}\}(?= [A-Z“\"])|(?P<brace>[{}])")
"""A brace, or those in which the courts of Ohio and New Mexico number paragraphs, which are no misreading."""
BRACES = str.maketrans("{}", "()")
NEXT = pattern(r"[ \t]+[a-z]")
MISREAD_Q = ("QO.", "Qo.", "OQ.", "Q0.")
SPEECH = pattern(r"^(?P<q>QO|Qo|OQ|Q0)\.(?=[ \t]+[A-Z])", re.MULTILINE)
QUESTIONS = pattern(r"^[ \t]*Q\.[ \t]", re.MULTILINE)
MISREAD_V = ("Vv.", "VV.", "vV.")
VERSUS = pattern(r"^[ \t]*(?P<v>Vv|VV|vV)\.(?=[ \t]*$)", re.MULTILINE)
LOW = 0.8
"""Height of a small letter to that of its neighbours, at most: a capital is as high as they are."""

CENT = pattern(r"[A-Za-z]*¢[a-z]*")
BRACKETED = pattern(r"(?<![\w\[(])(?P<word>[A-Za-z]?[a-z]+)(?P<bracket>[\])])(?=[\s,.;:)]|$)")
ONE = pattern(r"(?<!\S)(?P<one>1)(?=[fnst] [a-z])")
POSSESSIVE = pattern(
    r"\b(?:[A-Z][a-z]+|appell(?:ant|ee)|company|court|debtor|defendant|government|petitioner|plaintiff|respondent)"
    r"(?P<mark> \d )(?=s\b)"
)
"""An apostrophe that stood high enough for a note's figure."""
BEFORE_T = pattern(r"(?:(?<=[.)”:] )|^)(?P<speck>[‘'’])(?=Th[a-z]+ )")
CLOSING = pattern(r"(?<![sS])[’'](?!\w)")
"""What closes a quotation; behind an s it may be a possessive's."""
TILDE = pattern(r"(?<=[a-z,] )~(?= [a-z])")
OPENED = pattern(r"(?<!\S)(?P<bracket>\[)(?P<rest>[A-Z]{2,}|h[a-z]+)\b")
ALTERED = pattern(r"\[(?P<capital>[A-Za-z])(?P<stroke>[l1])(?P<rest>[a-z]{2,})\b")
CAPITALS = pattern(r"\b[A-Z]{3,}\b")
QUOTE = pattern(r"(?<=[A-Za-z][a-z])(?P<quote>[’']?(?:99?|33?))(?= [A-Z]|$)")
CITED = 500
"""So far back what ``Id.`` stands for is looked for."""
REACH = 120
"""So far back in its line and the one before an opening mark is looked for, in characters."""


def fix_confusions(text: str) -> str:
    """Put right the letters that OCR confuses beyond doubt.

    >>> fix_confusions("and | know that |f the motion {as filed} is granted")
    'and I know that If the motion (as filed) is granted'

    Left alone: a bar between columns or at a line's end, and digits and names whatever they look like.

    >>> fix_confusions("Roe | 1 | Doe |\\nIlIston")
    'Roe | 1 | Doe |\\nIlIston'
    """
    return cleaned(text, find_confusions, by="confusions")


def find_confusions(document: Document) -> Iterator[Edit]:
    """Bars and braces; on pages with boxes only where they were read by OCR. In bare text the letters of
    words that only another's OCR makes."""
    bare = not document.pages[0].has_boxes
    strokes = joined_strokes(document.text) if bare else ()
    yield from apart((*_found(document), *(Edit(start, end, new, REASON) for start, end, new in strokes)))


def _found(document: Document) -> Iterator[Edit]:
    counted = (find_item_numbers, find_list_letters, find_heading_numerals)
    letters = {edit.start: edit for find in counted for edit in find(document)} if document.has_ocr else {}
    yield from letters.values()
    text = document.text
    questions = any(q in text for q in MISREAD_Q) and len(QUESTIONS.findall(text)) > 2
    versus = any(v in text for v in MISREAD_V)
    if document.has_ocr:
        yield from find_bullets(document)
        yield from misread_ballots(document.lines)
        yield from find_lone_numerals(document)
    yield from find_paragraph_stops(document)
    capitals = set(CAPITALS.findall(text)) if document.has_ocr else set()
    own = OwnWords(text if document.has_ocr else "")
    for line in document.lines:
        if line.page.has_boxes and line.page.method != "ocr":
            continue
        if line.words and line.words[0].start in letters:
            continue
        if line.page.method == "ocr":  # before the braces, which may be what is left of a bracket
            yield from _cites(document, line)
        if "|" in line.text:
            yield from _bars(line.text, line.start)
        for brace in BRACE.finditer(line.text) if "{" in line.text or "}" in line.text else ():
            if brace["brace"]:
                at = line.start + brace.start()
                yield Edit(at, at + 1, brace[0].translate(BRACES), REASON)
        if questions and (match := SPEECH.match(line.text.lstrip())):
            at = line.start + len(line.text) - len(line.text.lstrip())
            yield Edit(at, at + match.end("q"), "Q", REASON)
        if versus and (match := VERSUS.match(line.text)):
            yield Edit(line.start + match.start("v"), line.start + match.end("v"), "v", REASON)
        if line.page.method == "ocr":
            yield from _small_versus(line)
            yield from _misread(document, line, capitals, own)


def _cites(document: Document, line: Line) -> Iterator[Edit]:
    cited = document.text[max(0, line.start - CITED) : line.start]
    for start, end, new in misread_cites(line.text, cited):
        yield Edit(line.start + start, line.start + end, new, REASON)


def _misread(document: Document, line: Line, capitals: Collection[str], own: OwnWords) -> Iterator[Edit]:
    if match := OMISSION.fullmatch(line.text):
        if not set(match["stars"]) <= set("* "):
            yield Edit(line.start + match.start("stars"), line.start + match.end("stars"), "* * *", REASON)
        return
    before = document.text[max(0, line.start - REACH) : line.start]
    after = document.text[line.end : line.end + REACH]
    yield from _opened(line, before, after, capitals)
    found = (
        *misread_abbreviations(line.text),
        *misread_letters(line.text, before),
        *own.misread(line.text, before),
        *misread_stops(line.text),
        *misread_numerals(line.text),
        *misread_quotes(line.text, before),
        *_shapes(line.text, before, after),
    )
    for start, end, new in found:
        yield Edit(line.start + start, line.start + end, new, REASON)


def _opened(line: Line, before: str, after: str, capitals: Collection[str]) -> Iterator[Edit]:
    """A capital read as a bracket that nothing closes: ``[he court`` at a sentence's beginning, ``[BC`` in a
    filing that speaks of IBC: ``capitals`` are its words of capitals; or the bracket behind one read as a
    letter: ``[Gliven that``."""
    for match in ALTERED.finditer(line.text):
        capital, rest = match["capital"].lower(), match["rest"]
        if is_word(capital + rest) and not is_word(f"{capital}l{rest}"):
            at = line.start + match.start("stroke")
            yield Edit(at, at + 1, "]", REASON)
    for match in OPENED.finditer(line.text):
        if "]" in line.text[match.end() :] + after:
            continue
        capital = "T" if match["rest"].islower() else "I"
        word = capital + match["rest"]
        begins = (before + line.text[: match.start()]).rstrip()[-1:] in ("", *".?!”")
        if begins and is_word(word) if capital == "T" else word in capitals:
            at = line.start + match.start("bracket")
            yield Edit(at, at + 1, capital, REASON)


def _bars(text: str, start: int) -> Iterator[Edit]:
    for match in BAR.finditer(text):
        rest = match["rest"] or ""
        begin = start + match.start()
        if not rest:
            if NEXT.match(text, match.end()):
                yield Edit(begin, start + match.end(), "I", REASON)
        elif rest[0] in "’'" or is_word("i" + rest):
            yield Edit(begin, start + match.start("rest"), "I", REASON)
        elif is_word(rest):
            yield Edit(begin, start + match.start("rest"), "I ", REASON)


def _shapes(text: str, before: str, after: str) -> Iterator[tuple[int, int, str]]:
    """Signs that stand where only a letter or a quotation mark can: ``For¢person``, ``shal]``, ``1s``,
    ``“Word Mark99``, ``Roe 3 s``; a serif of a T read as a quotation mark that none closes."""
    for match in CENT.finditer(text) if "¢" in text else ():
        at = match[0].index("¢")
        if new := next((c for c in "ec" if is_word(match[0].replace("¢", c, 1))), None):
            yield match.start() + at, match.start() + at + 1, new
    for match in BRACKETED.finditer(text):
        opening, closing = "[]" if match["bracket"] == "]" else "()"
        inside = before[-REACH:] + text[: match.start()]
        alone = inside.rfind(opening) <= inside.rfind(closing)
        if alone and not is_word(match["word"]) and is_word(match["word"] + "l"):
            yield *match.span("bracket"), "l"
    for match in TILDE.finditer(text):
        yield *match.span(), "–"
    for match in ONE.finditer(text):
        yield *match.span("one"), "i"
    for match in POSSESSIVE.finditer(text):
        yield *match.span("mark"), "’"
    yield from misread_openings(text)
    for match in BEFORE_T.finditer(text):
        if not CLOSING.search(text[match.end() :] + after):
            yield *match.span("speck"), ""
    for match in QUOTE.finditer(text):
        inside = (before + text[: match.start()])[-REACH:]
        if inside.count("“") > inside.count("”"):
            yield *match.span("quote"), "”"


def _small_versus(line: Line) -> Iterator[Edit]:
    """``V.`` and ``VS.`` no higher than small letters: OCR guesses the case of letters whose shape is one."""
    for word in line.words:
        if (text := line.text_of(word)) in ("V.", "VS.", "Vs."):
            heights = [w.height for w in (line.words if len(line.words) > 1 else line.page.words)]
            if word.height < LOW * median(heights):
                yield Edit(word.start, word.end, text.lower(), REASON)
