"""Labels, and what stands under them or hangs from them: a transcript's appearances, a letter's copies."""

from __future__ import annotations

import re

from cleaners.patterns import pattern
from cleaners.typesetting.setting import Setting

OWN_LINE = pattern(
    r"(?:(?:on behalf of|counsel for|attorneys? for|for) .*|appearances.*|"
    r"(?:official )?(?:court )?reporters?|(?:reported|transcribed) by|also present):$",
    re.IGNORECASE,
    last=":",
)
HANGING = pattern(
    r"(?:(?:on behalf of|counsel for|attorneys? for|for) [^:]*|appearances|cc|re):\s", re.IGNORECASE
)

FORM_LABEL = r"[A-Z][\w#/.,’'() -]{1,40}:"
"""What a form asks for, at the beginning of a line."""

FAR = 72.0
"""Points: what is set in so far is no paragraph's first line."""


def is_label(setting: Setting) -> bool:
    """Whether a line labels what stands under it, or what hangs from it (``cc:  Jane Roe``)."""
    hangs = setting.inner > setting.left + 8 and HANGING.match(setting.text) is not None
    return hangs or OWN_LINE.match(setting.text) is not None


def is_under(label: Setting, line: Setting) -> bool:
    """Whether a line stands indented below a label such as ``ON BEHALF OF PLAINTIFF:``, or where the text
    begins that hangs from one."""
    hangs = label.inner > label.left + 8
    if line.page != label.page or line.left < (label.inner - 6 if hangs else label.left + 8):
        return False
    return line.end < line.right - 36 or line.left > label.left + FAR
