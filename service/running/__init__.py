"""What keeps a running service honest: its start, its pending calls, its watchdog."""
