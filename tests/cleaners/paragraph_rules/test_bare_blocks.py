"""Blocks of text whose lines were run together."""

import pytest

from cleaners import clean, join_entries, join_lines

TEXT = (
    "the owner of the barge says that the port had no right to sell what it had raised from the harbor, and "
    "that the master of the barge was not told of the sale until the cargo of grain had been sold as well."
)
OPENING = f"It is so that {TEXT} So says he."
CIRCUIT = "UNITED STATES COURT OF APPEALS FOR THE HARBOR CIRCUIT"


def blocks(*parts: str) -> list[str]:
    """The blocks told of the parts run together, behind an opening that is none of them."""
    return join_lines(f"{' '.join(parts)}\n").rstrip("\n").split("\n\n")


@pytest.mark.parametrize(
    "parts",
    [
        (OPENING, "I. BACKGROUND", "A. The Sale", f"After the sale {TEXT}", "B. The Suit",
         f"The suit says: {TEXT}", "II. DISCUSSION", f"We hold that {TEXT}"),
        (OPENING, "I", f"On a day in May {TEXT}", "II", f"The owner sued. {TEXT}"),
        (OPENING, f"¶3 In January 2029 {TEXT}", f"¶4 The port {TEXT}"),
        (f"{OPENING} The court ORDERS as follows:", "(1) The motion is denied;",
         "(2) The stay is lifted; and", f"(3) The clerk enters that {TEXT}"),
        (f"{OPENING} It is ORDERED as follows:", "(1) The stay is lifted;",
         f"(2) The clerk pays; (4) The port says that {TEXT}"),
        (f"{OPENING} The lease provided:", f"You have until noon, and {TEXT}"),
        (OPENING, "Dated: May 5, 2032", "JANE ROE UNITED STATES DISTRICT JUDGE"),
        (OPENING, f"1. The court finds that {TEXT}", f"2. The court orders as follows: {TEXT}",
         "1. The stay ends.", "2. The bond is released.", f"3. It is further found that {TEXT}",
         f"4. Nothing else is {TEXT}"),
        (OPENING, "A. Sale at Auction", f"Defendants say that {TEXT}", "B. Goods Raised",
         f"Following the storm {TEXT}"),
        (OPENING, "Dated: May 5, 2032", "Respectfully submitted, POE & DOE LLP By: /s/ Ann Poe"),
        (OPENING, "III. JURISDICTION AND VENUE", f"1. It is that {TEXT} Id.", f"2. So too {TEXT}"),
        (f"{OPENING} Roe alleges as follows:", "Nature of the Action", f"1. This is a suit {TEXT}",
         f"2. It says that {TEXT}", "The Parties", f"3. Roe is {TEXT}"),
        (OPENING, "IT IS SO STIPULATED.", f"On a day in May {TEXT}"),
        (f"{OPENING} APPEARANCES:", "ON BEHALF OF PLAINTIFF: ANN POE", "ON BEHALF OF THE PORT: DOE LLP"),
        (f"May 5, 2032 {OPENING}", "Dear Mr. Marrable:", OPENING, "Very truly yours, Jane Roe, Clerk"),
    ],
)  # fmt: skip
def test_headings_points_and_letters_are_blocks(parts: tuple[str, ...]) -> None:
    assert blocks(*parts) == list(parts)


@pytest.mark.parametrize(
    "text",
    [
        f"{OPENING} See Roe, 5 F.4th at 9 n. 1. As said, {TEXT} Id. at 10 n. 2. The port denies that {TEXT}",
        f"{OPENING} A. Memos on Claims Against Defendants are many. B. Others are not {TEXT}",
        f"{OPENING} 1. It is so {TEXT} 2. That is why {TEXT} See Exhibit 3. The port denies that {TEXT}",
        f"{OPENING} 1. It is so {TEXT} 2. That is why {TEXT} Under Article 3. The port denies that {TEXT}",
        f"It is said of the OPENING AND ARGUMENT The port made that {TEXT}",
        f"{OPENING} The brief has RELEVANT BACKGROUND The port says so; {TEXT}",
    ],
)
def test_notes_cited_and_titles_amid_sentences_are_no_headings(text: str) -> None:
    assert not {"1. As", "2. The", "3. The", "Defendants are", "ARGUMENT", "BACKGROUND"} & {
        " ".join(block.split()[:size]) for block in blocks(text) for size in (1, 2)
    }


