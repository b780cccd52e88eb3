"""What the use cases ask of the outside world; infra fulfils it, wiring hands it in."""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime, timedelta
from typing import Protocol
from uuid import UUID

from matcher.explanation import LineExplanation, Unmet
from matcher.plan import Plan
from matcher.planning.plan_look import PlanLook
from matcher.ports import LedgerRow, Snapshot
from matcher.problem import Problem
from matcher.whatif.kept_scenario import KeptScenario
from models.accounts import Account, AccountId, WebSession
from models.audit import AuditRecord, AuditSearch, Cursor
from models.credentials import Credentials as Proof
from models.credentials import Ticket, TicketKind
from models.drafts import Draft, DraftId
from models.entities import Person, Request, Talent
from models.identity import Outsider, Question
from models.ids import LineId, MatchId, PoolId, RequestId, TalentId
from models.ingest import DeadLetter, DeadLetterSummary, Erased
from models.match import Decline, Match
from models.plan_failure import PlanFailure
from models.plan_run import PlanRun
from models.pool_settings import PoolSettings
from models.revision_claims import Kind
from models.revisions import RevisionMade, StoryEvent
from models.saved_filter import SavedFilter
from models.sheet_imports import SheetImport
from models.traced import Appended, TracedFact
from models.worked_hours import Worked
from producers.ports import Places

__all__ = [
    "AccessStore",
    "Accounts",
    "Audit",
    "Credentials",
    "Drafts",
    "IdentityProvider",
    "Places",
    "PlanLooks",
    "Reads",
    "SavedFilters",
    "Scenarios",
    "SheetImports",
    "Upkeep",
]


class Reads(Protocol):
    """The store as those see it who only read."""

    async def pools(self) -> Sequence[PoolId]: ...

    async def settings(self, pool_id: PoolId) -> tuple[PoolSettings, int]: ...

    async def request(self, pool_id: PoolId, request_id: RequestId) -> Request | None: ...

    async def requests(self, pool_id: PoolId) -> Sequence[Request]: ...

    async def talent(self, pool_id: PoolId, talent_id: TalentId) -> Talent | None: ...

    async def talents(self, pool_id: PoolId) -> Sequence[Talent]: ...

    async def match(self, match_id: MatchId) -> Match | None: ...

    async def matches(self, pool_id: PoolId, live_only: bool = False) -> Sequence[Match]: ...

    async def declines(self, pool_id: PoolId) -> Sequence[tuple[MatchId, Decline]]: ...

    async def worked(self, pool_id: PoolId) -> Sequence[Worked]: ...

    async def plan(self, pool_id: PoolId) -> Plan | None: ...

    async def unreadable_plan(self, pool_id: PoolId) -> bool: ...

    async def explanation(self, pool_id: PoolId, line_id: LineId) -> LineExplanation | None: ...

    async def unmet(self, pool_id: PoolId) -> Sequence[Unmet]: ...

    async def problem(self, pool_id: PoolId) -> Problem | None: ...

    async def plan_before(self, pool_id: PoolId, version: int) -> tuple[Plan, Problem] | None: ...

    async def ledger(self, pool_id: PoolId) -> Sequence[LedgerRow]: ...

    async def person(self, pool_id: PoolId, talent_id: TalentId) -> Person | None: ...

    async def moments(self) -> Mapping[PoolId, str]: ...

    async def plan_failures(self) -> Sequence[PlanFailure]: ...

    async def people(self, pool_id: PoolId) -> Sequence[Person]: ...

    async def revisions(
        self, kind: Kind, pool_id: PoolId, subject: str
    ) -> Sequence[RevisionMade]: ...

    async def changed_last(self, pool_id: PoolId, kind: Kind) -> Mapping[str, datetime]: ...

    async def story(
        self, correlation_id: UUID
    ) -> tuple[Sequence[StoryEvent], Sequence[RevisionMade]]: ...

    async def traced_facts(self, correlation_id: UUID) -> Sequence[TracedFact]: ...

    async def appended(self, event_id: UUID) -> Sequence[Appended]: ...

    async def story_of_event(self, event_id: UUID) -> UUID | None: ...

    async def outbox_left(self) -> int: ...

    async def plan_runs(self, pool_id: PoolId, limit: int) -> Sequence[PlanRun]: ...

    async def pool_version(self, pool_id: PoolId) -> int: ...

    async def outcome(self, event_id: UUID) -> str | None: ...

    async def snapshot(self, pool_id: PoolId) -> Snapshot | None: ...

    async def planned_version(self, pool_id: PoolId) -> int: ...

    async def plan_failure(self, pool_id: PoolId) -> PlanFailure | None: ...

    async def dead_letters(
        self,
        status: str | None = None,
        pool: PoolId | None = None,
        reason: str | None = None,
    ) -> Sequence[DeadLetterSummary]: ...

    async def dead_letter(self, letter: UUID) -> DeadLetter | None: ...


