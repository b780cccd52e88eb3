"""Skills that nobody in the pool holds, with the names that may be meant: asked about."""

from collections.abc import Iterable, Sequence
from difflib import get_close_matches

from models.entities import Request, Talent, TalentStatus
from models.ids import PoolId
from models.skills import skill_key
from service.cli.frame.write_session import CallOptions
from service.wiring import Parts


async def unheld(
    parts: Parts,
    pool_id: str,
    requests: Sequence[Request],
    call: CallOptions,
    *,
    joining: Iterable[Talent] = (),
    before: Request | None = None,
) -> list[str]:
    """A line for each skill that the requests ask for and nobody in the pool holds.

    `joining` are talents posted together with them; what `before` asked already is not told again.
    """
    asked: dict[str, str] = {}
    for request in requests:
        for line in request.lines:
            asked |= {skill_key(name): name for name in line.skills if skill_key(name) not in asked}
    for line in before.lines if before else ():
        asked = {key: name for key, name in asked.items() if key not in map(skill_key, line.skills)}
    if not asked:
        return []
    talents = [*await parts.store.talents(PoolId(pool_id)), *joining]
    here = [each for each in talents if each.status is TalentStatus.ACTIVE]
    held = {skill_key(name): name for talent in here for name in talent.skills}
    return [_told(name, held, call) for key, name in asked.items() if key not in held]


def _told(name: str, held: dict[str, str], call: CallOptions) -> str:
    key = skill_key(name)
    near = [each for each in held if key in each or each in key]
    near += [each for each in get_close_matches(key, held, n=3) if each not in near]
    names = [held[each] for each in near[:3]]
    perhaps = call.say(
        f"もしかして：{'、'.join(names)}。" if names else "",
        f" Perhaps {', '.join(names)}?" if names else "",
    )
    return call.say(
        f"△ スキル「{name}」を持つ人材がプールにいません。{perhaps}"
        "書き違いなら直してください。このままなら、そのスキルの人材が登録されるまで配置できません。",
        f"△ Nobody in the pool has the skill “{name}”.{perhaps} Mend it where it is a slip; else "
        "nobody is placed until somebody with it is posted.",
    )
