"""Notes on citations, quotations and the list of works."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

from spacy.tokens import Doc

from scorer.corrections import marks
from scorer.features.argument import argument, specifics
from scorer.features.attribution import signal_phrases_at
from scorer.features.lexicons.stance import FIRST_PERSON
from scorer.features.running_text import positions_of
from scorer.features.sources import LONG_QUOTATION, OWN_WORDS, own_words
from scorer.features.works import surname, works
from scorer.feedback.excerpts import (
    in_all,
    is_own,
    listed,
    number,
    place_of,
    quoted,
    quoted_end,
    sentence_at,
    span,
    text_of,
    whole_sentences,
    words_in,
)
from scorer.feedback.genre import is_personal, is_short_answer
from scorer.feedback.notes import Note, Place, finder
from scorer.feedback.patterns import CHECKABLE, CLOSING_HEADS, LEANING, NEARBY, OUGHT, SOURCE_WORDS, SPEAKING
from scorer.feedback.position import TELLING, first_full, tells_story
from scorer.pipeline.annotations import Citation, Quotation
from scorer.pipeline.view import EssayView, view

SEVERAL = 2
SURE = 0.9
"""Confidence from which quotation marks are taken to be paired rightly."""
QUOTE_SIGNS = "\"'“”„‟«»‘’`″ "
PERSONAL = FIRST_PERSON | {"he", "him", "his", "she", "her", "you", "your", "yourself"}
UNREAL = frozenset({"if", "when", "imagine", "like", "maybe"})
"""First words of what might be."""
OWN_TEXT = frozenset({"paragraph", "paragraphs", "passage"})
OWN_PARTS = frozenset({"i", "my", "last", "next", "previous", "following", "above", "conclusion"})
"""Words beside which a paragraph or passage may be one of this very essay."""
LEAST, LONGEST, NEAR_HEAD = 7, 35, 5
"""Tokens of a statement that a source could back up, and of what stands before its subject."""
LED_BY = 15
"""Tokens before a quotation in which its speaker is named."""
FEW, SHORTLY = 5, 6
"""Sentences of an essay that has room for a source, and words that show where it begins and ends."""
TERM = 4
"""Words from which what stands in quotation marks is more than a term."""
PERSONS_NAMED = FIRST_PERSON | {"he", "she", "they", "him", "her"}
_LED = re.compile(r"[^\W\d_]+,?\s*$")
"""A word right before the quotation, not parted from it by the end of a sentence."""
TITLED = re.compile(
    r"(?:\b(?:source|article|text|passage|story|essay|book|movie|titled|called|named)\s*\d*\s*[:,]?\s*)$", re.I
)
"""Words right before a title in quotation marks."""
QUOTED_WORDS = 6
"""Words from which quoted words without a source are asked for one: shorter ones are terms."""


@finder
def uncited(doc: Doc) -> Iterator[Note]:
    """No citation at all: the phrase that already names a source, else the statement that could use one."""
    if doc._.citations or is_short_answer(doc):
        return
    made, named, story = view(doc), _names_source(doc), tells_story(doc)
    if named:
        place = place_of(made, named)
        yield Note("source_only_named", (place,), {"sentence": quoted(text_of(doc), place)})
    elif story:
        place = place_of(made, story)
        yield Note("story_sources", (place,), {"sentence": quoted(text_of(doc), place)})
    elif claim := _wants_source(doc):
        place = place_of(made, claim)
        yield Note("citations_missing", (place,), {"statement": quoted(text_of(doc), place)})
    elif not is_personal(doc) and not doc._.quotations and len(made.worded_sentences) >= FEW:
        final = next(s for s in reversed(made.worded_sentences) if words_in(made, s) >= TELLING or s.start == 0)
        places = place_of(made, first_full(doc)), place_of(made, final)
        first, last = (quoted(text_of(doc), place, SHORTLY) for place in places)
        yield Note("sources_none", places, {"first": first, "last": last})


@finder
def cited(doc: Doc) -> Iterator[Note]:
    """How many sources there are, and whether a list leads to them."""
    citations: list[Citation] = doc._.citations
    if not citations:
        return
    named = [citation for citation in citations if citation.author or citation.title]
    firsts = [citations[k] for k in sorted(set(works(doc))) if citations[k] in named]
    if len(firsts) >= SEVERAL:
        fields = {"number": number(len(firsts)), "sources": listed(_shown(doc, citation) for citation in firsts)}
        yield Note("sources_several", tuple(span(citation) for citation in firsts), fields)
    elif firsts and len(citations) >= SEVERAL and len(named) == len(citations):
        fields = {"citation": _shown(doc, citations[0])}
        yield Note("source_single", tuple(span(citation) for citation in citations[:3]), fields)
    if named and not doc._.references and not is_short_answer(doc):
        fields = {"citation": _shown(doc, named[0])}
        yield Note("references_missing", (span(named[0]), span(named[-1])), fields)
    elif named and all(citation.reference is not None for citation in named):
        place = span(doc._.references[0])
        fields = {"citation": _shown(doc, named[0]), "entry": quoted(text_of(doc), place)}
        yield Note("references_match", (span(named[0]), place), fields)
    reason = _uncited_reason(doc)
    if reason:
        yield Note("reason_uncited", (reason,), {"reason": quoted(text_of(doc), reason)})


@finder
def form(doc: Doc) -> Iterator[Note]:
    """Citations that are formed differently, or lack what others have."""
    citations: list[Citation] = doc._.citations
    pair = _unlike(citations)
    if pair:
        one, other = pair
        fields = {"one": _shown(doc, one), "other": _shown(doc, other)}
        yield Note("citations_unlike", (span(one), span(other)), fields)
    for code, issue in (
        ("citation_with_comma", "comma_before_locator"),
        ("citation_without_locator", "missing_locator"),
        ("citation_without_year", "missing_year"),
        ("citation_without_entry", "no_matching_reference"),
    ):
        faulty = [citation for citation in citations if issue in citation.issues]
        if faulty and not (pair and code == "citation_with_comma"):
            yield Note(code, tuple(span(c) for c in faulty[:3]), {"citation": _shown(doc, faulty[0])})
    used = {citation.reference for citation in citations}
    unused = [entry for k, entry in enumerate(doc._.references) if k not in used]
    if citations and unused:
        yield Note("reference_uncited", (span(unused[0]),), {"entry": quoted(text_of(doc), span(unused[0]))})


@finder
def claims(doc: Doc) -> Iterator[Note]:
    """Statements that lean on a figure or a study without a source nearby, as the corrections mark them."""
    found = marks(doc).get("uncited_claim", ())
    if found:
        places = tuple((mark.start, mark.end) for mark in found[:3])
        fields = {"claim": quoted(text_of(doc), places[0]), "in_all": in_all(len(found), shown=1)}
        yield Note("claims_uncited", places, fields)


@finder
def quotations(doc: Doc) -> Iterator[Note]:
    """Quoted words: opened and closed, introduced, with a source, and not too many at a time."""
    alone = {view(doc).paragraph[_token_at(doc, mark.start)] for mark in doc._.unbalanced_quotes}
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
        and view(doc).paragraph[_token_at(doc, item.start)] not in alone
        and not TITLED.search(text_of(doc), max(0, item.start - 20), item.start)
    ]
    for item in whole:
        if item.citation is not None and _is_introduced(doc, item):
            fields = {"quotation": quoted(text_of(doc), _inside(doc, item)), "citation": _shown_at(doc, item.citation)}
            yield Note("quotation_introduced", (span(item),), fields)
            break
    for item in whole:
        if item.citation is None and _wants_citation(doc, item):
            yield Note("quotation_uncited", (span(item),), {"quotation": quoted(text_of(doc), _inside(doc, item))})
            break
    for item in whole:
        if len(_words(doc, item)) >= LONG_QUOTATION:
            fields = {"quotation": quoted(text_of(doc), _inside(doc, item)), "words": str(len(_words(doc, item)))}
            yield Note("quotation_long", (span(item),), fields)
            break
        if item.citation is not None and not _is_introduced(doc, item) and not doc._.unbalanced_quotes:
            yield Note("quotation_dropped", (span(item),), {"quotation": quoted(text_of(doc), _inside(doc, item))})
            break


def _names_source(doc: Doc) -> range | None:
    """The sentence that names what the writer read: best with quoted words, else any that points to a text."""
    made = view(doc)
    signalled = [sentence_at(made, k) for k in signal_phrases_at(doc) if _is_source(doc, k)]
    phrases = [s for s in signalled if not _speaks_of_itself(made, s)]
    pointing = [s for s in made.worded_sentences if _speaks_of_text(made, s)]
    quoting = [s for s in pointing if _quotes(doc, s)]
    return next(iter([*quoting, *phrases, *pointing]), None)


def _speaks_of_text(made: EssayView, sentence: range) -> bool:
    """Whether a sentence leans on a text, and does not only say what its author is; a question does not."""
    if made.text[sentence.stop - 1] == "?":
        return False
    own = _speaks_of_itself(made, sentence)
    return any(
        made.lower[k + 1 : k + 3] not in (["author", "is"], ["author", "was"], ["author", "uses"])
        and not (own and not OWN_TEXT.isdisjoint(made.lower[k : k + 2]))
        for k in SOURCE_WORDS.starts(made.lower, sentence)
    )


def _speaks_of_itself(made: EssayView, sentence: range) -> bool:
    """Whether a sentence may be about a paragraph of this very essay."""
    words = {made.lower[k] for k in sentence}
    return not words.isdisjoint(OWN_PARTS) and not words.isdisjoint(OWN_TEXT)


def _quotes(doc: Doc, sentence: range) -> bool:
    start, end = place_of(view(doc), sentence)
    return any(start <= quotation.start < end for quotation in doc._.quotations)


def _is_source(doc: Doc, k: int) -> bool:
    """Whether a signal phrase points at a text; a name with a past tense and no quotation may be a story's person."""
    made = view(doc)
    start, end = place_of(made, sentence_at(made, k))
    quoted_there = any(start <= quotation.start < end for quotation in doc._.quotations)
    return made.pos[k] != "PROPN" or made.tag[made.head[k]] == "VBZ" or quoted_there


