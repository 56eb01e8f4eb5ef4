"""The examples do what they say."""

import importlib.util
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

from flows.batch import clean_batch
from flows.boxes.inbox import jobs_in
from flows.records import load_record

FOLDER = Path(__file__).resolve().parents[1]

LINES = (
    "The motion is before the court on the papers,",
    "and turns on Marrable v. Tidewell, 793 F.2d",
    "1072, 1078-79 (9th Cir. 1986), which held that",
    "no privilege attaches to the logs of a harbor.",
    "The court agrees. See also Roe v. Doe, 500 U.S.",
    "20, 25 (1991). The objections that were raised",
    "at the hearing are overruled, and the logs are",
    "to be produced within ten days of this order.",
)


@pytest.fixture(scope="module")
def outbox(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("examples")
    (folder / "order.txt").write_text("\n".join(f"{n} {line}" for n, line in enumerate(LINES, 1)))
    (outcome,) = clean_batch(
        jobs_in([folder / "order.txt"], folder / "out"), folder / "out", formats=["jsonl"]
    )
    assert not outcome.failed
    return folder / "out"


def example(name: str) -> ModuleType:
    spec = importlib.util.spec_from_file_location(name, FOLDER / "examples" / f"{name}.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_authorities_are_listed_with_page_and_line(outbox: Path) -> None:
    found = list(example("citations").cited(load_record(outbox / "order.txt.json")))
    assert found == [
        ("1:2-3", "Marrable v. Tidewell, 793 F.2d 1072, 1078-79 (9th Cir. 1986)"),
        ("1:5-6", "Roe v. Doe, 500 U.S. 20, 25 (1991)"),
    ]


def test_a_search_tells_filing_citation_and_words(outbox: Path) -> None:
    module = example("search")
    ((filing, citation, snippet),) = module.search(module.indexed(outbox), "privilege AND harbor")
    assert (filing, citation) == ("order.txt", "1:1-8")
    assert "[privilege]" in snippet


@pytest.mark.parametrize(
    ("command", "says"),
    [
        (["citations.py", "order.txt.json"], "1:2-3\tMarrable"),
        (["search.py", ".", "overruled"], "order.txt 1:1-8"),
    ],
)
def test_the_examples_run_as_they_say(outbox: Path, command: list[str], says: str) -> None:
    script, *arguments = command
    done = subprocess.run(
        [sys.executable, str(FOLDER / "examples" / script), *arguments],
        cwd=outbox, env={"PYTHONPATH": str(FOLDER)}, capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert says in done.stdout
