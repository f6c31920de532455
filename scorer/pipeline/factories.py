"""spaCy factories of the components, found through the package's entry points."""

from __future__ import annotations

from pathlib import Path

import spacy
from spacy.language import Language

from scorer.bundle import find_bundle
from scorer.pipeline.argument import Argument
from scorer.pipeline.citations import Citations
from scorer.pipeline.conclusion import Conclusion
from scorer.pipeline.copied import CopiedText
from scorer.pipeline.paragraphs import Paragraphs
from scorer.pipeline.prompt import Prompt
from scorer.pipeline.quotations import Quotations
from scorer.pipeline.references import References
from scorer.pipeline.syntax import Syntax


@Language.factory("essay_prompt", assigns=["doc._.prompt"])
def create_prompt(nlp: Language, name: str) -> Prompt:
    """The assignment, parted from the essay."""
    return Prompt()


@Language.factory("essay_paragraphs", assigns=["doc._.paragraphs", "doc._.paragraphs_guessed"])
def create_paragraphs(nlp: Language, name: str) -> Paragraphs:
    """Paragraphs, also where the file has lost them."""
    return Paragraphs()


@Language.factory(
    "essay_syntax",
    assigns=["token.tag", "token.pos", "token.morph", "token.lemma", "token.dep", "token.head", "token.is_sent_start"],
    default_config={"model": "en_essay"},
)
def create_syntax(nlp: Language, name: str, model: str) -> Syntax:
    """Tags, heads, lemmas and sentences from the bundle ``model``, loaded into this pipeline's vocabulary."""
    return Syntax(spacy.load(find_bundle(Path(model)), vocab=nlp.vocab))


@Language.factory("essay_quotations", assigns=["doc._.quotations", "doc._.unbalanced_quotes"])
def create_quotations(nlp: Language, name: str) -> Quotations:
    """Quoted words, and marks without a pair."""
    return Quotations()


@Language.factory("essay_references", assigns=["doc._.references"], default_config={"model": "references"})
def create_references(nlp: Language, name: str, model: str) -> References:
    """The list of works at the end; its field parser is the bundle ``model``, loaded where a list is met."""
    return References(Path(model))


@Language.factory("essay_citations", assigns=["doc._.citations", "doc._.quotations"])
def create_citations(nlp: Language, name: str) -> Citations:
    """In-text pointers to sources."""
    return Citations()


@Language.factory("essay_copied", assigns=["doc._.copied"])
def create_copied(nlp: Language, name: str) -> CopiedText:
    """Words that stand in the prompt or in a source."""
    return CopiedText()


@Language.factory(
    "essay_argument",
    assigns=["doc._.thesis", "doc._.restatements", "doc._.reasons", "doc._.counterarguments", "doc._.evidence"],
    default_config={"model": "argument"},
)
def create_argument(nlp: Language, name: str, model: str) -> Argument:
    """Thesis, reasons, counterarguments and evidence, from the bundle ``model``."""
    return Argument.from_bundle(find_bundle(Path(model)))


@Language.factory("essay_conclusion", assigns=["doc._.conclusion"])
def create_conclusion(nlp: Language, name: str) -> Conclusion:
    """The ending."""
    return Conclusion()
