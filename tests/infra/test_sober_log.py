"""Whatever fails where nobody waits for it: its kind is logged, never what it says."""

import asyncio
import gc
import io
import logging
import threading
from collections.abc import Iterator

import pytest

from infra.logging import Sober, _in_thread, _unraisable

CANARY = "架空 太郎"


@pytest.fixture
def sink() -> Iterator[io.StringIO]:
    found, logger = io.StringIO(), logging.getLogger()
    handler = logging.StreamHandler(found)
    handler.setFormatter(Sober("%(name)s: %(message)s"))
    logger.addHandler(handler)
    yield found
    logger.removeHandler(handler)


async def broken() -> None:
    raise ValueError(CANARY)


def test_a_task_that_nobody_waits_for(sink: io.StringIO) -> None:
    async def left_alone() -> None:
        task = asyncio.create_task(broken())
        await asyncio.wait([task])
        del task
        gc.collect()

    asyncio.run(left_alone())

    assert "Task exception was never retrieved" in sink.getvalue()
    assert "ValueError test_sober_log.py" in sink.getvalue()
    assert CANARY not in sink.getvalue()


def test_what_the_loop_calls_by_itself(sink: io.StringIO) -> None:
    async def called() -> None:
        def fails() -> None:
            raise ValueError(CANARY)

        asyncio.get_running_loop().call_soon(fails)
        await asyncio.sleep(0)

    asyncio.run(called())

    assert "ValueError test_sober_log.py" in sink.getvalue()
    assert CANARY not in sink.getvalue()


def test_an_error_in_the_words_of_a_library(sink: io.StringIO) -> None:
    logging.getLogger("some.package").warning("gave up: %s, %r, %d", *[ValueError(CANARY)] * 2, 3)

    assert "some.package: gave up: ValueError" in sink.getvalue()
    assert CANARY not in sink.getvalue()


class Fragile:
    def __del__(self) -> None:
        raise ValueError(CANARY)


@pytest.mark.parametrize("where", ["value", "thread"])
def test_where_python_itself_would_print_it(
    where: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.unraisablehook", _unraisable)
    monkeypatch.setattr("threading.excepthook", _in_thread)

    def fails() -> None:
        raise ValueError(CANARY)

    if where == "value":
        Fragile()
        gc.collect()
    else:
        thread = threading.Thread(target=fails)
        thread.start()
        thread.join()

    said = capsys.readouterr()
    assert "ValueError test_sober_log.py" in said.out + said.err
    assert CANARY not in said.out + said.err
