"""Requests and talents stated at the command line: post, amend, withdraw."""
