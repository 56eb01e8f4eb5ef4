"""Names in the margins of bare text, and heads that are deeper than a page's edge."""

import pytest

from cleaners import clean, strip_running_heads

LABEL = "United States District Court\nNorthern District of California\n"
TITLE = "UNITED STATES DISTRICT COURT\nNORTHERN DISTRICT OF CALIFORNIA\n"
ROWS = [
    f"the owner of the barge says that the port had no right to sell it {n}\n"
    for n in ("at", "by", "so", "if")
]


def test_a_courts_name_that_stands_in_the_margin_goes_from_wherever_a_dump_has_put_it() -> None:
    first = f"{TITLE}\nROE,\n\n{LABEL}\nv.\n\nDOE\n\n"
    text = strip_running_heads(f"{first}{ROWS[0]}{ROWS[1]}\f{ROWS[2]}\n{LABEL}\n{ROWS[3]}")
    assert "United States District Court" not in text
    assert "Northern District of California" not in text
    assert text.startswith(TITLE)


def test_the_name_in_the_margin_may_say_for_the_district() -> None:
    label = LABEL.replace("Northern", "For the Northern")
    text = strip_running_heads(f"{TITLE}\n{label}\n{ROWS[0]}\f{ROWS[1]}\n{label}\n{ROWS[3]}")
    assert "For the" not in text


def test_the_name_in_the_margin_may_come_out_district_first() -> None:
    label = "".join(LABEL.splitlines(keepends=True)[::-1])
    text = strip_running_heads(f"{TITLE}\n{ROWS[0]}\n{label}\n{ROWS[1]}")
    assert "Northern" not in text


@pytest.mark.parametrize(
    "text",
    [
        f"{LABEL}\nROE v. DOE\n\n{ROWS[0]}\f{ROWS[1]}{ROWS[2]}\n{LABEL}\n{ROWS[3]}",  # two captions
        f"{TITLE}\n{ROWS[0]}\f{ROWS[1]}{ROWS[2]}\n{LABEL}\n{ROWS[3]}",  # once
        f"{TITLE}\n{ROWS[0]}the United States District Court\nNorthern District of California\n{ROWS[1]}",
    ],
)
def test_a_courts_name_that_may_be_a_captions_stays(text: str) -> None:
    assert "Northern District of California" in strip_running_heads(text)


@pytest.mark.parametrize(
    "line",
    [
        "Dockets.Justia.com",
        "WESTLAW",
        "© 2031 Thomson Reuters. No claim to original U.S. Government Works.",
        " WESTLAW     © 2031 Thomson Reuters. No claim to original U.S. Government Works.     2",
    ],
)
def test_the_name_of_who_published_a_filing_goes(line: str) -> None:
    text = clean(f"The owner of the barge says that the port\n\n{line}\n\nhad no right to sell it at all.\n")
    assert text == "The owner of the barge says that the port had no right to sell it at all.\n"


def test_a_sentence_that_names_a_publisher_stays() -> None:
    text = "The case is on WESTLAW\nand at Dockets.Justia.com today.\n"
    assert strip_running_heads(text) == text


def page(number: int, *body: str) -> str:
    head = (
        "UNITED STATES DISTRICT COURT\nCENTRAL DISTRICT OF CALIFORNIA\n\nCIVIL MINUTES – GENERAL\n"
        "Case No. 2:25-cv-11993\n\nTitle:\n\nDate: August 20, 2031\n\nJane Roe v. Acme Farms, LLC\n\n"
    )
    return f"{head}{''.join(body)}\nCivil Minutes – General\n\nPage {number} of 3\n"


def test_minutes_repeat_more_lines_than_an_edge_has() -> None:
    pages = [page(1, ROWS[0]), page(2, ROWS[1]), page(3, ROWS[2])]
    left = strip_running_heads("\f".join(pages)).split("\f")
    assert "Jane Roe v. Acme Farms, LLC" in left[0]
    assert all("Title:" not in rest and "Jane Roe" not in rest for rest in left[1:])
    assert ROWS[1] in left[1]
    assert ROWS[2] in left[2]


def test_a_docket_number_alone_is_a_head_beside_the_folio() -> None:
    heads = ("2 \nOpinion of the Court \n25-13631 \n", "25-13631  \nOpinion of the Court \n3 \n")
    pages = ["No. 25-13631 \nROE v. DOE \n", *(head + ROWS[n] for n, head in enumerate(heads * 2))]
    left = strip_running_heads("\f".join(pages)).split("\f")
    assert "25-13631" in left[0]
    assert all("25-13631" not in rest for rest in left[1:])


def test_a_number_alone_that_no_other_page_has_is_no_head() -> None:
    pages = [f"{n}5-1363{n}\n{row}" for n, row in enumerate(ROWS[:3], 1)]
    assert "15-13631" in strip_running_heads("\f".join(pages))


def test_a_publishers_name_below_a_footer_does_not_keep_it() -> None:
    pages = [f"{row}\n\nPage {n} – OPINION AND ORDER\n" for n, row in enumerate(ROWS, 1)]
    pages[0] += "\n\n                Dockets.Justia.com\n"
    assert "OPINION" not in strip_running_heads("\f".join(pages))


@pytest.mark.parametrize(
    "title",
    [
        "Roe v. Acme Farms, LLC et al" + 60 * " " + "Doc. 26\n",
        "ROE v. DOE\n\nDoc. 109\n",
        "In Re: Acme Farms, LLC   Doc. 4 Att. 2\n",
    ],
)
def test_the_title_that_a_publisher_prints_over_a_filing_goes(title: str) -> None:
    assert clean(f"{title}\n{TITLE}\n{ROWS[0]}").startswith(TITLE)


def test_a_publishers_marks_go_from_text_on_one_line() -> None:
    body = " ".join(row.strip() for row in ROWS)
    text = f"Roe v. Doe et al Doc. 52 {TITLE.replace(chr(10), ' ')}{body} Dockets.Justia.com {body}"
    assert strip_running_heads(text) == f"{TITLE.replace(chr(10), ' ')}{body} {body}"


@pytest.mark.parametrize(
    "text",
    [
        f"Roe v. Doe, Doc. 52\n\n{ROWS[0]}",  # no court stands below
        f"{TITLE}\nRoe v. Doe     Doc. 52\n\n{ROWS[0]}",
        f"We rely on Roe v. Doe, Inc.\n{TITLE}{ROWS[0]}",
        f"{TITLE}{ROWS[0]}and see https://Dockets.Justia.com/docket/12\n",
    ],
)
def test_what_only_looks_like_a_publishers_title_stays(text: str) -> None:
    assert strip_running_heads(text) == text
