"""What a pool's coordinators decide about planning: release, block, horizon, weights."""

from datetime import date
from enum import StrEnum
from typing import Annotated

from pydantic import Field

from models.entities import Form, Nature, Percent
from models.frozen import Frozen
from models.hours import FULL_WEEK, Quarters

Points = Annotated[int, Field(ge=0, le=1_000_000)]

#: Fit of an employment form to a nature of work, 0 to 10: people employed for years do the
#: continuous work, few-hours people the single projects and advice (自治体DX推進計画, 人材プール).
FORM_FIT: dict[Form, dict[Nature, int]] = {
    Form.FULL_TIME: {Nature.CONTINUOUS: 10, Nature.PROJECT: 6, Nature.ADVICE: 4},
    Form.FIXED_TERM: {Nature.CONTINUOUS: 10, Nature.PROJECT: 7, Nature.ADVICE: 5},
    Form.SECONDMENT: {Nature.CONTINUOUS: 9, Nature.PROJECT: 7, Nature.ADVICE: 5},
    Form.FISCAL_YEAR: {Nature.CONTINUOUS: 8, Nature.PROJECT: 7, Nature.ADVICE: 5},
    Form.PART_TIME: {Nature.CONTINUOUS: 4, Nature.PROJECT: 8, Nature.ADVICE: 10},
    Form.SIDE_JOB: {Nature.CONTINUOUS: 2, Nature.PROJECT: 10, Nature.ADVICE: 9},
    Form.CONTRACT: {Nature.CONTINUOUS: 2, Nature.PROJECT: 10, Nature.ADVICE: 7},
}


#: Natures of work that an employment form may do; forms not named may do all. Side jobs and
#: outsourcing are for single works in few hours (自治体DX推進計画, 人材プール).
NATURES: dict[Form, tuple[Nature, ...]] = {
    Form.SIDE_JOB: (Nature.PROJECT, Nature.ADVICE),
    Form.CONTRACT: (Nature.PROJECT, Nature.ADVICE),
}


class NeedPart(StrEnum):
    """必要度の内訳: what makes a municipality need hours more than others."""

    ONE_PERSON_IT = "one_person_it"  #: 一人情シス: at most one person for information systems
    NO_SERVICE = "no_service"  #: no digital service yet
    SMALL = "small"  #: few inhabitants
    ISLAND = "island"  #: 離島
    UNSERVED = "unserved"  #: how long nobody of the pool has worked there


class Need(Frozen):
    """Percent that each part of the need adds to the worth of a quarter served."""

    one_person_it: Percent = 30
    no_service: Percent = 20
    small: Percent = 10
    island: Percent = 10
    unserved: Percent = 30  #: after a year or more; in proportion before


class Weights(Frozen):
    """Points of the objective's terms. A higher level outweighs a lower one in ordinary cases."""

    served: Points = 100  #: level 1: per quarter served, times need and urgency
    coverage: Points = 50  #: level 2: more per quarter of a municipality's first tier
    coverage_percent: Annotated[int, Field(ge=0, le=100)] = 50  #: the first tier, of its demand
    keep_proposed: Points = 4_000  #: level 3: a pair that people have seen is kept
    keep_drafted: Points = 400  #: level 3: a pair that only the plan has seen is kept
    #: level 3: per quarter that stays in the month people have seen; more than the best fit (10)
    keep_hours: Points = 20
    setup: Points = 200  #: level 4: cost of each assignment, so that few faces serve a line
    fit: Points = 1  #: level 4: per quarter and point of fit (0 to 10)
    #: level 4: each PM or engineer line started on a request whose producer line is started too
    producer: Points = 200
    balance: Points = 2  #: level 4: cost of each quarter above `balance_percent`
    #: of all quarters that a talent has for lines over the months
    balance_percent: Percent = 80


class PoolSettings(Frozen):
    """A pool's settings; every field has a default that works."""

    release_at_once: bool = False  #: drafted matches are proposed without a coordinator
    #: least hours of an assignment in a month in which it works; at most a full week
    block: Annotated[Quarters, Field(le=FULL_WEEK)] = 16
    horizon: Annotated[int, Field(ge=1, le=24)] = 12  #: months planned ahead
    weights: Weights = Weights()
    #: days on which the offices of the pool are closed, besides weekends, national holidays and
    #: the turn of the year: nobody works on them in the running month
    closed_days: Annotated[tuple[date, ...], Field(max_length=200)] = ()
    need: Need = Need()
    natures: dict[Form, tuple[Nature, ...]] = NATURES  #: 従事できる業務; forms not named: all
    training_required: bool = False  #: nobody is placed before the training, or a waiver
