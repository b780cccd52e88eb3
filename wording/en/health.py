"""What is looked at by `doctor`, how to mend it, and what was seen."""

HEALTH: dict[str, str] = {
    "health_settings": "settings",
    "health_settings_mend": "TALENTPOOL_DATABASE is sqlite:///FILE or postgresql://…",
    "health_being_restored": "being restored",
    "health_being_restored_mend": "a restore is at work; wait for `talentpool restore` to end, "
    "then look again",
    "health_store": "store",
    "health_store_mend": "see that the database runs and that --database names it; where its file "
    "is damaged, `talentpool restore` brings a backup back",
    "health_tables": "tables",
    "health_tables_mend": "`talentpool up` brings them up to date",
    "health_restore": "restore",
    "health_restore_mend": "leave the service stopped and run `talentpool restore` again",
    "health_event_log": "event log",
    "health_event_log_mend": "see that Kafka runs and that --kafka names it",
    "health_topics": "topics",
    "health_topics_mend": "`talentpool up` sets them to keep everything",
    "health_lag": "lag: {subject}",
    "health_lag_mend": "`talentpool up` runs the service that takes them",
    "health_outbox": "outbox",
    "health_outbox_mend": "`talentpool up` runs the service that sends them",
    "health_outbox_put_aside": "outbox put aside",
    "health_outbox_put_aside_mend": "raise the broker's max.message.bytes; the next `talentpool "
    "up` sends them",
    "health_pools_not_planned": "pools not planned",
    "health_pools_not_planned_mend": "their last plans stay in force, other pools go on. Undo the "
    "last change or setting and they are planned at once; tell the maintainers the log's "
    "plan.failed",
    "health_dead_letters": "dead letters",
    "health_dead_letters_mend": "`talentpool deadletters list` says why; mend and replay them",
    "health_waiting_decisions": "waiting decisions",
    "health_waiting_decisions_mend": "they are applied once their match is known; after a "
    "restore, run `talentpool restore` again (docs/operations.md)",
    "health_agreements": "agreements",
    "health_agreements_mend": "`talentpool show match ID` says what changed and what can be done",
    "health_solver": "solver",
    "health_solver_mend": "`make clean run` builds the environment anew",
    "health_municipalities": "municipalities",
    "health_municipalities_mend": "`make clean run` builds the environment anew",
    "health_municipality_file": "municipality file",
    "health_municipality_file_mend": "mend the file of TALENTPOOL_MUNICIPALITIES "
    "(docs/operations.md)",
    "health_shapes_file": "shapes of the map",
    "health_shapes_file_mend": "mend the GeoJSON file of TALENTPOOL_MUNICIPALITY_SHAPES, "
    "or leave the setting out",
    "health_clock": "clock",
    "health_clock_mend": "set the clock; when the month turns, `talentpool up` plans anew in a "
    "minute",
    "health_disk": "disk",
    "health_disk_mend": "free at least 1 GB",
    "health_looking": "looking…",
    "no_such_check": "no check begins with {names}; `talentpool doctor --json` lists the names",
    "seen": "{text}",
    "seen_fine": "",
    "seen_not_yet": "not made yet; the first start makes it",
    "seen_number": "{count:number}",
    "seen_some": "{count:number} ({named})",
    "seen_each": "{each}",
    "seen_not_planned": "{pool_id}: {reason}, {tries}x since {since}",
    "seen_months": "{first}–{last}",
    "seen_clock": "it is {now}; the plan of pool {pool_id} begins in {begins}",
    "seen_no_answer": "no answer within {seconds} s",
    "seen_error": "{kind}: {said}",
}
