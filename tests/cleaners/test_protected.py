import pytest
from hypothesis import given
from hypothesis import strategies as st

from cleaners.protected import protected_spans

CITED = [
    "2:15-cv-00208-TLN-KJN",
    "CV-00-13002-DDP",
    "No. 07-55393",
    "12 Civ. 5708 (ER)",
    "C04-0098 SI",
    "MDL No. 2641",
    "793 F.2d 1072",
    "369 F.Supp.2d 1180, 1182",
    "283 F.3d 1064, 1067 n. 6",
    "335 F.3d 889, 894-95",
    "550 U.S. ____",
    "2011 WL 123456, at *3",
    "14 Cal. App. 4th 123",
    "28 U.S.C. § 1292(b)",
    "42 C.F.R. § 12.3(a)(1)",
    "§ 1983",
    "Fed. R. Civ. P. 72(a)",
    "DEF 1097-102",
    "March 3, 2011",
    "04/22/20",
    "(213) 555-0100",
    "roe@example.gov",
    "https://www.example.gov/a-b",
]


@pytest.mark.parametrize("cite", CITED)
def test_a_citation_is_one_span(cite: str) -> None:
    text = f"so we hold; {cite}; and more."
    assert [text[a:b] for a, b in protected_spans(text)] == [cite]


@pytest.mark.parametrize(
    "prose", ["The motion is denied.", "He was 34 years old on page 2.", "Roe et al. v. Doe"]
)
def test_prose_is_free(prose: str) -> None:
    assert protected_spans(prose) == []


@given(st.text("1234 F.2d:-cvU.S.C§()@aA\n", max_size=80))
def test_spans_are_in_order_apart_and_inside(text: str) -> None:
    ends = [0, *(offset for span in protected_spans(text) for offset in span), len(text)]
    assert ends == sorted(ends)
