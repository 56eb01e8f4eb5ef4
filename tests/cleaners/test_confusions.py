"""What is put right on pages that OCR read: signs that stand where only one thing can have been printed."""

import pytest

from cleaners.confusions import find_confusions
from cleaners.reading_order.layout import Sheet, read_in_order
from tests.cleaners.pages import Run, tokens


def fixed(*lines: str, method: str = "ocr") -> list[str]:
    runs: list[Run] = [(72.0, 100.0 + 24 * n, line) for n, line in enumerate(lines)]
    read = read_in_order([Sheet(1, 612.0, 792.0, tokens(*runs), method=method)])
    return read.edited(find_confusions(read), by="confusions").text.strip().split("\n")


@pytest.mark.parametrize(
    ("printed", "clean"),
    [
        ("as he said. Id, at 12 (citing Roe).", "as he said. Id. at 12 (citing Roe)."),
        ("as he said. Jd. at 12; see id, § 3; 1d. The", "as he said. Id. at 12; see id. § 3; Id. The"),
        ("is void. Sec Roe v. Poe, 9 F, Supp. 2d 1, 2.", "is void. See Roe v. Poe, 9 F. Supp. 2d 1, 2."),
        ("3 U.S, at 4, 5 US. 6 (S.D, Cal. Dec, 27, 2031)", "3 U.S. at 4, 5 U.S. 6 (S.D. Cal. Dec. 27, 2031)"),
        ("under 18 U.S.C. $ 1962(d) and 21 U.S.C. 8§ 841", "under 18 U.S.C. § 1962(d) and 21 U.S.C. §§ 841"),
        ("by 5:00 p,m. or 6:00 p-m. (¢.g., today)", "by 5:00 p.m. or 6:00 p.m. (e.g., today)"),
        ("no one shal] be heard who will fal) out", "no one shall be heard who will fall out"),
        ("[here] (italics in origina]), [origina] of", "[here] (italics in original), [origina] of"),
        ("the matter 1s pending and 1t may be", "the matter is pending and it may be"),
        ("Signed: For¢person", "Signed: Foreperson"),
        ("St. Roe 3 s claims and Poe’s", "St. Roe’s claims and Poe’s"),
        ("Il. The Motion of Roe", "II. The Motion of Roe"),
        ("Ill. ARGUMENT", "III. ARGUMENT"),
        ("(emphasis added). ‘The Court denies it.", "(emphasis added). The Court denies it."),
        ("Roe Decl., (Jj 12-13; id. at | 9; Compl. § 4", "Roe Decl., ¶¶ 12-13; id. at ¶ 9; Compl. ¶ 4"),
        ("Roe Decl. ¶ 3; Id. § 9; 8 U.S.C. § 2; Id. § 3", "Roe Decl. ¶ 3; Id. ¶ 9; 8 U.S.C. § 2; Id. § 3"),
        ("is so. /d. at 3; fd., Ex. 4 (“/d. The", "is so. Id. at 3; Id., Ex. 4 (“Id. The"),
        (
            "Jn re Roe; 1nre Poe; 9 F.3d 1, 2 (lst Cir. 2031)",
            "In re Roe; In re Poe; 9 F.3d 1, 2 (1st Cir. 2031)",
        ),
        ("Roe Corp. y. Doe; Poe vy. Roe; Doe v, Poe", "Roe Corp. v. Doe; Poe v. Roe; Doe v. Poe"),
        ("by Roe Corp.. now Inc.., Poe, J,, concurring", "by Roe Corp., now Inc., Poe, J., concurring"),
        ("9 F. Supp. 2d 12. 14 (S.D. Cal. 2031)", "9 F. Supp. 2d 12, 14 (S.D. Cal. 2031)"),
        ("“[nJo one” may “[t)he {e]nd” of “[{a]ll”", "“[n]o one” may “[t]he [e]nd” of “[a]ll”"),
        ("See Roe v. Poe. 422 U.S. at 5; Poe. 9 F.3d 2", "See Roe v. Poe. 422 U.S. at 5; Poe. 9 F.3d 2"),
        ("In Roeville. 422 U.S. at 5; Poetown. 9 F.3d 2", "In Roeville, 422 U.S. at 5; Poetown, 9 F.3d 2"),
        ("Id. at 745-46, The court (so held), He said", "Id. at 745-46. The court (so held). He said"),
        ("Id. at 2, Rather, he (the “Roe”), It is so", "Id. at 2. Rather, he (the “Roe”). It is so"),
        ('at *2-"3 (Roe, ].).', "at *2-*3 (Roe, J.)."),
        ("Vil. RELIEF", "VII. RELIEF"),
        ("8 U.S.C. § 12(a)(vili), (ili) and (il)", "8 U.S.C. § 12(a)(viii), (iii) and (ii)"),
        ("9 5. Ct. 12; Dkt. | (“Complaint”); ECF No. |.", "9 S. Ct. 12; Dkt. 1 (“Complaint”); ECF No. 1."),
        ("“Ta] court” and “Ti]f so”; entry (1] of it", "“[a] court” and “[i]f so”; entry [1] of it"),
        ("The “Word Mark9", "The “Word Mark”"),
        ("Roe Dec. at ((] 2-7; id. at §] 9; Id. at 7] 3", "Roe Dec. at ¶¶ 2-7; id. at ¶ 9; Id. at ¶ 3"),
        ("9 S, Ct. 12; held. Id, at", "9 S. Ct. 12; held. Id. at"),
        ("U.S, at 443; “(t)he end{ed] word”", "U.S. at 443; “[t]he end[ed] word”"),
        ("like the orders ~ these three ~ of Roe", "like the orders – these three – of Roe"),
        ("he didn”t; IT 1S SO ORDERED", "he didn’t; IT IS SO ORDERED"),
        ("# * * .", "* * *"),
        ("* %* *", "* * *"),
        ("The “Word Mark99", "The “Word Mark”"),
        ("Roe (““Roe’’), the “Fund”’), (“Poe’”’).", "Roe (“Roe”), the “Fund”), (“Poe”)."),
        ("“he said ‘no “such”’ man’”; the ’90s “men’s”’", "“he said ‘no “such”’ man’”; the ’90s “men’s”’"),
        ("the Roes’ S corporation; Roe’ s and ROE’ S", "the Roes’ S corporation; Roe’s and ROE’S"),
        ("the Sth day, the 2Sth and Smith", "the 5th day, the 25th and Smith"),
        ("the “Patch Image33 Mark", "the “Patch Image” Mark"),
        ("Cc. The Petition Should Be Granted", "C. The Petition Should Be Granted"),
        ("Oo", "O"),
        (
            "Tam over the age of 18. lam not a party, and Iam replacing",
            "I am over the age of 18. I am not a party, and I am replacing",
        ),
        ("on July 14. 2031, the court. after review", "on July 14, 2031, the court, after review"),
        ("“in time.” that he meant to. allow; Then. he", "“in time,” that he meant to allow; Then, he"),
        ("“[Gliven the record]", "“[G]iven the record]"),
        ("Id. at 745-46, The Court held", "Id. at 745-46. The Court held"),
        ("www.ca6.uscourts.goV and www.uscourts,gov/x", "www.ca6.uscourts.gov and www.uscourts.gov/x"),
        ("ce: Jane Roe", "cc: Jane Roe"),
        ("9. ‘The Court held so.", "9. The Court held so."),
        (
            "the “[clopyright” that Roe w[ould] satisfy(] and override|]",
            "the “[c]opyright” that Roe w[ould] satisfy[] and override[]",
        ),
        ("Dkt. No. 89, #¥j 3-8; Id. at $9] 22, 52", "Dkt. No. 89, ¶¶ 3-8; Id. at ¶¶ 22, 52"),
        ("Roe Motors,489 A.2d at 3; Gant. 129 S. Ct. 1", "Roe Motors, 489 A.2d at 3; Gant, 129 S. Ct. 1"),
        (
            "538 U.S. 822,831 (2031); 88 F.3d 518.521 (7th Cir.",
            "538 U.S. 822, 831 (2031); 88 F.3d 518, 521 (7th Cir.",
        ),
        (
            "1671, 1679-80(2032), 286 F 3d 680, 968 A 2d at 2 (lst",
            "1671, 1679-80 (2032), 286 F.3d 680, 968 A.2d at 2 (1st",
        ),
        ("No. 3:31-ev-00595", "No. 3:31-cv-00595"),
        ("e Order 14, issued on", "• Order 14, issued on"),
        ("a 1equired piocess was denicd by the Attomey", "a required process was denied by the Attorney"),
        ("an oficial act; traficking in it", "an official act; trafficking in it"),
        ("an Oficer of the ofice", "an Officer of the office"),
        ("Counts Il, lll, Vi, and ll of it, and Il", "Counts II, III, VI, and II of it, and II"),
        ("under Schedule | and Appendix | (Dec. 12)", "under Schedule I and Appendix I (Dec. 12)"),
        ("the plaintiff 7 s claims", "the plaintiff’s claims"),
        ("Roe Decl. € 7; Poe Decl. 9] 12; 35 F. Ath, at 7", "Roe Decl. ¶ 7; Poe Decl. ¶ 12; 35 F. 4th, at 7"),
        ("350 W. Ist Street", "350 W. 1st Street"),
    ],
)
def test_forms_that_are_never_printed_otherwise(printed: str, clean: str) -> None:
    assert fixed(printed) == [clean]


