"""What the first chain sees of each token, to find where components begin and end."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, repeat
from typing import TypeVar

import numpy as np
from spacy.tokens import Doc

from scorer.pipeline.argument.parse import Parse
from scorer.pipeline.argument.parts import Sentence, places_of, prompt_words
from scorer.pipeline.argument.word_classes import GRAINS
from scorer.pipeline.chain.templates import EDGE, Columns, Numbers, Template

T = TypeVar("T")
OFFSETS = range(-3, 4)
"""How far the tokens are whose words and tags are seen."""

OF_CLASSES = {
    "class": "class",
    "class-1": "before.class",
    "class-1,0": "before.class class",
    "class-2,-1": "before.before.class before.class",
    "class head": "head.class",
}

TEMPLATES = {
    name: Template.written(parts)
    for name, parts in {
        "head": "head.lemma",
        "dep|head": "dep|head.pos",
        "from start": "from_start",
        "from end": "from_end",
        "clause": "clause.dep|clause.head.lemma",
        "to mark": "to_mark",
        "so far": "so_far",
        "since mark words": "since_mark",
        "lemma": "lemma",
        "left": "left.dep",
        "left pos": "left.dep|left.pos|left.head.pos",
        "left head": "left.dep|left.head.lemma",
        "left word": "left.dep|word",
        "left depth": "left.dep|left.depth",
        "right pos": "right.dep|right.pos|right.head.pos",
        "right head": "right.dep|right.head.lemma",
        "right word": "right.dep|after.word",
        "right depth": "right.dep|right.depth",
        **{
            f"{name} {grain}": parts.replace("class", f"class{grain}")
            for grain in GRAINS
            for name, parts in OF_CLASSES.items()
        },
        **{f"w{k}": f"{k}.word" for k in OFFSETS},
        **{f"t{k}": f"{k}.tag" for k in OFFSETS},
        **{f"w{a},{b}": f"{a}.word {b}.word" for a, b in ((-2, -1), (-1, 0), (0, 1), (1, 2))},
        **{f"t{a},{b}": f"{a}.tag {b}.tag" for a, b in ((-2, -1), (-1, 0), (0, 1))},
        "w-3,-2,-1": "-3.word -2.word -1.word",
        "t-1,0,1": "-1.tag 0.tag 1.tag",
        "w-1,t0": "-1.word 0.tag",
    }.items()
}
"""What is seen of each token: place in its sentence and in the parse, classes of words, words and tags around it.

``left`` and ``right`` lead to the heads of the largest phrases that begin and end with the token, ``before`` and
``after`` to its neighbours in the sentence, numbers to those in the essay.
"""


def boundary_features(doc: Doc, sentences: Sequence[Sentence], parses: Sequence[Parse]) -> Columns:
    """The columns of ``TEMPLATES`` (one parse a sentence), and what opens each sentence."""
    prompt = prompt_words(doc)
    shared = [
        _opening(parse, place, prompt) + [f"{name}={value}" for name, value in place.items()]
        for parse, place in zip(parses, places_of(sentences), strict=True)
    ]
    values: dict[str, list[str | None]] = {
        "word": _joined(parse.lower for parse in parses),
        "tag": _joined(parse.tag for parse in parses),
        "pos": _joined(parse.pos for parse in parses),
        "dep": _joined(parse.dep for parse in parses),
        "lemma": _joined(parse.lemma for parse in parses),
        "depth": _joined(map(_depths, parses)),
        "from_start": _joined(_counted(parse.size, 8) for parse in parses),
        "from_end": _joined(_counted(parse.size, 4)[::-1] for parse in parses),
        "to_mark": _joined(map(_to_mark, parses)),
        "so_far": _joined(map(_so_far, parses)),
        "since_mark": _joined(map(_since_mark, parses)),
    }
    for level, grain in enumerate(GRAINS):
        values[f"class{grain}"] = _joined(parse.classes[level] for parse in parses)
    lengths = [parse.size for parse in parses]
    return Columns(shared, values, _steps(parses, lengths), lengths)


def _joined(columns: Iterable[Iterable[T]]) -> list[T]:
    """The columns of all sentences as one."""
    return list(chain.from_iterable(columns))


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
    for grain, verb, of in zip(GRAINS, parse.classes_at(parse.root), parse.classes_at(parse.subject), strict=True):
        names += [f"class root {grain}={verb}", f"class clause {grain}={of}|{verb}"]
    for name in parse.cues.among():
        names += [f"cue={name}", f"cue|part={name}|{part}", f"cue|place={name}|{where}"]
    return names


def _counted(size: int, most: int) -> list[str]:
    """Numbers from 0 on, ``most`` again and again when it is reached."""
    return [*map(str, range(min(size, most))), *repeat(str(most), size - most)]


def _so_far(parse: Parse) -> list[str | None]:
    """The words before each token, where they are few."""
    few = min(parse.size, 7)
    return [*(" ".join(parse.lower[:k]) for k in range(few)), *repeat(None, parse.size - few)]


def _depths(parse: Parse) -> Iterator[str]:
    """How far below the main verb the phrase of each token is, and how long."""
    for k, (head, first, last) in enumerate(zip(parse.head, parse.first, parse.last, strict=True)):
        depth = "root" if k == parse.root else "top" if head == parse.root else "deep"
        yield f"{depth}|{min((last - first) // 3, 6)}"


def _to_mark(parse: Parse) -> list[str]:
    """How far the next mark is, and which."""
    values = []
    ahead, mark = 0, EDGE
    for k in range(parse.size - 1, -1, -1):
        ahead, mark = (0, parse.lower[k]) if parse.marks[k] else (ahead + 1, mark)
        values.append(f"{min(ahead, 6)}|{mark}")
    return values[::-1]


def _since_mark(parse: Parse) -> Iterator[str | None]:
    """The words since the last mark, where they are few."""
    for k, since in enumerate(parse.since):
        yield f"{'' if since > k else ','} {' '.join(parse.lower[k + 1 - since : k])}" if since <= 5 else None


def _steps(parses: Sequence[Parse], lengths: Sequence[int]) -> dict[str, Numbers]:
    """From each token of the essay to others; the number of all tokens stands for the edge, one more for nowhere."""
    sizes = np.array(lengths, dtype=np.intp)
    size, ends = sum(lengths), np.cumsum(sizes)
    here, starts = np.arange(size), ends - sizes
    steps = {f"{k}": np.where((here + k >= 0) & (here + k < size), here + k, size) for k in OFFSETS}
    before, after = here - 1, here + 1
    before[starts] = after[ends - 1] = size
    first = np.repeat(starts, sizes)
    inside = {
        "head": first + np.array(_joined(parse.head for parse in parses), dtype=np.intp),
        "clause": first + np.array(_joined(parse.clause for parse in parses), dtype=np.intp),
    }
    for name, phrases in ("left", [parse.left for parse in parses]), ("right", [parse.right for parse in parses]):
        heads = np.array([-1 if k is None else k for parse in phrases for k in parse], dtype=np.intp)
        inside[name] = np.where(heads < 0, size + 1, first + heads)
    return {**steps, **inside, "before": before, "after": after}
