"""What OCR misreads in citations and quotations, where the form says what was printed.

Worn and coarse copies turn ``¶`` into ``4``, ``|`` or ``§``, the italic ``Id.`` into ``/d.``, the ``v.``
between parties into ``y.``, the comma after ``Corp.`` into a second point, and the brackets of an altered
quotation into what looks like them (``[nJo``, ``(t]he``). What two printed forms could have become is left.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from cleaners.patterns import pattern
from cleaners.terms.sentence_ends import ABBREVIATION

_ABBREVIATED = (
    r"(?:[A-Z]|Ass[o’']?c?n|Bros|Cal|Cir|Co|Corp|Decl|Dist|Enters|Exhs?|Exs?|Ill|Inc|Indus|Ins|Jr|Litig|Ltd|Mass|"
    r"Mfg|Mich|Prods?|Servs?|Sr|Supp|Sys|Tex|al|CORP|CO|INC|LTD)"
)
_OPENING = (
    r"Accordingly|Although|As|Because|But|Even|He|Here|However|If|In(?!\ re\b)|It|Moreover|Nevertheless|"
    r"Rather|She|That|The|There|Therefore|These|They|This|Those|Thus|To|We|When|While"
)
"""What a sentence begins with in capitals, and nothing that follows a comma."""
_SPEAKING = r"The\ (?:Court|Government|Defendants?|Plaintiffs?|Petitioners?|Respondents?)\b"
_NAME = pattern(r"\b[A-Z][\w’'-]*$")
_POINTED = pattern(rf"\b(?:{_ABBREVIATED}|Auth|Comm|Educ|Elec|Hosp|Tech|Transp|Univ)$")
_VERSUS = pattern(
    r"\b[A-Z][\w.’'&-]*[^\W\d_][.,]{0,2} (?P<v>v?y\.|yv\.|[Vv]v\.|v,(?! [A-Z]\b)|»)(?= [A-Z][A-Za-z])"
)
_REPORTER = r"(?:U\.S\.|F\.(?:[23]d|4th|\ ?Supp\.(?:\ ?[23]d)?)|S\.\ ?Ct\.|[A-Z]\.(?:[A-Z]\.)?[23]d)"
_MENTIONED = (
    r"(?:\bNo\.\ \d{1,4},|"
    r"\b(?:Decls?|Dec|Compl|Affs?|Decln|Answer)\.?[\])”’]{0,2},?|\b[Ii]d\.?,?|\bat)"
)
_PARAGRAPH = pattern(
    rf"{_MENTIONED} (?P<sign>§§?|\(\(?[|Jjf\]]{{1,2}}|J\(|[79§¥][\]f]|"
    rf"[|\[\]{{}}q€]|\{{\||4{{1,2}}|9{{1,2}}|[$§{{|]4|{{\[|ff|[JY]|"
    r"[#$§¥F][¥9f][\]jf])"
    r"(?= ?\d{1,3}(?![\w\]])(?!\.\d)(?P<more>[-–—]\d| and \d| & \d)?)"
)
MENTION = 20
"""Characters in which the end of a mention stands."""
_SAME = pattern(r"\b(?:[Ii]d\.?,?|at) $")
_RECORD = pattern(r"¶|\b(?:Decl|Dec|Compl|Affs?)\b|\bAnswer\b")
_CODE = pattern(r"§|\b(?:U\.S\.C|C\.F\.R|Code|Stat|Rule|Act)\b")
_FORMS = pattern(
    rf"""
    (?<!\S)(?P<id>[“"(\[]{{0,2}}(?P<ibid>[/fFlJ1]d)\.)(?=[,;]?\ |$|\[\^)
  | (?<![\w.])(?P<inre>[J1l]n)(?=\ re\ [A-Z])
  | (?<![\w.])(?P<glued>[I1]\ ?nre)(?=\ [A-Z])
  | (?:\((?P<only>ist)(?=\ Cir\.|$)|(?<!\w)(?P<first>[lI]st)(?!\w))
  | (?<!\w)(?P<fifth>Sth)(?!\w)
  | (?<![\w.,])[1-9](?P<five>S)(?=th(?!\w))
  | \bF\.\ ?(?P<fourth>Ath)(?!\w)
  | (?<=[a-z]n)(?P<not>["“”])(?=t\b)
  | (?<=[A-Z]{{2}}\ )(?P<capitals>1S)(?=\ [A-Z]{{2}})
  | \b{_ABBREVIATED}(?P<comma>\.\.|,,)(?=\s|$)(?!\ \.)
  | \b{_ABBREVIATED}(?P<point>\.)(?=\.,)
  | (?<=\d)(?P<pin>\.)(?=\ \d{{1,4}}(?:[-–]\d{{1,4}})?(?:\ n\.\d+)?\ \()
  | (?<=[a-z]{{3}})(?P<case>\.)(?=\ \d{{1,3}}\ {_REPORTER}\ (?:at\ )?\d)
  | (?<=[a-z]{{3}})(?P<run>,)(?=\d{{1,3}}\ {_REPORTER}\ (?:at\ )?\d)
  | (?:\d\ {_REPORTER}\ \d{{1,4}})(?P<pins>[.,])(?=\d{{1,4}}(?:[-–]\d{{1,4}})?\ \()
  | (?<=\d)(?P<year>\()(?=(?:19|20)\d\d\)|(?:[1-9]|1[01])(?:st|d|nd|rd|th)\ Cir\.)
  | (?<=\d\ )(?P<series>[AFP]\ )(?=[23]d\ (?:at\ )?\d)
  | \b\d:\d\d-(?P<civil>ev|cy|ey)(?=-\d)
  | (?<=[a-z])(?P<emptied>[|({{]\])(?!\w)
  | (?:\bat\ \*?\d[\d–-]*\)?|[a-z][”"]?\))(?P<stop>,)(?=\ (?:(?:{_OPENING}),?\ [a-z]|{_SPEAKING}))
  | (?<=[a-z],\ )(?P<justice>\])(?=\.[,;)])
  | \*\d{{1,3}}[-–](?P<star>["“”'’])(?=\d)
  | \[(?P<altered>[A-Za-z](?P<close>[J)}}]))(?=[a-z])
  | (?<=\[)(?P<stroke>[({{])(?=[A-Za-z]\][a-z])
  | (?P<open>[({{])(?=(?:[A-Za-z]\](?:[a-z]|\ [a-z])|\d{{1,2}}\]))
  | (?<=[“"])(?P<round>[({{])(?=[A-RT-Za-rt-z][)}}][a-z])
  | (?<=[“"][({{][A-RT-Za-rt-z])(?P<rounded>[)}}])(?=[a-z])
  | (?<=[a-z])(?P<inside>[({{])(?=[a-z]{{1,4}}\])
  | (?<=[“"‘'])(?P<tee>[Tf])(?=[a-z]\](?:[a-z]|\ [a-z]))
  | (?<=\d\ )(?P<supreme>[5§$])(?=\.\ ?Ct\.)
  | \((?P<roman>(?!ill\))(?=[vxi]*l)[vx]?i[il]{{1,2}})(?=\))
  | \b(?:No|NO|Nos|Dkt|Doc|ECF\ No|Ex|Exh|Vol|at)\.?\ (?P<one>\|)(?=[.,;)]|\s(?!\d)|$)
    """,
    re.VERBOSE,
)
_REPORTED = pattern(
    r"\d (?:U\.S\.|S\. ?Ct\.|F\.(?: ?[23]d| ?4th| ?Supp\.(?: ?[23]d)?)|[A-Z]\.(?:[A-Z]\.)?[23]d) \d{1,4}$"
)
_PRINTED = {
    "inre": "In",
    "glued": "In re",
    "first": "1st",
    "only": "1st",
    "fourth": "4th",
    "fifth": "5th",
    "five": "5",
    "not": "’",
    "capitals": "IS",
    "comma": ".,",
    "pin": ",",
    "case": ",",
    "run": ", ",
    "pins": ", ",
    "year": " (",
    "civil": "cv",
    "emptied": "[]",
    "stop": ".",
    "justice": "J",
    "star": "*",
    "open": "[",
    "stroke": "",
    "round": "[",
    "rounded": "]",
    "inside": "[",
    "tee": "[",
    "supreme": "S",
    "one": "1",
    "point": "",
}


def misread_cites(text: str, before: str) -> Iterator[tuple[int, int, str]]:
    """What to put right in a line of OCR that follows ``before``: start, end, what was printed.

    >>> line = "Roe Decl. 4 12-13; /d. at 3; “[nJo one” (1st Cir.); Poe y. Doe Corp.. 9 F.3d 1. 2 (2031)"
    >>> [(line[a:b], new) for a, b, new in misread_cites(line, "")]
    [('4', '¶¶'), ('/d', 'Id'), ('J', ']'), ('y.', 'v.'), ('..', '.,'), ('.', ',')]
    """
    found = [*_paragraphs(text, before), *_forms(text)]
    found += [(*match.span("v"), "v.") for match in _VERSUS.finditer(text)]
    yield from sorted(found)


def _paragraphs(text: str, before: str) -> Iterator[tuple[int, int, str]]:
    """Pilcrows: before a number, after a declaration or pleading, or after another mention of one."""
    lead = f"{before[-MENTION:].rstrip()} "  # the mention may stand in the line before
    for match in _PARAGRAPH.finditer(lead + text):
        sign, (start, end) = match["sign"], (at - len(lead) for at in match.span("sign"))
        if start < 0:
            continue
        ahead = before + " " + text[:start]
        if sign in ("§", "§§") and _SAME.search(ahead) and not _is_of_record(ahead):
            continue
        spaced = text[end : end + 1] == " "
        if sign.isalnum() and not spaced:
            continue
        twice = len(sign) > 2 or (len(sign) > 1 and sign[-1].casefold() == sign[-2].casefold())
        yield start, end, ("¶¶" if twice or match["more"] else "¶") + ("" if spaced else " ")


def _is_of_record(ahead: str) -> bool:
    """Whether the last thing cited has numbered paragraphs, not sections."""
    record = [m.end() for m in _RECORD.finditer(ahead)]
    code = [m.end() for m in _CODE.finditer(ahead)]
    return bool(record) and max(record) > max(code, default=-1)


def _forms(text: str) -> Iterator[tuple[int, int, str]]:
    for match in _FORMS.finditer(text):
        name = match.lastgroup
        if name == "id":
            yield *match.span("ibid"), "Id"
        elif name == "roman":
            yield *match.span(name), match[name].replace("l", "i")
        elif name == "altered":
            yield *match.span("close"), "]"
        elif name == "series":
            yield *match.span(name), match[name].replace(" ", ".")
        elif name and _fits(name, text[: match.start(name)]):
            yield *match.span(name), _PRINTED[name]


def _fits(name: str, ahead: str) -> bool:
    """Whether what stands ahead of a point makes it a comma: a page of a reporter, or the name of a case."""
    if name == "pin":
        return _REPORTED.search(ahead) is not None
    if name != "case":
        return True
    found = _NAME.search(ahead)
    return bool(found and not _POINTED.search(ahead) and not ABBREVIATION.fullmatch(found[0]))
