"""Title pages of the appellate courts of Texas and California, as dumps and web pages give them."""

import pytest

from cleaners import join_lines

WACO = [
    "IN THE\nTENTH COURT OF APPEALS",
    "No. 10-29-00014-CV",
    "MARLA QUENT,\nAppellant\nv.\nPIOTR SANDOVER,\nAppellee",
]
WACO += ["From the 12th District Court\nOsterly County, Texas\nTrial Court No. 26058", "MEMORANDUM OPINION"]
EASTLAND = [
    "In The\nEleventh Court of Appeals",
    "No. 11-29-00382-CV",
    "QUENT-MIDLAND, L.L.C., Appellant\nV.\nSANDOVER, INC., Appellee",
]
EASTLAND += [
    "On Appeal from the County Court at Law\nOsterly County, Texas\nTrial Court Cause No. CC-12,073",
    "OPINION",
]
AMARILLO = ["NO. 07-29-0513-CV", "IN THE COURT OF APPEALS\nFOR THE SEVENTH DISTRICT OF TEXAS\nAT AMARILLO"]
AMARILLO += ["MARLA QUENT, APPELLANT\nV.\nPIOTR SANDOVER, APPELLEE"]
AMARILLO += [
    "FROM THE 47TH DISTRICT COURT OF OSTERLY COUNTY;\nNO. 090839-00-A; HONORABLE ANN POE, JUDGE",
    "MEMORANDUM OPINION",
]
BODY = [
    "The owner of the barge appeals from a judgment for the port, which says that it had the right",
    "to sell what it had raised, and that the owner was told of the sale in time. We reverse that.",
]


@pytest.mark.parametrize("blocks", [WACO, EASTLAND, AMARILLO])
@pytest.mark.parametrize("glue", ["\n", "\n\n"])
def test_the_parts_of_the_title_page_are_blocks_of_set_lines(blocks: list[str], glue: str) -> None:
    lines = [line for block in blocks for line in block.split("\n")]
    body = glue.join(BODY) if glue == "\n" else " ".join(BODY)
    found = join_lines(f"{glue.join(lines)}{glue}{body}\n").split("\n\n")
    assert found[: len(blocks)] == blocks


def test_the_parts_are_blocks_where_all_stands_on_one_line() -> None:
    text = " ".join(" ".join(block.split()) for block in AMARILLO)
    found = join_lines(f"{text} {' '.join(BODY * 3)}\n").split("\n\n")
    assert found[0] == AMARILLO[0]
    assert found[1] == " ".join(AMARILLO[1].split())
    assert AMARILLO[-1] in found
    assert not join_lines(f"The owner says {' '.join(BODY * 3)} {text}\n").startswith("The owner says\n")


def test_a_county_in_a_sentence_is_no_title() -> None:
    text = (
        f"{BODY[0]} in the court that sits in\nOsterly County, Texas\nin the year of the storm, {BODY[1]}\n"
    )
    assert join_lines(text).count("\n") == 1


def test_a_court_of_california_names_itself_and_the_caption_ends_with_a_role() -> None:
    court = "IN THE COURT OF APPEAL OF THE STATE OF CALIFORNIA FIRST APPELLATE DISTRICT DIVISION TWO"
    parties = "THE PEOPLE, Plaintiff and Respondent, A149049 v. ANN QUENT, (Osterly County Super. Ct. No. F3)"
    text = f"CERTIFIED FOR PUBLICATION {court} {parties} Defendant and Appellant. {' '.join(BODY * 3)}\n"
    found = join_lines(text).split("\n\n")
    assert found[:3] == ["CERTIFIED FOR PUBLICATION", court, f"{parties} Defendant and Appellant."]


def test_the_fields_of_the_immigration_board_s_form_are_blocks() -> None:
    fields = ["IN REMOVAL PROCEEDINGS", "APPEAL", "ON BEHALF OF RESPONDENT: Ann Poe, Esquire"]
    fields += ["APPLICATION: Cancellation of removal"]
    found = join_lines("\n".join(["In re: QUENT", *fields, *BODY]) + "\n").split("\n\n")
    assert found == ["In re: QUENT", *fields, f"{' '.join(BODY)}\n"]


def test_an_application_may_have_two_lines() -> None:
    text = (
        "APPLICATION: Asylum; withholding of removal; and protection under the\nConvention Against Torture\n"
    )
    assert "the\n\nConvention" not in join_lines(text)
