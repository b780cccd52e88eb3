"""Simulated annealing over ruin-and-recreate steps, on arrays, compiled by numba."""
