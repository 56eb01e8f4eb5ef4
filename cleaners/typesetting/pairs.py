"""Two lines one after the other, and what tells whether they belong together."""

from __future__ import annotations

from enum import Enum
from typing import NamedTuple

from cleaners.patterns import pattern
from cleaners.typesetting.setting import WIDE, Setting
from cleaners.typesetting.text_margins import Margins

NOTE_END = r"[”\"’')\]]*(?:\[\^[^\]\s]{1,4}\])*$"
SENTENCE_END = pattern(r"[.?!]" + NOTE_END, last=".?!”\"’')]")
GOES_ON = pattern(r"[a-z(,;§&]")
DANGLING = pattern(r"\b(?:and|or|of|the|a|an|in|to|for|by|with|that|on|at|from|as|is|was|no|not)$|,$")
CUT = pattern(
    r"\b(?:and|or|of|the|a|an|in|to|for|by|with|that|this|his|her|its|their|I|as|at|on|from|is|are|was|were|be|"
    r"been|which|who|whose|than|not|any|such|our|into|under)$"
)
CUT_IN_CAPITALS = pattern(r"\b(?:AND|OR|OF|THE|TO|FOR|IN|BY|WITH|FROM|THAT)$")
"""The end of a line amid a sentence or a title, as far as its last word tells."""
LAST = 8
"""Characters at the end of a line among which its last small word stands."""

WIDEST_LEADING = 2.9
"""Gap to type size above which no two lines belong together: double spacing comes to 2.0 to 2.4."""

EVEN = 1.5
"""Points by which the leading of a page's text strays."""

WORD_IN_DUMP = 24.0
"""Points, four characters: what a line of a dump may lack of the others' length beside a word."""

FITS = 0.93
"""Share of the lines' length up to which a word surely fits on a dump's line, in proportional type too."""


class Tie(Enum):
    """What is put between two lines."""

    JOIN = " "
    SET = "\n"
    BREAK = "\n\n"


class Pair(NamedTuple):
    """Two lines one after the other, the lines before and after them, the tie of the first to the line before
    it, and the margins of the pages (or cells) they stand on."""

    one: Setting
    two: Setting
    before: Setting | None
    after: Setting | None
    tie: Tie
    margins: Margins
    there: Margins

    @property
    def gap(self) -> float:
        """Points from line to line."""
        return self.two.top - self.one.last_top

    @property
    def ended(self) -> bool:
        """Whether the next line's first word would have fitted on the line: then the line was ended. A dump
        of proportional type says too little of widths: there only a line well short of the others counts."""
        if not self.one.line.words:
            return self.one.end + WORD_IN_DUMP < 0.74 * self.one.right
        return self.one.end + self.two.first_width + 0.4 * self.one.size < self.one.right - 4

    @property
    def fits(self) -> bool:
        """Whether the next line's first word would surely have fitted on a line of a dump."""
        return self.one.end + WIDE + self.two.first_width < FITS * self.one.right

    @property
    def is_item(self) -> bool:
        """Whether the first line begins an item; lines within a paragraph may begin with ``F.`` or ``C.``."""
        return self.tie is not Tie.JOIN and (self.one.item or self.one.inner > self.one.left + 8)

    @property
    def runs_on(self) -> bool:
        """Whether the first line is a paragraph's first and the second its next: that begins at the left
        margin, and its first word would not have fitted."""
        wide = self.one.end - self.one.left > 0.7 * self.margins.width
        return wide and not self.ended and self.two.left < self.there.left + 8

    @property
    def begins_paragraph(self) -> bool:
        """Whether the second line is a paragraph's first: set in at the left, it may end as far from the
        right margin and look centred, but the text goes on at the left margin."""
        two, after = self.two, self.after
        if after is None or two.end - two.left < 0.7 * self.there.width:
            return False
        told = bool(two.line.words) or (self.one.text.isupper() and not two.text.isupper())
        return abs(after.left - self.there.left) < 8 and two.left > after.left + 8 and told

    @property
    def leading(self) -> float:
        """The leading hereabouts: pages mix double-spaced text with single-spaced quotations and address
        blocks, so the gaps just above and below count before the page's usual one. The row of a table above
        says nothing of the text below it."""
        near = []
        if self.before is not None and self.before.page == self.one.page and "\t" not in self.before.text:
            near.append(self.one.top - self.before.last_top)
        if self.after is not None and self.after.page == self.two.page:
            near.append(self.after.top - self.two.last_top)
        if not self.one.line.words:
            near.append(self.margins.leading)
        size = self.one.size
        near = [gap for gap in near if 0.6 * size < gap < WIDEST_LEADING * size]
        return min(near) if near else max(self.margins.leading, 0.9 * size)

    @property
    def apart(self) -> bool:
        """Whether more space parts the lines than lines hereabouts have between them. A heading may stand
        nearer above a paragraph's first line than its lines stand from one another."""
        return self.gap > 1.3 * self.leading and not self._goes_on_evenly

    @property
    def _goes_on_evenly(self) -> bool:
        """Whether a full line is parted from the next by the page's leading, as lines beside them are."""
        one, two, before, after = self.one, self.two, self.before, self.after
        if (
            one.line.page.method != "text layer"
            or self.ended
            or SENTENCE_END.search(one.text)
            or abs(self.gap - self.margins.leading) > EVEN
        ):
            return False
        above = before is not None and before.page == one.page and one.top - before.last_top
        below = after is not None and after.page == two.page and after.top - two.last_top
        return any(gap and abs(gap - self.gap) <= EVEN for gap in (above, below))


def is_centred(setting: Setting, margins: Margins) -> bool:
    """Whether a line stands in the middle, well off both margins. An indented first line reaches the right
    margin and is none."""
    left, right = setting.left - margins.left, margins.right - setting.end
    return min(left, right) > 24 and min(left, right) > 0.62 * max(left, right)


def share_centre(one: Setting, two: Setting, margins: Margins) -> bool:
    """Whether two lines of different length stand about the middle of the text: a centred group whose longest
    line reaches the margins. The columns of a dump are too coarse to tell, save of lines in capitals."""
    middle = (margins.left + margins.right) / 2
    told = bool(one.line.words) or (one.text.isupper() and two.text.isupper())
    stray = 5 if one.line.words else 2 * WIDE
    near = abs(one.center - two.center) < stray and abs(one.center - middle) < 0.05 * margins.width
    differ = abs(one.left - two.left) > 6 and two.end - two.left < 0.95 * margins.width
    return told and near and differ