def _unlike(citations: list[Citation]) -> tuple[Citation, Citation] | None:
    """A citation with a slip of form and one without that could be its model, of the same author if possible."""
    for issue in ("comma_before_locator", "mixed_styles"):
        for odd in citations:
            if issue not in odd.issues:
                continue
            models = [c for c in citations if issue not in c.issues and c.author and _comparable(c, odd, issue)]
            if models:
                return min(models, key=lambda c: (surname(c.author or "") != surname(odd.author or ""), c.start)), odd
    return None


def _comparable(model: Citation, odd: Citation, issue: str) -> bool:
    """Whether the two could have been formed alike: both author and locator, or both in brackets."""
    if issue == "comma_before_locator":
        return model.style == "mla" and bool(model.locator) and not model.title
    return "narrative" not in (model.style, odd.style) and model.start != odd.start


def _uncited_reason(doc: Doc) -> Place | None:
    """A reason in whose sentence and evidence no citation stands, while another reason has one."""
    made, parts = view(doc), argument(doc)
    backed, bare = False, None
    for reason, items in zip(parts.reasons, parts.support, strict=True):
        touched = [reason.sentences, *(parts.evidence[k].sentences for k in items)]
        if any(_holds_citation(doc, stretch) for stretch in touched if stretch):
            backed = True
        elif bare is None and reason.words and not SOURCE_WORDS.found(made.lower, reason.sentences):
            bare = place_of(made, reason.positions)
    return bare if backed else None


