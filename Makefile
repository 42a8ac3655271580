# make run    start everything; ARGS="--rehearse-at 2023-09-11T10:35" and other flags go to `paizhao serve`
# make test   check, then run every test
# make lock   take the newest of every package into lock/, then `make test` before committing it
PYTHON ?= python3
BIN := .venv/bin
# Servers and browsers wait for one another more than they reckon.
WORKERS ?= 3
PIP_INSTALL := $(BIN)/pip install --quiet --disable-pip-version-check

.PHONY: run test check lock bench mutants browsers screenshots clean

run: .venv/run
	@exec $(BIN)/paizhao serve $(ARGS)

test: check
	sh scripts/system-packages.sh
	$(BIN)/pytest -q -n $(WORKERS) --dist loadfile --no-loadscope-reorder --durations 15

check: .venv/dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python -m scripts.storeys check
	$(BIN)/python -m scripts.lock check
	$(BIN)/python scripts/vendor.py check
	$(BIN)/python -m scripts.floors

lock: .venv/dev
	$(BIN)/uv pip compile --quiet --upgrade --extra build --extra dev --output-file lock/dev.txt pyproject.toml
	$(BIN)/uv pip compile --quiet --upgrade --extra build --constraint lock/dev.txt --output-file lock/run.txt pyproject.toml
	$(MAKE) .venv/dev
	$(BIN)/python -m scripts.lock draw

bench: .venv/dev
	$(BIN)/python -m bench

mutants: .venv/dev
	$(PIP_INSTALL) --editable '.[mutants]'
	$(BIN)/mutmut run
	$(BIN)/mutmut results

browsers: .venv/dev
	$(BIN)/python -m scripts.browsers

screenshots: .venv/dev
	sh scripts/system-packages.sh
	$(BIN)/python -m scripts.screenshots

.venv/run .venv/dev: .venv/%: pyproject.toml lock/%.txt
	sh scripts/venv.sh $(PYTHON)
	$(PIP_INSTALL) --require-hashes -r lock/$*.txt
	$(PIP_INSTALL) --no-deps --no-build-isolation --editable .
	@touch $@

clean:
	rm -rf .venv dist
