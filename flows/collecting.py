"""How often Python looks for rings of dead objects, in a process that is the program's own."""

import gc

COLLECTED_AFTER = 20_000
"""New objects after which it looks at these. A page makes thousands that live on and next to no ring: to look
after each 700, as it does else, took an eighth of the time of a page of text, and two fifths of that of a
long text in spaced letters."""

NEVER = 1_000_000_000
"""Of such looks, after which it looks at what has lived through one, too. Cleaning leaves no ring there (none
after a megabyte of each kind of text or ten scanned pages, seven objects after 272 pages with a text layer),
and to walk through all that lives, again and again, took a fifth of the time of 73 MB in spaced
letters."""


def collect_seldom() -> None:
    """Look seldom from now on, and never again at what is there already or what lives on."""
    gc.freeze()
    gc.set_threshold(COLLECTED_AFTER, NEVER)
