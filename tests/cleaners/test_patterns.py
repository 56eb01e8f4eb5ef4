"""The patterns that are compiled when they are first used."""

import importlib
import pkgutil
import re
from collections.abc import Iterator
from typing import Any

import pytest

import cleaners
from cleaners.patterns import pattern

MODULES = list(pkgutil.walk_packages(cleaners.__path__, "cleaners."))


def patterns_in(value: Any) -> Iterator[re.Pattern[str]]:  # noqa: ANN401 - whatever a module holds
    if type(value) is type(pattern("")):
        yield value
    elif isinstance(value, (list, tuple, set, frozenset)):
        for part in value:
            yield from patterns_in(part)
    elif isinstance(value, dict):
        yield from patterns_in(list(value.values()))


@pytest.mark.parametrize("module", [module.name for module in MODULES])
def test_every_pattern_of_the_steps_can_be_compiled(module: str) -> None:
    for form in patterns_in(list(vars(importlib.import_module(module)).values())):
        assert isinstance(re.compile(form.pattern, form.flags), re.Pattern)


def test_a_pattern_is_compiled_once_and_works_as_if_it_always_had_been() -> None:
    volume = pattern(r"(?P<volume>\d+) F\.2d", re.IGNORECASE)
    assert "search" not in vars(volume)
    match = volume.search("see 793 f.2d 1072")
    assert match is not None
    assert match["volume"] == "793"
    assert volume.sub("x", "793 F.2d") == "x"
    assert "search" in vars(volume)


def test_what_is_no_method_of_a_pattern_is_none_of_this() -> None:
    with pytest.raises(AttributeError):
        pattern("a").replace("a", "b")  # type: ignore[attr-defined]
