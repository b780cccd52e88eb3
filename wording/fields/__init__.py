"""The fields of requests, demand lines, talents, people and pools: said and read in one place."""
