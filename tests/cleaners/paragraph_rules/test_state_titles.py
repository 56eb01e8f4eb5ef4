"""Title pages of the states' appellate courts, as dumps and web pages give them."""

import pytest

from cleaners import clean, join_lines

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


def test_a_court_of_washington_has_the_number_among_the_parties_and_a_byline_with_a_dash() -> None:
    court = "IN THE COURT OF APPEALS OF THE STATE OF WASHINGTON DIVISION II"
    parties = (
        "MARLA QUENT, an individual, No. 42643-9-II Appellant, v. PORT OF OSTERLY, a UNPUBLISHED OPINION"
    )
    text = f"{court} {parties} political subdivision, Respondent. POE, C.J. — {' '.join(BODY * 9)}\n"
    found = clean(text).split("\n\n")
    left = "MARLA QUENT, an individual, Appellant, v. PORT OF OSTERLY, a political subdivision, Respondent."
    assert found[:3] == [court, left, "No. 42643-9-II\nUNPUBLISHED OPINION"]
    assert found[3].startswith("POE, C.J. — The owner")


def test_a_court_of_mississippi_has_the_number_below_its_name_and_lists_its_judges() -> None:
    blocks = ["IN THE COURT OF APPEALS OF THE STATE OF MISSISSIPPI", "NO. 2030-CA-00141-COA"]
    blocks += ["MARLA QUENT APPELLANT v. PIOTR SANDOVER APPELLEE AFFIRMED: 11/05/2031"]
    blocks += ["BEFORE POE, C.J., ROE AND DOE, JJ.", "ROE, J., FOR THE COURT:"]
    found = join_lines(f"{' '.join(blocks)} ¶1. {' '.join(BODY * 9)}\n").split("\n\n")
    assert found[:5] == blocks


def test_the_right_cell_of_a_californian_caption_follows_the_parties() -> None:
    court = "IN THE COURT OF APPEAL OF THE STATE OF CALIFORNIA FIRST APPELLATE DISTRICT DIVISION ONE"
    parties = (
        "ANN QUENT, A135503 Plaintiff and Respondent, (Osterly City & County v. Super. Ct. No. CGC-30-51)"
        " PORT OF OSTERLY, ORDER MODIFYING OPINION Defendant and Appellant. [NO CHANGE IN JUDGMENT]"
    )
    order = "It is ordered that the opinion be modified. There is no change in the judgment."
    found = clean(f"{court} {parties} BY THE COURT: {order} {' '.join(BODY * 9)}\n").split("\n\n")
    left = "ANN QUENT, Plaintiff and Respondent, v. PORT OF OSTERLY, Defendant and Appellant."
    cell = "A135503\n(Osterly City & County\nSuper. Ct. No. CGC-30-51)\nORDER MODIFYING OPINION"
    assert found[:5] == [court, left, cell, "[NO CHANGE IN JUDGMENT]", "BY THE COURT:"]
    assert found[5] == "It is ordered that the opinion be modified."


def test_an_unpublished_opinion_of_california_says_so_and_what_became_of_the_appeal() -> None:
    notice = (
        "California Rules of Court, rule 8.1115(a), prohibits courts and parties from citing or relying on"
        " opinions not certified for publication, except as specified by rule 8.1115(b). This opinion has not"
        " been certified for publication or ordered published for purposes of rule 8.1115."
    )
    blocks = ["NOT TO BE PUBLISHED IN THE OFFICIAL REPORTS", notice]
    blocks += ["IN THE COURT OF APPEAL OF THE STATE OF CALIFORNIA SECOND APPELLATE DISTRICT DIVISION TWO"]
    blocks += ["ANN QUENT, Plaintiff and Appellant, v. PORT OF OSTERLY, Defendant and Respondent."]
    blocks += ["APPEAL from an order of the Superior Court of Osterly County. Jo P. Dene, Judge. Affirmed."]
    blocks += ["Roe & Doe and Al Roe for Plaintiff and Appellant.", "Eve Poe for Defendant and Respondent."]
    text = f"{' '.join(blocks)} ****** {' '.join(BODY * 9)}\n"
    assert clean(text).split("\n\n") == [*blocks, f"{' '.join(BODY * 9)}\n"]


def test_the_title_page_of_a_transcript_is_parted_by_what_it_must_say() -> None:
    blocks = ["UNITED STATES DISTRICT COURT FOR THE DISTRICT OF COLUMBIA"]
    blocks += ["ANN QUENT, Plaintiff, v. PORT OF OSTERLY, Defendant."]
    blocks += ["TRANSCRIPT OF STATUS CALL BEFORE THE HONORABLE JO DENE UNITED STATES DISTRICT JUDGE"]
    blocks += ["APPEARANCES:", "For the Plaintiff: AL ROE, ESQUIRE (202) 661-6380"]
    blocks += ["For the Defendant: EVE POE, ESQUIRE (202) 514-7151", "Court Reporter: SUE DOE, CVR-CM"]
    blocks += ["Proceedings reported by stenomask, transcript produced from dictation.", "PROCEEDINGS"]
    blocks += ["THE COURTROOM CLERK: This court is in session.", "THE COURT: Good morning."]
    blocks += [f"MR. ROE: Good morning. {' '.join(BODY * 3)}"]
    assert join_lines(f"{' '.join(blocks)}\n").strip().split("\n\n") == blocks


def test_a_sentence_that_speaks_of_a_transcript_has_no_title_page() -> None:
    text = f"He read the transcript of the hearing. For the plaintiff: nothing. {' '.join(BODY * 3)}\n"
    assert join_lines(text) == text


def test_a_caption_that_no_role_ends_keeps_what_is_in_it() -> None:
    court = "IN THE SUPREME COURT OF THE STATE OF OSTERLY"
    text = f"{court} ANN QUENT, No. 42643-9 v. PORT OF OSTERLY {' '.join(BODY * 9)} Respondent. So held."
    assert "QUENT, No. 42643-9 v." in clean(text)


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
