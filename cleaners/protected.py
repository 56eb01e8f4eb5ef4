"""Spans no step may alter: what a lawyer cites by, and what a machine must read back.

A docket number with a blank in it finds nothing; a page number lost from a citation forges another one.
The forms are those of the Bluebook and of CM/ECF.
"""

from __future__ import annotations

import re

# The reporters that make up nearly all citations in federal filings, and the regional ones.
_REPORTER = (
    r"(?:U\. ?S\.|S\. ?Ct\.|L\. ?Ed\.(?: ?2d)?|F\.(?: ?(?:2d|3d|4th))?|F\. ?Supp\.(?: ?(?:2d|3d))?"
    r"|F\. ?App[’']x|F\.R\.D\.|Fed\. ?(?:Cl|Appx)\.|B\.R\.|T\.C\.(?: ?No\.)?|Vet\. ?App\.|M\.J\."
    r"|(?:A|P|N\.E|N\.W|S\.E|S\.W|So)\.(?: ?(?:2d|3d))?|A\.D\.(?: ?(?:2d|3d))?"
    r"|Cal\.(?: ?(?:App|Rptr)\.)?(?: ?(?:2d|3d|4th|5th))?|N\.Y\.(?:S\.)?(?: ?(?:2d|3d))?"
    r"|Ill\.(?: ?(?:App|Dec)\.)?(?: ?(?:2d|3d))?|Ohio St\.(?: ?(?:2d|3d))?|Wash\.(?: ?App\.)?(?: ?2d)?"
    r"|Fed\. ?Reg\.|Stat\.|WL|LEXIS|U\.S\. (?:Dist\.|App\.) LEXIS)"
)
_MONTH = (
    r"(?:Jan(?:\.|uary)?|Feb(?:\.|ruary)?|Mar(?:\.|ch)?|Apr(?:\.|il)?|May|June?\.?|July?\.?|Aug(?:\.|ust)?"
    r"|Sept?(?:\.|ember)?|Oct(?:\.|ober)?|Nov(?:\.|ember)?|Dec(?:\.|ember)?)"
)
_RANGE = r"\d+(?:[-\u2013]\d+)?"
_JUDGE = r"(?: \([A-Za-z/]{2,8}\))?"
_FORMS = (
    rf"\d{{1,2}}:\d{{2}}-[A-Za-z]{{2,4}}-\d{{3,6}}(?:-[A-Za-z]{{1,5}})*{_JUDGE}",  # 2:15-cv-00208-TLN-KJN
    rf"(?:CV|CR|MC|CIV|MJ|MD|SA ?CV|C)[- .]?\d{{2}}[-\u2013]\d{{3,6}}(?:[- ][A-Z]{{1,4}}\b)*{_JUDGE}",
    r"\d{2} (?:Civ|Cr|Crim|Mag|MD|Misc)\. ?\d{2,6}(?: ?\([A-Z]{2,4}\))*",  # 12 Civ. 5708 (ER)
    r"(?:Nos?|Numbers?)\. \d{1,4}[-\u2013]\d{1,6}(?:[-\u2013][A-Za-z]{1,4})*",  # No. 07-55393
    r"MDL(?: Docket)?(?: No\.?)? \d{2,4}(?:-\d{3,5})?(?:-[A-Z]{2,4})*",
    rf"\d{{1,4}} {_REPORTER} (?:at )?(?:\d{{1,8}}|_{{2,}})(?:, (?:at )?\*?{_RANGE})*(?: nn?\. ?{_RANGE})?",
    rf"\d{{1,3}} (?:U\.S\.C\.(?:A\.|S\.)?|C\.F\.R\.) (?:§§? ?|Part )?{_RANGE}[\w.-]*(?:\([\w-]{{1,5}}\))*",
    rf"§§? ?{_RANGE}[\w.-]*(?:\([\w-]{{1,5}}\))*",
    r"Fed\. ?R\. ?(?:Civ|Crim|App|Bankr|Evid)\. ?(?:P\. ?)?\d+(?:\.\d+)?(?:\([\w-]{1,5}\))*",
    r"\b[A-Z]{2,12}[ _-]?\d{3,9}(?:[-\u2013]\d{1,9})?\b",  # Bates: DEF 1097-102, ACME_000123
    rf"{_MONTH} \d{{1,2}}, \d{{4}}",
    r"\d{1,2}/\d{1,2}/\d{2,4}",
    r"\(?\d{3}\)?[-. ]\d{3}[-.]\d{4}",
    r"[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63})+",
    r"(?:https?://|www\.)[^\s<>\"“”]{2,}[^\s<>\"“”.,;:)\]]",
)
# Every form holds a figure, an @ or the beginning of an address; nothing else need be looked at.
_PROTECTED = re.compile("|".join(f"(?:(?<![\\w]){form})" for form in _FORMS))
_GATE = re.compile(r"[\d@]|https?:|www\.")


def protected_spans(text: str) -> list[tuple[int, int]]:
    """The spans of docket numbers, citations, pin cites, Bates numbers, dates, telephone numbers and
    addresses in ``text``, in order and apart.

    >>> cite = "See No. 07-55393 and 793 F.2d 1072, 1074-75 (9th Cir. 1986)."
    >>> [cite[start:end] for start, end in protected_spans(cite)]
    ['No. 07-55393', '793 F.2d 1072, 1074-75']
    """
    if not _GATE.search(text):
        return []
    return [match.span() for match in _PROTECTED.finditer(text)]
