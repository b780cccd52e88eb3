"""What operators run: up, demo, doctor, backup, restore, erase."""
