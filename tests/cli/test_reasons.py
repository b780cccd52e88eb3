"""Why a line is unmet and why this person: what the pages of `show` say and their JSON carries."""

import json
from pathlib import Path
from typing import Any

from application.queries.match import whys_of
from matcher.explain import explain, why_not
from models.ids import LineId, TalentId
from service.cli.show import reasons
from tests import make
from tests.cli.conftest import Talentpool
from tests.cli.stock import SERVED, UNMET
from tests.matcher.make_problem import line, plan, problem, talent, works
from wording import Words
from wording import explain as explain_in_words


def said(lines: Any) -> Any:
    return "\n".join(text.plain for text in lines)


def test_an_unmet_line_shows_who_is_left_after_each_rule_and_its_price(
    stocked: Path, talentpool: Talentpool
) -> None:
    shown = talentpool("show", "request", UNMET).out

    assert "候補：人材1人 → " in shown
    assert "0人" in shown
    english = talentpool("show", "request", UNMET, "--lang", "en").out
    assert "Candidates: 1 talent → " in english


def test_every_change_that_is_enough_is_shown_not_only_the_first() -> None:
    some = problem([talent("aya", free=8)], [line("R1/1", need={"island": 10})])
    (unmet,) = explain(some, plan(some)).unmet
    assert len(unmet.enough) > 1

    class Places:
        def name(self, code: Any) -> Any:
            return {"202029": "松本市"}.get(code, code)

    shown = said(reasons.of_unmet(unmet, Words("ja", Places())))

    assert shown.startswith("  松本市の要請枠 R1/1（PM）は10時間が未充足です。")
    assert "必要度：離島 +10%。" in shown
    assert "候補：人材1人 → 時間の空き 0人" in shown
    for change in unmet.enough:
        assert explain_in_words.remedy(Words(), change) in shown


def test_a_match_shows_a_sentence_for_each_other_candidate_and_counts_the_rest() -> None:
    names = [f"t{at}" for at in range(5)]
    some = problem([talent(name) for name in names], [line("R1/1")])
    why = why_not(
        some, plan(some, works("R1/1", "t0", 20, 20)), LineId("R1/1"), TalentId("t0"), most=3
    )

    shown = said(reasons.of_match(why, Words("ja")))

    assert "ほかの候補\n  t1 が代わっても評価は同じです。\n" in shown
    assert shown.endswith("ほかに1人")
    assert said(reasons.of_match(why, Words("en"))).endswith("and 1 more")


def test_the_json_of_a_match_carries_why_and_why_not_as_data(
    stocked: Path, talentpool: Talentpool
) -> None:
    document = json.loads(talentpool("show", "match", f"{SERVED}/1", "--json").out)

    [why] = document["why"]
    assert {"points", "candidates", "why_not", "others", "need", "text"} <= set(why)


def test_a_match_that_the_newest_plan_does_not_know_has_no_reason() -> None:
    match = make.match("R1/1", "ben")
    some = problem([talent("aya")], [line("R1/1")])
    made = plan(some, works("R1/1", "aya", 20, 20))

    assert whys_of(some, made, match) == ()
    assert whys_of(None, None, match) == ()
