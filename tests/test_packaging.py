"""The image and the lock are checked as far as that goes without building them."""

import re
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
DOCKERFILE = (ROOT / "Dockerfile").read_text().replace("\\\n", " ")
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text())


def test_what_the_image_copies_is_there() -> None:
    copied = re.findall(r"^COPY (?!--from)(.+) \S+$", DOCKERFILE, re.MULTILINE)
    sources = [name for line in copied for name in line.split()]
    assert {"cleaners", "flows", "requirements.lock"} <= set(sources)
    assert [name for name in sources if not (ROOT / name).exists()] == []


def test_the_image_holds_what_the_package_names() -> None:
    files = {PROJECT["project"]["readme"], *PROJECT["project"]["license-files"]}
    assert all(re.search(rf"^COPY .*\b{re.escape(name)}\b", DOCKERFILE, re.MULTILINE) for name in files)


def test_the_image_runs_the_command_line_as_an_ordinary_user() -> None:
    assert 'ENTRYPOINT ["clean-filings"]' in DOCKERFILE
    assert re.findall(r"^USER (\S+)", DOCKERFILE, re.MULTILINE)[-1] not in {"root", "0"}
    assert "clean-filings" in PROJECT["project"]["scripts"]


@pytest.mark.parametrize("lock", ["requirements.lock", "requirements-dev.lock"])
def test_the_lock_is_whole_and_names_no_place(lock: str) -> None:
    text = (ROOT / lock).read_text()
    assert "://" not in text
    pinned = re.split(r"\n(?=\S)", re.sub(r"^#.*\n", "", text, flags=re.MULTILINE))
    assert [p for p in pinned if p.strip() and ("==" not in p or "--hash=sha256:" not in p)] == []
    wanted = [re.split(r"[^\w.-]", need, maxsplit=1)[0] for need in PROJECT["project"]["dependencies"]]
    locked = set(re.findall(r"^([\w.-]+)(?:\[\w+\])?==", text, re.MULTILINE))
    assert set(wanted) <= locked


def test_both_locks_agree() -> None:
    def pins(lock: str) -> set[str]:
        named = re.findall(r"^([\w.-]+)(?:\[[^\]]*\])?(==\S+)", (ROOT / lock).read_text(), re.MULTILINE)
        return {name + version for name, version in named}

    assert pins("requirements.lock") <= pins("requirements-dev.lock")


def test_the_files_that_go_with_the_packages_are_there() -> None:
    named = PROJECT["tool"]["setuptools"]["package-data"]
    missing = [
        (package, form)
        for package, forms in named.items()
        for form in forms
        if not any((ROOT / package.replace(".", "/")).glob(form))
    ]
    assert missing == []
