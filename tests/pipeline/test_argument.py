"""Thesis, reasons, counterarguments and evidence, as a reader meets them; its pieces have tests of their own."""

from __future__ import annotations

from pathlib import Path

import pytest
from spacy.language import Language
from spacy.tokens import Doc

from scorer.pipeline.load import annotate


@pytest.fixture(scope="module")
def seed(nlp: Language, seed_path: Path) -> Doc:
    return nlp(seed_path.read_text(encoding="utf-8"))


def test_the_seed_essay_advises_collective_security(seed: Doc) -> None:
    thesis = seed._.thesis
    words = seed.text[thesis.start : thesis.end]
    assert "collective security rather than a balance of power" in words
    assert len(words.split()) < 20
    assert thesis.start > seed._.prompt.end
    assert thesis.confidence > 0.5


@pytest.mark.parametrize(
    "words",
    [
        "promotes long-lasting collaboration and camaraderie between nations",
        "is often shrouded in secret alliances",
    ],
)
def test_the_seed_essay_gives_its_reasons(seed: Doc, words: str) -> None:
    holders = [reason for reason in seed._.reasons if words in seed.text[reason.start : reason.end]]
    assert len(holders) == 1
    assert len(seed._.reasons) <= 8


def test_the_seed_essay_says_its_thesis_again_at_the_end(seed: Doc) -> None:
    last = seed._.restatements[-1]
    assert seed.text[last.start : last.end].startswith("I would encourage the President")
    assert seed._.conclusion.start <= last.start < seed._.conclusion.end


def test_the_seed_essays_facts_are_evidence(seed: Doc) -> None:
    evidence = [seed.text[e.start : e.end] for e in seed._.evidence]
    assert any("Mussolini" in words for words in evidence)
    assert any("Article 11" in words for words in evidence)


@pytest.mark.parametrize(
    ("text", "thesis"),
    [
        (
            "I strongly believe that every pupil should learn to cook at school.\n\nFirst, those who can cook "
            "eat better. "
            "My cousin learnt it at ten, and since then he has not asked for frozen pizza.\n\nIn conclusion, "
            "cooking should "
            "be taught to everyone.",
            "every pupil should learn to cook at school",
        ),
        (
            "Some people say that zoos teach children to love animals. In my opinion, zoos should be "
            "closed.\n\nFirst of all, "
            "animals suffer in small cages. The bear in our town walks in circles all day, because it has "
            "nothing to do.\n\n"
            "To conclude, animals should live where they belong, so zoos should be closed.",
            "zoos should be closed",
        ),
    ],
)
def test_a_stated_position_is_the_thesis(nlp: Language, text: str, thesis: str) -> None:
    found = nlp(text)._.thesis
    assert found is not None
    assert thesis in text[found.start : found.end]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "The kitchen has white walls and a small window. Under the window stands a table with four chairs. "
        "A clock hangs above the door.",
        "When I was nine my uncle took me to the river. We carried the rods down the path, and he showed me how "
        "to tie the "
        "line. I caught nothing. On the way home it rained, and we sat under a bridge and ate our bread.\n\n"
        "Years later I went back. The path was gone and the bridge had a new rail.",
        "Mira opened the letter. It had come from the town by the sea, and it smelled of salt. She read it "
        "twice. Then she "
        "packed a bag, locked the door and walked to the station. The train was late.",
        pytest.param(
            "The harbour was quiet that morning. A grey cat slept on a coil of rope, and two men mended a net "
            "beside the "
            "boat. Nobody spoke. The tide came in and lifted the boat from the mud.",
        ),
    ],
    ids=["empty", "description", "memory", "story", "short scene"],
)
def test_a_story_or_a_description_has_no_thesis(nlp: Language, text: str) -> None:
    assert nlp(text)._.thesis is None


def test_a_rebuttal_answers_and_evidence_points_at_what_it_supports(seed: Doc) -> None:
    for evidence in seed._.evidence:
        if evidence.supports:
            name, index = evidence.supports
            assert 0 <= index < len(getattr(seed._, name))
    for against in seed._.counterarguments:
        assert against.rebuttal is None or against.rebuttal.start >= against.end


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ("Some people say that school gardens waste good ground.", "school gardens waste good ground"),
        ("Some critics argue that gardens take time from reading.", "gardens take time from reading"),
        ("Opponents say that nobody would water the beds in summer.", "nobody would water the beds in summer"),
    ],
)
def test_what_some_people_say_is_a_counterargument_and_never_the_thesis(nlp: Language, said: str, words: str) -> None:
    text = (
        "I believe that every school should have a garden.\n\nFirst, a garden teaches patience, because plants do "
        f"not grow in a day.\n\n{said} However, pupils who grow food eat better.\n\nIn conclusion, every school "
        "should have a garden."
    )
    doc = nlp(text)
    (against,) = doc._.counterarguments
    assert text[against.start : against.end] == words
    assert "garden" in text[doc._.thesis.start : doc._.thesis.end]
    assert not doc._.thesis.start < text.index(said) + len(said) <= doc._.thesis.end


@pytest.mark.parametrize(
    "text",
    [
        "She says there should be more parks.",
        "He thinks that the town must close the bridge. She says it is old.",
        "The author argues that we should plant trees. The article says that trees are cheap.",
    ],
)
def test_what_someone_else_wants_is_not_the_writers_thesis(nlp: Language, text: str) -> None:
    assert nlp(text)._.thesis is None


def test_a_title_is_no_part_of_the_argument(nlp: Language) -> None:
    body = (
        "I believe that every school should have a garden.\n\nFirst, a garden teaches patience, because plants do "
        "not grow in a day.\n\nIn conclusion, every school should have a garden."
    )
    bare, titled = nlp(body), nlp("Gardens For Every School\n\n" + body)
    lead = len(titled.text) - len(body)
    for name in ("reasons", "evidence", "restatements"):
        spans = [(found.start - lead, found.end - lead) for found in getattr(titled._, name)]
        assert spans == [(found.start, found.end) for found in getattr(bare._, name)]
    assert titled._.thesis.start - lead == bare._.thesis.start


def test_a_thesis_taken_from_the_source_is_not_the_students(nlp: Language) -> None:
    taken = "I believe that every school in the county should keep a garden with beds, tools and a small greenhouse."
    own = "Our school has a yard. A yard is dull, because nothing grows there."
    source = f"A reader writes to us. {taken} The council has not replied."
    alone, beside = annotate(nlp, f"{taken} {own}"), annotate(nlp, f"{taken} {own}", sources=[source])
    assert alone._.thesis is not None and alone._.thesis.start < len(taken)
    for name in ("reasons", "counterarguments", "evidence", "restatements"):
        assert all(found.start >= len(taken) for found in getattr(beside._, name))
    assert beside._.thesis is None
