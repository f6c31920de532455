"""Forms of the verb: tense, voice, mood. Rates are per 100 words or per finite clause; over nothing 0.0."""

from __future__ import annotations

import itertools

from spacy.tokens import Doc

from scorer.features.arithmetic import entropy, mean, ratio
from scorer.features.clauses import FINITE_TAGS, clauses
from scorer.features.registry import feature
from scorer.pipeline.view import view

VERB_TAGS = ("VB", "VBD", "VBG", "VBN", "VBP", "VBZ", "MD")
_BIBER = "Biber 1988"


@feature(group="language", label="passives", unit="per clause", direction="higher", source=_BIBER)
def passives(doc: Doc) -> float:
    """UD ``aux:pass`` / finite clauses. 0 to about 1; high: formal or impersonal, low: active throughout."""
    return ratio(view(doc).dep_counts["aux:pass"], clauses(doc).finite)


@feature(group="language", label="modal verbs (can, should)", unit="per clause", source=_BIBER)
def modals(doc: Doc) -> float:
    """Tag MD / finite clauses. 0 to 1; high: advice and possibility, low: plain statement."""
    return ratio(view(doc).tag_counts["MD"], clauses(doc).finite)


@feature(group="language", label="infinitives", unit="per clause", source=_BIBER)
def infinitives(doc: Doc) -> float:
    """Base forms after "to" / finite clauses. 0 to about 1; high: purposes and wishes."""
    made = view(doc)
    marked = made.heads_of([k for k, lower in enumerate(made.lower) if lower == "to"])
    return ratio(sum(made.tag[k] == "VB" for k in marked), clauses(doc).finite)


@feature(group="language", label="-ing forms", unit="per clause", direction="higher", source=_BIBER)
def ing_forms(doc: Doc) -> float:
    """Tag VBG / finite clauses. 0 to about 1; high: gerunds and participles save clauses."""
    return ratio(view(doc).tag_counts["VBG"], clauses(doc).finite)


@feature(group="language", label="past participles", unit="per clause", direction="higher", source=_BIBER)
def past_participles(doc: Doc) -> float:
    """Tag VBN / finite clauses. 0 to about 1; high: perfects, passives and reduced clauses."""
    return ratio(view(doc).tag_counts["VBN"], clauses(doc).finite)


@feature(group="language", label="perfect tenses", unit="per clause", direction="higher", source=_BIBER)
def perfects(doc: Doc) -> float:
    """Forms of "have" as auxiliary of a past participle / finite clauses. 0 to about 1; high: times are related."""
    made = view(doc)
    found = sum(
        dep == "aux" and made.lemma[k] == "have" and made.tag[made.head[k]] == "VBN" for k, dep in enumerate(made.dep)
    )
    return ratio(found, clauses(doc).finite)


@feature(group="language", label="past tense", unit="share", source=_BIBER)
def past_share(doc: Doc) -> float:
    """Finite past forms (VBD) / finite forms. 0 to 1; high: narrates, low: argues in the present."""
    tags = view(doc).tag_counts
    return ratio(tags["VBD"], sum(tags[tag] for tag in FINITE_TAGS))


@feature(group="language", label="variety of verb forms", unit="bits", direction="higher", source="this project")
def verb_form_entropy(doc: Doc) -> float:
    """Entropy of the seven verb tags. 0 to 2.8; high: many forms in use, low: one form."""
    tags = view(doc).tag_counts
    return entropy(tags[tag] for tag in VERB_TAGS)


@feature(
    group="language",
    label="changes of tense between sentences",
    unit="share",
    source="Graesser et al. 2004 (Coh-Metrix)",
)
def tense_shifts(doc: Doc) -> float:
    """Neighbouring sentences whose main finite forms differ in past or present / neighbours that have one. 0 to 1.

    High: tense wanders or a story is told, low: it stays.
    """
    made = view(doc)
    tenses = []
    for sentence in made.worded_sentences:
        tags = made.tag[sentence.start : sentence.stop]
        past = tags.count("VBD")
        present = tags.count("VBP") + tags.count("VBZ")
        if past != present:
            tenses.append(past > present)
    return mean([float(one != next_) for one, next_ in itertools.pairwise(tenses)])


@feature(
    group="language",
    label='main verbs "be", "have", "do", "make", "get", "go"',
    unit="share",
    direction="lower",
    source="this project",
)
def basic_verbs(doc: Doc) -> float:
    """Main verbs and copulas from the six most basic ones / main verbs and copulas. 0 to 1; high: plain verbs."""
    made = view(doc)
    verbs = [
        lemma
        for lemma, pos, dep in zip(made.lower_lemma, made.pos, made.dep, strict=True)
        if pos == "VERB" or dep == "cop"
    ]
    return ratio(sum([lemma in {"be", "have", "do", "make", "get", "go"} for lemma in verbs]), len(verbs))
