"""What only lines of bare text are asked: what a dump has parted, or run together."""

from __future__ import annotations

from cleaners.page import LONGEST_LINE
from cleaners.patterns import pattern
from cleaners.terms.citations import is_cut
from cleaners.terms.sentence_ends import FEWEST_IN_PROSE, ends_sentence, is_prose
from cleaners.typesetting.pairs import CUT, CUT_IN_CAPITALS, GOES_ON, LAST, SENTENCE_END, Pair, Tie
from cleaners.typesetting.set_lines import FRONT
from cleaners.typesetting.setting import HIGH, WIDE

LISTED = pattern(r";(?: (?:and|or))?$|, (?:and|or)$", last=";dr")
"""The end of an item of a list, before its last or another."""

LONE_MARK = pattern(
    r"(?:\d{1,3}|[A-Za-uw-z]|[IVX]{1,5}|i{2,3}|iv|vi{1,3}|ix)\.|\((?:\d{1,2}|[a-zA-Z]|[ivx]{2,5})\)|[•▪●○■]",
    last=".)•▪●○■",
)
"""An item's number, letter or bullet alone on its line; ``v.`` parts parties."""

ASKS_NUMBER = pattern(r"(?:\b(?:at|of|in|than|Rule|Section|Nos?\.|pp?\.)|[§¶])$")
"""What a line ends with whose sentence goes on with a number."""

NO_WORD = pattern(r"(?:vs?\.|s/|cc:|by:)")
"""What begins small and goes on with nothing."""

CERTIORARI = pattern(r"(?:ON )?(?:(?:PETITIONS? FOR )?WRITS? OF )?CERTIORARI(?: BEFORE JUDGMENT)? TO\b")
"""What a slip opinion says of the court below, in capitals over several lines."""

DATED = pattern(r".*\d{1,2}, \d{4}$")
FEWEST_LAST = 4
"""Words of a paragraph's last line; what has fewer may be set."""
AMOUNT = pattern(
    r"\b(?:one|two|three|four|five|six|seven|eight|nine|ten|twelve|fourteen|fifteen|twenty|thirty|sixty|ninety)"
    r"(?:-\w+)?$"
)
"""A number in words, which contracts and orders say again in figures, in brackets."""
LINK = pattern(r"(?=[^.]*\.)\d{1,4} [A-Z][\w.’ ]{1,24} \d{1,5}", last="0123456789")
"""A citation alone on its line."""
GOES_ON_WITH = pattern(
    r"(?:See|Id|Cf|But|Rather|Instead|However|Dkt|Ex|Exs|He|She|They|This|These|That|Those|His|Her|Their)\b"
)
"""What hardly ever begins a paragraph: a citation for what was said, a word that points back to it."""
CUT_NAME = pattern(r"\b(?:v|vs|Mr|Mrs|Ms|Dr|Hon|U\.S|[NSEWCMD]\.D)\.$", last=".")
QUOTED = pattern(r"[“\"‘']?\[[A-Za-z]\][a-z ]|[“\"]")
"""How what is quoted amid a sentence begins."""
OPENS = pattern(r"[“\"‘'\[(]{0,2}[A-Z]")
FEWEST_AMID = 6
"""Words of a full line of names and figures, amid a sentence that the next line goes on with."""
LEAST_INDENT, MOST_INDENT = 10.0, 60.0
"""Points by which a paragraph's first line is set in."""
SHORT = 60
"""Characters of a line of an address or a signature."""


def one_source_line(pair: Pair) -> Tie | None:
    """In a flattened text only an earlier step can have parted two lines (a caption's cells): so be it."""
    if pair.one.row != pair.two.row:
        return None
    return Tie.BREAK if pair.gap > HIGH else Tie.SET


