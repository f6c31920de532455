"""Notes on citations and the list of works, and on what a source could back up."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import SequenceMatcher

from spacy.tokens import Doc

from scorer.corrections import marks
from scorer.corrections.places import token_at
from scorer.features.argument import argument, specifics
from scorer.features.attribution import signal_phrases_at
from scorer.features.lexicons.stance import FIRST_PERSON
from scorer.features.works import surname, works
from scorer.feedback.excerpts import (
    MOST_WORDS,
    in_all,
    is_own,
    listed,
    place_of,
    quoted,
    sentence_at,
    span,
    text_of,
    whole_sentences,
    words_in,
)
from scorer.feedback.flaws import is_model
from scorer.feedback.genre import is_answer, is_narrative, is_personal, is_short, speaks_of_text
from scorer.feedback.notes import Note, Place, finder
from scorer.feedback.patterns import (
    CHECKABLE,
    CLOSING_HEADS,
    DECREES,
    LEANING,
    NEARBY,
    OUGHT,
    PERSONS,
    READ_IN,
    SOURCE_WORDS,
    SPEAKING,
)
from scorer.feedback.plain_thesis import has_plain_thesis
from scorer.feedback.position import TELLING, first_full, meant, stated
from scorer.feedback.reasons import plain_reasons
from scorer.pipeline.annotations import Citation, Found
from scorer.pipeline.view import EssayView, view

SEVERAL = 2
PERSONAL = FIRST_PERSON | {"he", "him", "his", "she", "her", "them", "you", "your", "yourself"}
QUESTIONING = frozenset({"when", "where", "what", "how", "who", "their", "its"})
"""Words after "according to" that are no source."""
UNREAL = frozenset({"if", "when", "imagine", "like", "maybe"})
"""First words of what might be."""
OWN_TEXT = frozenset({"paragraph", "paragraphs", "passage"})
PHONES = frozenset({"phone", "phones", "cellphone", "cellphones", "texting", "cell"})
OWN_PARTS = frozenset({"i", "we", "my", "last", "next", "previous", "following", "above", "conclusion"})
"""Words beside which a paragraph or passage may be one of this very essay."""
_ADDRESSED = re.compile(r"\byou\b", re.IGNORECASE)
"""A statement on what the reader does may be made up."""
_LISTED = re.compile(
    r"\b(?:works?|sources?|references) cited\b|^\s*(?:references|bibliography|sources)\s*:?\s*$"
    r"|(?-i:\([A-Z][A-Za-z]+(?: [\w.&-]+){0,7} ?\))",
    re.IGNORECASE | re.MULTILINE,
)
"""A list of works, or brackets that may hold a source."""
_LETTERS = re.compile(r"[a-z]+")
_WEB = re.compile(r"https?:|www\.|\.(?:com|org|net|edu|gov)\b", re.IGNORECASE)
"""What an address on the web holds; such a page has no page numbers."""
SAME = 0.85
"""Likeness of their names from which two works are one that is spelled in two ways."""
LEAST, LONGEST, NEAR_HEAD = 7, 35, 5
"""Tokens of a statement that a source could back up, and of what stands before its subject."""
LONG_ENOUGH, SHORTLY = 150, 6
"""Words of an essay that has room for a source, and words that show where it begins and ends."""
VOICES = frozenset({
    "according", "article", "articles", "author", "authors", "book", "experiment", "experts", "passage", "quotation",
    "quote", "quotes", "research", "said", "says", "scientists", "source", "sources", "stated", "statement", "states",
    "studies", "study", "text", "texts", "university", "website", "websites", "writes", "wrote",
})  # fmt: skip
"""Words of an essay in which somebody else may be heard."""
TERM = 4
"""Words from which what stands in quotation marks is more than a term."""


@finder
def uncited(doc: Doc) -> Iterator[Note]:
    """No citation at all: the phrase that already names a source, else the statement that could use one."""
    if doc._.citations or is_answer(doc):
        return
    made, named = view(doc), _names_source(doc)
    if named and any(mark.start == place_of(made, named)[0] for mark in marks(doc).get("uncited_claim", ())):
        return  # said there: see ``claims``
    if named:
        place = place_of(made, named)
        yield Note("source_only_named", (place,), {"sentence": quoted(text_of(doc), place)})
    elif marks(doc).get("uncited_claim"):
        return  # said there: see ``claims``
    elif claim := _wants_source(doc):
        place = place_of(made, claim)
        yield Note("citations_missing", (place,), {"statement": quoted(text_of(doc), place)})
    elif _argues_alone(doc):
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
    firsts = _different([citations[k] for k in sorted(set(works(doc))) if citations[k] in named])
    numbered = sum(shown(doc, c).lower().startswith("“source") for c in firsts)
    apart = max(sum(bool(c.author) for c in firsts), sum(bool(c.title) for c in firsts))
    if apart >= SEVERAL and numbered in (0, len(firsts)):  # a title and an author, or a number, may be one work
        fields = {"sources": listed(shown(doc, citation) for citation in firsts)}
        yield Note("sources_several", tuple(span(citation) for citation in firsts), fields)
    elif (
        len(firsts) == 1
        and len(citations) >= SEVERAL
        and len(named) == len(citations)
        and not (is_answer(doc) or speaks_of_text(doc))
    ):
        fields = {"citation": shown(doc, citations[0])}
        yield Note("source_single", tuple(span(citation) for citation in citations[:3]), fields)
    if named and not doc._.references and not is_answer(doc) and any(map(_is_formal, named)):
        fields = {"citation": shown(doc, named[0])}
        yield Note("references_missing", (span(named[0]), span(named[-1])), fields)
    elif named and (entry := named[0].reference) is not None and all(c.reference is not None for c in named):
        place = span(doc._.references[entry])
        fields = {"citation": shown(doc, named[0]), "entry": quoted(text_of(doc), place)}
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
        fields = {"one": shown(doc, one), "other": shown(doc, other)}
        yield Note("citations_unlike", (span(one), span(other)), fields)
    for code, issue in (
        ("citation_with_comma", "comma_before_locator"),
        ("citation_without_locator", "missing_locator"),
        ("citation_without_year", "missing_year"),
        ("citation_without_entry", "no_matching_reference"),
    ):
        faulty = [citation for citation in citations if issue in citation.issues and not _excused(doc, citation, issue)]
        if faulty and not (pair and code == "citation_with_comma"):
            yield Note(code, tuple(span(c) for c in faulty[:3]), {"citation": shown(doc, faulty[0])})
    used = {citation.reference for citation in citations}
    unused = [
        entry
        for k, entry in enumerate(doc._.references)
        if k not in used and not any(_is_addressed(citation, _words_of(doc, entry)) for citation in citations)
    ]
    if citations and unused:
        yield Note("reference_uncited", (span(unused[0]),), {"entry": quoted(text_of(doc), span(unused[0]))})


@finder
def claims(doc: Doc) -> Iterator[Note]:
    """Statements that lean on a figure or a study without a source nearby, as the corrections mark them."""
    found = [
        mark
        for mark in marks(doc).get("uncited_claim", ())
        if not _ADDRESSED.search(text_of(doc)[mark.start : mark.end])
    ]
    if found:
        found.sort(key=lambda mark: not is_model(view(doc), sentence_at(view(doc), token_at(view(doc), mark.start))))
        places = tuple((mark.start, mark.end) for mark in found[:3])
        claim = _leaning_part(view(doc), *places[0])
        places = (claim, *places[1:])
        fields = {"claim": quoted(text_of(doc), claim), "in_all": in_all(len(found), shown=1)}
        yield Note("claims_uncited", places, fields)


def _leaning_part(made: EssayView, start: int, end: int) -> Place:
    """A claim from the comma before the figure or study that it leans on, where that stands far from its head."""
    inside = range(token_at(made, start), token_at(made, end - 1) + 1)
    leans = next((k for k in inside if made.tag[k] == "CD" or made.lemma[k].lower() in CHECKABLE), inside.start)
    if words_in(made, range(inside.start, leans + 1)) <= MOST_WORDS:
        return start, end
    parts = [k + 1 for k in range(inside.start, leans) if made.text[k] in {",", ";", ":"}]
    first = next((k for k in reversed(parts) if words_in(made, range(k, leans + 1)) > 0), leans)
    return made.start[first], end


def _different(citations: list[Citation]) -> list[Citation]:
    """Citations without those whose author and title are those of one before, but for a slip of spelling."""
    kept: list[Citation] = []
    for citation in citations:
        name = f"{citation.author} {citation.title}".lower()
        others = (f"{other.author} {other.title}".lower() for other in kept)
        if not any(SequenceMatcher(None, name, other).ratio() >= SAME for other in others):
            kept.append(citation)
    return kept


def _is_formal(citation: Citation) -> bool:
    """Whether a citation is one by its form, and not only a work that is named: a place or a year stands with it."""
    return bool(citation.locator or citation.year) or citation.style != "narrative"


def _names_source(doc: Doc) -> range | None:
    """The sentence that names what the writer read: best with quoted words, else with a signal phrase, or "in the
    article"."""
    made = view(doc)
    signalled = [sentence_at(made, k) for k in signal_phrases_at(doc) if _is_source(doc, k)]
    phrases = [s for s in signalled if not _speaks_of_itself(made, s)]
    if _LISTED.search(text_of(doc)):
        return None  # named in brackets, or in a list of works
    pointing = [s for s in made.worded_sentences if _speaks_of_text(made, s)]
    quoting = [s for s in pointing if _quotes(doc, s)]
    reading = [s for s in pointing if READ_IN.found(made.lower, s)]
    return next(iter([*quoting, *phrases, *reading]), None)


