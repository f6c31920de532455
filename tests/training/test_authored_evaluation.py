"""What the comparison with the authored gold counts, on small invented cases."""

import json

import pytest
import typer
from hypothesis import given
from hypothesis import strategies as st
from typer.testing import CliRunner

from scorer.assessment import (
    CitationSpan,
    CounterargumentSpan,
    EvidenceSpan,
    QuotationSpan,
    ReferenceSpan,
    Span,
    Structure,
)
from scorer.training.authored.corpus import AuthoredEssay, Gold, Levels, Prompt
from scorer.training.authored.evaluate import Comparison, compared, main, paired, same_span

TEXT = (
    "Ban the bell. It wakes babies (Lund 4; Moe 9). It is loud, and Lund calls it “a hammer” (12). "
    "Some say that it keeps time. Ban it now.\nLund, Eva. Noise. 2001.\nMoe, Ida. Bells. 2005."
)
BRACKET, PAGE = "(Lund 4; Moe 9)", "(12)"
LUND, MOE = "Lund, Eva. Noise. 2001.", "Moe, Ida. Bells. 2005."


def place(words):
    start = TEXT.index(words)
    return {"start": start, "end": start + len(words), "text": words, "confidence": 1.0}


def span(words):
    return Span(**place(words))


def cite(words, author=None, locator=None, reference=None, title=None, year=None, style="mla", issues=()):
    fields = {"author": author, "locator": locator, "title": title, "year": year}
    return CitationSpan(**place(words), **fields, reference=reference, style=style, issues=issues)


def entry(words, author=None, title=None, year=None):
    return ReferenceSpan(**place(words), author=author, title=title, year=year)


CITES = (
    cite(BRACKET, "Lund", "4", 0),
    cite(BRACKET, "Moe", "9", 1, issues=("missing_year",)),
    cite(PAGE, "Lund", "12", 0, issues=("mixed_styles", "missing_year")),
)
ENTRIES = (entry(LUND, "Lund, Eva", "Noise", "2001"), entry(MOE, "Moe, Ida", "Bells", "2005"))
QUOTES = (QuotationSpan(**place("“a hammer”"), citation=2),)


def citing(*citations, **more):
    return Structure(citations=citations, references=ENTRIES, **more)


def figures(gold, found):
    comparison = Comparison()
    comparison.add("bells-1", TEXT, gold, found)
    return comparison.figures()


def test_gold_agrees_with_itself():
    whole = citing(*CITES, quotations=QUOTES, thesis=span("Ban the bell"))
    found = figures(whole, whole)
    assert [found[name]["f1"] for name in ("citations", "references", "quotations")] == [1, 1, 1]
    assert set(found["citations"]["fields"].values()) == {1}
    assert found["citations"]["issues"] == {"n": 3, "found": 3, "f1": 1, "precision": 1, "recall": 1}
    assert found["thesis"] == {"n": 1, "overlap_50": 1, "without": 0, "null": None}
    assert found["prompt"] == {"n": 0, "exact": None, "without": 1, "null": 1}


@pytest.mark.parametrize(
    ("found", "f1", "fields", "style", "link"),
    [
        (CITES[::-1], 1, 1, 1, 1),  # the works of a bracket pair by their fields, not by their order
        (CITES[1:], 4 / 5, 1, 1, 1),  # Lund of the bracket is missed, and Moe keeps his pair
        ((*CITES, CITES[0]), 6 / 7, 1, 1, 1),  # a work found twice is wrong once
        ((*CITES[:2], cite("12", "Lund", "12", 0)), 4 / 6, 1, 1, 1),  # an inexact span is missed and wrong
        ((*CITES[:2], cite(PAGE, "Moe", "12", 0)), 1, 2 / 3, 1, 1),
        ((*CITES[:2], cite(PAGE, None, "12", 0)), 1, 2 / 3, 1, 1),  # absent equals absent only
        ((*CITES[:2], cite(PAGE, "Lund", "12", 0, style="narrative")), 1, 1, 2 / 3, 1),
        ((*CITES[:2], cite(PAGE, "Lund", "12", 1)), 1, 1, 1, 2 / 3),
        ((*CITES[:2], cite(PAGE, "Lund", "12", None)), 1, 1, 1, 2 / 3),
        ((), 0, None, None, None),
    ],
)
def test_citations(found, f1, fields, style, link):
    measured = figures(citing(*CITES), citing(*found))["citations"]
    assert measured["f1"] == pytest.approx(f1)
    assert (measured["fields"]["all"], measured["style"], measured["link"]) == pytest.approx((fields, style, link))


