"""Settings as a use case: set one by one, refused where others have set them, taken back."""

import pytest

from application.commands.configure import Configure, SetSetting, configure
from application.session import Session
from models.errors import Mistake, Stale
from models.ids import PoolId
from service.wiring import Parts
from tests.known import known
from wording.words import Words

ISLAND = SetSetting(group="need", name="island", value=40)


async def test_a_setting_changes_alone_and_a_dry_run_writes_nothing(
    sato: Session, parts: Parts
) -> None:
    told = await configure(sato, Configure(pool_id=PoolId("20"), settings=(ISLAND,), dry_run=True))
    assert (told.after.need.island, told.receipt) == (40, None)
    assert (await parts.desk.settings(PoolId("20")))[1] == 0

    done = await configure(sato, Configure(pool_id=PoolId("20"), settings=(ISLAND,)))

    assert known(done.receipt).revision == 1
    assert done.after.weights == done.before.weights


async def test_of_two_who_looked_at_the_same_settings_the_second_is_refused(
    sato: Session, suzuki: Session
) -> None:
    await configure(sato, Configure(pool_id=PoolId("20"), settings=(ISLAND,)))
    await configure(sato, Configure(pool_id=PoolId("20"), settings=(replace_(60),), seen=1))

    with pytest.raises(Stale) as refused:
        await configure(suzuki, Configure(pool_id=PoolId("20"), settings=(replace_(20),), seen=1))

    said = {lang: Words(lang).say(refused.value) for lang in ("ja", "en")}
    assert said["ja"].startswith("プール20の設定は")
    assert said["en"].startswith("the settings of pool 20 were changed")


async def test_an_undo_of_settings_leaves_what_others_have_set(sato: Session) -> None:
    before = (await configure(sato, Configure(pool_id=PoolId("20")))).before
    done = await configure(sato, Configure(pool_id=PoolId("20"), settings=(ISLAND,)))
    back = (replace_(before.need.island),)
    await configure(sato, Configure(pool_id=PoolId("20"), settings=(replace_(99),)))

    with pytest.raises(Mistake, match="settings_changed_again"):
        await configure(sato, Configure(pool_id=PoolId("20"), settings=back, still=done.still))


async def test_a_wrong_value_is_refused_with_its_place(sato: Session) -> None:
    with pytest.raises(Mistake) as refused:
        await configure(sato, Configure(pool_id=PoolId("20"), settings=(replace_(-1),)))

    assert refused.value.phrase.code == "several"


def replace_(value: int) -> SetSetting:
    return SetSetting(group="need", name="island", value=value)
