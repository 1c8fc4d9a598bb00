# What one does here: `make demo` shows the main job, `make test` checks everything, `make scores` measures.
PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin
WHEELS := target/wheels
DIST := target/dist
DEMO := tests/texts/readout.txt
export NOTAVERBALE_DATA ?= ../shared/data

# A virtual environment of its own, with what a file of requirements names and the wheel.
define environment
$(PYTHON) -m venv $(1)
	$(1)/bin/pip install -q -r $(2)
	$(1)/bin/pip install -q --force-reinstall --no-deps $(WHEELS)/*.whl
endef

.PHONY: demo test test-rust test-features test-package test-api test-python test-oldest test-release
.PHONY: test-distributed test-browser test-wheels test-msrv deny fuzz
.PHONY: wheel wheels stubs api pictures screenshots docs scores held-out speed bench bench-polarity bench-styles bench-python bench-stream train clean

## Build, install, and read the sample text: tables on the terminal, and an HTML view.
demo: $(BIN)/python
	$(BIN)/pip install -q .
	$(BIN)/notaverbale analyze --format table $(DEMO)
	$(BIN)/notaverbale analyze --format html --output target/demo.html $(DEMO)
	@echo "HTML view: $(CURDIR)/target/demo.html"

## Everything: formatting, lints, tests, documentation, the installed wheel, stubs.
test: test-rust test-features test-package test-api test-python test-oldest test-release

test-rust:
	cargo fmt --all --check
	cargo clippy --workspace --all-targets -- -D warnings
	cargo test --workspace
	RUSTDOCFLAGS="-D warnings" cargo doc --workspace --no-deps

test-python: $(VENV)/tests
	$(BIN)/ruff check python tests docs release crates/notaverbale-dev/bench
	$(BIN)/ruff format --check python tests docs release crates/notaverbale-dev/bench
	$(BIN)/pytest -q
	$(BIN)/pytest -q --doctest-modules --pyargs notaverbale
	rm -rf target/stubs && $(BIN)/maturin generate-stubs --profile release --out target/stubs
	diff -u python/notaverbale/_native.pyi target/stubs/notaverbale/_native.pyi

# The oldest Python and the oldest libraries that pyproject.toml allows, in an environment of their own.
OLDEST := $(firstword $(wildcard $(or $(PYENV_ROOT),$(HOME)/.pyenv)/versions/3.10.*/bin/python3.10) \
	$(shell command -v python3.10))
test-oldest: private PYTHON := $(OLDEST)
test-oldest: wheel
ifneq ($(OLDEST),)
	$(call environment,$(VENV)-oldest,tests/python/requirements-oldest.txt)
	$(VENV)-oldest/bin/pytest -q
else
	@echo "skipped: no python3.10"
endif

