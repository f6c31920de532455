"""The whole pipeline, from the shipped bundles."""

from __future__ import annotations

from pathlib import Path

import spacy
from spacy.language import Language
from spacy.tokens import Doc

from scorer.bundle import find_bundle, verify
from scorer.pipeline import factories  # noqa: F401  # registers the components, and with them their attributes

BEFORE_ARGUMENT = (
    "essay_prompt",
    "essay_paragraphs",
    "essay_syntax",
    "essay_quotations",
    "essay_references",
    "essay_citations",
)
"""The components in their order; each may read what those before it set. Argument and conclusion follow."""


def load_pipeline(syntax: str | Path = "en_essay", argument: str | Path = "argument") -> Language:
    """A spaCy pipeline that reads an essay: ``nlp(text)`` sets everything in ``annotations``.

    ``syntax`` and ``argument`` name bundles or their folders; both are checked against their cards.
    Raises ``ModelError``.
    """
    nlp = load_syntax(syntax)
    nlp.add_pipe("essay_argument", config={"model": str(_checked(argument))})
    nlp.add_pipe("essay_conclusion")
    return nlp


def load_syntax(syntax: str | Path = "en_essay") -> Language:
    """The pipeline up to what the argument tagger reads: prompt, paragraphs, syntax, quotations and sources."""
    nlp = spacy.blank("en")
    for name in BEFORE_ARGUMENT:
        nlp.add_pipe(name, config={"model": str(_checked(syntax))} if name == "essay_syntax" else {})
    return nlp


def annotate(nlp: Language, text: str, prompt: str | None = None) -> Doc:
    """The annotated document of an essay; ``prompt`` is the assignment where it was given apart."""
    doc = nlp.make_doc(text)
    doc._.given_prompt = prompt
    return nlp(doc)


def _checked(bundle: str | Path) -> Path:
    folder = find_bundle(bundle)
    verify(folder)
    return folder
