"""`python -m tests.verify NAME SEED`: one seed of one trial again, with its traceback."""

import sys

from tests.verify.trials import TRIALS

if __name__ == "__main__":
    name, seed = sys.argv[1], int(sys.argv[2])
    print(f"{name} {seed}: {dict(TRIALS[name](seed))}")
