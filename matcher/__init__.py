"""The decision: problem in, checked and explained plan out. Knows no broker, SQL or web."""
