"""The printed form over a decision of the Board of Immigration Appeals, in bare text.

Each of its fields stands apart: whose case, in which proceedings, who appears for whom, the charge and what
was applied for. Dumps set them close, and the decision right below the last.
"""

from __future__ import annotations

from cleaners.patterns import pattern
from cleaners.terms.sentence_ends import small_words
from cleaners.typesetting.pairs import DANGLING, Pair, Tie

FRONT = 6000
"""Characters in which the form stands."""
FIELD = pattern(
    r"ON BEHALF OF (?:THE )?(?:RESPONDENTS?|DHS|INS|APPLICANTS?|SERVICE|BENEFICIARY|PETITIONER)\b.*|"
    r"IN (?:REMOVAL|DEPORTATION|EXCLUSION|BOND|ASYLUM|WITHHOLDING-ONLY|VISA PETITION|RESCISSION) PROCEEDINGS|"
    r"(?:CHARGES?|APPLICATIONS?):.*|Decision of the Board of Immigration Appeals"
)
BESIDE = pattern(
    r"(?:Files?|Date|In re|Notice|Order|Lodged):.*|(?:INTERLOCUTORY )?APPEALS?|MOTION|CERTIFICATION"
)
"""Fields of other forms, too, where they stand beside one of its own."""
FEWEST_SMALL = 3
"""Words in small letters of a line of the decision."""


def board_form(pair: Pair) -> Tie | None:
    """The tie between two lines one of which is a field of the form."""
    if pair.one.start > FRONT:
        return None
    one, two = pair.one.text.strip(), pair.two.text.strip()
    own, following = FIELD.fullmatch(one), FIELD.fullmatch(two)
    if following or (own and BESIDE.fullmatch(two)):
        return Tie.BREAK
    if BESIDE.fullmatch(one) and pair.before and FIELD.fullmatch(pair.before.text.strip()) and one.isupper():
        return Tie.BREAK
    if not own or two[0].islower():
        return None
    decision = small_words(two) >= FEWEST_SMALL and not DANGLING.search(one) and one[-1] not in ":;"
    return Tie.BREAK if decision or one.isupper() or one.endswith("Appeals") else None
