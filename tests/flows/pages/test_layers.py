"""How a page is judged before it is read."""

from cleaners.page import Token
from cleaners.reading_order.layout import Sheet
from flows.pages.drawings import Box
from flows.pages.inlays import legible, places_of
from flows.pages.layers import Source, judge_layer
from flows.pages.overlays import over_scan
from flows.pages.pdf import PdfPage

WHOLE = Box(0, 0, 612, 792)
SENTENCE = ["The", "motion", "to", "compel", "further", "responses", "is", "granted", "in", "part", "and"]
SENTENCE += ["the", "parties", "shall", "meet"]
GARBLED = ["Wkh", "prwlrq", "wr", "frpsho", "ixuwkhu", "uhvsrqvhv", "lv", "judqwhg", "lq", "sduw", "dqg"]
GARBLED += ["wkh", "sduwlhv", "vkdoo", "phhw"]


def words(texts: list[str], top: float = 300.0, confidence: float = 1.0) -> list[Token]:
    """Words in a row, or two."""
    places = [(72.0 + 30 * (n % 15), top + 14 * (n // 15)) for n in range(len(texts))]
    return [
        Token(text, x, y, x + 28, y + 10, confidence, 1) for text, (x, y) in zip(texts, places, strict=True)
    ]


def page(
    tokens: list[Token],
    *,
    hidden: list[Token] | None = None,
    pictures: list[Box] | None = None,
    bars: list[Box] | None = None,
    drawn: bool = True,
) -> PdfPage:
    return PdfPage(1, 612, 792, tokens, hidden or [], [], [], pictures or [], bars or [], drawn)


def test_seen_words_over_a_picture_that_fills_the_page_are_a_sound_layer() -> None:
    assert judge_layer(page(words(SENTENCE), pictures=[WHOLE])).source is Source.LAYER


def test_a_stamp_over_a_scan_is_no_layer() -> None:
    stamp = words(["Case", "1:20-cv-1", "Document", "4", "Filed", "05/06/20", "Page", "1", "of", "3"], top=20)
    assert judge_layer(page(stamp, pictures=[WHOLE])).source is Source.SCAN


def test_words_that_are_there_to_be_searched_only_are_not_trusted() -> None:
    verdict = judge_layer(page([], hidden=words(SENTENCE), pictures=[WHOLE]))
    assert (verdict.source, verdict.why) == (Source.SCAN, "an OCR layer under a scan")


def test_a_garbled_layer_is_read_from_the_drawn_page() -> None:
    assert judge_layer(page(words(GARBLED))).source is Source.DRAWING


def test_a_page_with_nothing_on_it_is_blank() -> None:
    assert judge_layer(page([], drawn=False)).why == "the page is blank"


def sheet(tokens: list[Token], why: str = "an OCR layer under a scan") -> Sheet:
    return Sheet(1, 612, 792, tokens, (), "ocr", why)


def test_the_better_of_two_readings_of_a_scan_is_kept() -> None:
    scan = page([], hidden=words(SENTENCE), pictures=[WHOLE])
    worse = over_scan(scan, sheet(words(GARBLED)), turned=False)
    assert [t.text for t in worse.tokens] == SENTENCE
    assert "100% of its words are words, 0% of those read anew; the layer is kept" in worse.why
    as_good = over_scan(scan, sheet(words(SENTENCE, confidence=0.9)), turned=False)
    assert {t.confidence for t in as_good.tokens} == {0.9}
    assert not as_good.why.endswith("kept")


def test_the_layer_of_a_turned_scan_is_not_kept() -> None:
    scan = page([], hidden=words(SENTENCE), pictures=[WHOLE])
    assert [t.text for t in over_scan(scan, sheet(words(GARBLED)), turned=True).tokens] == GARBLED


def test_what_a_bar_covers_is_not_taken_from_the_layer() -> None:
    scan = page([], hidden=words(SENTENCE), pictures=[WHOLE], bars=[Box(130, 298, 250, 312)])
    texts = [t.text for t in over_scan(scan, sheet(words(GARBLED)), turned=False).tokens]
    assert "compel" not in texts
    assert texts.count("[REDACTED]") == 1


def test_a_typed_date_over_a_scan_is_put_in_its_place() -> None:
    typed = [Token("March", 200, 600, 230, 610), Token("4,", 232, 600, 240, 610)]
    read = sheet([*words(SENTENCE), Token("~", 210, 602, 215, 608, 0.1)])
    texts = [t.text for t in over_scan(page(typed, pictures=[WHOLE]), read, turned=False).tokens]
    assert {"March", "4,"} <= set(texts)
    assert "~" not in texts, "what OCR made of the place goes"


def test_strips_of_one_picture_are_one_place_and_bullets_are_none() -> None:
    strips = [Box(270, 72, 340, 107), Box(270, 107, 340, 142)]
    assert places_of([*strips, Box(72, 300, 78, 306)]) == [Box(270, 72, 340, 142)]


def test_only_what_is_legible_in_a_picture_is_text() -> None:
    block = [t._replace(row=2) for t in words(["UNITED", "STATES", "MAGISTRATE", "JUDGE"], confidence=0.93)]
    ink = [t._replace(row=1) for t in words(["Vg", "Ond", "Sag"], confidence=0.4)]
    ring = [t._replace(row=3) for t in words(["TCIRTSID", "OFCALI"], confidence=0.85)]
    assert legible([*ring, *ink, *block]) == block
