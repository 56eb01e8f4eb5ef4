from ftfy import fix_encoding
from ftfy.fixes import fix_c1_controls
from hypothesis import given
from hypothesis import strategies as st

from cleaners.document import Document
from cleaners.mojibake import find_mojibake, fix_mojibake

PROSE = st.text(st.sampled_from("courts’ “order” – § ¶é\n\f\tÀ…"), max_size=200)


@given(PROSE)
def test_garbled_prose_comes_back(text: str) -> None:
    lines = text.split("\n")
    garbled = "\n".join(line.encode("utf-8").decode("latin-1") for line in lines)
    assert fix_mojibake(garbled).count("\n") == text.count("\n")
    assert fix_mojibake(garbled).count("\f") == text.count("\f")


WORDS = st.sampled_from(
    ["the", "a", "s", "", "12", "\t", "CafÃ©", "Â§", "Ã", "â€œorder", "â", "€", "\x94", "\x1a", "ÃÂ"]
)


@given(st.lists(WORDS, max_size=30))
def test_a_line_is_repaired_as_if_ftfy_had_seen_all_of_it(words: list[str]) -> None:
    line = " ".join([*words, "courtâ€™s"])
    assert fix_mojibake(line) == fix_c1_controls(fix_encoding(line))


@given(st.text(max_size=200))
def test_lines_and_pages_stay(text: str) -> None:
    fixed = fix_mojibake(text)
    assert (fixed.count("\n"), fixed.count("\f")) == (text.count("\n"), text.count("\f"))


@given(st.text(st.characters(max_codepoint=0x7E), max_size=300))
def test_ascii_is_never_touched(text: str) -> None:
    assert list(find_mojibake(Document.from_text(text))) == []


def test_an_edit_holds_no_more_than_the_garbled_word() -> None:
    text = "The partyâ€™s motion and the courtâ€™s order"
    spans = [text[e.start : e.end] for e in find_mojibake(Document.from_text(text))]
    assert spans == ["â€™", "â€™"]
