"""The cast: evidently fictitious talents, as many as advanced pools are printed to have.

Of seven to ten people, about 1 producer to 1.6 PMs to 4 engineers and service designers.
Hours follow the employment form: 155 h is four full weeks of 38 h 45 min.
"""

from dataclasses import dataclass, field

from models.codes import MunicipalityCode
from models.entities import Form, Person, Role, Talent, TrainingWaiver
from models.ids import PoolId, TalentId
from models.months import Month, plus, window, year_end
from producers.demo.conditions import vendor
from producers.demo.demand import HORIZON

_PRODUCER, _PM, _ENGINEER = Role.PRODUCER, Role.PM, Role.ENGINEER
#: Full time: a study meeting every week, training, and work of the own office.
_OFFICE = 31.0
#: Months before its end in which a fiscal year is nearly over.
_NEARLY_OVER = 3


@dataclass(frozen=True, kw_only=True)
class Member:
    """One of the cast. Hours are a month's."""

    name: str
    roles: tuple[Role, ...]
    skills: dict[str, int]
    form: Form = Form.FULL_TIME
    hours: float = 155.0
    overhead: float = _OFFICE
    #: Months from the first one to the contract's last; none means the end of the fiscal year,
    #: of the next one where this one is nearly over. A fiscal-year appointment ends with its own.
    contract: int | None = 35
    at_once: int = 4
    base: str
    remote: bool = True
    excluded: tuple[str, ...] = ()
    employer: int | None = None  #: which of the sample vendors
    #: Months from the first one to the first placement after the training; none: not trained.
    trained: int | None = 0
    waiver: TrainingWaiver | None = None
    #: Month, counted from the first one, of a week's leave.
    leave: int | None = field(default=None)


