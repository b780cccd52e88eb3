"""Every coded word as people read it, in Japanese and English: one table of words for all rooms.

The codes are those of the enumerations in models/ and matcher/; an unknown code is its own label.
"""

from collections.abc import Mapping
from typing import Literal

from wording.match_reasons import REASONS

Lang = Literal["ja", "en"]
Words = Mapping[str, tuple[str, str]]

ROLES: Words = {
    "producer": ("プロデューサー", "Producer"),
    "pm": ("プロジェクトマネージャー", "Project manager"),
    "engineer": ("エンジニア・サービスデザイナー", "Engineer and service designer"),
}
#: For table cells and chips.
SHORT_ROLES: Words = {
    "producer": ("プロデューサー", "Producer"),
    "pm": ("PM", "PM"),
    "engineer": ("エンジニア・SD", "Engineer/SD"),
}
NATURES: Words = {
    "continuous": ("継続（伴走）", "Continuous (hands-on)"),
    "project": ("単発", "One-off project"),
    "advice": ("助言", "Advice"),
}
FORMS: Words = {
    "full_time": ("常勤職員", "Full-time"),
    "fixed_term": ("任期付職員", "Fixed-term"),
    "fiscal_year": ("会計年度任用職員", "Fiscal-year appointment"),
    "part_time": ("非常勤職員", "Part-time"),
    "secondment": ("出向", "Secondment"),
    "side_job": ("副業人材", "Side job"),
    "contract": ("委託", "Outsourcing"),
}
#: States of a match.
STATES: Words = {
    "drafted": ("下書き", "Drafted"),
    "proposed": ("提案中", "Proposed"),
    "accepted_by_talent": ("人材承諾", "Accepted by talent"),
    "accepted_by_municipality": ("市町村承諾", "Accepted by municipality"),
    "confirmed": ("双方承諾", "Confirmed"),
    "declined": ("辞退", "Declined"),
    "withdrawn": ("取下げ", "Withdrawn"),
    "cancelled": ("取消", "Cancelled"),
}
#: A sign before the state's word, so that a state is never shown by colour alone.
MARKS: Mapping[str, str] = {
    "drafted": "…",
    "proposed": "○",
    "accepted_by_talent": "◐",
    "accepted_by_municipality": "◑",
    "confirmed": "●",
    "declined": "×",
    "withdrawn": "−",
    "cancelled": "×",
}
SIDES: Words = {
    "talent": ("人材", "Talent"),
    "municipality": ("市町村", "Municipality"),
}
VERBS: Words = {
    "release": ("提案する", "Release"),
    "accept": ("承諾する", "Accept"),
    "decline": ("辞退する", "Decline"),
    "cancel": ("取り消す", "Cancel"),
    "pin": ("固定する", "Pin"),
    "unpin": ("固定を外す", "Unpin"),
    "retract": ("承諾を取り消す", "Take an acceptance back"),
    "recall": ("下書きに戻す", "Back to a draft"),
    "end": ("途中で終える", "End from a month on"),
    "resume": ("終えた月を元に戻す", "Take an end back"),
    "unbar": ("もう一度提案できるようにする", "May be offered again"),
}
DECLINE_REASONS: Words = {
    "this_line": ("この要請枠は受けない", "Not this demand line"),
    "this_municipality": ("この市町村は受けない", "Not this municipality"),
    "hours": ("時間が足りない", "Not enough hours"),
    "later": ("この月は受けない", "Not in these months"),
}
#: Which kind of answer a plan is.
STATUSES: Words = {
    "optimal": ("これより良い計画はない（検算済み）", "Optimal (verified)"),
    "feasible": ("検算済みの計画", "Feasible (verified)"),
    "infeasible": ("守れない決まりがある", "Infeasible"),
    "unknown": ("時間内に計画が作れなかった", "Unknown"),
}
REQUEST_STATUSES: Words = {
    "open": ("募集中", "Open"),
    "withdrawn": ("取下げ", "Withdrawn"),
}
TALENT_STATUSES: Words = {
    "active": ("在籍", "Active"),
    "left": ("離任", "Left"),
}
URGENCIES: Words = {
    "1": ("普通", "Normal"),
    "2": ("急ぐ", "Soon"),
    "3": ("至急", "Pressing"),
}
TRAINING_WAIVERS: Words = {
    "former_official": ("自治体OB・OG", "Former municipal official"),
    "done_elsewhere": ("他で受講済み", "Trained elsewhere"),
    "urgent": ("緊急", "Urgent"),
}
#: 必要度の内訳.
NEED_PARTS: Words = {
    "one_person_it": ("一人情シス", "One-person IT"),
    "no_service": ("デジタル未実装", "No digital service yet"),
    "small": ("小規模", "Small"),
    "island": ("離島", "Island"),
    "unserved": ("支援が長く届いていない", "Long unserved"),
}
#: Why hours of a line stay unmet.
CAUSES: Words = {
    "no_role": ("この役割の人材がいない", "Nobody holds the role"),
    "no_skill": ("スキルを満たす人材がいない", "Nobody has the skills"),
    "no_nature": ("雇用形態で従事できない業務", "Not a work for their employment form"),
    "no_contract": ("契約期間の外", "Outside the contracts"),
    "no_training": ("研修が済んでいない", "Not trained yet"),
    "conflict": ("利害関係がある", "Conflict of interest"),
    "excluded": ("除外されている", "Excluded at the municipality"),
    "declined": ("辞退されている", "Declined"),
    "hours_full": ("時間の空きがない", "No free hours"),
    "exclusive": ("専任の枠", "An exclusive posting"),
    "too_many_places": ("担当市町村数の上限", "Serving as many municipalities as allowed"),
    "other_rule": ("ほかの条件を満たさない", "Another rule is not met"),
    "no_pm": ("PMが付かない", "No project manager on the request"),
    "people_limit": ("人数の上限", "Limit of people on the line"),
    "not_worth": ("他の要請を優先した", "Another use of the hours scores higher"),
    "unexplained": ("理由をまとめられない", "No explanation"),
}
#: Facts that speak against a match although somebody has given their word.
CONTRADICTIONS: Words = {
    "skill": ("人材に必要なスキルがない", "the talent lacks skills asked for"),
    "nature": ("雇用形態で従事できない業務", "not a work for the talent's employment form"),
    "training": ("研修が済んでいない", "the talent is not trained by then"),
    "excluded": ("市区町村が人材の除外先", "the talent serves none of these municipalities"),
    "conflict": ("利害関係がある", "a conflict of interest"),
    "declined": ("人材が辞退した先", "the talent has declined it elsewhere"),
    "no_pm": ("同じ要請にPMがいない", "no project manager on the request"),
}
TERMS: Words = {
    "served": ("充足時間", "Hours served"),
    "coverage": ("行き渡り", "Coverage"),
    "stability": ("据え置き", "Stability"),
    "fit": ("適合", "Fit"),
    "producer": ("プロデューサー", "Producer cover"),
    "balance": ("負担の平準化", "Load balance"),
}
YES_NO: Words = {
    "yes": ("はい", "yes"),
    "no": ("いいえ", "no"),
}

