"""Write an annotated essay as marked text, and turn it into a text and its gold.

    python -m scorer.training.authored.markup marked/*.xml -o training_data/authored/essays

A marked essay is XML; white space counts, and ``&`` is written ``&amp;``::

    <essay id="phones-1" prompt="phones" split="develop" thesis="3" reasons="2.5" sources="2" organization="3"
           language="3" conventions="3.5">
    Should phones be banned? I believe that <thesis>schools should ban phones</thesis>. ...
    First, <reason id="r1">they distract</reason>. <evidence for="r1">A survey found that ...
    <cite id="c1" style="mla" author="Reed" locator="12" ref="b1">(Reed 12)</cite></evidence>.
    Some say that <counter id="k1">they keep us safe</counter>, but <rebuttal of="k1">the office has a phone</rebuttal>.
    <conclusion>In short, <restatement>ban them</restatement>.</conclusion>

    Works Cited
    <reference id="b1" author="Reed, Amy" title="Phones in Class" year="2019">Reed, Amy. ...</reference>
    </essay>

Tags: ``prompt thesis restatement reason counter rebuttal evidence conclusion cite quote reference``. ``evidence for``
names a reason or counter, ``rebuttal of`` a counter (a rebuttal may also be a reason: nest the tags), ``quote cite``
a citation, ``cite ref`` a reference; ``cite issues`` is a list of codes apart by spaces. Several works in one bracket
are nested ``cite`` tags around the same words, the innermost for the first.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Any
from xml.etree import ElementTree as Xml

import typer

from scorer import assessment as out
from scorer.errors import DataError
from scorer.pipeline.annotations import trimmed
from scorer.training.authored.corpus import AuthoredEssay, Gold, Levels, check

TAGS = frozenset(
    {"prompt", "thesis", "restatement", "reason", "counter", "rebuttal", "evidence", "conclusion", "cite", "quote"}
    | {"reference"}
)


@dataclass(frozen=True)
class _Mark:
    tag: str
    start: int
    end: int
    attributes: dict[str, str]


def unmarked(source: str) -> AuthoredEssay:
    """The text and gold of one marked essay. Raises ``DataError``."""
    try:
        root = Xml.fromstring(source)
    except Xml.ParseError as error:
        raise DataError("data_invalid", f"The marks are not well-formed XML: {error}.") from error
    name = root.get("id", "?")
    pieces: list[str] = []
    marks: list[_Mark] = []
    _walk(root, pieces, marks)
    whole = "".join(pieces)
    lead = len(whole) - len(whole.lstrip())
    text = whole.strip() + "\n"
    placed = [_placed(mark, text, lead, name) for mark in marks[:-1]]  # the last is the root
    try:
        gold = Gold(
            id=name,
            prompt=root.attrib["prompt"],
            split=root.attrib["split"],  # type: ignore[arg-type]
            levels=Levels(**{key: float(root.attrib[key]) for key in Levels.model_fields}),
            structure=_structure(text, sorted(placed, key=lambda m: (m.start, -m.end))),
        )
    except (KeyError, ValueError) as error:
        raise DataError("data_invalid", f"{name}: {error!s} is missing or wrong.") from error
    check(text, gold)
    return AuthoredEssay(text, gold)


def _walk(node: Xml.Element, pieces: list[str], marks: list[_Mark]) -> None:
    start = sum(map(len, pieces))
    pieces.append(node.text or "")
    for child in node:
        _walk(child, pieces, marks)
        pieces.append(child.tail or "")
    marks.append(_Mark(node.tag, start, sum(map(len, pieces)), node.attrib))


def _placed(mark: _Mark, text: str, lead: int, name: str) -> _Mark:
    if mark.tag not in TAGS:
        raise DataError("data_invalid", f"{name}: there is no mark <{mark.tag}>.")
    start, end = trimmed(text, mark.start - lead, min(mark.end - lead, len(text)))
    return _Mark(mark.tag, start, end, mark.attributes)


def _structure(text: str, marks: Sequence[_Mark]) -> out.Structure:
    def of(tag: str) -> list[_Mark]:
        return [mark for mark in marks if mark.tag == tag]

    def span(mark: _Mark) -> dict[str, Any]:
        return {"start": mark.start, "end": mark.end, "text": text[mark.start : mark.end], "confidence": 1.0}

    def one(tag: str) -> out.Span | None:
        found = of(tag)
        if len(found) > 1:
            raise ValueError(f"a second <{tag}>")
        return out.Span(**span(found[0])) if found else None

    def fields(mark: _Mark, *names: str) -> dict[str, Any]:
        return {name: mark.attributes.get(name) for name in names}

    def index(tag: str, name: str | None) -> int | None:
        return [mark.attributes.get("id") for mark in of(tag)].index(name) if name is not None else None

    def supports(name: str | None) -> out.Support | None:
        if name is None:
            return None
        is_reason = name in {mark.attributes.get("id") for mark in of("reason")}
        tag = "reason" if is_reason else "counter"
        return out.Support(list="reasons" if is_reason else "counterarguments", index=index(tag, name) or 0)

    rebuttals = {mark.attributes["of"]: out.Span(**span(mark)) for mark in of("rebuttal")}
    return out.Structure(
        prompt=one("prompt"),
        thesis=one("thesis"),
        conclusion=one("conclusion"),
        restatements=tuple(out.Span(**span(mark)) for mark in of("restatement")),
        reasons=tuple(out.Span(**span(mark)) for mark in of("reason")),
        counterarguments=tuple(
            out.CounterargumentSpan(**span(mark), rebuttal=rebuttals.get(mark.attributes.get("id", "")))
            for mark in of("counter")
        ),
        evidence=tuple(
            out.EvidenceSpan(**span(mark), supports=supports(mark.attributes.get("for"))) for mark in of("evidence")
        ),
        citations=tuple(
            out.CitationSpan(
                **span(mark),
                style=mark.attributes["style"],  # type: ignore[arg-type]
                **fields(mark, "author", "title", "year", "locator"),
                reference=index("reference", mark.attributes.get("ref")),
                issues=tuple(mark.attributes.get("issues", "").split()),
            )
            for mark in of("cite")
        ),
        quotations=tuple(
            out.QuotationSpan(**span(mark), citation=index("cite", mark.attributes.get("cite"))) for mark in of("quote")
        ),
        references=tuple(
            out.ReferenceSpan(**span(mark), **fields(mark, "author", "title", "year")) for mark in of("reference")
        ),
    )


def main(
    marked: Annotated[list[Path], typer.Argument(help="Marked essays.")],
    output: Annotated[Path, typer.Option("-o", "--output", help="Folder of the texts and their gold.")],
) -> None:
    """Write ID.txt and ID.json for each marked essay."""
    for path in marked:
        try:
            essay = unmarked(path.read_text(encoding="utf-8"))
        except DataError as error:
            raise typer.BadParameter(f"{path.name}: {error}") from error
        target = output / f"{essay.gold.id}.txt"
        target.write_text(essay.text, encoding="utf-8", newline="\n")
        target.with_suffix(".json").write_text(
            json.dumps(essay.gold.model_dump(), indent=1, ensure_ascii=False) + "\n", encoding="utf-8", newline="\n"
        )


if __name__ == "__main__":
    typer.run(main)