def _speaks_of_text(made: EssayView, sentence: range) -> bool:
    """Whether a sentence leans on a text, and does not only say what its author is; a question does not."""
    if made.text[sentence.stop - 1] == "?":
        return False
    own = _speaks_of_itself(made, sentence)
    return any(
        _names_it(made, k)
        and made.lower[k + 2 : k + 3] != ["that"]
        and made.lower[k + 1 : k + 3] not in (["author", "is"], ["author", "was"], ["author", "uses"])
        and not (own and not OWN_TEXT.isdisjoint(made.lower[k : k + 2]))
        for k in SOURCE_WORDS.starts(made.lower, sentence)
    )


def _names_it(made: EssayView, k: int) -> bool:
    """Whether "the text" is no message on a phone, and "the author" somebody who reports something there."""
    if made.lower[k + 1] == "text":
        return PHONES.isdisjoint(made.lower)
    return made.lower[k + 1] != "author" or any(k <= s <= k + 1 for s in signal_phrases_at(made.doc))


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
    after = made.lower[k + 2 : k + 3]
    if made.lower[k] == "according" and (not after or after[0] in PERSONAL | QUESTIONING):
        return False
    if made.lemma[k].lower() in PERSONS and made.pos[k] != "PROPN":
        return False  # "certain people think"
    if made.lower[sentence_at(made, k).start] in UNREAL or made.dep[k] == "nsubj:pass":
        return False  # what might be; "the book has been written"
    start, end = place_of(made, sentence_at(made, k))
    quoted_there = any(start <= quotation.start < end for quotation in doc._.quotations)
    return made.pos[k] != "PROPN" or made.tag[made.head[k]] == "VBZ" or quoted_there


