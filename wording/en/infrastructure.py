"""What log, store and files of the service say."""

INFRASTRUCTURE: dict[str, str] = {
    "file_busy": "{file}: {error}",
    "file_open_elsewhere": (
        "other programs have {file} open ({who}); nothing was restored or changed: "
        "end every talentpool watch, show, doctor, post or sheets, and any "
        "other tool that has the file open, and run it again"
    ),
    "programs_unknown": "it is not known which",
    "file_out_of_reach": (
        "{file} cannot be read or written now ({error}); nothing was restored "
        "or changed: see to its permissions and the space on the disk, and "
        "run it again"
    ),
    "service_runs_already": (
        "a service runs on {file} already (process {process}); stop it first,"
        " or give this one another file"
    ),
    "restore_under_way": (
        "a restore of {file} is under way (process {process}); wait until it has ended"
    ),
    "topic_missing": "topic {topic} does not exist yet",
    "kafka_away": "Kafka at {servers}: {error}",
    "group_in_use": (
        "a service takes the topics as {group} at this moment; stop every service first"
    ),
    "places_file_no_code": "{file}: there is no column code",
    "places_file_column": "{file}: there is no column {column}; known are {known}",
    "places_file_position": "{at}: lat and lon go together",
    "places_file_cells": "{at}: there are more cells than columns",
    "places_file_island": "{at}: island is 1, 0 or empty",
    "places_file_unreadable": "{file}: cannot be read ({error})",
    "shapes_file_unreadable": "{file}: cannot be read as shapes of municipalities (GeoJSON; {error})",
    "shapes_file_none": "{file}: no shape has the code of a known municipality in {names}",
    "shapes_file_large": "{file} is larger than {most} MB: take the prefectures that are needed",
    "places_file_twice": "{at}: {code} stands twice",
    "file_line": "{file}, line {line}",
    "file_damaged_database": (
        "{file} is damaged or no database ({error}); stop the service and give "
        "a backup to `talentpool restore`"
    ),
    "database_slow": "the database answers too slowly: no connection is free",
    "database_away": "the database is away or busy: {error}",
    "backup_damaged": "{file} is damaged: {verdict}",
    "backup_of_others": "{file} is no backup of talentpool",
    "backup_unreadable": "{file} is not a backup: {error}",
    "database_in_memory": (
        "the store needs a file: sqlite:///FILE (a memory database keeps nothing)"
    ),
    "database_url": (
        "the database is neither sqlite:///FILE nor postgresql://USER:PASSWORD@HOST/NAME"
    ),
    "file_is_read": "somebody reads the file: its write-ahead log is still there",
    "person_erased": "{talent_id} was erased; post the person under another id",
    "folder_not_made": "the folder of {file} cannot be made: {error}",
    "restore_unfinished": (
        "the restore begun at {begun} has not ended: matches and decisions "
        "are not all there; where it is under way, wait; where it was broken "
        "off, run `talentpool restore` again"
    ),
    "database_newer": "a newer talentpool wrote this database; use that one: {error}",
    "no_progress": "no progress for {seconds:seconds} s: {what}",
    "problem_months": "has months that are not in order without a gap: {month}",
    "problem_no_line": "names in {part} a line {line_id} that it does not have",
    "problem_no_talent": "names in {part} a talent {talent_id} that it does not have",
    "problem_line_of_request": "has line {line_id}, which is not one of request {request_id}",
    "problem_month_outside": "names in {part} a month outside: {month}",
    "problem_pair_twice": "has a pair twice in {part}",
    "problem_line_twice": "has line {id} twice",
    "problem_talent_twice": "has talent {id} twice",
    "match_not_known_yet": "pool {pool_id} has no match {match_id} yet",
    "request_not_known_yet": "pool {pool_id} has no request of match {match_id} yet",
    "talent_not_known_yet": "pool {pool_id} has no talent of match {match_id} yet",
    "same_version_came_first": (
        "another plan of this version came first and changed the same matches"
    ),
}
