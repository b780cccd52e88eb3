"""What is said of a pool's settings."""

CONFIGURING: dict[str, str] = {
    "settings_changed_again": (
        "戻そうとしたところが、その後また変わっています（{names}）。何も書き込んでいません。"
        "それでよければ --if-still を外してください"
    ),
    "settings_of_pool": "プール{pool_id}",
    "settings_of_pool_set": "✓ プール{pool_id}の設定を変更しました。",
    "settings_of_pool_would_change": (
        "プール{pool_id}の設定はこう変わります（まだ書き込んでいません）。"
    ),
    "settings_of_pool_same": "プール{pool_id}の設定に変更はありません。",
    "settings_of_pool_shown": "プール{pool_id}の設定（第{revision}版）",
    "settings_of_pool_default": "プール{pool_id}の設定（初期値）",
    "weight_served_cut": (
        "※ 重み served は大きすぎるため、1単位の値を上限で計算しています。{most:number} 以下"
        "にしてください"
    ),
}
