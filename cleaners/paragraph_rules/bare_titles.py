"""Lines of bare text that end a block, or begin one, by their words.

Headings, the court's name, what announces a quotation, a letter's parts, the date: in a dump they stand as
close as the lines of a paragraph.
"""

from __future__ import annotations

import re

from cleaners.paragraph_rules.bare_blocks import ANNOUNCING, SECTIONS
from cleaners.paragraph_rules.bare_headings import SMALL
from cleaners.paragraph_rules.dump_rules import LISTED, OPENS
from cleaners.paragraph_rules.title_rules import INITIAL
from cleaners.patterns import pattern
from cleaners.terms.courts import STATE_TRIAL
from cleaners.terms.months import MONTH
from cleaners.terms.sentence_ends import FEWEST_IN_PROSE, ends_sentence, is_prose, small_words
from cleaners.typesetting.pairs import CUT_IN_CAPITALS, FITS, GOES_ON, SENTENCE_END, Pair, Tie
from cleaners.typesetting.setting import HIGH, ITEM, WIDE, Setting

SECTION = pattern(
    r"(?:(?:factual|procedural|legal|(?:statement|summary)(?: of(?: the)?)?|standards? of|facts and|and)\s)*"
    r"(?:background|facts|history|standards?|case|issues?|introduction|discussion|analysis|arguments?|review|"
    r"conclusion|disposition|counsel|opinion|jurisdiction|memorandum(?: opinion)?(?: and order)?|order|"
    r"judgment|certificate of (?:service|compliance|reporter|counsel)|table of (?:contents|authorities)|"
    r"prayer for relief|relief requested|appearances(?: of counsel)?|index|proceedings|verification|syllabus|"
    r"(?:proof|affidavit) of service|demand for (?:a )?jury trial|jury (?:trial )?demand|(?:the )?parties|"
    r"preliminary statement|(?:factual |general )?allegations|jurisdiction and venue|"
    r"(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth) "
    r"(?:cause of action|claim for relief))[:.]?",
    re.IGNORECASE,
)
"""What the parts of orders, opinions, briefs and transcripts are called."""

CERTIFICATE = pattern(r"CERTIFICATE OF|TABLE OF")
PART = pattern(
    rf"(?:(?:[IVX]{{1,5}}|[A-H])\. )?(?:{SECTIONS}|TABLE OF (?:CONTENTS|AUTHORITIES)|PRAYER FOR RELIEF)"
)
"""A part that is never the end of a title, below which it stands."""
DAY_OF = pattern(r"(?:(?:Hearing |Trial )?Date|Time|Place|Dept|Department|Courtroom|Ctrm|Crtrm|Judge)\b\.?:")
"""What a notice of motion says below its title, in the caption's right cell."""
LONE = pattern(r"[IVX]{1,5}\.?|[A-H]")
"""A part that has a number and no name."""

COURT = pattern(rf"(?:IN THE )?(?:UNITED STATES (?:(?:DISTRICT|BANKRUPTCY) COURT\b|COURT OF)|{STATE_TRIAL})")
COURT_END = pattern(r".*\b(?:DISTRICT OF [A-Z ,]+|[A-Z]+ (?:CIRCUIT|DIVISION)|Circuit|COLUMBIA)$")
NAME_GOES_ON = pattern(
    r"(?:(?:FOR|OF|AT|IN AND FOR)\b|(?:FOR )?(?:THE )?COUNTY OF\b|[A-Z ]*\b(?:DISTRICT|DIVISION|CIRCUIT)\b)"
    r"[A-Z ,–—-]*"
)
COUNTY = pattern(r"(?:(?:IN AND )?FOR )?(?:THE )?COUNTY OF [A-Z]")
"""A court's name, over several lines."""

QUOTES = pattern(rf"\b(?:{ANNOUNCING}|as follows):$")
UNENDED = pattern(r"[\d,&]|\b(?:and|of|the|for|to)$")
"""What a caption's line has above its title (``Case No. 2:31-cv-1``), or one that goes on."""
SHORTEST = 3
"""Letters of a heading in capitals."""
FEWEST_SMALL = 2
"""Words in small letters of what stands below a heading; an address has hardly one."""
LABEL = 3
"""Words of a line with a colon that is more than a label."""
NAME = FEWEST_IN_PROSE - 1
"""Words of a part's name at most, on the line below its number and point."""

