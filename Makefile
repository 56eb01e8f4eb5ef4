# make run               sets up what is missing and cleans the shipped fixtures into out/
# make run IN=a OUT=b    cleans your own folder of filings
# make serve IN=a OUT=b  cleans it on a schedule, with Prefect's UI, until Ctrl-C
# make test              sets up what the tests need and runs every check
# make cluster           shows many machines on one: PostgreSQL, S3, two workers, one of which is killed
# make faults            the fault campaign: hostile files, broken programs, full disks, 100 kills (a quarter of an hour)
# make fuzz              looks for texts that break the cleaning, for SECONDS=600

IN ?= fixtures/filings
OUT ?= out
SECONDS ?= 600

# The first of these that is Python 3.11 or newer; the lock was made for 3.11.
PYTHON := $(shell for p in python3.11 python3 python3.12 python3.13 python3.14; do \
	"$$p" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && command -v "$$p" && break; done)
VENV := .venv
BIN := $(VENV)/bin
LOCK := uv pip compile pyproject.toml --universal --python-version 3.11 --generate-hashes --no-strip-extras \
	--no-annotate --no-emit-index-url --no-emit-find-links --custom-compile-command 'make lock' --quiet

.PHONY: run serve test faults fuzz lint cluster programs lock clean
.DELETE_ON_ERROR:

run: programs $(VENV)/requirements.done $(VENV)/project.done
	$(BIN)/clean-filings run "$(IN)" --out "$(OUT)" --flow

serve: programs $(VENV)/requirements.done $(VENV)/project.done
	$(BIN)/clean-filings serve --inbox "$(IN)" --outbox "$(OUT)"

# Tests of servers wait for most of their time: three processes keep two cores at work.
test: BROWSER := yes
test: programs $(VENV)/requirements-dev.done $(VENV)/project.done lint
	$(BIN)/pytest -n 3 --dist loadgroup

cluster: DATABASE := yes
cluster: programs $(VENV)/requirements-dev.done $(VENV)/project.done
	$(BIN)/python -m benchmarks.cluster

faults: programs $(VENV)/requirements-dev.done $(VENV)/project.done
	$(BIN)/python -m benchmarks.faults

# Half of the time goes to new examples of what each cleaner promises, half to texts for all of them.
# Atheris has no wheels for every Python, and nothing else needs it: it is installed for this alone.
fuzz: $(VENV)/requirements-dev.done $(VENV)/project.done
	ends=$$(($$(date +%s) + $(SECONDS) / 2)); while [ $$(date +%s) -lt $$ends ]; do \
		HYPOTHESIS_PROFILE=new $(BIN)/pytest -q -x tests/cleaners/test_contracts.py || exit 1; done
	$(BIN)/pip install --quiet --disable-pip-version-check atheris==3.0.0
	$(BIN)/python -m benchmarks.fuzz --seconds $$(($(SECONDS) / 2))

lint: $(VENV)/requirements-dev.done $(VENV)/project.done
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports

$(BIN)/python: | programs
	"$(PYTHON)" -m venv $(VENV)

# A stamp is as old as the lock it was installed from: nothing is installed twice. The lock is complete, so
# pip need not look for what it names (and pip 23.0 cannot match a hash to a package with an extra).
$(VENV)/%.done: %.lock | $(BIN)/python
	$(BIN)/pip install --quiet --disable-pip-version-check --no-deps --require-hashes -r $<
	touch $@

$(VENV)/project.done: pyproject.toml | $(BIN)/python
	$(BIN)/pip install --quiet --disable-pip-version-check --no-deps --editable .
	touch $@

programs:
	@PYTHON="$(PYTHON)" BROWSER="$(BROWSER)" DATABASE="$(DATABASE)" .ci/programs

lock:
	$(LOCK) --extra fast --extra s3 --output-file requirements.lock
	$(LOCK) --extra fast --extra s3 --extra dev --constraints requirements.lock --output-file requirements-dev.lock

clean:
	rm -rf $(VENV) build *.egg-info
