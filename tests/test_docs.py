"""What the documents show works, and what they name is there."""

import doctest
import re
from pathlib import Path

import pytest

from cleaners import clean

ROOT = Path(__file__).parents[1]
README = ROOT / "README.md"
EXTENDING = ROOT / "docs" / "extending.md"


def test_what_a_rule_is_shown_to_do_it_does() -> None:
    done = doctest.testfile(str(EXTENDING), module_relative=False)
    assert done.attempted
    assert not done.failed


def test_the_readmes_first_example_comes_out_as_it_says() -> None:
    example = README.read_text("utf-8").partition("```text\n")[2].partition("```")[0].splitlines()
    column = example[0].index("The court")
    given = "\n".join(line[:column].replace("->", "").rstrip() for line in example)
    assert clean(given).split() == " ".join(line[column:] for line in example).split()


@pytest.mark.parametrize(("whole", "no_idea"), [("cleaners", {"words"}), ("flows", set())])
def test_every_package_has_its_place_on_the_map(whole: str, no_idea: set[str]) -> None:
    table = EXTENDING.read_text("utf-8").partition(f"\n| package of `{whole}` |")[2].partition("\n\n")[0]
    named = re.findall(r"`(\w+)`", " ".join(re.findall(r"^\|([^|]*)\|", table, re.MULTILINE)))
    packages = {path.parent.name for path in (ROOT / whole).glob("*/__init__.py")}
    assert sorted(named) == sorted(packages - no_idea)


PAGES = (README, ROOT / "SECURITY.md", *(ROOT / "docs").glob("*.md"))


def test_every_file_that_the_documents_link_to_is_there() -> None:
    for page in PAGES:
        links = re.findall(r"\]\((?!https?:|#)([^)#\s]+)", page.read_text("utf-8"))
        assert [link for link in links if not (page.parent / link).exists()] == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_every_source_and_benchmark_that_the_documents_name_is_there(page: Path) -> None:
    text = page.read_text("utf-8")
    files = re.findall(r"`((?:cleaners|flows|benchmarks|tests|fixtures|examples)/[\w/]+\.\w+)`", text)
    files += [f"benchmarks/{name}.py" for name in re.findall(r"python -m benchmarks\.(\w+)", text)]
    assert [file for file in files if not (ROOT / file).exists()] == []