def test_each_field_has_its_share():
    found = (cite(BRACKET, "Lund", "4"), cite(BRACKET, "Moe", "7"), cite(PAGE, "Lund\n", "12", title="Noise"))
    shares = figures(citing(*CITES), citing(*found))["citations"]["fields"]
    assert shares == pytest.approx({"all": 1 / 3, "author": 1, "title": 2 / 3, "year": 1, "locator": 2 / 3})


def test_links_follow_the_entry_not_its_number():
    found = Structure(
        citations=(cite(BRACKET, "Lund", "4", 1), cite(BRACKET, "Moe", "9", 0)),
        references=(entry(MOE), entry("Lund, Eva. Noise.")),  # cut short, but the same entry
    )
    measured = figures(citing(*CITES), found)
    assert measured["citations"]["link"] == 1
    assert measured["references"]["f1"] == 0.5


def test_links_to_nothing_are_left_out_where_any():
    gold = citing(cite(BRACKET, "Lund"), cite(PAGE, "Lund", reference=0))
    measured = figures(gold, citing(cite(BRACKET, "Lund"), cite(PAGE, "Lund")))["citations"]
    assert (measured["link"], measured["link_where_any"]) == (0.5, 0)


def test_issues_of_unpaired_citations_count():
    found = (CITES[0], cite(BRACKET, "Moe", "9", issues=("missing_locator",)))
    measured = figures(citing(*CITES), citing(*found))["citations"]["issues"]
    assert measured == {"n": 3, "found": 1, "f1": 0, "precision": 0, "recall": 0}


def test_reference_fields():
    found = (entry(LUND, "Lund, Eva", "Noise", "2001"), entry(MOE, "Moe, Ida", "Bells"))
    measured = figures(Structure(references=ENTRIES), Structure(references=found))["references"]
    assert measured["fields"] == {"all": 0.5, "author": 1, "title": 1, "year": 0.5}


@pytest.mark.parametrize(("citation", "share"), [(2, 1), (0, 0), (None, 0)])
def test_quotations_know_their_citation(citation, share):
    found = citing(*CITES, quotations=(QuotationSpan(**place("“a hammer”"), citation=citation),))
    assert figures(citing(*CITES, quotations=QUOTES), found)["quotations"]["link"] == share


@pytest.mark.parametrize(
    ("gold", "found", "measured"),
    [
        ("Ban the bell", "Ban the", {"n": 1, "overlap_50": 1, "without": 0, "null": None}),
        ("Ban the bell", "the", {"n": 1, "overlap_50": 0, "without": 0, "null": None}),
        ("Ban the bell", "Ban the bell. It wakes babies", {"n": 1, "overlap_50": 0, "without": 0, "null": None}),
        ("Ban the bell", "Ban it now", {"n": 1, "overlap_50": 1, "without": 0, "null": None}),  # the restatement
        ("Ban the bell", None, {"n": 1, "overlap_50": 0, "without": 0, "null": None}),
        (None, None, {"n": 0, "overlap_50": None, "without": 1, "null": 1}),
        (None, "It is loud", {"n": 0, "overlap_50": None, "without": 1, "null": 0}),
    ],
)
def test_thesis(gold, found, measured):
    wanted = Structure(thesis=span(gold), restatements=(span("Ban it now"),)) if gold else Structure()
    assert figures(wanted, Structure(thesis=span(found) if found else None))["thesis"] == measured


@pytest.mark.parametrize(("found", "exact"), [("Ban the bell.", 1), ("Ban the bell", 0), (None, 0)])
def test_prompt_is_found_exactly_or_not(found, exact):
    gold, other = (Structure(prompt=span(words) if words else None) for words in ("Ban the bell.", found))
    assert figures(gold, other)["prompt"] == {"n": 1, "exact": exact, "without": 0, "null": None}


