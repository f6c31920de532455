"""Notes on the thesis."""

from __future__ import annotations

import pytest
from marked_essays import pointed_at, read, told
from spacy.language import Language

from scorer.pipeline.annotations import Role

BODY = (
    " The town lies by the river, and many people walk there in the evening with their dogs and their children."
    "\n\nCars fill every street of the town. They make noise until late at night, and nobody can sleep."
    "\n\nBuses carry forty people at once. A bus needs the room of two cars, so the streets would be empty."
)


@pytest.mark.parametrize(
    ("opening", "code", "words"),
    [
        (
            "The town is loud. I believe that {T|the council should close the centre to cars}.",
            "thesis_early",
            "I believe that",
        ),
        ("The town is loud. {T|The market square is the heart of the town}.", "thesis_found", "The market square"),
        ("In the story the town is very loud at night. The story says why.", "answer_first", "In the story"),
        (
            "In this essay I will talk about {T|cars and what they do to the town}.",
            "thesis_announcement",
            "I will talk about",
        ),
        ("{T|Should the council close the whole centre of the town to cars}?", "thesis_question", "Should the council"),
        ("{T|Cars must go}.", "thesis_short", "Cars must go"),
        ("{T|Perhaps the council should close the centre to all cars}.", "thesis_unsure", "Perhaps"),
        (
            "{T|The council should close the centre to all cars} because they are loud.",
            "thesis_with_reason",
            "because they",
        ),
        ("{T|The council should close the whole centre to all cars}.", "thesis_without_reason", "The council"),
    ],
)
def test_what_is_said_of_an_opening(nlp: Language, opening: str, code: str, words: str) -> None:
    doc = read(nlp, opening + BODY)
    assert code in told(doc)
    assert any(words in place for place in pointed_at(doc, told(doc)[code]))


REST = (
    "\n\nAt the market, farmers sell apples, eggs and cheese from early in the morning. Their carts stand in two long "
    "rows, and the old clock strikes above them. Boats come up the river with sand and stones for the new houses."
    "\n\nChildren sit on the wall and count the lorries that cross the bridge. Some write the numbers into a little "
    "book. Every year there are more, and the bridge shakes when they pass. In winter the fog hides it all."
)


@pytest.mark.parametrize(
    ("opening", "missed"),
    [
        ("The town is loud. Every day it grows. People walk about.", True),
        ("A quiet town is a good town for everybody.", False),
        ("If I could choose, I would live in a quiet town.", False),
        ("There are many reasons to live in a quiet town.", False),
        ("The town is loud. I believe that the council is right. People walk.", False),
        ("In the story the town is loud. Every day it grows.", False),
    ],
)
def test_a_main_point_is_missed_only_where_nothing_takes_a_side(nlp: Language, opening: str, missed: bool) -> None:
    assert ("thesis_missing" in told(read(nlp, opening + BODY + REST))) is missed
    assert "thesis_missing" not in told(read(nlp, opening + BODY))