CASE = "JANE ROE, Plaintiff, v. PORT OF HARROW, Defendant."
TITLE = "Case No. 31CV-0417 NOTICE OF MOTION Date: June 7, 2031"


def test_a_titled_heading_parts_from_its_sentence_where_its_numeral_stands_alone() -> None:
    parts = (OPENING, "IV. Legal Standard", f"Judgment is proper where {TEXT}")
    assert blocks(*parts) == list(parts)


def test_a_parts_numeral_over_its_first_sections_letter_is_a_block() -> None:
    parts = ("II", "A", f"We review that {TEXT}", "B", f"The owner of the barge {TEXT}")
    assert blocks(OPENING, *parts) == [OPENING, *parts]


@pytest.mark.parametrize("mark", ["", "12. "])
def test_the_parts_of_a_pleadings_first_page_are_blocks(mark: str) -> None:
    court = "SUPERIOR COURT OF THE STATE OF CALIFORNIA COUNTY OF SAN MATEO"
    counsel = "Ann Poe (SBN 123456) 1 Main Street Attorneys for Plaintiff Jane Roe"
    text = f"{counsel} {court} {CASE} : : : : : {TITLE} INTRODUCTION {mark}The owner of the barge {TEXT}"
    assert clean(f"{text} {OPENING * 2}").split("\n\n")[:5] == [counsel, court, CASE, TITLE, "INTRODUCTION"]


def test_a_heap_of_brackets_parts_the_cells_of_a_caption() -> None:
    left, right = "JANE ROE, Plaintiff, v. PORT OF HARROW, Defendant.", f"2:29 CV 241 {OPENING}"
    court = "UNITED STATES DISTRICT COURT NORTHERN DISTRICT OF INDIANA HARROW DIVISION"
    assert clean(f"{court} {left} {') ' * 7}{right}\n") == f"{court}\n\n{left}\n\n{right}\n"


def test_a_heap_of_brackets_amid_the_parties_parts_them_from_no_role() -> None:
    left, right = (
        "JANE ROE, ) ) ) Plaintiff, ) v. ) ) ) PORT OF HARROW, ) Defendant.",
        f"2:29 CV 241 {OPENING}",
    )
    court = "UNITED STATES DISTRICT COURT NORTHERN DISTRICT OF INDIANA HARROW DIVISION"
    assert clean(f"{court} {left} {') ' * 7}{right}\n").split("\n\n")[:2] == [court, CASE]


def test_the_blocks_of_a_panels_title_page_end_at_no_counsels_initial_and_no_number_below() -> None:
    court = "UNITED STATES BANKRUPTCY APPELLATE PANEL OF THE NINTH CIRCUIT"
    parts = (
        f"{court} In re: ROE FARMS INC., Debtor. ROE v. DOE, Appellee. Bk. No. 30-27456 MEMORANDUM",
        "Argued and Submitted on October 20, 2031 at Harrow",
        "Appeal from the United States Bankruptcy Court for the District of Osterland",
        "Appearances: Jane Roe argued pro se; J. Luke Moe argued for Appellee Eric J. Doe, Trustee.",
        f"Before: POE, MOE and ROE, Bankruptcy Judges. {OPENING * 3}",
    )
    assert blocks(*parts)[:4] == list(parts[:4])


def test_the_parts_of_a_title_page_are_blocks() -> None:
    parts = (
        f"PUBLISH {OPENING * 4}", CIRCUIT,
        "PORT OF HARROW, Plaintiff - Appellee, v. JANE ROE, Defendant - Appellant.",
        "Appeal from the United States District Court for the District of Harrow",
        "Argued: January 28, 2030", "Decided and Filed: April 8, 2030",
        "Before MARRABLE, TIDEWELL and DOE, Circuit Judges.",
        "Jane Poe, Harrow, for Defendant-Appellant Jane Roe.",
        "John Moe, Harrow, for Appellee.", "TIDEWELL, Circuit Judge:", f"This is so. {OPENING * 3}",
    )  # fmt: skip
    assert blocks(*parts) == list(parts)


