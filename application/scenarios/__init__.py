"""Scenarios that people keep beside the plan: made, compared, made real."""
