"""What a teacher should know before trusting a score: flags, each with one sentence; a file for each.

Detectors come in three rounds, ``WHOLE``, ``COUNTED`` and ``LEFT``; what a round sets aside the next does not see.
Nothing here says who or what wrote a text.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from spacy.tokens import Doc

from scorer.flags.assignment import no_prompt
from scorer.flags.bare_citations import bare_citations
from scorer.flags.confidence import low_confidence
from scorer.flags.copied import copied_prompt, copied_source
from scorer.flags.finding import Finding
from scorer.flags.form import not_prose
from scorer.flags.gibberish import gibberish
from scorer.flags.language import not_english
from scorer.flags.length import length
from scorer.flags.off_topic import off_topic
from scorer.flags.order import shuffled
from scorer.flags.paragraphs import no_paragraphs
from scorer.flags.punctuation import no_punctuation
from scorer.flags.repeated import repeated_text
from scorer.flags.stuffing import stuffing
from scorer.flags.unrelated import unrelated_text
from scorer.stopping import checkpoint

Detector = Callable[[Doc], Iterator[Finding]]

WHOLE: tuple[Detector, ...] = (not_english, not_prose, repeated_text, copied_prompt, copied_source)
"""Asked of the text as it is."""
COUNTED: tuple[Detector, ...] = (gibberish, stuffing, bare_citations, unrelated_text)
"""Asked of what is left when what those found is set aside."""
LEFT: tuple[Detector, ...] = (
    length,
    off_topic,
    shuffled,
    low_confidence,
    no_punctuation,
    no_prompt,
    no_paragraphs,
)
"""Asked of the essay that is scored; they set nothing aside."""


def findings(doc: Doc, detectors: Sequence[Detector]) -> list[Finding]:
    """What some detectors find, in their order; after a block no other is asked."""
    found: list[Finding] = []
    for detector in detectors:
        checkpoint()
        found += detector(doc)
        if any(finding.flag.severity == "block" for finding in found):
            break
    return found