BEGINS = pattern(
    r"(?:DATED|Dated)\b:?|IT IS (?:SO|HEREBY|FURTHER|THEREFORE)|SO ORDERED|(?:Re|RE|cc): |"
    r"Dear (?:[A-Z]|Counsel)|(?:Very truly|Sincerely|Respectfully)\b.*,$|ON BEHALF OF|WHEREAS,|WHEREFORE,|"
    r"TO THE HONORABLE\b|TO ALL PARTIES\b|Appealed from: |COMES NOW\b|PLEASE TAKE NOTICE|NOW,? THEREFORE|"
    r"Entered for the Court\b|"
    r"[A-Z][A-Z.’' -]{2,30}, (?:Chief |Senior )?(?:Circuit|District) Judge(?:: |, (?:concurring|dissenting))"
)
"""What begins a block wherever a sentence or a line in capitals has ended."""
SALUTATION = pattern(r"Dear [A-Z].{2,60}[,:]$")
CLOSING = pattern(r"(?:Respectfully submitted|Very truly yours|Sincerely),")
DATE_LABEL = pattern(r"(?:DATED|Dated):")
DAY = pattern(r"(?:DATED|Dated): .{0,40}\d{4}\.?")
CITY = pattern(r"[A-Z][a-z]+(?: [A-Z][a-z]+){0,2}, [A-Z][a-z]+(?: [A-Z][a-z]+)?")
"""Where a paper was signed: ``New York, New York``, below the date."""
COUNTED = pattern(r"\d{1,3}\. [A-Z“\"]")
"""A numbered paragraph; a sentence's end before it tells it from a citation's number."""
LETTERED = pattern(r"(?:[A-Za-uw-z]|i{2,3}|iv|vi{1,3}|ix)\. [A-Za-z“\"]")
"""A member of a list; what a sentence counts has brackets (``(2) the use``)."""
CHANGED = pattern(r"\[[A-Z]\][a-z ]")
"""How what is quoted amid its sentence begins."""
CIRCUIT = pattern(r"\b[Ff]or the (?:[A-Z][a-z]+|District of Columbia) Circuit$", last="t")
DOCKETED = pattern(r"Nos?\. \d|\d{2,4}-\d{4}")
HELD = pattern(rf"(?:Argued|Submitted|Decided|Filed)(?: and (?:Submitted|Filed))?(?::? {MONTH} \d.*)?")
"""When a court of appeals heard and decided, on a line of its title page."""
CITED = pattern(r"Id\. at [\d–-]+\.(?:\[\^\d{1,3}\])?")
"""What is cited for a quotation, alone on the line below it."""
NO_TITLE = pattern(r"[\d:;,?!/@]|\.$|^See ")
"""What a heading in mixed letters hardly has, but an address, a date, a citation or a name with its rank."""
MOST_TITLED = 8
"""Words of such a heading."""
COUNSEL = pattern(
    r"[,)] for (?:the )?(?:(?:plaintiff|defendant|petitioner|respondent)s?-)?"
    r"(?:plaintiff|defendant|appell(?:ant|ee)|petitioner|respondent)s?\.$",
    last=".",
)
"""The end of an entry of counsel, which says whom they are for."""
PROPOSED = pattern(r"^\[Proposed\] ")
CAPITAL = pattern(r"[“\"\[]?[A-Z]")
NUMBER = pattern(r"Nos?\. ?[\d–-]+(?:, (?:No\. )?[\d–-]+)*")


def titled(pair: Pair) -> Tie | None:
    """The tie between two lines of bare text whose words part them."""
    one, two = pair.one.text, pair.two.text
    if "\t" in one or "\t" in two:
        return None
    if DATE_LABEL.fullmatch(one) and not pair.two.item:
        return Tie.JOIN
    named = _ends_court_name(pair)
    if _is_set_below(pair, names_court=named or (one.isupper() and COURT.match(one) is not None)):
        return Tie.SET
    lone = LONE.fullmatch(one) is not None and not (pair.before and LISTED.search(pair.before.text))
    ended = SENTENCE_END.search(one) is not None and not lone
    parted = named or (lone and _is_no_name(pair)) or _begins(pair, ended=ended) or _ends(pair, ended=ended)
    return Tie.BREAK if parted or _is_heading(pair) or _is_beside_title(pair) else None


def _ends_court_name(pair: Pair) -> bool:
    """Whether a court's name ends on the first line, or goes on with its county there."""
    one, before = pair.one.text, pair.before
    if not one.isupper():
        return False
    county = before is not None and COURT.match(before.text) and COUNTY.match(one)
    return bool(county) or COURT_END.fullmatch(one) is not None


def _is_set_below(pair: Pair, *, names_court: bool) -> bool:
    """Whether the second line belongs below the first: where a paper was signed, the rest of a court's name,
    what a notice of motion says below its title."""
    one, two = pair.one.text, pair.two.text
    if names_court and NAME_GOES_ON.fullmatch(two):
        return True
    told = (DAY.fullmatch(one) and CITY.fullmatch(two)) or (one.isupper() and DAY_OF.match(two))
    return bool(told) and not pair.apart


def _begins(pair: Pair, *, ended: bool) -> bool:
    """Whether the second line begins a block by its words; ``ended``: a sentence ends on the first."""
    one, two = pair.one.text, pair.two.text
    return bool(
        (COURT.match(two) and not re.search(r"\b(?:the|THE)$", one))
        or (SECTION.fullmatch(two) and (ended or CERTIFICATE.match(two) or _ends_above(one, two)))
        or (one.isupper() and PART.fullmatch(two) and not CUT_IN_CAPITALS.search(one))
        or (two.startswith("/s/ ") and (ended or one == "Date"))
        or (HELD.fullmatch(two) and one.rfind("(") <= one.rfind(")"))
        or (COUNTED.match(two) and (one.endswith(":") or ends_sentence(one) or LISTED.search(one)))
        or (pair.gap > HIGH and LETTERED.match(two) and (one.endswith(":") or LISTED.search(one)))
        or (BEGINS.match(two) and (ended or one.isupper() or CLOSING.fullmatch(one)))
    )