CAST: dict[str, tuple[Member, ...]] = {
    "20": (
        Member(
            name="見本 一郎",
            roles=(_PRODUCER, _PM),
            skills={"全体方針立案": 4, "企画構想": 4, "スケジュール管理": 3},
            hours=124,
            base="200000",
            at_once=6,
        ),
        Member(
            name="見本 二葉",
            roles=(_PM,),
            skills={"スケジュール管理": 4, "コスト管理": 3, "企画構想": 3},
            base="200000",
            at_once=10,
            leave=1,
        ),
        Member(
            name="見本 三郎",
            roles=(_PM, _ENGINEER),
            skills={"スケジュール管理": 2, "業務改革": 3, "企画構想": 2},
            form=Form.SECONDMENT,
            overhead=62,
            contract=None,
            base="202029",
            at_once=6,
            excluded=("202029",),
            trained=None,
            waiver=TrainingWaiver.FORMER_OFFICIAL,
        ),
        Member(
            name="見本 四季",
            roles=(_ENGINEER,),
            skills={"業務改革": 4, "UI・UX": 3, "データ活用": 2},
            base="202011",
            leave=4,
        ),
        Member(
            name="見本 五月",
            roles=(_ENGINEER,),
            skills={"ネットワーク": 4, "クラウド": 3, "情報セキュリティ": 3},
            base="202011",
        ),
        Member(
            name="見本 六花",
            roles=(_ENGINEER,),
            skills={"データ活用": 3, "地理情報": 2, "業務改革": 2},
            form=Form.FIXED_TERM,
            contract=7,
            base="202053",
            trained=2,
        ),
        Member(
            name="見本 七海",
            roles=(_ENGINEER,),
            skills={"UI・UX": 4, "業務改革": 2},
            form=Form.FISCAL_YEAR,
            hours=120,
            overhead=16,
            contract=16,
            base="202177",
            at_once=3,
        ),
        Member(
            name="見本 八重",
            roles=(_ENGINEER,),
            skills={"地理情報": 4, "データ活用": 4},
            form=Form.SIDE_JOB,
            hours=32,
            overhead=0,
            contract=11,
            base="202011",
            at_once=2,
            employer=1,
            trained=None,
            waiver=TrainingWaiver.DONE_ELSEWHERE,
        ),
        Member(
            name="見本 九十九",
            roles=(_ENGINEER,),
            skills={"RPA・ローコード": 4, "クラウド": 4, "UI・UX": 3},
            form=Form.CONTRACT,
            hours=60,
            overhead=0,
            contract=5,
            base="202096",
            at_once=2,
            excluded=("202070", "202118"),
            employer=2,
            trained=None,
            waiver=TrainingWaiver.URGENT,
        ),
    ),
    "15": (
        Member(
            name="見本 一花",
            roles=(_PRODUCER, _PM),
            skills={"全体方針立案": 4, "企画構想": 3, "スケジュール管理": 3},
            form=Form.PART_TIME,
            hours=48,
            overhead=4,
            contract=None,
            base="150002",
        ),
        Member(
            name="見本 二郎",
            roles=(_PM,),
            skills={"スケジュール管理": 4, "コスト管理": 2, "企画構想": 3},
            base="150002",
            at_once=8,
        ),
        Member(
            name="見本 三葉",
            roles=(_PM, _ENGINEER),
            skills={"スケジュール管理": 3, "ネットワーク": 3, "情報セキュリティ": 2},
            form=Form.SECONDMENT,
            overhead=62,
            contract=23,
            base="151009",
            at_once=5,
            excluded=("152021",),
            trained=None,
            waiver=TrainingWaiver.FORMER_OFFICIAL,
        ),
        Member(
            name="見本 四郎",
            roles=(_ENGINEER,),
            skills={"業務改革": 4, "UI・UX": 2, "RPA・ローコード": 3},
            base="151009",
            leave=3,
        ),
        Member(
            name="見本 五郎",
            roles=(_ENGINEER,),
            skills={"データ活用": 3, "地理情報": 3, "クラウド": 2},
            form=Form.FISCAL_YEAR,
            hours=77.5,
            overhead=16,
            contract=None,
            base="152021",
            at_once=3,
        ),
        Member(
            name="見本 六郎",
            roles=(_ENGINEER,),
            skills={"UI・UX": 4, "クラウド": 3, "ネットワーク": 2},
            form=Form.SIDE_JOB,
            hours=24,
            overhead=0,
            contract=11,
            base="151009",
            at_once=2,
            employer=3,
            trained=None,
            waiver=TrainingWaiver.DONE_ELSEWHERE,
        ),
        Member(
            name="見本 七瀬",
            roles=(_ENGINEER,),
            skills={"業務改革": 3, "RPA・ローコード": 4},
            form=Form.CONTRACT,
            hours=46.5,
            overhead=0,
            contract=4,
            base="152226",
            at_once=2,
            employer=3,
            trained=None,
        ),
    ),
}


def talent(pool_id: str, member: Member, first_month: Month) -> Talent:
    """The member as a talent whose hours begin in `first_month`."""
    last = (
        year_end(plus(first_month, _NEARLY_OVER))
        if member.contract is None
        else plus(first_month, member.contract)
    )
    capacity = {
        month: round(member.hours * 4) - (155 if at == member.leave else 0)
        for at, month in enumerate(window(first_month, HORIZON))
        if month <= last
    }
    return Talent(
        pool_id=PoolId(pool_id),
        talent_id=_id(pool_id, member),
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
        trained_from=None if member.trained is None else plus(first_month, member.trained),
        training_waiver=member.waiver,
        sample=True,
    )


def person(pool_id: str, member: Member) -> Person:
    """The member's personal data: a name nobody bears, a mail address that leads nowhere."""
    talent_id = _id(pool_id, member)
    return Person(
        pool_id=PoolId(pool_id),
        talent_id=talent_id,
        name=member.name,
        mail=f"{talent_id.lower()}@example.invalid",
        note="見本（架空の人物）",
    )


def _id(pool_id: str, member: Member) -> TalentId:
    return TalentId(f"T{pool_id}-{CAST[pool_id].index(member) + 1:02d}")
