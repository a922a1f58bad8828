# Everything runs in .venv, which .ci/bootstrap.sh makes the first time.
#   PYTHON, CHROMIUM, FIREFOX   another interpreter or browser than those on the PATH
#   ARGS                        extra arguments for pytest, leergang serve, leergang bundle or the benchmark
#   UPGRADE=1                   let `make lock` take newer versions

SHELL := /bin/sh
BIN := .venv/bin
UV := uv==0.13.9

.DEFAULT_GOAL := help
.NOTPARALLEL:
.PHONY: help site serve bundle test check bench lock clean

help: ## laat deze uitleg zien
	@sed -n 's/^\([a-z]*\):.*## /  make \1\t/p' Makefile | expand -t 16

site: ## controleert de cursus en bouwt de site in site/
	@.ci/bootstrap.sh site
	$(BIN)/leergang build

serve: ## toont de site op deze computer, ververst bij elke wijziging en zegt wat er mis is
	@.ci/bootstrap.sh site
	$(BIN)/leergang serve $(ARGS)

bundle: ## maakt in dist/ één zip voor wie de cursus op een server of schijf zet
	@.ci/bootstrap.sh site
	$(BIN)/leergang bundle $(ARGS)

test: ## draait alle tests, ook die in een browser
	@.ci/bootstrap.sh test
	$(BIN)/pytest -n auto --dist worksteal $(ARGS)

check: ## controleert stijl, types, sjablonen, cursus en alle links van de site
	@.ci/bootstrap.sh test
	$(BIN)/ruff check hooks tests benchmarks
	$(BIN)/ruff format --check hooks tests benchmarks
	$(BIN)/mypy hooks
	$(BIN)/djlint --quiet --lint overrides
	$(BIN)/node node_modules/.bin/tsc --project tsconfig.json
	$(BIN)/zizmor --offline --no-progress --quiet --persona=pedantic .github .pre-commit-config.yaml
	$(BIN)/leergang check
	$(BIN)/leergang build
	$(BIN)/lychee --offline --include-fragments --no-progress --extensions html --root-dir '$(CURDIR)/site' site

bench: ## meet hoe lang bouwen duurt, een bewaarde wijziging, een vol werkboek, wat zoeken vindt, wat webservers aankunnen en wat een pagina en een bundel wegen
	@.ci/bootstrap.sh bench
	$(BIN)/python benchmarks/bench.py $(ARGS)
	$(BIN)/python benchmarks/preview.py
	$(BIN)/python benchmarks/workbook.py
	$(BIN)/python benchmarks/search.py
	$(BIN)/python benchmarks/bundle.py
	$(BIN)/python benchmarks/servers.py
	PATH='$(CURDIR)/.venv/bin':"$$PATH" npm ci --prefix benchmarks --loglevel=error --no-audit --no-fund >/dev/null
	$(BIN)/python benchmarks/loading.py

lock: ## legt de versies van alle pakketten opnieuw vast in requirements/
	@.ci/bootstrap.sh venv
	$(BIN)/python -m pip install -qq --no-input --disable-pip-version-check '$(UV)'
	$(LOCK) --output-file requirements/site.txt
	$(LOCK) --constraint requirements/site.txt --extra test --extra check --output-file requirements/test.txt
	$(LOCK) --constraint requirements/site.txt --extra properdocs --output-file requirements/properdocs.txt

# One version of a package for every Python and system, and no address of an index.
LOCK = $(BIN)/uv pip compile --quiet --no-config --no-python-downloads --universal --python-version 3.11 \
	--fork-strategy fewest --generate-hashes --no-header --no-annotate --no-emit-index-url --group build \
	$(if $(UPGRADE),--upgrade) pyproject.toml

clean: ## ruimt alles op wat gemaakt is: site/, dist/, .venv en tussenbestanden
	rm -rf site dist .site-* .venv node_modules .mypy_cache .ruff_cache .pytest_cache test-results
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
