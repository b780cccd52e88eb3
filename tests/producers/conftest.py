"""The desk, with a store and a log behind it that are none."""

import pytest

from producers.desk import Desk
from tests import make
from tests.producers.desk_fakes import Counter, Log, Places, Store


@pytest.fixture
def store() -> Store:
    return Store()


@pytest.fixture
def log() -> Log:
    return Log()


@pytest.fixture
def desk(store: Store, log: Log) -> Desk:
    return desk_of(store, log)


def desk_of(store: Store, log: Log) -> Desk:
    """A desk on these."""
    return Desk(
        event_log=log,  # type: ignore[arg-type]
        store=store,
        places=Places(),  # type: ignore[arg-type]
        now=lambda: make.NOW,
        new_id=Counter(),
    )
