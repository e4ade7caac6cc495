"""The lists behind who is who: gazetteer and name book from the seeds, decisions from a person's file."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from importlib.resources import files

from wenmai.graph.entity import Body, Country, Gazetteer, NameBook


@cache
def load_gazetteer() -> Gazetteer:
    """Divisions, countries and their further names, from seeds/gazetteers; read once."""
    divisions = {code: name for code, name in _rows("gazetteers", "divisions")}
    for county, towns in _rows("gazetteers", "townships"):
        for town in towns.split(" "):
            divisions[county + town[:3]] = town[3:]
    countries = [Country(iso, name, tuple(others)) for iso, name, *others in _rows("gazetteers", "countries")]
    extra = [(name, code) for name, code in _rows("gazetteers", "short")]
    features = [name for (name,) in _rows("gazetteers", "features")]
    return Gazetteer(divisions, countries, extra=extra, features=features)


@cache
def load_names() -> NameBook:
    """National bodies, usual forms, papers, titles and surnames, from seeds/names; read once."""
    return NameBook(
        bodies=tuple(_bodies()),
        forms={short: tuple(fulls) for short, *fulls in _rows("names", "forms")},
        papers={paper: rest[0] if rest else "" for paper, *rest in _rows("names", "papers")},
        surnames=tuple(name for (name,) in _rows("names", "surnames")),
        given=frozenset(name for (name,) in _rows("names", "given")),
        titles=tuple(name for (name,) in _rows("names", "titles")),
    )


def _bodies() -> Iterator[Body]:
    for name, *forms in _rows("names", "bodies"):
        anywhere, local = (forms + ["", ""])[:2]
        yield Body(name, tuple(anywhere.split()), tuple(local.split()))


def _rows(folder: str, name: str) -> Iterator[list[str]]:
    text = files("wenmai.seeds").joinpath(folder, f"{name}.tsv").read_text(encoding="utf-8")
    for line in text.splitlines():
        if line and not line.startswith("#"):
            yield line.split("\t")
