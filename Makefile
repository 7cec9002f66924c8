# Muniment's targets. `make demo` and `make test` need Python 3.11 or later and nothing else.
#
#   make demo       install into .venv, read the examples, show what comes out
#   make test       style, types, import contracts, the quick tests
#   make test-all   all of that and the slow tests
#   make test-postgres  the tests that keep a case in PostgreSQL, which must be installed (Debian: postgresql)
#   make test-spacy the tests that need spaCy, in an environment of their own (some 300 MB)
#   make score      measure against the annotated articles, where they are at hand
#   make golden     show what changed in the claims of the examples, and accept change by change
#   make diff-claims  show what changed in the claims of 200 random stories since BASE (HEAD), where stories are at hand
#   make notebook   the known errors by cause, with what each sentence gives now (ONLY="votes date": a part)
#   make mended     move the known errors that read right now to the sentences that stay right
#   make readme     write what the README's sessions print now
#   make figures    write the README's figures as they are measured now
#   make model      make the language model again from its declared inputs (some 90 minutes, needs the corpora)
#   make confidence fit the confidence of claims again, and its page (after a change of frames)
#   make folds      what the frames are worth on stories that did not help to find them
#   make build      wheel and source archive into dist/
#   make clean      remove .venv and everything that is made

PYTHON ?= $(shell for p in python3 python3.14 python3.13 python3.12 python3.11; do \
  $$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && { echo $$p; break; }; done)
VENV    := .venv
BIN     := $(VENV)/bin
PIP     := $(BIN)/python -m pip --disable-pip-version-check install --quiet
SHARED  ?= ../shared
JOBS    ?= auto
BASE    ?= HEAD
TEXTS   ?= $(SHARED)/corpora/newswire.jsonl
SAMPLE  ?= 200
SEED    ?= 1
WORK    := build/score
TRAIN   := build/venv-train
SPACY   := build/venv-spacy

.DEFAULT_GOAL := help
.PHONY: help demo test test-all test-slow test-spacy test-postgres lint types imports quick score golden diff-claims notebook mended readme figures model confidence folds build clean

help:
	@sed -n 's/^#   //p' Makefile

# -- environments: a stamp each, so that a second call does nothing -------------------------------------------

$(BIN)/python:
	@test -n "$(PYTHON)" || { echo "Muniment needs Python 3.11 or later; none was found."; exit 1; }
	$(PYTHON) -m venv $(VENV)

$(VENV)/.installed: pyproject.toml | $(BIN)/python
	$(PIP) --editable .
	@touch $@

$(VENV)/.dev: pyproject.toml | $(BIN)/python
	$(PIP) --editable '.[dev]'
	@touch $@ $(VENV)/.installed

$(SPACY)/.ready: pyproject.toml
	$(PYTHON) -m venv $(SPACY)
	$(SPACY)/bin/python -m pip --disable-pip-version-check install --quiet --editable '.[dev,spacy]'
	@touch $@

$(TRAIN)/.ready: pyproject.toml
	$(PYTHON) -m venv $(TRAIN)
	$(TRAIN)/bin/python -m pip --disable-pip-version-check install --quiet --editable '.[training]'
	@touch $@

# -- for everyone ---------------------------------------------------------------------------------------------

demo: $(VENV)/.installed
	@$(BIN)/muniment demo

# -- for those who change it ----------------------------------------------------------------------------------

test: lint types imports quick

test-all: lint types imports quick test-slow

lint: $(VENV)/.dev
	$(BIN)/ruff check
	$(BIN)/ruff format --check --quiet

types: $(VENV)/.dev
	$(BIN)/mypy

imports: $(VENV)/.dev
	$(BIN)/lint-imports --no-logo

quick: $(VENV)/.dev
	$(BIN)/python -m pytest -q -n $(JOBS) --dist loadgroup -m "not slow"

# Slow tests take turns: several start processes of their own and measure them.
test-slow: $(VENV)/.dev
	$(BIN)/python -m pytest -q -m slow

# The quick tests start a server where they find one; here a missing one is a failure.
test-postgres: export MUNIMENT_TEST_POSTGRES ?= start
test-postgres: $(VENV)/.dev
	$(BIN)/python -m pytest -q tests/ledger/store tests/pipeline tests/outputs/test_places.py

test-spacy: $(SPACY)/.ready
	$(SPACY)/bin/python -m pytest -q tests/language/test_spacy.py tests/outputs/test_language_option.py

score: $(VENV)/.installed
	@if test ! -d $(SHARED)/gold; then echo "The annotated articles ($(SHARED)/gold) are not at hand: nothing to score."; \
	else rm -rf $(WORK); mkdir -p $(WORK); \
	  for set in dev:$(SHARED)/gold/dev seeds:$(SHARED)/seeds; do \
	    name=$${set%%:*}; echo "== $$name"; \
	    $(BIN)/muniment read $${set#*:} --case $(WORK)/$$name.db --quiet && \
	    $(BIN)/muniment score $(SHARED)/gold/$$name.jsonl --case $(WORK)/$$name.db || exit 1; \
	  done; fi

golden: $(VENV)/.dev
	@$(BIN)/python -m tests.accept $(ACCEPT)

diff-claims: $(VENV)/.dev
	@$(BIN)/python -m benchmarks.diff_claims --base "$(BASE)" --texts "$(TEXTS)" --sample $(SAMPLE) --seed $(SEED) \
	  --register "$(REGISTER)" --kind "$(KIND)" --most $(or $(MOST),0)

notebook: $(VENV)/.dev
	@$(BIN)/python -m tests.claims.notebook $(ONLY)

mended: $(VENV)/.dev
	@$(BIN)/python -m tests.claims.notebook mended

readme: $(VENV)/.dev
	@$(BIN)/python -m tests.readme sessions

figures: $(VENV)/.dev
	@$(BIN)/python -m tests.readme figures

model: $(TRAIN)/.ready
	$(TRAIN)/bin/python -m training --corpora $(SHARED)/corpora --work build/model

confidence: $(VENV)/.dev
	@PYTHONPATH=. $(BIN)/python -m training.confidence --gold $(SHARED)/gold

folds: $(VENV)/.dev
	@PYTHONPATH=. $(BIN)/python benchmarks/folds.py --gold $(SHARED)/gold

build: $(VENV)/.dev
	$(PIP) build
	$(BIN)/python -m build --outdir dist .

clean:
	rm -rf $(VENV) build dist .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis
