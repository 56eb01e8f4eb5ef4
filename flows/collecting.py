"""How often Python looks for rings of dead objects, in a process that is the program's own."""

import gc

COLLECTED_AFTER = 20_000
"""New objects after which it looks. A page makes thousands that live on and next to no ring: to look after
each 700, as it does else, took an eighth of the time of a page of text, and two fifths of that of a long text
in spaced letters."""


def collect_seldom() -> None:
    """Look seldom from now on, and never again at what is there already."""
    gc.freeze()
    gc.set_threshold(COLLECTED_AFTER)
