"""Decisions on who is who: written to a plain file, followed at once."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path

from wenmai.graph.entity import Decision, Decisions, Doubt, Verb, Why, with_decision
from wenmai.graph.values import EntityType
from wenmai.loaders import explain
from wenmai.loaders.lists import load_decisions, save_decisions
from wenmai.loaders.problems import UsageError
from wenmai.loaders.store import derived
from wenmai.loaders.store.database import open_linked
from wenmai.loaders.words import say

FILE = "decisions.toml"


def decisions_file(directory: Path | None, given: Path | None) -> Path | None:
    """The file that was named, else that of the corpus; None where there is neither.

    Raises:
        UsageError: the file that was named is not there.
    """
    if given is not None and not given.exists():
        raise UsageError(say(f"{given}：没有这个决定文件", f"{given}: there is no such file of decisions"))
    return given or (directory / FILE if directory else None)


def decide(directory: Path, verb: Verb, entity: str, other: str = "", *, file: Path | None = None) -> None:
    """Take one decision, and link the corpus anew with all of them; the last word on a pair counts.

    Entities are told by id, name or alias; in a split also by ID@SOURCE. A decision that cannot be
    followed beside the others is not taken: file and corpus stay as they were.

    Raises:
        UsageError: no such entity, or several; no such type; no name; a contradiction.
        StoreError: there is no corpus, or it is in use.
    """
    from wenmai.loaders.corpus import relink

    path = file or directory / FILE
    before = load_decisions(path)
    after = with_decision(
        _without_opposite(before, decision := _decision(directory, verb, entity, other)), decision
    )
    known = set(relink(directory, before).refused)
    refused = [note for note in relink(directory, after).refused if note not in known]
    if refused:
        relink(directory, before)
        raise UsageError(say(f"没有采用：{refused[0]}", f"not taken: {refused[0]}"))
    save_decisions(path, after)


def _decision(directory: Path, verb: Verb, entity: str, other: str) -> Decision:
    with closing(open_linked(directory)) as connection:

        def named(text: str) -> str:
            if "@" in text and ":" in text:
                return text  # ID@SOURCE: what is no entity of its own yet
            known = explain.find(connection, text).id
            # Two ids that a merge has made one are told apart by what they were.
            return text if verb is Verb.NOT_SAME and ":" in text else known

        if verb is Verb.RETYPE and other.upper() not in EntityType.__members__:
            kinds = ", ".join(EntityType)
            raise UsageError(
                say(f"{other} 不是类型；可用：{kinds}", f"{other} is no type; say one of {kinds}")
            )
        if verb is Verb.RENAME and (not other.strip() or not other.isprintable()):
            raise UsageError(
                say(
                    "新名称不能为空，也不能含换行等控制字符",
                    "a name cannot be empty or hold line breaks and the like",
                )
            )
        if verb in (Verb.SAME, Verb.NOT_SAME):
            return Decision(verb, named(entity), named(other))
        return Decision(verb, named(entity), other.upper() if verb is Verb.RETYPE else other.strip())


def _without_opposite(decisions: Decisions, decision: Decision) -> Decisions:
    """The decisions less what says the contrary of one on the same two, or renames or retypes the same."""
    pair = {decision.entity, decision.other}
    if decision.verb is Verb.NOT_SAME:
        return replace(decisions, same=tuple(each for each in decisions.same if set(each) != pair))
    if decision.verb is Verb.SAME:
        return replace(decisions, not_same=tuple(each for each in decisions.not_same if set(each) != pair))
    if decision.verb is Verb.RENAME:
        return replace(decisions, rename=tuple(e for e in decisions.rename if e[0] != decision.entity))
    if decision.verb is Verb.RETYPE:
        return replace(decisions, retype=tuple(e for e in decisions.retype if e[0] != decision.entity))
    return decisions


@dataclass(frozen=True, slots=True)
class Pair:
    """Two entities that may be one, as a person sees them."""

    doubt: Doubt
    lines: tuple[str, ...]


def pairs(directory: Path, *, file: Path | None = None) -> Iterator[Pair]:
    """The pairs to decide on that no decision speaks of yet.

    Raises:
        StoreError: there is no corpus.
    """
    decisions = load_decisions(file or directory / FILE)
    decided = {frozenset(pair) for pair in (*decisions.same, *decisions.not_same)}
    with closing(open_linked(directory)) as connection:
        waiting = [
            doubt for doubt in derived.doubts(connection) if frozenset((doubt.a, doubt.b)) not in decided
        ]
    for doubt in waiting:
        lines = [_why(doubt)]
        for entity in (doubt.a, doubt.b):
            lines += ["", *explain.show(directory, entity)]
        yield Pair(doubt, tuple(lines))


def _why(doubt: Doubt) -> str:
    return {
        Why.SPELLING: say(
            "只差一个字，且与相同的人一同出现",
            "one character differs, and they are named with the same others",
        ),
        Why.NAMESAKE: say("同名，因职务不同而分开", "one name, told apart by their offices"),
        Why.SHORT: say("一个是另一个的缩写", "one name shortens the other"),
    }[doubt.why]