@pytest.mark.parametrize(
    "printed",
    [
        "Id., at 12; Sec. 3 of the Act; the SEC Order; Section 8 841 units",
        "“[he] shall]” and [the wall] (see the hall)",
        "on the 1st day, at 1 s past; Route 1n; Ford F150",
        "in 1999 the “Class of 99 Fund” paid; Model Roe33",
        "Apple, Inc, v. Roe; the Dec, Aug and Jan meetings; Exh, no",
        "* * * *",
        "Cc. 12",
        "Tam Roe; on the lam not long; at 1am an officer",
        "See id. at 9; cert. denied; Roe Inc. and Poe; so held. smith was not; Roe Mem. at 4; held. a. It",
        "[Alleged and [Gloomy]",
        "the Sherif and Grifith of Sufield",
        "at 12, The Osterly Company",
        "Cc Jane Roe",
        "Ill. App. 3d 12 (2031)",
        "Dec. 4, 2031; Dec. 4 2031; at 4 5th Street; Answer [12] at 4; Compl. [1]",
        "18 U.S.C. § 3; Id. § 9; at 44 rods; id. at 4",
        "Ortega y Gasset; by y. and z.; Roe v, J. Doe",
        "as the order says. 50 U.S.C. § 1861; of amendments. 951 F.2d 634; Roe Decl. Ex. 4 at § 4.1",
        "Roe Univ. 422 U.S. at 5; on May 3, The New York Roe; at 5, 9; at 7, In re Roe",
        "Vil. Relief; Ville. RELIEF",
        "He paid $9. 14 (2031) or 12. 14 (2031)",
        "[AJ] and (e) and [a] (b] 3",
        "Corp. . . . Inc...",
        "held. ‘The Court denies it,’ it said.",
        "It took 3 s to stop, or 9 seconds",
        "items (ll), (li), (xl) and (vi); at 5. Court; “If] so; for 9 5. C",
        "12% + 3",
        "“(s)he” and “(a) the”; word(s) that; ~ 5 miles; Id, that",
        "e.g. Order 14; the requited interst of Hestic; Motors, 9 in all; 12(b); 12,345 (2031); Roe. 9 F.4th",
        "cluded offenses; Motton and Millet",
        "the de tained and in cluded; No. 9, 4 of them; [club] and [clear]",
        "$ 1962 was paid under 18 U.S.C. § 1962",
        "at Il Forno; we’ll, it'll; Ill. law; she was ill, he was Ill; part | 3; paid € 9",
        "Athens; a list; the IIst",
    ],
)
def test_what_only_looks_so_stays(printed: str) -> None:
    assert fixed(printed) == [printed]


