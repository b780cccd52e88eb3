"""Problems, plans and sheets that are planned as files."""

OFFLINE: dict[str, str] = {
    "solve_searching": "配置計画を探しています",
    "solve_explaining": "理由をまとめています…",
    "check_faults": "✕ 誤りが{count}件あります",
    "check_fine": "✓ 検算しました。誤りはありません",
    "offline_no_plan": "{status:status}",
    "offline_fails_check": "検算に合いません：{fault}",
    "plan_to_another_xlsx": "書き出す先 {file} は、入力とは別の .xlsx ファイルにしてください",
    "plan_was_written": "✓ {file} を作りました。",
    "which_pool": "どの人材プールか分かりません。--pool 20 のように都道府県コードを付けてください",
}
