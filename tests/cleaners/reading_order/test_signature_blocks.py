"""Where the cells of a signature block end."""

from tests.cleaners.pages import Run, document, tokens

SIGNED: list[Run] = [
    (72.0, 600.0, "Dated: May 5, 2030"),
    (324.0, 624.0, "The Honorable Jane Roe"),
    (324.0, 636.0, "United States District Judge"),
]


def cells(*runs: Run) -> list[str]:
    read = document(tokens(*runs))
    return [read.source[z.start : z.end] for z in read.pages[0].zones if z.kind == "cell"]


def test_what_is_set_off_below_both_cells_is_no_part_of_the_left_one() -> None:
    below = [(72.0, 660.0, "Presented by:"), (72.0, 672.0, "/s/ Pat Poe")]
    assert cells(*SIGNED, *below) == [
        "Dated: May 5, 2030",
        "The Honorable Jane Roe\nUnited States District Judge",
    ]


def test_the_place_below_a_date_is() -> None:
    assert (
        cells(*SIGNED, (72.0, 612.0, "San Jose, California"))[0] == "Dated: May 5, 2030\nSan Jose, California"
    )


def test_each_who_signs_stands_beside_a_date_of_his_own() -> None:
    first, second = "Dated: May 5, 2030", "Dated: May 6, 2030"
    assert cells(
        (72.0, 500.0, first), (324.0, 500.0, "/s/ Jane Roe"),
        (324.0, 514.0, "Jane Roe"), (324.0, 528.0, "Attorney for Plaintiff"),
        (72.0, 556.0, second), (324.0, 556.0, "/s/ Pat Poe"),
        (324.0, 570.0, "Pat Poe"), (324.0, 584.0, "Attorney for Defendant"),
    ) == [
        first, "/s/ Jane Roe\nJane Roe\nAttorney for Plaintiff",
        second, "/s/ Pat Poe\nPat Poe\nAttorney for Defendant",
    ]  # fmt: skip


def test_those_who_consent_side_by_side_stand_below_the_judges_signature() -> None:
    assert cells(
        *SIGNED,
        (72.0, 664.0, "I ask for this:"), (324.0, 664.0, "Seen and agreed:"),
        (72.0, 678.0, "/s/ Jane Roe"), (324.0, 678.0, "/s/ Pat Poe"),
        (72.0, 692.0, "Fairfax, VA 22030"), (324.0, 692.0, "Fairfax, VA 22031"),
    ) == [
        "Dated: May 5, 2030",
        "The Honorable Jane Roe\nUnited States District Judge",
        "I ask for this:\n/s/ Jane Roe\nFairfax, VA 22030",
        "Seen and agreed:\n/s/ Pat Poe\nFairfax, VA 22031",
    ]  # fmt: skip
