"""The ending: announced, restating, or not there."""

from __future__ import annotations

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc

from scorer.pipeline.annotations import Found, Reference
from scorer.pipeline.conclusion import Conclusion, patterns

BODY = (
    "Towns should build more parks for the people who live in them. They cost little and they last for many years.\n\n"
    "First, trees cool the streets in summer. The shade of one oak reaches over four houses and their gardens.\n\n"
    "Second, children need room to run. On our street they play between parked cars until it is dark.\n\n"
)
ONE_BLOCK = BODY.replace("\n\n", " ")


def ending(nlp: Language, text: str) -> str | None:
    found = nlp(text)._.conclusion
    return text[found.start : found.end] if found else None


@pytest.mark.parametrize(
    "opening",
    [
        "In conclusion,", "in conclusion", "So in conclusion,", "So, in conclusion,", "In conclution,",
        "In conclussion,",
        "Inconclution,", "In conclueion", "In conlusion,", "Conclucion:", "Conclusion:", "As a conclusion,",
        "My conclusion is that", "In summary,", "To conclude,", "I conclude that", "To sum up,", "To sum it up,",
        "To summarise,", "To wrap it up,", "All in all,", "In closing,", "In a nutshell,", "Well, in conclusion,",
    ],
)  # fmt: skip
def test_an_unmistakable_phrase_opens_the_conclusion(opening: str) -> None:
    doc = sentences(f"{BODY}{opening} green places make a town worth living in.")
    last = doc._.paragraphs[-1]
    assert Conclusion()(doc)._.conclusion == Found(last.start, last.end, 0.95)


@pytest.mark.parametrize(
    "opening",
    [
        "These are the reasons why", "And those are some of the reasons why", "These are all my explanations on why",
        "That is why I believe that", "That's why I think", "This is why we say",
        "That is the main reason why I believe",
        "As you can see,", "So as you can see", "For all these reasons,", "For these reasons",
        "Because of all these facts",
        "With that being said,", "With all of this said,", "Taking everything into account,",
        "All of the things that are written here show that", "As I have shown,", "At the end of the day,", "Overall,",
        "Ultimately,", "In the end,", "Therefore,", "So, before you decide, think that",
    ],
)  # fmt: skip
def test_other_announcing_phrases_open_it_too(opening: str) -> None:
    doc = sentences(f"{BODY}{opening} green places make a town worth living in.")
    last = doc._.paragraphs[-1]
    assert Conclusion()(doc)._.conclusion == Found(last.start, last.end, 0.8)


@pytest.mark.parametrize(
    "last",
    [
        "Third, parks bring neighbours together. On the lawn behind the church they share their bread on Sundays.",
        "Finally, shops near a park sell more. The baker opposite the pond opens an hour earlier since the trees grew.",
        "Lastly, birds come back. There are owls in the old yard that nobody had seen there for a very long time.",
        "In contrast, roads are loud. The lorries that pass our house at night shake the glasses on the shelf.",
        "As a result of the rain the path was flooded. We waited under the bridge until the water went down.",
        "In consideration of the cost, the mayor waits. He asks for another year to find the money for the fence.",
        "In contribution to the work the club gave forty bulbs. Nobody knows who dug them up before the spring.",
    ],
)
def test_one_more_point_is_no_conclusion(nlp: Language, last: str) -> None:
    assert ending(nlp, BODY + last) is None


@pytest.mark.parametrize(
    "phrase",
    [
        "In conclusion, towns need more parks.",
        "To sum it up, parks are worth their price.",
        "These are my reasons why I like parks.",
    ],
)
def test_a_phrase_inside_the_last_paragraph_begins_it_there(nlp: Language, phrase: str) -> None:
    text = f"{BODY}Third, parks bring neighbours together on Sundays. {phrase}"
    assert ending(nlp, text) == phrase


def test_only_an_unmistakable_phrase_counts_before_the_last_paragraph(nlp: Language) -> None:
    last = "Owls nest in it."
    sure = "In conclusion, our streets are better with trees than without."
    looks_back = "As you can see, our streets are better with trees than without."
    assert ending(nlp, f"{BODY}Third, birds come back to us. {sure}\n\n{last * 3}") == f"{sure}\n\n{last * 3}"
    assert ending(nlp, f"{BODY}Third, birds come back to us. {looks_back}\n\n{last * 3}") is None


@pytest.mark.parametrize(
    "farewell",
    [
        "Sincerely,\n\nA pupil",
        "Thank you for your time, and I hope that you will read this letter twice.",
        "Your student, who hopes for an answer soon",
    ],
)
def test_the_close_of_a_letter_is_left_out(nlp: Language, farewell: str) -> None:
    last = "In conclusion, our town needs more parks, and it needs them soon."
    assert ending(nlp, f"{BODY}{last}\n\n{farewell}") == last


