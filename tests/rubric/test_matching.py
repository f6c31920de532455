"""What the criteria that teachers write are scored by; what is not measured must stay theirs."""

from __future__ import annotations

import pytest

from scorer.bundle import find_bundle
from scorer.engine import check_rubric
from scorer.rubric import Criterion, Rubric, load_rubric, parse_rubric
from scorer.rubric.matching import Match, accepted, notes, propose
from scorer.rubric.matching.cues import all_phrases, cues
from scorer.rubric.write import to_toml
from scorer.scoring import store

LEVELS = [{"points": 0, "title": "Low"}, {"points": 20, "title": "High"}]


def rubric(*criteria: tuple[str, str], title: str = "Essay rubric") -> Rubric:
    return Rubric.model_validate(
        {
            "id": "r",
            "title": title,
            "scale": {"low": 0, "high": 100},
            "criteria": [
                {"id": f"c{place}", "title": name, "description": description, "levels": LEVELS}
                for place, (name, description) in enumerate(criteria)
            ],
        }
    )


def match(name: str, description: str = "", title: str = "Essay rubric") -> Match:
    (found,) = propose(rubric((name, description), title=title))
    return found


@pytest.mark.parametrize(
    ("name", "measures"),
    [
        ("Thesis", ["thesis"]),
        ("Thesis/Claim", ["thesis"]),
        ("THESIS STATEMENT", ["thesis"]),
        ("Claim", ["thesis"]),
        ("W.9-10.1a Claim", ["thesis"]),
        ("1. Thesis (10 pts)", ["thesis"]),
        ("Controlling Idea", ["thesis"]),
        ("Position", ["thesis"]),
        ("Evidence", ["reasons"]),
        ("Use of Evidence", ["reasons"]),
        ("Textual Evidence", ["reasons"]),
        ("Evidence & Support", ["reasons"]),
        ("Reasons", ["reasons"]),
        ("Supporting Details", ["reasons"]),
        ("Claim and Evidence", ["argument"]),
        ("Organization", ["organization"]),
        ("Organisation", ["organization"]),
        ("Organization and Structure", ["organization"]),
        ("Transitions", ["organization"]),
        ("Coherence and Cohesion", ["organization"]),
        ("Paragraph Structure", ["organization"]),
        ("Flow", ["organization"]),
        ("Use of Sources", ["sources"]),
        ("MLA Citations", ["sources"]),
        ("Citations (MLA)", ["sources"]),
        ("In-text citations", ["sources"]),
        ("Works Cited", ["sources"]),
        ("Source Integration", ["sources"]),
        ("Word Choice", ["vocabulary"]),
        ("Vocabulary", ["vocabulary"]),
        ("Lexical Resource", ["vocabulary"]),
        ("Sentence Fluency", ["syntax"]),
        ("Sentence Structure", ["syntax"]),
        ("Language Use", ["language"]),
        ("Grammar", ["grammar"]),
        ("Grammar & Mechanics", ["grammar", "mechanics"]),
        ("Grammar, Usage, and Mechanics", ["grammar", "mechanics"]),
        ("Grammatical Range and Accuracy", ["grammatical-range"]),
        ("Spelling and Punctuation", ["mechanics"]),
        ("Conventions", ["conventions"]),
        ("Conventions of Standard English", ["conventions"]),
        ("Vocabulary and Grammar", ["vocabulary", "grammar"]),
        ("Overall Impression", ["quality"]),
    ],
)
def test_a_plain_name_is_matched(name: str, measures: list[str]) -> None:
    found = match(name)
    assert [measure.id for measure in found.measures] == measures
    assert found.sure == "sure"
    assert found.words


@pytest.mark.parametrize(
    "name",
    [
        "Analysis", "Analysis of Evidence", "Critical Thinking", "Ideas", "Ideas and Content", "Development of Ideas",
        "Content",
        "Depth of Insight", "Voice", "Creativity", "Creativity & Originality", "Style", "Focus", "Clarity",
        "Introduction",
        "Conclusion", "Hook", "Title", "Counterclaims", "Rebuttal", "Audience Awareness", "Task Response", "Research",
        "MLA format", "MLA Format and Citations", "APA Style", "Formatting", "Neatness", "Length", "Word Count",
        "Timeliness", "Late Work", "Participation", "Effort", "Teamwork", "Evidence of Teamwork", "Academic Integrity",
        "Presentation skills", "Presentation Structure", "Eye Contact", "Body Language", "Poster design", "Visual Aids",
        "Character Development", "Plot Structure", "Text Structure", "Lab Safety", "Sources of Error", "Data Structure",
        "Homework Completion", "Organization of Notebook", "Historical Evidence", "Stage Position",
        "Statement of Purpose",
        "Thesis and Organization", "Evidence and Grammar", "Following Directions", "Peer Review",
        "Row A", "技術", "", "!!!",
    ],
)  # fmt: skip
def test_what_is_not_measured_or_not_plain_is_left_to_the_teacher(name: str) -> None:
    found = match(name)
    assert found.measures == ()
    assert found.sure == "no"
    assert found.why


