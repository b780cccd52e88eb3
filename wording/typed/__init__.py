"""How people write values: one reader for each kind, for sheets, commands and documents alike."""
