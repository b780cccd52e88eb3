"""`erase talent`: a person is forgotten for good, and said what that came to."""

from collections.abc import Iterator
from typing import Annotated

import typer

from application.choosing import pool
from application.commands.erase import EraseTalent, TalentErased
from application.commands.erase import erase_talent as erased_talent
from application.session import StoreSession
from models.ids import TalentId
from service.cli.app import out
from service.cli.frame.call_options import CallOptions
from service.cli.frame.commands import tends
from service.cli.frame.common_options import POOL, YES
from service.cli.frame.confirming import ask
from service.cli.frame.printing import say_json
from wording import Words


@tends(YES, POOL)
async def erase_talent(
    session: StoreSession,
    call: CallOptions,
    *,
    talent_id: Annotated[str, typer.Argument(metavar="TALENT", help="Its id.")],
) -> None:
    """Erase name, mail and note of a talent for good, with every dead letter that holds them; plans
    and matches keep the id. An older backup does not bring the person back.

    人材の氏名・連絡先・メモを完全に消去します。それを含む取り込めなかった記録の中身も消します。
    計画とマッチにはIDだけが残ります。古い控えから復元しても戻りません。

    Example: talentpool erase talent T-10 --pool 20 --yes
    """
    ask(call, call.words("erase_ask", talent_id=talent_id))
    pool_id = await pool(call.pool, session.reads, session.places)
    command = EraseTalent(pool_id=pool_id, talent_id=TalentId(talent_id))
    done = await erased_talent(session, command)
    if call.as_json:
        say_json(
            {
                "pool_id": done.pool_id,
                "talent_id": done.talent_id,
                "known": done.known,
                "dead_letters": done.letters,
            }
        )
        return
    for line in _lines(done, call.words):
        out.print(line, markup=False, soft_wrap=True)


def _lines(done: TalentErased, words: Words) -> Iterator[str]:
    yield words("erased" if done.known else "erased_unknown", talent_id=done.talent_id)
    yield words("erased_letters", letters=done.letters)
    yield words("erased_everywhere")
    if done.database_keeps_log:
        yield words("erased_but_logs")
