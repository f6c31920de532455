"""Notes on reasons, support and the other side."""

from __future__ import annotations

import pytest
from marked_essays import pointed_at, read, told
from spacy.language import Language

from scorer.feedback.catalogue import messages

OPENING = (
    "The town is loud, and it lies by the river, where children play with their dogs. "
    "I believe that {T|the council should close the centre to cars}.\n\n"
)
SUPPORT = (
    "{E1|In Ghent the council closed the centre in 2017, and the number of cyclists rose by half within a year. "
    "Shops there earn more than before, and the air on the main square is clean again}."
)


@pytest.mark.parametrize(
    ("body", "code", "words"),
    [
        ("Cars stand in the street. They are many.", "reasons_missing", "the council should close the centre"),
        ("The cars must go because they are loud at night.", "reason_signalled", "because they are loud"),
        ("{R|Cars are loud at night}. Nobody likes that.", "reasons_single", "Cars are loud at night"),
        (
            "{R|Cars are loud}. {R|Buses need little room}. {R|Walking keeps people healthy}.",
            "reasons_several",
            "Buses need little room",
        ),
        (
            "{R|Cars make the streets loud}. {R|Cars also make the streets loud}.",
            "reasons_alike",
            "Cars also make the streets loud",
        ),
        (
            "{R|Cars make the streets loud}. My uncle sold his. {R|Cars make the streets loud}.",
            "reasons_same",
            "Cars make the streets loud",
        ),
        ("{R|Cars are loud at night}. " + SUPPORT, "reason_supported", "In Ghent"),
        ("{R|Cars are loud at night}.\n\nThe council meets on Monday.", "reason_bare", "Cars are loud at night"),
        ("{R|Cars are loud}. For example, my street wakes up at five.", "example_given", "For example"),
        ("{R|Cars are loud}. " + SUPPORT, "detail_given", "In Ghent"),
        (
            "{R|Cars are loud}. {E1|They wake people up in the night and make them tired}.\n\nCars must go.",
            "evidence_general",
            "They wake people up",
        ),
    ],
)
def test_what_is_said_of_a_body(nlp: Language, body: str, code: str, words: str) -> None:
    doc = read(nlp, OPENING + body)
    assert code in told(doc)
    assert any(words in place for place in pointed_at(doc, told(doc)[code]))


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ("{R|Cars are loud at night}. Furthermore, they stink.", "reasons_single"),
        ("{R|Cars are loud}. {R|Buses are quiet}.", "reasons_alike"),
        ("{R|Cars are loud at night}. {E1|They wake people up}.", "reason_bare"),
        ("{R|Cars are loud}. " + SUPPORT, "evidence_general"),
        ("Some people say that {R|cars are loud}. {R|Buses are quiet}. {R|Walking is healthy}.", "reasons_several"),
        ("{R|Cars are loud}. Take the bus to school.", "example_given"),
        ("{R|Cars are loud}. For example, “a street wakes up at five when the cars come”.", "example_given"),
        ("Cars wake tired people up. For example, the loud cars wake the tired people up.", "example_given"),
        ("They must go because they are loud at night.", "reasons_missing"),
        ("The reason for that is because they are loud at night.", "reason_signalled"),
        ("Anna was late because the bell was broken again.", "reason_signalled"),
        ("Even when the cars go because they are loud at night.", "reason_signalled"),
        ("Must they go because they are loud at night?", "reason_signalled"),
        ("{R|Cars are loud at night}. I woke up at five when a car came past.", "reason_bare"),
        ("{R|Cars are loud at night}. Children wake up again and again.", "reason_bare"),
        ("{R|Cars are loud at night}. For example, a car came past at five.", "reason_bare"),
        ("{R|Cars are loud at night}. The mayor says: “They wake me up, too.”", "reason_bare"),
        ("Nobody sleeps there. Therefore, {R|cars are loud at night}.", "reason_bare"),
        ("{R|The council should close its centre to the cars}. Nobody sleeps.", "reason_bare"),
        (
            "{R|Cars are loud}. {E1|I woke up late in the night and was very tired}.\n\nCars must go.",
            "evidence_general",
        ),
        (
            "{R|Cars are loud}. {E1|They wake people up in the night and make them tired}. My uncle sold his car."
            "\n\nCars must go.",
            "evidence_general",
        ),
        (
            "{R|Cars are loud at night}. {E1|But "
            + "they do not come every night, and they do not stay for long, " * 3
            + "so it is}.",
            "reason_supported",
        ),
    ],
)
def test_what_is_not_said_of_a_body(nlp: Language, body: str, code: str) -> None:
    assert code in messages()
    assert code not in told(read(nlp, OPENING + body))


ANSWERED = "Some people say that {K|shops would lose money}. However, {B|shops in Ghent earn more than before}."
UNSAID = "{R|Cars are loud at night}. " + "They wake the children up again and again, and the children are tired. " * 9


def test_an_objection_that_is_answered(nlp: Language) -> None:
    doc = read(nlp, OPENING + ANSWERED)
    assert pointed_at(doc, told(doc)["objection_answered"]) == [
        "shops would lose money",
        "shops in Ghent earn more than before",
    ]


@pytest.mark.parametrize(
    "body",
    [
        "{K|The town is shrouded in smoke}. However, {B|the council can help}.",
        "Some people say that {K|shops would lose money}. {B|Shops earn more}.",
    ],
)
def test_an_answer_needs_somebody_else_and_a_turn(nlp: Language, body: str) -> None:
    assert "objection_answered" not in told(read(nlp, OPENING + body))


@pytest.mark.parametrize(("more", "missed"), [("", True), (" However, some like their cars.", False)])
def test_the_other_side_is_missed_only_where_no_word_of_it_stands(nlp: Language, more: str, missed: bool) -> None:
    assert ("objection_missing" in told(read(nlp, OPENING + UNSAID + more))) is missed
