"""OCR of a page's picture through Tesseract."""

import re
from collections.abc import Sequence
from dataclasses import replace
from math import sqrt

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw

from cleaners.page import Rule, Token
from cleaners.reading_order.layout import Sheet
from flows.imaging.colours import coloured_ink, taken_off
from flows.imaging.copier import crosses_print, without_borders
from flows.imaging.handwriting import with_blanks, without_ink
from flows.imaging.lean import lean_of, straightened
from flows.imaging.lines import lies_on_its_side
from flows.imaging.marks import Marks, marks_of
from flows.imaging.pale_numbers import with_black_numbers
from flows.imaging.parts import Part, fence_of, parted, parts_of
from flows.imaging.pictures import Gray, clean_picture, ink_of
from flows.imaging.raised import in_one_line, numbers_of, raised_in
from flows.imaging.screens import without_screens
from flows.imaging.shade import evened
from flows.imaging.tints import without_tints
from flows.ocr.cells_anew import cells_anew
from flows.ocr.engine import turn_of
from flows.ocr.margin_lines import without_margin_lines
from flows.ocr.part_words import PALEST, WELL_READ, confidence_of, part_of, words_of
from flows.ocr.second_look import read_again
from flows.ocr.struck_askew import FIRST_PAGES, askew_stamps, is_cleaner, without_bits
from flows.ocr.struck_over import is_better, struck_over, words_in_colour
from flows.pages.drawings import Box, lies_in
from flows.pages.images import Picture
from flows.pages.layers import word_share
from flows.pages.redactions import find_bars, mark_redactions

FRINGE = 0.4
"""Points by which the ragged edge of a bar stands out; a point more would cut into the letters beside it and
the heads of those of the next line."""

RIM = 4.0
"""Points: a rule so near the side of a bar is what was left of its edge."""

AROUND = 18.0
"""Points around a place that are cleaned with it, so that a rule that runs into it is seen as one."""

FEWEST_DOTS = 50
"""A picture that is less wide or high holds no line of type."""

FEWEST_WORDS, UNSURE = 0.25, 0.55
"""Share of words that are words, and mean confidence, up to which a page was read from no print. A bad
photocopy's words are words by half and more; photographs and handwriting have 0.0 to 0.2 of them."""

UNBELIEVED, FEW = 0.3, 30
"""Mean confidence below which so few words are not believed, found in the dictionary or not: of loops of ink
the engine makes ``SASHA VAN`` at 0.03 to 0.25. A page of print has more, however worn."""

FEWEST_SIGNS, TWO_LETTERS = 5, re.compile(r"[^\W\d_]{2}")
"""A page with fewer signs and no two letters together holds no text: of the edges of a photograph the engine
makes a ``4`` or a dash, and is sure of it."""

SPOTS = 0.01
"""Share of a page without words that bars cover at least: a line of text blacked out."""

MOST_SHAPES, MANY_SHAPES, FINEST = 25_000, 6_000, 6
"""Shapes on a picture that is no noise once its specks are gone: four pages of a transcript on a sheet have
10,000, the pages of real scans 2,500 at most, noise has 14,000 to 115,000. At 200 dpi, where noise has the
fewest, its shapes have 2 to 4 dots each; so many letters would have 30. Tesseract would sit over it for
minutes, and make words of it."""

MOST_TIMES, MOST_DOTS = 6, 60_000_000
"""A picture is enlarged so many times, to so many dots, and no more: it makes nothing of a thumbnail legible,
and a picture of one dot in height would be made one of millions."""

COARSE, FINE_ENOUGH = 190, 300
"""Pixels per inch below which a picture is enlarged, and to what. Real scans reduced to 200 dpi were read
with 5.0 % of their words wrong as they were, and with 5.5 % once they were enlarged."""


def read_picture(picture: Picture, number: int, why: str, bars: Sequence[Box] = ()) -> Sheet:
    """A picture as a sheet; ``bars`` are places known to be blacked out, in points, beside those that it
    shows."""
    pixels, scale = _gray(picture.image), picture.scale
    coloured = coloured_ink(picture.image, scale * 72) if picture.image.mode == "RGB" else None
    coloured = None if coloured is None else _painted(coloured, scale, bars, 255)
    del picture  # what is read is a copy of it, and it need not be kept meanwhile if the caller does not
    if min(pixels.shape) < FEWEST_DOTS or pixels.min() > PALEST:
        height, width = (side / scale for side in pixels.shape)
        return Sheet(number, width, height, method="ocr", why=why)
    pixels = without_borders(_on_white(pixels, scale * 72), scale * 72)
    pixels = _painted(pixels, scale, bars, 0)
    turned = None
    if lies_on_its_side(pixels, scale):
        turned = _read_turned(pixels, scale, number, why)
        if turned and confidence_of(turned.tokens) >= WELL_READ:
            return turned
    sheet = _read_upright(pixels, scale, number, why, coloured)
    if sheet.doubts or confidence_of(sheet.tokens) >= WELL_READ:
        return sheet
    if len(sheet.tokens) < 3 and _is_blank(pixels):
        return sheet
    turned = turned or _read_turned(pixels, scale, number, why)
    if turned and confidence_of(turned.tokens) > confidence_of(sheet.tokens):
        sheet = turned
    return _without_inventions(sheet)


