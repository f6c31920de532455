"""Real readings of essays in which a test marks the parts of the argument itself.

``{T|thesis}``, ``{S|restatement}``, ``{R|reason}``, ``{E1|evidence of the first reason}``, ``{K|counterargument}``,
``{B|its rebuttal}``, ``{C|conclusion}``; parts may stand inside parts. Everything else comes from the pipeline.
"""

from __future__ import annotations

import re

from spacy.language import Language
from spacy.tokens import Doc

from scorer.feedback.catalogue import messages
from scorer.feedback.notes import Note, notes
from scorer.pipeline.annotations import Counterargument, Evidence, Found

_MARK = re.compile(r"\{([TSRKBCE]\d*)\||\}")


def read(nlp: Language, marked: str, confidence: float = 0.9) -> Doc:
    """The document of a marked essay."""
    text, parts = _unmarked(marked)
    doc = nlp(text)
    found = {kind: [Found(a, b, confidence) for name, a, b in parts if name[0] == kind] for kind in "TSRKBC"}
    doc._.thesis = next(iter(found["T"]), None)
    doc._.conclusion = next(iter(found["C"]), None)
    doc._.restatements, doc._.reasons = found["S"], found["R"]
    answers = [*found["B"], *[None] * len(found["K"])]
    doc._.counterarguments = [
        Counterargument(k.start, k.end, confidence, rebuttal=b) for k, b in zip(found["K"], answers, strict=False)
    ]
    doc._.evidence = [
        Evidence(a, b, confidence, supports=("reasons", int(name[1:]) - 1) if name[1:] else None)
        for name, a, b in parts
        if name[0] == "E"
    ]
    return doc


def told(doc: Doc) -> dict[str, Note]:
    """The notes on a document by their codes."""
    return {note.code: note for note in notes(doc)}


def pointed_at(doc: Doc, note: Note) -> list[str]:
    """The words that a note points at."""
    return [doc.text[start:end] for start, end in note.places]


def phrased(note: Note) -> list[str]:
    """Every phrasing that a note may get."""
    return [text.format(**note.fields) for text in messages()[note.code].texts]


def _unmarked(marked: str) -> tuple[str, list[tuple[str, int, int]]]:
    text, done, opened, parts = "", 0, [], []
    for match in _MARK.finditer(marked):
        text += marked[done : match.start()]
        done = match.end()
        if match.group(1):
            opened.append((match.group(1), len(text)))
        else:
            kind, start = opened.pop()
            parts.append((kind, start, len(text)))
    return text + marked[done:], sorted(parts, key=lambda part: part[1])
