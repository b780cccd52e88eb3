"""an effect outside (mail, webhook) -> brought about once, and noted in the store"""

from collections.abc import Awaitable, Callable

from consumers.ports import EffectStore
from models.effects import Effect, InDoubt
from models.errors import Rejected, TryAgain
from models.log import log


async def once(
    store: EffectStore,
    effect: str,
    key: str,
    send: Callable[[], Awaitable[None]],
    *,
    in_doubt: InDoubt,
) -> bool:
    """Bring an effect about, unless that was done before; whether it was done now.

    `key`: ids of what it tells, such as `M-1/3`, never a name or an address. Where the outside is
    away (TryAgain) the claim is given back and the same is tried again; what it refuses for good
    (Rejected) is noted and not tried again. No store can know whether a process that ended in
    between had sent it: `in_doubt` says whether it is sent again then, or left.
    """
    claimed = await store.claim_effect(effect, key)
    about = {"effect": effect, "key": key}
    if claimed is Effect.ENDED:
        return False
    if claimed is Effect.IN_HAND:
        raise TryAgain("effect_in_hand", **about)
    if claimed is Effect.IN_DOUBT and in_doubt is InDoubt.LEAVE:
        log.warning("effect.left_in_doubt", **about)
        await store.effect_ended(effect, key, "in_doubt")
        return False
    try:
        await send()
    except TryAgain:
        await store.release_effect(effect, key)
        raise
    except Rejected as error:
        log.error("effect.refused", reason=error.phrase.code, **about)
        await store.effect_ended(effect, key, "refused", reason=error.phrase.code)
        return False
    await store.effect_ended(effect, key, "sent")
    log.info("effect.sent", **about)
    return True
