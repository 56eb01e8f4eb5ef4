"""Tables, and tables of contents without leaders, in text that keeps its columns by blanks."""

import pytest

from cleaners import clean

BEFORE = (
    "     The application seeks compensation for the work of three\npersons, whose rates are as follows:\n\n"
)
AFTER = "\n     The court finds the rates reasonable. It has compared them with\nthose of other districts.\n"


def table(*rows: str) -> list[str]:
    """The lines that come out of the rows of a table amid text."""
    blocks = clean(BEFORE + "\n".join(rows) + "\n" + AFTER).split("\n\n")
    assert blocks[0].endswith("are as follows:")
    assert blocks[-1].startswith("The court finds")
    return "\n\n".join(blocks[1:-1]).split("\n")


def test_the_cells_of_a_table_of_amounts_are_parted_by_tabs() -> None:
    assert table(
        "     Timekeeper                 Hours        Amount",
        "     B. Okonjo-Lisle             41.5    $18,675.00",
        "     T. Vandermoor (paralegal)    8.2      1,148.00",
        "                                         ----------",
        "     Net                         49.7   ($19,823.00)",
    ) == [
        "Timekeeper\tHours\tAmount",
        "B. Okonjo-Lisle\t41.5\t$18,675.00",
        "T. Vandermoor (paralegal)\t8.2\t1,148.00",
        "Net\t49.7\t($19,823.00)",
    ]


def test_the_columns_of_a_table_of_words_begin_below_one_another() -> None:
    assert table(
        "Title & Section         Nature of Offense               Offense Ended    Count",
        "18 U.S.C. § 1343        Wire Fraud                      3/4/2030         1",
        "18 U.S.C. § 1956(h)     Conspiracy to Launder Money     5/6/2030         3",
    ) == [
        "Title & Section\tNature of Offense\tOffense Ended\tCount",
        "18 U.S.C. § 1343\tWire Fraud\t3/4/2030\t1",
        "18 U.S.C. § 1956(h)\tConspiracy to Launder Money\t5/6/2030\t3",
    ]


def test_an_items_mark_is_no_cell() -> None:
    assert table(
        "          a.   April 1, 2031          $1,412.06",
        "          b.   May 1, 2031            $1,412.06",
        "               Total:                 $2,824.12",
    ) == ["a. April 1, 2031\t$1,412.06", "b. May 1, 2031\t$1,412.06", "Total:\t$2,824.12"]


def test_a_table_of_contents_without_leaders_is_set_alike() -> None:
    assert table(
        "                                                              Page",
        "INTRODUCTION                                                     1",
        "  I.   THE MOTION IS TIMELY                                      4",
        "  II.  THE CLAIM IS BARRED BY THE STATUTE OF LIMITATIONS",
        "       AND BY LACHES                                             7",
        "CONCLUSION                                                      12",
    ) == [
        "Page",
        "",
        "INTRODUCTION\t1",
        "I. THE MOTION IS TIMELY\t4",
        "II. THE CLAIM IS BARRED BY THE STATUTE OF LIMITATIONS AND BY LACHES\t7",
        "CONCLUSION\t12",
    ]


@pytest.mark.parametrize(
    "rows",
    [
        ("     Lumber                  1,412", "     Insurance               3,104"),  # two rows
        ("     Lumber             1,412", "     Insurance    3,104", "     Paint                9"),  # ragged
        ("     1.   12", "     2.   14", "     3.   16"),  # no words
        ("A. Quent    Not Reported    N/A", "  Deputy Clerk    Reporter   Tape No."),  # two rows, ragged
    ],
)
def test_what_is_no_table_has_no_tabs(rows: tuple[str, ...]) -> None:
    assert "\t" not in clean(BEFORE + "\n".join(rows) + "\n" + AFTER)


def test_the_form_at_the_head_of_minutes_keeps_its_rows() -> None:
    head = """\
                      UNITED STATES DISTRICT COURT
                     CENTRAL DISTRICT OF CALIFORNIA

                      CIVIL MINUTES - GENERAL

 Case No.     CV 31-9418 QRL (TVWx)                              Date    June 12, 2033
 Title        Tidewell Barge Co. v. County of Osterly, et al.

 Present: The Honorable        QUENTIN R. LISLE, UNITED STATES DISTRICT JUDGE
          Paul Songvale                       Not Reported                        N/A
           Deputy Clerk                 Court Reporter / Recorder               Tape No.

 Proceedings:       (IN CHAMBERS) ORDER GRANTING THE MOTION TO DISMISS

      Plaintiff Tidewell Barge Co. filed this action on March 3, 2032, against the County
of Osterly and ten officers of its harbor patrol.
"""
    rows, done = clean(head).split("\n\n")[2:4]
    assert rows.split("\n") == [
        "Case No.\tCV 31-9418 QRL (TVWx)\tDate\tJune 12, 2033",
        "Title\tTidewell Barge Co. v. County of Osterly, et al.",
        "Present: The Honorable\tQUENTIN R. LISLE, UNITED STATES DISTRICT JUDGE",
        "Paul Songvale\tNot Reported\tN/A",
        "Deputy Clerk\tCourt Reporter / Recorder\tTape No.",
    ]
    assert done == "Proceedings: (IN CHAMBERS) ORDER GRANTING THE MOTION TO DISMISS"
