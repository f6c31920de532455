"""What the second chain sees of each segment, to tell which kind of component it is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from spacy.tokens import Doc, Token

from scorer.pipeline.argument.parts import Sentence, content_words, kind_of, prompt_words
from scorer.pipeline.argument.patterns import cues_in
from scorer.pipeline.argument.word_classes import GRAINS, NO_CLASSES, WordClasses

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
    doc: Doc, sentences: Sequence[Sentence], segments: Sequence[Segment], classes: WordClasses = NO_CLASSES
) -> list[Names]:
    """For each segment the names of its features: words and their classes, place among the others, surroundings."""
    if not segments:
        return []
    scene = _Scene(doc, sentences, segments, classes)
    own = [list(scene.about(k)) for k in range(len(segments))]
    seen_by_others = [[name for name in names if name.split("=", 1)[0] in SEEN_BY_OTHERS] for names in own]
    return [names + list(_neighbours(k, segments, seen_by_others)) for k, names in enumerate(own)]


SEEN_BY_OTHERS = frozenset({"cue before", "cue inside", "cue opens", "part|turn", "opens", "before 1"})
"""Templates that the segments next to a segment see as well."""


def _neighbours(k: int, segments: Sequence[Segment], shown: list[Names]) -> Iterator[str]:
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
        self, doc: Doc, sentences: Sequence[Sentence], segments: Sequence[Segment], classes: WordClasses
    ) -> None:
        self.sentences, self.segments, self.classes = sentences, segments, classes
        self.tokens = [token for _, sentence in sentences for token in sentence]
        self.begins = [0]
        for _, sentence in sentences:
            self.begins.append(self.begins[-1] + len(sentence))
        self.sizes = Counter(part for part, _ in sentences)
        self.last_part = max(self.sizes)
        self.first_sentence: dict[int, int] = {}
        for place, (part, _) in enumerate(sentences):
            self.first_sentence.setdefault(part, place)
        self.members: dict[int, list[int]] = {}
        for k, segment in enumerate(segments):
            self.members.setdefault(segment.part, []).append(k)
        self.in_sentence = Counter(segment.sentence for segment in segments)
        self.content = [content_words(self.tokens[s.first : s.last]) for s in segments]
        self.prompt = prompt_words(doc)
        self.intro = content_words([t for part, sentence in sentences if part == 0 for t in sentence])
        self.outro = content_words([t for part, sentence in sentences if part == self.last_part for t in sentence])

    def about(self, k: int) -> Iterator[str]:
        """Names of the features that a segment has by itself."""
        segment = self.segments[k]
        kind = kind_of(segment.part, self.last_part)
        place = self._place(k, kind)
        yield from place
        tokens = self.tokens[segment.first : segment.last]
        before = [token.lower_ for token in self.tokens[self.begins[segment.sentence] : segment.first]]
        after = self.tokens[segment.last : min(segment.last + 1, self.begins[segment.sentence + 1])]
        yield from _words(tokens, before, kind, place[0])
        yield f"after={after[0].lower_ if after else '$'}"
        yield from _syntax(tokens)
        yield from self._classes([token.lower_ for token in tokens], before)
        yield from self._shared(k, kind)

    def _classes(self, inside: list[str], before: list[str]) -> Iterator[str]:
        """Classes of the words inside, of the first one, and of those in front."""
        of = self.classes.of
        for level, grain in enumerate(GRAINS):
            for name, words in (("class", inside), ("class before", before), ("class first", inside[:1])):
                yield from (f"{name} {grain}={number}" for number in dict.fromkeys(of(word)[level] for word in words))

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
        members = self.members[part]
        others: dict[str, set[str]] = {
            "prompt": self.prompt,
            "intro": self.intro if part else set(),
            "outro": self.outro if part < self.last_part else set(),
            "previous": self.content[k - 1] if k else set(),
            "next": self.content[k + 1] if k + 1 < len(self.content) else set(),
            "part": set().union(*(self.content[j] for j in members if j != k)),
        }
        for name, other in others.items():
            yield f"in {name}={min(int(4 * len(own & other) / max(len(own), 1)), 3)}|{kind}"
        for name in ("prompt", "intro"):
            most = max(len(self.content[j] & others[name]) for j in members)
            yield f"most in {name}={most > 0 and len(own & others[name]) == most}|{kind}"


def _words(tokens: Sequence[Token], before: list[str], kind: str, line: str) -> Iterator[str]:
    lower = [token.lower_ for token in tokens]
    shell = " ".join(before)
    opening = [*before, *lower][:SHELL]
    for name in cues_in(before):
        yield f"cue before={name}"
        yield f"cue before|part={name}|{kind}"
    yield from (f"cue inside={name}" for name in cues_in(lower))
    for name, place in cues_in(opening).items():
        if place == 0:
            yield f"cue opens={name}"
            yield f"cue opens|line={name}|{line}"
    near = before[-SHELL:]
    yield f"shell={shell if len(before) <= 6 else 'long'}"
    yield f"shell size={min(len(before), 6)}"
    yield from (f"shell word={word}" for word in dict.fromkeys(near))
    yield from (f"shell pair={a} {b}" for a, b in pairwise(near))
    yield from (f"before {n}={' '.join(before[-n:])}" for n in (1, 2, 3))
    yield f"opens={opening[0]}|{kind}"
    yield f"opens two={' '.join(opening[:2])}"
    yield from (f"word={word}" for word in dict.fromkeys(lower))
    yield from (f"lemma={token.lemma_.lower()}" for token in tokens if token.lemma_.lower() != token.lower_)
    yield from (f"pair={a} {b}" for a, b in pairwise(lower))
    yield f"first={lower[0]}"
    yield f"first two={' '.join(lower[:2])}"
    yield f"last={lower[-1]}"


def _syntax(tokens: Sequence[Token]) -> Iterator[str]:
    first, last = tokens[0].i, tokens[-1].i
    root = next((t for t in tokens if t.dep_ == "ROOT" or not first <= t.head.i <= last), tokens[0])
    yield from (f"tag={tag}" for tag in dict.fromkeys(token.tag_ for token in tokens) if tag in TELLING_TAGS)
    yield f"root={root.lemma_.lower()}"
    yield f"root dep={root.dep_}"
    yield f"root head={root.head.lemma_.lower().strip()}"
    yield f"root tag={root.tag_}"
    for child in root.children:
        if child.dep_.startswith("nsubj"):
            yield f"subject={child.lower_}"
            yield f"subject pos={child.pos_}"
        elif child.dep_ in {"aux", "mark"}:
            yield f"{child.dep_}={child.lower_}"
