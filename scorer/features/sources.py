"""The sources: what is cited and how, whether citation and reference agree, and how quotations are used.

Shares over nothing are 0.0: without citations, no share of them is good.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from math import fsum
from typing import TypeVar

from spacy.tokens import Doc

from scorer.features.argument import Stretch, argument
from scorer.features.arithmetic import mean, ratio, share_of
from scorer.features.cited import cites, counts
from scorer.features.registry import feature
from scorer.features.running_text import positions_of, running, words_before
from scorer.features.works import works
from scorer.pipeline.annotations import Found, Quotation
from scorer.pipeline.view import EssayView, shared, view

Source = TypeVar("Source", bound=Found)

_MLA = "after MLA Handbook, 9th ed."
_APA = "after APA Publication Manual, 7th ed."
ENOUGH_CITATIONS = 6
ENOUGH_SOURCES = 4
THIRDS = 3
LONG_QUOTATION = 40  # words from which APA sets a quotation as a block
OWN_WORDS = 3  # words of the writer that make a quotation part of the writer's sentence
DISCUSSION_WORDS = 10  # words of the writer after a citation that make it discussed


@feature(group="sources", label="citations", unit="count", direction="higher")
def citations_count(doc: Doc) -> float:
    """Citations, one per cited work. 0 to 6 (the cap); high: claims rest on sources, low: on the writer's word."""
    return float(min(len(doc._.citations), ENOUGH_CITATIONS))


@feature(group="sources", label="density of citations", unit="per 100 words")
def citations_per_100_words(doc: Doc) -> float:
    """Citations per 100 words. 0 upwards, mostly 0 to 2; high: sources everywhere, maybe crowding the writer out."""
    return 100 * ratio(len(doc._.citations), words_before(doc)[-1])


@feature(group="sources", label="different sources", unit="count", direction="higher")
def sources_distinct(doc: Doc) -> float:
    """Different works cited (told apart by reference, author, title and year). 0 to 4 (the cap); low: one voice.

    Each counts as much as that of its citations which counts most (``cited.counts``).
    """
    found: dict[int, float] = {}
    for work, citation in zip(works(doc), doc._.citations, strict=True):
        found[work] = max(found.get(work, 0.0), counts(doc, citation))
    return min(fsum(found.values()), float(ENOUGH_SOURCES))


@feature(group="sources", label="leaning on one source", unit="share", direction="lower")
def sources_main_share(doc: Doc) -> float:
    """Citations of the work cited most / citations. 0 to 1; high: one source carries the essay."""
    cited = works(doc)
    return ratio(max(Counter(cited).values(), default=0), len(cited))


@feature(group="sources", label="citations with a page or place", unit="share", direction="higher", source=_MLA)
def citations_locator_share(doc: Doc) -> float:
    """Citations with a locator (page, paragraph, Kindle location) / citations. 0 to 1; low: hard to check."""
    return share_of(citation.locator is not None for citation in doc._.citations)


@feature(group="sources", label="citations with a year", unit="share", source=_APA)
def citations_year_share(doc: Doc) -> float:
    """Citations with a year / citations. 0 to 1; near 1 in author-date styles, near 0 in MLA."""
    return share_of(citation.year is not None for citation in doc._.citations)


@feature(group="sources", label="citations that name a source", unit="share", direction="higher")
def citations_named_share(doc: Doc) -> float:
    """Citations with an author or title, or matched to a reference / citations. 0 to 1; low: sources unnamed."""
    return share_of(bool(c.author or c.title or c.reference is not None) for c in doc._.citations)


@feature(group="sources", label="citations formed correctly", unit="share", direction="higher", source=_MLA)
def citations_clean_share(doc: Doc) -> float:
    """Citations without an issue of form / citations. 0 to 1; high: correct, low: faulty, or none that counts.

    Both as much as they count (``cited.counts``), and no less than one citation in all.
    """
    return _counted(doc, doc._.citations, lambda citation: not citation.issues)


@feature(group="sources", label="faults of citations", unit="per citation", direction="lower", source=_MLA)
def citation_issues(doc: Doc) -> float:
    """Issues of form / citations. 0 upwards; high: several faults in each citation."""
    return ratio(sum(len(citation.issues) for citation in doc._.citations), len(doc._.citations))


