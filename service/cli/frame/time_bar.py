"""A bar that fills with the time, on a terminal alone; the work may well be done earlier."""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Event, Thread

from rich.progress import BarColumn, Progress, TaskID, TextColumn, TimeRemainingColumn

from service.cli.frame.printing import err


@contextmanager
def time_bar(words: str, seconds: float, steps: int = 1) -> Iterator[Callable[[int], None]]:
    """Each step takes `seconds` at most; whoever works tells how many steps are done."""
    columns = (TextColumn("{task.description}", markup=False), BarColumn(), TimeRemainingColumn())
    with Progress(*columns, console=err, transient=True, disable=not err.is_terminal) as bars:
        bar = bars.add_task(words, total=seconds * steps)
        began = [0.0, time.monotonic()]
        ended = Event()
        thread = Thread(target=_follow, args=(bars, bar, seconds, began, ended), daemon=True)
        thread.start()

        def begun(done: int) -> None:
            began[:] = [float(done), time.monotonic()]

        try:
            yield begun
        finally:
            ended.set()
            thread.join()


def _follow(bars: Progress, bar: TaskID, seconds: float, began: list[float], ended: Event) -> None:
    while not ended.wait(0.1):
        done, since = began
        bars.update(bar, completed=seconds * done + min(seconds, time.monotonic() - since))
