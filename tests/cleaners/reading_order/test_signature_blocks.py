"""Where the cells of a signature block end."""

from cleaners.page import Rule
from tests.cleaners.pages import Run, tokens
from tests.cleaners.reading_order.captioned import cells, rows

SIGNED: list[Run] = [
    (72.0, 600.0, "Dated: May 5, 2030"),
    (324.0, 624.0, "The Honorable Jane Roe"),
    (324.0, 636.0, "United States District Judge"),
]


def test_what_is_set_off_below_both_cells_is_no_part_of_the_left_one() -> None:
    below = [(72.0, 660.0, "Presented by:"), (72.0, 672.0, "/s/ Pat Poe")]
    assert cells(tokens(*SIGNED, *below)) == [
        "Dated: May 5, 2030",
        "The Honorable Jane Roe\nUnited States District Judge",
    ]


def test_the_place_below_a_date_is() -> None:
    assert (
        cells(tokens(*SIGNED, (72.0, 612.0, "San Jose, California")))[0]
        == "Dated: May 5, 2030\nSan Jose, California"
    )


def test_each_who_signs_stands_beside_a_date_of_his_own() -> None:
    first, second = "Dated: May 5, 2030", "Dated: May 6, 2030"
    assert cells(tokens(
        (72.0, 500.0, first), (324.0, 500.0, "/s/ Jane Roe"),
        (324.0, 514.0, "Jane Roe"), (324.0, 528.0, "Attorney for Plaintiff"),
        (72.0, 556.0, second), (324.0, 556.0, "/s/ Pat Poe"),
        (324.0, 570.0, "Pat Poe"), (324.0, 584.0, "Attorney for Defendant"),
    )) == [
        first, "/s/ Jane Roe\nJane Roe\nAttorney for Plaintiff",
        second, "/s/ Pat Poe\nPat Poe\nAttorney for Defendant",
    ]  # fmt: skip


def test_those_who_consent_side_by_side_stand_below_the_judges_signature() -> None:
    assert cells(tokens(
        *SIGNED,
        (72.0, 664.0, "I ask for this:"), (324.0, 664.0, "Seen and agreed:"),
        (72.0, 678.0, "/s/ Jane Roe"), (324.0, 678.0, "/s/ Pat Poe"),
        (72.0, 692.0, "Fairfax, VA 22030"), (324.0, 692.0, "Fairfax, VA 22031"),
    )) == [
        "Dated: May 5, 2030",
        "The Honorable Jane Roe\nUnited States District Judge",
        "I ask for this:\n/s/ Jane Roe\nFairfax, VA 22030",
        "Seen and agreed:\n/s/ Pat Poe\nFairfax, VA 22031",
    ]  # fmt: skip


def test_what_is_signed_beside_a_date_is_one_cell_with_the_space_to_sign_in() -> None:
    signed = ["JANE ROE", "Deputy Attorney General", "12 Harbor Road"]
    names = [(324.0, 642.0 + 12 * n, line) for n, line in enumerate(signed)]
    page = tokens((72.0, 600.0, "May 5, 2030"), (324.0, 600.0, "Respectfully submitted,"), *names)

    assert cells(page) == ["May 5, 2030", "\n".join(["Respectfully submitted,", *signed])]

    again = tokens((72.0, 740.0, "June 9, 2030"), (324.0, 740.0, "/s/ Pat Poe"), (324.0, 752.0, "Pat Poe"))
    assert cells([*page, *again])[2:] == ["June 9, 2030", "/s/ Pat Poe\nPat Poe"]


def test_the_year_behind_a_blank_for_the_day_is_no_cell() -> None:
    page = tokens((72.0, 600.0, "DATED: October"), (224.0, 600.0, ", 2030."), (360.0, 624.0, "By: Jane Roe"))
    assert cells(page)[:1] in ([], ["DATED: October , 2030."])


def test_two_who_sign_side_by_side_are_read_one_after_the_other() -> None:
    party = rows(200, (72, 330), "[COMPANY]|[SUPPLIER]")
    blanks = (f"{'_' * 30}|{'_' * 30}", "By:|By:", "Title:|Title:", "Date:|Address:")
    page = tokens(*party, *rows(260, (72, 330), *blanks, pitch=12))

    left, right = cells(page)
    assert left.split("\n")[0::2] == ["[COMPANY]", "By:", "Date:"]
    assert right.split("\n")[0::2] == ["[SUPPLIER]", "By:", "Address:"]


def test_the_frame_of_a_signatures_picture_parts_no_name_from_its_office() -> None:
    frame = [Rule(314.0, 290.0, 315.0, 332.0), Rule(500.0, 290.0, 501.0, 332.0)]
    page = tokens(
        (72.0, 280.0, "IT IS SO ORDERED."),
        (72.0, 304.0, "Dated: May 1, 2030"),
        (320.0, 328.0, "JANE ROE"),
        (320.0, 340.0, "United States District Judge"),
    )

    assert cells(page, *frame) == ["Dated: May 1, 2030", "JANE ROE\nUnited States District Judge"]