def _ends(pair: Pair, *, ended: bool) -> bool:
    """Whether the first line ends a block by its words."""
    one, two = pair.one.text, pair.two.text
    above = pair.before is not None and pair.before.text.isupper()
    return bool(
        (SECTION.fullmatch(one) and not (two.isupper() and len(two) > SHORTEST) and not GOES_ON.match(two))
        or (CIRCUIT.search(one) and DOCKETED.match(two))
        or (one.endswith(":") and (two[0].isupper() or CHANGED.match(two)) and _announces(pair))
        or (_is_title(one) and two[0].isupper() and _is_apart(pair) and is_prose(two))
        or (ended and above and _is_title(one) and OPENS.match(two) and _is_sentence(two))
        or any(form.fullmatch(one) for form in (SALUTATION, DAY))
        or (NUMBER.fullmatch(one) and two.isupper())
        or (CITED.fullmatch(one) and OPENS.match(two))
        or (COUNSEL.search(one) and OPENS.match(two) and not two.startswith(("With ", "Of counsel")))
    )


def _is_title(text: str) -> bool:
    """Whether a line is in capitals, but for ``[Proposed]``."""
    title = PROPOSED.sub("", text)
    return title.isupper() and len(title) > SHORTEST


def _is_sentence(text: str) -> bool:
    """Whether a line begins a sentence in small letters, below what is quoted in capitals."""
    return small_words(text) >= FEWEST_SMALL


def _ends_above(one: str, two: str) -> bool:
    """Whether a part's name in capitals stands below a line that is not, and that does not go on."""
    return two.isupper() and not one.isupper() and not UNENDED.search(one)


def _is_apart(pair: Pair) -> bool:
    """Whether the next line's first word would have fitted, or a blank line parts it."""
    return pair.fits or pair.gap > HIGH


def _is_no_name(pair: Pair) -> bool:
    """Whether the line below a part's number is not what the part is called: another's number stands there,
    or more words than a name has."""
    two = pair.two.text
    most = NAME if pair.one.text.endswith(".") else LABEL
    long = len(two.split()) > most and not two.isupper()
    return pair.two.item or (long and pair.fits)


def _is_heading(pair: Pair) -> bool:
    """Whether a line ends a numbered heading: its words are titled, and the next line's would have fitted, or
    stand apart. A letter may be a name's first as well: then prose follows, or another heading."""
    one, two = pair.one.text, pair.two.text
    before = pair.before.text if pair.before and pair.tie is Tie.JOIN else ""
    numbered = pair.one.item or (ITEM.match(before) and _is_titled(before))
    opens = CAPITAL.match(two)
    if not numbered or not opens or not (pair.fits or pair.apart) or not _is_titled(one):
        return False
    mark = ITEM.match(one)
    if mark is None or not INITIAL.match(one) or SECTION.fullmatch(one[mark.end() :].strip()):
        return True
    return small_words(two) >= FEWEST_SMALL or pair.two.item


def _is_beside_title(pair: Pair) -> bool:
    """Whether one of the lines is a heading in mixed letters without a number, short of the text's width,
    between a paragraph's end and another's first line."""
    if SENTENCE_END.search(pair.one.text):
        above = len(pair.one.text.split()) > 1  # a number alone is the heading's own
        return above and pair.after is not None and _is_over(pair.two, pair.after)
    ended = pair.before is not None and SENTENCE_END.search(pair.before.text) is not None
    return ended and _is_over(pair.one, pair.two)


def _is_over(title: Setting, prose: Setting) -> bool:
    """Whether a line is titled, and prose begins below it whose first word would have fitted on it."""
    text = title.text
    if not 1 < len(text.split()) <= MOST_TITLED or text.isupper() or NO_TITLE.search(text):
        return False
    fits = title.end + WIDE + prose.first_width < FITS * title.right
    return fits and _is_titled(text) and CAPITAL.match(prose.text) is not None and is_prose(prose.text)


def _is_titled(text: str) -> bool:
    mark = ITEM.match(text)
    words = text[mark.end() if mark else 0 :].split()
    large = all(word[0].isupper() or not word[0].isalpha() or word in SMALL for word in words)
    whole = not text.endswith((",", ";", ".", "&")) and words[-1].strip("(“") not in SMALL
    return bool(words) and large and whole


def _announces(pair: Pair) -> bool:
    """Whether a quotation or a list follows a line's colon; a book's title has one, too, behind a capital."""
    words = pair.one.text.split()
    ends_early = pair.fits and len(words) > LABEL and not words[-1][0].isupper()
    return ends_early or QUOTES.search(pair.one.text) is not None
