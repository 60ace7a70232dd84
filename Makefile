# Vitrine: `make demo` to see it, `make test` and `make check` to judge it. CONTRIBUTING.md says more.
SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DELETE_ON_ERROR:
.DEFAULT_GOAL := help

VENV := .venv
BIN := $(VENV)/bin
DONE := $(VENV)/done
PYTHON ?=
export PYTHON

QML := $(sort $(shell find ui/qml -name '*.qml'))
QML_MODULES := $(sort $(shell find ui/qml -name qmldir))
TRANSLATIONS := $(patsubst %.ts,%.qm,$(wildcard ui/translations/*.ts))

.PHONY: help
help: ## Say what can be made
	@sed -n 's/^\([a-z-]*\):.*## /\1\t/p' $(MAKEFILE_LIST) | expand -t 12

# --- Setting up: each step leaves a mark, so that a second run has nothing to do ----------------------------------------

.PHONY: setup
setup: $(DONE)/project assets/fetched/.complete $(TRANSLATIONS) ## Install everything into .venv, and the models

$(DONE)/system: packaging/setup/debian.txt packaging/setup/system.sh packaging/setup/python.sh
	python=$$(packaging/setup/python.sh) && packaging/setup/system.sh "$$python"
	mkdir -p $(@D) && touch $@

$(DONE)/venv: | $(DONE)/system
	"$$(packaging/setup/python.sh)" -m venv $(VENV)
	touch $@

$(DONE)/packages: requirements-dev.txt | $(DONE)/venv
	$(BIN)/python -m pip --disable-pip-version-check install --quiet --no-deps --require-hashes --requirement $<
	touch $@

$(DONE)/project: pyproject.toml requirements.in $(DONE)/packages
	$(BIN)/python -m pip --disable-pip-version-check install --quiet --no-deps --no-build-isolation --editable . \
	    --config-settings editable_mode=compat
	touch $@

assets/fetched/.complete: assets/models.toml | $(DONE)/project
	$(BIN)/vitrine models
	touch $@

ui/translations/%.qm: ui/translations/%.ts | $(DONE)/project
	$(BIN)/pyside6-lrelease -silent $< -qm $@

# --- Using it -----------------------------------------------------------------------------------------------------------

.PHONY: demo
demo: setup ## Run the kiosk on the sample shop
	$(BIN)/vitrine demo

.PHONY: bench
bench: setup ## Measure what a frame costs, beside bare MediaPipe
	$(BIN)/vitrine bench

.PHONY: shots
shots: setup ## Draw every screen in every shape into build/shots
	$(BIN)/python -m ui.shots build/shots

# --- Judging it ---------------------------------------------------------------------------------------------------------

.PHONY: test
test: setup ## Run the tests
	$(BIN)/pytest

.PHONY: soak
soak: setup ## Run the long tests, for half an hour or MINUTES=...
	$(if $(MINUTES),VITRINE_SOAK_MINUTES=$(MINUTES)) $(BIN)/pytest -m soak

.PHONY: quality
quality: setup ## Measure the try-on on photographs and clips of people, and write docs/quality.md
	$(BIN)/python -m tests.quality docs \
	    $(if $(FACES),--faces "$(FACES)") $(if $(CLIPS),--clips "$(CLIPS)") $(if $(HANDS),--hands "$(HANDS)")

.PHONY: check
check: setup check-python check-qml check-bench ## Judge style, types, import contracts, QML, and that the benchmark runs

.PHONY: check-python
check-python: setup
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-logo --no-cache

.PHONY: check-qml
check-qml: setup
	@# It looks for a file's own module, which says whether the file is a singleton, only where it is told to.
	$(BIN)/pyside6-qmllint -W 0 -I ui/qml $(QML_MODULES:%=-i %) $(QML)
	for file in $(QML); do \
	    $(BIN)/pyside6-qmlformat "$$file" | diff --unified "$$file" - || { echo "$$file: run \`make format\`" >&2; exit 1; }; \
	done

.PHONY: check-bench
check-bench: setup
	$(BIN)/vitrine bench --json --width 640 --height 360 --face-px 150 --layers 1 | $(BIN)/python -m json.tool

.PHONY: format
format: setup ## Bring Python and QML into the house style
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .
	$(BIN)/pyside6-qmlformat --inplace $(QML)

# --- Keeping it ---------------------------------------------------------------------------------------------------------

LOCK := $(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-annotate --no-emit-index-url

.PHONY: lock
lock: setup ## Pin what requirements*.in ask for, with hashes
	UV_CUSTOM_COMPILE_COMMAND="make lock" $(LOCK) requirements.in --output-file requirements.txt
	UV_CUSTOM_COMPILE_COMMAND="make lock" $(LOCK) --constraint requirements.txt requirements-dev.in --output-file requirements-dev.txt

.PHONY: clean
clean: ## Remove what was made, the virtual environment and the fetched files
	rm -rf $(VENV) build dist assets/fetched *.egg-info .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis
	rm -f ui/translations/*.qm
