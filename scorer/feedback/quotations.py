"""Notes on quoted words: opened and closed, introduced, with a source, and not too many at a time."""

from __future__ import annotations

import re
from collections.abc import Iterator

from spacy.tokens import Doc

from scorer.corrections.places import token_at
from scorer.features.attribution import signal_phrases_at
from scorer.features.lexicons.attribution import REPORTING
from scorer.features.lexicons.stance import FIRST_PERSON
from scorer.features.running_text import positions_of
from scorer.features.sources import LONG_QUOTATION, OWN_WORDS, own_words
from scorer.feedback.excerpts import quoted, quoted_end, sentence_at, span, text_of
from scorer.feedback.genre import is_answer, is_narrative, is_personal
from scorer.feedback.notes import Note, Place, finder
from scorer.feedback.patterns import SOURCE_WORDS, SPEAKING
from scorer.feedback.sources import holds_citation, shown
from scorer.pipeline.annotations import Quotation
from scorer.pipeline.view import EssayView, view

LINKING = frozenset({"example", "instance", "also", "and", "but", "because", "so", "then"})
"""Words right before a quotation that do not lead into it."""
SURE = 0.9
"""Confidence from which quotation marks are taken to be paired rightly."""
QUOTE_SIGNS = "\"'“”„‟«»‘’`″ "
NEXT_TO = 10
"""Characters between a citation and the words that it leads to."""
LED_BY = 15
"""Tokens before a quotation in which its speaker is named."""
SPEAKERS = FIRST_PERSON | {"he", "she", "they", "him", "her"}
"""Words that stand for who says what is quoted."""
_LED = re.compile(r"[^\W\d_]+,?\s*$")
"""A word right before the quotation, not parted from it by the end of a sentence."""
TITLED = re.compile(
    r"\b(?:source|article|text|passage|story|essay|book|movie|titled|called|named)"
    r"\s*(?:\d+|one|two|three|four)?\s*[:,]?\s*$",
    re.IGNORECASE,
)
"""Words right before a title in quotation marks."""
QUOTED_WORDS = 6
"""Words from which quoted words without a source are asked for one: shorter ones are terms."""


@finder
def quotations(doc: Doc) -> Iterator[Note]:
    """Quoted words: opened and closed, introduced, with a source, and not too many at a time."""
    alone = {view(doc).paragraph[token_at(view(doc), mark.start)] for mark in doc._.unbalanced_quotes}
    found: list[Quotation] = doc._.quotations
    for item in found:
        if item.unopened and item.citation is not None:
            end = item.end - 1
            fields = {"ending": quoted_end(text_of(doc), (item.start, end)), "citation": _shown_at(doc, item.citation)}
            yield Note("quotation_unopened", ((end, item.end), span(item)), fields)
            break
    whole = [  # beside a mark without a partner nobody knows where quoted words begin
        item
        for item in found
        if not item.unopened
        and len(_words(doc, item)) >= QUOTED_WORDS
        and view(doc).paragraph[token_at(view(doc), item.start)] not in alone
        and not TITLED.search(text_of(doc), max(0, item.start - 20), item.start)
        and not (_is_title(doc, item) or _names_work(doc, item))
    ]
    for item in whole:
        if item.citation is not None and _is_introduced(doc, item):
            fields = {"quotation": quoted(text_of(doc), _inside(doc, item)), "citation": _shown_at(doc, item.citation)}
            yield Note("quotation_introduced", (span(item),), fields)
            break
    for item in whole:
        if item.citation is None and _wants_citation(doc, item) and not is_narrative(doc):
            yield Note("quotation_uncited", (span(item),), {"quotation": quoted(text_of(doc), _inside(doc, item))})
            break
    for item in whole:
        if len(_words(doc, item)) >= LONG_QUOTATION and not _is_own_text(doc, item):
            fields = {"quotation": quoted(text_of(doc), _inside(doc, item)), "words": str(len(_words(doc, item)))}
            yield Note("quotation_long", (span(item),), fields)
            break
        if item.citation is not None and not _is_introduced(doc, item) and not doc._.unbalanced_quotes:
            yield Note("quotation_dropped", (span(item),), {"quotation": quoted(text_of(doc), _inside(doc, item))})
            break


