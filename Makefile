# Every target sets up what it needs from a bare Python 3.11+; `make help` lists them.
PYTHON ?= python3
BIN := .venv/bin
ARGS ?=

# Whatever the caller's shell says: every process that a target starts reads what one has compiled.
export PYTHONDONTWRITEBYTECODE :=

.DEFAULT_GOAL := help
.PHONY: help run compiled check lint types rooms test test-browser test-accessibility screens test-kafka test-faults test-crash verify bench docs lock clean

help:            ## this list
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 16

run: compiled            ## the demo on the embedded engine; ARGS="--once --json" for one answer
	@$(BIN)/talentpool demo $(ARGS)

check: lint types rooms test   ## everything CI runs, in the same order

lint: .venv/test
	$(BIN)/ruff check . && $(BIN)/ruff format --check .

types: .venv/test
	$(BIN)/mypy

rooms: .venv/test        ## the direction of imports between the rooms
	$(BIN)/lint-imports

# Three workers on two cores: for a sixth of its time, a worker waits for a process or a clock.
test: .venv/test compiled  ## the tests, on two cores; no network needed
	$(BIN)/pytest -n 3 --dist worksteal -m "not kafka and not faults and not crash and not verify and not browser and not accessibility"

test-browser: .venv/test compiled  ## the console as a whole: stories in the system's Chromium, naughty input, the API's document
	$(BIN)/pytest -m browser -rap tests/browser
	# apart: Playwright keeps a loop running in its process
	$(BIN)/pytest -n 2 -m browser tests/web

test-accessibility: .venv/test compiled  ## every page of every role, what answers forms too: axe in both languages and themes, keyboard, 320 px, 200 %
	$(BIN)/pytest -m accessibility -rap

screens: .venv/test compiled  ## picture every page, for docs/screens/ and for the pages of help
	$(BIN)/python -m tests.browser.screens

test-kafka: .venv/test compiled  ## contract and end-to-end tests on a real Apache Kafka and PostgreSQL
	$(BIN)/pytest -m kafka -rap

test-faults: .venv/test compiled  ## a real Kafka and PostgreSQL that fall silent, are cut off, fail over; ten minutes
	$(BIN)/pytest -m faults -s $(ARGS)

test-crash: .venv/test compiled  ## kill -9 again and again while requests are posted
	$(BIN)/pytest -m crash -s

verify: .venv/test compiled  ## solver and checker against brute force, another solver, spoiled plans; a quarter of an hour
	$(BIN)/pytest -s -m verify tests/verify
	$(BIN)/pytest -rA tests/matcher/solver_process/test_solver_process.py
	# the random problems of `make test`, and twenty times as many
	TALENTPOOL_SEEDS=20 $(BIN)/pytest tests/matcher/test_metamorphic.py tests/matcher/roster tests/matcher/bound tests/matcher/search/test_moves.py
	# compiled once more, so that an index out of bounds is an error and not a crash some day
	folder=$$(mktemp -d) && NUMBA_BOUNDSCHECK=1 NUMBA_CACHE_DIR=$$folder $(BIN)/pytest tests/matcher/arrays tests/matcher/search tests/matcher/bound && rm -r $$folder

bench: .venv/test compiled  ## every target of the matcher, over an hour; writes bench/RESULTS.md
	$(BIN)/python -m bench all --out bench/RESULTS.md $(ARGS)

docs: .venv/test         ## rewrite the generated pages
	$(BIN)/python -m service.docs

lock: .venv/test         ## compile the lock files: hashes, no index lines, a week of cooldown
	cd requirements && for set in runtime test; do \
	  ../$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes \
	    --no-emit-index-url --no-header --no-annotate --exclude-newer "1 week" \
	    $$( [ $$set = test ] && echo "-c runtime.lock" ) $$set.in -o $$set.lock || exit 1; done

# Quiet on success, so that `make run ARGS="--once --json"` leaves stdout to the answer.
.venv/runtime: requirements/runtime.lock pyproject.toml
	@test -x $(BIN)/python || $(PYTHON) -m venv .venv
	@echo "setting up .venv (once, about a minute) ..." >&2
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/runtime.lock >&2
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e . >&2
	@$(BIN)/python -m compileall -q models matcher wording application producers consumers infra web service >&2
	@touch $@

# Instant where it is compiled already; without it, greedy insertion and HiGHS plan.
compiled: .venv/runtime  ## compile the search, once for every version, in about a minute
	@$(BIN)/python -m matcher.solving.compile_all >/dev/null || true

.venv/test: requirements/test.lock .venv/runtime
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/test.lock >&2
	@touch $@

clean:           ## remove the environment and caches; data in var/ stays
	rm -rf .venv build *.egg-info .mypy_cache .ruff_cache .pytest_cache .hypothesis
