"""What amendments and other statements say of themselves."""

AMENDING: dict[str, str] = {
    "change": "{field:field}：{before} → {after}",
    "change_month": "{field:field}・{month:month}：{before} → {after}",
    "change_line": "要請枠{line}・{field:field}：{before} → {after}",
    "change_line_month": "要請枠{line}・{field:field}・{month:month}：{before} → {after}",
    "nothing": "なし",
    "line_in_short": "{role:role} {hours:grouped}時間",
    "line_unknown": "要請枠 {line} はありません（あるのは {lines}）",
    "line_there_already": "要請枠 {line} はもうあります。元に戻す必要はありません",
    "talent_has_no_lines": "人材に要請枠はありません。2026-12=24 のように書いてください",
    "which_line": "要請枠が{count}つあります。{first}:2026-12=24 のように番号を付けてください",
    "hours_too_few": (
        "{month:month}は {has:grouped} 時間なので、{less:grouped} 時間は減らせません"
    ),
    "member_unknown": "{field:field}に「{member}」はありません",
    "set_without_value": "--set {text}：項目=値 と書いてください（例 urgency=3）",
    "field_of_one_value": "{field:field}（{field}）は一つの値です。{field}=値 と書いてください",
    "hours_of_months_unreadable": (
        "時間「{text}」が読めません。2026-12=24 か、要請枠の番号を付けて 2:2026-12=24 と書い"
        "てください"
    ),
    "restore_line_unreadable": (
        '--restore-line {text}：元に戻すコマンドの枠をそのまま貼ってください（例 "2: {example}"）'
    ),
    "changed_again_since_undo": (
        "戻そうとしたところが、その後また変わっています。何も書き込んでいません（今戻すとこう"
        "なります：{changes}）。それでよければ --if-still を外してください"
    ),
    "no_name_kept": "この人の氏名はまだ保存されていません。--name も付けてください",
    "amended": "✓ {id} を変更しました。",
    "amended_not_yet": "{id} はこう変わります（まだ書き込んでいません）。",
    "amended_nothing": "{id} に変更はありません。",
    "person_changes": "氏名・連絡先",
    "person_does_not_come_back": "氏名・連絡先は戻りません。もう一度入れてください。",
    "skill_nobody_has": (
        "△ スキル「{skill}」を持つ人材がプールにいません。{perhaps}書き違いなら直してくださ"
        "い。このままなら、そのスキルの人材が登録されるまで配置できません。"
    ),
    "perhaps_skill": "もしかして：{names}。",
    "one_month": "{first:month}",
    "months_to": "{first:month}〜{last:month}",
    "hours_beyond_plan": (
        "△ {when}の{hours:grouped}時間は計画の月（{first:month}〜{last:month}）より先です。"
        "その月が近づくと計画されます。{mend}"
    ),
    "all_hours_beyond_plan": (
        "△ この要請の時間はすべて計画の月（{first:month}〜{last:month}）より先です。その月が"
        "近づくと計画されます。{mend}"
    ),
    "plan_further": (
        "いま計画に入れるには、年月を直すか、計画する月数を増やしてください（{most}か月まで）"
        ": talentpool configure --pool {pool_id} --set horizon={most}"
    ),
    "see_that_months_are_right": (
        "計画できるのは{most}か月先までです。年月に間違いがないか確かめてください"
    ),
    "engineers_without_pm": (
        "△ PMの要請枠がありません。エンジニアにはPMが必要です。市区町村にPMがいれば "
        "--pm-in-place を、いなければPMの枠を足してください。"
    ),
    "training_required": (
        "△ このプールでは研修修了が配置の条件です。修了したら --set trained_from=2026-12、免"
        "除なら --set training_waiver=former_official のように amend talent で記録してくださ"
        "い。"
    ),
    "appointment_ends": (
        "△ 会計年度任用職員の任期は年度末（{until}）までとして計画します。再任用が決まったら"
        " amend talent で --set renewed_until={contract} のように記録してください。"
    ),
    "as_urgency": "{value:urgency}",
    "as_nature": "{value:nature}",
    "as_form": "{value:form}",
    "as_role_name": "{value:role_name}",
    "as_training_waiver": "{value:training_waiver}",
    "as_entity_status": "{value:entity_status}",
    "as_place": "{value:place}",
    "as_yes_no": "{value:yes_no}",
}
