"""What people read: the hours, months and ids of the claim, in plain words, for each kind."""

import pytest

from matcher.explain import explain
from matcher.plan import Plan, Status, Unmet
from matcher.problem import Assignment, Problem
from matcher.roster.greedy import greedy
from models.hours import decimal
from models.months import Month, window
from tests.matcher.make_problem import (
    AUG,
    JUL,
    MATSUMOTO,
    UEDA,
    bar,
    line,
    plan,
    problem,
    talent,
    works,
)
from tests.matcher.some_problems import plan_of, some_problem
from tests.wording.said import said
from wording.hours import spoken
from wording.months import label


def unmet_of(some: Problem, *made: Assignment) -> Unmet:
    return explain(some, plan(some, *made)).unmet[-1]


def test_missing_hours_of_one_month() -> None:
    some = problem([talent("T-03", free={JUL: 20, AUG: 40})], [line("R-12/2", asks=40)])
    unmet = unmet_of(some, works("R-12/2", "T-03", 20, 40))
    assert said(unmet) == (
        "202029 の要請枠 R-12/2（PM）は要請20時間のうち5時間が未充足です。"
        "候補の T-03 は2026年7月の空きが5時間足りません。"
        "T-03 の2026年7月の稼働を5時間増やせば足ります。"
    )
    assert said(unmet, "en") == (
        "5 of 20 h of R-12/2 (PM, 202029) are unmet. T-03 comes closest and lacks 5 h in 2026-07. "
        "5 h in 2026-07 more of T-03 would be enough."
    )
    assert unmet.enough[0].hours == {JUL: 20}


def test_missing_hours_are_asked_for_in_whole_blocks_and_through_the_overhead() -> None:
    some = problem([talent("T-03", free={JUL: 3, AUG: 40}, overhead=10)], [line("R-12/2", asks=21)])
    unmet = unmet_of(some)
    assert unmet.enough[0].hours == {JUL: 28}  # 21 and 7 of overhead; a block is 4
    assert "T-03 の2026年7月の稼働を7時間増やせば足ります。" in said(unmet)


def test_hours_of_several_months_stand_beside_their_months() -> None:
    some = problem([talent("T-03", free=8)], [line("R-12/2")])
    assert said(unmet_of(some).enough[0]) == (
        "T-03 の稼働を2026年7月に3時間、2026年8月に3時間増やせば足ります。"
    )


def test_hours_of_many_months_are_summed() -> None:
    months = window(Month("2026-07"), 9)
    some = problem(
        [talent("T-03", free=dict.fromkeys(months, 4))],
        [line("R-12/2", asks=dict.fromkeys(months, 36))],
        months=months,
    )
    assert said(unmet_of(some).enough[0]) == (
        "T-03 の稼働を2026年7月から2027年3月までの9か月で合わせて72時間増やせば足ります。"
    )


def test_a_place_more() -> None:
    some = problem(
        [talent("T-03", municipalities_at_once=1)],
        [line("R-1/1", municipalities=(UEDA,)), line("R-2/1")],
    )
    unmet = unmet_of(some, works("R-1/1", "T-03", 20, 20))
    assert "候補の T-03 は、同じ月に担当できる1市区町村に達しています。" in said(unmet)
    assert said(unmet.enough[0]) == ("T-03 が同じ月に担当できる市区町村を2つまでにすれば足ります。")


def test_a_skill_an_exclusion_a_decline_a_contract() -> None:
    cases = {
        "T-03 のスキル「cloud」がレベル3になれば足ります。": problem(
            [talent("T-03", skills={"cloud": 2})], [line("R-1/1", skills={"cloud": 3})]
        ),
        "T-03 をこの市区町村の担当から外す設定をやめれば足ります。": problem(
            [talent("T-03", excluded=(MATSUMOTO,))], [line("R-1/1")]
        ),
        "辞退の記録がある T-03 にもう一度たずね、引き受けてもらえれば足ります。": problem(
            [talent("T-03")], [line("R-1/1")], bars=(bar("R-1/1", "T-03"),)
        ),
        "T-03 の契約を2026年8月までにすれば足ります。": problem(
            [talent("T-03", contract_until=JUL)], [line("R-1/1", minimum_percent=80)]
        ),
    }
    for sentence, some in cases.items():
        unmet = unmet_of(some)
        assert said(unmet.enough[0]) == sentence
        assert said(unmet).endswith(sentence)
        assert said(unmet.enough[0], "en") in said(unmet, "en")


