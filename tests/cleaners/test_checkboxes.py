"""Boxes to tick."""

import pytest

from cleaners.checkboxes import strip_checkboxes


@pytest.mark.parametrize(
    ("text", "clean"),
    [
        ("☒ By mail ☐ By hand\n", "By mail By hand\n"),
        ("\u0706 By mail\n", "By mail\n"),
        ("YES ☐\nNO \uf0a8\n", "YES\nNO\n"),
    ],
)
def test_boxes_to_tick_are_deleted(text: str, clean: str) -> None:
    assert strip_checkboxes(text) == clean


@pytest.mark.parametrize("text", ["• an item\n", "§ 12 and ¶ 3\n", "x = 2\n", "π is a number\n"])
def test_other_characters_alone_stay(text: str) -> None:
    assert strip_checkboxes(text) == text
