"""What a fax machine prints over the pages it sends."""

import pytest

from cleaners import strip_running_heads

TEXT = "The motion of Jane Roe is denied for the reasons that follow.\nIt was heard in May.\n"

SENT = (
    "05/04/2031 14:22 FAX 213 555 0143 ROE & DOE LLP [002/015]",
    "MAY-04-2031 02:22 PM ROE AND DOE LLP 317 555 0188 P. 03/12",
    "FROM :LAW OFFICES OF ROE FAX NO. :3105550123 Apr. 05 2031 03:21PM P2",
    "Apr 5 31 03:21p Jane Roe 310-555-0123 p.2",
    "Sent By: ROE & DOE; 310 555 0123; Apr-5-31 3:21PM; Page 2/5",
    "JUN-12-2031 14:22 FROM:LAW OFFICE 3105550123 TO:2135550123 P.2/5",
    "05/04/31 MON 14:22 FAX 213 555 0143 ROE @002",
    "12-MAY-2031 09:14 From:ROE LAW 4155550123 To:4155550188 Page:3/9",
)


@pytest.mark.parametrize("line", SENT)
def test_it_goes_from_the_first_page_too(line: str) -> None:
    assert strip_running_heads(f"{line}\n{TEXT}").lstrip() == TEXT


@pytest.mark.parametrize("line", SENT[:2])
def test_it_goes_from_the_foot(line: str) -> None:
    assert strip_running_heads(f"{TEXT * 5}{line}\n").rstrip() == (TEXT * 5).rstrip()


@pytest.mark.parametrize(
    "line",
    [
        "Hearing: May 4, 2031, 2:00 p.m., (317) 555-0188",
        "Date: 05/04/2031 Time: 9:00 a.m. Courtroom 9 Tel. 213-555-0143",
        "On 5/4/2031, at 2:15 p.m., he called 213-555-0143, see Ex. 4, p. 2.",
        "Roe dep. 5/4/2031 at 14:22-15:3; Fax of 6/1/31, p. 3",
    ],
)
def test_a_line_of_text_stays(line: str) -> None:
    assert strip_running_heads(f"{line}\n{TEXT}") == f"{line}\n{TEXT}"