RULE = "_" * 24
PARTIES = "JANE ROE, Plaintiff-Appellant, v. PORT OF HARROW, Defendant-Appellee."
PANEL = "Before MARRABLE, TIDEWELL, and DOE, Circuit Judges."
SMALL = "United States Court of Appeals For the Harbor Circuit"
FROM = "Appeal from the United States District Court for the District of Harrow"
NOTICE = (
    "SUMMARY ORDER RULINGS BY SUMMARY ORDER DO NOT HAVE PRECEDENTIAL EFFECT. CITATION TO A SUMMARY ORDER "
    "FILED ON OR AFTER JANUARY 1, 2007, IS PERMITTED."
)


@pytest.mark.parametrize(
    "parts",
    [
        (SMALL, "No. 29-1234", PARTIES,
         "APPEAL FROM THE UNITED STATES DISTRICT COURT FOR THE DISTRICT OF HARROW", PANEL),
        ("29-1234-cv Roe v. Port of Harrow", CIRCUIT, NOTICE,
         "At a stated term of the court, held at Harrow.",
         "PRESENT: JOHN MARRABLE, JANE TIDEWELL, Circuit Judges.", RULE, PARTIES, RULE,
         "FOR PLAINTIFF-APPELLANT: Jane Roe, pro se, Harrow.", "FOR DEFENDANT-APPELLEE: John Poe, Harrow.",
         f"UPON DUE CONSIDERATION, IT IS HEREBY ORDERED that {TEXT}", f"On May 3, 2030, {TEXT}", RULE),
        ("NOT PRECEDENTIAL", CIRCUIT, RULE, "No. 29-1234", RULE, "JANE ROE, Appellant v. PORT OF HARROW",
         RULE, f"On {FROM} (D.C. No. 2-28-cv-01234)", RULE,
         "Submitted Under Harbor Circuit LAR 34.1(a) March 3, 2030",
         "Before: MARRABLE, TIDEWELL and DOE, Circuit Judges", "(Opinion filed: March 10, 2030)", RULE,
         "OPINION", RULE),
        ("UNPUBLISHED", CIRCUIT, "No. 29-1234", PARTIES, f"{FROM}, at Ely.", "Submitted: March 3, 2030",
         "Decided: March 10, 2030", PANEL, "Affirmed by unpublished per curiam opinion.",
         "Jane Roe, Appellant Pro Se. John Poe, Harrow, for Appellee.",
         "Unpublished opinions are not binding precedent in this circuit.", "PER CURIAM:"),
        (f"In the {SMALL}", RULE, "No. 29-1234", PARTIES, RULE, f"{FROM}.", RULE, PANEL),
        ("[DO NOT PUBLISH]", f"IN THE {CIRCUIT}", RULE, "No. 29-11111", "Non-Argument Calendar", RULE,
         PARTIES, RULE, FROM, RULE, "(March 3, 2030)", PANEL),
        (SMALL, "Argued March 3, 2030", "Decided March 10, 2030", "No. 29-5123", PARTIES,
         f"{FROM} (No. 1:28-cv-00123)",
         "Jane Poe argued the cause for appellant. With her on the briefs was John Poe.", PANEL),
    ],
    ids=["1st", "2d", "3d", "4th", "7th", "11th", "D.C."],
)  # fmt: skip
def test_each_circuits_title_page_is_parted_and_loses_its_rules(parts: tuple[str, ...]) -> None:
    front = " ".join([*parts, f"The owner says that {TEXT}", TEXT.capitalize()])
    kept = [part for part in parts if part != RULE]
    assert clean(front).split("\n\n")[: len(kept)] == kept


def test_the_cells_of_a_caption_are_told_where_stars_part_them() -> None:
    left = "Jane Roe, Appellant, v. Port of Harrow, Appellee. * * * *"
    right = "Appeal from the United States * District Court for the * District of Harrow. * * [UNPUBLISHED] *"
    front = f"{SMALL} {RULE} No. 29-1234 {RULE} {left} {right} {RULE} {PANEL}"
    text = clean(f"{front} PER CURIAM. The owner says that {TEXT * 3}")
    assert text.startswith(
        f"{SMALL}\n\nNo. 29-1234\n\nJane Roe, Appellant, v. Port of Harrow, Appellee.\n\n"
        "Appeal from the United States District Court for the District of Harrow. [UNPUBLISHED]\n\n" + PANEL
    )