def test_training_a_nature_a_renewal_an_exclusive_line() -> None:
    fiscal = {"form": "fiscal_year", "contract_from": "2025-10", "contract_until": "2027-03"}
    cases = {
        "T-03 の研修修了（または免除）を2026年7月までに記録すれば足ります。": problem(
            [talent("T-03")], [line("R-1/1")], training_required=True
        ),
        "T-03 の研修修了（または免除）を2026年7月までに記録し、"
        "稼働を2026年7月に3時間、2026年8月に3時間増やせば足ります。": problem(
            [talent("T-03", free=8)], [line("R-1/1")], training_required=True
        ),
        "副業人材も継続（伴走）の業務に従事できる設定（候補は T-03）にすれば足ります。": problem(
            [talent("T-03", form="side_job")], [line("R-1/1")], natures={"side_job": ["advice"]}
        ),
        "T-03 の任用を更新して2026年8月までにすれば足ります。": problem(
            [talent("T-03", **fiscal)],  # type: ignore[arg-type]
            [line("R-1/1")],
        ),
    }
    for sentence, some in cases.items():
        unmet = unmet_of(some)
        assert said(unmet.enough[0]) == sentence
        assert said(unmet).endswith(sentence)
        assert said(unmet.enough[0], "en").endswith("would be enough.")
    asks = [line("R-1/1", exclusive=True), line("R-2/1")]
    unmet = unmet_of(problem([talent("T-03")], asks), works("R-1/1", "T-03", 20, 20))
    assert "候補者は、同じ月に専任の枠を担当しています。" in said(unmet)
    assert said(unmet.enough[0]) == (
        "要請枠 R-1/1 の専任をやめ、T-03 がほかの枠と掛け持ちすれば足ります。"
    )


def test_why_nobody_may_come() -> None:
    vendor = "1000000000000"
    ended = talent(form="fiscal_year", contract_from="2025-04", contract_until="2027-03")
    cases = {
        "候補者の雇用形態では、継続（伴走）の業務に従事できません。": problem(
            [talent(form="side_job")], [line("R-1/1")], natures={"side_job": ["advice"]}
        ),
        "候補者には、求める月までに研修の修了も免除の記録もありません。": problem(
            [talent()], [line("R-1/1")], training_required=True
        ),
        "候補者の任用は2026年3月までで、更新されるまで、求める月に割り当てられません。": problem(
            [ended], [line("R-1/1")]
        ),
        "候補者は、要請に関わる事業者に雇用されています（利益相反）。": problem(
            [talent(employer=vendor)], [line("R-1/1", vendors=(vendor,))]
        ),
    }
    for sentence, some in cases.items():
        assert sentence in said(unmet_of(some))


def test_nobody_waives_a_conflict_of_interest() -> None:
    vendor = "1000000000000"
    some = problem([talent("aya", employer=vendor)], [line("R-1/1", vendors=(vendor,))])
    unmet = unmet_of(some)
    assert (unmet.cause, [e.kind for e in unmet.enough]) == ("conflict", ["talent"])


def test_what_the_need_adds_is_told_with_the_line() -> None:
    need = {"one_person_it": 30, "small": 0, "island": 10}
    some = problem([talent("T-03", free=20)], [line("R-1/1", need=need), line("R-2/1", need=need)])
    explained = explain(some, plan(some, works("R-1/1", "T-03", 20, 20)))
    (unmet,), (why,) = explained.unmet, explained.why
    assert unmet.need == why.need == need
    for told in (unmet, why):
        assert "必要度：一人情シス +30%、離島 +10%。" in said(told)
        assert "Need: One-person IT +30%, Island +10%." in said(told, "en")


def test_travel_is_counted_in_what_is_lacking() -> None:
    way = {"line_id": "R-1/1", "talent_id": "T-03", "overhead": {JUL: 4, AUG: 4}}
    some = problem([talent("T-03", free=20)], [line("R-1/1", minimum_percent=100)], pairs=[way])
    unmet = unmet_of(some)
    assert "空きが（移動の2時間を含めて）2026年7月に1時間、2026年8月に1時間足りません" in said(
        unmet
    )
    assert "lacks 1 h in 2026-07 and 1 h in 2026-08, 2 h of travel counted." in said(unmet, "en")


