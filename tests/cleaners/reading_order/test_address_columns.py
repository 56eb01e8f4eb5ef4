"""Addresses three side by side, and tables that are none."""

from cleaners.reading_order.layout import Sheet, arrange
from tests.cleaners.pages import Run, tokens

LEFTS = (72.0, 240.0, 400.0)


def rows(*lines: tuple[str, str, str]) -> list[Run]:
    return [
        (left, 200.0 + 14 * number, text)
        for number, line in enumerate(lines)
        for left, text in zip(LEFTS, line, strict=True)
        if text
    ]


def kinds(*lines: tuple[str, str, str]) -> list[str]:
    return [zone.kind for zone in arrange(Sheet(1, 612.0, 792.0, tokens(*rows(*lines))))]


def test_addresses_three_side_by_side_are_read_one_after_the_other() -> None:
    assert kinds(
        ("Alma Reyes", "Tobias Lund", "Pia Marchetti"),
        ("Reyes & Moor", "Lund Carver PC", "Attorney General"),
        ("18 Dock Street", "700 Bay Avenue", "202 Ninth Street"),
        ("Norfolk, VA 23599", "Hampton, VA 23699", "Essex, VA 23299"),
    ) == ["cell", "cell", "cell"]


def test_a_table_with_a_column_of_addresses_is_read_in_rows() -> None:
    assert "cell" not in kinds(
        ("Alma Reyes", "Norfolk, VA 23599", "$1,200.00"),
        ("Tobias Lund", "Hampton, VA 23699", "$3,100.00"),
        ("Pia Marchetti", "Essex, VA 23299", "$4,700.00"),
        ("Greta Solano", "Essex, VA 23299", "$5,100.00"),
    )
