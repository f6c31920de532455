"""Citations that are hung on sentences which take nothing from a source."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc

from scorer.assessment import Flag, Place
from scorer.features.lexicons.attribution import REPORTING, SOURCE_NOUNS, SPEECH
from scorer.features.running_text import apparatus, positions_of
from scorer.flags.finding import Finding
from scorer.pipeline.annotations import Citation, text_of
from scorer.pipeline.normalise import Replacement
from scorer.pipeline.view import EssayView, view

STYLES = frozenset({"mla", "apa", "chicago-author-date"})
FEWEST = 4
BARE_SHARE = 0.25
"""Share of bare ones from which no citation is believed that has neither a locator nor words in quotation marks."""
SENTENCES_SHARE = 0.15
"""Share of sentences with a bare citation: where that many lean on sources, some say what the source says."""
DENSE = 0.4
"""Share of sentences with a citation without a locator from which ``FEWEST_DENSE`` bare ones cast doubt on all: the
more, the more of them are bare, and as much as can be from ``BARE_SHARE``."""
FEWEST_DENSE = 2
SIGNAL_NOUNS = SOURCE_NOUNS | {"percent", "evidence", "data", "finding", "fact", "figure", "experiment", "interview"}


def bare_citations(doc: Doc) -> Iterator[Finding]:
    """The citations, and the entries of the list that only they point at."""
    made = view(doc)
    cited = [c for c in doc._.citations if c.style in STYLES]
    bare = [c for c in cited if is_bare(doc, made, c)]
    sentences = len(made.sentences)
    many = len(bare) >= FEWEST and len(bare) >= BARE_SHARE * len(cited) and len(bare) >= SENTENCES_SHARE * sentences
    pathless = [c for c in cited if not c.locator]
    leaning = {made.sentence[place.start] for c in pathless if (place := positions_of(made, c))}
    if not many and (len(bare) < FEWEST_DENSE or len(leaning) < DENSE * sentences):
        return
    # beside so many, others that lead nowhere are not believed either
    unbelieved = [c for c in pathless if c.reference is None or not _is_quoted(doc, made, c)]
    said = f"{len(bare)} citations stand after sentences that take no words, figures or findings from a source; check "
    said += "that the works exist. Citations without a page "
    yield Finding(
        Flag(
            code="bare_citations",
            severity="review" if many else "info",
            message=said + ("were not counted." if many else "count less, the more of them are like that."),
            spans=tuple(Place(start=c.start, end=c.end) for c in unbelieved),
        ),
        set_aside=_cut(doc, made, unbelieved) if many else (),
        doubted=() if many else _cut(doc, made, unbelieved),
        doubt=0.0 if many else min(1.0, len(bare) / (BARE_SHARE * len(cited))),
        told=tuple(Place(start=c.start, end=c.end) for c in bare),
    )


def _cut(doc: Doc, made: EssayView, citations: list[Citation]) -> tuple[Replacement, ...]:
    """The citations cut out, and the entries of the list that only they point at."""
    text = text_of(doc)
    changes = [Replacement(c.start - (text[c.start - 1 : c.start] == " "), c.end) for c in citations]
    left = {c.reference for c in doc._.citations if c not in citations}
    gone = [r for k, r in enumerate(doc._.references) if k not in left]
    if gone and len(gone) == len(doc._.references):  # with its heading, the list is the end of the text
        heading = made.start[-1] + len(made.text[-1]) if len(made) else gone[0].start
        return (*changes, Replacement(heading, max(r.end for r in gone)))
    return (*changes, *(Replacement(r.start, r.end) for r in gone))


def is_bare(doc: Doc, made: EssayView, citation: Citation) -> bool:
    """Whether nothing in the sentence before a citation is said to come from a source: no quotation, no number, no
    name, nobody who says or finds, no study or report."""
    place = positions_of(made, citation)
    if not place or citation.locator:
        return False
    span = made.sentences[made.sentence[place.start]]
    aside = apparatus(doc)
    before = [k for k in range(span.start, place.start) if not aside[k]]
    if _is_quoted(doc, made, citation):
        return False
    return not any(
        made.text[k][0].isdigit()
        or made.lemma[k].lower() in SIGNAL_NOUNS
        or (made.pos[k] == "VERB" and made.lemma[k].lower() in REPORTING | SPEECH)
        or (made.pos[k] == "PROPN" and k > span.start)
        or (made.pos[k] == "NUM")
        for k in before
    )


def _is_quoted(doc: Doc, made: EssayView, citation: Citation) -> bool:
    """Whether there are words in quotation marks before the citation in its sentence."""
    place = positions_of(made, citation)
    start = made.start[made.sentences[made.sentence[place.start]].start] if place else citation.start
    return any(q.start < citation.start and q.end > start for q in doc._.quotations)
