"""What a form asks for: blanks drawn as rules, fields one below the other, its footer."""

from __future__ import annotations

import pytest

from cleaners import clean_document
from cleaners.page import Rule
from tests.cleaners.pages import FULL, Run, document, prose, tokens


def rule(left: float, right: float, foot: float) -> Rule:
    """A rule under a line whose type ends at ``foot`` points."""
    return Rule(left, foot - 0.5, right, foot)


def cleaned(*runs: Run, rules: list[Rule]) -> list[str]:
    page = tokens((72, 100, FULL), *runs, *prose(72, 600, 6))
    return clean_document(document(page, rules=rules)).text.split("\n\n")[1:-1]


@pytest.mark.parametrize(
    ("runs", "rules", "text"),
    [
        pytest.param([(72, 200, "Fax:")], [rule(110, 300, 206)], "Fax: ____", id="behind its label"),
        pytest.param([(72, 200, "I owe $")], [rule(116, 180, 206)], "I owe $ ____", id="behind a sign"),
        pytest.param([(112, 200, "NOT GUILTY")], [rule(72, 108, 206)], "____ NOT GUILTY", id="to be ticked"),
        pytest.param(
            [(72, 200, "By mail on"), (240, 200, "; or")],
            [rule(140, 238, 206)],
            "By mail on ____; or",
            id="amid a sentence",
        ),
        pytest.param(
            [(72, 200, "Fax:"), (120, 198, "555-0100")], [rule(110, 300, 206)], "Fax: 555-0100", id="filled"
        ),
        pytest.param([(72, 200, "See Roe v. Doe")], [rule(96, 156, 206)], "See Roe v. Doe", id="underline"),
        pytest.param(
            [(72, 200, "See Roe")], [rule(96, 114, 206), rule(115, 140, 206)], "See Roe", id="in two strokes"
        ),
        pytest.param(
            [(72, 200, "363"), (140, 200, "Order")], [rule(91, 139, 211)], "363 Order", id="a table's rule"
        ),
        pytest.param([(72, 212, "Jane Roe")], [rule(72, 300, 204)], "Jane Roe", id="signed on"),
        pytest.param(
            [(320, 200, "Judge: Poe")], [rule(72, 310, 206)], "Judge: Poe", id="under a caption's cell"
        ),
    ],
)
def test_a_rule_left_to_be_filled_in_is_a_blank(runs: list[Run], rules: list[Rule], text: str) -> None:
    assert cleaned(*runs, rules=rules) == [text]


def test_fields_are_set_lines_and_a_blank_ends_its_line() -> None:
    fields: list[Run] = [
        (72, 200, "Counsel: Jane Roe"),
        (72, 224, "Firm/Agency: Roe & Doe LLP"),
        (72, 248, "Other counsel:"),
        (72, 272, "Cases that are pending before this court:"),
        (72, 296, "Check here if you are lead counsel."),
    ]
    set_lines, sentence = cleaned(*fields, rules=[rule(170, 540, 254), rule(330, 540, 278)])
    assert set_lines.split("\n") == [
        "Counsel: Jane Roe",
        "Firm/Agency: Roe & Doe LLP",
        "Other counsel: ____",
        "Cases that are pending before this court: ____",
    ]
    assert sentence == "Check here if you are lead counsel."


def test_speakers_and_labels_are_no_fields() -> None:
    speeches: list[Run] = [(72, 200, "ROE: That is what we said."), (72, 224, "DOE: And was it so?")]
    assert cleaned(*speeches, rules=[]) == [text for *_, text in speeches]
    labelled: list[Run] = [(72, 200, "APPEARANCES:"), (72, 224, "FOR THE PLAINTIFF: ROE & DOE LLP")]
    assert cleaned(*labelled, rules=[]) == [text for *_, text in labelled]


def test_labels_on_both_sides_are_rows_not_an_address_beside_a_signature() -> None:
    rows: list[Run] = []
    for middle, left, right in (
        (200, "Date Transcript Ordered: 12/01/2031", "Estimated Date: 01/30/2032"),
        (220, "Print Name: Jane Roe", "Phone Number: (555) 555-0100"),
        (240, "Signature: /s/ Jane Roe", "E-mail: jroe@roedoe.com"),
    ):
        rows += [(72, middle, left), (350, middle, right)]
    assert [line.split() for line in "\n".join(cleaned(*rows, rules=[])).split("\n")] == [
        f"{left} {right}".split() for (*_, left), (*_, right) in zip(rows[::2], rows[1::2], strict=True)
    ]


def test_a_sentence_at_the_foot_of_both_pages_is_a_footer_if_it_is_the_same_to_the_letter() -> None:
    asked = "Feedback or questions about this form? Email us at forms@osterly.test"
    pages = [tokens(*prose(72, 100, 8), (150, 730, asked)) for _ in range(2)]
    assert asked not in clean_document(document(*pages)).text
    pages[1] = tokens(*prose(72, 100, 8), (150, 730, asked.replace("form", "report")))
    assert asked in clean_document(document(*pages)).text
