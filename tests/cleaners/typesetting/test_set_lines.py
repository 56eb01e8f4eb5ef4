"""Lines that keep their ends: addresses, signature blocks, forms, what a juror ticks."""

from cleaners import clean
from cleaners.page import Rule
from cleaners.paragraphs import find_paragraphs, join_lines
from tests.cleaners.pages import Run, document, joined, prose, tokens


def test_what_a_clerks_letter_is_about_has_its_lines_however_full() -> None:
    subject: list[Run] = [
        (141.0, 200.0, "Re: Case No. 30-3994, Osterly Barge Company v. Anna Marrable"),
        (161.0, 214.0, "Originating Case No. : 29-0556"),
    ]
    text = joined([*prose(72, 60, 4), *subject, (72.0, 244.0, "Dear Counsel:"), *prose(72, 270, 4)])
    assert "Anna Marrable\nOriginating Case No. : 29-0556\n\nDear Counsel:" in text


def test_what_hangs_from_a_label_has_its_lines() -> None:
    """As what a clerk asks each party to file; a sentence that hangs from one is a sentence."""
    label, hung = (137.0, 200.0, "Petitioner:"), (226.0, 200.0, "Appearance of Counsel")
    asked: list[Run] = [label, hung, (226.0, 214.0, "Disclosure of Affiliations")]
    text = joined([*prose(72, 60, 4), *asked, *prose(72, 250, 4)])
    assert "\n\nPetitioner: Appearance of Counsel\nDisclosure of Affiliations\n\n" in text
    words = "the barge was let to the mill for as long as the ice"
    told: list[Run] = [label, (226.0, 200.0, words), (226.0, 214.0, "would hold in the river.")]
    assert f"Petitioner: {words} would hold" in joined([*prose(72, 60, 4), *told, *prose(72, 250, 4)])


def test_a_reporters_name_left_of_the_middle_stands_over_her_number() -> None:
    name: list[Run] = [
        (260.0, 260.0, "PERPETUA MARRABLE, CSR, RMR, CRR"),
        (260.0, 273.0, "CERTIFICATE-NUMBER-OF-REPORTER 8074"),
    ]
    text = joined([*prose(72, 60, 6), *name])
    assert text.endswith("PERPETUA MARRABLE, CSR, RMR, CRR\nCERTIFICATE-NUMBER-OF-REPORTER 8074\n")


def test_an_address_keeps_its_lines_and_is_one_block() -> None:
    address = [
        (72.0, 100 + 12 * n, line)
        for n, line in enumerate(
            ("PERPETUA MARRABLE", "Marrable & Tidewell LLP", "12 Harbor Road", "Osterly, CA 90000")
        )
    ]
    text = joined([*address, *prose(72, 196, 5)])
    assert (
        text.split("\n\n")[0]
        == "PERPETUA MARRABLE\nMarrable & Tidewell LLP\n12 Harbor Road\nOsterly, CA 90000"
    )


def test_the_number_of_a_tall_row_is_a_block_of_its_own() -> None:
    rules = [Rule(x, 60, x, 460) for x in (60, 100, 250, 560)] + [Rule(60, y, 560, y) for y in (60, 460)]
    speech: list[Run] = [(260, 80 + 24 * n, "the rate was told to us by mail and by wire") for n in range(15)]
    read = document(tokens((70, 80, "1."), (110, 80, "Rate of return"), *speech), rules=rules)
    text = read.edited(find_paragraphs(read), by="paragraphs").text
    assert text.split("\n\n")[:2] == ["1.", "Rate of return"]