def _holds_citation(doc: Doc, stretch: range) -> bool:
    start, end = place_of(view(doc), stretch)
    return any(start <= citation.start <= end + 3 for citation in doc._.citations)


def _wants_source(doc: Doc) -> range | None:
    """The sentence that a book could best bear out: most names, numbers and words of findings; None without one.

    An essay about the writer's own life, or one that quotes, is not asked.
    """
    made = view(doc)
    if is_personal(doc) or any(len(_words(doc, item)) >= TERM for item in doc._.quotations):
        return None
    claims = [s for s in whole_sentences(doc) if _is_checkable(made, s)]
    return max(claims, key=lambda s: (specifics(made, s) + _findings(made, s), -s.start), default=None)


def _is_checkable(made: EssayView, sentence: range) -> bool:
    """Whether a full sentence states something on the world at large, and no opinion, wish or what-if."""
    words = {made.lower[k] for k in sentence}
    subject = next((k for k in sentence if made.dep[k].startswith("nsubj")), None)
    return (
        LEAST <= len(sentence) <= LONGEST
        and subject is not None
        and subject - sentence.start <= NEAR_HEAD
        and made.pos[subject] in {"NOUN", "PROPN"}
        and any(made.dep[k] == "ROOT" for k in sentence)
        and any(made.tag[k] in {"VBZ", "VBP", "VBD"} for k in sentence)
        and made.lower[sentence.start] not in UNREAL | LEANING
        and made.text[sentence.stop - 1] != "?"
        and words.isdisjoint(PERSONAL | FIRST_PERSON | NEARBY)
        and not OUGHT.found(made.lower, sentence)
        and not CLOSING_HEADS.opens(made.lower, sentence.start, 2)
        and is_own(made, sentence)
        and _findings(made, sentence) > 0
    )


