"""The best bound and the best checked plan known of each problem, over all methods and runs."""

import json
from pathlib import Path
from typing import Self

from models.frozen import Frozen


class Known(Frozen):
    """Of one problem: no plan is worth more than `bound`; one is worth `score`."""

    bound: int | None = None
    bound_by: str = ""
    score: int | None = None
    score_by: str = ""


class Bounds:
    """Known by fingerprint, kept in a file beside the results."""

    def __init__(self, path: Path | None, known: dict[str, Known] | None = None) -> None:
        self._path = path
        self.known = known or {}

    @classmethod
    def at(cls, path: Path | None) -> Self:
        """What the file holds; nothing where there is none yet."""
        if path is None or not path.exists():
            return cls(path)
        rows = json.loads(path.read_text(encoding="utf-8"))
        return cls(path, {key: Known.model_validate(row) for key, row in rows.items()})

    def learn(self, key: str, method: str, score: int | None, bound: int | None) -> str:
        """Keep what is better; a sentence where a bound is false, else an empty one.

        `score` is of a checked plan, and so always true: a bound below it is forgotten.
        """
        now = self.known.get(key, Known())
        if score is not None and (now.score is None or score > now.score):
            now = now.model_copy(update={"score": score, "score_by": method})
        complaint = ""
        if now.bound is not None and now.score is not None and now.bound < now.score:
            complaint = f"bound {now.bound} of {now.bound_by} is below a plan of {now.score_by}"
            now = now.model_copy(update={"bound": None, "bound_by": ""})
        if bound is not None and now.score is not None and bound < now.score:
            complaint = f"bound {bound} of {method} is below a plan of {now.score_by}"
        elif bound is not None and (now.bound is None or bound < now.bound):
            now = now.model_copy(update={"bound": bound, "bound_by": method})
        self.known[key] = now
        return complaint

    def bound(self, keys: tuple[str, ...]) -> int | None:
        """The sum over these problems; None where one has no bound."""
        found = [self.known.get(key, Known()).bound for key in keys]
        return None if None in found else sum(bound for bound in found if bound is not None)

    def save(self) -> None:
        """Write the file, where there is one."""
        if self._path is not None:
            rows = {key: self.known[key].model_dump() for key in sorted(self.known)}
            self._path.parent.mkdir(parents=True, exist_ok=True)
            self._path.write_text(json.dumps(rows, indent=1) + "\n", encoding="utf-8")
