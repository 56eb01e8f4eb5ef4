"""Filings in, clean text and records out: reading, the outbox, and the Prefect flows.

``clean_filing`` and ``clean_inbox`` load Prefect when they are first asked for, and not before.
"""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from flows.flows import clean_filing, clean_inbox

__all__ = ["clean_filing", "clean_inbox"]


def __getattr__(name: str) -> Any:  # noqa: ANN401 - PEP 562's signature
    if name in __all__:
        from flows import flows

        return getattr(flows, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
