"""Large neighbourhood search (Shaw 1998) with the mixed-integer model: a part is planned anew."""

from collections.abc import Collection, Container, Iterable, Sequence
from functools import cached_property
from random import Random

from matcher.mip.loose_violations import loose_violations
from matcher.mip.mip_candidates import Candidate, among
from matcher.mip.mip_model import LineMonth
from matcher.problem import Assignment, PairId
from matcher.solving.incumbent import Incumbent
from matcher.solving.mip_solver import MipResult, assemble, optimise
from models.ids import TalentId

#: Part of a step's time for the loose model; the rest is for making its plan strict.
_LOOSE = 0.7
#: Seconds a step may take, at least and at most.
_STEP = 0.5, 4.0
#: In so many seconds a model is built and hardly solved.
_TOO_SHORT = 0.2


class Neighbourhoods:
    """Plans parts of a pool, and remembers where loose models have cheated."""

    def __init__(self, best: Incumbent, offered: Sequence[Candidate], random: Random) -> None:
        self._best = best
        self.offered = offered
        self.random = random
        self._strict: set[LineMonth] = set()

    def keep_pairs(self, assignments: Iterable[Assignment], seconds: float) -> None:
        """Offer the best plan that uses no other pairs than these: exact, and quick."""
        assignments = tuple(assignments)
        mip = assemble(self._best.problem, among(self.offered, assignments))
        answer = optimise(mip, seconds, assignments)
        if answer.assignments is not None:
            self._best.offer(answer.assignments, "highs")

    def plan_pairs(
        self, pairs: Collection[PairId], seconds: float, moving: Container[TalentId] | None = None
    ) -> MipResult:
        """Plan with these pairs and those of the plan in hand; the answer is of the last model.

        Its bound holds for these pairs; with all pairs it holds for the problem. Who is not among
        the `moving` stays exactly as planned; None: everybody moves.
        """
        best = self._best
        until = max(0.0, best.left - seconds)
        current = {a.pair for a in best.assignments or ()}
        free = [c for c in self.offered if c.pin or _pair(c) in current or _pair(c) in pairs]
        while True:
            mip = assemble(best.problem, free, self._strict)
            for a in best.assignments or ():
                if moving is not None and a.talent_id not in moving:
                    mip.fix(a.line_id, a.talent_id, a.hours)
            answer = optimise(mip, (best.left - until) * _LOOSE, best.assignments or ())
            if answer.assignments is None:
                return answer
            slots = loose_violations(best.problem, answer.assignments) - self._strict
            if not best.offer(answer.assignments, "highs"):
                self.keep_pairs(answer.assignments, best.left - until)
            self._strict |= slots
            # Without a broken slot the loose plan was a true one, and nothing is left to learn.
            done = not slots or (answer.bound is not None and answer.bound <= best.score)
            if done or best.left - until < max(_TOO_SHORT, seconds / 10):
                return answer

    def plan_talents(self, until: float, within: Collection[PairId] | None = None) -> None:
        """Plan a few talents anew, again and again, until so many seconds are left.

        The number of talents grows while it is easy; it ends where it would be all of them. Only
        pairs `within` are opened; None: all.
        """
        best = self._best
        size, step = 1, min(_STEP[1], max(_STEP[0], best.left / 8))
        while best.left - until > _TOO_SHORT and not best.closed and size < len(self._talents):
            before, score = best.left, best.score
            talents = self._near(size)
            pairs = {_pair(c) for c in self.offered if c.talent.talent_id in talents}
            if within is not None:
                pairs &= set(within)
            answer = self.plan_pairs(pairs, min(step, best.left - until), talents)
            if answer.proved and before - best.left < step / 2:
                size += 1
            elif not answer.proved and best.score == score:
                size = max(1, size - 1)

    @cached_property
    def _talents(self) -> list[TalentId]:
        """Who may work anywhere besides their pins; asked of pools that are not large only."""
        return sorted({c.talent.talent_id for c in self.offered if c.pin is None})

    def _near(self, size: int) -> set[TalentId]:
        """Some talents who can mostly stand in for each other."""
        first = self.random.choice(self._talents)
        lines = {c.line.line_id for c in self.offered if c.talent.talent_id == first}
        shared = {c.talent.talent_id for c in self.offered if c.line.line_id in lines}
        near = [t for t in self._talents if t in shared and t != first]
        far = [t for t in self._talents if t not in shared]
        self.random.shuffle(near)
        self.random.shuffle(far)
        return {first, *(near + far)[: size - 1]}


def _pair(candidate: Candidate) -> PairId:
    return candidate.line.line_id, candidate.talent.talent_id