def test_the_numerals_of_headings_follow_one_another() -> None:
    heads = ["I.", "The motion of Roe", "IL.", "The answer of Doe", "Ill. Plaintiff’s Request for Leave"]
    assert fixed(*heads) == [heads[0], heads[1], "II.", heads[3], "III. Plaintiff’s Request for Leave"]
    assert fixed("Ill. Plaintiff’s Request") == ["Ill. Plaintiff’s Request"]


@pytest.mark.parametrize(
    ("read", "printed"),
    [
        (["J. BACKGROUND", "I. ANALYSIS"], ["I.", "II."]),
        (["I. JURISDICTION", "i. BACKGROUND", "II. RELIEF REQUESTED"], ["I.", "II.", "III."]),
        (["I. The Complaint", "Il. The Motion", "Il. The Answer"], ["I.", "II.", "III."]),
        (["I", "il", "Ill"], ["I", "II", "III"]),
        (["IV. The Motion", "V. Costs", "V. Fees"], ["IV.", "V.", "VI."]),
        (["I. INTRODUCTION", "I. INTRODUCTION"], ["I.", "I."]),  # once more as a table's entry, or a head
        (["I. THE MOTION", "II. COSTS", "I. THE PETITION"], ["I.", "II.", "I."]),
        (["I. THE MOTION", "V. COSTS"], ["I.", "V."]),
        (["J. BACKGROUND", "K. ANALYSIS"], ["J.", "K."]),
        (["I. The Motion", "k. Flags.", "l. Helmets."], ["I.", "k.", "l."]),
        (["II. The Motion", "Ill. App. 3d 12"], ["II.", "Ill."]),
        (["1. CONCLUSION", "ll. PRAYER FOR RELIEF", "ill, LEGAL STANDARD"], ["I.", "II.", "III."]),
        (["I. ARGUMENT", "1. THE PARTIES", "II. CONCLUSION"], ["I.", "1.", "II."]),
        (["1. ARGUMENT", "2. CONCLUSION"], ["1.", "2."]),
    ],
)
def test_a_heading_counts_on_from_the_one_before(read: list[str], printed: list[str]) -> None:
    lines = [line for head in read for line in (head, "The court has heard the parties on it.")]
    assert [line.split()[0] for line in fixed(*lines)[::2]] == printed


