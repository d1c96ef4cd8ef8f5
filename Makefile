# Footing's commands. Each does its own set-up; see README.md.

# The system's Python goes before the PATH's where it is as new and can make an
# environment: distributions compile theirs for speed, with a fifth less computing.
PYTHON ?= $(shell for each in /usr/bin/python3 python3; do \
  $$each -c 'import ensurepip, sys; sys.exit(sys.version_info < (3, 11))' 2> /dev/null \
  && break; done; echo $$each)
PORT ?= 8000
HOST ?= 127.0.0.1
SAMPLE ?= yes
N ?= 1000000
SECONDS ?= 30
P ?=
IN := .venv/bin/python
export PORT HOST SAMPLE
# Without it every process compiles a thousand modules anew: half a second each.
unexport PYTHONDONTWRITEBYTECODE

.PHONY: run test test-fast lint format setup bench load walk fuzz pictures

run: ## everything from nothing, at http://127.0.0.1:8000 (PORT=, HOST= to change)
	@$(PYTHON) config/install.py requirements.txt
	@exec $(IN) manage.py run

test: setup ## the whole test suite, browser tests included
	@$(IN) -m tests.browser
	@exec $(IN) -m pytest -n 3 --dist worksteal --with-browser

test-fast: setup ## without browser: the packages that changed, or P=studies
	@exec $(IN) -m tests.fast $(P)

setup: ## the environment alone
	@$(PYTHON) config/install.py requirements-dev.txt

lint: setup ## style, floors, templates, missing migrations, deployment
	@PATH=".venv/bin:$$PATH" sh bin/lint

format: setup ## Python and templates, as lint wants them
	@.venv/bin/ruff check --select I --fix --quiet .
	@.venv/bin/ruff format --quiet .
	@$(IN) bin/format_templates.py templates

bench: setup ## the benchmarks, one after the other
	@for file in $(filter-out benchmarks/load.py,$(wildcard benchmarks/[a-z]*.py)); do \
	  echo "== $$file"; $(IN) -m "benchmarks.$$(basename $$file .py)" || exit 1; done

load: setup ## a synthetic store of N claims
	@exec $(IN) -m benchmarks.load $(N)

walk: setup ## the modules entered while a grade is posted and read
	@exec $(IN) -m tests.walk

fuzz: ## each reader and the API with what nobody wrote, SECONDS=30 each
	@$(PYTHON) config/install.py requirements-fuzz.txt
	@exec $(IN) -m tests.fuzz $(SECONDS)

pictures: setup ## docs/pictures/, taken anew from the sample evidence
	@$(IN) -m tests.browser
	@exec $(IN) bin/pictures.py
