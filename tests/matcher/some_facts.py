"""What a problem says of employers, training, natures, producers and load, added by chance.

Its own chance: the rest of a seeded problem stays what it was.
"""

from random import Random

from matcher.problem import Line, Problem, ProblemTalent
from models.entities import Form, Nature, Role
from models.months import Month, plus

#: Their check digits do not fit: they belong to nobody.
VENDORS = ("1000000000000", "2000000000000")
_NATURES: tuple[tuple[Nature, ...], ...] = (
    (Nature.PROJECT, Nature.ADVICE),
    (Nature.ADVICE,),
    (Nature.CONTINUOUS, Nature.PROJECT),
    (Nature.CONTINUOUS, Nature.ADVICE),
)


def with_facts(problem: Problem, random: Random) -> Problem:
    """The same problem with more facts, each in some problems and on some talents and lines."""
    training, natures = random.random() < 0.2, random.random() < 0.2
    vendors, producers = random.random() < 0.2, random.random() < 0.35
    lines = [_line(line, random, vendors=vendors) for line in problem.lines]
    if producers:
        _ask_for_a_producer(lines, random)
    change = {
        "training_required": training,
        "natures": {form: random.choice(_NATURES) for form in Form} if natures else {},
        "lines": tuple(lines),
        "talents": tuple(
            _talent(talent, random, problem.months, training=training, producers=producers)
            for talent in problem.talents
        ),
        "weights": problem.weights.model_copy(
            update={
                "producer": random.choice((0, 25, 150)),
                "balance": random.choice((0, 1, 20)),
                "balance_percent": random.choice((0, 40, 67, 80, 100)),
            }
        ),
    }
    # Validated: a copy alone would not be.
    return Problem.model_validate(dict(problem) | change)


def _line(line: Line, random: Random, *, vendors: bool) -> Line:
    concerned = tuple(v for v in VENDORS if random.random() < 0.4)
    return line.model_copy(update={"vendors": concerned if vendors else ()})


def _ask_for_a_producer(lines: list[Line], random: Random) -> None:
    """One line becomes a producer's, of the request of another line where there is one."""
    requests = [line.request_id for line in lines]
    shared = [at for at, request in enumerate(requests) if requests.count(request) > 1]
    at = random.choice(shared or range(len(lines)))
    lines[at] = lines[at].model_copy(update={"role": Role.PRODUCER})


def _talent(
    talent: ProblemTalent,
    random: Random,
    months: tuple[Month, ...],
    *,
    training: bool,
    producers: bool,
) -> ProblemTalent:
    roles = {Role.PRODUCER} if producers and random.random() < 0.8 else set()
    trained = random.choice((None, months[0], months[0], months[-1], plus(months[-1], 1)))
    change = {
        "roles": (*talent.roles, *roles),
        "employer": random.choice((None, *VENDORS)),
        "trained_from": trained if training or random.random() < 0.2 else None,
    }
    if random.random() < 0.15:
        # Begun in the fiscal year before: it ends in March where the form says so.
        change |= {
            "form": Form.FISCAL_YEAR,
            "contract_from": random.choice((Month("2026-04"), Month("2027-01"))),
            "contract_until": Month("2028-03"),
        }
    return talent.model_copy(update=change)
