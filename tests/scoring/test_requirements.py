"""What a teacher asks for: checked, said in a sentence, and capped so that the points still add up."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st
from spacy.tokens import Doc

import scorer
from scorer.assessment import Contribution
from scorer.pipeline.annotations import Citation, Counterargument, Found, Reference
from scorer.rubric import Rubric
from scorer.scoring.criteria import CriterionScore
from scorer.scoring.requirements import capped, remarks, unmet

LEVELS = [{"points": 1, "title": "Low"}, {"points": 4, "title": "High"}]
BLANK = spacy.blank("en")


def essay(text: str, *citations: tuple[str, dict[str, Any]]) -> Doc:
    """A text in one paragraph with its citations."""
    doc = BLANK(text)
    doc._.paragraphs = [Found(0, len(text))]
    doc._.citations = [
        Citation(text.index(words), text.index(words) + len(words), **fields) for words, fields in citations
    ]
    return doc


BARE = essay("Cities need buses. Buses clean the air.")
CITED = essay(
    "Buses clean the air (Lee 4). Lee (2015) agrees. Some prefer cars.\n\nLee, Ann. Buses.",
    ("(Lee 4)", {"style": "mla", "author": "Lee", "locator": "4"}),
    ("Lee (2015)", {"style": "narrative", "author": "Lee", "year": "2015"}),
)
CITED._.references = [Reference(67, 83, author="Lee, Ann")]
CITED._.counterarguments = [Counterargument(48, 65)]
MIXED = essay(
    "Air is clean (Lee, 2015). Cars cost money (Roe 7). Trains run [3].",
    ("(Lee, 2015)", {"style": "apa", "author": "Lee", "year": "2015"}),
    ("(Roe 7)", {"style": "mla", "author": "Roe", "locator": "7"}),
    ("[3]", {"style": "numeric", "locator": "3"}),
)


def rubric(**requirements: Any) -> Rubric:
    criterion = {"id": "sources", "title": "Sources", "traits": {"grammar": 1}, "levels": LEVELS}
    other = {"id": "poster", "title": "Poster", "levels": LEVELS}
    stated = {name: {"criterion": "sources", **asked} for name, asked in requirements.items()}
    return Rubric.model_validate(
        {
            "id": "r",
            "title": "R",
            "scale": {"low": 0, "high": 1},
            "criteria": [criterion, other],
            "requirements": stated,
        }
    )


def messages(doc: Doc, **requirements: Any) -> list[str]:
    made = rubric(**requirements)
    return [remark.message for remark in remarks(made.criteria[0], unmet(made, doc).get("sources", []))]


@pytest.mark.parametrize(
    ("doc", "requirement", "sentence"),
    [
        (CITED, {"min_words": {"value": 5}}, None),
        (BARE, {"min_words": {"value": 8}}, "Your essay has 7 words, and at least 8 are asked for."),
        (BARE, {"max_words": {"value": 7}}, None),
        (BARE, {"max_words": {"value": 6}}, "Your essay has 7 words, and at most 6 are asked for."),
        (CITED, {"min_citations": {"value": 2}}, None),
        (CITED, {"min_citations": {"value": 3}}, "Citations found in your essay: 2. At least 3 are asked for."),
        (CITED, {"min_sources": {"value": 1}}, None),
        (
            CITED,
            {"min_sources": {"value": 2}},
            "Different sources found in your citations: 1. At least 2 are asked for.",
        ),
        (
            BARE,
            {"min_sources": {"value": 2}},
            "Different sources found in your citations: 0. At least 2 are asked for.",
        ),
        (CITED, {"citation_style": {"value": "mla"}}, None),
        (BARE, {"citation_style": {"value": "mla"}}, None),
        (CITED, {"citation_style": {"value": "apa"}}, "APA style is asked for. Citations in another style: 1 of 1."),
        (MIXED, {"citation_style": {"value": "apa"}}, "APA style is asked for. Citations in another style: 2 of 3."),
        (CITED, {"reference_list": {}}, None),
        (
            BARE,
            {"reference_list": {"value": True}},
            "No list of the works cited was found after your essay, and one is asked for.",
        ),
        (BARE, {"reference_list": {"value": False}}, None),
        (CITED, {"counterargument": {}}, None),
        (
            BARE,
            {"counterargument": {}},
            "No argument of the other side was found in your essay, and one is asked for.",
        ),
    ],
)
def test_what_is_unmet_is_said_in_a_plain_sentence(doc: Doc, requirement: dict[str, Any], sentence: str | None) -> None:
    assert messages(doc, **requirement) == ([sentence] if sentence else [])


def test_citations_in_another_style_are_pointed_at() -> None:
    made = rubric(citation_style={"value": "mla"})
    (remark,) = remarks(made.criteria[0], unmet(made, MIXED)["sources"])
    assert [MIXED.text[span.start : span.end] for span in remark.spans] == ["(Lee, 2015)", "[3]"]
    assert remark.kind == "fix"


def test_the_cost_of_a_cap_is_said_where_there_is_one() -> None:
    assert messages(BARE, min_words={"value": 8, "cap": 2.5})[0].endswith(
        "So this part can get at most 2.5 of 4 points."
    )
    assert messages(BARE, min_words={"value": 8, "cap": 4})[0].endswith("are asked for.")


def test_a_criterion_that_the_program_does_not_score_gets_the_remark_alone() -> None:
    made = rubric(min_words={"value": 8, "cap": 1, "criterion": "poster"})
    found = unmet(made, BARE)["poster"]
    assert capped(None, found) is None
    assert [remark.message for remark in remarks(made.criteria[1], found)] == [
        "Your essay has 7 words, and at least 8 are asked for."
    ]


def scored(points: float, radius: float = 0.5) -> CriterionScore:
    added = Contribution(feature="words", value=3, points=round(points - 2, 4))
    return CriterionScore(rubric().criteria[0], points, (points - radius, points + radius), "trained", 2.0, (added,))


@pytest.mark.parametrize(
    ("points", "caps", "score", "taken"),
    [
        (3.5, [2], 2, -1.5),
        (3.5, [3, 2.5, None], 2.5, -1.0),
        (1.5, [2], 1.5, None),
        (2, [2], 2, None),
        (3, [None], 3, None),
    ],
)
def test_the_lowest_cap_holds_and_what_it_takes_is_a_contribution(
    points: float, caps: list[float | None], score: float, taken: float | None
) -> None:
    names = ["min_words", "min_citations", "min_sources"]
    asked = {
        name: {"value": 99} | ({} if cap is None else {"cap": cap}) for name, cap in zip(names, caps, strict=False)
    }
    made = capped(scored(points), unmet(rubric(**asked), BARE)["sources"])
    assert made is not None
    assert made.score == score
    caps_taken = [c.points for c in made.contributions if c.feature == "cap"]
    assert caps_taken == ([] if taken is None else [taken])
    assert made.interval[0] <= made.score <= made.interval[1]


@given(st.floats(1, 4).map(lambda value: round(value, 4)), st.floats(1, 4))
def test_base_and_contributions_add_up_whatever_the_cap(points: float, cap: float) -> None:
    made = capped(scored(points), unmet(rubric(min_words={"value": 99, "cap": cap}), BARE)["sources"])
    assert made is not None
    assert made.base + sum(c.points for c in made.contributions) == pytest.approx(made.score, abs=1e-6)
    assert made.score <= max(cap + 1e-4, 1)


def test_an_assessment_carries_the_sentence_and_the_cap(seed_path: Path, tmp_path: Path) -> None:
    file = tmp_path / "mine.toml"
    own = (
        '[requirements]\nmin_words = { value = 5000, criterion = "thesis", cap = 2 }\n'
        'min_citations = { value = 99, criterion = "language", cap = 1.5 }\n'
        'min_sources = { value = 1, criterion = "sources", cap = 1 }\n'
    )
    text = (files("scorer.rubric") / "builtin" / "argument-with-sources.toml").read_text(encoding="utf-8")
    file.write_text(text.replace("[[criteria]]", own + "\n[[criteria]]", 1), encoding="utf-8")
    essay_text = seed_path.read_text(encoding="utf-8")
    free = scorer.load().score(essay_text)
    held = scorer.load(rubric=file).score(essay_text)
    for result in held.criteria:
        assert result.score is not None
        assert result.base + sum(c.points for c in result.contributions) == pytest.approx(result.score, abs=1e-6)
    caps = {result.id for result in held.criteria if any(c.feature == "cap" for c in result.contributions)}
    assert caps == {"thesis", "language"}
    assert (held.criterion("thesis").score, held.criterion("language").score) == (2, 1.5)
    assert held.criterion("sources") == free.criterion("sources")
    first = held.criterion("thesis").feedback[0].message
    assert first.endswith("words, and at least 5000 are asked for. So this part can get at most 2 of 4 points.")
    notes, capped = free.criterion("thesis").feedback, held.criterion("thesis").feedback[1:]
    assert [note for note in capped if note in notes] == list(notes[:-1])
    assert "“Proficient”" in capped[-1].message, "the next level is that of the capped score"
    assert "“Advanced”" in notes[-1].message
    assert held.overall is not None and free.overall is not None
    assert held.overall.score < free.overall.score