def test_a_long_label_among_the_rows_of_a_form_leaves_no_gap_and_parts_none() -> None:
    labels = ["Name:", "Address:", "City, State and ZIP:", "Telephone:"]
    answers = ["Jane Roe of Roe & Doe", "12 Harbor Road", "Osterly, CA 90000", "555-555-0142"]
    rows = [(120.0, 240.0 + 14 * n, label) for n, label in enumerate(labels)]
    rows += [(240.0, 240.0 + 14 * n, answer) for n, answer in enumerate(answers)]
    text = joined([*prose(72, 100, 3), (72.0, 220.0, "My address and telephone are:"), *rows])
    _, lead, form = text.strip().split("\n\n")
    assert lead == "My address and telephone are:"
    assert form.replace("\t", " ").split("\n") == [f"{a} {b}" for a, b in zip(labels, answers, strict=True)]


def test_the_words_over_the_fields_of_a_form_are_a_block_of_their_own() -> None:
    fields = ["Name: Jane Roe", "Address: 12 Harbor Road"]
    rows = [(120.0, 240.0 + 14 * n, field) for n, field in enumerate(fields)]
    text = joined([*prose(72, 100, 3), (72.0, 226.0, "My address and telephone are:"), *rows])
    assert text.strip().split("\n\n")[1:] == ["My address and telephone are:", "\n".join(fields)]


def test_a_legend_stands_below_its_blank() -> None:
    form: list[Run] = [(72.0, 300.0, "Counsel for Roe as the ____"), (190.0, 312.0, "(party name)")]
    assert joined([*prose(72, 100, 5), *form]).strip().endswith("____\n(party name)")


def test_what_stands_under_a_typed_signature_is_its_blocks() -> None:
    names: list[Run] = [
        (258.0, 300.0, "Very truly yours,"),
        (258.0, 340.0, "s/Jane Roe"),
        (258.0, 354.0, "Case Manager"),
    ]
    assert "s/Jane Roe\nCase Manager" in joined([*prose(72, 100, 5), *names])


def test_a_name_that_handwriting_left_its_last_word_is_its_signature_blocks() -> None:
    names: list[Run] = [
        (330.0, 300.0, "MARRABLE & TIDEWELL LLP"),
        (380.0, 340.0, "ROE"),
        (330.0, 352.0, "12 Harbor Road"),
    ]
    assert joined([*prose(72, 100, 5), *names]).strip().endswith("LLP\nROE\n12 Harbor Road")


def test_a_signature_block_is_one_block_however_it_is_spaced() -> None:
    names = [
        (330.0, 300.0, "MARRABLE & TIDEWELL LLP"),
        (330.0, 340.0, "/s/ Jane Roe"),
        (330.0, 352.0, "Jane Roe"),
    ]
    text = joined([*prose(72, 100, 5), *names])
    assert text.strip().split("\n\n")[-1] == "MARRABLE & TIDEWELL LLP\n/s/ Jane Roe\nJane Roe"


def test_what_a_juror_ticks_is_a_block_between_question_and_instruction() -> None:
    lines = [
        (108.0, 100.0, "Did the officer use excessive force against the plaintiff?"),
        (108.0, 120.0, "YES ____ NO ____"),
        (108.0, 140.0, "Please proceed to Question 2."),
    ]
    assert joined(lines).strip().split("\n\n") == [text for *_, text in lines]


def test_blank_lines_around_margin_numbers_that_stand_alone_part_nothing() -> None:
    """Plain ``pdftotext`` gives the numbers of pleading paper lines of their own."""
    counsel = [
        "Ann B. Poe (SBN 123456)",
        "POE & DOE LLP",
        "100 Main Street, Suite 400",
        "San Jose, California 95113",
    ]
    body = ["the owner of the barge says that the port had no right to sell what it had"] * 21
    text = "".join(f"{line}\n\n{number}\n\n" for number, line in enumerate([*counsel, *body], 1))
    assert clean(text).startswith("\n".join(counsel))
    assert "\n\n" not in clean(text)


def test_the_city_of_an_address_stands_below_its_street_however_long_that_is() -> None:
    address = "Jane Roe\nThe Roe Law Group\n1316 Harrow Creek Drive, Suite 500\nHARROW, TEXAS 75093-4461"
    assert join_lines(address).endswith("Suite 500\nHARROW, TEXAS 75093-4461\n")
