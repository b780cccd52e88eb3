"""problem -> checked plan: which methods get which seconds, for small, large and other pools.

solve: the order of it all. incumbent: the best plan and the least bound so far. strategy_small,
strategy_large, strategy_whole_lines: what suits which pool. mip_solver, mip_neighbourhoods,
full_mip, compiled_methods: what they are made of.
"""
