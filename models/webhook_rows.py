"""Tables of webhooks; only `infra.store` reads or writes them."""

from sqlalchemy import Index
from sqlmodel import Field, SQLModel


class WebhookRow(SQLModel, table=True):
    """A receiver."""

    __tablename__ = "webhooks"
    __table_args__ = (Index("webhooks_by_pool", "pool_id"),)

    webhook_id: str = Field(primary_key=True)
    pool_id: str
    content: str  #: JSON of the webhook


class WebhookPostRow(SQLModel, table=True):
    """A message on its way to one receiver."""

    __tablename__ = "webhook_posts"

    webhook_id: str = Field(primary_key=True)
    message_id: str = Field(primary_key=True)
    place: int
    body: str