def _gray(picture: Image.Image) -> Gray:
    """A picture's gray values."""
    return np.asarray(picture if picture.mode == "L" else picture.convert("L"))


def _on_white(pixels: Gray, dpi: float) -> Gray:
    """The print of a picture on white paper."""
    return without_screens(without_tints(evened(pixels, dpi), dpi), dpi)


def _read_turned(pixels: Gray, scale: float, number: int, why: str) -> Sheet | None:
    """The sheet of a picture that does not stand upright, read as if it did."""
    picture = Image.fromarray(pixels)
    if not (turn := turn_of(picture)):
        return None
    upright = picture.rotate(-turn, expand=True, fillcolor=255)
    return _read_upright(_gray(upright), scale, number, f"{why}; turned by {turn} degrees")


def _without_inventions(sheet: Sheet) -> Sheet:
    """The sheet, or an empty one where OCR was unsure of what it read and next to none of it is a word."""
    share, count = word_share(sheet.tokens)
    confidence = confidence_of(sheet.tokens)
    believed = confidence >= UNBELIEVED or count >= FEW
    sound = believed and share * count >= max(3, FEWEST_WORDS * count)
    if sound or not sheet.tokens or confidence > UNSURE:
        return sheet
    return replace(sheet, tokens=(), doubts=("no word was read from it: a photograph, or handwriting?",))


def read_places(
    picture: Image.Image, scale: float, places: Sequence[Box], bars: Sequence[Box]
) -> list[Token]:
    """The words that stand in some places of a picture, each place cleaned and read by itself."""
    pixels = _painted(_on_white(_gray(picture), scale * 72), scale, bars, 255)
    tokens: list[Token] = []
    for index, place in enumerate(places, 500):
        part = part_of(place, scale)
        rim = round(AROUND * scale)
        rows = slice(max(0, part.top - rim), part.bottom + rim)
        near = rows, slice(max(0, part.left - rim), part.right + rim)
        cleaned = pixels.copy()
        cleaned[near] = clean_picture(np.ascontiguousarray(pixels[near]), scale * 72).pixels
        tokens += words_of(cleaned, part, index, scale)
    return tokens


def _painted(pixels: Gray, scale: float, bars: Sequence[Box], value: int) -> Gray:
    """The picture with bars, and what of their ragged edges stands out, painted over."""
    if not bars:
        return pixels
    painted = Image.fromarray(pixels).copy()
    draw = ImageDraw.Draw(painted)
    for bar in bars:
        left, top, right, bottom = (edge * scale for edge in bar)
        rim = FRINGE * scale
        draw.rectangle([left - rim, top - rim, right + rim, bottom + rim], value)
    return _gray(painted)


def _enlarged(pixels: Gray, scale: float) -> tuple[Gray, float]:
    """A coarse picture as wide and high as it is to be, without it getting out of hand, and its scale."""
    if scale >= COARSE / 72:
        return pixels, scale
    high, wide = pixels.shape
    factor = max(1.0, min(FINE_ENOUGH / (scale * 72), MOST_TIMES, sqrt(MOST_DOTS / pixels.size)))
    size = round(wide * factor), round(high * factor)
    return _gray(Image.fromarray(pixels).resize(size, Image.Resampling.BICUBIC)), scale * factor


def _read_upright(pixels: Gray, scale: float, number: int, why: str, coloured: Gray | None = None) -> Sheet:
    """An upright page as a sheet; ``coloured`` is its ink in colour alone, where it has any."""
    if lean := lean_of(pixels, scale * 72):
        pixels, why = straightened(pixels, lean), f"{why}; straightened by {lean:g} degrees"
        coloured = None if coloured is None else straightened(coloured, lean)
    pixels = with_black_numbers(pixels, scale * 72)
    sheet = _read_straight(pixels, scale, number, why)
    blocks = [] if coloured is None else struck_over(coloured, sheet.tokens, scale)
    if coloured is None or not blocks:
        may_be_stamped = number <= FIRST_PAGES and not sheet.doubts
        return _without_askew(sheet, pixels, scale) if may_be_stamped else sheet
    why = f"{why}; what is stamped or written over it in colour was read by itself"
    print_alone = _read_straight(taken_off(pixels, coloured, blocks), scale, number, why)
    amid, struck = words_in_colour(coloured, blocks, print_alone.tokens, scale)
    apart = replace(print_alone, tokens=[*print_alone.tokens, *amid], struck=struck)
    return apart if is_better(apart, sheet) else sheet


