"""The tables of slips: what is wrong is found, what only looks wrong is left alone, what recurs is said once."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import slips_marks
import slips_words
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from spacy.language import Language
from spacy.tokens import Doc

from scorer.assessment import Correction
from scorer.corrections import Mark, corrections, marks

BEFORE = "Our class wrote about this for a week."
AFTER = "That is all there is to say."
SLIP = re.compile(r"\[\[(.*?)\]\]")
WRONG = (*slips_words.WRONG, *slips_marks.WRONG)
RIGHT = (*slips_words.RIGHT, *slips_marks.RIGHT)


def essay(sentence: str) -> str:
    """The sentence among others, so that it is no title and no prompt."""
    return f"{BEFORE} {sentence} {AFTER}"


def found(nlp: Language, code: str, sentence: str) -> list[Correction]:
    """Corrections of the code that stand just where the sentence has its slip."""
    match = SLIP.search(sentence)
    assert match is not None
    start = len(BEFORE) + 1 + match.start()
    made = corrections(nlp(essay(SLIP.sub(r"\1", sentence))))
    return [one for one in made if (one.code, one.start, one.text) == (code, start, match[1])]


def of_code(doc: Doc, code: str) -> tuple[Mark, ...]:
    return marks(doc)[code]


@pytest.mark.parametrize(("code", "sentence", "suggestion"), WRONG)
def test_a_slip_is_marked(nlp: Language, code: str, sentence: str, suggestion: str | None) -> None:
    (made,) = found(nlp, code, sentence)
    assert suggestion is None or made.suggestions == (suggestion,)


@pytest.mark.parametrize("sentence", RIGHT)
def test_a_right_sentence_is_left_alone(nlp: Language, sentence: str) -> None:
    assert [(made.code, made.text, made.message) for made in corrections(nlp(essay(sentence)))] == []


def test_most_of_all_slips_are_found(nlp: Language) -> None:
    hard = sum(bool(found(nlp, code, sentence)) for code, sentence, _ in slips_words.MISSED)
    total = len(WRONG) + len(slips_words.MISSED)
    assert (len(WRONG) + hard) / total >= 0.85
    assert total + len(RIGHT) >= 220


@pytest.mark.parametrize(
    ("code", "text", "marked", "times"),
    [
        ("space_before_mark", "We ran . We sat . We sang , and we left .", "ran .", 4),
        ("space_after_mark", "We ran,sat,sang and left. It was late,so we slept.", "ran,sat", 3),
        ("capital_i", "Then i ran, and i sat, and i sang.", "i", 3),
        ("missing_apostrophe", "We dont run, we dont sit, and we dont sing.", "dont", 3),
        ("capital_name", "On monday we ran, and next monday we rest.", "monday", 2),
        ("repeated_mark", "We ran!! We sat!! We sang.", "!!", 2),
        ("its_its", "I see its a dog, its a cat, its a cow, and its a hen.", "its", 4),
        ("capital_sentence", "We ran. we sat. we sang. we ate. we left. we slept. we woke.", "we", 6),
    ],
)
def test_what_recurs_is_said_once(nlp: Language, code: str, text: str, marked: str, times: int) -> None:
    doc = nlp(f"{BEFORE} {text}")
    (mark,) = of_code(doc, code)
    assert (doc.text[mark.start : mark.end], mark.times) == (marked, times)
    assert {2: "twice", 3: "three times", 4: "four times", 6: "six times"}[times] in mark.message


def test_two_missing_marks_at_ends_are_one_mark(nlp: Language) -> None:
    first = "The old library on our street was closed in spring and nobody in town was asked"
    second = "The new one is much too far away for small children who have to walk"
    (mark,) = of_code(nlp(f"{first}\n\n{second}\n\nI am sad about it."), "final_mark")
    assert (mark.suggestions, mark.times) == (("asked.",), 2)


def test_headings_broken_lines_and_lists_need_no_final_mark(nlp: Language) -> None:
    text = (
        "The Old Library\n\nThe old library on our street was closed in spring and nobody ever told us\n"
        "why it had to be closed.\n\nI am sad about it.\n\nSincerely,\n\nMia"
    )
    assert of_code(nlp(text), "final_mark") == ()


def test_the_seed_essay(nlp: Language, seed_path: Path) -> None:
    text = seed_path.read_text(encoding="utf-8")
    made = {(one.code, one.text): one for one in corrections(nlp(text))}
    assert made["doubled_word", "when when"].suggestions == ("when",)
    assert made["capital_sentence", "if"].start == text.index("\nif asked") + 1
    assert made["unbalanced_quote", "”"].start == text.index("endangered”") + len("endangered")
    assert made["unbalanced_quote", "“"].start == text.rindex("“")
    assert made["citation_form", "(Nau, 5631)"].suggestions == ("(Nau 5631)",)
    (spaces,) = [one for one in made.values() if one.code == "space_before_mark"]
    assert "17 times" in spaces.message
    marked = " ".join(one.text for one in made.values() if len(one.text) < 40)
    assert "bandwagon" not in marked and "camaraderie" not in marked


def test_the_prompt_and_the_references_are_not_marked(nlp: Language) -> None:
    text = (
        "Write about your town . Explain what its like to live their.\n\n"
        "My town is small, and I like its park. The paper calls it “a quiet place” (Moss 41).\n\n"
        "Works Cited\n\nMoss, Ada. Towns ,and what there like. Orle: Orle Press, 2014. Print."
    )
    doc = nlp(text)
    essay_part = range(text.index("My town"), text.index("Works Cited"))
    assert all(made.start in essay_part for made in corrections(doc))


PIECES = [
    *("its ", "it's ", "there ", "i ", "a ", "an ", "hour ", "dont ", "when ", "when", "Nau", "(Nau, 12)", " 8", "x.y"),
    *(".", ",", ",,", "!!", "?", " .", "(", ")", "[", '"', "“", "”", "'", "’", "\n", "\n\n", "\t"),
    *("é", "İ", "ﬁ", "\u200b", "\u0301", "😀"),
]


@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.one_of(st.lists(st.sampled_from(PIECES), max_size=30).map("".join), st.text(max_size=60)))
def test_any_text_gives_marks_that_are_stretches_of_it(nlp: Language, text: str) -> None:
    doc = nlp(text)
    for made in corrections(doc):
        assert text[made.start : made.end] == made.text
        assert made.text.strip() == made.text != ""
        assert made.message
        assert "{" in text or "{" not in made.message
        assert made.text not in made.suggestions
