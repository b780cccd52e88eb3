"""The sizes a pool can have, from one of today to the whole nation."""

from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True, kw_only=True)
class Size:
    """How large a generated pool is, and how scarce its hours are."""

    name: str
    pool_id: str
    municipalities: int
    requests: int
    lines: int
    talents: int
    ratio: float  #: hours asked over hours free
    pools: int = 1

    def grown(self, *, lines: int = 1, talents: int = 1) -> "Size":
        """So many times the lines or talents; each line and each talent stays as large as it is."""
        return replace(
            self,
            name=f"{self.name} lines x{lines} talents x{talents}",
            requests=self.requests * lines,
            lines=self.lines * lines,
            talents=self.talents * talents,
            ratio=self.ratio * lines / talents,
        )


SIZES = {
    size.name: size
    for size in (
        # A pool of today: the four model prefectures employ 7 to 10 people.
        Size(
            name="S9",
            pool_id="20",
            municipalities=77,
            requests=150,
            lines=239,
            talents=9,
            ratio=2.95,
        ),
        # A grown prefecture.
        Size(
            name="S",
            pool_id="20",
            municipalities=77,
            requests=150,
            lines=242,
            talents=45,
            ratio=1.06,
        ),
        # Hokkaido with everything.
        Size(
            name="M",
            pool_id="01",
            municipalities=180,
            requests=600,
            lines=950,
            talents=200,
            ratio=1.23,
        ),
        # The nation: a pool in each prefecture.
        Size(
            name="L",
            pool_id="01",
            municipalities=1741,
            requests=6000,
            lines=9870,
            talents=2000,
            ratio=1.2,
            pools=47,
        ),
        # Stress: no such pool exists.
        Size(
            name="XL",
            pool_id="99",
            municipalities=600,
            requests=3100,
            lines=5136,
            talents=1000,
            ratio=1.22,
        ),
    )
}

#: Municipalities of each prefecture, by prefecture code: 1,741 in all, the 23 wards of Tokyo
#: counted (総務省「全国地方公共団体コード」).
# fmt: off
MUNICIPALITIES = (
    179, 40, 33, 35, 25, 35, 59, 44, 25, 35, 63, 54, 62, 33, 30, 15, 19, 17, 27, 77, 42, 35, 54, 29,
    19, 26, 43, 41, 39, 30, 19, 19, 27, 23, 19, 24, 17, 20, 34, 60, 20, 21, 45, 18, 26, 43, 41,
)
# fmt: on


def pools(size: Size) -> tuple[Size, ...]:
    """The pools of a size: itself, or one of each prefecture with its share of everything."""
    if size.pools == 1:
        return (size,)
    requests = apportion(size.requests, MUNICIPALITIES)
    lines = apportion(size.lines, MUNICIPALITIES)
    talents = apportion(size.talents, MUNICIPALITIES)
    return tuple(
        replace(
            size,
            pool_id=f"{at + 1:02d}",
            municipalities=count,
            requests=requests[at],
            lines=lines[at],
            talents=talents[at],
            pools=1,
        )
        for at, count in enumerate(MUNICIPALITIES)
    )


def apportion(total: int, shares: tuple[float, ...] | tuple[int, ...]) -> list[int]:
    """`total` split by `shares` into whole numbers, by largest remainder; they add up exactly."""
    exact = [total * share / sum(shares) for share in shares]
    parts = [int(part) for part in exact]
    by_remainder = sorted(range(len(exact)), key=lambda at: (parts[at] - exact[at], at))
    for at in by_remainder[: total - sum(parts)]:
        parts[at] += 1
    return parts
