"""Events in: each file says in its first line where the data comes from and where it goes."""
