# Every command there is. `make help` lists them.
.DEFAULT_GOAL := help
SHELL := /bin/bash

help: ## list the commands
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## (.*)/  make \1\t\2/' | expand -t 16

serve: ## build the release and serve it, with the demo blog, on a printed address
	@.ci/build.sh
	@node tests/e2e/server.mjs

build: ## build the release into dist/
	@.ci/build.sh

dev: ## serve a development build that reloads as files change
	@.ci/setup.sh
	@. .ci/env.sh && trunk serve --offline

check: ## formatting, lints for both targets, documentation
	@.ci/check.sh

test: ## every test: native, in the browser, and of what a person does
	@.ci/test.sh

score: ## how right inference is on the labelled blogs, blog by blog, against its floors
	@. .ci/env.sh && cargo run --quiet --example score

bench: ## sizes against their budgets, and benchmarks (the first time takes some ten minutes to build)
	@.ci/build.sh
	@.ci/node.sh bench
	@.ci/browser.sh
	@node tests/e2e/sizes.mjs
	@. .ci/env.sh && node tests/bench/bench.mjs
	@. .ci/env.sh && cargo bench

release: ## pack what was built for static hosts and for npm, into release/
	@.ci/build.sh
	@node .ci/release.mjs

fuzz: ## fuzz each format: make fuzz SECONDS_EACH=1800 TARGET=xml
	@fuzz/run.sh $(or $(SECONDS_EACH),60) $(TARGET)

clean: ## remove what was built, but keep the tools
	rm -rf target dist release

.PHONY: help serve build dev check test score bench fuzz release clean
