"""What no log can give back after a restore: who may enter, and the record of who did what.

Both are newer in the store in place than in the backup: whoever was let in no more since stays out,
an old password stays old, and no line of the audit record is lost.
"""

from collections.abc import Iterator, Mapping

#: With the columns that are carried over; the number of a line is given anew.
CARRIED: Mapping[str, tuple[str, ...]] = {
    "accounts": ("account_id", "login", "content"),
    "credentials": ("account_id", "password", "totp", "totp_step", "recovery", "outside"),
    "audit": (
        *("time", "actor", "role", "action", "page"),
        *("pool_id", "kind", "subject", "outcome"),
    ),
}


def carrying_over(here: str, there: str) -> Iterator[str]:
    """SQL of SQLite and PostgreSQL alike. `here`, `there`: what stands before the tables' names.

    A login that the backup knows of another account stays that account's.
    """
    taken = f"SELECT 1 FROM {there}accounts AS b WHERE b.login = a.login"  # noqa: S608 ours
    free = f"NOT EXISTS ({taken} AND b.account_id <> a.account_id)"
    known = f"EXISTS (SELECT 1 FROM {there}accounts AS b WHERE b.account_id = a.account_id)"  # noqa: S608
    for table, where in (("accounts", free), ("credentials", known)):
        columns = CARRIED[table]
        news = ", ".join(f"{each} = excluded.{each}" for each in columns[1:])
        yield (
            f"INSERT INTO {there}{table} ({', '.join(columns)}) "  # noqa: S608
            f"SELECT {', '.join(columns)} FROM {here}{table} AS a WHERE {where} "
            f"ON CONFLICT (account_id) DO UPDATE SET {news}"
        )
    lines = ", ".join(CARRIED["audit"])
    newer = f"SELECT {lines} FROM {here}audit EXCEPT SELECT {lines} FROM {there}audit"  # noqa: S608
    yield f"INSERT INTO {there}audit ({lines}) SELECT {lines} FROM ({newer}) AS n ORDER BY time"  # noqa: S608
