"""Quotation marks that a font's table of characters names wrongly.

PDFs that Word made with some editions of Times New Roman say ``―final judgment,‖ the court‟s`` for ``“final
judgment,” the court’s``: the page shows quotation marks, the text layer a horizontal bar, a double bar, a
doubled low line and a reversed or opening mark. A double bar closes nothing else, and no word has a reversed
mark but for its apostrophe.
"""

from __future__ import annotations

from collections.abc import Iterator

from cleaners.patterns import pattern
from cleaners.pieces import Edit

REASON = "misnamed quotation mark"

PRINTED = {"―": "“", "‖": "”", "‗": "‘", "‟": "’"}
QUOTED = pattern(r"―[^\s―‖][^―‖]{0,2000}‖")
REVERSED = pattern(r"(?<=[A-Za-z])‟(?=[a-z])")
SIGN = pattern(r"[―‖‗‟]|(?<=[\w.,;:!?)\]‖])‘")
"""The signs, and a closing mark or an apostrophe that came out as an opening one."""


def find_shifted(text: str) -> Iterator[Edit]:
    """Each of the signs as it was printed, where a quotation between two of them or a word with one shows it.

    >>> [edit.insert for edit in find_shifted("the ―judgment‖ of the court‟s clerk")]
    ['“', '”', '’']
    """
    told = ("‖" in text and QUOTED.search(text)) or ("‟" in text and REVERSED.search(text))
    for match in SIGN.finditer(text) if told else ():
        yield Edit(match.start(), match.end(), PRINTED.get(match[0], "’"), REASON)
