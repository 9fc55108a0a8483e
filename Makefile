# `make run` opens the program, `make test` passes the tests; both make the environment first.
# `make check` is the whole gate.

ENV := .venv
BIN := $(ENV)/bin
READY := $(ENV)/.ready

.PHONY: run test check format-check lint types contracts sizes docs-check coverage docs format lock wheel-test clean

run: $(READY)
	@$(BIN)/digest

test: $(READY)
	$(BIN)/pytest -n auto

check: format-check lint types contracts sizes docs-check coverage

$(READY): requirements.lock pyproject.toml tools/environment
	@tools/environment $(ENV)
	@touch $@

format-check: $(READY)
	$(BIN)/ruff format --check .

lint: $(READY)
	$(BIN)/ruff check .

types: $(READY)
	$(BIN)/mypy

contracts: $(READY)
	$(BIN)/lint-imports --no-cache

sizes: $(READY)
	$(BIN)/python tools/sizes.py

docs-check: $(READY)
	$(BIN)/python tools/keys_reference.py --check
	$(BIN)/python tools/commands_reference.py --check

coverage: $(READY)
	$(BIN)/pytest -n auto --cov --cov-report=term --cov-fail-under=90

docs: $(READY)
	$(BIN)/python tools/keys_reference.py
	$(BIN)/python tools/commands_reference.py

format: $(READY)
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

lock:
	uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-emit-index-url \
	  --no-emit-find-links --group dev --custom-compile-command "make lock" \
	  pyproject.toml -o requirements.lock

wheel-test: $(READY)
	tools/wheel-test

clean:
	rm -rf $(ENV) build dist
