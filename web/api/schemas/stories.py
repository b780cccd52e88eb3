"""What was posted, decided and changed."""

from models.revision_claims import Kind
from web.api.schemas.matches import MATCH
from web.api.shapes import MOMENT, TEXT, UUID, WHOLE, list_of, maybe, thing

#: The ids by which a posting is followed.
RECEIPT = {
    "pool_id": TEXT,
    "subject": TEXT,
    "revision": maybe(WHOLE),
    "event_id": UUID,
    "correlation_id": UUID,
}
POSTED = thing(**RECEIPT, warnings=list_of(TEXT))
#: The ids are missing where nothing had to be changed.
CHANGED = thing(**RECEIPT, changes=list_of(TEXT))
CHANGED["required"] = ["changes"]
WITHDRAWN = thing(**RECEIPT)
DECIDED = thing(**RECEIPT, match=MATCH)
REVISION = thing(
    kind={"enum": [each.value for each in Kind]},
    pool_id=TEXT,
    subject=TEXT,
    revision=WHOLE,
    reason=TEXT,
    changed=list_of(TEXT),
    actor=maybe(TEXT),
    time=MOMENT,
    event_id=UUID,
    correlation_id=UUID,
)
TIMELINE = thing(subject=TEXT, entries=list_of(REVISION))
POSTING = thing(
    correlation_id=UUID,
    outcome={"enum": ["unknown", "dead", "waiting", "taken", "planned"]},
    events=list_of(thing(event_id=UUID, topic=TEXT, outcome=TEXT)),
    revisions=list_of(REVISION),
    dead_letters=list_of(thing(id=UUID, reason=TEXT)),
    pools=list_of(thing(pool_id=TEXT, version=WHOLE, planned_version=WHOLE)),
    matches=list_of(MATCH),
)
