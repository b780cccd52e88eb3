"""A real Apache Kafka and PostgreSQL for tests: an address given, Docker, or local programs."""
