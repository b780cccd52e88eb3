"""A pool's settings, each with its value, the default and what it would become."""

from dataclasses import dataclass

from models.pool_settings import PoolSettings
from wording.fields import pool_settings
from wording.reader import Lang


@dataclass(frozen=True, slots=True, kw_only=True)
class SettingRow:
    """One setting: by name, as it is written and in words."""

    name: str  #: `weights.coverage`
    group: str
    key: str
    label: str  #: within its group
    written: str  #: as a form holds it
    shown: str
    default: str
    then: str  #: what it would become; the same where nothing changes

    @property
    def changed(self) -> bool:
        """Whether it would be otherwise."""
        return self.shown != self.then


def settings_rows(now: PoolSettings, then: PoolSettings, lang: Lang) -> tuple[SettingRow, ...]:
    """Every setting, in the order in which they are shown."""
    was, will, plain = (each.model_dump(mode="json") for each in (now, then, PoolSettings()))
    return tuple(
        SettingRow(
            name=pool_settings.written_name(path),
            group=path[0],
            key=path[1],
            label=pool_settings.called(path, lang),
            written=pool_settings.written(was, path),
            shown=pool_settings.shown(was, path, lang),
            default=pool_settings.shown(plain, path, lang),
            then=pool_settings.shown(will, path, lang),
        )
        for path in pool_settings.PATHS
    )
