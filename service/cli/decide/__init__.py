"""Answers for matches at the command line."""
