# What this project can do. `make` alone lists it; the work is in tools/.
SHELL := /bin/bash
.DEFAULT_GOAL := help
.PHONY: help serve test build size bench screens picture proof torture setup setup-build setup-test check clean
PORT ?= 8080

help: ## List these commands
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/  make \1\t\2/p' Makefile | expand -t 22

serve: build ## Set up what is missing, build the release, serve it on 127.0.0.1:8080 (PORT=...)
	@PORT=$(PORT) node tools/serve.mjs

test: setup-test ## Set up what is missing, and run every test (ATTUNE_ENGINES=chromium,firefox,webkit picks engines)
	@tools/test.sh

check: setup-build ## Formatting and lints, for the host and for wasm
	@tools/check.sh

build: setup-build ## Build the sealed release page into dist/
	@tools/build.sh

size: setup-test build ## Weigh the release after brotli; fails above 235 KB
	@tools/size.sh

bench: setup-test build ## Measure a derived key, a keystroke, ten years opened, edited, weighed, understood and looked through, a long conversation seen, a handover sealed, a record drawn up; fails above a budget (BENCH=name)
	@status=0; tools/cargo.sh test --quiet --locked --test e2e -- --bench $(BENCH) || status=1; tools/measure.sh $(BENCH) || status=1; exit $$status

screens: setup-test build ## Picture every screen at 390, 820 and 1440 px, light and dark, into target/screens/ (SCREENS=name)
	@tools/cargo.sh test --quiet --locked --test e2e -- --screens $(SCREENS)

picture: setup-test build ## Take README's picture anew
	@tools/cargo.sh test --quiet --locked --test e2e -- --screens canvas-details
	@cp $${CARGO_TARGET_DIR:-target}/screens/canvas-details-1440-light.png docs/canvas.png

proof: setup-test build ## What takes long: the same source gives the same bytes; every screen in every engine; browsers killed after "Saved" lose nothing, and leave no typed word
	@tools/proof.sh

torture: setup-test build ## Hostile bytes and killed browsers, for long (ATTUNE_FUZZ_ROUNDS, ATTUNE_FUZZ_SEED, ATTUNE_KILLS)
	@tools/torture.sh

setup: setup-test ## Install what is missing for building and testing

setup-build:
	@tools/setup.sh build

setup-test:
	@tools/setup.sh test

clean: ## Remove what was built (installed tools stay)
	@tools/clean.sh
