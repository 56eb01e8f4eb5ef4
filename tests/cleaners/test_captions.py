"""Captions in bare text, run together line by line."""

from cleaners import clean
from cleaners.captions import order_captions


def test_the_right_cell_follows_the_left_one() -> None:
    text = (
        "JANE ROE,              )\n      Plaintiff,       )   No. 30-cv-1\n  v.                   )\n"
        "ACME CORP.,            )   ORDER\n      Defendant.       )\n"
    )
    lines = [line.strip(" )") for line in order_captions(text).splitlines() if line.strip(" )")]

    assert lines == ["JANE ROE,", "Plaintiff,", "v.", "ACME CORP.,", "Defendant.", "No. 30-cv-1", "ORDER"]


def test_brackets_that_close_are_no_column() -> None:
    text = "The rule (as amended) is clear.\nIt applies (see below) here.\n(a) one\n(b) two\n(c) three\n"

    assert order_captions(text) == text


def test_statutes_cited_in_line_after_line_are_no_column() -> None:
    text = "\n".join(f"governed by {n} U.S.C. § {n}31, and" for n in range(1, 9)) + "\n"

    assert order_captions(text) == text


def test_a_texan_column_of_sections_parts_cells() -> None:
    left = ["JANE ROE,         §", "v.                §   No. 4:30-cv-1", "ACME CORP.,       §"]
    lines = [*left, "Defendant.        §"]

    assert order_captions("\n".join(lines)).rstrip().endswith("§\n\nNo. 4:30-cv-1")


def test_a_number_beside_the_versus_goes_below_the_parties() -> None:
    number = "Civil Action No. 31-1597 (CKK)"
    text = f"JANE ROE, et al.,\nPlaintiffs\nv. {number}\nACME CORP., et al.,\nDefendants\nORDER\n"
    wanted = f"JANE ROE, et al.,\nPlaintiffs\nv.\nACME CORP., et al.,\nDefendants\n\n{number}\n\nORDER\n"

    assert order_captions(text) == wanted


def test_a_number_behind_a_versus_in_a_sentence_stays() -> None:
    text = "The court so held in Roe\nv. Docket No. 31-1597\nas the parties say, and the\nowner does.\n"

    assert order_captions(text) == text


def test_braces_part_cells_as_brackets_do() -> None:
    text = "JANE ROE, }\n}\nPlaintiff, } CIVIL ACTION NO.\nv. } 5:31-cv-817\nACME CORP. }\nDefendant. }\n"

    assert (
        clean(text) == "JANE ROE,\nPlaintiff,\nv.\nACME CORP.\nDefendant.\n\nCIVIL ACTION NO. 5:31-cv-817\n"
    )


def test_stars_that_have_lost_their_column_part_cells() -> None:
    text = (
        "Jane Roe,            *\n*\nPlaintiff/Appellant,      *\n*   Appeal from the United States\n"
        "v.                  *   District Court for the\n*   District of Osterly.\nAcme Corp.,         *\n"
        "*\nDefendant/Appellee.      *\n"
    )

    assert clean(text) == (
        "Jane Roe,\nPlaintiff/Appellant,\nv.\nAcme Corp.,\nDefendant/Appellee.\n\n"
        "Appeal from the United States\nDistrict Court for the District of Osterly.\n"
    )


def test_the_stars_of_a_list_part_no_cells() -> None:
    text = "".join(f"* the {what} of the barge,\n" for what in ("hull", "mast", "rudder", "anchor", "keel"))

    assert order_captions(text) == text


def test_the_right_cell_is_one_block_however_far_apart_its_lines_stand() -> None:
    text = (
        "JANE ROE,              )\n                       )   S232582\n      Plaintiff,       )\n"
        "                       )   Ct. App. A145465\n  v.                   )\n"
        "                       )\nACME CORP.,            )   Marrable County\n      Defendant.       )\n"
    )

    assert clean(text).endswith("Defendant.\n\nS232582\nCt. App. A145465\nMarrable County\n")
