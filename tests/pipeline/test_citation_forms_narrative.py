"""Works that sentences name, in the many ways in which students and scholars do."""

from __future__ import annotations

import pytest
from citation_reading import spans
from citation_tables import Row, read_row, work

DATED: list[Row] = [
    ("⟦Imada (2018)⟧ also does not agree.", [work("Imada", year="2018")]),
    ("Yet ⟦Imada, Tull and Voss (2018)⟧ found that sleep helps.", [work("Imada, Tull and Voss", year="2018")]),
    ("⟦Rika Imada (2018)⟧ did a study of 88 students.", [work("Rika Imada", year="2018")]),
    ("⟦Rika Imada's “Why We Nap” (2018)⟧ is a good example.", [work("Rika Imada", "Why We Nap", year="2018")]),
    ("⟦Imada (2018)⟧ makes the same point.", [work("Imada", year="2018")]),
    ("⟦Imada (2018)⟧ has a different view.", [work("Imada", year="2018")]),
    ("Similarly, ⟦Imada and Tull (2018)⟧ argue that sleep helps.", [work("Imada and Tull", year="2018")]),
    ("While ⟦Imada (2018)⟧ found that sleep helps, ⟦Tull (2019)⟧ doubted it.",
     [work("Imada", year="2018"), work("Tull", year="2019")]),
    ("⟦Imada (2018)⟧ and ⟦Tull (2019)⟧ both found that sleep helps.",
     [work("Imada", year="2018"), work("Tull", year="2019")]),
    ("⟦Rika Imada (2018)⟧, a sleep researcher, says that sleep helps.", [work("Rika Imada", year="2018")]),
    ("⟦Imada (2018)⟧ and her students counted naps.", [work("Imada", year="2018")]),
    ("This is in line with ⟦Imada and Tull (2018)⟧.", [work("Imada and Tull", year="2018")]),
    ("⟦Imada’s study (2018)⟧ backs this.", [work("Imada", year="2018")]),
    ("In a ⟦2018 op-ed, Rika Imada⟧ asks why we wake.", [work("Rika Imada", year="2018")]),
    ("A ⟦2018 poll by the Sleep Institute⟧ shows it.", [work("Sleep Institute", year="2018")]),
    ("⟦Imada (2018)⟧ found that sleep helps.", [work("Imada", year="2018")]),
    ("⟦Imada(2018)⟧ found that sleep helps.", [work("Imada", year="2018")]),
    ("⟦Imada (2018, p. 4)⟧ found that sleep helps.", [work("Imada", year="2018", at="4")]),
    ("⟦Imada (2018: 4)⟧ found that sleep helps.", [work("Imada", year="2018", at="4")]),
    ("⟦Imada and Tull (2018)⟧ found that sleep helps.", [work("Imada and Tull", year="2018")]),
    ("⟦Imada & Tull (2018)⟧ found that sleep helps.", [work("Imada & Tull", year="2018")]),
    ("⟦Imada, Tull, and Voss (2018)⟧ found that sleep helps.", [work("Imada, Tull, and Voss", year="2018")]),
    ("⟦Imada et al. (2018)⟧ found that sleep helps.", [work("Imada et al.", year="2018")]),
    ("⟦Imada et al (2018)⟧ found that sleep helps.", [work("Imada et al", year="2018")]),
    ("⟦Imada and colleagues (2018)⟧ found that sleep helps.", [work("Imada and colleagues", year="2018")]),
    ("⟦Rika Imada (2018)⟧ found that sleep helps.", [work("Rika Imada", year="2018")]),
    ("According to ⟦Imada (2018)⟧, sleep helps.", [work("Imada", year="2018")]),
    ("As ⟦Imada (2018)⟧ shows, sleep helps.", [work("Imada", year="2018")]),
    ("Sleep helps, as ⟦Imada (2018)⟧ put it.", [work("Imada", year="2018")]),
    ("Research by ⟦Imada (2018)⟧ backs this.", [work("Imada", year="2018")]),
    ("A study by ⟦Imada (2018)⟧ backs this.", [work("Imada", year="2018")]),
    ("⟦Imada’s (2018)⟧ study backs this.", [work("Imada", year="2018")]),
    ("⟦Imada and Tull's (2018)⟧ research backs this.", [work("Imada and Tull", year="2018")]),
    ("⟦Imada (n.d.)⟧ found that sleep helps.", [work("Imada", year="n.d.")]),
    ("⟦Imada (2018a)⟧ found that sleep helps.", [work("Imada", year="2018a")]),
    ("The ⟦National Sleep Bureau (2018)⟧ found that sleep helps.", [work("National Sleep Bureau", year="2018")]),
    ("According to the ⟦National Sleep Bureau (2018)⟧, sleep helps.", [work("National Sleep Bureau", year="2018")]),
    ("According to the ⟦National Sleep Bureau (NSB, 2018)⟧, sleep helps.",
     [work("National Sleep Bureau", year="2018")]),
    ("Studies such as ⟦Imada (2018)⟧ and ⟦Tull (2019)⟧ back this.",
     [work("Imada", year="2018"), work("Tull", year="2019")]),
    ("Both ⟦Imada (2018)⟧ and ⟦Tull (2019)⟧ agree.", [work("Imada", year="2018"), work("Tull", year="2019")]),
    ("⟦Imada’s 2018⟧ study backs this.", [work("Imada", year="2018")]),
    ("In a ⟦2018 study, Imada⟧ found that sleep helps.", [work("Imada", year="2018")]),
    ("In her ⟦2018 study, Imada⟧ found that sleep helps.", [work("Imada", year="2018")]),
    ("In their ⟦2018 paper, Imada and Tull⟧ argue that sleep helps.", [work("Imada and Tull", year="2018")]),
    ("A ⟦2018 study by Imada⟧ backs this.", [work("Imada", year="2018")]),
    ("A ⟦2018 survey by the National Sleep Bureau⟧ backs this.", [work("National Sleep Bureau", year="2018")]),
    ("A ⟦2018 National Sleep Bureau⟧ report backs this.", [work("National Sleep Bureau", year="2018")]),
    ("A study by ⟦Imada in 2018⟧ backs this.", [work("Imada", year="2018")]),
    ("A study by ⟦Imada from 2018⟧ backs this.", [work("Imada", year="2018")]),
    ("A study conducted by ⟦Imada in 2018⟧ backs this.", [work("Imada", year="2018")]),
    ("A study conducted in ⟦2018 by Imada⟧ backs this.", [work("Imada", year="2018")]),
    ("In ⟦2018, Imada⟧ found that sleep helps.", [work("Imada", year="2018")]),
]  # fmt: skip
TITLED: list[Row] = [
    ("In her ⟦2018 TED Talk “Late Bells,” Rika Imada⟧ says so.", [work("Rika Imada", "Late Bells", "2018")]),
    ("In ⟦“Late Bells,” Rika Imada Jr.⟧ defends naps.", [work("Rika Imada Jr.", "Late Bells")]),
    ("The pamphlet ⟦“Late Bells”⟧ says that sleep helps.", [work(title="Late Bells")]),
    ("The article ⟦“Late Bells at School” by Rika Imada⟧ is short. ⟦“Late Bells at School”⟧ convinced me.",
     [work("Rika Imada", "Late Bells at School"), work(title="Late Bells at School")]),
    ("In ⟦“Late Bells,” Imada⟧ argues that sleep helps.", [work("Imada", "Late Bells")]),
    ("In his essay ⟦“Late Bells,” Imada⟧ argues that sleep helps.", [work("Imada", "Late Bells")]),
    ("In ⟦\"Late Bells\", Rika Imada⟧ writes that sleep helps.", [work("Rika Imada", "Late Bells")]),
    ("In ⟦“Late Bells” by Rika Imada⟧, sleep helps.", [work("Rika Imada", "Late Bells")]),
    ("In the article ⟦“Late Bells” by Rika Imada⟧, sleep helps.", [work("Rika Imada", "Late Bells")]),
    ("In the article ⟦\"Late Bells,\" by Rika Imada⟧, sleep helps.", [work("Rika Imada", "Late Bells")]),
    ("In the article ⟦“Late Bells,” written by Rika Imada⟧, sleep helps.", [work("Rika Imada", "Late Bells")]),
    ("According to ⟦“Late Bells” by Rika Imada⟧, sleep helps.", [work("Rika Imada", "Late Bells")]),
    ("⟦Rika Imada’s “Late Bells”⟧ argues that sleep helps.", [work("Rika Imada", "Late Bells")]),
    ("⟦Rika Imada’s article “Late Bells”⟧ argues that sleep helps.", [work("Rika Imada", "Late Bells")]),
    ("⟦Rika Imada, in her article “Late Bells,”⟧ argues that sleep helps.", [work("Rika Imada", "Late Bells")]),
    ("⟦Rika Imada, author of “Late Bells,”⟧ argues that sleep helps.", [work("Rika Imada", "Late Bells")]),
    ("⟦Rika Imada, the author of Late Bells⟧, argues that sleep helps.", [work("Rika Imada", "Late Bells")]),
    ("⟦Imada argues in “Late Bells”⟧ that sleep helps.", [work("Imada", "Late Bells")]),
    ("⟦Imada states in her article “Late Bells”⟧ that sleep helps.", [work("Imada", "Late Bells")]),
    ("In the book ⟦Late Bells, Rika Imada⟧ argues that sleep helps.", [work("Rika Imada", "Late Bells")]),
    ("In the book ⟦Late Bells by Rika Imada⟧, a boy sleeps.", [work("Rika Imada", "Late Bells")]),
    ("In the novel ⟦Late Bells by Rika Imada⟧, a boy sleeps.", [work("Rika Imada", "Late Bells")]),
    ("In her ⟦2018 book Late Bells, Imada⟧ argues that sleep helps.", [work("Imada", "Late Bells", "2018")]),
    ("In her book ⟦*Late Bells*, Imada⟧ argues that sleep helps.", [work("Imada", "Late Bells")]),
    ("In ⟦*Late Bells* (2018), Imada⟧ argues that sleep helps.", [work("Imada", "Late Bells", "2018")]),
    ("In ⟦Late Bells (2018), Imada⟧ argues that sleep helps.", [work("Imada", "Late Bells", "2018")]),
    ("⟦Imada’s Late Bells (2018)⟧ is long.", [work("Imada", "Late Bells", "2018")]),
    ("⟦Rika Imada wrote a book called Late Bells⟧.", [work("Rika Imada", "Late Bells")]),
    ("The author of ⟦“Late Bells,” Rika Imada⟧, argues so.", [work("Rika Imada", "Late Bells")]),
    ("The documentary ⟦Late Bells (2018)⟧ shows it.", [work(title="Late Bells", year="2018")]),
]  # fmt: skip
BRACKETS_WITH_SPEAKERS: list[Row] = [
    ("Imada argues that “sleep helps” ⟦(4)⟧.", [work("Imada", at="4")]),
    ("According to Imada, “sleep helps” ⟦(4)⟧.", [work("Imada", at="4")]),
    ("As Rika Imada puts it, “sleep helps” ⟦(4)⟧.", [work("Rika Imada", at="4")]),
    ("“Sleep helps,” Imada explains ⟦(4)⟧.", [work("Imada", at="4")]),
    ("“Sleep helps,” says Imada ⟦(4)⟧.", [work("Imada", at="4")]),
    ("Imada and Tull claim that “sleep helps” ⟦(p. 4)⟧.", [work("Imada and Tull", at="4")]),
    ("In Imada’s words, sleep is “free medicine” ⟦(4)⟧.", [work("Imada", at="4")]),
    ("Imada also notes that naps “cost nothing at all” ⟦(pg. 5)⟧.", [work("Imada", at="5")]),
]  # fmt: skip


