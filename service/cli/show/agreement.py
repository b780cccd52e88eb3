"""What a match rests on: who has answered, on which terms, and what speaks against it."""

from collections.abc import Iterable, Iterator

from rich.text import Text

from application.views.agreement import (
    accepted_in_part,
    is_asked,
    needs_attention,
    talent_has_accepted,
)
from models.changes import Change
from models.match import Match
from wording import labels
from wording.words import Words


def answers(match: Match, words: Words) -> str:
    """`人材：承諾・佐久市：未回答・松本市：承諾`; empty for a draft and after an end."""
    if not is_asked(match):
        return ""
    said = [(labels.side("talent", words.lang), talent_has_accepted(match))]
    accepted = match.accepted_places
    said += [(words.reader.places.name(code), code in accepted) for code in match.places]
    colon, comma = ("：", "・") if words.lang == "ja" else (": ", ", ")
    return comma.join(
        f"{who}{colon}{words('answer_accepted' if yes else 'answer_open')}" for who, yes in said
    )


def progress(match: Match, words: Words) -> str:
    """`（市町村 1／2）` where some municipalities of a joint request have still to answer."""
    found = accepted_in_part(match)
    return words("accepted_in_part", done=found[0], asked=found[1]) if found else ""


def state_label(state: str, words: Words, *, pinned: bool) -> str:
    """`○提案中`, and whether it is fixed by hand."""
    fixed = words("fixed_by_hand") if pinned else ""
    return labels.state(state, words.lang) + fixed


def state(match: Match, words: Words) -> str:
    """`●双方承諾・固定`, how many towns have accepted, and whether to look at it."""
    label = state_label(match.state, words, pinned=match.fixed_by_hand)
    look = words("to_be_looked_at") if needs_attention(match) else ""
    return label + progress(match, words) + look


def cause(match: Match, words: Words) -> str:
    """`利害関係がある` or `承諾の後で条件が変わった…`: why to look at it, in a few words."""
    if match.asked_again:
        return labels.reason("asked_again", words.lang)
    return _joined([labels.contradiction(code, words.lang) for code in match.contradictions], words)


def to_look_at(matches: Iterable[Match], words: Words) -> Iterator[Text]:
    """The matches that need a look, with the command that says what can be done; or nothing."""
    found = [match for match in matches if needs_attention(match)]
    if not found:
        return
    yield Text(words("look_at_title"), style="bold")
    for match in found:
        yield Text(f"△ {match.line_id} ← {match.talent_id}　{cause(match, words)}")
        yield Text(f"    talentpool show match {match.match_id}")
    yield Text("")


def changed_since(match: Match, words: Words) -> list[str]:
    """What was agreed and is no longer so: `市区町村：長野市 → 飯山市`."""
    then, now = match.agreed_terms, match.terms
    if then is None or now is None:
        return []
    before, after = then.model_dump(mode="json"), now.model_dump(mode="json")
    return [
        words.say(Change(field=name, before=before[name], after=after[name]).phrase)
        for name in then.differing(now)
    ]


def attention(match: Match, words: Words) -> Iterator[str]:
    """What a coordinator should know of the agreement, and what can be done."""
    changed = changed_since(match, words)
    if match.asked_again:
        what = _joined(changed, words) or _unseen(match, words)
        yield words("terms_changed_after_acceptance", what=what)
        yield f"  {words('ask_again')}"
        yield f"    talentpool decide accept {match.match_id} --by talent"
    elif match.live and changed:
        yield f"  {words('changed_since_accepted', what=_joined(changed, words))}"
    if not match.contradictions:
        return
    facts = [labels.contradiction(code, words.lang) for code in match.contradictions]
    yield words("facts_speak_against", facts=_joined(facts, words))
    yield f"  {words('match_stands')}"
    for command, code in _ways_out(match):
        yield f"    {command}  # {words(code)}"


def _unseen(match: Match, words: Words) -> str:
    """What has changed where the terms are as they were agreed: the hours; or they came back."""
    back = match.reason in {"terms_changed", "retitled"}
    return words("changed_back" if back else "changed_hours")


def _ways_out(match: Match) -> Iterator[tuple[str, str]]:
    """Commands, and the code of what each is good for."""
    id_, pool = match.match_id, match.pool_id
    request = match.line_id.rpartition("/")[0]
    if match.agreed:
        yield f"talentpool decide retract {id_} --by talent", "way_retract"
    elif match.fixed_by_hand:
        yield f"talentpool decide unpin {id_}", "way_unpin"
    yield f"talentpool decide cancel {id_}", "way_cancel"
    yield f"talentpool show request {request} --pool {pool}", "way_see_request"
    yield f"talentpool show talent {match.talent_id} --pool {pool}", "way_see_talent"


def _joined(texts: list[str], words: Words) -> str:
    return ("、" if words.lang == "ja" else "; ").join(texts)
