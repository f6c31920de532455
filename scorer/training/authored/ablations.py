"""Authored essays with one virtue taken away, and which criterion must notice.

An ablation is a pure function of a text and its gold; it uses the gold alone, never what the extractor finds. The
prompt at the head of a file is left as it stands.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from random import Random
from types import MappingProxyType

from scorer.assessment import CitationSpan
from scorer.training.authored.corpus import AuthoredEssay
from scorer.training.authored.sentences import Piece, paragraphs_of, sentences_of

LEAST_WORDS = 60
"""An ablation that leaves fewer words leaves no essay to compare."""

FEWEST_MIXED = 4
"""Sentences of which an order can be drawn."""

BY_NUMBER = frozenset({"numeric", "chicago-note"})
"""Styles whose citations lead to whatever entry has their number."""

_WORD = re.compile(r"\w+")
_CREDITS = re.compile(r"\b(?:according to|as (?:cited|quoted|stated|reported) (?:in|by)|in the words of)\s+$", re.I)
_IN_WORK = re.compile(r"\b(?:in|from|by|of)\s+(?:(?:the|his|her|their|its|an?)\s+(?:\w+\s+){0,2})?$", re.I)
_WORK = re.compile(r"\b(?:article|book|essay|passage|report|story|study|text)\s+$", re.I)
_OPENS = re.compile(r"(?:^|[.!?][\"”’']?\s+|\n\s*)$")
_NAMELESS = {"author": "one writer", "title": "one text"}
_INVENTED = (
    ("Quillfeather, Odo", "Letters from a Drowned Parish"),
    ("Zabriskie, Thessaly", "Nine Ways to Mend a Kite"),
    ("Vantongeren, Pim", "The Salt Merchant's Ledger"),
    ("Ykelenstam, Rosa", "On the Keeping of Bees in Winter"),
    ("Uppercott, Basil", "A Short History of Doorknobs"),
    ("Iverdale, Wynne", "Lighthouses of the Inner Sea"),
    ("Jessamy-Prout, Ludo", "Clockmakers and Their Apprentices"),
    ("Xanthopoulou, Dido", "What the Ferryman Sang"),
)


@dataclass(frozen=True)
class Ablation:
    """What is taken away, the criterion that must fall, and the ones that truly change too, each with the reason.

    ``apply`` gives the changed text, or None where the essay does not have what is taken away (or hardly any text
    would be left). Every criterion that is neither ``falls`` nor in ``changes`` must stay.
    """

    name: str
    apply: Callable[[AuthoredEssay], str | None]
    falls: str
    changes: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))


def without_thesis(essay: AuthoredEssay) -> str | None:
    """The sentences of the thesis and of its restatements deleted; of a sentence without end, the part alone."""
    found = essay.gold.structure
    if found.thesis is None:
        return None
    body = body_of(essay)
    cuts = []
    for part in (found.thesis, *found.restatements):
        for sentence in sentences_of(essay.text, body):
            if sentence.start < part.end and part.start < sentence.end:
                whole = sentence.end - sentence.start > 2 * (part.end - part.start) + 200
                cuts.append((part.start, part.end, "") if whole else (sentence.start, sentence.end, ""))
    return _enough(_without(essay.text, cuts))


def without_citations(essay: AuthoredEssay) -> str | None:
    """Citations cut out, sources in the running text made nameless, the list of works deleted. Quotation marks stay."""
    found = essay.gold.structure
    if not found.citations:
        return None
    text = essay.text[: list_start(essay)].rstrip() + "\n" if found.references else essay.text
    return _enough(_without(text, [_cut(text, c) for c in found.citations if c.end <= len(text)]))


def unlinked_references(essay: AuthoredEssay) -> str | None:
    """The list's entries replaced by as many invented works that nobody cites; deleted where numbers point at them."""
    references, citations = essay.gold.structure.references, essay.gold.structure.citations
    if not any(c.reference is not None for c in citations):
        return None
    text = essay.text
    if any(c.style in BY_NUMBER for c in citations):
        return text[: list_start(essay)].rstrip() + "\n"
    for place, entry in reversed(list(enumerate(references))):
        author, title = _INVENTED[place % len(_INVENTED)]
        text = f"{text[: entry.start]}{author}. {title}. Harrowgate Press, {1871 + 3 * place}.{text[entry.end :]}"
    return text


def shuffled(essay: AuthoredEssay, seed: int = 1) -> str | None:
    """The sentences in an order drawn by ``seed`` and the essay's name; as many in each paragraph as before."""
    return mixed(essay.text, body_of(essay), f"{seed}:{essay.gold.id}")