@pytest.mark.parametrize(("marked", "works"), [*DATED, *TITLED, *BRACKETS_WITH_SPEAKERS])
def test_works_in_sentences(marked: str, works: list[tuple[str | None, ...]]) -> None:
    assert read_row(marked) == (marked, works)


MORE_SHAPES: list[Row] = [
    ("⟦Whitlow, Dane, and Ferrar (2018)⟧ followed 340 pupils.", [work("Whitlow, Dane, and Ferrar", year="2018")]),
    ("A larger one, ⟦Benning & Shaw (2019)⟧, has more cows.", [work("Benning & Shaw", year="2019")]),
    ("⟦Lamb and Otieno (2017)⟧ later repeated her test.", [work("Lamb and Otieno", year="2017")]),
    ("The ⟦Fenmoor Sleep Group (2016)⟧ followed 400 teenagers.", [work("Fenmoor Sleep Group", year="2016")]),
    ("⟦Brandt and Osei, 2018⟧, say that seas can be cleaned.", [work("Brandt and Osei", year="2018")]),
    ("⟦Tomas Reed, whose \"Late Buses\" (2011)⟧ is short, waits.",
     [work("Tomas Reed", title="Late Buses", year="2011")]),
    ("⟦Tomas Reed asks this in his 2023 essay \"Paint by Number\"⟧ and waits.",
     [work("Tomas Reed", title="Paint by Number", year="2023")]),
    ("I picked up ⟦Ida Ostrem's Walls That Talk⟧, and waited.", [work("Ida Ostrem", title="Walls That Talk")]),
    ("The ⟦2015 article \"Cold Facts,\" which Ida Ostrem⟧ wrote, says so.",
     [work("Ida Ostrem", title="Cold Facts", year="2015")]),
    ("⟦Ida Ostrem published Otter Loses a River⟧ last week.", [work("Ida Ostrem", title="Otter Loses a River")]),
    ("The ⟦Tull County Project, in a 2017⟧ study, learned it.", [work("Tull County Project", year="2017")]),
    ("A ⟦2012 experiment by Ida Ostrem and Bill Tull⟧ shows it.", [work("Ida Ostrem and Bill Tull", year="2012")]),
    ("⟦Threadbare⟧, a documentary I watched, shows it.", [work(title="Threadbare")]),
    ("The poem ⟦Late Bus Stop⟧ uses gray words.", [work(title="Late Bus Stop")]),
    ("The film ⟦Teeth and Snow⟧ shows it.", [work(title="Teeth and Snow")]),
    ("Building on ⟦Okonjo's (2009)⟧ idea of rules, we wait.", [work("Okonjo", year="2009")]),
    ("A ⟦2017 survey that Ida Ostrem⟧ carried out found it.", [work("Ida Ostrem", year="2017")]),
    ("They wait, but ⟦Ostrem in her 2003⟧ study of yards waits.", [work("Ostrem", year="2003")]),
    ("⟦Ida Ostrem's Ten Long Years, published in 2010⟧, is new.",
     [work("Ida Ostrem", title="Ten Long Years", year="2010")]),
    ("In an interview titled ⟦\"Past Forty,\" former champion Ida Ostrem⟧ admits it.",
     [work("Ida Ostrem", title="Past Forty")]),
    ("In ⟦The Polite Bus (2018)⟧ she asked why they wait.", [work(title="The Polite Bus", year="2018")]),
    ("⟦Sold Before Breakfast (2014)⟧, a film about ads, shows it.", [work(title="Sold Before Breakfast", year="2014")]),
    ("According to the website ⟦City Buses Today⟧, workers wait.", [work(title="City Buses Today")]),
    ("In the article we read on Tuesday, ⟦\"Lunch Lines and Long Waits\"⟧, it says so.",
     [work(title="Lunch Lines and Long Waits")]),
    ("According to ⟦\"the secret life under leaves\"⟧ they talk.", [work(title="the secret life under leaves")]),
    ("It is in the ⟦third stanza of \"Hedge Inventory\"⟧ that it rains.",
     [work(title="Hedge Inventory", at="third stanza")]),
    ("He is scared, but ⟦lines 18-21⟧ show that he stays.", [work(at="lines 18-21")]),
    ("To start off, ⟦Article 1⟧'s author believes it.", [work(title="Article 1")]),
    ("However ⟦Ida Ostrem's article \"Twelve Late Months\"⟧ says so.",
     [work("Ida Ostrem", title="Twelve Late Months")]),
]  # fmt: skip


@pytest.mark.parametrize(("marked", "works"), MORE_SHAPES)
def test_more_shapes(marked: str, works: list[tuple[str | None, ...]]) -> None:
    assert read_row(marked) == (marked, works)


@pytest.mark.parametrize(
    "text",
    [
        "Tom and Jerry (1965) scared me.", "Lilo and Stitch (2002) is sweet.", "Ostrem and Vale (1802) sailed home.",
        "The Harlow Football Club (1987) closed early.", "Maria, a book lover, waits.", "My dog, a film star, waits.",
        "We moved in 2018, say my parents.",
        "I live in Ann Reed's New York apartment.", "They opened Bill Tull's Diner.",
        "He gave according to \"what he had\" that day.",
        "Jefferson wrote the Declaration of Independence.",
    ],
)  # fmt: skip
def test_what_only_has_their_shape(text: str) -> None:
    assert spans(text) == []
