"""What the documents show works, and what they name is there."""

import doctest
import re
from pathlib import Path

ROOT = Path(__file__).parents[1]
EXTENDING = ROOT / "docs" / "extending.md"


def test_what_a_rule_is_shown_to_do_it_does() -> None:
    done = doctest.testfile(str(EXTENDING), module_relative=False)
    assert done.attempted
    assert not done.failed


def test_every_package_of_the_cleaners_has_its_place_on_the_map() -> None:
    rows = re.findall(r"^\|([^|]*)\|", EXTENDING.read_text("utf-8"), re.MULTILINE)
    named = re.findall(r"`(\w+)`", " ".join(row for row in rows if "`cleaners`" not in row))
    packages = {path.parent.name for path in (ROOT / "cleaners").glob("*/__init__.py")}
    assert sorted(named) == sorted(packages - {"words"})


def test_every_file_that_the_documents_link_to_is_there() -> None:
    for page in (ROOT / "README.md", ROOT / "SECURITY.md", *(ROOT / "docs").glob("*.md")):
        links = re.findall(r"\]\((?!https?:|#)([^)#\s]+)", page.read_text("utf-8"))
        assert [link for link in links if not (page.parent / link).exists()] == []