def _excused(doc: Doc, citation: Citation, issue: str) -> bool:
    """Whether a citation needs no page, since its entry is a page of the web, or has its entry in an address that is
    made of its author ("millerandzois.com")."""
    if issue == "missing_locator" and citation.reference is not None:
        return _WEB.search(_words_of(doc, doc._.references[citation.reference])) is not None
    addressed = any(_is_addressed(citation, _words_of(doc, entry)) for entry in doc._.references)
    return addressed and issue in {"missing_locator", "no_matching_reference"}


def _words_of(doc: Doc, found: Found) -> str:
    return text_of(doc)[slice(*span(found))]


def _is_addressed(citation: Citation, entry: str) -> bool:
    """Whether an entry holds the author's name as an address on the web does: letters alone, with or without "and"."""
    author, address = (citation.author or "").lower(), "".join(_LETTERS.findall(entry.lower()))
    names = {"".join(_LETTERS.findall(author)), "".join(word for word in _LETTERS.findall(author) if word != "and")}
    return any(name and name in address for name in names)


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
    """A reason in whose sentence and evidence no citation stands, while several others have one."""
    made, parts = view(doc), argument(doc)
    plain = plain_reasons(doc)
    backed, bare = 0, None
    for k, (reason, items) in enumerate(zip(parts.reasons, parts.support, strict=True)):
        touched = [reason.sentences, *(parts.evidence[j].sentences for j in items)]
        if any(holds_citation(doc, stretch) for stretch in touched if stretch):
            backed += 1
        elif bare is None and k in plain and not SOURCE_WORDS.found(made.lower, reason.sentences):
            bare = place_of(made, reason.positions)
    return bare if backed >= SEVERAL else None


