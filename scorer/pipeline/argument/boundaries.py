"""What the first chain sees of each token, to find where components begin and end."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise

from spacy.tokens import Doc

from scorer.pipeline.argument.parse import Parse
from scorer.pipeline.argument.parts import Sentence, places_of, prompt_words
from scorer.pipeline.argument.patterns import cues_in
from scorer.pipeline.argument.word_classes import GRAINS
from scorer.pipeline.chain.columns import Columns

EDGE = "<>"
WINDOW = 3
"""Tokens to each side whose words and tags are seen."""

Values = list[str | None]


def boundary_features(doc: Doc, sentences: Sequence[Sentence], parses: Sequence[Parse]) -> Columns:
    """Words and tags around each token, its place in the parse (one per sentence), and what opens its sentence."""
    prompt = prompt_words(doc)
    shared = [
        _opening(parse, place, prompt) + [f"{name}={value}" for name, value in place.items()]
        for parse, place in zip(parses, places_of(sentences), strict=True)
    ]
    columns = {name: [value for parse in parses for value in look(parse)] for name, look in LOOKS.items()}
    classes = {
        f"{name} {grain}": [value for parse in parses for value in look(parse, level)]
        for level, grain in enumerate(GRAINS)
        for name, look in CLASS_LOOKS.items()
    }
    return Columns(shared, {**columns, **classes, **_windows(parses)}, [len(tokens) for _, tokens in sentences])


def _opening(parse: Parse, place: dict[str, str], prompt: set[str]) -> list[str]:
    """What is true of the whole sentence; the chain is linear, so what matters only in some places is said so."""
    part, where = place["part"], place["part|place"]
    root = parse.lemma[parse.root]
    subject = "-" if parse.subject is None else parse.lower[parse.subject]
    names = [
        f"length={min(parse.size // 6, 6)}",
        f"question={parse.lower[-1] == '?'}",
        f"root={root}",
        f"subject={subject}",
        f"subject root={subject} {root}",
        f"first={parse.lower[0]}",
        f"first|part={parse.lower[0]}|{part}",
        f"first two={' '.join(parse.lower[:2])}",
        f"prompt|part={min(len(prompt.intersection(parse.lemma)), 4)}|{part}",
    ]
    for grain, verb, of in zip(GRAINS, parse.classes[parse.root], parse.classes_at(parse.subject), strict=True):
        names += [f"class root {grain}={verb}", f"class clause {grain}={of}|{verb}"]
    for name in cues_in(parse.lower):
        names += [f"cue={name}", f"cue|part={name}|{part}", f"cue|place={name}|{where}"]
    return names


def _phrase(side: str, describe: Callable[[Parse, int, int], str]) -> Callable[[Parse], Values]:
    """A look at the largest phrase that begins (``left``) or ends (``right``) with each token."""

    def look(parse: Parse) -> Values:
        heads = parse.left if side == "left" else parse.right
        return [None if phrase is None else describe(parse, k, phrase) for k, phrase in enumerate(heads)]

    return look


def _depth(parse: Parse, k: int, phrase: int) -> str:
    depth = "root" if phrase == parse.root else "top" if parse.head[phrase] == parse.root else "deep"
    return f"{parse.dep[phrase]}|{depth}|{min((parse.last[phrase] - parse.first[phrase]) // 3, 6)}"


def _pos(parse: Parse, k: int, phrase: int) -> str:
    return f"{parse.dep[phrase]}|{parse.pos[phrase]}|{parse.pos[parse.head[phrase]]}"


def _head(parse: Parse, k: int, phrase: int) -> str:
    return f"{parse.dep[phrase]}|{parse.lemma[parse.head[phrase]]}"


def _to_mark(parse: Parse) -> Values:
    """How far the next mark is, and which."""
    values: Values = []
    ahead, mark = 0, EDGE
    for k in range(parse.size - 1, -1, -1):
        ahead, mark = (0, parse.lower[k]) if parse.marks[k] else (ahead + 1, mark)
        values.append(f"{min(ahead, 6)}|{mark}")
    return values[::-1]


def _since_mark(parse: Parse) -> Values:
    """The words since the last mark, where they are few."""
    return [
        f"{'' if since > k else ','} {' '.join(parse.lower[k + 1 - since : k])}" if since <= 5 else None
        for k, since in enumerate(parse.since)
    ]


LOOKS: dict[str, Callable[[Parse], Values]] = {
    "head": lambda p: [p.lemma[h] for h in p.head],
    "dep|head": lambda p: [f"{dep}|{p.pos[h]}" for dep, h in zip(p.dep, p.head, strict=True)],
    "from start": lambda p: [str(min(k, 8)) for k in range(p.size)],
    "from end": lambda p: [str(min(p.size - 1 - k, 4)) for k in range(p.size)],
    "clause": lambda p: [f"{p.dep[c]}|{p.lemma[p.head[c]]}" for c in p.clause],
    "to mark": _to_mark,
    "so far": lambda p: [" ".join(p.lower[:k]) if k <= 6 else None for k in range(p.size)],
    "since mark words": _since_mark,
    "lemma": lambda p: [*p.lemma],
    "left": _phrase("left", lambda p, k, phrase: p.dep[phrase]),
    "left pos": _phrase("left", _pos),
    "left head": _phrase("left", _head),
    "left word": _phrase("left", lambda p, k, phrase: f"{p.dep[phrase]}|{p.lower[k]}"),
    "left depth": _phrase("left", _depth),
    "right pos": _phrase("right", _pos),
    "right head": _phrase("right", _head),
    "right word": _phrase(
        "right", lambda p, k, phrase: f"{p.dep[phrase]}|{p.lower[k + 1] if k + 1 < p.size else EDGE}"
    ),
    "right depth": _phrase("right", _depth),
}
"""What is read off each token of a sentence, by the name of the template."""


def _classes(parse: Parse, level: int) -> list[str]:
    return [classes[level] for classes in parse.classes]


def _class_pairs(parse: Parse, level: int, first: int) -> Values:
    """The classes of two words in a row, the first of them so far from each token."""
    own = [*[EDGE] * -first, *_classes(parse, level)]
    return [f"{a} {b}" for a, b in pairwise(own[: parse.size + 1])]


CLASS_LOOKS: dict[str, Callable[[Parse, int], Values]] = {
    "class": lambda p, level: [*_classes(p, level)],
    "class-1": lambda p, level: [EDGE, *_classes(p, level)[:-1]],
    "class-1,0": lambda p, level: _class_pairs(p, level, -1),
    "class-2,-1": lambda p, level: _class_pairs(p, level, -2),
    "class head": lambda p, level: [p.classes[h][level] for h in p.head],
}
"""The same for the classes of words, for each grain."""


def _windows(parses: Sequence[Parse]) -> dict[str, list[str]]:
    """Words and tags around each token, alone and together, across sentences."""
    edge = [EDGE] * WINDOW
    words = edge + [word for parse in parses for word in parse.lower] + edge
    tags = edge + [tag for parse in parses for tag in parse.tag] + edge
    size = len(words) - 2 * WINDOW

    def at(column: list[str], offset: int) -> list[str]:
        return column[WINDOW + offset : WINDOW + offset + size]

    def joined(*columns: list[str]) -> list[str]:
        return list(map(" ".join, zip(*columns, strict=True)))

    return {
        **{f"w{offset}": at(words, offset) for offset in range(-WINDOW, WINDOW + 1)},
        **{f"t{offset}": at(tags, offset) for offset in range(-WINDOW, WINDOW + 1)},
        **{f"w{a},{b}": joined(at(words, a), at(words, b)) for a, b in ((-2, -1), (-1, 0), (0, 1), (1, 2))},
        **{f"t{a},{b}": joined(at(tags, a), at(tags, b)) for a, b in ((-2, -1), (-1, 0), (0, 1))},
        "w-3,-2,-1": joined(at(words, -3), at(words, -2), at(words, -1)),
        "t-1,0,1": joined(at(tags, -1), at(tags, 0), at(tags, 1)),
        "w-1,t0": joined(at(words, -1), at(tags, 0)),
    }
