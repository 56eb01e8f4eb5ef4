"""One inbox that is served, for all tests here."""

from collections.abc import Iterator

import pytest

from tests.served.server import Served, serving


@pytest.fixture(scope="session")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    with serving(tmp_path_factory.mktemp("served")) as given:
        yield given
