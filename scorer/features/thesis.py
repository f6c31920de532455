"""The thesis: whether there is one, where it stands, what it commits the writer to, and what becomes of it.

Features of stance and reasons read the whole sentence of the thesis, since "I believe that" and "because" often
stand outside the claim itself; features of length and content read the thesis alone. Without a
thesis every feature is 0.0, which for ``higher`` features is the worst value.
"""

from __future__ import annotations

from spacy.tokens import Doc

from scorer.features.argument import Stretch, argument, specifics
from scorer.features.arithmetic import mean, ratio
from scorer.features.content import likeness, prompt_families, share_named, topics
from scorer.features.lexicons import stance
from scorer.features.registry import feature
from scorer.features.running_text import running, words_before
from scorer.pipeline.view import EssayView, shared, view

_CLARITY = "after Persing & Ng 2013 (thesis clarity)"
_ADHERENCE = "after Persing & Ng 2014 (prompt adherence)"
_STANCE = "after Hyland 2005 (stance)"
ZIPF_TOP = 8.0  # no English word reaches this Zipf frequency
OPENING_SHARE = 1 / 3  # the opening of an essay that is one paragraph
TITLE_TOKENS = 25  # a shorter first paragraph is a title, a salutation or the question copied out
ENDING_SHARE = 3 / 4  # where the ending begins if no conclusion was found
MOST_PREVIEWED = 4
MOST_RESTATEMENTS = 3


@feature(group="thesis", label="a thesis is stated", unit="yes/no", direction="higher", source=_CLARITY)
def thesis_present(doc: Doc) -> float:
    """1.0 where a thesis was found, else 0.0."""
    return float(doc._.thesis is not None)


@feature(group="thesis", label="how clearly the thesis reads as one", unit="probability", direction="higher")
def thesis_confidence(doc: Doc) -> float:
    """The finder's confidence in the thesis. 0 to 1; high: reads like a thesis, low: could be another sentence."""
    return doc._.thesis.confidence if doc._.thesis else 0.0


@feature(group="thesis", label="thesis comes early", unit="share", direction="higher", source=_CLARITY)
def thesis_early(doc: Doc) -> float:
    """Words of the essay that do not stand before the thesis / words. 0 to 1; 1.0: it opens the essay."""
    thesis = _thesis(doc)
    return 1 - _place(doc, thesis) if thesis.words else 0.0


@feature(group="thesis", label="thesis stands in the opening", unit="yes/no", direction="higher", source=_CLARITY)
def thesis_in_opening(doc: Doc) -> float:
    """1.0 if the thesis begins in the first paragraph, one of fewer than 25 tokens joined with the next.

    In an essay of one paragraph: in its first third.
    """
    thesis = _thesis(doc)
    return float(thesis.words > 0 and thesis.positions.start in opening(doc))


@shared
def opening(made: EssayView) -> range:
    """The positions where a thesis stands in the opening; see :func:`thesis_in_opening`."""
    first = 1 if len(made.paragraphs) > 1 and len(made.paragraphs[0]) < TITLE_TOKENS else 0
    if len(made.paragraphs) - first > 1:
        return range(made.paragraphs[first].stop)
    before = words_before(made.doc)
    return range(sum(words < OPENING_SHARE * before[-1] for words in before[:-1]))


@feature(group="thesis", label="length of the thesis", unit="words")
def thesis_words(doc: Doc) -> float:
    """Words of the thesis, bracketed citations left out. 0 upwards, mostly 8 to 30; low: a bare claim."""
    return float(_thesis(doc).words)


@feature(group="thesis", label="what the thesis names", unit="word families", direction="higher", source=_CLARITY)
def thesis_content(doc: Doc) -> float:
    """Different content-word families of the thesis. 0 upwards, mostly 3 to 12; high: specific, low: vague."""
    return float(len(_thesis(doc).content))


@feature(group="thesis", label="names and numbers in the thesis", unit="count")
def thesis_names_and_numbers(doc: Doc) -> float:
    """Names (runs of capitalised proper nouns) and numbers in the thesis. 0 upwards; high: tied to particulars."""
    return float(specifics(view(doc), _thesis(doc).positions))


@feature(
    group="thesis",
    label="precise words in the thesis",
    unit="8 - Zipf",
    direction="higher",
    source="van Heuven, Mandera, Keuleers & Brysbaert 2014 (Zipf scale)",
)
def thesis_precision(doc: Doc) -> float:
    """Mean of 8 - Zipf frequency over the content words of the thesis that the frequency list knows.

    0 to about 7, mostly 2.5 to 4; high: rarer, more precise words, low: everyday words. 0.0 without such words.
    """
    made = view(doc)
    words = [k for k in _thesis(doc).positions if made.pos[k] in ("NOUN", "VERB", "ADJ", "ADV") and running(doc)[k]]
    return mean([ZIPF_TOP - made.zipf[k] for k in words if made.zipf[k]])