#: The tables by the names that messages and fields use for them.
TABLES: Mapping[str, Words] = {
    "roles": ROLES,
    "natures": NATURES,
    "forms": FORMS,
    "urgencies": URGENCIES,
    "request_statuses": REQUEST_STATUSES,
    "statuses": {**REQUEST_STATUSES, **TALENT_STATUSES},
    "talent_statuses": TALENT_STATUSES,
    "training_waivers": TRAINING_WAIVERS,
    "decline_reasons": DECLINE_REASONS,
    "yes_no": YES_NO,
}

SAMPLE = ("（見本）", " (sample)")


def _word(words: Words, code: str, lang: Lang) -> str:
    pair = words.get(str(code))
    return pair[lang == "en"] if pair else str(code)


def role(code: str, lang: Lang = "ja", *, short: bool = False) -> str:
    """役割; `short` for table cells."""
    return _word(SHORT_ROLES if short else ROLES, code, lang)


def nature(code: str, lang: Lang = "ja") -> str:
    """業務の性質."""
    return _word(NATURES, code, lang)


def form(code: str, lang: Lang = "ja") -> str:
    """雇用形態."""
    return _word(FORMS, code, lang)


def state(code: str, lang: Lang = "ja", *, mark: bool = True) -> str:
    """状態 of a match, with its sign: `○提案中`."""
    word = _word(STATES, code, lang)
    if not mark or code not in MARKS:
        return word
    return f"{MARKS[code]} {word}" if lang == "en" else f"{MARKS[code]}{word}"


def side(code: str, lang: Lang = "ja") -> str:
    """Who answers for a match."""
    return _word(SIDES, code, lang)


def verb(code: str, lang: Lang = "ja") -> str:
    """What a person does to a match; the words of a button."""
    return _word(VERBS, code, lang)


def decline_reason(code: str, lang: Lang = "ja") -> str:
    """辞退の理由."""
    return _word(DECLINE_REASONS, code, lang)


def status(code: str, lang: Lang = "ja") -> str:
    """Which kind of answer a plan is."""
    return _word(STATUSES, code, lang)


def request_status(code: str, lang: Lang = "ja") -> str:
    """Whether a request is open."""
    return _word(REQUEST_STATUSES, code, lang)


def talent_status(code: str, lang: Lang = "ja") -> str:
    """Whether a talent is in the pool."""
    return _word(TALENT_STATUSES, code, lang)


def urgency(level: int, lang: Lang = "ja") -> str:
    """緊急度, 1 to 3."""
    return _word(URGENCIES, str(level), lang)


def cause(code: str, lang: Lang = "ja") -> str:
    """未充足の原因."""
    return _word(CAUSES, code, lang)


def training_waiver(code: str, lang: Lang = "ja") -> str:
    """研修免除の理由."""
    return _word(TRAINING_WAIVERS, code, lang)


def need_part(code: str, lang: Lang = "ja") -> str:
    """A part of 必要度."""
    return _word(NEED_PARTS, code, lang)


def reason(code: str, lang: Lang = "ja") -> str:
    """Why a match changed last."""
    return _word(REASONS, code, lang)


def contradiction(code: str, lang: Lang = "ja") -> str:
    """A fact that speaks against an agreement."""
    return _word(CONTRADICTIONS, code, lang)


def term(code: str, lang: Lang = "ja") -> str:
    """A term of the objective."""
    return _word(TERMS, code, lang)


def yes_no(value: bool, lang: Lang = "ja") -> str:
    """はい or いいえ."""
    return _word(YES_NO, "yes" if value else "no", lang)


def titled(title: str, lang: Lang = "ja", *, sample: bool = False) -> str:
    """A title as it is shown: a sample says so beside it."""
    return f"{title}{SAMPLE[lang == 'en']}" if sample else title
