"""Transcripts by speech, on pages whose words have places."""

from cleaners.document import Document
from cleaners.page import Token
from cleaners.paragraphs import find_paragraphs
from tests.cleaners.pages import Run, document, tokens


def joined(*pages: list[Run]) -> str:
    made: Document = document(*(tokens(*page) for page in pages))
    return made.edited(find_paragraphs(made), by="paragraphs").text


def test_in_a_transcript_a_speech_runs_on_until_someone_else_speaks() -> None:
    page = [
        (144.0, 100.0, "THE COURT: Calling the next matter."),
        (144.0, 124.0, "Counsel, please appear."),
        (144.0, 148.0, "MS. MARRABLE: Good morning. I am"),
        (72.0, 172.0, "here for the plaintiff."),
        (144.0, 196.0, "THE COURT: Thank you."),
    ]
    assert joined(page).strip().split("\n\n") == [
        "THE COURT: Calling the next matter. Counsel, please appear.",
        "MS. MARRABLE: Good morning. I am here for the plaintiff.",
        "THE COURT: Thank you.",
    ]


def test_what_the_reporter_notes_over_two_lines_is_no_part_of_the_question() -> None:
    page = [
        (144.0, 100.0, "Q. Let me hand you what is now Exhibit 7."),
        (180.0, 124.0, "(Whereupon, Deposition Exhibit 7 was"),
        (108.0, 148.0, "marked for identification.)"),
        (144.0, 172.0, "Q. Do you know it?"),
        (144.0, 196.0, "A. I do. It is the log of the barge"),
        (108.0, 220.0, "(the Sable) for April."),
        (180.0, 244.0, "MR. ROE: Let us take five minutes."),
        (180.0, 268.0, "MS. DOE: Yes."),
    ]
    assert joined(page).strip().split("\n\n")[:4] == [
        "Q. Let me hand you what is now Exhibit 7.",
        "(Whereupon, Deposition Exhibit 7 was marked for identification.)",
        "Q. Do you know it?",
        "A. I do. It is the log of the barge (the Sable) for April.",
    ]


def test_a_witness_and_the_oath_on_one_line_are_no_part_of_the_speech_above() -> None:
    page = [
        (144.0, 100.0, "MR. ROE: The government calls Ada Quent."),
        (108.0, 124.0, "ADA QUENT, called as a witness herein, having"),
        (72.0, 148.0, "been first duly sworn, testified as follows:"),
        (144.0, 172.0, "THE COURT: Go ahead."),
        (144.0, 196.0, "MR. ROE: Thank you."),
    ]
    assert joined(page).strip().split("\n\n")[:3] == [
        "MR. ROE: The government calls Ada Quent.",
        "ADA QUENT, called as a witness herein, having been first duly sworn, testified as follows:",
        "THE COURT: Go ahead.",
    ]


def test_sentences_that_begin_with_a_are_no_answers() -> None:
    page = [
        run
        for n in range(4)
        for run in [
            (72.0, 80 + 60.0 * n, "A party that objects shall say so in writing and shall serve"),
            (72.0, 92 + 60.0 * n, "its objection on all others."),
        ]
    ]
    assert joined(page).count("\n\n") == 3


def test_a_paragraph_of_a_speech_in_capitals_is_no_heading_wherever_its_page_is_short() -> None:
    pages: list[list[Run]] = [
        [
            (144.0, 100.0, "THE COURT: THE MATTER IS SET FOR TRIAL IN THE SPRING."),
            (108.0, 124.0, "ANYTHING ELSE FROM EITHER OF THE PARTIES?"),
            (144.0, 148.0, "MS. MARRABLE: NO."),
            (144.0, 172.0, "THE COURT: LET US TAKE UP THE NEXT CASE ON THE CALENDAR."),
            (108.0, 196.0, "SO TIME IS EXCLUDED IN THIS MATTER TO ALLOW"),
            (72.0, 220.0, "ALL OF THE PARTIES TO MAKE THEMSELVES READY FOR THE TRIAL."),
            (144.0, 244.0, "MR. ROE: THANK YOU."),
        ]
    ] * 2
    text = joined(*pages)
    assert "CALENDAR. SO TIME IS EXCLUDED IN THIS MATTER TO ALLOW ALL OF" in text


