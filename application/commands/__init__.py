"""What people do: each takes a session and a command, and gives a receipt."""
