"""Case facts from stamps and captions."""

import pytest

from cleaners import Document, case_facts, clean_document
from cleaners.margins import Token
from tests.cleaners.pages import document, tokens

CAPTION = """Case 2:29-cv-00799-LJR-GSB Document 181 Filed 12/03/32 Page 1 of 2
UNITED STATES DISTRICT COURT
FOR THE EASTERN DISTRICT OF CALIFORNIA

JANE ROE,              )
      Plaintiff,       )   No. {number}
  v.                   )
ACME CORP.,            )   ORDER DENYING MOTION
      Defendant.       )   TO DISMISS
_______________________)   Judge: Hon. Ann Doe

The motion is denied.
"""


def test_stamp_and_caption_tell_the_facts() -> None:
    facts = case_facts(clean_document(Document.from_text(CAPTION.format(number="2:29-cv-0799 LJR GSB"))))
    assert facts.court == "United States District Court for the Eastern District of California"
    assert facts.docket_number == "2:29-cv-00799-LJR-GSB"
    assert facts.ecf_document == 181
    assert facts.filed == "2032-12-03"
    assert facts.title == "ORDER DENYING MOTION TO DISMISS"
    assert facts.parties == ("JANE ROE", "ACME CORP")
    assert facts.disagreements == ()


def test_a_stamp_and_a_caption_that_disagree_are_reported() -> None:
    facts = case_facts(clean_document(Document.from_text(CAPTION.format(number="2:29-cv-0800 LJR"))))
    assert facts.docket_number == "2:29-cv-00799-LJR-GSB"
    assert facts.disagreements == ("the stamp says 2:29-cv-00799-LJR-GSB, the caption 2:29-cv-0800 LJR",)


def test_stamps_that_disagree_are_reported() -> None:
    stamp = "Case 2:29-cv-00799-LJR Document {} Filed 12/03/32 Page 1 of 1\nThe motion is denied.\n"
    text = "\f".join(stamp.format(number) for number in (181, 181, 182))
    facts = case_facts(clean_document(Document.from_text(text)))
    assert facts.ecf_document == 181
    assert facts.disagreements == ("the stamps bear different document numbers: 181, 182",)


@pytest.mark.parametrize("text", ["", "The motion is denied.\n", "Call (312) 555-0100 or SBN 123456.\n"])
def test_what_is_not_said_is_not_known(text: str) -> None:
    facts = case_facts(clean_document(Document.from_text(text)))
    assert (facts.court, facts.docket_number, facts.filed, facts.title) == (None, None, None, None)


def test_a_title_goes_on_over_a_statute_and_small_letters_and_ends_at_the_judge() -> None:
    right = [
        "Case No. 30-10799",
        "Chapter 11 (Joint Administration Requested)",
        "MOTION PURSUANT TO",
        "11 U.S.C. §§ 105(a), 363(b) FOR ENTRY",
        "OF ORDER;",
        "[Proposed] ORDER",
        "Hon. Osric Osterly",
        "PUBLIC VERSION",
    ]
    facts = case_facts(
        Document.from_text("In re:\nROE\n\n" + "\n".join(right) + "\n\nThe motion is granted.\n")
    )
    assert (
        facts.title == "MOTION PURSUANT TO 11 U.S.C. §§ 105(a), 363(b) FOR ENTRY OF ORDER; [Proposed] ORDER"
    )
    assert facts.docket_number == "30-10799"


@pytest.mark.parametrize(
    ("line", "filed"),
    [
        ("Decided: May 4, 2032", "2032-05-04"),
        ("ARGUED MARCH 31, 2032—DECIDED MAY 4, 2032", "2032-05-04"),
        ("(Filed:May 4, 2032)", "2032-05-04"),
        ("Filed 4 May 2032", "2032-05-04"),
        ("Argued: May 4, 2032", None),
    ],
)
def test_an_opinion_is_filed_when_it_is_decided(line: str, filed: str | None) -> None:
    assert case_facts(Document.from_text(f"ROE v. DOE\n\n{line}\n\nWe affirm.\n")).filed == filed


@pytest.mark.parametrize(
    ("line", "number"),
    [
        ("CIVIL ACTION NO. 4:32-CV-00799", "4:32-CV-00799"),
        ("Case Number: 3:32-CR-00012-001", "3:32-CR-00012-001"),
        ("Docket No. 2032-06-0263", "2032-06-0263"),
        ("215-555-0100", None),
    ],
)
def test_the_docket_number_of_the_caption(line: str, number: str | None) -> None:
    assert case_facts(Document.from_text(f"ROE,\nv.\nDOE.\n\n{line}\n\nWe affirm.\n")).docket_number == number


def test_two_stamps_printed_over_one_another_are_told_apart() -> None:
    def stamp(number: int, day: str, left: float, top: float) -> list[Token]:
        made, at = [], left
        for word in f"Case 2:29-cv-00799-LJR Document {number} Filed {day} Page 1 of 1".split():
            made.append(Token(word, at, top, at + 6 * len(word), top + 11.1))
            at += 6 * len(word) + 4
        return made

    body = tokens(*((72.0, 100 + 24.0 * n, "the motion is denied and the case is closed.") for n in range(4)))
    page = [*stamp(57, "10/11/2030", 104, 16.38), *stamp(61, "10/16/2030", 122, 16.26), *body]
    facts = case_facts(clean_document(document(page)))
    assert (facts.ecf_document, facts.filed) == (61, "2030-10-16")
    assert facts.disagreements == (
        "the stamps bear different document numbers: 61, 57",
        "the stamps bear different filing dates: 2030-10-16, 2030-10-11",
    )