def holds_citation(doc: Doc, stretch: range) -> bool:
    """Whether a citation stands in a stretch, or right behind it."""
    start, end = place_of(view(doc), stretch)
    return any(start <= citation.start <= end + 3 for citation in doc._.citations)


def _argues_alone(doc: Doc) -> bool:
    """Whether an essay takes a side and nobody else is heard in it: neither story nor plan, nor somebody's words."""
    made = view(doc)
    voices = any(lower in VOICES for lower in made.lower) or bool(doc._.quotations)
    takes_side = has_plain_thesis(doc) or meant(doc) is not None or stated(doc) is not None
    alone = not (voices or is_personal(doc) or is_narrative(doc))
    return takes_side and alone and len(made.spelled) >= LONG_ENOUGH


def _wants_source(doc: Doc) -> range | None:
    """The sentence that a book could best bear out: most names, numbers and words of findings; None without one.

    An essay about the writer's own life, or one that quotes, is not asked.
    """
    made = view(doc)
    quoting = any(len(text_of(doc)[item.start : item.end].split()) >= TERM for item in doc._.quotations)
    if quoting or is_short(made) or is_personal(doc) or _hears_somebody(made):
        return None
    claims = [s for s in whole_sentences(doc) if _is_checkable(made, s) and is_model(made, s)]
    return max(claims, key=lambda s: (specifics(made, s) + _findings(made, s), -s.start), default=None)


def _hears_somebody(made: EssayView) -> bool:
    """Whether somebody who is named says or thinks something."""
    return any(
        dep.startswith("nsubj") and made.pos[k] == "PROPN" and made.lemma[made.head[k]].lower() in SPEAKING | DECREES
        for k, dep in enumerate(made.dep)
    )


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
        and words.isdisjoint(PERSONAL | FIRST_PERSON)
        and not any(made.lemma[k].lower() in NEARBY for k in sentence)
        and not OUGHT.found(made.lower, sentence)
        and not CLOSING_HEADS.opens(made.lower, sentence.start, 2)
        and is_own(made, sentence)
        and _findings(made, sentence) > 0
    )


def _findings(made: EssayView, sentence: range) -> int:
    """Words of figures, studies, illness, harm and the like."""
    return sum(
        made.lemma[k].lower() in CHECKABLE and not (made.lower[k] == "research" and made.pos[k] == "VERB")
        for k in sentence
    )


def shown(doc: Doc, citation: Citation) -> str:
    """A citation as it stands; running text gets quotation marks."""
    text = " ".join(text_of(doc)[citation.start : citation.end].split())
    return text if text.startswith("(") and len(text) <= 80 else quoted(text_of(doc), span(citation))
