"""What the second chain sees of each segment, to tell which kind of component it is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise

from spacy.tokens import Doc, Token

from scorer.pipeline.argument.parse import Parse
from scorer.pipeline.argument.parts import Sentence, kind_of, prompt_words
from scorer.pipeline.argument.word_classes import GRAINS
from scorer.pipeline.argument.words import words_of

Names = list[str]

TELLING_TAGS = frozenset({"VBD", "MD", "VBG", "JJR", "RBR", "JJS", "NNP", "CD", "PRP", "VBZ", "VBP"})
SHELL = 8
"""Words before a segment, in its sentence, that are seen: "I strongly believe that"."""


@dataclass(frozen=True)
class Segment:
    """Tokens ``first`` up to ``last`` (not included), counted through all sentences; its sentence and its part."""

    first: int
    last: int
    sentence: int
    part: int


def segment_features(
    doc: Doc, sentences: Sequence[Sentence], parses: Sequence[Parse], segments: Sequence[Segment]
) -> list[Names]:
    """For each segment the names of its features: words and their classes, place among the others, surroundings.

    ``parses`` are those of the sentences.
    """
    if not segments:
        return []
    scene = _Scene(doc, sentences, parses, segments)
    own, shown = zip(*map(scene.about, range(len(segments))), strict=True)
    return [[*names, *_neighbours(k, segments, shown)] for k, names in enumerate(own)]


SEEN_BY_OTHERS = ("cue before=", "cue inside=", "cue opens=", "part|turn=", "opens=", "before 1=")
"""How the names begin that the segments next to a segment see as well."""


def _neighbours(k: int, segments: Sequence[Segment], shown: Sequence[Names]) -> Iterator[str]:
    for offset in (-1, 1, 2):
        other = k + offset
        if not 0 <= other < len(segments):
            yield f"none {offset}"
            continue
        same = segments[other].part == segments[k].part
        yield f"same part {offset}={same}"
        yield f"same sentence {offset}={segments[other].sentence == segments[k].sentence}"
        yield from (f"{offset}{'' if same else ' apart'} {name}" for name in shown[other])


class _Scene:
    """An essay's segments with what is counted once for all of them."""

    def __init__(
        self, doc: Doc, sentences: Sequence[Sentence], parses: Sequence[Parse], segments: Sequence[Segment]
    ) -> None:
        self.sentences, self.parses, self.segments = sentences, parses, segments
        begins = list(accumulate((parse.size for parse in parses), initial=0))
        self.spans = [(s.first - begins[s.sentence], s.last - begins[s.sentence]) for s in segments]
        self.sizes = Counter(part for part, _ in sentences)
        self.last_part = max(self.sizes)
        self.first_sentence: dict[int, int] = {}
        for place, (part, _) in enumerate(sentences):
            self.first_sentence.setdefault(part, place)
        self.members: dict[int, list[int]] = {}
        for k, segment in enumerate(segments):
            self.members.setdefault(segment.part, []).append(k)
        self.in_sentence = Counter(segment.sentence for segment in segments)
        self.content = [
            parses[segment.sentence].content_words(first, last)
            for segment, (first, last) in zip(segments, self.spans, strict=True)
        ]
        self.holding = {  # how many segments of each part hold a word
            part: Counter(word for k in members for word in self.content[k]) for part, members in self.members.items()
        }
        self.prompt = prompt_words(doc)
        self.intro, self.outro = (
            set().union(
                *(parse.content_words() for (part, _), parse in zip(sentences, parses, strict=True) if part == at)
            )
            for at in (0, self.last_part)
        )
        self.most = {
            part: {
                name: max(len(self.content[k] & words) for k in members)
                for name, words in (("prompt", self.prompt), ("intro", self.intro if part else set()))
            }
            for part, members in self.members.items()
        }

    def about(self, k: int) -> tuple[Names, Names]:
        """Names of the features that a segment has by itself, and of those that the segments next to it see as well."""
        segment = self.segments[k]
        parse, (first, last) = self.parses[segment.sentence], self.spans[k]
        kind = kind_of(segment.part, self.last_part)
        place = self._place(k, kind)
        front = _front(parse, first, last, kind, place[0])
        names = [
            *place,
            *front,
            *_words(parse, first, last),
            f"after={parse.lower[last] if last < parse.size else '$'}",
            *_syntax(parse, first, last, self.sentences[segment.sentence][1]),
            *_classes(parse, first, last),
            *self._shared(k, kind),
        ]
        return names, [name for name in (*place, *front) if name.startswith(SEEN_BY_OTHERS)]

    def _place(self, k: int, kind: str) -> list[str]:
        segment = self.segments[k]
        members = self.members[segment.part]
        turn, size = members.index(k), len(members)
        line = segment.sentence - self.first_sentence[segment.part]
        lines = self.sizes[segment.part]
        where = "only" if size == 1 else "first" if turn == 0 else "last" if turn == size - 1 else "inner"
        line_where = "only" if lines == 1 else "first" if line == 0 else "last" if line == lines - 1 else "inner"
        alone = self.in_sentence[segment.sentence]
        tokens = self.sentences[segment.sentence][1]
        length = segment.last - segment.first
        total = len(self.segments)
        return [
            f"part|line={kind}|{line_where}",
            f"part={kind}",
            f"part|turn={kind}|{where}",
            f"turn={kind}|{min(turn, 4)}",
            f"from end={kind}|{min(size - 1 - turn, 3)}",
            f"size={kind}|{min(size, 8)}",
            f"line={kind}|{min(line, 5)}",
            f"line end={kind}|{min(lines - 1 - line, 3)}",
            f"where={kind}|{where}|{line_where}",
            f"tenth={10 * k // total}",
            f"essay start={min(k, 3)}",
            f"essay end={min(total - 1 - k, 3)}",
            f"part number={min(segment.part, 4)}",
            f"parts left={min(self.last_part - segment.part, 3)}",
            f"in sentence={k - min(j for j in members if self.segments[j].sentence == segment.sentence)}|{alone}",
            f"alone={alone == 1}|{line_where}|{kind}",
            f"question={tokens[-1].text == '?'}",
            f"length={min(length // 5, 6)}",
            f"share={int(4 * length / len(tokens))}",
        ]

    def _shared(self, k: int, kind: str) -> Iterator[str]:
        """How many of its content words stand elsewhere."""
        own = self.content[k]
        part = self.segments[k].part
        holding = self.holding[part]
        both = {
            "prompt": len(own & self.prompt),
            "intro": len(own & self.intro) if part else 0,
            "outro": len(own & self.outro) if part < self.last_part else 0,
            "previous": len(own & self.content[k - 1]) if k else 0,
            "next": len(own & self.content[k + 1]) if k + 1 < len(self.content) else 0,
            "part": sum(holding[word] > 1 for word in own),
        }
        for name, count in both.items():
            yield f"in {name}={min(int(4 * count / max(len(own), 1)), 3)}|{kind}"
        for name, most in self.most[part].items():
            yield f"most in {name}={most > 0 and both[name] == most}|{kind}"


