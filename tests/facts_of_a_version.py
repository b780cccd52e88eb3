"""Facts as a version of the program writes them, kept as files: later ones read them for ever.

Run at a release: `python -m tests.facts_of_a_version 0.2.0`. It knows no module that moved since
the first version, so that it writes the facts of earlier ones too, from their checkouts.
"""

import json
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from pydantic import BaseModel, ValidationError

from models.envelope import Envelope, Message
from models.facts import FACTS

FOLDER = Path(__file__).parent / "data" / "facts"
TIME = datetime(2026, 11, 20, 3, tzinfo=UTC)
HOURS = {"2026-12": 12.75, "2027-01": 8}
PLACE = {"pool_id": "20", "match_id": "M-1", "line_id": "R-1/1", "talent_id": "T-1"}

TERMS = {
    "municipalities": ["202177"],
    "role": "engineer",
    "title": "窓口業務の改善",
    "theme": "窓口",
    "nature": "project",
    "skills": {"データ": 3},
    "on_site_percent": 20,
}
MATCH = {
    **PLACE,
    "revision": 2,
    "hours": HOURS,
    "state": "proposed",
    "reason": "released",
    "terms": TERMS,
}
DECLINE = {
    "talent_id": "T-1",
    "line_id": "R-1/1",
    "municipalities": ["202177"],
    "reason": "hours",
    "hours": HOURS,
    "free": HOURS,
    "capacity": HOURS,
}
#: Everything that any version may say of a fact; a version leaves out what it does not know.
SAID: dict[str, dict[str, Any]] = {
    "RequestStated": {
        "request": {
            "pool_id": "20",
            "request_id": "R-1",
            "revision": 2,
            "title": "窓口業務の改善",
            "theme": "窓口",
            "nature": "project",
            "municipalities": ["202177", "202029"],
            "urgency": 3,
            "pm_in_place": True,
            "vendors": ["8000000000001"],
            "lines": [
                {
                    "line": 1,
                    "role": "engineer",
                    "hours": HOURS,
                    "skills": {"データ": 3},
                    "people": 2,
                    "minimum_percent": 60,
                    "on_site_percent": 20,
                    "exclusive": True,
                }
            ],
            "sample": True,
            "retired": {"2": "0123456789abcdef"},
        }
    },
    "TalentStated": {
        "talent": {
            "pool_id": "20",
            "talent_id": "T-1",
            "revision": 3,
            "roles": ["engineer", "pm"],
            "skills": {"データ": 4},
            "form": "fiscal_year",
            "contract_from": "2026-10",
            "contract_until": "2027-03",
            "capacity": HOURS,
            "overhead": 2.5,
            "municipalities_at_once": 3,
            "base": "202029",
            "remote": False,
            "excluded": ["202177"],
            "renewed_until": "2028-03",
            "employer": "8000000000001",
            "trained_from": "2026-10",
            "training_waiver": "urgent",
            "sample": True,
        }
    },
    "DecisionMade": {
        "pool_id": "20",
        "match_id": "M-1",
        "verb": "decline",
        "side": "talent",
        "municipality": "202177",
        "reason": "later",
        "months": ["2027-01"],
        "seen_revision": 2,
        "match": MATCH,
    },
    "PoolConfigured": {
        "pool_id": "20",
        "revision": 4,
        "settings": {"horizon": 9, "block": 4, "release_at_once": True},
    },
    "PoolChanged": {"pool_id": "20", "version": 7},
    "MatchChanged": {
        **PLACE,
        "revision": 2,
        "state": "proposed",
        "before": "drafted",
        "hours": HOURS,
        "pinned": False,
        "reason": "released",
        "plan_version": 6,
        "plan_news": {
            "changed": 1,
            "total": 2,
            "triggers": [{"kind": "request_posted", "ids": ["R-1"], "count": 1}],
        },
        "match": MATCH,
        "decided_by": str(uuid5(NAMESPACE_URL, "decision")),
        "declined": DECLINE,
        "changed_terms": ["title"],
    },
}


def made(model: type[BaseModel], document: Any) -> Any:
    """The model of what a document says, without what this version has no field for."""
    while True:
        try:
            return model.model_validate_json(json.dumps(document))
        except ValidationError as error:
            unknown = [e["loc"] for e in error.errors() if e["type"] == "extra_forbidden"]
            if not unknown:
                raise
            document = _without(document, unknown[0])


def _without(document: Any, place: tuple[int | str, ...]) -> Any:
    copy = json.loads(json.dumps(document))
    part = copy
    for step in place[:-1]:
        part = part[step]
    del part[place[-1]]
    return copy


def write(version: str, folder: Path) -> None:
    """One file for each fact of this version."""
    into = folder / version
    into.mkdir(parents=True, exist_ok=True)
    for fact in FACTS:
        event = uuid5(NAMESPACE_URL, fact.__name__)
        envelope = made(
            Envelope,
            {
                "event_id": str(event),
                "source": "talentpool/cli",
                "time": TIME.isoformat(),
                "correlation_id": str(event),
                "actor": "coordinator:20-1",
                "seen": 1,
            },
        )
        record = Message(envelope=envelope, fact=made(fact, SAID[fact.__name__])).record()
        said = {
            "topic": record.topic,
            "key": record.key,
            "headers": {name: value.decode() for name, value in record.headers},
            "value": json.loads(record.value),
        }
        text = json.dumps(said, ensure_ascii=False, indent=1) + "\n"
        (into / f"{fact.__name__}.json").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    write(sys.argv[1], Path(sys.argv[2]) if len(sys.argv) > 2 else FOLDER)