@feature(group="sources", label="citation styles in use", unit="count", direction="lower", source=_MLA)
def citation_styles(doc: Doc) -> float:
    """Different styles of the citations that are not narrative. 0 to 6; above 1: styles are mixed."""
    return float(len(_styles(doc)))


@feature(group="sources", label="keeping to one citation style", unit="share", direction="higher", source=_MLA)
def citation_style_consistency(doc: Doc) -> float:
    """Citations in the commonest style / citations; narrative ones fit any style and are left out where others are.

    0 to 1; 1.0: one style throughout, low: mixed (or no citations).
    """
    styles = _styles(doc)
    if not styles:
        return float(bool(doc._.citations))
    return max(styles.values()) / styles.total()


@feature(group="sources", label="citations that are bare addresses", unit="share", direction="lower", source=_MLA)
def citations_url_share(doc: Doc) -> float:
    """Citations that are a URL / citations. 0 to 1; high: links stand where authors and titles should."""
    return share_of(citation.style == "url" for citation in doc._.citations)


@feature(group="sources", label="citations spread over the essay", unit="share", direction="higher")
def citations_spread(doc: Doc) -> float:
    """Thirds of the essay that hold a citation / 3. 0 to 1; low: sources are used in one place only."""
    made = view(doc)
    places = [positions_of(made, citation) for citation in doc._.citations]
    return len({place.start * THIRDS // len(made) for place in places if place}) / THIRDS


@feature(group="sources", label="citations that the writer discusses", unit="share", direction="higher")
def citations_discussed_share(doc: Doc) -> float:
    """Citations with ten unquoted words or more between them and the next citation or the end / citations.

    Works in one bracket are one citation here. 0 to 1; high: sources are commented on, low: they are lined up.
    """
    made = view(doc)
    places = sorted({(place.start, place.stop) for c in doc._.citations if (place := positions_of(made, c))})
    bounds = [*(start for start, _ in places), len(made)]
    own = own_words(doc)
    return share_of(sum(own[stop : bounds[k + 1]]) >= DISCUSSION_WORDS for k, (_, stop) in enumerate(places))


@feature(group="sources", label="evidence with a citation", unit="share", direction="higher")
def evidence_cited_share(doc: Doc) -> float:
    """Evidence whose sentence holds a citation (or is followed by one at once) / evidence. 0 to 1."""
    return share_of(_evidence_cited(doc))


@feature(group="sources", label="reasons backed by a citation", unit="share", direction="higher")
def reasons_cited_share(doc: Doc) -> float:
    """Reasons with a citation in their sentence or in that of their evidence / reasons. 0 to 1."""
    found, cited = argument(doc), _evidence_cited(doc)
    return share_of(
        any(cited[k] for k in items) or _cited(doc, reason)
        for reason, items in zip(found.reasons, found.support, strict=True)
    )


@feature(group="sources", label="citations per reason", unit="ratio")
def citations_per_reason(doc: Doc) -> float:
    """Citations / reasons (at least one reason is assumed). 0 upwards, mostly 0 to 3; low: reasons without sources."""
    return len(doc._.citations) / max(1, len(doc._.reasons))


@feature(group="sources", label="list of references", unit="yes/no", direction="higher", source=_MLA)
def references_present(doc: Doc) -> float:
    """1.0 if the essay ends with a list of references, else 0.0."""
    return float(bool(doc._.references))


@feature(group="sources", label="entries in the list of references", unit="count")
def references_count(doc: Doc) -> float:
    """Entries in the list of references. 0 upwards."""
    return float(len(doc._.references))


@feature(group="sources", label="completeness of references", unit="share", direction="higher", source=_MLA)
def references_complete_share(doc: Doc) -> float:
    """Mean share of author, title and year that an entry gives. 0 to 1; low: entries cannot be traced."""
    return mean([sum(bool(field) for field in (r.author, r.title, r.year)) / 3 for r in doc._.references])


@feature(group="sources", label="citations found in the references", unit="share", direction="higher", source=_MLA)
def citations_matched_share(doc: Doc) -> float:
    """Citations linked to an entry of the references / citations. 0 to 1; low: the reader cannot find the source.

    Both as much as they count (``cited.counts``), and no less than one citation in all.
    """
    return _counted(doc, doc._.citations, lambda citation: citation.reference is not None)


@feature(group="sources", label="references that are cited", unit="share", direction="higher", source=_MLA)
def references_cited_share(doc: Doc) -> float:
    """Entries of the references that a citation points at / entries. 0 to 1; low: the list pads."""
    cited = {citation.reference for citation in doc._.citations}
    return share_of(k in cited for k in range(len(doc._.references)))


@feature(group="sources", label="quotations", unit="count")
def quotations_count(doc: Doc) -> float:
    """Quotations found. 0 upwards; high: much is said in others' words."""
    return float(len(doc._.quotations))


@feature(group="sources", label="share of quoted words", unit="share")
def quoted_share(doc: Doc) -> float:
    """Words inside quotations / words. 0 to 1, mostly 0 to .2; high: others do the talking, low: no wording shown."""
    words = words_before(doc)[-1]
    return ratio(words - sum(own_words(doc)), words)


@feature(group="sources", label="quotations with a citation", unit="share", direction="higher", source=_MLA)
def quotations_cited_share(doc: Doc) -> float:
    """Quotations linked to a citation / quotations. 0 to 1; low: the reader cannot tell who is quoted."""
    return share_of(quotation.citation is not None for quotation in doc._.quotations)


@feature(group="sources", label="quotations worked into a sentence", unit="share", direction="higher", source=_MLA)
def quotations_integrated_share(doc: Doc) -> float:
    """Quotations whose sentence also holds three words or more of the writer's own / quotations.

    0 to 1; high: quotations are introduced, low: they are dropped in. Both as much as they count (``cited.counts``),
    and no less than one quotation in all.
    """
    return _counted(doc, doc._.quotations, lambda quotation: integrated(doc, quotation))


@feature(group="sources", label="long quotations", unit="share", direction="lower", source=_APA)
def quotations_long_share(doc: Doc) -> float:
    """Quotations of 40 words or more / quotations. 0 to 1; high: whole passages are copied in."""
    made, counted = view(doc), running(doc)
    return share_of(
        sum(counted[k] for k in positions_of(made, quotation)) >= LONG_QUOTATION for quotation in doc._.quotations
    )


@feature(group="sources", label="quotation marks without a partner", unit="count", direction="lower")
def unbalanced_quotation_marks(doc: Doc) -> float:
    """Quotation marks that never open or never close. 0 upwards; high: the reader cannot tell whose words they are."""
    marks = doc._.unbalanced_quotes
    alone = sum(
        quotation.unopened and not any(quotation.start <= mark.start < quotation.end for mark in marks)
        for quotation in doc._.quotations
    )
    return float(len(marks) + alone)


@shared
def _styles(made: EssayView) -> Counter[str]:
    """Number of citations by style, narrative ones left out."""
    return Counter(citation.style for citation in made.doc._.citations if citation.style != "narrative")


def _counted(doc: Doc, found: Sequence[Source], is_good: Callable[[Source], bool]) -> float:
    """What the good ones count / what all of them count (``cited.counts``), which is one at least."""
    good = fsum(counts(doc, item) for item in found if is_good(item))
    return good / max(1.0, fsum(counts(doc, item) for item in found))


@shared
def _evidence_cited(made: EssayView) -> list[bool]:
    """Whether each piece of evidence has a citation."""
    return [_cited(made.doc, item) for item in argument(made.doc).evidence]


@shared
def own_words(made: EssayView) -> list[bool]:
    """True where a word of the running text begins that is not quoted."""
    result = list(running(made.doc))
    for quotation in made.doc._.quotations:
        for k in positions_of(made, quotation):
            result[k] = False
    return result


def _cited(doc: Doc, part: Stretch) -> bool:
    """Whether a citation stands in the part's sentences, or right after them."""
    made = view(doc)
    if not part.words:
        return False
    first, last = part.sentences[0], part.sentences[-1]
    return cites(doc, made.start[first], made.start[last] + len(made.text[last]))


def integrated(doc: Doc, quotation: Quotation) -> bool:
    """Whether the quotation's sentence also holds three words or more of the writer's own."""
    made, own = view(doc), own_words(doc)
    place = positions_of(made, quotation)
    if not place:
        return False
    first = made.sentences[made.sentence[place.start]].start
    last = made.sentences[made.sentence[place.stop - 1]].stop
    return sum(own[first:last]) >= OWN_WORDS
