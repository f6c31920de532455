"""Which notes a criterion shows, in which words."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from marked_essays import read
from spacy.language import Language

from scorer.feedback import chosen, feedback_for, groups_of, next_level
from scorer.feedback.catalogue import messages
from scorer.feedback.groups import TOPICS, TOPICS_OF_GROUP
from scorer.rubric import load_rubric
from scorer.scoring.standing import Standing

WEAK = (
    "towns are loud . i think cars should go because they is loud loud . they dont stop at night . "
    "there is alot of noise and and nobody sleeps . we need a quiet town , we need trees . thats all"
)
PLAIN = (
    "Towns are loud. Cars stand in every street. Nobody sleeps at night. The air is bad there. We wait for a change."
)
STRONG = (
    "Towns are loud. I believe that the council should close the centre to cars because noise makes people ill.\n\n"
    "First, cars keep people awake. For example, 40 families in Mill Street cannot sleep (Nau 28).\n\n"
    "In conclusion, the council should close the centre to cars. However, buses must stay."
)
PIECES = (
    "I", "think", "that", "cars", "dont", "go", ".", ",", "!", "?", "“", "”", '"', "(", ")", "because", "however",
    "(Nau,3)", "when", "i", "a", "apple", "{x}", "É", "😀", "\n\n",
)  # fmt: skip
ESSAYS = (WEAK, PLAIN, STRONG)


@pytest.mark.parametrize("rubric", ["argument-with-sources", "argument", "holistic-6"])
@pytest.mark.parametrize("text", ESSAYS)
def test_every_criterion_points_at_the_essay(nlp: Language, rubric: str, text: str) -> None:
    doc = nlp(text)
    for criterion in load_rubric(rubric).criteria:
        shown = feedback_for(doc, groups_of(criterion))
        assert shown or next_level(doc, criterion, 0.0), criterion.id
        assert all(item.spans for item in shown)


@pytest.mark.parametrize("text", ESSAYS)
@pytest.mark.parametrize("group", TOPICS_OF_GROUP)
def test_few_messages_strengths_first(nlp: Language, text: str, group: str) -> None:
    kinds = [item.kind == "strength" for item in feedback_for(nlp(text), [group])]
    assert kinds == sorted(kinds, reverse=True)
    assert kinds.count(True) <= 2
    assert kinds.count(False) <= 3


def test_no_praise_falls_on_a_passage_that_tells_of_harm(nlp: Language) -> None:
    calm = STRONG.replace("because noise makes people ill", "because the noise is bad for me and my brother")
    told = STRONG.replace("because noise makes people ill", "because in its noise my uncle beat me and my brother")
    found = [[item for item in feedback_for(nlp(text), ["thesis"]) if item.kind != "fix"] for text in (calm, told)]
    assert found[0]
    assert not found[1]


def test_limits_can_be_set(nlp: Language) -> None:
    shown = feedback_for(nlp(WEAK), ["conventions"], strengths=0, changes=1)
    assert [item.kind for item in shown] == ["fix"]


def test_the_feature_that_holds_back_most_comes_first(nlp: Language) -> None:
    doc = nlp(WEAK)
    for name, said in (("marked_doubled_words", "and and"), ("marked_apostrophes", "dont"), ("marked_spacing", " .”")):
        first = feedback_for(doc, ["conventions"], Standing({name: 0.5}, frozenset({name})))[0]
        assert said in first.message


def test_a_large_gain_counts_more_than_a_small_one(nlp: Language) -> None:
    doc, names = nlp(WEAK), ("marked_doubled_words", "marked_apostrophes")
    for first, second in (names, names[::-1]):
        codes = [note.code for note in chosen(doc, ["mechanics"], Standing({first: 0.4, second: 0.1}))]
        kinds = [messages()[code].features[0] for code in codes]
        assert kinds.index(first) < kinds.index(second)


def test_what_costs_points_is_not_praised(nlp: Language) -> None:
    doc = nlp(STRONG)
    plain = [note.code for note in chosen(doc, TOPICS)]
    praised = [code for code in plain if messages()[code].kind == "strength"]
    assert praised
    for code in praised:
        for name in messages()[code].features:
            costly = Standing({name: 0.1}, frozenset({name}))
            assert code not in [note.code for note in chosen(doc, TOPICS, costly)]
            assert code in [note.code for note in chosen(doc, TOPICS, Standing({name: 0.1}), strengths=9)]


def test_at_most_two_changes_ask_for_new_thought(nlp: Language) -> None:
    for text in ESSAYS:
        kinds = [messages()[note.code].kind for note in chosen(nlp(text), TOPICS)]
        assert kinds.count("improve") <= 2


def test_the_same_essay_gets_the_same_words_and_another_gets_others(nlp: Language) -> None:
    def wordings(text: str) -> list[str]:
        doc = read(nlp, text)
        return [item.message for group in TOPICS_OF_GROUP for item in feedback_for(doc, [group])]

    assert wordings(WEAK) == wordings(WEAK)
    openings = {wordings(f"{PLAIN} The town has {count} streets.")[0].split("“")[0] for count in range(40)}
    assert len(openings) >= 3


@pytest.mark.parametrize(
    ("rubric", "criterion", "topics"),
    [
        ("argument-with-sources", "thesis", {"thesis"}),
        ("argument-with-sources", "sources", {"sources"}),
        ("argument-with-sources", "organization", {"organization"}),
        ("argument-with-sources", "language", {"syntax", "vocabulary", "phraseology"}),
        ("argument-with-sources", "conventions", {"grammar", "mechanics"}),
        ("ellipse", "grammar", {"grammar"}),
        ("ellipse", "cohesion", {"organization"}),
        ("holistic-6", None, set(TOPICS)),
    ],
)
def test_topics_of_criteria(rubric: str, criterion: str | None, topics: set[str]) -> None:
    found = {c.id: groups_of(c) for c in load_rubric(rubric).criteria}
    assert found[criterion] == topics if criterion else list(found.values()) == [topics]


@pytest.mark.parametrize("criterion", ["thesis", "reasons"])
def test_a_message_speaks_of_everything_that_rules_score(criterion: str) -> None:
    told = {name for message in messages().values() if criterion in message.serves for name in message.features}
    rules = next(c for c in load_rubric("argument").criteria if c.id == criterion).features
    assert {rule.name for rule in rules} - told <= {"reasons_signposted_share"}  # no advice is about signposts alone


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(
        st.sampled_from(PIECES),
        max_size=60,
    )
)
def test_any_text_gives_places_inside_it(nlp: Language, pieces: list[str]) -> None:
    text = " ".join(pieces)
    doc = nlp(text)
    for group in TOPICS_OF_GROUP:
        for item in feedback_for(doc, [group]):
            assert item.message[0] in "“(" or not item.message[0].islower()
            for place in item.spans:
                assert 0 <= place.start < place.end <= len(text)
                assert text[place.start : place.end] == text[place.start : place.end].strip()


@pytest.mark.parametrize("text", ["", "   ", "...", "\n"])
def test_a_text_without_words_gets_none(nlp: Language, text: str) -> None:
    assert feedback_for(nlp(text), TOPICS) == ()