def test_a_state_courts_title_page_and_author_are_blocks() -> None:
    parts = (
        "IN THE SUPREME COURT OF HARROW JANE ROE, Appellant, v. JOHN DOE, Appellee. No. CR-29-0236",
        "Filed December 17, 2032", "Appeal from the Superior Court in Marrable County",
        "COUNSEL: Jane Poe, Harrow", "VICE CHIEF JUSTICE TIDEWELL authored the opinion of the court.",
        "VICE CHIEF JUSTICE TIDEWELL, Opinion of the Court:", f"¶1 It is so. {OPENING}", f"¶2 So too: {TEXT}",
    )  # fmt: skip
    assert blocks(*parts) == list(parts)


@pytest.mark.parametrize(
    "text",
    [
        f"{OPENING} See Decl. of Doe, Ex. 1. In it {TEXT} See id., Ex. 2. In it {TEXT}",
        f"{OPENING} With him were David A. Roe and Jane B. Poe. {OPENING}",
        f"{OPENING} He (1) sold the barge; (2) kept the grain; and (3) said so. {OPENING}",
        f"{OPENING} The Court of Appeals for the Harbor Circuit said so. I say: {TEXT}",
        f"{OPENING} The lease provided: “You have until noon.” {OPENING}",
        f"{OPENING} So says JOHN K. MARRABLE, Circuit Judge, of it. {OPENING}",
        f"{OPENING} So say JANE A. ROE and JOHN B. DOE of it. {OPENING}",
        f"{OPENING} So held Gregory F. Tidewell, District Judge. {OPENING}",
    ],
)
def test_what_looks_like_a_blocks_beginning_amid_a_paragraph_stays(text: str) -> None:
    assert blocks(text) == [text]


def test_entries_of_a_flattened_table_are_lines() -> None:
    text = (
        f"{OPENING} TABLE OF CONTENTS INTRODUCTION........... 1 I. THE SALE WAS VOID ......... 2, 4 "
        f"A. Notice . . . . . . . 5 {TEXT}\n"
    )
    assert join_entries(text) == (
        f"{OPENING} TABLE OF CONTENTS\n\nINTRODUCTION\t1\n"
        f"I. THE SALE WAS VOID\t2, 4\nA. Notice\t5\n\n{TEXT}\n"
    )


def test_an_ellipsis_before_a_number_is_no_leader() -> None:
    text = f"{OPENING} He paid . . . . 12 dollars ..... 13 and no more. {TEXT}\n"
    assert join_entries(text) == text


@pytest.mark.parametrize(
    ("caption", "right"),
    [
        (
            "JANE ROE, Case No. 2:28-cv-01234-ABC Plaintiff, v. PORT OF HARROW, Defendant.",
            "Case No. 2:28-cv-01234-ABC",
        ),
        (
            "JANE ROE, Plaintiff, 28 Civ. 1234 -against- ORDER PORT OF HARROW, Defendant.",
            "28 Civ. 1234\nORDER",
        ),
    ],
)
def test_the_right_cell_of_a_district_courts_caption_stands_behind_the_left(caption: str, right: str) -> None:
    text = clean(
        f"UNITED STATES DISTRICT COURT SOUTHERN DISTRICT OF NEW YORK {caption} The port says: {TEXT * 3}"
    )
    left = "Plaintiff, v." if " v. " in caption else "Plaintiff, -against-"
    assert text.split("\n\n")[1:3] == [f"JANE ROE, {left} PORT OF HARROW, Defendant.", right]


def test_a_heading_ends_before_the_line_that_a_dump_has_put_beside_it() -> None:
    said = "the owner of the barge says that the port had no right to sell"
    rows = [
        "UNITED STATES DISTRICT COURT",
        "",
        "I. INTRODUCTION Plaintiff Ann Poe says in her complaint that",
    ]
    rows += [said] * 22
    text = clean(" ".join(f"{n} {row}".strip() for n, row in enumerate(rows, 1)) + " and so she says.")
    assert "\n\nI. INTRODUCTION\n\nPlaintiff Ann Poe says in her complaint that the owner" in text
