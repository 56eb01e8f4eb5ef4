"""Case facts from stamps and captions."""

import pytest

from cleaners import Document, case_facts, clean_document, printed_folios
from cleaners.page import Token
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


def test_an_exhibit_has_the_number_of_what_it_is_attached_to_and_its_own() -> None:
    text = "Case 2:29-cv-00799-LJR Document 45-1 Filed 12/03/32 Page 1 of 1\nThe lease is attached.\n"
    facts = case_facts(clean_document(Document.from_text(text)))
    assert (facts.ecf_document, facts.ecf_attachment) == (45, 1)


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
        ("No. ED104417", "ED104417"),
        ("Index No. 650123/2030", "650123/2030"),
        ("No. 11–345. Argued October 10, 2030", "11-345"),
        ("No. 12", None),
        ("215-555-0100", None),
    ],
)
def test_the_docket_number_of_the_caption(line: str, number: str | None) -> None:
    assert case_facts(Document.from_text(f"ROE,\nv.\nDOE.\n\n{line}\n\nWe affirm.\n")).docket_number == number


@pytest.mark.parametrize(
    ("head", "court"),
    [
        (
            "In the\nUnited States Court of Appeals\nFor the Seventh Circuit",
            "United States Court of Appeals for the Seventh Circuit",
        ),
        (
            "SUPREME COURT OF THE UNITED STATES\n\nCERTIORARI TO THE SUPREME COURT OF OHIO",
            "Supreme Court of the United States",
        ),
        (
            "OFFICE OF THE CLERK\nUNITED STATES COURT OF APPEALS\nWebsite: www.ca3.uscourts.gov",
            "United States Court of Appeals for the Third Circuit",
        ),
        ("UNITED STATES TAX COURT", "United States Tax Court"),
        ("IN THE SUPREME COURT OF NORTH CAROLINA", "Supreme Court of North Carolina"),
        ("In the Missouri Court of Appeals\nEastern District", "Missouri Court of Appeals, Eastern District"),
        (
            "SUPERIOR COURT OF THE STATE OF CALIFORNIA\nFOR THE COUNTY OF ALAMEDA",
            "Superior Court of the State of California for the County of Alameda",
        ),
        ("IN THE COURT OF CHANCERY OF THE STATE OF DELAWARE", "Court of Chancery of the State of Delaware"),
        ("We affirm what the Superior Court of Alameda held.", None),
        ("Appeal from the United States District Court\nfor the District of New Jersey", None),
    ],
)
def test_the_court_is_the_one_at_the_head(head: str, court: str | None) -> None:
    assert case_facts(Document.from_text(f"{head}\n\nROE v. DOE\n\nWe affirm.\n")).court == court


@pytest.mark.parametrize(
    ("caption", "parties"),
    [
        ("ROE,\nPlaintiff, Appellant,\nv.\nDOE, Warden\nDefendants-Appellees.", ("ROE", "DOE, Warden")),
        ("ACME CO.,\nPlaintiff(s),\nv\nDOE ENTERPRISES,\nDefendant(s)", ("ACME CO", "DOE ENTERPRISES")),
        (
            "In re:\nACME CO.,\nDebtors.\nBAKERS’ UNION,\nAppellant,\n-against-\nACME CO.,\nAppellee.",
            ("BAKERS’ UNION", "ACME CO"),
        ),
        (
            "ROE,\nPlaintiff,\nv.\nDOE,\nDefendant.\nDOE,\nCounterclaim-Plaintiff,\nv.\nROE,\nCounterclaim-Defendant.",
            ("ROE", "DOE"),
        ),
        ("Rhea Roe\nv.\nDoe, LLC\nAppeal from the Court of Claims", ("Rhea Roe", "Doe, LLC")),
    ],
)
def test_the_parties_without_their_roles(caption: str, parties: tuple[str, ...]) -> None:
    assert case_facts(Document.from_text(f"{caption}\n\nNo. 30-1234\n\nWe affirm.\n")).parties == parties


@pytest.mark.parametrize(
    ("blocks", "title"),
    [
        ("CIVIL MINUTES – GENERAL\n\nCase No. 2:30-cv-00684\nDate May 1, 2030", "CIVIL MINUTES – GENERAL"),
        ("DOCKETING NOTICE\n\nA notice of appeal was filed.", "DOCKETING NOTICE"),
        ("TRANSCRIPT OF PROCEEDINGS\nMONDAY, MAY 1, 2030\nOAKVILLE", "TRANSCRIPT OF PROCEEDINGS"),
        ("IF YOU ANSWERED “YES,” SIGN THE VERDICT FORM.", None),
        ("CERTIFICATE OF SERVICE\n\nI served this.", None),
        ("ENTERED BY ORDER OF THE COURT", None),
    ],
)
def test_the_title_is_what_the_paper_calls_itself(blocks: str, title: str | None) -> None:
    assert case_facts(Document.from_text(f"{blocks}\n\nThe motion is denied.\n")).title == title


def test_a_slip_opinion_is_called_by_its_running_head_and_filed_by_the_clerks_stamp() -> None:
    stamp = "FILED\nMAY 28 2030\nJANE ROE, CLERK\nU.S. COURT OF APPEALS\n\n"
    page = "{} ROE v. DOE\nOpinion of the Court\n\nThe motion is denied, and the case is closed.\n"
    text = stamp + "\f".join(map(page.format, (2, 4, 6)))
    facts = case_facts(clean_document(Document.from_text(text)))
    assert (facts.title, facts.filed) == ("Opinion of the Court", "2030-05-28")


@pytest.mark.parametrize(
    ("head", "folios"),
    [("8:30-cv-1261-DOC ORDER", {}), ("ROE v. DOE {}", {1: "1", 2: "2", 3: "3"})],
)
def test_a_number_in_a_running_head_is_a_folio_only_if_it_rises(head: str, folios: dict[int, str]) -> None:
    def sheet(number: int, moved: str) -> list[Token]:
        body = [
            (72.0, 100 + 24.0 * n, f"the motion to {moved} is denied and the case is closed.")
            for n in range(4)
        ]
        return tokens((72.0, 40.0, head.format(number)), *body)

    pages = [sheet(number, moved) for number, moved in enumerate(("dismiss", "stay", "sever"), 1)]
    assert printed_folios(clean_document(document(*pages))) == folios


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
