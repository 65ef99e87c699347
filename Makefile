# The first call of each target sets up .venv; later calls set up nothing.
PYTHON ?= python3
BIN := .venv/bin
PYTEST := $(BIN)/pytest
export NO_MKDOCS_2_WARNING := 1

.PHONY: site serve check lint lint-scripts test coverage test-code test-browser test-search test-unit test-guide test-all bench mutants search-score requirements clean

site: .venv/site.done
	$(BIN)/mkdocs build

serve: .venv/site.done
	$(BIN)/mkdocs serve

check: .venv/site.done
	$(BIN)/massage-guide check

# What machines can say of the code: its form, its types, and what old browsers can read of the scripts.
lint: .venv/test.done lint-scripts
	$(BIN)/ruff check hooks tests
	$(BIN)/ruff format --check hooks tests
	$(BIN)/mypy

# Needs Node.js; nothing else does.
lint-scripts: .venv/test.done node_modules/.done
	npx --no-install tsc -p .
	$(BIN)/pytest --quiet -m scripts tests/scripts

# All tests but the slow ones, in four parts that run beside each other: most of them wait, for a browser or a build.
PARTS := browser guide code search

test: .venv/test.done
	@for part in $(PARTS); do \
		$(MAKE) --no-print-directory test-$$part >.venv/test-$$part.log 2>&1 & parts="$$parts $$!"; \
	done; \
	for part in $$parts; do wait $$part || failed=1; done; \
	for part in $(PARTS); do echo "The tests of $$part:"; cat .venv/test-$$part.log; done; \
	exit $${failed:-0}

test-code: .venv/test.done
	$(PYTEST) $(patsubst %,--ignore=tests/%,$(filter-out code,$(PARTS)))

test-browser test-search: test-%: .venv/test.done
	$(PYTEST) tests/$*

# How much of the code its tests run: as much as pyproject.toml says. Measuring makes them three times as slow, so it is
# a command of its own, and a job of its own in CI. What tests/guide promises says nothing of the code.
coverage: .venv/test.done
	$(BIN)/coverage erase
	for part in code browser search; do \
		$(MAKE) --no-print-directory test-$$part PYTEST="$(BIN)/coverage run -m pytest" || exit 1; \
	done
	$(BIN)/coverage combine --quiet
	$(BIN)/coverage report

# The code in small pieces, without a build or a browser: under a minute.
test-unit: .venv/test.done
	$(BIN)/pytest tests/unit

# What our own content promises, and the routine of those who change it. It says nothing of the code, and measuring it
# would take minutes.
test-guide: .venv/test.done
	$(BIN)/pytest tests/guide

test-all: .venv/test.done node_modules/.done
	$(BIN)/pytest -m "slow or not slow"

# Prints measurements; nothing is asserted. One of them: make bench ONLY=first_view
# Larger builds, which take minutes: make bench ONLY=full_build SIZES="250 2500"
# How long the pages are on a phone, beside an earlier revision: make bench ONLY=reading BASE=HEAD~1
bench: .venv/test.done
	$(BIN)/python -m tests.bench $(ONLY)

# Changes the code in small ways, one at a time, and prints each change that no test noticed. A quick look, or all of a
# folder: make mutants ONLY="cost text/prose" MOST=20
mutants: .venv/test.done
	$(BIN)/python -m tests.mutants $(if $(MOST),--most $(MOST)) $(ONLY)

# How good the search is, by kind of query, beside Material's own.
search-score: .venv/test.done
	$(BIN)/python -m tests.search.score

# Read by any Python, however old: pip would speak of packages that are not there.
TOO_OLD := import sys; sys.version_info >= (3, 11) or sys.exit( \
	"The guide needs Python 3.11 or newer, and $(PYTHON) is Python %d.%d: name a newer one, such as make PYTHON=python3.12 $(MAKECMDGOALS)" \
	% sys.version_info[:2])

.venv/site.done: requirements/site.txt pyproject.toml
	@$(PYTHON) -c '$(TOO_OLD)'
	$(PYTHON) -m venv .venv
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements/site.txt
	$(BIN)/pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	touch $@

.venv/test.done: .venv/site.done requirements/test.txt
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements/test.txt
	$(BIN)/python -m tests.support.chromium
	touch $@

node_modules/.done: package.json package-lock.json .npmrc
	@command -v npm >/dev/null || { echo "npm is missing: install Node.js 20 or newer. It checks the scripts; no build needs it." >&2; exit 1; }
	npm ci
	touch $@

# Needs uv. Run it after changing requirements/*.in.
requirements:
	for name in site test properdocs audit; do \
		uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url \
			--custom-compile-command "make requirements" --output-file requirements/$$name.txt requirements/$$name.in \
			|| exit 1; \
	done

clean:
	rm -rf site build .cache .site-* mkdocs.staged.yml