def test_where_the_main_point_is_not_told_for_sure_the_student_is_asked(nlp: Language) -> None:
    text = "A quiet town is a good town for everybody who lives in it." + BODY + REST

    def said(*states: float, text: str = text) -> bool:
        doc = read(nlp, text)
        doc._.roles = tuple(Role(0, 40, chance, 0.0, 0.0, 0.0) for chance in states)
        return "thesis_unclear" in told(doc)

    assert said(0.05, 0.25)
    assert not said(0.05, 0.35)
    assert not said(0.05, text=text[: len(text) // 2])
    assert not said(0.05, text="I believe that a quiet town is a good town." + BODY + REST)
    assert not said(0.05, text="In the story the town is loud, and every day it grows." + BODY + REST)
    assert not said(0.05, text="{T|A quiet town is a good town for everybody}." + BODY + REST)


@pytest.mark.parametrize(
    ("opening", "code"),
    [
        ("The town is loud. People walk about. {T|Shops close at noon}.", "thesis_early"),
        ("{T|Cars must go} because they are loud.", "thesis_without_reason"),
        ("{T|The council should close the centre to all cars}.", "thesis_unsure"),
        ("{T|The council should close the centre to all cars}.", "thesis_doubtful"),
        (
            "Songs, books and films that people like most all depend on what the author is thinking of.",
            "answer_first",
        ),
        ("{T|Cars must go}, they wake the whole town up.", "thesis_without_reason"),
        ("I believe that cars must go. The streets should be empty of cars.", "thesis_doubtful"),
        ("The council decided that the streets should be empty of cars.", "thesis_doubtful"),
        ("One reason is that the streets should be empty of cars.", "thesis_doubtful"),
        ("So how can {T|anybody think that cars must stay in the town}.", "thesis_early"),
        ("The council says that {T|all the cars must leave the town}.", "thesis_early"),
        ("It is so because {T|cars make a town loud at night}, and nobody sleeps.", "thesis_found"),
        (
            "{T|The council should close the whole centre to all cars} so that people can sleep.",
            "thesis_without_reason",
        ),
        ("{T|The council should close the whole centre to all cars}. The reason is noise.", "thesis_without_reason"),
        ("In this essay I will argue that {T|cars must leave the town}.", "thesis_announcement"),
    ],
)
def test_what_is_not_said_of_an_opening(nlp: Language, opening: str, code: str) -> None:
    assert code not in told(read(nlp, opening + BODY))


def test_an_unsure_thesis_is_neither_praised_nor_doubted(nlp: Language) -> None:
    doc = read(nlp, "The town is loud. {T|The centre is full of cars}." + BODY, confidence=0.4)
    assert not {"thesis_early", "thesis_found", "thesis_doubtful"} & told(doc).keys()
    assert not {"thesis_early", "thesis_found"} & told(doc).keys()


def test_a_thesis_after_the_opening_is_sent_back_there(nlp: Language) -> None:
    doc = read(nlp, "The town is loud. People walk about." + BODY + "\n\nSo {T|cars must leave the centre for ever}.")
    assert pointed_at(doc, told(doc)["thesis_late"]) == [
        "cars must leave the centre for ever",
        "The town lies by the river, and many people walk there in the evening with their dogs and their children.",
    ]


def test_an_opening_that_judges_is_not_told_that_the_thesis_comes_late(nlp: Language) -> None:
    doc = read(nlp, "Cars in towns are harmful to all." + BODY + "\n\n{T|Cars must leave the centre for ever}.")
    assert "thesis_late" not in told(doc)


@pytest.mark.parametrize(
    ("ending", "code"),
    [
        ("{C|In short, {S|the centre without cars would be quiet}.}", "thesis_restated"),
        ("{C|In short, children sleep better and shops earn more.}", "thesis_not_restated"),
    ],
)
def test_whether_the_ending_returns(nlp: Language, ending: str, code: str) -> None:
    doc = read(nlp, "I believe that {T|the council should close the centre to cars}." + BODY + "\n\n" + ending)
    assert {"thesis_restated", "thesis_not_restated"} & told(doc).keys() == {code}


CLOSED = "{T|The council should close the centre to cars}." + BODY + "\n\n"


@pytest.mark.parametrize(
    ("ending", "code", "words"),
    [
        ("In short, I want {S|the council to close the centre to cars}.", "thesis_restated", "In short, I want"),
        (
            "Some people like cars, but {S|the council should close the centre to cars}.",
            "thesis_restated",
            "the council should close",
        ),
        ("In short, {S|the council should not close the centre to cars}.", "", ""),
    ],
)
def test_an_ending_that_comes_back_to_the_thesis(nlp: Language, ending: str, code: str, words: str) -> None:
    doc = read(nlp, CLOSED + "{C|" + ending + "}")
    note = told(doc).get("thesis_restated")
    assert (note is not None) is bool(code)
    assert note is None or pointed_at(doc, note)[0].startswith(words)
