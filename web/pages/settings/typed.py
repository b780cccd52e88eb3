"""What was typed for settings -> the changes that it means."""

from collections.abc import Mapping

from application.commands.configure import SetSetting
from application.typed_settings import set_to
from models.pool_settings import PoolSettings
from web.frame.form_errors import FormErrors
from wording.fields import pool_settings


def changes_in(
    typed: Mapping[str, str], now: PoolSettings, errors: FormErrors
) -> tuple[SetSetting, ...]:
    """Those that are not as they are; what cannot be read is noted beside its field."""
    document = now.model_dump(mode="json")
    found = []
    for path in pool_settings.PATHS:
        name = pool_settings.written_name(path)
        written = typed.get(name)
        if written is None or written.strip() == pool_settings.written(document, path):
            continue
        change = errors.read(name, written, lambda text, path=path: set_to(path, text))  # type: ignore[misc]
        if change is not None:
            found.append(change)
    return tuple(found)


def written_of(now: PoolSettings) -> dict[str, str]:
    """Every setting by its name, as a form holds it."""
    document = now.model_dump(mode="json")
    return {
        pool_settings.written_name(path): pool_settings.written(document, path)
        for path in pool_settings.PATHS
    }