@feature(group="thesis", label="thesis says what should be done", unit="yes/no", direction="higher", source=_STANCE)
def thesis_obligation(doc: Doc) -> float:
    """1.0 if the sentence of the thesis holds *should, must, ought, need to, have to* or the like."""
    return float(stance.OBLIGATION.found(view(doc).lower, _thesis(doc).sentences))


@feature(group="thesis", label="thesis judges", unit="yes/no", direction="higher", source=_STANCE)
def thesis_evaluation(doc: Doc) -> float:
    """1.0 if the sentence of the thesis holds a word of judgement (*better, harmful, advantage, deserve*)."""
    made = view(doc)
    return float(any(made.lemma[k].lower() in stance.EVALUATION for k in _thesis(doc).sentences))


@feature(group="thesis", label="thesis is the writer's own position", unit="yes/no", direction="higher", source=_STANCE)
def thesis_stance_verb(doc: Doc) -> float:
    """1.0 if "I" or "we" *believe, argue, advise, agree ...* in the sentence of the thesis, or "in my opinion"."""
    return float(states_position(view(doc), _thesis(doc).sentences))


def states_position(made: EssayView, stretch: range) -> bool:
    """Whether the writer says "I believe", "we agree", "in my opinion" or the like."""
    if stance.STANCE_PHRASES.found(made.lower, stretch):
        return True
    if stance.SUBJECTS_I_WE.isdisjoint(made.lower[stretch.start : stretch.stop]):
        return False
    subjects = [k for k in stretch if made.lower[k] in stance.SUBJECTS_I_WE]
    return any(
        made.lemma[j].lower() in stance.STANCE_VERBS
        for k in subjects
        for j in range(k + 1, min(k + 2 + stance.SUBJECT_REACH, stretch.stop))
    )


@feature(group="thesis", label="thesis weighs alternatives", unit="yes/no", direction="higher", source=_STANCE)
def thesis_comparison(doc: Doc) -> float:
    """1.0 if the sentence of the thesis compares (*rather than, instead of, than, prefer, outweigh*)."""
    return float(stance.COMPARISON.found(view(doc).lower, _thesis(doc).sentences))


@feature(group="thesis", label="thesis takes a side", unit="marks", direction="higher", source=_STANCE)
def thesis_stance(doc: Doc) -> float:
    """Kinds of stance marks: obligation, evaluation, own position, comparison. 0 (a topic) to 4 (a clear side)."""
    return thesis_obligation(doc) + thesis_evaluation(doc) + thesis_stance_verb(doc) + thesis_comparison(doc)


@feature(group="thesis", label="thesis hedges", unit="count", direction="lower", source=_STANCE)
def thesis_hedges(doc: Doc) -> float:
    """Hedges (*maybe, might, it depends*) in the thesis and its introduction. 0 upwards; high: no commitment."""
    return float(stance.HEDGES.count(view(doc).lower, _thesis(doc).introduced))


@feature(group="thesis", label="thesis concedes", unit="yes/no", source=_STANCE)
def thesis_concession(doc: Doc) -> float:
    """1.0 if the sentence of the thesis holds *although, while, despite* or the like: the other side is in view."""
    return float(stance.CONCESSIONS.found(view(doc).lower, _thesis(doc).sentences))


@feature(group="thesis", label="reasons that the thesis previews", unit="count", direction="higher", source=_CLARITY)
def thesis_previewed_reasons(doc: Doc) -> float:
    """Coordinated parts after *because, since, due to, by ...ing* in the sentence of the thesis.

    0 (no reason) to 4 (the cap); 1: one reason, more: a plan of the essay.
    """
    return float(min(_previewed(doc), MOST_PREVIEWED))


@feature(group="thesis", label="thesis is a question", unit="yes/no", direction="lower", source=_CLARITY)
def thesis_question(doc: Doc) -> float:
    """1.0 if the sentence of the thesis ends with a question mark: it asks where it should answer."""
    made, sentences = view(doc), _thesis(doc).sentences
    return float(bool(sentences) and "?" in made.text[sentences.stop - 1])


@feature(group="thesis", label="thesis only announces the topic", unit="yes/no", direction="lower", source=_CLARITY)
def thesis_announcement(doc: Doc) -> float:
    """1.0 if the sentence of the thesis says *this essay will, I am going to talk about* or the like."""
    return float(stance.ANNOUNCEMENTS.found(view(doc).lower, _thesis(doc).sentences))


@feature(group="thesis", label="thesis in the first person", unit="yes/no", source=_STANCE)
def thesis_first_person(doc: Doc) -> float:
    """1.0 if the sentence of the thesis holds *I, my, we, our* or the like."""
    made = view(doc)
    return float(any(made.lower[k] in stance.FIRST_PERSON for k in _thesis(doc).sentences))


