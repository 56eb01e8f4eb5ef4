"""The limits that somebody sets, by the environment or by an option.

Every process needs to know the limits before it does anything, and what checks a limit takes as long to load
as all else that a run starts with: it is loaded only if one is set.
"""

import os
from collections.abc import Mapping, Sequence
from dataclasses import fields

from flows.bounds.limits import USUAL, Limits, variable

NAMES = [field.name for field in fields(Limits)]


def limits_in(environment: Mapping[str, str] = os.environ) -> Limits:
    """The limits that the environment sets (``CLEAN_FILINGS_MAX_PAGES=200``), the usual ones for the rest.

    Raises ValueError for what is no limit.
    """
    given = {name: environment[variable(name)] for name in NAMES if variable(name) in environment}
    if not given:
        return USUAL
    from flows.bounds.checked_limits import checked  # noqa: PLC0415

    return checked(given)


def set_limits(given: Sequence[str]) -> None:
    """Put limits given as ``max-pages=200`` into this process's environment, where all that it starts finds
    them. Raises ValueError for what is no limit."""
    wanted = {}
    for name, _, value in (limit.partition("=") for limit in given):
        wanted[name.replace("-", "_")] = value
    if unknown := wanted.keys() - set(NAMES):
        told = (", ".join(names).replace("_", "-") for names in (sorted(unknown), NAMES))
        raise ValueError("no such limit: {}; there are {}".format(*told))
    environment = {variable(name): value for name, value in wanted.items()}
    limits_in({**os.environ, **environment})
    os.environ.update(environment)
