"""`python -m bench COMMAND`: generate, run, events, growth, report, gap, gap-generate."""

from bench.command import main

if __name__ == "__main__":
    main()
