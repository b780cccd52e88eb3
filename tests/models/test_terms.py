"""What was agreed is kept with the match: other terms are asked again, each town for itself."""

from dataclasses import dataclass, field

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.errors import Refused
from models.facts import DecisionMade, MatchChanged
from models.match import DeclineReason, Match, MatchState, Side, Verb
from models.match_decisions import decide
from models.months import Month
from models.terms import Terms, terms_of
from models.worked_hours import turned
from tests import make
from tests.known import known

TOWNS = (make.SAKU, make.MATSUMOTO)
BOTH = known(terms_of(make.request(municipalities=TOWNS), make.match().line_id))
assert BOTH

#: Each is another agreement.
OTHERS = [
    {"municipalities": (make.SAKU,)},
    {"theme": "情報セキュリティ"},
    {"nature": "advice"},
    {"role": "pm"},
    {"skills": {"AI": 5}},
    {"on_site_percent": 100},
    {"exclusive": True},
]
other_terms = st.sampled_from([*OTHERS, {"title": "庁内研修"}, {}]).map(
    lambda change: Terms.model_validate(BOTH.model_dump() | change)  # type: ignore[operator]
)
answers = st.builds(
    lambda verb, side, place: DecisionMade(
        pool_id="20",
        match_id=make.match().match_id,
        verb=verb,
        side=side,
        municipality=place if side is Side.MUNICIPALITY else None,
    ),
    st.sampled_from([Verb.ACCEPT, Verb.RETRACT]),
    st.sampled_from(Side),
    st.sampled_from([None, *TOWNS]),
)


def asked(**given_: object) -> Match:
    return make.match(terms=BOTH, **given_)  # type: ignore[arg-type]


def accept(match: Match, side: Side, place: str | None = None) -> Match:
    return decide(match, answer(match, Verb.ACCEPT, side, place))


def answer(match: Match, verb: Verb, side: Side, place: str | None = None) -> DecisionMade:
    return DecisionMade.model_validate(
        {
            "pool_id": match.pool_id,
            "match_id": match.match_id,
            "verb": verb,
            "side": side,
            "municipality": place,
        }
    )


def confirmed(match: Match) -> Match:
    return accept(accept(match, Side.TALENT), Side.MUNICIPALITY)


@dataclass
class Said:
    """Who has accepted what stands now, told without the match."""

    talent: bool = False
    towns: set[str] = field(default_factory=set)

    def hears(self, step: DecisionMade, places: tuple[str, ...]) -> None:
        yes = step.verb is Verb.ACCEPT
        if step.side is Side.TALENT:
            self.talent = yes
        else:
            named = {step.municipality} if step.municipality else set(places)
            self.towns = self.towns | named if yes else self.towns - named


@given(steps=st.lists(answers | other_terms, max_size=14))
def test_a_match_is_confirmed_only_while_all_have_accepted_the_terms_that_stand(
    steps: list[DecisionMade | Terms],
) -> None:
    match, said = asked(), Said()
    for step in steps:
        before = match
        if isinstance(step, Terms):
            match = match.with_terms(step)
            if before.terms and before.terms.asks_again(step):
                said = Said()
            assert (match == before) is (not before.terms or not before.terms.differing(step))
            assert match.with_terms(step) == match
        else:
            try:
                match = decide(match, step)
            except Refused:
                continue
            said.hears(step, match.places)
            with pytest.raises(Refused):
                decide(match, step)
        assert match.revision == before.revision + (match != before)
        assert set(match.accepted_places) == said.towns
        assert match.pinned is match.agreed is (said.talent or bool(said.towns))
        everybody = said.talent and said.towns == set(match.places)
        assert (match.state is MatchState.CONFIRMED) is everybody
        assert match.places
        if match.agreed:
            assert match.agreed_terms
            assert match.terms
            assert not match.agreed_terms.asks_again(match.terms)


@pytest.mark.parametrize("change", OTHERS)
def test_who_agreed_is_asked_again_about_other_terms(change: dict[str, object]) -> None:
    agreed = confirmed(asked())

    after = agreed.with_terms(Terms.model_validate(BOTH.model_dump() | change))

    assert (after.state, after.reason) == (MatchState.PROPOSED, "asked_again")
    assert after.revision == agreed.revision + 1
    assert (after.pinned, after.asked_again, after.agreed_terms) == (False, True, BOTH)
    assert MatchChanged.of(agreed, after).changed_terms == tuple(change)


