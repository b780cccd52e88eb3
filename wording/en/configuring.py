"""What is said of a pool's settings."""

CONFIGURING: dict[str, str] = {
    "settings_changed_again": (
        "it has changed again since this undo was printed ({names}), and nothing was "
        "written; leave out --if-still to undo it all the same"
    ),
    "settings_of_pool": "pool {pool_id}",
    "settings_of_pool_set": "✓ Configured pool {pool_id}.",
    "settings_of_pool_would_change": (
        "The settings of pool {pool_id} would change (nothing is written)."
    ),
    "settings_of_pool_same": "Nothing changes in the settings of pool {pool_id}.",
    "settings_of_pool_shown": "Settings of pool {pool_id} (revision {revision})",
    "settings_of_pool_default": "Settings of pool {pool_id} (defaults)",
    "weight_served_cut": (
        "the weight served is too large: what a quarter is worth is cut at its bound. Set it "
        "to {most:number} or less"
    ),
}