# What a release says of itself, and the workflows that make one.
test-release: $(VENV)/tools
	$(BIN)/pytest -q tests/release/test_sources.py
	$(BIN)/python release/third_party.py --check
	$(BIN)/check-jsonschema --builtin-schema vendor.citation-file-format CITATION.cff
	$(BIN)/check-jsonschema --builtin-schema vendor.github-workflows .github/workflows/*.yml
	$(BIN)/zizmor --quiet --offline --strict-collection .github

## Spark and Dask give the rows that one machine gives; Spark needs Java, and is skipped without it.
test-distributed: wheel
	$(call environment,$(VENV)-distributed,tests/python/requirements-distributed.txt)
	$(VENV)-distributed/bin/pytest -q -rs tests/distributed

## The HTML view in Chromium: text that looks like markup stays text; skipped where there is none.
test-browser: wheel
	$(call environment,$(VENV)-browser,tests/browser/requirements.txt)
	$(VENV)-browser/bin/pytest -q -rs tests/browser

## Write the stubs of the compiled module again.
stubs: $(VENV)/tools
	rm -rf target/stubs && $(BIN)/maturin generate-stubs --profile release --out target/stubs
	cp target/stubs/notaverbale/_native.pyi python/notaverbale/

## Draw the pictures of the documentation again.
pictures: $(VENV)/tests
	$(BIN)/python docs/pictures.py

## The documentation's site, in the environment of the tests: the notebooks are run in a copy, which is then rendered.
docs: $(VENV)/tests
	$(BIN)/pip install -q -r docs/requirements.txt
	rm -rf target/docs && cp -r docs target/docs
	$(BIN)/pytest -q -c /dev/null --rootdir target/docs --nbmake --overwrite target/docs/notebooks
	NO_MKDOCS_2_WARNING=1 NOTAVERBALE_DOCS=target/docs $(BIN)/mkdocs build --quiet
	@echo "the site: $(CURDIR)/target/site/index.html"

## Take the pictures of JupyterLab again, in Chromium; skipped where there is none.
screenshots: wheel
	$(call environment,$(VENV)-screenshots,docs/screenshots.txt)
	$(VENV)-screenshots/bin/python docs/screenshots.py

## Every score on the annotated corpora, which NOTAVERBALE_DATA names.
scores:
	cargo run --release --quiet -p notaverbale-dev -- evaluate

## The scores of readouts by models of attribution that did not see them (about ten minutes on two cores).
held-out:
	cargo run --release --quiet -p notaverbale-dev -- held-out

## Speeds, memory, load and hostile texts, each beside its budget in `budgets.tsv`; wants an idle machine.
speed:
	cargo run --release --quiet -p notaverbale-dev -- speed

## Speed, memory and time to load beside other tools, in an environment of its own (about twenty minutes on an idle machine).
bench: wheel
	$(call environment,$(VENV)-bench,crates/notaverbale-dev/bench/side_by_side/requirements.txt)
	$(VENV)-bench/bin/python crates/notaverbale-dev/bench/side_by_side --write \
		$(if $(wildcard $(NOTAVERBALE_DATA)/polnear/dev.jsonl),--texts $(NOTAVERBALE_DATA)/polnear/dev.jsonl)

## Polarity on the annotated readouts, beside VADER, in an environment of its own.
bench-polarity: wheel
	$(call environment,$(VENV)-bench-polarity,crates/notaverbale-dev/bench/polarity.txt)
	@if [ -f $(NOTAVERBALE_DATA)/readouts/dev.gold.jsonl ] && [ -f $(NOTAVERBALE_DATA)/readouts/style-dev.gold.jsonl ]; then \
		$(VENV)-bench-polarity/bin/python crates/notaverbale-dev/bench/polarity.py \
			$(NOTAVERBALE_DATA)/readouts/dev.gold.jsonl $(NOTAVERBALE_DATA)/readouts/style-dev.gold.jsonl; \
	else echo "skipped: no dev.gold.jsonl and style-dev.gold.jsonl in $(NOTAVERBALE_DATA)/readouts"; fi

## Scores of the annotated readouts by style and by kind of statement, for the card of the models.
bench-styles: $(VENV)/tests
	@if [ -f $(NOTAVERBALE_DATA)/readouts/dev.gold.jsonl ]; then \
		$(BIN)/python crates/notaverbale-dev/bench/styles.py $(NOTAVERBALE_DATA)/../tools/score_readouts.py \
			$(NOTAVERBALE_DATA)/readouts/dev.gold.jsonl $(NOTAVERBALE_DATA)/readouts/style-dev.gold.jsonl; \
	else echo "skipped: no dev.gold.jsonl in $(NOTAVERBALE_DATA)/readouts"; fi

## What Python costs over pandas, Arrow and the Rust core, beside the bars that it must keep.
bench-python: $(VENV)/tests
	@if [ -f $(NOTAVERBALE_DATA)/polnear/dev.jsonl ]; then \
		$(BIN)/python crates/notaverbale-dev/bench/python.py $(NOTAVERBALE_DATA)/polnear/dev.jsonl; \
	else echo "skipped: no texts at $(NOTAVERBALE_DATA)/polnear/dev.jsonl"; fi

## Memory and time over more and more documents, up to a gigabyte of text (half an hour on two idle cores).
bench-stream: $(VENV)/tests
	$(BIN)/python crates/notaverbale-dev/bench/stream.py

## Learn the models again, from the corpora under NOTAVERBALE_DATA (about twenty minutes on two cores).
train:
	cargo run --release --quiet -p notaverbale-dev -- train sentences
	cargo run --release --quiet -p notaverbale-dev -- train syntax
	cargo run --release --quiet -p notaverbale-dev -- train pronouns
	cargo run --release --quiet -p notaverbale-dev -- train attribution

## What a release hands out, in target/dist: a wheel for each Linux, and the sdist.
wheels: $(VENV)/tools
	$(BIN)/pip install -q "maturin[zig]>=1.16,<2"
	rm -rf $(DIST)
	PATH="$(abspath $(BIN)):$$PATH" release/linux.sh x86_64-unknown-linux-gnu $(DIST)
	PATH="$(abspath $(BIN)):$$PATH" release/linux.sh aarch64-unknown-linux-gnu $(DIST)
	$(BIN)/maturin sdist --out $(DIST)

## The wheels and the sdist in fresh environments of every Python, beside the program that `cargo install` makes.
test-wheels: $(VENV)/tools
	cargo install --quiet --locked --force --path crates/notaverbale-cli --root target/program
	$(BIN)/pytest -q -rs tests/release/test_wheels.py

## Compile and test with the oldest Rust that Cargo.toml names, where rustup has it (clippy tells of newer functions, too).
RUST := $(shell sed -n 's/^rust-version = "\([^"]*\)".*/\1/p' Cargo.toml)
test-msrv:
	@if cargo +$(RUST) --version 2>/dev/null; then \
		cargo +$(RUST) test --locked -p notaverbale -p notaverbale-cli && cargo +$(RUST) check --locked --workspace; \
	else echo "skipped: no Rust $(RUST) (rustup toolchain install $(RUST))"; fi