def test_the_list_of_references_is_no_part_of_it(nlp: Language) -> None:
    last = "In conclusion, our town needs more parks, and it needs them soon."
    listed = "Works Cited\n\nMarsh, Ella. The Green Town. Oak Press, 2011.\n\nReed, Tom. Shade. Elm Press, 2015."
    assert ending(nlp, f"{BODY}{last}\n\n{listed}") == last


@pytest.mark.parametrize(
    ("end", "expected"),
    [
        ("In conclusion, towns need parks. They make us glad.", "In conclusion, towns need parks. They make us glad."),
        ("Overall, towns need parks.", "Overall, towns need parks."),
        ("Third, birds come back and they sing.", None),
    ],
)
def test_an_unbroken_essay_ends_with_the_announcing_sentence(nlp: Language, end: str, expected: str | None) -> None:
    doc = nlp.make_doc(ONE_BLOCK + end)
    for name, component in nlp.pipeline:
        if name != "essay_argument":
            doc = component(doc)
    found = doc._.conclusion
    assert (doc.text[found.start : found.end] if found else None) == expected


def test_a_phrase_early_in_an_essay_ends_nothing(nlp: Language) -> None:
    text = f"In conclusion of a long talk the mayor said no. {ONE_BLOCK}"
    doc = sentences(text)
    assert Conclusion()(doc)._.conclusion is None


def test_a_last_paragraph_that_is_most_of_the_essay_is_not_the_conclusion() -> None:
    start = "Parks are good for any town that has room.\n\nThey last for very many years.\n\n"
    doc = sentences(start + "Overall, parks help. " + "Trees cool the streets and birds come back to them. " * 8)
    assert Conclusion()(doc)._.conclusion is None


@pytest.mark.parametrize(
    ("thesis", "restatements", "last", "confidence"),
    [
        ("Towns should build more parks", [], "Every town that builds new parks for its people will be glad.", 0.6),
        (
            "Towns should build more parks",
            ["towns should build"],
            "So towns should build them for all of us to enjoy.",
            0.7,
        ),
        ("green places make a town", [], "It is plain that green places make a town worth living in.", 0.6),
        (None, [], "More towns should build parks for the people who live there.", 0.6),
        (None, [], "Owls nest in the old yard, and nobody knows for how long.", None),
        ("owls nest in the old yard", [], "Finally, people say that owls nest in the old yard behind us.", None),
    ],
)
def test_a_last_paragraph_that_says_it_again_is_a_conclusion(
    nlp: Language, thesis: str | None, restatements: list[str], last: str, confidence: float | None
) -> None:
    doc = nlp.make_doc(BODY + last)
    for name, component in nlp.pipeline:
        if name not in {"essay_argument", "essay_conclusion"}:
            doc = component(doc)
    doc._.thesis = place(doc.text, thesis) if thesis else None
    doc._.restatements = [place(doc.text, again) for again in restatements]
    found = Conclusion()(doc)._.conclusion
    assert (found.confidence if found else None) == confidence
    assert found is None or doc.text[found.start : found.end] == last


@pytest.mark.parametrize("text", ["", "  \n", "Parks.", "In conclusion,"])
def test_too_short_a_text_has_none(nlp: Language, text: str) -> None:
    assert ending(nlp, text) is None


def test_an_entry_of_the_list_is_not_taken_for_the_ending() -> None:
    doc = sentences(
        f"{BODY}In conclusion, parks are good for every town.\n\nConclusive Marks. Oak Press, 2011, and more."
    )
    start = doc._.paragraphs[-1].start
    doc._.references = [Reference(start, len(doc.text))]
    found = Conclusion()(doc)._.conclusion
    assert found is not None
    assert found.end < start


@pytest.mark.parametrize("word", ["consolidation", "In constellations", "controlled", "colonial", "conclave"])
def test_misspelling_patterns_do_not_match_other_words(word: str) -> None:
    assert not patterns.SURE.match(f"{word} of any kind")


def sentences(text: str) -> Doc:
    """The text with its paragraphs, and sentences split at full stops: for what needs no syntax."""
    blank = spacy.blank("en")
    blank.add_pipe("sentencizer")
    doc = blank(text)
    begin = 0
    for block in text.split("\n\n"):
        doc._.paragraphs.append(Found(begin, begin + len(block.rstrip())))
        begin += len(block) + 2
    return doc


def place(text: str, words: str) -> Found:
    """The last place where the words stand."""
    start = text.rindex(words)
    return Found(start, start + len(words))
