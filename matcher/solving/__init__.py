"""problem -> checked plan: which methods get which seconds, for small, large and other pools.

solve: the order of it all. incumbent: the best plan and the least bound so far. small, large,
whole_lines: what suits which pool. ceiling, neighbourhoods, whole, optimise: what they are made of.
"""
