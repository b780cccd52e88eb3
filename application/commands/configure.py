"""How a pool is planned: its settings, set one by one, and what would set them back."""

import json
from dataclasses import dataclass
from typing import Any

from pydantic import ValidationError

from application.session import Session
from application.still_stands import code
from models.errors import Mistake
from models.ids import PoolId
from models.phrase import Phrase
from models.pool_settings import PoolSettings
from models.validation import mistake
from models.worth import check_worth
from producers.receipts import Receipt

Document = dict[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class SetSetting:
    """A setting gets another value, as it stands in JSON; `group` where it is a nested one's."""

    group: str
    name: str
    value: Any
    unset: bool = False  #: back to what holds where nothing is said

    def apply(self, document: Document) -> None:
        """Put it into settings as JSON."""
        target = document[self.group] if self.group else document
        if self.unset:
            target.pop(self.name, None)
        else:
            target[self.name] = self.value


@dataclass(frozen=True, slots=True, kw_only=True)
class Configure:
    """Settings to change, made while looking at revision `seen`; none: only to look at them."""

    pool_id: PoolId
    settings: tuple[SetSetting, ...] = ()
    seen: int | None = None
    still: str | None = None
    dry_run: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Configured:
    """The settings before and after."""

    before: PoolSettings
    after: PoolSettings
    revision: int  #: of those before; 0 where nobody has set any
    receipt: Receipt | None
    still: str  #: the code that an undo of it carries


async def configure(session: Session, command: Configure) -> Configured:
    """Raises Stale where somebody has set them since, Mistake where they cannot be so."""
    before, revision = await session.desk.settings(command.pool_id)
    after = _with(before, command)
    check_worth(after, before)
    was, now = _flat(before), _flat(after)
    if was != now and command.still not in {None, code(was, now)}:
        names = tuple(name for name in now | was if was.get(name) != now.get(name))
        raise Mistake("settings_changed_again", names=names)
    seen = revision if command.seen is None else command.seen
    receipt = None
    if before != after and not command.dry_run:
        receipt = await session.desk.configure(command.pool_id, after, seen=seen)
    return Configured(
        before=before, after=after, revision=revision, receipt=receipt, still=code(now, was)
    )


def _with(before: PoolSettings, command: Configure) -> PoolSettings:
    document = before.model_dump(mode="json")
    for each in command.settings:
        each.apply(document)
    try:
        return PoolSettings.model_validate_json(json.dumps(document))
    except ValidationError as error:
        raise mistake(error, Phrase.of("settings_of_pool", pool_id=command.pool_id)) from None


def _flat(settings: PoolSettings) -> Document:
    """Each setting by its name, `need.island`."""
    flat: Document = {}
    for name, value in settings.model_dump(mode="json").items():
        if isinstance(value, dict):
            flat |= {f"{name}.{key}": each for key, each in value.items()}
        else:
            flat[name] = value
    return flat
