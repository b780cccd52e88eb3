"""What health is found by: the outside world as settings name it, looked at once for each check."""
