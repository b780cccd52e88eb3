"""Every code that people may meet has its words in both languages."""

from typing import Any

import pytest

from matcher.eligibility.conditions import PAIR_CONDITIONS
from matcher.plan import Cause, Status, Terms
from matcher.planning.contradictions import TAKEN_AWAY
from models.entities import Form, Nature, RequestStatus, Role, TalentStatus
from models.match import DeclineReason, MatchState, Side, Verb
from wording import labels

TABLES = [
    (Role, labels.ROLES),
    (Role, labels.SHORT_ROLES),
    (Nature, labels.NATURES),
    (Form, labels.FORMS),
    (MatchState, labels.STATES),
    (Side, labels.SIDES),
    (Verb, labels.VERBS),
    (DeclineReason, labels.DECLINE_REASONS),
    (Status, labels.STATUSES),
    (RequestStatus, labels.REQUEST_STATUSES),
    (TalentStatus, labels.TALENT_STATUSES),
    (Cause, labels.CAUSES),
]


@pytest.mark.parametrize(("codes", "words"), TABLES)
def test_each_code_has_one_word_in_each_language(
    codes: type[Any], words: dict[str, tuple[str, ...]]
) -> None:
    assert set(words) == {code.value for code in codes}
    for pair in words.values():
        assert all(pair)
    assert len({ja for ja, _ in words.values()}) == len(words)


def test_terms_of_the_objective_have_words() -> None:
    assert set(labels.TERMS) == set(Terms.model_fields)


def test_a_state_carries_its_sign() -> None:
    assert labels.state("proposed") == "○提案中"
    assert labels.state("confirmed", "en") == "● Confirmed"
    assert labels.state("confirmed", mark=False) == "双方承諾"
    assert set(labels.MARKS) == set(labels.STATES)


def test_a_sample_says_so_beside_its_title() -> None:
    assert labels.titled("書かない窓口", sample=True) == "書かない窓口（見本）"
    assert labels.titled("書かない窓口", "en", sample=True) == "書かない窓口 (sample)"
    assert labels.titled("書かない窓口") == "書かない窓口"


def test_an_unknown_code_is_its_own_label() -> None:
    assert labels.cause("not_yet_known") == "not_yet_known"


def test_words_are_found_for_enumerations_and_plain_codes_alike() -> None:
    assert labels.role(Role.PM) == labels.role("pm") == "プロジェクトマネージャー"
    assert labels.role("pm", short=True) == "PM"
    assert labels.urgency(3) == "至急"
    assert labels.yes_no(True) == "はい"


def test_what_speaks_against_an_agreement_is_every_condition_of_a_pair_in_both_languages() -> None:
    assert {each.name for each in PAIR_CONDITIONS} - {"role"} <= TAKEN_AWAY
    for code in (*TAKEN_AWAY, "no_pm"):
        ja, en = labels.contradiction(code), labels.contradiction(code, "en")
        assert ja != en, f"{code} has no row in CONTRADICTIONS of wording/labels.py"
        assert code not in (ja, en)