def lines_are_paragraphs(pair: Pair) -> Tie | None:
    """In a text that gives each paragraph a line, only a page's end parts one; short lines close to one
    another are set lines."""
    one, two = pair.one, pair.two
    if pair.margins.right < WIDE * LONGEST_LINE:
        return None
    if SENTENCE_END.search(one.text) or one.text[-1] in ":;" or two.item:
        return Tie.BREAK
    if GOES_ON.match(two.text) or (one.page != two.page and len(one.text) > LONGEST_LINE):
        return Tie.JOIN
    return Tie.SET if max(len(one.text), len(two.text)) < SHORT and pair.gap == HIGH else Tie.BREAK


def entry(pair: Pair) -> Tie | None:
    """An entry of a table of contents or authorities ends with its pages, behind a tab: what is an item or
    ends with a comma before goes on, and begins the next entry of the table."""
    one, two = pair.one.text, pair.two.text
    if "\t" in one and "\t" in two:
        return Tie.SET
    if "\t" in one:
        follows = pair.after is not None and "\t" in pair.after.text
        return Tie.SET if follows and (two.endswith(",") or pair.two.item) else None
    ends = "\t" in two
    listed = ends or (pair.before is not None and "\t" in pair.before.text)
    if ends and (pair.two.item or one.endswith(":")):  # what a table's row begins with
        return Tie.BREAK
    goes_on = ends and (pair.one.item or GOES_ON.match(two))
    return Tie.JOIN if goes_on or (listed and one.endswith(",")) else None


def below(pair: Pair) -> Tie | None:
    """What a slip opinion says of the court below is one sentence, however many lines it has."""
    one, two = pair.one.text, pair.two.text
    if CERTIORARI.match(one):
        return Tie.JOIN if two.isupper() and not FRONT.match(two) else Tie.BREAK
    return Tie.BREAK if CERTIORARI.match(two) else None


def first_line(pair: Pair) -> Tie | None:
    """In bare text what is set in below the end of a sentence begins a paragraph, however short its line is;
    so does what stands below a paragraph of one line that ends early."""
    one, two, margins = pair.one, pair.two, pair.margins
    if one.page != two.page or not ends_sentence(one.text):
        return None
    if not LEAST_INDENT <= two.left - margins.left <= MOST_INDENT:
        return None
    hangs = pair.is_item and two.left <= one.inner + WIDE
    below_line = abs(one.last_left - margins.left) < WIDE and not hangs
    alone = pair.tie is Tie.BREAK and pair.ended and one.left == two.left
    return Tie.BREAK if below_line or alone else None


def quotation(pair: Pair) -> Tie | None:
    """In bare text lines that are all set in, a blank line above them, are a block quotation though its
    sentence began before: a colon announces it, or it begins as what is quoted amid a sentence does
    (``[A]n agreement``)."""
    one, two, after = pair.one, pair.two, pair.after
    if one.page != two.page or after is None or pair.gap <= HIGH:
        return None
    set_in = two.left >= max(one.last_left, pair.margins.left) + LEAST_INDENT
    within = after.page == two.page and after.top - two.last_top == HIGH and after.left == two.left
    begins = (one.text.endswith(":") and not two.item) or QUOTED.match(two.text)
    return Tie.BREAK if set_in and within and begins else None


def number_apart(pair: Pair) -> Tie | None:
    """In bare text an item's number alone on its line (a tab parted it from its words) goes on below, and
    begins a block below a sentence's end."""
    one, two = pair.one, pair.two
    if LONE_MARK.fullmatch(one.text) and not (pair.before and _asks_number(pair.before.text, one.text)):
        named = pair.before is not None and LISTED.search(pair.before.text) is not None
        long = len(two.text.split()) >= FEWEST_IN_PROSE
        return None if one.text[0] in "IVX" and long and not named else Tie.JOIN
    begins = LONE_MARK.fullmatch(two.text) and not _asks_number(one.text, two.text)
    ended = one.text.endswith(":") or ends_sentence(one.text) or LISTED.search(one.text)
    return Tie.BREAK if begins and ended else None


