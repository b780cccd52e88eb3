"""Neighbourhoods of a few talents on the whole strict model, which remember what is proved."""

from collections import defaultdict
from collections.abc import Sequence
from random import Random

from ortools.math_opt.python import mathopt

from matcher.check import terms
from matcher.mip.mip_candidates import Candidate
from matcher.mip.mip_model import AssignmentVars
from matcher.problem import Assignment, PairId
from matcher.runtime.pace import Pace
from matcher.solving.group_memory import Group, GroupMemory, Tie, ties
from matcher.solving.incumbent import Incumbent
from matcher.solving.mip_solver import MipResult, assemble, optimise
from models.ids import TalentId

#: Seconds of work for a group's first look; doubled whenever they were not enough.
_FIRST = 0.5
#: In so many seconds a group is hardly solved.
_TOO_SHORT = 0.1


class TalentNeighbourhoods:
    """Plans one talent, two, three anew while all others stay, until no group holds a gain.

    Others may offer plans meanwhile.
    """

    def __init__(self, best: Incumbent, offered: Sequence[Candidate], random: Random) -> None:
        self._best = best
        self._mip = assemble(best.problem, offered)
        self._options = [option for option in self._mip.options if option.pin is None]
        reach: defaultdict[TalentId, set[Tie]] = defaultdict(set)
        for option in self._options:
            reach[option.talent.talent_id].update(ties(option.line))
        self.memory = GroupMemory(best.problem, reach, random)
        self._pace = Pace()
        self._plan: dict[PairId, Assignment] = {}
        self._free: dict[mathopt.Variable, tuple[float, float]] = {}

    def improve(self, until: float) -> bool:
        """Offer better plans until so many seconds are left; whether no group is left."""
        best = self._best
        while best.left - until > _TOO_SHORT and not best.closed:
            self._notice(best.assignments or ())
            group = self.memory.next()
            if group is None:
                return True
            self._plan_group(group, best.left - until)
        return False

    def _plan_group(self, group: Group, left: float) -> None:
        made = tuple(self._plan.values())
        seconds = self._pace.by_the_clock(_FIRST * 2.0 ** self.memory.timeouts[group])
        for option in self._options:
            self._hold(option, still=option.talent.talent_id not in group)
        with self._pace.watched():
            answer = optimise(self._mip, min(seconds, left), made)
        if self._take(group, answer, made):
            self.memory.prove(group)
        elif seconds < left or answer.proved:
            self.memory.run_out(group)

    def _take(self, group: Group, answer: MipResult, made: Sequence[Assignment]) -> bool:
        """Offer the answer; whether it proves that the group can do no better in its plan."""
        found = answer.assignments
        if found is None:
            return False
        problem = self._best.problem
        if terms(problem, found).score <= terms(problem, made).score:
            return answer.proved
        if self._best.offer(found, "highs"):
            self._notice(found)
            return answer.proved
        # Somebody was faster: the group's part may fit into the better plan as well.
        others = [a for a in self._best.assignments or () if a.talent_id not in group]
        self._best.offer([*others, *(a for a in found if a.talent_id in group)], "highs")
        return False

    def _notice(self, made: Sequence[Assignment]) -> None:
        """Tell the memory what is worked differently now, whoever has found it."""
        before, self._plan = self._plan, {a.pair: a for a in made}
        pairs = before.keys() | self._plan.keys()
        self.memory.change({p[0] for p in pairs if before.get(p) != self._plan.get(p)})

    def _hold(self, option: AssignmentVars, *, still: bool) -> None:
        """Bind an option to the plan, or let it go."""
        now = self._plan.get((option.line.line_id, option.talent.talent_id))
        self._bind(option.on, float(now is not None), still=still)
        for month, variable in option.hours.items():
            self._bind(variable, float(now.hours.get(month, 0)) if now else 0.0, still=still)

    def _bind(self, variable: mathopt.Variable, value: float, *, still: bool) -> None:
        free = self._free.setdefault(variable, (variable.lower_bound, variable.upper_bound))
        variable.lower_bound, variable.upper_bound = (value, value) if still else free
