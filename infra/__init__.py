"""The outside world, behind small ports: event log, store, registry, settings, logging."""
