"""Hours inside sentences are written as everywhere else."""

from models.months import Month
from wording.explain.en import parts


def test_thousands_are_grouped_in_english_sentences_too():
    assert "1,293.5 h" in parts.amounts({Month("2026-12"): 5174})
