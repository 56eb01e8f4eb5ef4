import gc
import weakref
from collections.abc import Iterator

import pytest

from flows.collecting import COLLECTED_AFTER, collect_seldom


@pytest.fixture(autouse=True)
def _as_it_was() -> Iterator[None]:
    was = gc.get_threshold()
    yield
    gc.set_threshold(*was)
    gc.unfreeze()


class Ring:
    def __init__(self) -> None:
        self.itself = self


def test_rings_of_dead_objects_do_not_pile_up() -> None:
    collect_seldom()
    rings = [weakref.ref(Ring()) for _ in range(5 * COLLECTED_AFTER)]
    assert sum(ring() is not None for ring in rings) < 2 * COLLECTED_AFTER


def test_what_lives_on_is_looked_at_once() -> None:
    collect_seldom()
    before = [generation["collections"] for generation in gc.get_stats()]
    kept = [[number] for number in range(50 * COLLECTED_AFTER)]
    looks = [now["collections"] - then for now, then in zip(gc.get_stats(), before, strict=True)]
    assert len(kept) // COLLECTED_AFTER - 1 <= looks[0] <= len(kept) // COLLECTED_AFTER + 1
    assert looks[1:] == [0, 0]