@pytest.mark.parametrize(
    ("name", "description", "measures"),
    [
        ("Historical Evidence", "Each reason is supported by evidence from the sources given.", ["reasons"]),
        ("Reasoning", "Gives reasons and evidence for the claim.", ["reasons"]),
        ("Arguments", "Thesis and arguments are clear; a persuasive argument is made.", ["argument"]),
        ("References", "Every citation leads to an entry in the works cited list.", ["sources"]),
        ("Editing & Proofreading", "Free of errors in spelling and punctuation; follows conventions.", ["conventions"]),
        ("Criterion 1", "Thesis: the thesis statement takes a position.", ["thesis"]),
        ("Row B", "Spelling, punctuation and capitalization are correct.", ["mechanics"]),
        ("Style and Conventions", "", ["conventions"]),
        ("Focus/Thesis", "", ["thesis"]),
    ],
)
def test_a_description_confirms_a_name_that_is_less_than_plain(
    name: str, description: str, measures: list[str]
) -> None:
    found = match(name, description)
    assert [measure.id for measure in found.measures] == measures
    assert found.sure == "likely"


@pytest.mark.parametrize(
    ("name", "description"),
    [
        ("Historical Evidence", "Dates are right."),
        ("Reasoning", "The logic is sound."),
        ("Criterion 2", "The thesis is clear and the paragraphs are well organized."),
        ("Criterion 3", "Thesis and creative insight into the theme: a clear thesis, a clear claim."),
        ("Ideas", "A clear thesis states the writer's position."),
        ("Organization", "Slides follow in a logical order."),
        ("Language", "The speaker's words are clear and the pronunciation is good."),
    ],
)
def test_a_description_does_not_make_up_for_what_the_name_lacks(name: str, description: str) -> None:
    assert match(name, description).measures == ()


@pytest.mark.parametrize(
    "title", ["Oral Presentation", "Poster Project", "Lab Report", "Podcast rubric", "Class debate"]
)
def test_nothing_is_proposed_in_a_rubric_that_is_for_no_essay(title: str) -> None:
    found = match("Organization", title=title)
    assert (found.measures, found.why) == ((), "the rubric is about something other than an essay")


def test_a_criterion_whose_levels_do_not_differ_is_not_scored() -> None:
    levels = [{"points": 5, "title": "Done"}]
    made = Rubric.model_validate(
        {
            "id": "r",
            "title": "R",
            "scale": {"low": 0, "high": 1},
            "criteria": [{"id": "a", "title": "Thesis", "levels": levels}],
        }
    )
    assert propose(made)[0].why == "its levels do not differ in points"


def test_a_criterion_that_is_scored_already_is_not_touched() -> None:
    assert propose(load_rubric("argument")) == []


def accepted_as(name: str) -> Criterion:
    made = rubric((name, ""))
    return accepted(made, propose(made), {"c0"}).criteria[0]


@pytest.mark.parametrize("name", ["Thesis", "Evidence", "Works Cited", "Thesis and Support"])
def test_rules_are_stretched_as_the_criterions_points_are(name: str) -> None:
    made = accepted_as(name)
    best = sum(max(points for _, points in rule.knots) for rule in made.features)
    assert 0.97 * 20 <= best <= 1.4 * 20
    assert 0 < made.uncertainty < 20 / 2
    origin = load_rubric().criteria[0]
    if name == "Thesis":
        assert [rule.typical for rule in made.features] == [rule.typical for rule in origin.features]
        assert [y for _, y in made.features[0].knots] == pytest.approx(
            [20 / 3 * y for _, y in origin.features[0].knots], abs=1e-3
        )


def test_trained_traits_are_joined_and_a_single_one_keeps_its_rules() -> None:
    assert accepted_as("Grammar & Mechanics").traits == {"grammar": 1, "conventions": 1}
    organization = accepted_as("Organization")
    assert organization.traits == {"cohesion": 1}
    assert [rule.name for rule in organization.features] == ["order_plausibility", "unbroken_words"]
    assert accepted_as("Organization and Grammar").features == ()


def test_every_proposal_makes_a_rubric_that_can_be_scored() -> None:
    names = [" ".join(words) for words in cues().named]
    made = rubric(*((name, "") for name in names))
    matches = propose(made)
    scored = accepted(made, matches, {found.criterion for found in matches})
    check_rubric(scored, store.load(find_bundle("traits"))[0])
    assert parse_rubric(to_toml(scored).encode(), "r.toml").criteria == scored.criteria


def test_a_proposal_that_was_not_accepted_can_be_uncommented() -> None:
    made = rubric(("Thesis", ""), ("Voice", ""), ("Grammar", ""))
    matches = propose(made)
    text = to_toml(made, notes(made, matches))
    assert "# Left to you: not measured in an essay's text (“Voice”)." in text
    assert "# Proposed from “Grammar” (sure): grammar. Uncomment to have it scored:\n# traits = { grammar = 1 }" in text
    assert not any(criterion.scored for criterion in parse_rubric(text.encode(), "r.toml").criteria)
    lines = (
        line[2:] if line.startswith("# ") and "sure" not in line and "Left" not in line else line
        for line in text.splitlines()
    )
    uncommented = parse_rubric("\n".join(lines).encode(), "r.toml")
    assert uncommented.criteria == accepted(made, matches, {"c0", "c2"}).criteria


def test_no_phrase_of_the_data_file_says_two_things() -> None:
    seen = list(all_phrases())
    assert sorted({words for words in seen if seen.count(words) > 1}) == []
    assert max(map(len, seen)) <= 5
