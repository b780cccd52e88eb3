"""What a step takes off: a line, and lines of those who could work on it."""

from matcher.arrays.arrays import Arrays
from matcher.arrays.encode import encode
from matcher.arrays.numba_compiler import compiled
from matcher.search.chains import Chain
from matcher.search.rng import Rng, new_rng
from matcher.search.ruin_recreate import Step, begin, new_step, ruin
from matcher.search.state import State
from tests.matcher.make_problem import MATSUMOTO, UEDA, line, problem, talent, works


@compiled
def _ruin(a: Arrays, s: State, step: Step, chance: Rng, of: int) -> None:
    begin(step)
    s.log[0] = 0
    ruin(a, s, step, chance, of, 1, 1)


def test_room_is_made_for_the_pm_whom_a_line_waits_for() -> None:
    """The only PM is full elsewhere; the engineer's line brings the two together."""
    of = problem(
        [talent("aya", roles=("pm",)), talent("ben", roles=("engineer",))],
        [
            line("R1/1", asks=40, minimum_percent=100, municipalities=(UEDA,)),
            line("R2/1", asks=40, minimum_percent=100, municipalities=(MATSUMOTO,)),
            line("R2/2", asks=20, role="engineer", municipalities=(MATSUMOTO,)),
        ],
    )
    encoding = encode(of)
    chain = Chain(encoding, 1)
    chain.begin([works("R1/1", "aya", 40, 40)])
    assert chain.state.people.tolist() == [1, 0, 0]

    step = new_step(encoding.arrays)
    _ruin(encoding.arrays, chain.state, step, new_rng(1), encoding.line_at[of.lines[2].line_id])

    assert chain.state.people.tolist() == [0, 0, 0]
    assert set(step.lines[: step.size[1]].tolist()) == {0, 1, 2}
