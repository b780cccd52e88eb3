"""Problems, plans and sheets that are planned as files."""

OFFLINE: dict[str, str] = {
    "solve_searching": "searching",
    "solve_explaining": "explaining…",
    "check_faults": "✕ {count} faults",
    "check_fine": "✓ checked: no faults",
    "offline_no_plan": "{status:status}",
    "offline_fails_check": "the plan fails its check: {fault}",
    "plan_to_another_xlsx": "the third file, {file}, is the plan to write: name another .xlsx file",
    "plan_was_written": "✓ Wrote {file}.",
    "which_pool": "which pool? give --pool, such as --pool 20",
}