def test_components_pair_by_overlap():
    gold = Structure(
        reasons=(span("It wakes babies"), span("It is loud")),
        counterarguments=(CounterargumentSpan(**place("it keeps time"), rebuttal=None),),
        evidence=(EvidenceSpan(**place("Lund calls it “a hammer”"), supports=None),),
    )
    found = Structure(
        reasons=(span("It wakes"), span("wakes babies"), span("loud")),
        counterarguments=(CounterargumentSpan(**place("Some say that it keeps time"), rebuttal=None),),
        evidence=(EvidenceSpan(**place("Lund calls it “a hammer” (12)"), supports=None),),
    )
    measured = figures(gold, found)
    assert measured["reasons"]["f1"] == pytest.approx(2 / 5)  # one of the two halves may have the reason
    assert measured["counterarguments"]["f1"] == 0  # 11 of 23 characters: half is not more than half
    assert measured["evidence"]["f1"] == 1


def test_disagreements_name_essay_place_and_both_sides():
    comparison = Comparison()
    comparison.add("bells-1", TEXT, citing(*CITES), citing(*CITES[:2], cite(PAGE, "Moe")))
    comparison.add_passage("It rang (twice).", [CitationSpan(**{**CITES[2].model_dump(), "text": "(twice)"})])
    start = TEXT.index(PAGE)
    assert f"bells-1 @{start} citations.author of '(12)': 'Lund' is not 'Moe'" in comparison.disagreements
    assert comparison.disagreements[-1] == "not_citations: '(twice)' in 'It rang (twice).'"
    assert comparison.figures()["not_citations"] == {"n": 1, "hits": 1}


@given(st.lists(st.integers(0, 4), max_size=6), st.lists(st.integers(0, 4), max_size=6))
def test_every_span_is_in_one_pair(gold, found):
    ones, others = ([Span(start=n, end=n + 1, text="x", confidence=1) for n in side] for side in (gold, found))
    pairs = paired(ones, others, same_span)
    assert sorted(a.start for a, _ in pairs if a) == sorted(gold)
    assert sorted(b.start for _, b in pairs if b) == sorted(found)
    assert sum(a is not None and b is not None for a, b in pairs) == sum(
        min(gold.count(n), found.count(n)) for n in range(5)
    )


def test_essays_are_read_with_their_prompt(nlp):
    task = "Should the bell be kept?"
    essay = AuthoredEssay(
        f"{task}\n{TEXT}\n",
        Gold(
            id="bells-1",
            prompt="bells",
            split="develop",
            levels=Levels(thesis=3, reasons=3, sources=3, organization=3, language=3, conventions=3),
            structure=Structure(prompt=Span(start=0, end=len(task), text=task, confidence=1)),
        ),
    )
    prompt = Prompt(id="bells", split="develop", text=task, source="Bells ring. They ring all day.")
    assert compared(nlp, [essay], {"bells": prompt}).figures()["prompt"]["exact"] == 1


@pytest.fixture
def command():
    app = typer.Typer()
    app.command()(main)
    return app


@pytest.mark.parametrize("split", ["held_out", "all"])
def test_held_out_essays_are_not_shown(command, tmp_path, split):
    answer = CliRunner().invoke(command, [str(tmp_path), "--split", split, "--show"])
    assert answer.exit_code == 2
    assert "measured, not read" in " ".join(answer.output.split())


def test_command_prints_json(command, tmp_path):
    (tmp_path / "prompts.json").write_text("[]", encoding="utf-8")
    rows = [{"text": "It rang (1939-1945).", "kind": "years", "split": split} for split in ("develop", "held_out")]
    (tmp_path / "not_citations.json").write_text(json.dumps(rows), encoding="utf-8")
    answer = CliRunner().invoke(command, [str(tmp_path), "--split", "develop", "--format", "json", "--show"])
    assert answer.exit_code == 0
    printed = json.loads(answer.output)
    assert printed["not_citations"] == {"n": 1, "hits": 0}
    assert printed["disagreements"] == []
