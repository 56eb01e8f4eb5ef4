"""The number in the corner of a court's form."""

import pytest

from cleaners import strip_running_heads

REST = "\nUNITED STATES COURT OF APPEALS\n\nPoe v. Roe\n\nNo. 31-1234\n\nENTRY OF APPEARANCE\n"


@pytest.mark.parametrize(
    ("head", "kept"),
    [
        ("Form 8\n\nFORM 8. Entry of Appearance\n", "\n\nFORM 8. Entry of Appearance\n"),
        ("FORM 8A. Entry of Appearance  Form 8A (p.1)\nJuly 2030\n", "FORM 8A. Entry of Appearance\n\n"),
        (
            "FORM 9. Certificate of Interest\nForm 9 (p. 1)\nMarch 2033\n",
            "FORM 9. Certificate of Interest\n\n\n",
        ),
    ],
)
def test_it_goes_where_the_title_has_the_same_number(head: str, kept: str) -> None:
    assert strip_running_heads(head + REST) == kept + REST


@pytest.mark.parametrize(
    "head",
    [
        "Form 8\n\nEntry of Appearance\n",
        "Form 9\n\nFORM 8. Entry of Appearance\n",
        "FORM 8. Appearance\nJuly 2030\n",
    ],
)
def test_it_stays_where_no_title_has_it(head: str) -> None:
    assert strip_running_heads(head + REST) == head + REST