class Upkeep(Protocol):
    """What operators do to the store itself; the log may be away."""

    @property
    def keeps_a_log(self) -> bool: ...

    async def mark_replayed(self, letter: UUID) -> bool: ...

    async def drop_dead_letter(self, letter: UUID, reason: str, by: str) -> bool: ...

    async def erase(self, pool_id: PoolId, talent_id: TalentId) -> Erased: ...


class SavedFilters(Protocol):
    """What an account has kept to look for again."""

    async def put_saved_filter(self, saved: SavedFilter) -> None: ...

    async def drop_saved_filter(self, account_id: AccountId, name: str) -> None: ...

    async def saved_filters(self, account_id: AccountId) -> Sequence[SavedFilter]: ...


class Accounts(Protocol):
    """Who may enter, and the sessions of their browsers."""

    async def put_account(self, account: Account) -> None: ...

    async def amend_account(
        self, account_id: AccountId, change: Callable[[Account], Account]
    ) -> Account | None: ...

    async def account(self, account_id: AccountId) -> Account | None: ...

    async def account_by_login(self, login: str) -> Account | None: ...

    async def accounts(self) -> Sequence[Account]: ...

    async def put_web_session(self, session: WebSession) -> None: ...

    async def web_session(self, digest: str) -> WebSession | None: ...

    async def web_session_seen(self, digest: str, now: datetime) -> None: ...

    async def end_web_session(self, digest: str) -> None: ...

    async def web_sessions(self, account_id: AccountId) -> Sequence[WebSession]: ...

    async def end_web_sessions_of(self, account_id: AccountId, *, but: str = "") -> None: ...


class Credentials(Protocol):
    """What accounts prove themselves by; tickets; and how often a proof was tried."""

    async def credentials(self, account_id: AccountId) -> Proof: ...

    async def credentials_of_outside(self, outside: str) -> Proof | None: ...

    async def amend_credentials(
        self,
        account_id: AccountId,
        *,
        password: str | None = None,
        totp: str | None = None,
        totp_step: int | None = None,
        recovery: tuple[str, ...] | None = None,
        outside: str | None = None,
    ) -> None: ...

    async def use_step(self, account_id: AccountId, step: int) -> bool: ...

    async def use_recovery(self, account_id: AccountId, digest: str) -> bool: ...

    async def put_ticket(self, ticket: Ticket) -> None: ...

    async def ticket(self, digest: str) -> Ticket | None: ...

    async def tickets(self, kind: TicketKind, now: datetime) -> Sequence[Ticket]: ...

    async def take_ticket(self, digest: str, kind: TicketKind, now: datetime) -> Ticket | None: ...

    async def revoke_ticket(self, ticket_id: str, now: datetime) -> bool: ...

    async def redeem(
        self, digest: str, account: Account, credentials: Proof, now: datetime
    ) -> bool: ...

    async def take_try(
        self, key: str, *, limit: int, window: timedelta, now: datetime
    ) -> datetime | None: ...

    async def forgive(self, key: str) -> None: ...

    async def forgive_one(self, key: str) -> None: ...


class AccessStore(Accounts, Credentials, Protocol):
    """Everything of who may enter."""


class IdentityProvider(Protocol):
    """An organisation's own sign-in."""

    async def address(self, question: Question) -> str: ...

    async def outsider(self, question: Question, code: str) -> Outsider: ...


class Audit(Protocol):
    """Who did and saw what: added to, and never changed."""

    async def keep_audit(self, record: AuditRecord) -> None: ...

    async def audit(
        self, search: AuditSearch, *, before: Cursor | None, limit: int
    ) -> Sequence[tuple[Cursor, AuditRecord]]: ...


class Drafts(Protocol):
    """Requests that are still being written."""

    async def draft(self, pool_id: PoolId, draft_id: DraftId) -> Draft | None: ...

    async def drafts(self, pool_id: PoolId) -> Sequence[Draft]: ...

    async def put_draft(self, draft: Draft) -> bool: ...

    async def drop_draft(self, pool_id: PoolId, draft_id: DraftId) -> None: ...


class PlanLooks(Protocol):
    """Which plan each account has seen last."""

    async def put_plan_look(self, account_id: AccountId, look: PlanLook) -> None: ...

    async def plan_look(self, account_id: AccountId, pool_id: PoolId) -> PlanLook | None: ...


class SheetImports(Protocol):
    """Files that were handed in, for some days."""

    async def put_import(self, made: SheetImport) -> None: ...

    async def sheet_import(self, pool_id: PoolId, import_id: str) -> SheetImport | None: ...

    async def sheet_imports(self, pool_id: PoolId, most: int) -> Sequence[SheetImport]: ...


class Scenarios(Protocol):
    """Scenarios that people keep beside the plan."""

    async def put_scenario(self, kept: KeptScenario) -> None: ...

    async def scenarios(self, account_id: AccountId, pool_id: PoolId) -> Sequence[KeptScenario]: ...

    async def drop_scenario(
        self, account_id: AccountId, pool_id: PoolId, scenario_id: str
    ) -> None: ...
