"""The command line: every door of the service for coordinators, talent and ops."""

from service.cli.app import app, main

__all__ = ["app", "main"]
