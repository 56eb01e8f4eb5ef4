from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from socket import socket
from threading import Thread

import pytest

from flows.server import answers, configured_server
from flows.serving.local_server import LocalServer, NoServer

PROFILES = """
active = "office"
[profiles.office]
PREFECT_API_URL = "http://office:4200/api"
[profiles.local]
PREFECT_SERVER_ALLOW_EPHEMERAL_MODE = "true"
"""


@pytest.fixture(name="profiles")
def _profiles(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = tmp_path / "profiles.toml"
    path.write_text(PROFILES)
    monkeypatch.setenv("PREFECT_PROFILES_PATH", str(path))
    return path


def test_with_nothing_configured_there_is_no_server() -> None:
    assert configured_server() is None


@pytest.mark.usefixtures("profiles")
def test_the_active_profile_names_the_server() -> None:
    assert configured_server() == "http://office:4200/api"


@pytest.mark.usefixtures("profiles")
def test_the_environment_goes_before_the_profile(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PREFECT_PROFILE", "local")
    assert configured_server() is None
    monkeypatch.setenv("PREFECT_API_URL", "http://here:4200/api")
    assert configured_server() == "http://here:4200/api"


def test_profiles_are_found_in_prefects_home(profiles: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("PREFECT_PROFILES_PATH")
    monkeypatch.setenv("PREFECT_HOME", str(profiles.parent))
    assert configured_server() == "http://office:4200/api"


def test_a_broken_profile_file_names_none(profiles: Path) -> None:
    profiles.write_text("active = ")
    assert configured_server() is None


def test_a_server_answers_even_by_refusing() -> None:
    class Refusing(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_error(401)

        def log_message(self, *_: object) -> None: ...

    server = HTTPServer(("127.0.0.1", 0), Refusing)
    Thread(target=server.serve_forever, daemon=True).start()
    assert answers(f"http://127.0.0.1:{server.server_port}/api")
    server.shutdown()
    server.server_close()
    assert not answers(f"http://127.0.0.1:{server.server_port}/api")


def test_a_port_that_another_program_has_is_not_taken_for_prefects(tmp_path: Path) -> None:
    with HTTPServer(("127.0.0.1", 0), BaseHTTPRequestHandler) as other:  # 501 for whatever is asked
        Thread(target=other.handle_request, daemon=True).start()
        ours = LocalServer(other.server_port, tmp_path / "log")
        with pytest.raises(NoServer, match=r"taken by another program: choose another --port"):
            ours.start(waiting=lambda: True)


def test_a_port_that_only_root_may_have_is_told_of(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError

    monkeypatch.setattr(socket, "bind", refuse)
    with pytest.raises(NoServer, match="not for this user: choose one above 1023 with --port"):
        LocalServer(80, tmp_path / "log").start(waiting=lambda: True)
