"""Margin numbers that are printed twice, and those of a page that ends after a few."""

import pytest

from cleaners import strip_line_numbers

ROW = "the owner of the barge says that the port had no right to sell it when he"
PAGE = "".join(f"{n} {ROW}\n" for n in range(1, 26))
COVER = (
    "1 UNITED STATES DISTRICT COURT\n1 SOUTHERN DISTRICT OF NEW YORK\n2\n2\n3 JANE ROE,\n3\n"
    "4 v.   31 CR 007\n4\n5 ACME FARMS and\n6 JOHN DOE,\n6\n7 Defendants.\n7\n8 New York, N.Y.\n"
    "8 9:30 A.M.\n9\n9\n10 Before:\n10\n11 HON. ANN POE,\n11\n12 District Judge\n12\n13 APPEARANCES\n"
    "13\n14 MARY MOE\n14 United States Attorney\n"
)


def test_numbers_that_a_cover_prints_twice_go_both() -> None:
    left = strip_line_numbers(f"{COVER}\f{PAGE}")
    assert "SOUTHERN DISTRICT OF NEW YORK\n\n\nJANE ROE,\n\nv.   31 CR 007\n" in left
    assert not any(line.strip().isdigit() for line in left.split("\n"))


def test_a_number_that_comes_twice_by_chance_stays() -> None:
    text = PAGE.replace("7 the owner", "7 feet of rope\n7 bells")
    assert "\n7 bells" in strip_line_numbers(text)


@pytest.mark.parametrize("gap", ["\n", " "])
def test_the_first_numbers_of_a_page_that_is_cut_off_go(gap: str) -> None:
    rest = gap.join(f"{n} {ROW}" for n in (1, 2, 3))
    left = strip_line_numbers(f"{PAGE.replace(chr(10), gap)}{rest}\n")
    assert not any(word.isdigit() for word in left.split())


@pytest.mark.parametrize(
    "rest",
    [
        "1 Barge\n2 Hawsers\n3 Anchors\n",  # a list's items are short
        f"1 {ROW}\n3 {ROW}\n",
    ],
)
def test_other_numbers_below_a_numbered_page_stay(rest: str) -> None:
    assert strip_line_numbers(f"{PAGE}\f{rest}").endswith(rest)
