"""What the tests set apart from everybody else."""

from infra.settings import Settings


def test_no_service_of_a_test_compiles_beside_the_tests() -> None:
    assert Settings().compile_search is False
