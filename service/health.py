"""What can be wrong around the service, one check each: what there is, and how to mend it."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from functools import partial

from infra.settings import Settings
from service.health_checks import FREE_GIGABYTES, Looks, Seen
from service.running.consumer_groups import GROUPS
from service.wiring import Clock

#: Seconds; a check that hangs is a fault as well.
_DEADLINE = 20.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """One thing to look at, and what to do where it is wrong."""

    name_ja: str
    name_en: str
    look: Callable[[], Awaitable[Seen]]
    mend_ja: str
    mend_en: str
    #: English names of checks; where one is ✕ or left out, this one is left out
    needs: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """What was found; `detail` is a number, a name or the error, the same in every language."""

    name_ja: str
    name_en: str
    fine: bool
    detail: str
    mend_ja: str
    mend_en: str


async def checkup(settings: Settings, now: Clock, only: Sequence[str] = ()) -> list[Finding]:
    """Every check in order, or those whose English name begins with one of `only`.

    Nothing is made or changed, and no error gets out.
    """
    looks = Looks(settings=settings, now=now)
    found: list[Finding] = []
    broken: set[str] = set()
    try:
        for check in checks(looks):
            if only and not check.name_en.startswith(tuple(only)):
                continue
            if not broken.isdisjoint(check.needs):
                broken.add(check.name_en)
                continue
            found.append(await _found(check))
            if not found[-1].fine:
                broken.add(check.name_en)
        return found
    finally:
        await looks.close()


async def _found(check: Check) -> Finding:
    try:
        async with asyncio.timeout(_DEADLINE):
            fine, detail = await check.look()
    except TimeoutError:
        fine, detail = False, f"no answer within {_DEADLINE:g} s"
    except Exception as error:  # whatever is broken here is what we are asked to find
        fine, detail = False, f"{type(error).__name__}: {error}".partition("\n")[0][:200]
    return Finding(
        name_ja=check.name_ja,
        name_en=check.name_en,
        fine=fine,
        detail=detail,
        mend_ja=check.mend_ja,
        mend_en=check.mend_en,
    )


def checks(looks: Looks) -> Sequence[Check]:
    """Everything that is looked at, in order."""
    return (
        Check(
            name_ja="設定",
            name_en="settings",
            look=looks.settings_read,
            mend_ja="TALENTPOOL_DATABASE は sqlite:///ファイル か postgresql://… です",
            mend_en="TALENTPOOL_DATABASE is sqlite:///FILE or postgresql://…",
        ),
        Check(
            name_ja="進行中の復元",
            name_en="being restored",
            look=looks.no_restore_runs,
            mend_ja="復元中です。talentpool restore が終わるのを待って、もう一度点検してください",
            mend_en="a restore is at work; wait for `talentpool restore` to end, then look again",
            needs=("settings",),
        ),
        Check(
            name_ja="保存先",
            name_en="store",
            look=looks.store_answers,
            mend_ja="データベースが動いているか、--database の宛先が正しいか確かめてください。"
            "ファイルが壊れていれば talentpool restore で控えから戻せます",
            mend_en="see that the database runs and that --database names it; where its file is "
            "damaged, `talentpool restore` brings a backup back",
            needs=("being restored",),
        ),
        Check(
            name_ja="表の版",
            name_en="tables",
            look=looks.tables_are_new,
            mend_ja="talentpool up で起動すると更新されます",
            mend_en="`talentpool up` brings them up to date",
            needs=("store",),
        ),
        Check(
            name_ja="復元",
            name_en="restore",
            look=looks.store_is_whole,
            mend_ja="サービスを止めたまま、talentpool restore をもう一度実行してください",
            mend_en="leave the service stopped and run `talentpool restore` again",
            needs=("tables",),
        ),
        Check(
            name_ja="イベントログ",
            name_en="event log",
            look=looks.log_answers,
            mend_ja="Kafka が動いているか、--kafka の宛先が正しいか確かめてください",
            mend_en="see that Kafka runs and that --kafka names it",
            needs=("being restored",),
        ),
        Check(
            name_ja="トピックの保存期間",
            name_en="topics",
            look=looks.topics_keep_everything,
            mend_ja="talentpool up で起動すると、期限なしの保存に直します",
            mend_en="`talentpool up` sets them to keep everything",
            needs=("event log",),
        ),
        *(
            Check(
                name_ja=f"未処理：{group.removeprefix('talentpool-')}",
                name_en=f"lag: {group.removeprefix('talentpool-')}",
                look=partial(looks.lag_shrinks, group),
                mend_ja="talentpool up でサービスを動かすと処理されます",
                mend_en="`talentpool up` runs the service that takes them",
                needs=("event log", "restore"),
            )
            for group in GROUPS
        ),
        Check(
            name_ja="送信待ち",
            name_en="outbox",
            look=looks.outbox_is_empty,
            mend_ja="talentpool up でサービスを動かすと送られます",
            mend_en="`talentpool up` runs the service that sends them",
            needs=("restore",),
        ),
        Check(
            name_ja="ログが受け取らない記録",
            name_en="outbox put aside",
            look=looks.nothing_is_aside,
            mend_ja="ブローカーの max.message.bytes を広げ、talentpool up を起動し直すと送られます",
            mend_en="raise the broker's max.message.bytes; the next `talentpool up` sends them",
            needs=("restore",),
        ),
        Check(
            name_ja="計画できないプール",
            name_en="pools not planned",
            look=looks.pools_are_planned,
            mend_ja="最後の計画のまま、ほかのプールは動いています。直前の変更や設定を戻すと、"
            "すぐに計画し直します。ログの plan.failed を開発元へ知らせてください",
            mend_en="their last plans stay in force, other pools go on. Undo the last change or "
            "setting and they are planned at once; tell the maintainers the log's plan.failed",
            needs=("restore",),
        ),
        Check(
            name_ja="取り込めなかった記録",
            name_en="dead letters",
            look=looks.nothing_is_dead,
            mend_ja="talentpool deadletters list で理由を確かめ、直して replay してください",
            mend_en="`talentpool deadletters list` says why; mend and replay them",
            needs=("restore",),
        ),
        Check(
            name_ja="マッチを待つ決定",
            name_en="waiting decisions",
            look=looks.no_decision_waits,
            mend_ja="マッチが分かりしだい反映されます。復元の後なら talentpool restore をやり直して"
            "ください（docs/operations.md）",
            mend_en="they are applied once their match is known; after a restore, run `talentpool "
            "restore` again (docs/operations.md)",
            needs=("restore",),
        ),
        Check(
            name_ja="確認が必要な承諾",
            name_en="agreements",
            look=looks.agreements_hold,
            mend_ja="talentpool show match ID で、何が変わったかとできることを確かめてください",
            mend_en="`talentpool show match ID` says what changed and what can be done",
            needs=("restore",),
        ),
        Check(
            name_ja="計画づくり",
            name_en="solver",
            look=looks.solver_answers,
            mend_ja="make clean run で環境を作り直してください",
            mend_en="`make clean run` builds the environment anew",
        ),
        Check(
            name_ja="市区町村一覧",
            name_en="municipalities",
            look=looks.registry_is_whole,
            mend_ja="make clean run で環境を作り直してください",
            mend_en="`make clean run` builds the environment anew",
        ),
        Check(
            name_ja="市区町村の表",
            name_en="municipality file",
            look=looks.municipalities_are_read,
            mend_ja="TALENTPOOL_MUNICIPALITIES のファイルを直してください（docs/operations.md）",
            mend_en="mend the file of TALENTPOOL_MUNICIPALITIES (docs/operations.md)",
        ),
        Check(
            name_ja="時計と計画の月",
            name_en="clock",
            look=looks.clock_fits,
            mend_ja="時計を合わせてください。月が替われば、talentpool up が1分以内に計画し直します",
            mend_en="set the clock; when the month turns, `talentpool up` plans anew in a minute",
            needs=("restore",),
        ),
        Check(
            name_ja="空き容量",
            name_en="disk",
            look=looks.disk_has_room,
            mend_ja=f"{FREE_GIGABYTES:g}GB 以上空けてください",
            mend_en=f"free at least {FREE_GIGABYTES:g} GB",
        ),
    )
