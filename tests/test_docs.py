"""What the documents show works, and what they name is there."""

import doctest
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
EXTENDING = ROOT / "docs" / "extending.md"


def test_what_a_rule_is_shown_to_do_it_does() -> None:
    done = doctest.testfile(str(EXTENDING), module_relative=False)
    assert done.attempted
    assert not done.failed


@pytest.mark.parametrize(("whole", "no_idea"), [("cleaners", {"words"}), ("flows", set())])
def test_every_package_has_its_place_on_the_map(whole: str, no_idea: set[str]) -> None:
    table = EXTENDING.read_text("utf-8").partition(f"\n| package of `{whole}` |")[2].partition("\n\n")[0]
    named = re.findall(r"`(\w+)`", " ".join(re.findall(r"^\|([^|]*)\|", table, re.MULTILINE)))
    packages = {path.parent.name for path in (ROOT / whole).glob("*/__init__.py")}
    assert sorted(named) == sorted(packages - no_idea)


def test_every_file_that_the_documents_link_to_is_there() -> None:
    for page in (ROOT / "README.md", ROOT / "SECURITY.md", *(ROOT / "docs").glob("*.md")):
        links = re.findall(r"\]\((?!https?:|#)([^)#\s]+)", page.read_text("utf-8"))
        assert [link for link in links if not (page.parent / link).exists()] == []