def test_another_title_is_told_and_asks_nobody() -> None:
    agreed = confirmed(asked())

    after = agreed.with_terms(BOTH.model_copy(update={"title": "窓口業務の改革"}))

    assert (after.state, after.reason) == (MatchState.CONFIRMED, "retitled")
    assert after.revision == agreed.revision + 1
    assert after.agreed_terms == BOTH


@pytest.mark.parametrize(
    "same",
    [
        {"title": " 窓口業務 改革"},
        {"municipalities": TOWNS[::-1]},
    ],
)
def test_the_same_terms_written_otherwise_change_nothing(same: dict[str, object]) -> None:
    agreed = confirmed(asked())

    assert agreed.with_terms(Terms.model_validate(BOTH.model_dump() | same)) is agreed


def test_a_proposal_rises_with_its_terms_so_that_an_answer_to_the_old_ones_is_refused() -> None:
    seen = asked()
    now = seen.with_terms(BOTH.model_copy(update={"on_site_percent": 100}))
    late = answer(now, Verb.ACCEPT, Side.TALENT).model_copy(update={"seen_revision": seen.revision})

    assert (now.state, now.reason) == (MatchState.PROPOSED, "terms_changed")
    with pytest.raises(Refused, match="match_changed_since"):
        decide(now, late)


def test_in_a_joint_request_each_municipality_answers_for_itself() -> None:
    one = accept(accept(asked(), Side.TALENT), Side.MUNICIPALITY, make.SAKU)
    both = accept(one, Side.MUNICIPALITY, make.MATSUMOTO)

    assert (one.state, one.accepted_places) == (MatchState.ACCEPTED_BY_TALENT, (make.SAKU,))
    assert (both.state, both.accepted_places) == (MatchState.CONFIRMED, TOWNS)


def test_an_answer_that_names_no_municipality_is_that_of_all() -> None:
    assert accept(asked(), Side.MUNICIPALITY).accepted_places == TOWNS


def test_a_municipality_that_was_not_asked_cannot_answer() -> None:
    with pytest.raises(Refused, match="not_its_municipality"):
        accept(asked(), Side.MUNICIPALITY, "202011")


def test_who_takes_an_acceptance_back_is_where_they_were_before() -> None:
    agreed = confirmed(asked())

    one = decide(agreed, answer(agreed, Verb.RETRACT, Side.TALENT))
    none = decide(one, answer(one, Verb.RETRACT, Side.MUNICIPALITY))

    assert one.state is MatchState.ACCEPTED_BY_MUNICIPALITY
    assert (none.state, none.pinned, none.agreed_terms) == (MatchState.PROPOSED, False, None)
    assert not none.asked_again


@pytest.mark.parametrize("reason", DeclineReason)
def test_a_decline_can_be_lifted_once_and_its_match_stays_ended(reason: DeclineReason) -> None:
    ended = asked(state=MatchState.DECLINED, reason=f"declined_{reason}")
    unbar = DecisionMade(pool_id="20", match_id=ended.match_id, verb=Verb.UNBAR)

    lifted = decide(ended, unbar)

    assert (lifted.state, lifted.reason) == (MatchState.DECLINED, "unbarred")
    with pytest.raises(Refused, match="match_bars_nobody"):
        decide(lifted, unbar)


def test_a_skill_typed_in_another_width_or_case_is_the_same_agreement() -> None:
    terms = BOTH.model_copy(update={"skills": {"ai": 2, "クラウド": 3}})
    agreed = make.match(terms=terms, agreed_terms=terms, state=MatchState.CONFIRMED)

    typed = terms.model_copy(update={"skills": {"ｸﾗｳﾄﾞ": 3, "ＡＩ": 2}})
    higher = terms.model_copy(update={"skills": {"ｸﾗｳﾄﾞ": 4, "ＡＩ": 2}})

    assert agreed.with_terms(typed) is agreed
    assert agreed.with_terms(higher).reason == "asked_again"


WINTER = ("2026-12", "2027-01", "2027-02")


def test_an_answer_given_while_the_month_turns_is_taken_for_what_is_left() -> None:
    proposed = asked(state=MatchState.PROPOSED, hours=make.hours(16, WINTER))
    turned_since = turned(proposed, Month("2026-12"), Month("2027-01"))
    yes = answer(proposed, Verb.ACCEPT, Side.TALENT)
    yes = yes.model_copy(update={"seen_revision": proposed.revision})

    after = decide(turned_since, yes)

    assert after.state is MatchState.ACCEPTED_BY_TALENT
    assert after.hours == make.hours(16, WINTER[1:])
    with pytest.raises(Refused, match="match_changed_since"):
        decide(turned(after, Month("2027-01"), Month("2027-02")), yes)
