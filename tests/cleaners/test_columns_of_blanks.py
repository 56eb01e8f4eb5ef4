"""Cells that blanks set beside each other in bare text."""

import pytest

from cleaners import clean, order_columns


def laid(*lines: str) -> str:
    return "\n".join(lines) + "\n"


def blocks(text: str) -> list[list[str]]:
    return [block.split("\n") for block in text.strip("\n").split("\n\n") if block]


def test_the_lines_of_a_cell_may_begin_some_columns_apart() -> None:
    text = laid(
        "              UNITED STATES DISTRICT COURT",
        "                 DISTRICT OF NEVADA",
        "",
        "PIOTR SANDOVER,",
        "                    Petitioner,",
        "                                         Case No. 2:31-cv-00418-RFB",
        "      v.",
        "                                       ORDER GRANTING",
        "                                              INJUNCTION",
        "OLA FENWICK, et al.,",
        "                    Respondents.",
        "",
        "Pending before the Court is the motion of the petitioner for a preliminary injunction, which",
    )
    assert blocks(order_columns(text))[1:3] == [
        ["PIOTR SANDOVER,", "Petitioner,", "v.", "OLA FENWICK, et al.,", "Respondents."],
        ["Case No. 2:31-cv-00418-RFB", "ORDER GRANTING", "INJUNCTION"],
    ]


@pytest.mark.parametrize(
    "marks",
    ["┐│>│┘", "\uf8fc\uf8fd\uf8fd\uf8fd\uf8fe", ")))))", "§§§§§"],
    ids=["box characters", "brace", "brackets", "section signs, as in Texas"],
)
def test_a_column_of_marks_parts_cells_and_goes(marks: str) -> None:
    rows = ["UNITED STATES OF AMERICA,", "          Plaintiff-Appellee,", "     v.", "MARLA QUENT,", ""]
    rights = ["", "", "No. 31-1821", "", ""]
    caption = [f"{left:<40}{mark}   {right}" for left, mark, right in zip(rows, marks, rights, strict=True)]
    below = "            Appeal from the United States District Court for the District of Guam."
    text = laid(*caption, "          Defendant-Appellant.", "", below)
    cleaned = clean(text)
    assert not set(marks) & set(cleaned)
    assert cleaned.index("Defendant-Appellant.") < cleaned.index("No. 31-1821") < cleaned.index("Appeal")


def test_what_ends_with_a_colon_below_a_caption_is_no_party() -> None:
    text = laid(
        "    UNITED STATES OF AMERICA               )   JUDGMENT IN A CRIMINAL CASE",
        "                v.                         )",
        "                                           )   Case Number: 2:31-cr-00418-QRL",
        "           JOHN MARRABLE                   )   USM Number: 99999-412",
        "                                           )   Defendant's Attorney",
        "",
        "THE DEFENDANT:",
        "pleaded guilty to counts 1 and 3 of the indictment, and was adjudged to be guilty of them.",
    )
    assert blocks(clean(text))[0] == ["UNITED STATES OF AMERICA", "v.", "JOHN MARRABLE"]


def test_a_stamp_beside_the_court_s_name_goes() -> None:
    text = laid(
        "                         FOR PUBLICATION                          FILED",
        "                 UNITED STATES COURT OF APPEALS                   SEP 11 2031",
        "                                                             ORLA P. DENE, CLERK",
        "                                                              U.S. COURT OF APPEALS",
        "                     FOR THE NINTH CIRCUIT",
        "",
        "MARLA QUENT,                              No. 31-469",
        "                                          D.C. No. 2:29-cr-00075",
        "            Plaintiff - Appellant,",
        " v.",
        "PIOTR SANDOVER,                           ORDER",
        "            Defendant - Appellee.",
        "",
        "      The opinion filed on March 27, 2031 is withdrawn. It may not be cited as precedent",
        "by or to this court or any district court of the circuit, and a new one is filed today.",
    )
    assert blocks(clean(text))[:4] == [
        ["FOR PUBLICATION"],
        ["UNITED STATES COURT OF APPEALS", "FOR THE NINTH CIRCUIT"],
        ["MARLA QUENT,", "Plaintiff - Appellant,", "v.", "PIOTR SANDOVER,", "Defendant - Appellee."],
        ["No. 31-469", "D.C. No. 2:29-cr-00075", "ORDER"],
    ]


def test_a_stamp_that_goes_on_beside_the_first_party_goes_whole() -> None:
    at = " " * 50
    text = laid(
        *("" for _ in range(6)),
        "           IN THE UNITED STATES COURT OF APPEALS",
        "                    FOR THE FIFTH CIRCUIT",
        "",
        f"{at}United States Court of Appeals",
        "                           No. 31-40772",
        f"{at}        Fifth Circuit",
        "",
        f"{at}            FILED",
        f"{at}      September 18, 2031",
        "",
        "GEORGE QUENT,                                           Orla P. Dene",
        f"{at}            Clerk",
        "              Plaintiff-Appellee,",
        "v.",
        "",
        "THE CITY OF MARRABLE,",
        "",
        "              Defendant-Appellant.",
        "",
        "      This case was heard again by the whole court after the owner had seen the judgment that",
        "he was given reversed, and it has considered with care the questions that the parties put.",
    )
    assert blocks(clean(text))[:3] == [
        ["IN THE UNITED STATES COURT OF APPEALS", "FOR THE FIFTH CIRCUIT"],
        ["No. 31-40772"],
        ["GEORGE QUENT,", "Plaintiff-Appellee,", "v.", "THE CITY OF MARRABLE,", "Defendant-Appellant."],
    ]


