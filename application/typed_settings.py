"""A pool's setting as people write it -> the change it means."""

from application.commands.configure import SetSetting
from models.errors import Mistake
from wording.fields import pool_settings


def setting(text: str) -> SetSetting:
    """What `NAME=VALUE` says. Raises Mistake: what, where, how."""
    name, equals, value = text.partition("=")
    path = pool_settings.path_named(name)
    if not equals or path is None:
        raise Mistake("setting_unreadable", text=text, near=pool_settings.nearest(name))
    return set_to(path, value)


def set_to(path: pool_settings.Path, value: str) -> SetSetting:
    """The setting at a path, set to what is written. Raises Mistake."""
    group, key = path
    if pool_settings.is_unset(path, value):
        return SetSetting(group=group, name=key, value=None, unset=True)
    return SetSetting(group=group, name=key, value=pool_settings.read_value(path, value))
