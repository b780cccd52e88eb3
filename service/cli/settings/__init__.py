"""A pool's settings at the command line."""
