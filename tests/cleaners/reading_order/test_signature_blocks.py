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
