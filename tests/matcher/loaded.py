"""The random problems again, where producers and a fair load are worth much."""

from random import Random

from matcher.problem import Problem
from models.entities import Role


def loaded(of: Problem, seed: int, scale: int = 1) -> Problem:
    """Some lines become those of producers, some talents producers too; both new terms weigh.

    Pins stay: they are exempt from the roles.
    """
    random = Random(f"{seed} loaded")
    lines = [
        line.model_copy(update={"role": Role.PRODUCER}) if random.random() < 0.35 else line
        for line in of.lines
    ]
    talents = [
        talent.model_copy(update={"roles": (*talent.roles, Role.PRODUCER)})
        if Role.PRODUCER not in talent.roles and random.random() < 0.7
        else talent
        for talent in of.talents
    ]
    weights = of.weights.model_copy(
        update={
            "producer": random.choice((0, 20, 90)) * scale,
            "balance": random.choice((0, 2, 15, 40)),
            "balance_percent": random.choice((0, 25, 50, 80)),
        }
    )
    changed = of.model_copy(
        update={"lines": tuple(lines), "talents": tuple(talents), "weights": weights}
    )
    return Problem.model_validate(changed.model_dump())