FULL = "the court has read all of the papers that the parties filed in this action and"


@pytest.mark.parametrize(
    ("last", "after", "stop"),
    [
        (
            "it is denied",
            "The other motions",
            ",",
        ),
        ("it (Roe Decl. at 4)", "The other motions of the parties are denied by this", "."),
        ("it is “denied", "B", "."),
        ("it is denied", "POE, Justice.", "."),
        ("it is denied", "and so are the other motions of the parties to it", ","),
        ("it is denied", "(b) The other motions of the parties to it are denied", ","),
        ("it is denied", "THE OTHER MOTIONS OF THE PARTIES TO IT", ","),
        ("it is for ROE", "The other motions of the parties are denied by this", ","),
    ],
)
def test_no_paragraph_ends_in_a_comma(last: str, after: str, stop: str) -> None:
    runs: list[Run] = [
        (72.0, 100.0, FULL),
        (72.0, 124.0, FULL),
        (72.0, 148.0, f"{last},"),
        (108.0, 172.0, after),
    ]
    read = read_in_order([Sheet(1, 612.0, 792.0, tokens(*runs), method="ocr")])
    text = read.edited(find_confusions(read), by="confusions").text
    assert text.split("\n")[2] == f"{last}{stop}"


def test_the_number_of_an_item_has_a_point_behind_it() -> None:
    assert fixed("3. The motion is denied.", "4, The answer is struck.")[1] == "4. The answer is struck."
    for line in ("9, The answer is struck.", "4, 5 and 6 are struck."):
        assert fixed("3. The motion is denied.", line)[1] == line


def test_a_bracket_that_nothing_closes_is_a_capital() -> None:
    assert fixed("[he motion of [BQ Sales", "and IBQ Bakers is late.") == [
        "The motion of IBQ Sales",
        "and IBQ Bakers is late.",
    ]
    for line in ("[he motion] and [BQ] of IBQ", "[having said so", "[BQ Sales", "as [his Roe"):
        assert fixed(line) == [line]


def test_a_text_layer_s_words_are_left_alone() -> None:
    typed = "as he said. Id, at 12, no one shal] be heard"
    assert fixed(typed, method="text layer") == [typed]


def test_the_answers_of_a_form_are_printed_alike() -> None:
    rows = ["YES ____ NO ____", "YES ____ no ____", "ves ____ No", "YES No.", "YES No-"]
    assert fixed(*rows) == ["YES ____ NO ____", "YES ____ NO ____", "YES ____ NO", "YES NO", "YES NO"]
    assert fixed("Yes No", "yes no", "Yes no", "Yes No") == ["Yes No"] * 4
    assert fixed("Yes ____ no ____") == ["Yes ____ no ____"]


@pytest.mark.parametrize(("height", "clean"), [(6.0, "v."), (9.0, "V.")])
def test_a_versus_no_higher_than_a_small_letter_is_small(height: float, clean: str) -> None:
    names = tokens((72.0, 100.0, "JANE ROE, Plaintiff"), (72.0, 148.0, "PAT POE, Defendant"), size=9.0)
    versus = tokens((108.0, 124.0, "V."), size=height)
    read = read_in_order([Sheet(1, 612.0, 792.0, [*names, *versus], method="ocr")])
    assert read.edited(find_confusions(read), by="confusions").text.split("\n")[1] == clean
