"""Settings of a pool on their way to the desk."""

from dataclasses import dataclass

from models.ids import PoolId
from models.pool_settings import PoolSettings


@dataclass(frozen=True, slots=True, kw_only=True)
class SettingsChange:
    """All of a pool's settings, changed while looking at revision `seen`; 0: nobody's."""

    pool_id: PoolId
    settings: PoolSettings
    seen: int | None
