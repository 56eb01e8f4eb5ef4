"""Pages of a court reporter's transcript, and where on them someone begins to speak."""

from __future__ import annotations

import re
from collections.abc import Sequence

from cleaners.setting import Setting

NAMED = re.compile(r"(?:THE|MR|MS|MRS|DR|JUDGE|JUSTICE)\.? [A-Z][A-Z.'’ -]*:")
ANSWER = re.compile(r"[QA][.:]?(?=\s|$)")
CALLED = re.compile(r"[A-Z][A-Z.'’-]+(?: [A-Z.'’-]+){0,3}:")

FEWEST = 3
"""So many speeches on a page make it a transcript's."""


def is_speech(text: str) -> bool:
    """Whether a line of a transcript begins a speech: Q., A., THE COURT:, MR. ROE:, BY MS. DOE:."""
    return bool(NAMED.match(text) or ANSWER.match(text) or CALLED.match(text))


def transcript_pages(settings: Sequence[Setting]) -> set[int]:
    """The pages that are a transcript's. ``A`` begins sentences too, so questions and answers count only
    where both stand on the page, and names only in the reporter's form."""
    named: dict[int, int] = {}
    marks: dict[int, list[str]] = {}
    for setting in settings:
        if NAMED.match(setting.text):
            named[setting.page] = named.get(setting.page, 0) + 1
        elif ANSWER.match(setting.text) and _stands_off(setting):
            marks.setdefault(setting.page, []).append(setting.text[0])
    both = {page: own for page, own in marks.items() if "Q" in own and ("A" in own or page in named)}
    pages = {*named, *both}
    return {page for page in pages if named.get(page, 0) + len(both.get(page, ())) >= FEWEST}


def _stands_off(setting: Setting) -> bool:
    """Whether the letter is set like a mark: with a period, or with a gap after it."""
    words = setting.line.words
    if len(words) < 2 or setting.text[1:2] in ".:":
        return True
    return words[1].left - words[0].right > 0.6 * setting.size
