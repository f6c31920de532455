"""Citations whose form a style guide would mend.

Wrong: "(Nau, 5631)" in MLA, an unclosed bracket, a full stop before the bracket. Measured (``docs/feedback.md``), marks
on an error, on learners' sentences and in a reviewed sample of essays: ``citation_form`` none and 15 of 16.
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc

from scorer.corrections.lexicons.citation_form import AGAIN, COMMA, MESSAGES, STOP, STOP_LOOK
from scorer.corrections.places import said_once
from scorer.corrections.registry import Mark, check
from scorer.pipeline.annotations import Citation, text_of

CONFIDENCE = 0.9
_STYLES = frozenset({"mla", "apa", "chicago-author-date"})
SHOWN = 60
"""Characters of a citation that a message quotes."""


@check("citation_form")
def malformed_citations(doc: Doc) -> Iterator[Mark]:
    """What ``doc._.citations`` has found wrong with forms, each kind once, and full stops before the bracket."""
    text = text_of(doc)
    found: dict[str, list[Mark]] = {}
    for citation in doc._.citations:
        for issue in citation.issues:
            if issue in MESSAGES:
                found.setdefault(issue, []).append(_mark(text, citation, issue))
    for mark in _stops(doc, text):
        found.setdefault("stop_before", []).append(mark)
    for marks in found.values():
        yield from said_once(list({(mark.start, mark.end): mark for mark in marks}.values()), AGAIN)


def _mark(text: str, citation: Citation, issue: str) -> Mark:
    written = text[citation.start : citation.end]
    right = ""
    if issue == "comma_before_locator":
        right = COMMA.sub(r"\g<author> ", written)
    elif issue == "unbalanced_bracket":
        right = written + ")"
    right = "" if right == written else right
    shown = " ".join(written.split())[:SHOWN]
    message = MESSAGES[issue].format(word=shown, right=right or shown)
    return Mark(citation.start, citation.end, message, (right,) if right else (), CONFIDENCE)


def _stops(doc: Doc, text: str) -> Iterator[Mark]:
    """Quoted sentences whose full stop stands before the bracket of their citation."""
    blocks = [(quotation.start, quotation.end) for quotation in doc._.quotations if quotation.block]
    for citation in doc._.citations:
        if citation.style not in _STYLES or text[citation.start : citation.start + 1] != "(":
            continue
        match = STOP.search(text, max(0, citation.start - STOP_LOOK), citation.start)
        after = text[citation.end : citation.end + 2].strip()
        if match is None or any(end in (match.end("inside"), match.start("inside") + 1) for _, end in blocks):
            continue
        if after[:1].islower() or text[citation.end - 1] != ")":
            continue
        bracket = text[citation.start : citation.end]
        right = f"{match['word']}{match['quote'] or match['outer']} {bracket}."
        end = citation.end + (after[:1] == ".")
        yield Mark(match.start("word"), end, MESSAGES["stop_before"].format(right=right), (right,), CONFIDENCE)
