"""What figures are called, wherever they are shown: on pages, in sheets, in columns."""

FIGURES: dict[str, str] = {
    "figure_available": "使える時間",
    "figure_assigned": "割当",
    "figure_travel": "移動",
    "figure_used": "使用（割当＋移動）",
    "figure_free": "空き",
    "figure_load": "稼働率",
    "figure_asked": "要請",
    "figure_served": "充足",
    "figure_unmet": "未充足",
    "figure_served_rate": "充足率",
    "figure_outside": "計画の外",
    "figure_worked": "実績（合意分）",
    "figure_total": "計",
}