def test_cells_beside_margin_numbers_stay_with_their_side() -> None:
    left = ["MARLA QUENT,", "            Plaintiff,", "     v.", "PIOTR SANDOVER,", "            Defendant."]
    right = ["Case No. 3:30-cv-0417", "NOTICE OF MOTION", "AND MOTION", "Date: May 7, 2030", "Time: 10 a.m."]
    numbered = [f"{n:>2}    {one:<34}{two}" for n, (one, two) in enumerate(zip(left, right, strict=True), 1)]
    body = [f"{n:>2}    the motion is heard on the papers, and no party need appear" for n in range(6, 25)]
    wanted = [[line.strip() for line in left], right]
    assert blocks(clean(laid(*numbered, *body)))[:2] == wanted


@pytest.mark.parametrize(
    "text",
    [
        laid("The motion  is denied.   The parties shall   meet and confer.", "They shall report."),
        laid("Date          Amount", "May 1, 2030   $400", "May 2, 2030   $500"),
        laid("     See Roe v. Doe, 793 F.2d 1072,", "1078 (9th Cir. 1986).       The order stands."),
        laid("THE COURT:    Roe and Doe.", "MR. ROE:      Good morning.", "I am the plaintiff."),
    ],
    ids=["justified prose", "table", "a citation", "speeches"],
)
def test_what_is_no_pair_of_cells_stays(text: str) -> None:
    assert order_columns(text) == text


def test_a_caption_in_one_centred_column_stays() -> None:
    text = laid(
        "                               IN THE",
        "                    SUPREME COURT OF THE STATE OF GUAM",
        "",
        "                         STATE OF GUAM,",
        "                           Appellant,",
        "                               v.",
        "                         PIOTR SANDOVER,",
        "                            Appellee.",
        "",
        "                        No. CR-31-0236-PR",
        "                      Filed December 17, 2031",
    )
    assert order_columns(text) == text


def test_nothing_is_lost() -> None:
    text = laid(*[f"{'v.' if n % 7 == 3 else 'ROE,':<30}No. {n}  )" for n in range(40)])
    assert sorted(order_columns(text).split()) == sorted(text.split())


def test_roles_flush_right_are_the_parties_own_and_a_number_in_the_middle_no_cell() -> None:
    text = laid(
        "                           IN THE SUPREME COURT",
        "                            STATE OF OSTERLAND",
        "",
        "                               2031 OS 143",
        "",
        "Marla Anne Quent,                                    Petitioner and Appellee",
        "      v.",
        "Piotr Sandover,                                     Respondent and Appellant",
        "",
        "                               No. 20310025",
    )
    assert blocks(clean(text)) == [
        ["IN THE SUPREME COURT", "STATE OF OSTERLAND"],
        ["2031 OS 143"],
        ["Marla Anne Quent, Petitioner and Appellee", "v.", "Piotr Sandover, Respondent and Appellant"],
        ["No. 20310025"],
    ]


def test_names_before_a_role_flush_right_may_reach_over_where_the_right_cell_began() -> None:
    text = laid(
        "                  UNITED STATES DISTRICT COURT",
        "                       OSTERVILLE DIVISION",
        "",
        "MARLA QUENT,                                              Petitioner,",
        "",
        "v.                                       Civil Action No. 3:31-cv-779-RGJ",
        "",
        "PIOTR SANDOVER, County Jailer;",
        "OLA FENWICK, Field Office Director for U.S.",
        "Weights and Measures,                                   Respondents.",
        "",
        "                MEMORANDUM OPINION AND ORDER",
    )
    assert blocks(clean(text))[1:] == [
        [
            "MARLA QUENT, Petitioner,",
            "v.",
            "PIOTR SANDOVER, County Jailer;",
            "OLA FENWICK, Field Office Director for U.S.",
            "Weights and Measures, Respondents.",
        ],
        ["Civil Action No. 3:31-cv-779-RGJ"],
        ["MEMORANDUM OPINION AND ORDER"],
    ]


def test_a_caption_whose_marks_have_moved_to_the_left_margin_is_left_to_the_next_step() -> None:
    text = (
        "    THE COURT OF OSTERLY\n    )\n    JANE ROE,                          )\n    )\n"
        "    Owner,          )\n    )\n    v.                    )        No. 31-857\n    )\n"
        "    THE PORT,                      )\n    )\n    Defendant.              )\n    )\n"
        "    MEMORANDUM OPINION\n    Before the court is the motion of the port to strike.\n"
    )
    assert blocks(clean(text))[1:4] == [
        ["JANE ROE,", "Owner,", "v.", "THE PORT,", "Defendant."],
        ["No. 31-857"],
        ["MEMORANDUM OPINION"],
    ]
