"""Months and fiscal years as sentences say them."""

from models.months import Month, fiscal_year

#: First year of 令和 minus one: 令和8年 is 2026.
REIWA = 2018


def fiscal_label(month: Month) -> str:
    """`令和8年度（2026年度）`."""
    year = fiscal_year(month)
    return f"令和{year - REIWA}年度（{year}年度）"


def label(month: Month) -> str:
    """`2026年7月`."""
    return f"{int(month[:4])}年{int(month[5:])}月"
