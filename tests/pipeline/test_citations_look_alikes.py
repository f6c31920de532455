"""What only looks like a citation."""

from __future__ import annotations

import pytest
from citation_reading import cited, read


@pytest.mark.parametrize(
    "text",
    [
        "The war (1939-1945) was long.", "He (1809-1865) freed them.", "Lincoln (1809-1865) freed them.",
        "Lincoln (Lincoln, 1809-1865) led.", "The alliance (NATO) grew.", "They went there (see the map).",
        "It has two parts (1).", "We do (1) first and (2) second.", "(1) first (2) second (3) third.",
        "1) one\n2) two", "He wrote that he “goed [sic] home” at last.", "Pets (e.g., dogs) help.",
        "Many (about 40%) agree.",
        "The war (World War II) ended.", "It began (in 1990).", "She (my mother) knows.", "They met (Monday).",
        "They met (Monday 12).", "The winner (the United States) paid.", "On May 5, 2019 it rained.",
        "It rained (April 5, 1998).", "It rained (June 2015).", "I saw @PERSON1 (@PERSON2 12) there.",
        "We add (2 + 3) here.", "The film (Titanic) is long.", "Titanic (1997) is long.",
        "Hiroshima (1945) was destroyed.",
        "They met in (Paris, 2015).", "He lives in (Paris, France).", "It landed (Apollo 11).", "It flew (Boeing 747).",
        "See the table (Table 2).", "See below (see page 5 below).", "He is young (age 12).", "She is (12) and tall.",
        "Our class (Grade 8) voted.", "It costs more ($31).", "It is sharp (43 meters per pixel).",
        "The 60s (1960s) were wild.",
        "He fell (my cousin Maria, 12).", 'It was "good" (1).', "We won (21-14).", "Dinner (at 7:30) was late.",
        "[the government] acts.", "It is (almost) done, (2019).", "It was early (fall, 2019).",
        "Numbers (10) matter here.", "I (like you) care.", "A field of 5 km² is big.",
        "A field of 5 square metres² is big.",
        "He is tall (6'2\").", "One [2017] two.", "x[1](y)", "[1] First\n[2] Second", "Emoji :) and (: here.",
        "Phones (and tablets) distract.",
        "Call (555) 123-4567 now.", "He earned 5 (five) points.", "Congress (House and Senate) voted.",
        "The law (Title IX) helps.", "The movie (PG 13) is fine.", "That year (2019) was good.", "", "()", "( )",
        "(((", ")))",
    ],
)  # fmt: skip
def test_what_only_looks_like_a_citation(text: str) -> None:
    assert [text[citation.start : citation.end] for citation in cited(text)] == []


def test_brackets_inside_quoted_words_belong_to_the_source() -> None:
    text = 'Jones says that "as Walt (2017) writes, and (Nau 28) repeats, all wars end" (12).'
    assert [text[c.start : c.end] for c in cited(text)] == ["(12)"]


def test_a_bracket_put_before_the_closing_mark_is_still_a_citation() -> None:
    doc = read('He writes, "half of all drivers own a car (Rosenthal 5)." So they do.')
    assert [citation.author for citation in doc._.citations] == ["Rosenthal"]
    assert doc._.quotations[0].citation == 0
