"""What a match rests on: who has answered, on which terms, and what speaks against it."""

from collections.abc import Iterable, Iterator

from rich.text import Text

from models.match import Match, MatchState
from producers.ports import Places
from service.cli.post.changed_words import Changed
from service.cli.show.plan_table import state_label
from wording import labels
from wording.reader import Lang

#: States in which the talent has given its word.
_BY_TALENT = (MatchState.ACCEPTED_BY_TALENT, MatchState.CONFIRMED)


def answers(match: Match, places: Places, lang: Lang) -> str:
    """`人材：承諾・佐久市：未回答・松本市：承諾`; empty for a draft and after an end."""
    if not match.live or match.state is MatchState.DRAFTED:
        return ""
    said = [(labels.side("talent", lang), match.state in _BY_TALENT)]
    accepted = match.accepted_places
    said += [(places.name(code), code in accepted) for code in match.places]
    yes, no = ("承諾", "未回答") if lang == "ja" else ("accepted", "not answered")
    colon, comma = ("：", "・") if lang == "ja" else (": ", ", ")
    return comma.join(f"{who}{colon}{yes if accepts else no}" for who, accepts in said)


def progress(match: Match, lang: Lang) -> str:
    """`（市町村 1／2）` where some municipalities of a joint request have still to answer."""
    if not match.live or len(match.places) < 2 or not match.accepted_by:
        return ""
    done, all_ = len(match.accepted_places), len(match.places)
    if done == all_:
        return ""
    return f"（市町村 {done}／{all_}）" if lang == "ja" else f" ({done} of {all_} towns)"


def needs_attention(match: Match) -> bool:
    """Whether a coordinator should look: it is asked again, or facts speak against it."""
    return match.live and (match.asked_again or bool(match.contradictions))


def state(match: Match, lang: Lang) -> str:
    """`●双方承諾・固定`, how many towns have accepted, and whether to look at it."""
    label = state_label(match.state, pinned=match.fixed_by_hand, lang=lang)
    look = ("・要確認" if lang == "ja" else " (look)") if needs_attention(match) else ""
    return label + progress(match, lang) + look


def cause(match: Match, lang: Lang) -> str:
    """`利害関係がある` or `承諾の後で条件が変わった…`: why to look at it, in a few words."""
    if match.asked_again:
        return labels.reason("asked_again", lang)
    facts = [labels.contradiction(code, lang) for code in match.contradictions]
    return "、".join(facts) if lang == "ja" else "; ".join(facts)


def to_look_at(matches: Iterable[Match], lang: Lang) -> Iterator[Text]:
    """The matches that need a look, with the command that says what can be done; or nothing."""
    found = [match for match in matches if needs_attention(match)]
    if not found:
        return
    yield Text("確認が必要な承諾" if lang == "ja" else "Agreements to look at", style="bold")
    for match in found:
        yield Text(f"△ {match.line_id} ← {match.talent_id}　{cause(match, lang)}")
        yield Text(f"    talentpool show match {match.match_id}")
    yield Text("")


def changed_since(match: Match, places: Places, lang: Lang) -> list[str]:
    """What was agreed and is no longer so: `市区町村：長野市 → 飯山市`."""
    then, now = match.agreed_terms, match.terms
    if then is None or now is None:
        return []
    before, after = then.model_dump(mode="json"), now.model_dump(mode="json")
    return [
        Changed(field=name, before=before[name], after=after[name]).text(places, lang)
        for name in then.differing(now)
    ]


def attention(match: Match, places: Places, lang: Lang) -> Iterator[str]:
    """What a coordinator should know of the agreement, and what can be done."""
    changed = changed_since(match, places, lang)
    id_ = match.match_id
    if match.asked_again:
        if lang == "ja":
            what = "、".join(changed) or _unseen(match, lang)
            yield f"△ 承諾の後で条件が変わりました（{what}）。"
            yield "  もう一度たずね、答えを入れてください："
        else:
            what = "; ".join(changed) or _unseen(match, lang)
            yield f"△ The terms changed after it was accepted ({what})."
            yield "  Ask again, and enter the answers:"
        yield f"    talentpool decide accept {id_} --by talent"
    elif match.live and changed:
        yield (
            f"  承諾したときから変わったこと：{'、'.join(changed)}"
            if lang == "ja"
            else f"  Changed since it was accepted: {'; '.join(changed)}"
        )
    if not match.contradictions:
        return
    facts = [labels.contradiction(code, lang) for code in match.contradictions]
    if lang == "ja":
        yield f"△ 承諾と食い違う事実があります：{'、'.join(facts)}。"
        yield "  割当はそのままです。続けるなら何もしなくてかまいません。ほかにできること："
    else:
        yield f"△ Facts speak against what was agreed: {'; '.join(facts)}."
        yield "  The match stands. To keep it, nothing has to be done. Else:"
    yield from _ways_out(match, lang)


def _unseen(match: Match, lang: Lang) -> str:
    """What has changed where the terms are as they were agreed: the hours; or they came back."""
    if match.reason in {"terms_changed", "retitled"}:
        return (
            "その後、承諾したときと同じに戻りました" if lang == "ja" else "since then, changed back"
        )
    return "時間" if lang == "ja" else "hours"


def _ways_out(match: Match, lang: Lang) -> Iterator[str]:
    id_, line = match.match_id, match.line_id
    request = line.rpartition("/")[0]
    ways = [
        (
            f"talentpool decide cancel {id_}",
            "終わらせて、計画し直す",
            "end it and plan the line anew",
        ),
        (
            f"talentpool show request {request} --pool {match.pool_id}",
            "要請を確かめる（PM、条件、関係する事業者）",
            "see what is asked: PM, terms, vendors",
        ),
        (
            f"talentpool show talent {match.talent_id} --pool {match.pool_id}",
            "人材を確かめる（スキル、除外、雇用元）",
            "see the talent: skills, exclusions, employer",
        ),
    ]
    if match.agreed:
        ways.insert(
            0,
            (
                f"talentpool decide retract {id_} --by talent",
                "承諾を取り消して、たずね直す",
                "take an acceptance back and ask again",
            ),
        )
    elif match.fixed_by_hand:
        ways.insert(
            0,
            (
                f"talentpool decide unpin {id_}",
                "固定を外す",
                "let the plan move it",
            ),
        )
    for command, ja, en in ways:
        yield f"    {command}  # {ja if lang == 'ja' else en}"
