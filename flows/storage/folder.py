"""A store that is a folder on a disk."""

import os
import shutil
from collections.abc import Collection, Iterator, Mapping
from contextlib import suppress
from pathlib import Path, PurePosixPath

from flows.storage.stores import Seen, draft_name, outside


class Folder:
    """A folder on a disk."""

    grows = True

    def __init__(self, where: str) -> None:
        self.where = where
        self._home = Path(where).resolve()

    def url(self, name: str) -> str:
        return str(Path(self.where) / name)

    def files(self, under: str = "") -> Iterator[tuple[str, Seen]]:
        waiting = [under]
        while waiting:
            folder = waiting.pop()
            try:
                entries = os.scandir(self._home / folder)
            except (FileNotFoundError, NotADirectoryError):
                continue
            with entries:
                for entry in entries:
                    name = f"{folder}/{entry.name}" if folder else entry.name
                    if entry.is_dir(follow_symlinks=False):
                        waiting.append(name)
                    else:
                        with suppress(FileNotFoundError):
                            yield name, seen_as(entry.stat(follow_symlinks=False))

    def seen(self, name: str) -> Seen | None:
        try:
            return seen_as(self._place(name).stat())
        except (FileNotFoundError, NotADirectoryError):
            return None

    def read(self, name: str) -> bytes:
        return self._place(name).read_bytes()

    def write(self, files: Mapping[str, bytes], instead_of: Collection[str] = ()) -> None:
        drafts: dict[Path, Path] = {}
        old = [self._place(name) for name in instead_of]
        try:
            for name, content in files.items():
                place = self._place(name)
                place.parent.mkdir(parents=True, exist_ok=True)
                drafts[place] = _drafted(place, content)
            for place in old:
                place.unlink(missing_ok=True)
            for place, draft in drafts.items():
                draft.replace(place)
        finally:
            for draft in drafts.values():
                draft.unlink(missing_ok=True)

    def create(self, name: str, content: bytes) -> bool:
        place = self._place(name)
        place.parent.mkdir(parents=True, exist_ok=True)
        draft = _drafted(place, content, lasting=False)
        try:
            os.link(draft, place)  # so that it is never seen half written
        except FileExistsError:
            return False
        finally:
            draft.unlink(missing_ok=True)
        return True

    def remove(self, name: str) -> None:
        with suppress(NotADirectoryError):
            self._place(name).unlink(missing_ok=True)

    def copy(self, name: str, to: str) -> None:
        self.write({to: self.read(name)})

    def fetch(self, name: str, to: Path) -> None:
        shutil.copyfile(self._place(name), to)

    def _place(self, name: str) -> Path:
        """Where a file belongs. Nothing is ever written outside, whatever its name or a symbolic link
        within says."""
        pure, place = PurePosixPath(name), self._home / name
        if ".." in pure.parts or not pure.name or not place.parent.resolve().is_relative_to(self._home):
            raise outside(name)
        return place


def file_in_the_way(folder: str | os.PathLike[str]) -> Path | None:
    """What stands where the folder or one above it would be, and is none."""
    given = Path(folder).absolute()
    there = next((place for place in (given, *given.parents) if place.exists()), given)
    return there if there.is_file() else None


def seen_as(stat: os.stat_result) -> Seen:
    """What a stat call tells. A file's time can be set back, that of its inode cannot."""
    since = max(stat.st_mtime, stat.st_ctime)
    return Seen(stat.st_size, f"{stat.st_size}.{stat.st_mtime_ns}.{stat.st_ino}", since)


def _drafted(place: Path, content: bytes, *, lasting: bool = True) -> Path:
    """``content`` in a file beside its place; ``lasting`` if it is to survive the machine's going down."""
    draft = place.with_name(draft_name())
    try:
        with draft.open("xb") as file:
            file.write(content)
            file.flush()
            if lasting:
                os.fsync(file.fileno())
    except BaseException:
        draft.unlink(missing_ok=True)
        raise
    return draft
