"""Words out of the tables that the two readers print."""

from flows.pages.tsv import tokens_by_page

HEAD = "level\tpage_num\tblock_num\tpar_num\tline_num\tword_num\tleft\ttop\twidth\theight\tconf\ttext\n"


def test_a_letter_that_python_counts_as_a_blank_is_kept() -> None:
    table = HEAD + "5\t1\t0\t0\t0\t0\t72\t80\t20\t10\t100\t \x1cnal\xa0\n"
    assert [token.text for token in tokens_by_page(table)[1]] == ["\x1cnal"]