def test_a_line_of_a_speech_that_begins_with_a_is_no_answer() -> None:
    page = [
        (144.0, 100.0, "Q. How long would you say that it took?"),
        (144.0, 124.0, "A. I would think that it took about"),
        (72.0, 148.0, "A minimum of three months."),
        (144.0, 172.0, "THE COURT: Thank you."),
        (144.0, 196.0, "Q. And then?"),
        (144.0, 220.0, "A. Nothing."),
    ]
    typed = Token("A", 72.0, 142.0, 78.0, 154.0)
    rest = [
        Token(w, 85.0 + 60 * n, 142.0, 138.0 + 60 * n, 154.0)
        for n, w in enumerate(("minimum", "of", "three", "months."))
    ]
    sheet = [t for t in tokens(*page) if t.middle != 148.0]
    made: Document = document([*sheet, typed, *rest])
    assert "took about A minimum of" in made.edited(find_paragraphs(made), by="paragraphs").text


def test_headings_of_examinations_stand_alone_however_many_there_are() -> None:
    page = [
        run
        for n, kind in enumerate(("DIRECT", "CROSS", "REDIRECT"))
        for run in [
            (144.0, 100 + 120.0 * n, "Q. Did you keep the log of the barge in April of that year?"),
            (144.0, 124 + 120.0 * n, "A. I did."),
            (230.0, 148 + 120.0 * n, f"{kind} EXAMINATION"),
            (108.0, 172 + 120.0 * n, "BY MS. LANDRY:"),
        ]
    ]
    assert [b for b in joined(page).strip().split("\n\n") if b.endswith("EXAMINATION")] == [
        "DIRECT EXAMINATION",
        "CROSS EXAMINATION",
        "REDIRECT EXAMINATION",
    ]


def test_an_answer_goes_on_over_the_page_end_where_one_line_alone_stands_at_the_margin() -> None:
    asked = ("Q. Was the barge there?", "A. It was.") * 8
    first = [(144.0, 100 + 24.0 * n, line) for n, line in enumerate(asked)]
    first += [(144.0, 484, "A. I was at the pier on the morning of the day"), (108.0, 508, "before.")]
    last = [
        (108.0, 100, "14. I counted them twice. Nobody else had been"),
        (108.0, 124, "there, but"),
        (108.0, 148, "exhibits of the other side."),
    ]
    made: Document = document(tokens(*first), tokens(*last))
    text = made.edited(find_paragraphs(made), by="paragraphs").text
    assert "before. 14. I counted them twice. Nobody else had been there, but exhibits of" in text


def test_the_oath_is_no_part_of_a_speech_and_a_name_may_hold_small_letters() -> None:
    page = [
        (144.0, 100.0, "MR. ROE: We call the master of the"),
        (72.0, 124.0, "barge."),
        (144.0, 148.0, "MS. McMARRABLE: No objection."),
        (144.0, 172.0, "MR. VanTIDEWELL: None."),
        (144.0, 196.0, "Thereupon,"),
        (144.0, 220.0, "ADA QUENT,"),
        (72.0, 244.0, "having been first duly sworn, was"),
        (72.0, 268.0, "examined and testified as follows:"),
        (144.0, 292.0, "THE WITNESS: I do."),
        (144.0, 316.0, "DIRECT EXAMINATION"),
        (144.0, 340.0, "BY MR. ROE:"),
        (144.0, 364.0, "Q. Good morning."),
        (144.0, 388.0, "A. Good morning."),
    ]
    assert joined(page).strip().split("\n\n") == [
        "MR. ROE: We call the master of the barge.",
        "MS. McMARRABLE: No objection.",
        "MR. VanTIDEWELL: None.",
        "Thereupon,",
        "ADA QUENT, having been first duly sworn, was examined and testified as follows:",
        "THE WITNESS: I do.",
        "DIRECT EXAMINATION",
        "BY MR. ROE:",
        "Q. Good morning.",
        "A. Good morning.",
    ]
