"""`python -m bench.pages [S] [M] [--stores FOLDER]`: first bytes of pages for fifty people at once.

Each of the fifty opens a page of the mix, reads it for a while (three to seven seconds), and opens
the next. Percentiles of the first byte by page, from what this process measures beside the console
on the same machine; and how many pages a second come where nobody stops to read. A folder for the
stores keeps them: a large pool takes minutes to be taken in and planned.
"""

import argparse
import asyncio
import json
import os
import platform
import random
import re
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from bench.pages.browser import Answer, Browser
from bench.pages.store import called, fill, serving

USERS, SECONDS, READS = 50, 60.0, (3.0, 7.0)
#: Pages of the mix, with how often each is opened.
MIX = {
    "/pools/{pool}": 3,
    "/pools/{pool}/plan": 3,
    "/pools/{pool}/plan?by=place": 1,
    "/pools/{pool}/requests": 3,
    "/pools/{pool}/requests/{request}": 3,
    "/pools/{pool}/talents": 1,
    "/pools/{pool}/talents/{talent}": 1,
}
_PASSWORD = "bench-pages-only-1"  # noqa: S105 - of an account that lasts a minute


async def entered(address: str, folder: Path, pool_id: str) -> Browser:
    """A browser in which a coordinator of the pool is signed in."""
    link = called(folder, "accounts", "invite", "coordinator", "--pool", pool_id, "--json")
    path = re.search(r"/welcome/[\w-]+", link)
    assert path, link
    browser = Browser.of(address)
    answer = await browser.post(
        path[0], name="見本", login=f"bench-{time.time_ns()}", password=_PASSWORD
    )
    assert answer.status == 303, answer.status
    return browser


async def person(
    pages: Mapping[str, str], cookies: dict[str, str], address: str, until: float, reads: bool
) -> list[tuple[str, Answer]]:
    """What one person opens until the end."""
    browser, found, chance = Browser.of(address), [], random.Random()
    browser.cookies = dict(cookies)
    if reads:
        await asyncio.sleep(chance.uniform(0, READS[1]))
    while time.monotonic() < until:
        page = chance.choices(list(MIX), list(MIX.values()))[0]
        found.append((page, await browser.get(pages[page])))
        if reads:
            await asyncio.sleep(chance.uniform(*READS))
    await browser.close()
    return found


async def look(address: str, folder: Path, pool_id: str) -> Iterator[str]:
    """The table of one pool."""
    first = await entered(address, folder, pool_id)
    shown = json.loads(called(folder, "show", "plan", "--pool", pool_id, "--json"))["pools"][0]
    assignment = shown["assignments"][0]
    values = {
        "pool": pool_id,
        "request": assignment["line_id"].rpartition("/")[0],
        "talent": assignment["talent_id"],
    }
    pages = {page: page.format(**values) for page in MIX}
    for path in pages.values():  # what a console has in memory after its first minute
        answer = await first.get(path)
        assert answer.status == 200, (path, answer.status)

    async def all_of(users: int, seconds: float, reads: bool) -> list[tuple[str, Answer]]:
        until = time.monotonic() + seconds
        everybody = (person(pages, first.cookies, address, until, reads) for _ in range(users))
        return [each for found in await asyncio.gather(*everybody) for each in found]

    read = await all_of(USERS, SECONDS, True)
    pressed = await all_of(4, 10.0, False)
    return _table(read, len(pressed) / 10.0)


def _table(found: Sequence[tuple[str, Answer]], a_second: float) -> Iterator[str]:
    by_page = defaultdict[str, list[Answer]](list)
    for page, answer in found:
        by_page[page].append(answer)
        by_page["all"].append(answer)
    yield "| page | opened | first byte p50, ms | p95, ms | p99, ms | largest, KB |"
    yield "|---|---|---|---|---|---|"
    for page, answers in by_page.items():
        waits = sorted(answer.first_byte * 1000 for answer in answers)
        at = [waits[min(len(waits) - 1, int(len(waits) * p))] for p in (0.5, 0.95, 0.99)]
        size = max(answer.size for answer in answers) / 1000
        numbers = " | ".join(f"{each:.0f}" for each in at)
        yield f"| `{page}` | {len(answers)} | {numbers} | {size:.0f} |"
    wrong = sum(answer.status != 200 for _, answer in found)
    yield f"\n{wrong} answers other than 200. Where nobody stops to read: {a_second:.0f} pages/s."


def measure(size: str, folder: Path) -> None:
    """Measure one size, and print its table with the machine."""
    noted = folder / "pool"
    if not noted.exists():
        noted.write_text(fill(folder, size))
    with serving(folder, "web", "--port", "0") as log:
        address = re.search(r"http://127\.0\.0\.1:\d+", log)
        assert address, log
        lines = asyncio.run(look(address[0], folder, noted.read_text()))
    load = ", ".join(f"{each:.1f}" for each in os.getloadavg())
    machine = f"{platform.machine()}, {os.cpu_count()} cores, load {load}"
    title = f"{size}: {USERS} people for {SECONDS:.0f} s; {machine}"
    sys.stdout.write("\n".join((title, "", *lines, "")) + "\n")


def main(words: Sequence[str]) -> None:
    """Measure each size, in stores that are made anew or kept."""
    asked = argparse.ArgumentParser(prog="python -m bench.pages")
    asked.add_argument("sizes", nargs="*", default=["S", "M"])
    asked.add_argument("--stores", type=Path, help="a folder that keeps the stores")
    given = asked.parse_args(words)
    for size in given.sizes:
        with tempfile.TemporaryDirectory() as name:
            folder = given.stores / size if given.stores else Path(name)
            folder.mkdir(parents=True, exist_ok=True)
            measure(size, folder)


if __name__ == "__main__":
    main(sys.argv[1:])
