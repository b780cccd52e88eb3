"""The command line: every door of the service for coordinators, talent and ops."""

from service.cli.frame.root import main

__all__ = ["main"]
