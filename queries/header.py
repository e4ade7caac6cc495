"""The comment at the head of a query file: what it answers, its parameters, its columns."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

Value = str | int | float | None

_KINDS = ("PERSON", "ORG", "PLACE", "PROGRAM")
_PARAMETER = re.compile(r"\$(\w+) (\w+)(?: = (\S+))?: (.+) \| (.+)")


class ParameterType(StrEnum):
    """What a parameter takes; `kind` is a string out of PERSON, ORG, PLACE, PROGRAM."""

    STRING = "string"
    INTEGER = "integer"
    NUMBER = "number"
    KIND = "kind"


class ParameterProblem(ValueError):  # noqa: N818 - what is wrong is the parameter
    """A value that a query cannot take. `reason` is "unknown", "missing" or "wrong".

    `expected` names what would do: the parameters there are, or the type.
    """

    def __init__(self, name: str, reason: str, expected: str) -> None:
        super().__init__(f"parameter {name} is {reason}; expected: {expected}")
        self.name = name
        self.reason = reason
        self.expected = expected


@dataclass(frozen=True, slots=True)
class Parameter:
    """A parameter of a query, in both languages; without `required` it has a default, null perhaps."""

    name: str
    type: ParameterType
    required: bool
    default: Value
    zh: str
    en: str

    def read(self, given: str | float) -> Value:
        """The value of what a user typed.

        Raises:
            ParameterProblem: it is not of the type of the parameter.
        """
        text = str(given).strip()
        try:
            match self.type:
                case ParameterType.INTEGER if (number := int(text)) >= 0:
                    return number
                case ParameterType.NUMBER:
                    return float(text)
                case ParameterType.KIND if text.upper() in _KINDS:
                    return text.upper()
                case ParameterType.STRING:
                    return text
        except ValueError:
            pass
        expected = ", ".join(_KINDS) if self.type is ParameterType.KIND else self.type.value
        raise ParameterProblem(self.name, "wrong", expected)


@dataclass(frozen=True, slots=True)
class Query:
    """A shipped query: its text, and what its header says of it."""

    name: str
    text: str
    summary_zh: str
    summary_en: str
    parameters: tuple[Parameter, ...]
    columns: tuple[str, ...]

    def bind(self, given: Mapping[str, str | int | float]) -> dict[str, Value]:
        """All parameters with their values: those given, read by type, and the defaults.

        Raises:
            ParameterProblem: one is unknown, missing or of the wrong type.
        """
        known = {parameter.name: parameter for parameter in self.parameters}
        for name in sorted(given):
            if name not in known:
                raise ParameterProblem(name, "unknown", ", ".join(known) or "none")
        values: dict[str, Value] = {}
        for name, parameter in known.items():
            if name in given:
                values[name] = parameter.read(given[name])
            elif parameter.required:
                raise ParameterProblem(name, "missing", parameter.type.value)
            else:
                values[name] = parameter.default
        return values


def read_query(name: str, text: str) -> Query:
    """Read a query file.

    Raises:
        ValueError: its header lacks something or names another query.
    """
    lines = [line[3:] for line in text.splitlines() if line.startswith("// ")]
    if not lines or lines[0] != name:
        raise ValueError(f"{name}.cypher does not begin with its name")
    fields = dict(line.split(": ", 1) for line in lines[1:] if line[:1] != "$")
    if set(fields) != {"zh", "en", "columns"}:
        raise ValueError(f"{name}.cypher: the header needs zh, en and columns, and has {sorted(fields)}")
    parameters = tuple(_parameter(name, line) for line in lines[1:] if line.startswith("$"))
    return Query(name, text, fields["zh"], fields["en"], parameters, tuple(fields["columns"].split(", ")))


def _parameter(query: str, line: str) -> Parameter:
    parts = _PARAMETER.fullmatch(line)
    if parts is None:
        raise ValueError(f"{query}.cypher: not the line of a parameter: {line}")
    name, type_name, default, zh, en = parts.groups()
    parameter = Parameter(name, ParameterType(type_name), default is None, None, zh, en)
    if default in (None, "null"):
        return parameter
    return Parameter(name, parameter.type, False, parameter.read(default), zh, en)
