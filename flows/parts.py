"""The parts of a page that OCR must read apart, told from its drawn rules.

Tesseract reads a uniform block well; beside a pleading rule it takes the numbers into the sentences, and
across a caption's rule it runs one cell's line into the other's.
"""

from typing import NamedTuple

from cleaners.document import Rule


class Part(NamedTuple):
    """A part of a picture, in pixels; ``margin`` is the number column left of a pleading rule."""

    left: int
    top: int
    right: int
    bottom: int
    margin: bool = False


def parts_of(rules: list[Rule], width: int, height: int) -> list[Part]:
    """The parts of a picture, which together cover it."""
    upright = [r for r in rules if r.upright]
    left_side = [r for r in upright if r.bottom - r.top > 0.5 * height and r.right < 0.25 * width]
    cut = round(max((r.right for r in left_side), default=0.0))
    parts = [Part(0, 0, round(min(r.left for r in left_side)), height, margin=True)] if left_side else []
    middle = [
        r
        for r in upright
        if r.bottom - r.top > 0.06 * height and 0.3 * width < (r.left - cut) / (width - cut) * width < 0.75 * width
    ]
    return parts + _cut_at(middle, Part(cut, 0, width, height))


def _cut_at(middle: list[Rule], whole: Part) -> list[Part]:
    """The part cut into what stands above, left of, right of and below each rule in its middle. Rules side by
    side are a table's: those are left whole."""
    if not middle:
        return [whole]
    rule = min(middle, key=lambda r: r.top)
    beside = [r for r in middle if r.top < rule.bottom and r.bottom > rule.top]
    top, bottom = round(min(r.top for r in beside)), round(max(r.bottom for r in beside))
    below = _cut_at([r for r in middle if r not in beside], whole._replace(top=bottom))
    if max(r.left for r in beside) - min(r.left for r in beside) > 0.02 * (whole.right - whole.left):
        return [whole._replace(bottom=bottom), *below]
    left, right = round(min(r.left for r in beside)), round(max(r.right for r in beside))
    return [
        whole._replace(bottom=top),
        whole._replace(top=top, bottom=bottom, right=left),
        whole._replace(top=top, bottom=bottom, left=right),
        *below,
    ]
