"""The heads of the Connecticut Law Journal."""

from cleaners import clean, strip_running_heads

FIRST = "Page 4                   CONNECTICUT LAW JOURNAL                   May 14, 2030\n\n\n\n"
SECOND = "May 14, 2030             CONNECTICUT LAW JOURNAL                   Page 5\n\n\n\n"


def test_the_journal_s_head_and_that_of_the_reports_go() -> None:
    text = (
        f"{FIRST}         4             MAY, 2030             225 Conn. App. 1\n   Roe v. Port of Osterly\n\n"
        "   The court, on the granting of certification,\n"
        f"\f{SECOND}       225 Conn. App. 1            MAY, 2030            5\n    Roe v. Port of Osterly\n\n"
        "   affirmed the judgment.\n"
    )

    assert clean(text) == "The court, on the granting of certification, affirmed the judgment.\n"


def test_they_go_where_lines_were_run_together_and_the_slip_is_not_set_yet() -> None:
    text = (
        "Page 0 CONNECTICUT LAW JOURNAL 0, 0 2 ,0 0 Conn. 1 Roe v. Port of Osterly The court, on the"
        " granting of certification, 0, 0 CONNECTICUT LAW JOURNAL Page 1 0 Conn. 1 ,0 3 Roe v. Port of"
        " Osterly affirmed it."
    )

    assert " ".join(strip_running_heads(text).split()) == (
        "The court, on the granting of certification, affirmed it."
    )


def test_what_is_said_of_the_journal_stays() -> None:
    text = "It was published in the CONNECTICUT LAW JOURNAL on May 14, 2030, at page 5.\n"

    assert strip_running_heads(text) == text
