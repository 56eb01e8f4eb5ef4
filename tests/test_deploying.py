"""What is shipped to run the project elsewhere: compose.yaml, the Dockerfile, systemd's units.

tests/served/test_pools.py runs the command lines of compose.yaml as plain processes, and ``make cluster``
does the same with PostgreSQL and an object store.
"""

import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml
from prefect.settings import Settings as Prefect
from prefect.settings.legacy import _get_valid_setting_names

from flows.bounds.checked_limits import Settable
from flows.settings import Settings

ROOT = Path(__file__).parents[1]
COMPOSE = (ROOT / "compose.yaml").read_text("utf-8")
SERVICES: dict[str, dict[str, Any]] = yaml.safe_load(COMPOSE)["services"]
UNITS = sorted((ROOT / "docs" / "systemd").glob("*.service"))

KNOWN = {
    "build", "command", "depends_on", "entrypoint", "environment", "healthcheck", "image", "ports", "restart",
    "volumes",
}  # fmt: skip
"""Keys of a service, of those that the Compose Specification has, with their meaning checked here."""


def settings() -> set[str]:
    """The names of all settings of ours and of Prefect's."""
    ours = {f"CLEAN_FILINGS_{name.upper()}" for name in Settings.model_fields | Settable.model_fields}
    return ours | _get_valid_setting_names(Prefect)


@pytest.mark.parametrize("name", SERVICES)
def test_a_service_of_compose_names_only_what_there_is(name: str) -> None:
    service = SERVICES[name]
    assert service.keys() <= KNOWN
    assert ("build" in service) != ("image" in service)
    assert not service.get("build") or (ROOT / service["build"] / "Dockerfile").is_file()
    assert service.get("restart", "no") in {"no", "always", "unless-stopped", "on-failure"}
    for other, how in service.get("depends_on", {}).items():
        match how["condition"]:
            case "service_healthy":
                assert "healthcheck" in SERVICES[other]
            case "service_completed_successfully":
                assert SERVICES[other]["restart"] == "no", "else it never completes"
            case _:
                pytest.fail(f"{name} waits for {other} in a way that is not known")
    for volume in service.get("volumes", []):
        source = volume.split(":")[0]
        named = yaml.safe_load(COMPOSE)["volumes"]
        assert (ROOT / source).exists() if source.startswith(".") else source in named


@pytest.mark.parametrize("name", [name for name in SERVICES if name != "database"])
def test_a_service_of_compose_sets_only_what_is_read(name: str) -> None:
    ours = {variable for variable in SERVICES[name]["environment"] if not variable.startswith("AWS_")}
    assert ours <= settings()


def test_compose_says_what_must_be_given_and_has_a_default_for_the_rest() -> None:
    asked = re.findall(r"(?<!\$)\$\{(\w+)(:[-?])?([^}]*)\}", "\n".join(told(COMPOSE)))
    without = {variable for variable, how, _ in asked if how != ":-"}
    assert without == {"CLEAN_FILINGS_INBOX", "CLEAN_FILINGS_OUTBOX"}
    assert all(meant for _, how, meant in asked if how == ":?")


def told(text: str) -> list[str]:
    """The lines that are no comments."""
    return [line for line in text.splitlines() if not line.lstrip().startswith("#")]


def test_the_dockerfile_copies_and_sets_only_what_there_is() -> None:
    lines = told((ROOT / "Dockerfile").read_text("utf-8").replace("\\\n", " "))
    copied = [line.split()[1:-1] for line in lines if line.startswith("COPY ") and "--from" not in line]
    assert copied
    assert [name for names in copied for name in names if not (ROOT / name).exists()] == []
    variables = re.findall(r"\b(PREFECT_\w+)=", "\n".join(lines))
    assert variables
    assert settings().issuperset(variables)


@pytest.mark.skipif(not shutil.which("systemd-analyze"), reason="there is no systemd here")
@pytest.mark.parametrize("unit", UNITS, ids=lambda unit: unit.stem)
def test_systemd_takes_the_units(unit: Path, tmp_path: Path) -> None:
    here = Path(sys.executable).parent
    copy = tmp_path / unit.name
    copy.write_text(unit.read_text("utf-8").replace("/opt/clean-filings/.venv/bin", str(here)), "utf-8")
    done = subprocess.run(
        ["systemd-analyze", "verify", copy], capture_output=True, text=True, check=False, timeout=120
    )
    assert (done.returncode, done.stdout + done.stderr) == (0, "")


def test_the_units_set_only_what_is_read() -> None:
    for unit in UNITS:
        variables = re.findall(r"^Environment=(\w+)=", unit.read_text("utf-8"), re.MULTILINE)
        assert variables
        assert settings().issuperset(variables)