def _findings(made: EssayView, sentence: range) -> int:
    """Words of figures, studies, illness, harm and the like."""
    return sum(made.lemma[k].lower() in CHECKABLE for k in sentence)


def _is_introduced(doc: Doc, quotation: Quotation) -> bool:
    """Whether words of the writer's own stand in the sentence of the first quoted word."""
    made, own = view(doc), own_words(doc)
    led = _LED.search(text_of(doc), max(0, quotation.start - 80), quotation.start)
    if led and not doc._.unbalanced_quotes:
        return True
    words = [k for k in positions_of(made, quotation) if made.is_word[k]]
    return bool(words) and sum(own[k] for k in sentence_at(made, words[0])) >= OWN_WORDS


def _wants_citation(doc: Doc, quotation: Quotation) -> bool:
    """Whether the words are surely quoted, not a title, nobody's talk, and no bracket or citation stands by."""
    made, (start, end) = view(doc), _inside(doc, quotation)
    own = [word for word in text_of(doc)[start:end].split() if len(word) > 3]
    return (
        quotation.confidence >= SURE
        and 2 * sum(word[0].isupper() for word in own) < len(own)
        and not any(made.lower[k] in FIRST_PERSON for k in positions_of(made, quotation))
        and "(" not in text_of(doc)[quotation.end : quotation.end + 3]
        and not is_short_answer(doc)
        and not is_personal(doc)
        and not _cited_in_sentence(doc, quotation)
        and not _pointed_to(made, _token_at(doc, quotation.start))
    )


def _pointed_to(made: EssayView, k: int) -> bool:
    """Whether the sentence, or one of the two before, speaks of the text that is quoted or of who says it.

    Two, since "He says," before a quotation mark may be read as a sentence.
    """
    number = made.sentence[k]
    around = range(
        made.sentences[max(0, number - 2)].start, made.sentences[min(number + 1, len(made.sentences) - 1)].stop
    )
    led = range(made.sentences[max(0, number - 1)].start, k)
    return (
        SOURCE_WORDS.found(made.lower, around)
        or any(k in around for k in signal_phrases_at(made.doc))
        or any(made.lemma[j].lower() in SPEAKING or made.lower[j] in PERSONS_NAMED for j in led[-LED_BY:])
        or any(made.pos[j] == "PROPN" for j in led[-LED_BY:])
        or any(made.lemma[j].lower() in SPEAKING for j in range(k, around.stop) if own_words(made.doc)[j])
    )


def _token_at(doc: Doc, offset: int) -> int:
    return max(0, bisect_left(view(doc).start, offset + 1) - 1)


def _cited_in_sentence(doc: Doc, quotation: Quotation) -> bool:
    made = view(doc)
    positions = positions_of(made, quotation)
    return not positions or _holds_citation(doc, sentence_at(made, positions.start))


def _inside(doc: Doc, quotation: Quotation) -> Place:
    """The quotation without its marks."""
    words = text_of(doc)[quotation.start : quotation.end]
    start = quotation.start + len(words) - len(words.lstrip(QUOTE_SIGNS))
    return start, max(start, quotation.end - len(words) + len(words.rstrip(QUOTE_SIGNS)))


def _words(doc: Doc, quotation: Quotation) -> list[str]:
    return text_of(doc)[quotation.start : quotation.end].split()


def _shown(doc: Doc, citation: Citation) -> str:
    """A citation as it stands; running text gets quotation marks."""
    text = " ".join(text_of(doc)[citation.start : citation.end].split())
    return text if text.startswith("(") and len(text) <= 80 else quoted(text_of(doc), span(citation))


def _shown_at(doc: Doc, index: int) -> str:
    return _shown(doc, doc._.citations[index])
