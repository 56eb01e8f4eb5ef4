import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from cleaners.characters import normalize_characters
from cleaners.encodings.swapped_ligatures import SWAPPED
from cleaners.encodings.tex_fonts import LIGATURES

ODD = st.text(
    st.one_of(
        st.sampled_from("e\u0301a\u0308\ufb01\xad\u200b\xa0\r\n\f\t\u2011-1 \u2028\uf0b7\ufffe"),
        st.characters(),
    ),
    max_size=120,
)


@given(ODD)
def test_the_result_is_composed_and_stable(text: str) -> None:
    clean = normalize_characters(text)
    assert unicodedata.is_normalized("NFC", clean)
    assert normalize_characters(clean) == clean


@given(ODD)
def test_lines_and_pages_stay(text: str) -> None:
    clean = normalize_characters(text)
    ends = text.replace("\r\n", "\n")
    assert clean.count("\n") == sum(ends.count(end) for end in "\n\r\x0b\x85\u2028\u2029")
    assert clean.count("\f") == text.count("\f")


@given(ODD)
def test_no_letter_or_figure_is_invented(text: str) -> None:
    def letters(of: str) -> set[str]:
        return {c for c in unicodedata.normalize("NFKD", of) if c.isalnum()}

    spelt_out = set("fil") if LIGATURES.keys() & set(text) else set()
    spelt_out |= set(SWAPPED.values()) if SWAPPED.keys() & set(text) else set()
    assert letters(normalize_characters(text)) <= letters(text) | spelt_out


@given(st.text("“”‘’–—…§¶•áÉ½²a1 \n\f\t", max_size=100))
def test_a_courts_typography_stays(text: str) -> None:
    assert normalize_characters(text) == text
