# make run    start everything; ARGS="--rehearse-at 2023-09-11T10:35" and other flags go to `paizhao serve`
# make test   check, then run every test
PYTHON ?= python3
BIN := .venv/bin
# Servers and browsers wait for one another more than they reckon.
WORKERS ?= 3

.PHONY: run test check bench mutants screenshots clean

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
	$(BIN)/python scripts/vendor.py check

bench: .venv/dev
	$(BIN)/python -m bench

mutants: .venv/dev
	$(BIN)/pip install --quiet --disable-pip-version-check --editable '.[mutants]'
	$(BIN)/mutmut run
	$(BIN)/mutmut results

screenshots: .venv/dev
	sh scripts/system-packages.sh
	$(BIN)/python -m scripts.screenshots

.venv/run: pyproject.toml
	sh scripts/venv.sh $(PYTHON)
	$(BIN)/pip install --quiet --disable-pip-version-check --editable .
	@touch $@

.venv/dev: pyproject.toml
	sh scripts/venv.sh $(PYTHON)
	$(BIN)/pip install --quiet --disable-pip-version-check --editable '.[dev]'
	@touch .venv/run $@

clean:
	rm -rf .venv dist
