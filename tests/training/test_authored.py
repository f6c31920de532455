"""The authored essays hold what their README says, and marked text becomes what it marks."""

import json
from collections import Counter

import pytest
from conftest import ROOT

from scorer.errors import DataError
from scorer.training.authored.corpus import read_authored, read_not_citations, read_prompts
from scorer.training.authored.markup import unmarked

FOLDER = ROOT / "training_data" / "authored"

MARKED = """<essay id="phones-1" prompt="phones" split="develop" thesis="3" reasons="2.5" sources="2"
 organization="3" language="3" conventions="3.5">
<thesis>Schools should ban phones</thesis>. First, <reason id="r1">they distract</reason>, for
<evidence for="r1">marks fell <cite id="c1" author="A" year="2011" style="apa" ref="b1"><cite author="Reed" year="2019"
style="apa">(Reed, 2019; A, 2011)</cite></cite></evidence>. But <counter id="k1">they keep us safe</counter>, though
<rebuttal of="k1">the office has a phone</rebuttal>.
<reference id="b1" author="A" title="T" year="2011">A. (2011). T.</reference>
</essay>"""


@pytest.fixture(scope="module")
def essays():
    return list(read_authored(FOLDER))


def test_essays_and_prompts(essays):
    prompts = read_prompts(FOLDER)
    assert len(essays) >= 48
    assert len(prompts) == 12
    assert Counter(p.split for p in prompts.values()) == {"develop": 6, "held_out": 6}
    assert all(essay.gold.split == prompts[essay.gold.prompt].split for essay in essays)


def test_every_criterion_is_weak_alone_somewhere(essays):
    levels = [essay.gold.levels.model_dump() for essay in essays]
    for name in levels[0]:
        assert any(row[name] <= 1.5 and all(row[other] >= 2.5 for other in row if other != name) for row in levels)


def test_essays_without_thesis_have_the_lowest_level(essays):
    without = [essay for essay in essays if essay.gold.structure.thesis is None]
    assert len(without) >= 10
    assert {essay.gold.levels.thesis for essay in without} == {1.0}


def test_held_out_passages_without_citation():
    assert sum(passage.split == "held_out" for passage in read_not_citations(FOLDER)) >= 60


def test_marks_become_spans():
    essay = unmarked(MARKED)
    found = essay.gold.structure
    assert found.thesis.text == "Schools should ban phones"
    assert [(e.text[:5], e.supports.list, e.supports.index) for e in found.evidence] == [("marks", "reasons", 0)]
    assert [(c.author, c.reference) for c in found.citations] == [("Reed", None), ("A", 0)]
    assert found.counterarguments[0].rebuttal.text == "the office has a phone"


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        (MARKED.replace("</thesis>", ""), "well-formed"),
        (MARKED.replace('thesis="3"', 'thesis="5"'), "thesis"),
        (MARKED.replace("<reason ", "<cause ").replace("</reason>", "</cause>"), "<cause>"),
        (MARKED.replace('ref="b1"', 'ref="b2"'), "b2"),
    ],
)
def test_wrong_marks_are_named(wrong, said):
    with pytest.raises(DataError, match=said):
        unmarked(wrong)


def test_a_span_that_does_not_hold_its_words_is_refused(tmp_path):
    folder = tmp_path / "essays"
    folder.mkdir()
    source = FOLDER / "essays" / "phones-1.json"
    gold = json.loads(source.read_text(encoding="utf-8"))
    gold["structure"]["thesis"]["start"] += 1
    (folder / "phones-1.json").write_text(json.dumps(gold), encoding="utf-8")
    (folder / "phones-1.txt").write_text(source.with_suffix(".txt").read_text(encoding="utf-8"), encoding="utf-8")
    with pytest.raises(DataError, match="phones-1"):
        list(read_authored(tmp_path))