def linked(pair: Pair) -> Tie | None:
    """A citation that was a link on a web page stands on a line of its own in the page's text: its sentence
    goes on, above (``Roe v. Doe,``) and below (``(D. Minn. 1991). The``)."""
    one, two = pair.one.text, pair.two.text
    if pair.gap > HIGH:
        return None
    if LINK.fullmatch(two):
        amid = pair.tie is Tie.JOIN or is_prose(one)
        return Tie.JOIN if amid and not SENTENCE_END.search(one) else None
    if pair.tie is not Tie.JOIN:  # the reporter's page, over the parties
        return Tie.BREAK if LINK.fullmatch(one) else None
    if pair.two.item:
        return None
    behind = (
        pair.before is not None and LINK.fullmatch(pair.before.text) and len(one) < SHORT and is_prose(two)
    )
    return Tie.JOIN if behind or LINK.fullmatch(one) else None


def cut_off(pair: Pair) -> Tie | None:
    """In bare text what ends with a word that no line is meant to end with goes on below."""
    one, two = pair.one.text, pair.two.text
    named = CUT_NAME.search(one) and len(one.split()) >= FEWEST_LAST and two[0].isupper()
    if named or (two[0] == "(" and AMOUNT.search(one)):
        return Tie.JOIN
    if one.isupper() and two.isupper() and CUT_IN_CAPITALS.search(one):
        return Tie.JOIN if pair.tie is Tie.JOIN else Tie.SET if pair.ended else None
    return None


def dumped(pair: Pair) -> Tie | None:
    """In bare text neither a hanging indent, nor a page end where the form feed was lost, nor the blank lines
    that a dump puts between words set far apart part a sentence; a bracket is closed where its sentence goes
    on."""
    one, two = pair.one.text, pair.two.text
    if not pair.ended and FRONT.match(one) and DATED.match(one) and len(two.split()) > 7:
        return Tie.BREAK
    if SENTENCE_END.search(one) or pair.two.item:
        if _is_amid(pair) and one[-1] == "." and not ends_sentence(one) and not pair.two.item:
            return Tie.JOIN
        return Tie.BREAK if _ends_paragraph(pair) else None
    return Tie.JOIN if _goes_on(pair) else None


def _is_amid(pair: Pair) -> bool:
    """Whether a line goes on with the one above, a paragraph's: the last of its lines ends a sentence."""
    return pair.tie is Tie.JOIN and pair.before is not None and is_prose(pair.before.text) and not pair.apart


def _goes_on(pair: Pair) -> bool:
    """Whether a line that no sentence ends on goes on below."""
    one, two = pair.one.text, pair.two.text
    if one.rfind("(") > one.rfind(")") and 0 <= two.find(")") < len(two.split("(")[0]):
        return True
    cut = one[-1].islower() and CUT.search(one, len(one) - LAST)
    long = len(one.split()) >= FEWEST_AMID
    prose = is_prose(one) or (long and (is_prose(two) or two[0].isdigit() or _is_amid(pair)))
    titled = two.split()[0].strip("“").isupper() and not is_prose(two)
    if (cut or (prose and not pair.ended and one[-1] not in ":;")) and not titled:
        return True
    small = two[0].islower() and not NO_WORD.match(two)
    listed = (one[-1] == "," and not titled) or (two[0] == "(" and one[-1] not in ":;")
    amid = listed and _is_amid(pair)
    return bool(small or amid or (GOES_ON.match(two) and not pair.ended))


def _ends_paragraph(pair: Pair) -> bool:
    """Whether a sentence ends on a line that the next one's first word would have fitted on, in text that
    has lost its indents."""
    one, two = pair.one, pair.two
    if not pair.margins.flush or len(one.text.split()) < FEWEST_LAST or not ends_sentence(one.text):
        return False
    opens = OPENS.match(two.text) is not None and two.text[0] != "("
    return opens and not GOES_ON_WITH.match(two.text) and pair.fits


def _asks_number(before: str, mark: str) -> bool:
    return ASKS_NUMBER.search(before) is not None or is_cut(before, mark)
