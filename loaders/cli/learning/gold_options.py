"""Options of the commands that read annotated text."""

from __future__ import annotations

import click

from wenmai.loaders.words import say


def _labels(
    ctx: click.Context, param: click.Parameter, value: tuple[str, ...]
) -> tuple[tuple[str, str], ...]:
    pairs = [text.rpartition("=") for text in value]
    for text, (label, _, meaning) in zip(value, pairs, strict=True):
        if not (label.strip() and meaning.strip()):
            raise click.BadParameter(
                say(
                    f"{text} 应写成 标签=类型，如 景点=PLACE",
                    f"{text}: write LABEL=TYPE, such as 景点=PLACE",
                )
            )
    return tuple((label, meaning) for label, _, meaning in pairs)


labels = click.option(
    "--label",
    "pairs",
    multiple=True,
    callback=_labels,
    metavar=say("标签=类型", "LABEL=TYPE"),
    help=say(
        "别的标签指哪一类（PERSON、ORG、PLACE、PROGRAM，或 ignore 略去）；可多次给出",
        "What another label means (PERSON, ORG, PLACE, PROGRAM, or ignore); may be given several times",
    ),
)

encoding = click.option(
    "--encoding",
    metavar=say("编码", "NAME"),
    help=say("文件编码（缺省：自动识别）", "The files' encoding (else found out)"),
)
