"""What people ask: each takes a session and gives a view."""