@feature(group="thesis", label="thesis is a full clause", unit="yes/no", direction="higher", source=_CLARITY)
def thesis_clause(doc: Doc) -> float:
    """1.0 if the thesis holds a subject and a finite verb; low: a title or a fragment."""
    made, positions = view(doc), _thesis(doc).positions
    finite = any(made.tag[k] in ("VBD", "VBP", "VBZ", "MD") for k in positions)
    return float(finite and any(made.dep[k].startswith(("nsubj", "csubj")) for k in positions))


@feature(group="thesis", label="thesis takes up the prompt", unit="share", direction="higher", source=_ADHERENCE)
def thesis_prompt_coverage(doc: Doc) -> float:
    """Content-word families of the prompt that the thesis names / those of the prompt.

    0 to 1, mostly below .5; high: the question is answered, low: it is passed over. 0.0 without a prompt.
    """
    return share_named(prompt_families(doc), _thesis(doc).content)


@feature(group="thesis", label="words of the thesis taken from the prompt", unit="share", source=_ADHERENCE)
def thesis_prompt_share(doc: Doc) -> float:
    """Families of the thesis that the prompt names / those of the thesis.

    0 to 1; high: on the prompt, or no more than the prompt, low: off it. 0.0 without a prompt.
    """
    return share_named(_thesis(doc).content, prompt_families(doc))


@feature(group="thesis", label="thesis covers the essay's topics", unit="share", direction="higher", source=_ADHERENCE)
def thesis_topic_coverage(doc: Doc) -> float:
    """The essay's ten commonest word families that the thesis names / their number. 0 to 1; high: fits the essay."""
    return share_named(topics(doc), _thesis(doc).content)


@feature(group="thesis", label="conclusion returns to the thesis", unit="share", direction="higher")
def thesis_in_conclusion(doc: Doc) -> float:
    """Families of the thesis that the conclusion names / those of the thesis.

    0 to 1; high: the essay ends where it set out to go. 0.0 without a conclusion that stands after the thesis.
    """
    found = argument(doc)
    after = found.conclusion.positions.start > found.thesis.positions.start
    return share_named(found.thesis.content, found.conclusion.content) if after else 0.0


@feature(group="thesis", label="thesis is restated at the end", unit="yes/no", direction="higher")
def thesis_restated_at_end(doc: Doc) -> float:
    """1.0 if a restatement stands in the conclusion (in the last quarter where no conclusion was found)."""
    found = argument(doc)
    ending = _place(doc, found.conclusion) if found.conclusion.words else ENDING_SHARE
    return float(any(item.words and _place(doc, item) >= ending for item in found.restatements))


@feature(group="thesis", label="restatements of the thesis", unit="count")
def thesis_restatements(doc: Doc) -> float:
    """Number of restatements, 0 to 3 (the cap). 1 is usual; high: insistent, 0: never taken up again."""
    return float(min(len(doc._.restatements), MOST_RESTATEMENTS))


@feature(group="thesis", label="restatements agree with the thesis", unit="similarity")
def thesis_restatement_likeness(doc: Doc) -> float:
    """Mean Jaccard similarity of the word families of the thesis and of each restatement.

    0 to 1; high: the same words again, low: another claim, or a paraphrase. 0.0 without restatements.
    """
    found = argument(doc)
    return mean([likeness(found.thesis.content, item.content) for item in found.restatements])


def _thesis(doc: Doc) -> Stretch:
    return argument(doc).thesis


def _place(doc: Doc, part: Stretch) -> float:
    """Share of the essay's words that stand before the part."""
    before = words_before(doc)
    return ratio(before[part.positions.start], before[-1])


@shared
def _previewed(made: EssayView) -> int:
    """Largest number of coordinated parts after a cue of reason in the sentence of the thesis."""
    sentences = _thesis(made.doc).sentences
    cues = list(stance.REASON_CUES.starts(made.lower, sentences))
    for k in sentences:
        word, after = made.lower[k], k + 1
        if after < sentences.stop and (
            (word == "by" and made.tag[after] == "VBG")
            or (word == "since" and made.lower[after] not in stance.SINCE_WHEN and made.lower[after].isalpha())
        ):
            cues.append(k)
    return max((1 + _coordinated(made, cue, sentences.stop) for cue in cues), default=0)


def _coordinated(made: EssayView, cue: int, stop: int) -> int:
    """Conjuncts of what the cue introduces: of its clause, or of the clause's objects, not of its subject."""
    head = made.head[cue]
    return sum(
        made.dep[k] == "conj"
        and (
            made.head[k] == head
            or (made.head[made.head[k]] == head and not made.dep[made.head[k]].startswith(("nsubj", "csubj")))
        )
        for k in range(cue + 1, stop)
    )
