"""`erase talent`: a person is forgotten for good, and said what that came to."""

from typing import Annotated

import typer

from infra.file_permissions import keep_private, note_erasure
from infra.store.engine import database_url
from models.errors import Mistake
from models.ids import TalentId
from service.cli.app import DatabaseOption, JsonOption, LangOption, PoolOption, out
from service.cli.app import run as run_async
from service.cli.app import settings as read_settings
from service.cli.choosing import pool
from service.cli.frame.printing import say_json
from service.cli.operations.backup import YesOption, ask
from service.wiring import opened_store


def erase_talent(
    talent_id: Annotated[str, typer.Argument(metavar="TALENT", help="Its id.")],
    *,
    yes: YesOption = False,
    pool_: PoolOption = None,
    database: DatabaseOption = None,
    json_: JsonOption = False,
    lang: LangOption = "ja",
) -> None:
    """Erase name, mail and note of a talent for good, with every dead letter that holds them; plans
    and matches keep the id. An older backup does not bring the person back.

    人材の氏名・連絡先・メモを完全に消去します。それを含む取り込めなかった記録の中身も消します。
    計画とマッチにはIDだけが残ります。古い控えから復元しても戻りません。

    Example: talentpool erase talent T-10 --pool 20 --yes
    """
    settings = read_settings(database, log_level="warning")
    ask(
        f"{talent_id} の氏名・連絡先・メモを消去します。元に戻せません。",
        f"Name, mail and note of {talent_id} are erased; nothing undoes it.",
        lang,
        yes=yes,
    )

    async def work() -> tuple[str, bool, int]:
        async with opened_store(settings) as (store, places):
            pool_id = await pool(pool_, store, places)
            talent = TalentId(talent_id)
            known = await store.person(pool_id, talent)
            if not known and not await store.talent(pool_id, talent):
                raise Mistake(
                    f"人材 {talent_id} はプール {pool_id} にありません"
                    f" / pool {pool_id} has no talent {talent_id}"
                )
            note_erasure(settings.embedded_file, pool_id, talent_id)
            done = await store.erase(pool_id, talent)
            return pool_id, done.known, done.letters

    pool_id, known, letters = run_async(work())
    keep_private(settings.embedded_file)
    if json_:
        document = {
            "pool_id": pool_id,
            "talent_id": talent_id,
            "known": known,
            "dead_letters": letters,
        }
        say_json(document)
        return
    postgres = database_url(settings.database).get_backend_name() != "sqlite"
    lines = (
        [
            f"✓ {talent_id} の氏名・連絡先・メモを消去しました。"
            if known
            else f"✓ {talent_id} の氏名は保存されていません。消去済みとして記録しました。",
            f"  中身を消した取り込めなかった記録：{letters}件",
            "  データベースのファイルから消しました（空き領域と書き込みログも）。古い控えから"
            "復元しても戻りません。",
        ]
        if lang == "ja"
        else [
            f"✓ Erased name, mail and note of {talent_id}."
            if known
            else f"✓ No name was kept of {talent_id}; noted as erased.",
            f"  dead letters whose bytes went: {letters}",
            "  The bytes are out of the database's files, and no older backup brings them back.",
        ]
    )
    if postgres:
        lines.append(
            "  PostgreSQL の書き込みログ（WAL）と Kafka のトピックの記録は、それぞれの保存期間で"
            "消えます（docs/operations.md）。"
            if lang == "ja"
            else "  PostgreSQL's own WAL and records on Kafka's topics go with their retention "
            "(docs/operations.md)."
        )
    for line in lines:
        out.print(line, markup=False, soft_wrap=True)
