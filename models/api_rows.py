"""Tables of the HTTP API; only `infra.store` reads or writes them."""

from sqlalchemy import Index
from sqlmodel import Field, SQLModel


class ApiTokenRow(SQLModel, table=True):
    """What a program may do."""

    __tablename__ = "api_tokens"
    __table_args__ = (Index("api_tokens_by_account", "made_by"),)

    token_id: str = Field(primary_key=True)
    digest: str = Field(unique=True)  #: SHA-256 of the secret
    made_by: str
    content: str  #: JSON of the token


class KeptReplyRow(SQLModel, table=True):
    """An answer to a request with a key, kept for a day."""

    __tablename__ = "api_replies"

    token_id: str = Field(primary_key=True)
    key: str = Field(primary_key=True)
    time: float  #: seconds since 1970
    content: str  #: JSON of the reply
