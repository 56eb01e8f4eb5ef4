"""``clean-filings cite``: what a lawyer pastes into a brief."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from flows.cli import main

pytestmark = pytest.mark.xdist_group("cite")

PAGE = """Case 1:29-cv-00799-LJR-GSB Document 156 Filed 12/03/32 Page {page} of 3

{lines}

{folio}
"""
SENTENCES = (
    "The {page} motion to compel is before the court and",
    "was heard on the papers. Having read them the",
    "court finds that the logs of the harbor master",
    "were asked for in time, and that no privilege",
    "was claimed for them before the close of the",
    "discovery. The objection is overruled. The logs",
    "shall be produced within ten days of this order",
    "and at the cost of the party that kept them.",
)
PAGES = ("first", "second", "third")


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The record of an order of three numbered pages, as a dump of its text layer gives it."""
    pages = [
        PAGE.format(
            page=number,
            lines="\n".join(f"{n} {line.format(page=name)}" for n, line in enumerate(SENTENCES, 1)),
            folio=number,
        )
        for number, name in enumerate(PAGES, 1)
    ]
    place = tmp_path_factory.mktemp("cited")
    (place / "order.txt").write_text("\f".join(pages))
    result = CliRunner().invoke(main, ["run", str(place / "order.txt"), "--out", str(place / "outbox")])
    assert result.exit_code == 0, result.output
    return place / "outbox" / "order.txt.json"


def cite(record: Path, *arguments: str) -> Result:
    return CliRunner().invoke(main, ["cite", str(record), *arguments])


def test_words_are_cited_in_the_court_s_form(record: Path) -> None:
    result = cite(record, "The second motion to compel is before the court and was heard")
    assert result.exit_code == 0
    assert result.stdout.splitlines()[0] == "ECF No. 156 at 2:1-2"


def test_json_has_page_folio_lines_and_offsets(record: Path) -> None:
    found = json.loads(cite(record, "third motion", "--json").stdout)
    assert {key: found[key] for key in ("page", "folio", "lines", "citation", "ecf")} == {
        "page": 3,
        "folio": "3",
        "lines": [1, 1],
        "citation": "3:1",
        "ecf": "ECF No. 156 at 3:1",
    }
    text = Path(f"{str(record).removesuffix('.json')}.txt").read_text()
    assert text[found["start"] : found["end"]] == "third motion"


def test_words_that_are_nearly_right_are_found_and_the_likeness_is_told(record: Path) -> None:
    result = cite(record, "the secnod rnotion to compel is before")
    assert result.stdout.splitlines()[0] == "ECF No. 156 at 2:1"
    assert "nearest" in result.stdout


def test_words_that_stand_in_several_places_are_told_of(record: Path) -> None:
    result = cite(record, "The objection is overruled.")
    assert result.stdout.splitlines()[0] == "ECF No. 156 at 1:6"
    assert "also at 2:6, 3:6" in result.stdout


def test_a_citation_leads_to_its_words(record: Path) -> None:
    result = cite(record, "--at", "2:1-2", "--json")
    assert json.loads(result.stdout)["citation"] == "2:1-2"
    assert "The second motion to compel" in cite(record, "--at", "2:1").stdout


@pytest.mark.parametrize("arguments", [["a zebra crossed the savannah"], ["--at", "2:27"], ["--at", "9"]])
def test_what_is_not_there_is_no_citation(record: Path, arguments: list[str]) -> None:
    result = cite(record, *arguments)
    assert result.exit_code == 1
    assert not result.stdout
    assert arguments[-1] in result.stderr


@pytest.mark.parametrize("arguments", [[], ["words", "--at", "2:13"]])
def test_wrong_usage_is_told_apart(record: Path, arguments: list[str]) -> None:
    assert cite(record, *arguments).exit_code == 2


def test_a_file_that_is_no_record_is_named_as_such(tmp_path: Path) -> None:
    path = tmp_path / "x.json"
    path.write_text("{}")
    assert cite(path, "words").exit_code == 1
