"""The cast: evidently fictitious talents, as data/cast.toml lists them."""

from functools import cache
from typing import Literal

from models.codes import MunicipalityCode
from models.entities import Form, Person, Role, Talent, TrainingWaiver
from models.frozen import Frozen
from models.ids import PoolId, TalentId
from models.months import Month, plus, window, year_end
from producers.demo.conditions import vendor
from producers.demo.demand import HORIZON
from producers.demo.tables import table

#: Full time, of which a week's leave takes so many quarters.
_WEEK = 155
#: Months before its end in which a fiscal year is nearly over.
_NEARLY_OVER = 3


class Member(Frozen):
    """One of the cast. Hours are a month's."""

    name: str
    roles: tuple[Role, ...]
    skills: dict[str, int]
    form: Form = Form.FULL_TIME
    hours: float = 155.0
    overhead: float = 31.0  #: a study meeting every week, training, and work of the own office
    #: Months from the first one to the contract's last, or the end of the fiscal year, of the next
    #: one where this one is nearly over. A fiscal-year appointment ends with its own.
    contract: int | Literal["fiscal_year"] = 35
    at_once: int = 4
    base: str
    remote: bool = True
    excluded: tuple[str, ...] = ()
    employer: int | None = None  #: which of the sample vendors
    #: Months from the first one to the first placement after the training, if there was one.
    trained: int | Literal[False] = 0
    waiver: TrainingWaiver | None = None
    leave: int | None = None  #: month, counted from the first one, of a week's leave


@cache
def members(pool_id: str) -> tuple[Member, ...]:
    """The cast of a pool, in the order of their ids."""
    return tuple(map(Member.model_validate, table("cast")["pools"][pool_id]))


def talents(pool_id: str, first_month: Month) -> tuple[Talent, ...]:
    """The members as talents whose hours begin in `first_month`."""
    return tuple(
        _talent(pool_id, number, member, first_month)
        for number, member in enumerate(members(pool_id), 1)
    )


def people(pool_id: str) -> tuple[Person, ...]:
    """The members' personal data: names nobody bears, mail addresses that lead nowhere."""
    return tuple(
        Person(
            pool_id=PoolId(pool_id),
            talent_id=_id(pool_id, number),
            name=member.name,
            mail=f"{_id(pool_id, number).lower()}@example.invalid",
            note=table("cast")["note"],
        )
        for number, member in enumerate(members(pool_id), 1)
    )


def _talent(pool_id: str, number: int, member: Member, first_month: Month) -> Talent:
    last = (
        year_end(plus(first_month, _NEARLY_OVER))
        if member.contract == "fiscal_year"
        else plus(first_month, member.contract)
    )
    capacity = {
        month: round(member.hours * 4) - (_WEEK if at == member.leave else 0)
        for at, month in enumerate(window(first_month, HORIZON))
        if month <= last
    }
    return Talent(
        pool_id=PoolId(pool_id),
        talent_id=_id(pool_id, number),
        roles=member.roles,
        skills=member.skills,
        form=member.form,
        contract_from=first_month,
        contract_until=last,
        capacity=capacity,
        overhead=round(member.overhead * 4),
        municipalities_at_once=member.at_once,
        base=MunicipalityCode(member.base),
        remote=member.remote,
        excluded=tuple(MunicipalityCode(code) for code in member.excluded),
        employer=None if member.employer is None else vendor(member.employer),
        trained_from=None if member.trained is False else plus(first_month, member.trained),
        training_waiver=member.waiver,
        sample=True,
    )


def _id(pool_id: str, number: int) -> TalentId:
    return TalentId(f"T{pool_id}-{number:02d}")
