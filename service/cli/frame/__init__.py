"""What every command has in common: how it is found and called, and what it is printed with."""