def _is_own_text(doc: Doc, quotation: Quotation) -> bool:
    """Whether the marks stand around the writer's own words: "I" in them, and no citation."""
    made = view(doc)
    return quotation.citation is None and any(made.lower[k] in FIRST_PERSON for k in positions_of(made, quotation))


def _is_introduced(doc: Doc, quotation: Quotation) -> bool:
    """Whether words of the writer's own stand in the sentence of the first quoted word."""
    made, own = view(doc), own_words(doc)
    led = _LED.search(text_of(doc), max(0, quotation.start - 80), quotation.start)
    if led and led[0].strip(" ,").lower() in LINKING:
        return False
    if led and not doc._.unbalanced_quotes:
        return True
    words = [k for k in positions_of(made, quotation) if made.is_word[k]]
    return bool(words) and sum(own[k] for k in sentence_at(made, words[0])) >= OWN_WORDS


def _wants_citation(doc: Doc, quotation: Quotation) -> bool:
    """Whether the words are surely quoted, not a title, nobody's talk, and no bracket or citation stands by."""
    made = view(doc)
    return (
        quotation.confidence >= SURE
        and not any(made.lower[k] in FIRST_PERSON for k in positions_of(made, quotation))
        and "(" not in text_of(doc)[quotation.end : quotation.end + 3]
        and not any(0 <= quotation.start - citation.end <= NEXT_TO for citation in doc._.citations)
        and not is_answer(doc)
        and not is_personal(doc)
        and not _cited_in_sentence(doc, quotation)
        and not _pointed_to(made, token_at(view(doc), quotation.start))
    )


def _is_title(doc: Doc, quotation: Quotation) -> bool:
    """Whether half of the long words in quotation marks begin with a capital."""
    start, end = _inside(doc, quotation)
    long = [word for word in text_of(doc)[start:end].split() if len(word) > 3]
    return 2 * sum(word[0].isupper() for word in long) >= len(long)


def _names_work(doc: Doc, quotation: Quotation) -> bool:
    """Whether a citation has the quoted words for the title of its work."""
    start, end = _inside(doc, quotation)
    words = text_of(doc)[start:end].strip(" .,").lower()
    return any(citation.title and citation.title.strip(" .,").lower() == words for citation in doc._.citations)


def _pointed_to(made: EssayView, k: int) -> bool:
    """Whether the sentence, or one of the two before, speaks of the text that is quoted or of who says it.

    Two, since "He says," before a quotation mark may be read as a sentence.
    """
    number = made.sentence[k]
    around = range(made.sentences[max(0, number - 2)].start, made.sentences[number : number + 2][-1].stop)
    led = range(made.sentences[max(0, number - 1)].start, k)
    return (
        SOURCE_WORDS.found(made.lower, around)
        or any(k in around for k in signal_phrases_at(made.doc))
        or any(_speaks(made, j) or made.lower[j] in SPEAKERS for j in led[-LED_BY:])
        or any(made.pos[j] == "PROPN" for j in led[-LED_BY:])
        or any(_speaks(made, j) for j in range(k, around.stop) if own_words(made.doc)[j])
    )


def _speaks(made: EssayView, k: int) -> bool:
    """Whether a word tells that somebody speaks or writes."""
    return made.lemma[k].lower() in SPEAKING | REPORTING


def _cited_in_sentence(doc: Doc, quotation: Quotation) -> bool:
    made = view(doc)
    positions = positions_of(made, quotation)
    return not positions or holds_citation(doc, sentence_at(made, positions.start))


def _inside(doc: Doc, quotation: Quotation) -> Place:
    """The quotation without its marks."""
    words = text_of(doc)[quotation.start : quotation.end]
    start = quotation.start + len(words) - len(words.lstrip(QUOTE_SIGNS))
    return start, max(start, quotation.end - len(words) + len(words.rstrip(QUOTE_SIGNS)))


def _words(doc: Doc, quotation: Quotation) -> list[str]:
    return text_of(doc)[quotation.start : quotation.end].split()


def _shown_at(doc: Doc, index: int) -> str:
    return shown(doc, doc._.citations[index])