## Licences, origins and duplicates of the crates that a user compiles.
deny:
	@if command -v cargo-deny >/dev/null; then cargo deny --locked check licenses bans sources; \
	else echo "skipped: no cargo-deny (cargo install cargo-deny --locked)"; fi

## Fuzz every stage for FUZZ_SECONDS, a minute in all by default; skipped without a nightly toolchain.
fuzz:
	crates/fuzz/run.sh $(or $(FUZZ_SECONDS),5)

clean:
	rm -rf target $(VENV) $(VENV)-oldest $(VENV)-distributed $(VENV)-browser $(VENV)-screenshots $(VENV)-bench $(VENV)-bench-polarity

$(BIN)/python:
	$(PYTHON) -m venv $(VENV)

$(VENV)/tools: $(BIN)/python tests/python/requirements.txt
	$(BIN)/pip install -q -r tests/python/requirements.txt
	touch $@

wheel: $(VENV)/tools
	rm -rf $(WHEELS)
	$(BIN)/maturin build --release --locked --out $(WHEELS)

$(VENV)/tests: wheel
	$(BIN)/pip install -q --force-reinstall --no-deps $(WHEELS)/*.whl

## The core with each set of its features: linted, and by rules alone tested.
test-features:
	for features in "" models serde; do \
		cargo clippy -p notaverbale --all-targets --no-default-features --features "$$features" -- -D warnings || exit 1; done
	cargo test -p notaverbale --no-default-features

## The packages as a registry would have them, and a fresh crate over the packaged core.
test-package:
	tests/package.sh

# What the core shows to others, listed from the documentation that nightly Rust writes as JSON.
SURFACE = cargo +nightly public-api -p notaverbale -ss --all-features

## Write that list again.
api:
	$(SURFACE) >crates/notaverbale/api.txt

## The core shows what is listed, and an example of each item; skipped without nightly Rust and cargo-public-api.
test-api:
	@if cargo +nightly public-api --version >/dev/null 2>&1; then \
		$(SURFACE) | diff -u crates/notaverbale/api.txt - && \
		$(PYTHON) tests/surface.py $${CARGO_TARGET_DIR:-target}/doc/notaverbale.json; \
	else echo "skipped: no nightly Rust, or no cargo-public-api (cargo install --locked cargo-public-api)"; fi
