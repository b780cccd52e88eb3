"""The commands that write requests and talents: `post`, `amend`, `withdraw`."""

from service.cli import amend, post_request, post_talent, withdraw

__all__ = ["amend", "post_request", "post_talent", "withdraw"]