def test_one_more_talent_is_the_last_resort_and_says_what_hours() -> None:
    unmet = unmet_of(problem([], [line("R-1/2", role="engineer", needs_pm=False, asks=31)]))
    assert [change.kind for change in unmet.enough] == ["talent"]
    assert said(unmet) == (
        "202029 の要請枠 R-1/2（エンジニア）は15時間30分が未充足です。"
        "人材プールにエンジニアがいません。"
        "エンジニアがもう1人いて、2026年7月に7時間45分、2026年8月に7時間45分働ければ足ります。"
    )


def test_whoever_serves_a_part_is_in_the_pool_and_the_others_are_spoken_of() -> None:
    agreed = works("R-1/1", "T-03", 20)
    some = problem(
        [talent("T-03", free=20)],
        [line("R-1/1", asks=20, people=2)],
        pins=[agreed.model_copy(update={"hours": {JUL: 20}})],
    )
    unmet = unmet_of(some, *some.pins)
    assert "担当のほかにPMがいません。" in said(unmet)
    assert "Nobody else in the pool is a PM." in said(unmet, "en")
    skilled = some.model_copy(
        update={
            "talents": (some.talents[0], talent("T-04")),
            "lines": (some.lines[0].model_copy(update={"skills": {"AI": 3}}),),
        }
    )
    unmet = unmet_of(skilled, *some.pins)
    assert "求めるスキル（AI レベル3）を満たすPMが担当のほかにいません。" in said(unmet)
    assert "No other PM has the skills asked (AI level 3)." in said(unmet, "en")


def test_one_more_talent_is_trained_and_of_a_form_that_may_do_the_work() -> None:
    forms = {form: ["advice"] for form in ("full_time", "fiscal_year", "part_time")}
    some = problem([], [line("R-1/1")], training_required=True, natures=forms)
    (change,) = unmet_of(some).enough
    assert (change.kind, change.form) == ("talent", "fixed_term")
    assert said(change).startswith("PM（任期付職員）がもう1人いて、")
    assert said(change, "en").startswith("One more PM (fixed-term) with ")


def test_a_pm_comes_first_where_one_is_missing() -> None:
    some = problem([], [line("R-1/1"), line("R-1/2", role="engineer")])
    assert said(unmet_of(some).enough[0]).startswith("先に PM の枠 R-1/1 を充足し、")
    alone = problem([talent("T-03", roles=("engineer",))], [line("R-1/2", role="engineer")])
    assert said(unmet_of(alone)).endswith(
        "この要請には PM の枠がありません。"
        "要請に PM の枠を加えるか、市区町村に PM を置けば足ります。"
    )


def test_several_municipalities_are_counted() -> None:
    some = problem([], [line("R-1/1", municipalities=(MATSUMOTO, UEDA))])
    assert said(unmet_of(some)).startswith(
        "202029 ほか1市区町村（共同の要請）の要請枠 R-1/1（PM）は"
    )


@pytest.mark.parametrize("seed", range(40))
def test_every_sentence_carries_its_hours_and_ids(seed: int) -> None:
    some = some_problem(seed)
    for unmet in explain(some, plan_of(some, greedy(some))).unmet:
        assert unmet.line_id in said(unmet)
        assert f"{spoken(unmet.hours)}が未充足です" in said(unmet)
        assert said(unmet, "en").startswith(decimal(unmet.hours))
        assert sum(unmet.by_month.values()) == unmet.hours
        for change in unmet.enough:
            assert said(change).endswith("足ります。")
            assert said(change, "en").endswith("enough.") or change.kind in ("people", "decline")
            if change.talent_id:
                assert change.talent_id in said(change)
                assert change.talent_id in said(change, "en")
            for month, hours in change.hours.items():
                assert label(month) in said(change)
                assert spoken(hours) in said(change)


def test_without_time_there_are_causes_and_no_changes() -> None:
    some = some_problem(7)
    explained = explain(some, plan_of(some, greedy(some)), seconds=0.0)
    assert explained.unmet
    assert all(u.causes and u.funnel and not u.enough for u in explained.unmet)


def test_an_explained_plan_is_the_same_plan_and_survives_json() -> None:
    some = some_problem(7)
    made = plan_of(some, greedy(some))
    explained = explain(some, made)
    assert explained.model_copy(update={"unmet": (), "why": ()}) == made
    assert Plan.model_validate_json(explained.model_dump_json()) == explained


def test_no_valid_answer_is_explained_away() -> None:
    some = problem([talent()], [line()])
    none = Plan(pool_id=some.pool_id, months=some.months, status=Status.UNKNOWN, method="none")
    assert explain(some, none) == none
