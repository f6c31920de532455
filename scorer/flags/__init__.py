"""What a teacher should know before trusting a score: flags, each with one sentence; a file for each.

Detectors of two kinds: those of ``TEXT`` look at the whole text, and say what of it should not count; those of
``ESSAY`` look at what is left. Nothing here says who or what wrote a text.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from spacy.tokens import Doc

from scorer.assessment import Flag
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

Detector = Callable[[Doc], Iterator[Finding]]

NO_TEXT: tuple[Detector, ...] = (not_english, gibberish)
"""Where one of these blocks, no other is asked: there is no essay to say more of."""
TEXT: tuple[Detector, ...] = (
    not_prose,
    repeated_text,
    copied_prompt,
    copied_source,
    stuffing,
    bare_citations,
)
ESSAY: tuple[Detector, ...] = (
    length,
    off_topic,
    shuffled,
    low_confidence,
    no_punctuation,
    no_prompt,
    no_paragraphs,
)


def text_findings(doc: Doc) -> list[Finding]:
    """What is wrong with the text, in a fixed order."""
    found = [finding for detector in NO_TEXT for finding in detector(doc)]
    if any(finding.flag.severity == "block" for finding in found):
        return found
    found += [finding for detector in TEXT for finding in detector(doc)]
    # verse and lists change their subject at will
    return found if any(f.flag.code == "not_prose" for f in found) else found + list(unrelated_text(doc))


def essay_flags(doc: Doc) -> list[Flag]:
    """What is to be said of the essay that is left."""
    return [finding.flag for detector in ESSAY for finding in detector(doc)]
