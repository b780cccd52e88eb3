"""The words every room shares: ids, hours, months, entities, facts, errors, log-event names."""
