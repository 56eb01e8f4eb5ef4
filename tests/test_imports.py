"""What is loaded when: an import is a promise of how long one waits."""

import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from cleaners.standard import STANDARD

PROJECT = tomllib.loads((Path(__file__).parents[1] / "pyproject.toml").read_text())


def loaded(statement: str) -> set[str]:
    """The packages that a fresh interpreter has loaded after the statement."""
    code = f"import sys\n{statement}\nprint(*{{name.split('.')[0] for name in sys.modules}})"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, input="a")
    return set(done.stdout.split())


def test_cleaners_loads_nothing_of_the_pipeline() -> None:
    heavy = {"flows", "prefect", "pydantic", "click", "rich", "PIL", "cv2", "pytesseract", "pdf2image"}
    assert not loaded("import cleaners.standard") & heavy


@pytest.mark.parametrize("statement", ["import flows", "import flows.batch", "import flows.cli.report"])
def test_prefect_is_loaded_only_when_a_flow_is_asked_for(statement: str) -> None:
    assert "prefect" not in loaded(statement)


def test_the_flows_are_there_for_the_asking() -> None:
    assert "prefect" in loaded("from flows import clean_filing, clean_inbox")


def test_a_run_and_its_workers_start_without_what_checks_limits_and_records() -> None:
    assert "pydantic" not in loaded("import flows.batch")
    assert "pydantic" not in loaded("import flows.work.turns")


def test_a_long_filing_is_finished_without_what_reads_pages() -> None:
    finish = "import flows.work.finishing, cleaners.standard, flows.recording"
    assert not loaded(finish) & {"numpy", "cv2", "PIL", "pikepdf", "pypdfium2", "tesserocr", "prefect"}


def test_the_text_command_starts_without_what_it_does_not_need() -> None:
    start = "from flows.cli import main\nmain(['text'], standalone_mode=False)"
    assert not loaded(start) & {"prefect", "rich", "pydantic", "PIL", "cv2", "numpy"}


def test_every_step_is_held_to_import_no_other() -> None:
    contracts = {c["id"]: c for c in PROJECT["tool"]["importlinter"]["contracts"]}
    assert set(contracts["steps"]["modules"]) == {find.__module__ for find in STANDARD.values()}