def _without_askew(sheet: Sheet, pixels: Gray, scale: float) -> Sheet:
    """The sheet, or what is read of its picture without stamps that lean where that is better."""
    if (stamps := askew_stamps(pixels, sheet, scale)) is None:
        return sheet
    why = f"{sheet.why}; what is stamped over it askew was read by itself"
    rest = taken_off(pixels, stamps.alone, stamps.places)
    apart = without_bits(_read_straight(rest, scale, sheet.number, why), stamps, scale)
    return apart if is_cleaner(apart, sheet, pixels, stamps, scale) else sheet


def _read_straight(pixels: Gray, scale: float, number: int, why: str) -> Sheet:
    bars = find_bars(pixels, scale)
    pixels, scale = _enlarged(_painted(pixels, scale, bars, 255), scale)
    height, width = (side / scale for side in pixels.shape)
    clean = clean_picture(pixels, scale * 72)
    marks = marks_of(ink_of(clean.pixels))
    if marks.count > MOST_SHAPES or marks.count > max(MANY_SHAPES, marks.ink.size / FINEST):
        told = ("its picture is noise: no word is read from it",)
        return Sheet(number, width, height, (), (), "ocr", why, told)
    sideways, pixels = without_margin_lines(clean.pixels, scale)
    drawn = [rule for rule in clean.rules if not crosses_print(rule, pixels, scale * 72)]
    parts = parts_of(drawn, pixels, scale * 72)
    fence = fence_of(drawn, pixels, scale * 72)
    raised, pixels = _raised(pixels, marks, fence, scale)
    margin, pixels = parted(pixels, fence)
    numbers = [t for part in parts if part.margin for t in words_of(margin, part, 0, scale)]
    del clean, marks, margin  # each is as large as a page, and the engine needs its own room
    body = [part for part in parts if not part.margin]
    tokens = [t for index, part in enumerate(body, 1) for t in _part_words(pixels, part, index, scale)]
    rules = [Rule(*(edge / scale for edge in rule)) for rule in drawn]
    rules = [rule for rule in rules if not any(lies_in(Box(*rule), bar, RIM) for bar in bars)]
    tokens = cells_anew(tokens, rules, pixels, width, scale)
    tokens = [*with_blanks(without_ink(tokens, width), rules), *raised]
    tokens = [*numbers, *tokens]
    if len(tokens) < FEWEST_SIGNS and not any(TWO_LETTERS.search(token.text) for token in tokens):
        tokens, bars = [], _large(bars, width * height)
    tokens = mark_redactions(tokens, bars, height)
    return Sheet(number, width, height, tokens, rules, "ocr", why, sideways=sideways)


def _part_words(pixels: Gray, part: Part, index: int, scale: float) -> list[Token]:
    return read_again(words_of(pixels, part, index, scale), pixels, part, index, scale)


def _large(bars: list[Box], page: float) -> list[Box]:
    """The bars of a page without a word if they may be a text's: of a photograph a spot may be as straight
    as a bar."""
    return bars if sum((b.right - b.left) * (b.bottom - b.top) for b in bars) >= SPOTS * page else []


def _raised(pixels: Gray, marks: Marks, fence: NDArray[np.int32], scale: float) -> tuple[list[Token], Gray]:
    """The raised numbers right of the fence, and the picture without them."""
    figures = [m for m in raised_in(marks, scale * 72) if m.left >= fence[m.top]]
    if not figures:
        return [], pixels
    line, starts = in_one_line(pixels, figures)
    read = words_of(line, Part(0, 0, line.shape[1], line.shape[0]), 0, scale)
    found, left_over = [], pixels.copy()
    for index, text in numbers_of([(t.text, t.center * scale) for t in read], starts):
        left, top, right, bottom = figures[index]
        left_over[top - 1 : bottom + 1, left - 1 : right + 1] = 255
        box = (left / scale, top / scale, right / scale, bottom / scale)
        found.append(Token(text, *box, row=-3_000_000 - index))
    return found, left_over


def _is_blank(pixels: Gray) -> bool:
    return float((pixels < 128).mean()) < 0.0005
