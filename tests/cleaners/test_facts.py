"""Case facts from stamps and captions."""

import pytest

from cleaners import Document, case_facts, clean_document

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
