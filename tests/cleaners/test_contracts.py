"""The verb is the contract: what each public cleaner may do to a text, whatever the text."""

import inspect
from collections import Counter
from collections.abc import Callable

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

import cleaners
from cleaners import STANDARD, Document, clean_document
from tests.forge import strategies

Cleaner = Callable[[str], str]

PIECES = st.one_of(
    st.text(max_size=12),
    st.sampled_from(
        (
            "\n",
            "\n\n",
            "\f",
            "  ",
            "\t",
            "-\n",
            "1 ",
            "28 ",
            ")\n",
            " ) ",
            "____",
            "////\n",
            "* ",
            "[^1]: ",
            "FILED\n",
            "U .S. C O U R T",
            "ofthe ",
            "juris-\ndiction ",
            "894-\n95 ",
            "â€œ",
            "ﬁ",
            "\u00ad\n",
            "|",
            "Q. ",
            "v.\n",
            "- 2 -\n",
            "Case 2:15-cv-00208-TLN Document 20 Filed 04/22/20 Page 1 of 5\n",
        )
    ),
    strategies.paragraphs().map("\n\n".join),
)
TEXTS = st.lists(PIECES, max_size=14).map("".join)


def cleaners_named(*verbs: str) -> list[Cleaner]:
    """The public cleaners whose name begins with one of the verbs."""
    names = [name for name in cleaners.__all__ if name.split("_")[0] in verbs]
    assert names, verbs
    return [getattr(cleaners, name) for name in names]


def letters_and_digits(text: str) -> list[str]:
    return [c for c in text if c.isalnum()]


def is_subsequence(part: str, whole: str) -> bool:
    rest = iter(whole)
    return all(character in rest for character in part)


# Texts cost more to draw than to clean: each serves all cleaners of a verb.


@given(text=TEXTS)
def test_strip_only_deletes(text: str) -> None:
    for strip in cleaners_named("strip"):
        assert is_subsequence(strip(text), text), strip.__name__


@given(text=TEXTS)
def test_repair_only_changes_white_space(text: str) -> None:
    for repair in cleaners_named("repair"):
        assert "".join(repair(text).split()) == "".join(text.split()), repair.__name__


@given(text=TEXTS)
def test_join_keeps_letters_and_digits_in_order(text: str) -> None:
    for join in cleaners_named("rejoin", "join"):
        assert letters_and_digits(join(text)) == letters_and_digits(text), join.__name__


@given(text=TEXTS)
def test_fix_keeps_lines_and_pages(text: str) -> None:
    for fix in cleaners_named("fix", "normalize"):
        if fix is not cleaners.normalize_characters:
            fixed = fix(text)
            for end in "\n\f":
                assert fixed.count(end) == text.count(end), fix.__name__


@given(text=TEXTS)
def test_normalized_characters_keep_lines_in_the_unicode_sense(text: str) -> None:
    normal = cleaners.normalize_characters(text)
    assert len(normal.split("\n")) == len(text.replace("\r\n", "\n").translate(LINE_ENDS).split("\n"))


LINE_ENDS = dict.fromkeys(map(ord, "\r\v\x85\u2028\u2029"), "\n")


@given(text=TEXTS)
def test_move_only_reorders(text: str) -> None:
    for move in cleaners_named("move", "order"):
        assert Counter("".join(move(text).split())) == Counter("".join(text.split())), move.__name__


@given(text=TEXTS)
@example(text="\f1 \f")
@example(text="e\u0301 \r\x0bx")  # a line that is not composed, and ends in two ways
@example(text="y*\n[^*]:\n[^*]:")  # two notes of one mark
@example(text="a\n\u0130\n\fb\n")  # a letter that is two in lower case, where a folio could stand
def test_the_whole_standard_order_loses_nothing(text: str) -> None:
    assert clean_document(Document.from_text(text)).restored() == text


@given(text=TEXTS)
def test_every_change_names_its_step(text: str) -> None:
    document = clean_document(Document.from_text(text))
    for piece in document.pieces:
        assert piece.by or piece.text == document.source[piece.start : piece.end]
        assert set(piece.by) <= set(STANDARD)


def test_every_public_cleaner_has_a_verb_and_a_docstring_with_an_example() -> None:
    verbs = {"strip", "repair", "rejoin", "join", "fix", "normalize", "move", "order"}
    named = [name for name in cleaners.__all__ if name.split("_")[0] in verbs]
    assert len(named) == len(STANDARD)
    for name in named:
        assert ">>>" in (inspect.getdoc(getattr(cleaners, name)) or ""), name


def test_a_step_can_be_left_out_and_an_unknown_one_is_named() -> None:
    text = "The motion is denied with-\nout prejudice.\n"
    assert "with-" in cleaners.clean(text, leave_out=["hyphens", "paragraphs"])
    with pytest.raises(ValueError, match="no such step: hyphen;"):
        cleaners.clean(text, leave_out=["hyphen"])
