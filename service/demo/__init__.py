"""The demo: sample pools, three changes to them, one answer."""
