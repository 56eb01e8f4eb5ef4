"""What the benchmarks name is there: they themselves take too long for the tests."""

from itertools import chain
from pkgutil import resolve_name

import pytest

from benchmarks.stages import SCANS, TEXT_LAYERS


@pytest.mark.parametrize("name", sorted({*chain(*SCANS.values(), *TEXT_LAYERS.values())}))
def test_what_a_stage_is_told_by_is_there(name: str) -> None:
    assert callable(resolve_name(name))