def mixed(text: str, body: Piece, seed: str) -> str | None:
    """The sentences of a part of a text in an order drawn by ``seed``, as many in each paragraph as before; None where
    there are too few."""
    blocks = [sentences_of(text, block) for block in paragraphs_of(text, body)]
    pool = [text[s.start : s.end] for block in blocks for s in block]
    if len(pool) < FEWEST_MIXED:
        return None
    order = list(range(len(pool)))
    Random(seed).shuffle(order)
    dealt = iter(pool[k] for k in order)
    made, done = "", 0
    for block in blocks:
        made += text[done : block[0].start] + " ".join(next(dealt) for _ in block)
        done = block[-1].end
    return made + text[done:]


def flattened(essay: AuthoredEssay) -> str | None:
    """The paragraphs joined to one; the list of works stays apart."""
    blocks = paragraphs_of(essay.text, body_of(essay))
    if len(blocks) < 3:
        return None
    joined = " ".join(essay.text[block.start : block.end] for block in blocks)
    return essay.text[: blocks[0].start] + joined + essay.text[blocks[-1].end :]


ABLATIONS = (
    Ablation("without_thesis", without_thesis, "thesis"),
    Ablation("without_citations", without_citations, "sources"),
    Ablation("unlinked_references", unlinked_references, "sources"),
    Ablation(
        "shuffled",
        shuffled,
        "organization",
        {
            "thesis": "it no longer stands in the opening, nor its restatement at the end",
            "reasons": "evidence no longer stands by the reason that it supports",
            "sources": "citations now back other statements",
        },
    ),
    Ablation(
        "flattened",
        flattened,
        "organization",
        {"reasons": "paragraphs show where a reason ends and which evidence is its own"},
    ),
)
"""What each ablation does to the criteria of ``argument-with-sources``."""


def body_of(essay: AuthoredEssay) -> Piece:
    """The student's own text: neither the prompt at the head nor the list of works."""
    prompt = essay.gold.structure.prompt
    return Piece(prompt.end if prompt else 0, list_start(essay))


def list_start(essay: AuthoredEssay) -> int:
    """Where the list of works begins, its heading included; the end of the text where there is none."""
    references = essay.gold.structure.references
    if not references:
        return len(essay.text)
    start = essay.text.rfind("\n", 0, references[0].start) + 1
    before = essay.text[:start].rstrip()
    heading = before.rfind("\n") + 1
    line = before[heading:].strip()
    return heading if 0 < len(line) < 40 and line[-1] not in ".!?" else start


def _cut(text: str, citation: CitationSpan) -> tuple[int, int, str]:
    """What goes with a citation, and what stands there instead: "According to X" goes, a subject stays nameless."""
    start, end = citation.start, citation.end
    if citation.style != "narrative":
        return start, end, ""
    credit, inside = _CREDITS.search(text, 0, start), _IN_WORK.search(text, 0, start)
    if credit or (inside and not citation.author):
        after = re.match(r"(?:['’]s?)?\s*,?", text[end:])
        return (credit or inside).start(), end + (after.end() if after else 0), ""  # type: ignore[union-attr]
    if not inside and _WORK.search(text, 0, start):
        return start, end, ""
    return inside.start() if inside else start, end, _NAMELESS["author" if citation.author else "title"]


def _without(text: str, cuts: Iterable[tuple[int, int, str]]) -> str:
    """The text with stretches replaced; no space or mark left hanging, and a capital where a sentence begins."""
    for start, end, instead in sorted(set(cuts), reverse=True):
        head, tail = text[:start], instead + text[end:]
        if _OPENS.search(head):
            tail = tail.lstrip(" \t,;:")
            tail = tail[:1].upper() + tail[1:]
        elif re.match(r"[ \t]*(?:[.,;:!?\n]|$)", tail):
            head, tail = head.rstrip(" \t"), tail.lstrip(" \t")
            if tail[:1] in ".!?;":
                head = head.rstrip(",;: ")
        text = head + tail
    text = re.sub(r"(?m)(?:^[.,;:!?])?[ \t]+$|^[.,;:!?]$", "", text)
    return re.sub(r"\n{3,}", "\n\n", re.sub(r"(?<=\S) {2,}", " ", text)).strip("\n") + "\n"


def _enough(text: str) -> str | None:
    return text if len(_WORD.findall(text)) >= LEAST_WORDS else None


def ablated(essay: AuthoredEssay, shuffles: int = 1) -> Iterator[tuple[Ablation, str]]:
    """Every ablation that the essay allows, with its text; shuffled by ``shuffles`` seeds."""
    for ablation in ABLATIONS:
        texts = [shuffled(essay, seed + 1) for seed in range(shuffles)] if ablation.name == "shuffled" else None
        for text in texts or [ablation.apply(essay)]:
            if text is not None:
                yield ablation, text
