"""Cases as data: one file for each public cleaner, named for it.

``in the wild`` holds the forms real filings show (with invented names), ``synthetic`` what follows from
them, ``negative`` what looks dirty and must not change, ``known failures`` what is wrong today.
"""

import importlib
import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from _pytest.mark import ParameterSet

CASES = Path(__file__).parent / "cases"
MODULES = {
    "fix_mojibake": "mojibake",
    "normalize_characters": "characters",
    "normalize_markup": "markup",
    "normalize_footnote_marks": "footnote_marks",
    "strip_ecf_stamps": "ecf_stamps",
    "strip_line_numbers": "line_numbers",
    "strip_file_stamps": "file_stamps",
    "strip_running_heads": "running_heads",
    "strip_folios": "folios",
    "repair_spacing": "spacing",
    "rejoin_hyphens": "hyphens",
    "fix_confusions": "confusions",
    "join_lines": "paragraphs",
    "order_captions": "captions",
}


def cases(*kinds: str) -> Iterator[ParameterSet]:
    for name in MODULES:
        known = json.loads((CASES / f"{name}.json").read_text("utf-8"))
        for kind in kinds:
            for case in known[kind]:
                given, wanted = (case, case) if kind == "negative" else case
                yield pytest.param(name, given, wanted, id=f"{name}: {kind}: {given[:40]!r}")


def cleaner(name: str) -> Callable[[str], str]:
    function: Callable[[str], str] = getattr(importlib.import_module(f"cleaners.{MODULES[name]}"), name)
    return function


@pytest.mark.parametrize(("name", "given", "wanted"), [*cases("in the wild", "synthetic", "negative")])
def test_case(name: str, given: str, wanted: str) -> None:
    assert cleaner(name)(given) == wanted


@pytest.mark.parametrize(("name", "given", "wanted"), [*cases("known failures")])
@pytest.mark.xfail(strict=True)
def test_known_failure(name: str, given: str, wanted: str) -> None:
    assert cleaner(name)(given) == wanted


@pytest.mark.parametrize(("name", "given", "wanted"), [*cases("in the wild", "synthetic")])
def test_a_clean_text_stays(name: str, given: str, wanted: str) -> None:
    del given
    assert cleaner(name)(wanted) == wanted
