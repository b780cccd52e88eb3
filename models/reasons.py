"""Why a match changed last, in words; the codes are those that match events carry."""

REASONS: dict[str, tuple[str, str]] = {
    "planned": ("計画に入った", "planned"),
    "hours_replanned": ("時間が変わった", "hours replanned"),
    "replanned": ("計画から外れた", "left the plan"),
    "month_over": ("月が過ぎた", "the month is over"),
    "no_longer_fits": ("条件に合わなくなった", "no longer fits"),
    "released": ("提案した", "released"),
    "accepted_by_talent": ("人材が承諾した", "accepted by the talent"),
    "accepted_by_municipality": ("市町村が承諾した", "accepted by the municipality"),
    "declined_this_line": ("辞退：この要請枠は受けない", "declined: not this demand line"),
    "declined_this_municipality": (
        "辞退：この市町村は受けない",
        "declined: not this municipality",
    ),
    "declined_hours": ("辞退：時間が足りない", "declined: not enough hours"),
    "declined_later": ("辞退：この月は受けない", "declined: not in these months"),
    "cancelled_by_coordinator": ("取り消した", "cancelled by the coordinator"),
    "pinned": ("固定した", "fixed by hand"),
    "request_withdrawn": ("支援要請が取り下げられた", "the request was withdrawn"),
    "talent_left": ("人材が離任した", "the talent left"),
    "unpinned": ("固定を外した", "no longer fixed by hand"),
    "accepted_by_one_municipality": (
        "市町村の1つが承諾した",
        "accepted by one of the municipalities",
    ),
    "retracted_by_talent": ("人材が承諾を取り消した", "the talent took the acceptance back"),
    "retracted_by_municipality": (
        "市町村が承諾を取り消した",
        "the municipality took the acceptance back",
    ),
    "recalled": ("下書きに戻した", "back to a draft"),
    "unbarred": ("もう一度提案できるようにした", "may be offered again"),
    "terms_changed": ("条件が変わった", "the terms changed"),
    "asked_again": (
        "承諾の後で条件が変わった。もう一度たずねる",
        "the terms changed after it was accepted; asked again",
    ),
    "retitled": ("件名が変わった", "the title changed"),
    "line_removed": ("要請枠がなくなった", "the demand line was removed"),
    "contradicted": ("承諾と食い違う事実がある", "facts speak against what was agreed"),
    "not_contradicted": ("承諾との食い違いがなくなった", "nothing speaks against it any more"),
}