def _front(parse: Parse, first: int, last: int, kind: str, line: str) -> Names:
    """Cues, the words in front of the segment, and how its sentence opens."""
    before = parse.lower[:first]
    opening = parse.lower[: min(last, SHELL)]
    near = before[-SHELL:]
    names = []
    for cue in parse.cues.among(0, first):
        names += [f"cue before={cue}", f"cue before|part={cue}|{kind}"]
    names += [f"cue inside={cue}" for cue in parse.cues.among(first, last)]
    for cue, place in parse.cues.among(0, len(opening)).items():
        if place == 0:
            names += [f"cue opens={cue}", f"cue opens|line={cue}|{line}"]
    return [
        *names,
        f"shell={' '.join(before) if first <= 6 else 'long'}",
        f"shell size={min(first, 6)}",
        *[f"shell word={word}" for word in dict.fromkeys(near)],
        *[f"shell pair={a} {b}" for a, b in pairwise(near)],
        *[f"before {n}={' '.join(before[-n:])}" for n in (1, 2, 3)],
        f"opens={opening[0]}|{kind}",
        f"opens two={' '.join(opening[:2])}",
    ]


def _words(parse: Parse, first: int, last: int) -> Names:
    lower = parse.lower[first:last]
    return [
        *[f"word={word}" for word in dict.fromkeys(lower)],
        *[f"lemma={lemma}" for lemma, word in zip(parse.lemma[first:last], lower, strict=True) if lemma != word],
        *[f"pair={a} {b}" for a, b in pairwise(lower)],
        f"first={lower[0]}",
        f"first two={' '.join(lower[:2])}",
        f"last={lower[-1]}",
    ]


def _syntax(parse: Parse, first: int, last: int, tokens: Sequence[Token]) -> Names:
    """Tags inside, and what is at the head of the segment and hangs on it; ``tokens`` are those of the sentence."""
    words = words_of(tokens[0].doc)
    inside = [token.i for token in tokens[first:last]]
    start, stop = inside[0], inside[-1]
    root = next((i for i in inside if words.dep[i] == "ROOT" or not start <= words.head[i] <= stop), start)
    names = [
        *[f"tag={tag}" for tag in dict.fromkeys(parse.tag[first:last]) if tag in TELLING_TAGS],
        f"root={words.lemma[root]}",
        f"root dep={words.dep[root]}",
        f"root head={words.lemma[words.head[root]].strip()}",
        f"root tag={words.tag[root]}",
    ]
    begin, end = tokens[0].i, tokens[-1].i + 1
    for child in [i for i, head in enumerate(words.head[begin:end], begin) if head == root != i]:
        relation = words.dep[child]
        if relation.startswith("nsubj"):
            names += [f"subject={words.lower[child]}", f"subject pos={words.pos[child]}"]
        elif relation in {"aux", "mark"}:
            names.append(f"{relation}={words.lower[child]}")
    return names


def _classes(parse: Parse, first: int, last: int) -> Names:
    """Classes of the words inside, of those in front, and of the first one."""
    return [
        f"{name} {grain}={number}"
        for grain, classes in zip(GRAINS, parse.classes, strict=True)
        for name, begin, end in (("class", first, last), ("class before", 0, first), ("class first", first, first + 1))
        for number in dict.fromkeys(classes[begin:end])
    ]
