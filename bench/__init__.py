"""Benchmarks: seeded problems of five sizes, the matcher and its peers at equal time, a report."""
