"""A plan follows a change: what is touched at once, what lies around it a moment later."""
