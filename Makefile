# Everything starts here. `make help` lists the targets. Needs Python 3.11+ with venv, and make; the rest is fetched once.
PYTHON ?= python3
BIN := .venv/bin
CLIP ?= examples/lying-curl.mp4
EXERCISE ?= lying-leg-curl
REPORT ?= var/report
JOBS ?= auto
unexport PYTHONDONTWRITEBYTECODE # where it is set, every start would compile everything anew

.PHONY: help ready run sample test check lint docs bench soak build clean renew-uv
.DEFAULT_GOAL := help

help: ## list the targets
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 12

ready: ## install what is missing (every other target does this first)
	@$(PYTHON) scripts/bootstrap.py

run: ready ## start the web app at http://127.0.0.1:8000 and open it (SERVE="--port 8001 --no-browser" and the like)
	@$(BIN)/eccentric serve $(SERVE)

sample: ready ## watch the sample clip and write its report (CLIP=, EXERCISE=, REPORT= change it)
	@$(BIN)/eccentric watch $(CLIP) --exercise $(EXERCISE) --report $(REPORT)
	@echo "Open the report in a browser: $(abspath $(REPORT))/index.html"

lint: ready
	@$(BIN)/ruff check --quiet .
	@$(BIN)/ruff format --check --quiet .
	@$(BIN)/mypy
	@said=$$($(BIN)/lint-imports 2>&1) || { echo "$$said"; exit 1; }
	@$(BIN)/eccentric library check
	@$(BIN)/python -m scripts.build_docs --check

check: lint ## the checks to run before each commit: style, types, imports, library, docs, fast tests
	@$(BIN)/pytest -q -m "not slow and not browser" -n $(JOBS)

test: lint ## everything, browser tests too
	@$(BIN)/python scripts/system_packages.py
	@$(BIN)/pytest -q -n $(JOBS) --dist worksteal -m "not browser"
	@$(BIN)/pytest -q -n $(JOBS) --dist worksteal -m browser

soak: ready ## the property and fuzz tests, twenty times longer
	@$(BIN)/pytest -q -n $(JOBS) --hypothesis-profile=soak -m "not browser"

bench: ready ## measure, print ratios, and write docs/reference/accuracy.md (BENCH=name for one)
	@$(BIN)/python -m bench $(BENCH)

docs: ready ## write the generated pages: commands, schemas, the API, index
	@$(BIN)/python -m scripts.docs_api
	@$(BIN)/python -m scripts.build_docs

build: ready ## make the wheel, models and browser assets inside
	@.uv/bin/uv build --quiet --wheel --out-dir dist
	@ls -1 dist/*.whl

clean: ## remove what is built or measured; the environment stays (rm -rf .venv .uv node_modules removes that)
	@rm -rf dist build var/report var/setup.log .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis
	@find src tests bench scripts -name __pycache__ -type d -prune -exec rm -rf {} +

renew-uv: ready
	@printf 'uv==$(UV_VERSION)\n' | .uv/bin/uv pip compile --quiet --no-header --no-annotate --generate-hashes --universal - -o scripts/uv-requirements.txt
