"""Margin numbers that a dump on one line has put out of their order."""

from cleaners import strip_line_numbers

WORDS = "the owner of the barge says that the port had no right to sell"
BODY = " ".join(f"{n} {WORDS}" for n in range(21, 29))
ABOVE = " ".join(f"{n} {WORDS}" for n in range(1, 12))


def numbers_left(text: str) -> list[str]:
    return [word for word in strip_line_numbers(text).split() if word.isdigit()]


def test_what_the_count_of_a_page_lacks_goes_from_beside_its_caption() -> None:
    right = f"13 15 16 17 18 (Docket No. 140) {WORDS} 19 20 ORDER Defendants. 12 14 Case No. 31-cv-3"
    assert numbers_left(f"{ABOVE} {right} {BODY}") == []


def test_the_next_page_counts_anew() -> None:
    first = f"{ABOVE} 12 13 14 15 16 17 18 19 20 {BODY}"
    second = f"{ABOVE} 13 15 16 17 18 ORDER {WORDS} 19 20 {WORDS} 12 14 {BODY}"
    assert numbers_left(f"{first} {second}") == []


def test_numbers_of_the_sentence_stay() -> None:
    full = " ".join(f"{n} {WORDS}" for n in range(1, 29))
    assert numbers_left(f"{full} and the lots 12 14 of it, and 16, were sold") == ["12", "14"]
    assert numbers_left(f"the lots 12 14 of it {full}") == ["12", "14"]


def test_a_page_whose_first_number_a_dump_has_put_below_its_heading() -> None:
    firm = "Jane Roe (012345) 2 Ann Poe (023456) 3 ROE AND POE 4 Osterly 1 5 Dan Moe 7 Harbor 8 Osterly 6"
    rows = " ".join(f"{n} Osterly Harbor Office" for n in range(9, 29))
    assert numbers_left(f"{firm} {rows}") in ([], ["1", "6"])
