"""What holds of every store: a folder, object stores, and others over SFTP."""

import asyncio
import os
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from importlib import import_module
from pathlib import Path
from threading import Thread

import asyncssh
import pytest
from s3fs import S3FileSystem

from flows.errors import UnfitFiling
from flows.storage.places import open_store
from flows.storage.stores import Store, UnusablePlace, shown_url

pytestmark = pytest.mark.xdist_group("stores")


class _AnyClerk(asyncssh.SSHServer):
    def begin_auth(self, _name: str) -> bool:
        return False


@pytest.fixture(scope="module")
def sftp(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """An SFTP server on loopback that serves a folder."""
    folder = tmp_path_factory.mktemp("sftp")
    loop = asyncio.new_event_loop()
    Thread(target=loop.run_forever, daemon=True).start()

    async def listen() -> asyncssh.SSHAcceptor:
        return await asyncssh.listen(
            "127.0.0.1",
            0,
            server_factory=_AnyClerk,
            server_host_keys=[asyncssh.generate_private_key("ssh-ed25519")],
            sftp_factory=lambda channel: asyncssh.SFTPServer(channel, chroot=os.fsencode(folder)),
        )

    server = asyncio.run_coroutine_threadsafe(listen(), loop).result(20)
    with pytest.MonkeyPatch.context() as patch:
        home = tmp_path_factory.mktemp("home")
        (home / ".ssh").mkdir()
        (home / ".ssh" / "config").write_text("Host *\n  StrictHostKeyChecking no\n")
        patch.setenv("HOME", str(home))
        yield f"sftp://clerk@127.0.0.1:{server.get_port()}"
    loop.call_soon_threadsafe(server.close)


@pytest.fixture(params=["folder", "memory", "s3", "sftp"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Store:
    match request.param:
        case "folder":
            return open_store(tmp_path / "store")
        case "memory":
            return open_store(f"memory://{tmp_path.name}")
        case kind:
            return open_store(f"{request.getfixturevalue(kind)}/{tmp_path.name}")


def names(store: Store, under: str = "") -> list[str]:
    return sorted(name for name, _ in store.files(under))


def test_what_is_written_is_there(store: Store) -> None:
    assert names(store) == []
    store.write({"a/brief.txt": b"one", "order.txt": b"three"})
    assert names(store) == ["a/brief.txt", "order.txt"]
    assert names(store, "a") == ["a/brief.txt"]
    assert store.read("a/brief.txt") == b"one"
    assert {name: seen.size for name, seen in store.files()} == {"a/brief.txt": 3, "order.txt": 5}


def test_what_is_replaced_goes(store: Store) -> None:
    store.write({"a.json": b"old", "a.md": b"old", "a.txt": b"old"})
    store.write({"a.txt": b"new", "a.json": b"new"}, instead_of=["a.json", "a.md", "never-there"])
    assert names(store) == ["a.json", "a.txt"]
    assert store.read("a.json") == b"new"


def test_another_file_bears_another_mark(store: Store) -> None:
    assert store.seen("a.txt") is None
    store.write({"a.txt": b"one"})
    first = store.seen("a.txt")
    assert first
    assert first == dict(store.files())["a.txt"]
    store.write({"a.txt": b"two, and longer"})
    second = store.seen("a.txt")
    assert second
    assert second.mark != first.mark


def test_what_is_not_there_is_no_file(store: Store) -> None:
    with pytest.raises(FileNotFoundError):
        store.read("none.txt")
    store.remove("none.txt")
    assert store.seen("no/folder/none.txt") is None


def test_of_several_who_create_a_file_one_is_told_so(store: Store) -> None:
    with ThreadPoolExecutor(8) as threads:
        told = list(threads.map(lambda n: store.create("claims/a", str(n).encode()), range(8)))
    assert told.count(True) == 1
    assert store.read("claims/a") == str(told.index(True)).encode()
    store.remove("claims/a")
    assert store.create("claims/a", b"again")


def test_files_are_copied_and_fetched(store: Store, tmp_path: Path) -> None:
    store.write({"a.txt": b"one"})
    store.copy("a.txt", ".versions/a.txt")
    assert store.read(".versions/a.txt") == b"one"
    store.fetch("a.txt", tmp_path / "local")
    assert (tmp_path / "local").read_bytes() == b"one"


@pytest.mark.parametrize("name", ["../a.txt", "a/../../b.txt", "/a.txt"])
def test_nothing_is_written_outside(store: Store, name: str) -> None:
    with pytest.raises(UnfitFiling, match="outside"):
        store.write({name: b"x"})


def test_a_package_that_is_missing_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "s3fs", None)
    monkeypatch.delitem(import_module("fsspec.registry")._registry, "s3", raising=False)
    with pytest.raises(UnusablePlace, match=r"pip install 'clean-filings\[s3\]'"):
        open_store("s3://elsewhere/inbox")
    with pytest.raises(UnusablePlace, match="nonsense"):
        open_store("nonsense://place")


@pytest.fixture
def _no_s3(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """S3 is where nobody answers. fsspec keeps a file system by its arguments, not by the environment."""
    monkeypatch.setenv("AWS_ENDPOINT_URL", "http://127.0.0.1:9")
    monkeypatch.setenv("AWS_MAX_ATTEMPTS", "1")
    monkeypatch.setenv("AWS_ACCESS_KEY_ID", "another")
    S3FileSystem.clear_instance_cache()
    yield
    S3FileSystem.clear_instance_cache()


@pytest.mark.usefixtures("_no_s3")
def test_a_store_that_cannot_be_reached_is_an_error_of_the_system() -> None:
    with pytest.raises(OSError, match="unreachable"):
        open_store("s3://unreachable").read("order.txt")


def test_a_password_is_not_shown() -> None:
    assert shown_url("sftp://clerk:secret@host:22/inbox") == "sftp://host:22/inbox"
