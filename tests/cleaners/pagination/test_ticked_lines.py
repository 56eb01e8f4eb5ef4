"""Text whose every line begins with a backquote."""

from cleaners import clean, normalize_markup
from cleaners.pagination.bare_pages import page_spans

PAGES = (
    "Trials@marrable.example\n`571-555-0122\n`\n`\n`ACME FARMS, LLC,\n`Petitioner,\n`\n`v.\n`\n"
    "`JOHN DOE,\n`Owner.\n`\n`\n\n"
    "`\n\n`PORT2031-00023\n`\n`Can counsel please state your names for the record and say for whom\n`\n"
    "`you are here today?\n`\n`The barge was sold.\n"
)


def test_the_backquotes_go_and_paragraphs_come_back() -> None:
    text = clean(PAGES)
    assert "`" not in text
    assert "state your names for the record and say for whom you are here today?" in text


def test_a_line_without_one_parts_two_pages() -> None:
    firsts = [PAGES[start:end].partition("\n")[0] for start, end in page_spans(PAGES)]
    assert firsts[0] == "Trials@marrable.example"
    assert firsts[-1] == "`PORT2031-00023"


def test_a_backquote_here_and_there_stays() -> None:
    text = "The witness said\n`` ` `` is a key.\n`It is` she said.\n\nSo did he.\nAnd they.\nAnd we.\n"
    assert normalize_markup(text) == text
