"""The whole pipeline, from the shipped bundles."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import spacy
from spacy.language import Language
from spacy.tokens import Doc

from scorer.bundle import find_bundle, verify
from scorer.pipeline import factories  # noqa: F401  # registers the components, and with them their attributes
from scorer.pipeline.frequency import most_common
from scorer.pipeline.tokenizer import GuardedTokenizer
from scorer.stopping import checkpoint

BEFORE_ARGUMENT = (
    "essay_prompt",
    "essay_paragraphs",
    "essay_syntax",
    "essay_quotations",
    "essay_references",
    "essay_citations",
    "essay_copied",
)
"""The components in their order; each may read what those before it set. Argument and conclusion follow."""

KEPT_WORDS = 2_000
"""The most frequent words, which spaCy is to keep; of an essay's others it forgets what it found when that is done."""


def load_pipeline(
    syntax: str | Path = "en_essay", argument: str | Path = "argument", references: str | Path = "references"
) -> Language:
    """A spaCy pipeline that reads an essay: ``nlp(text)`` sets everything in ``annotations``.

    ``syntax``, ``argument`` and ``references`` name bundles or their folders; all are checked against their cards.
    Raises ``ModelError``.
    """
    nlp = load_syntax(syntax, references)
    nlp.add_pipe("essay_argument", config={"model": str(_checked(argument))})
    nlp.add_pipe("essay_conclusion")
    return nlp


def load_syntax(syntax: str | Path = "en_essay", references: str | Path = "references") -> Language:
    """The pipeline up to what the argument tagger reads: paragraphs, syntax, quotations, sources and copied text."""
    nlp = spacy.blank("en")
    nlp.tokenizer = GuardedTokenizer(nlp.vocab, nlp.tokenizer)
    for word in most_common(KEPT_WORDS):
        nlp.tokenizer(word)
    bundles = {"essay_syntax": syntax, "essay_references": references}
    for name in BEFORE_ARGUMENT:
        nlp.add_pipe(name, config={"model": str(_checked(bundles[name]))} if name in bundles else {})
    return nlp


def annotate(nlp: Language, text: str, prompt: str | None = None, sources: Sequence[str] = ()) -> Doc:
    """The annotated document of an essay; ``prompt`` is the assignment where it was given apart.

    ``sources`` are the texts that the essay was to use. Raises ``StoppedError`` where the call is to end.
    """
    doc = nlp.make_doc(text)
    doc._.given_prompt = prompt
    doc._.given_sources = (sources,) if isinstance(sources, str) else tuple(sources)
    for _, component in nlp.pipeline:  # as nlp(doc) does
        checkpoint()
        doc = component(doc)
    return doc


def _checked(bundle: str | Path) -> Path:
    folder = find_bundle(bundle)
    verify(folder)
    return folder
