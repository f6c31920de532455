"""Citations as students write them, slips included, and what only looks like them."""

from __future__ import annotations

import pytest
from citation_reading import spans
from citation_tables import Row, read_row, work

FORMS: list[Row] = [
    ("Wolves changed the rivers ⟦(Ostrem 44)⟧.", [work("Ostrem", at="44")]),
    ("Wolves changed the rivers ⟦(Ostrem p.44)⟧.", [work("Ostrem", at="44")]),
    ("Wolves changed the rivers⟦(Ostrem 44)⟧.", [work("Ostrem", at="44")]),
    ("“Wolves changed the rivers.” ⟦(Ostrem 44)⟧.", [work("Ostrem", at="44")]),
    ("Wolves changed the rivers ⟦(Núñez-Vela 44)⟧.", [work("Núñez-Vela", at="44")]),
    ("Wolves changed the rivers ⟦(van der Zee 44)⟧.", [work("van der Zee", at="44")]),
    ("Wolves changed the rivers ⟦(MacAllister 44)⟧.", [work("MacAllister", at="44")]),
    ("Wolves changed the rivers ⟦(Ostrem et al 44)⟧.", [work("Ostrem et al", at="44")]),
    ("Wolves changed the rivers ⟦(Ostrem Rivers 44)⟧.", [work("Ostrem Rivers", at="44")]),
    ("Wolves changed the rivers ⟦(Ostrem, *Wild Rivers* 44)⟧.", [work("Ostrem", title="Wild Rivers", at="44")]),
    ('Wolves changed the rivers ⟦("Wolves Come Home")⟧.', [work(title="Wolves Come Home")]),
    ('Wolves changed the rivers ⟦("Wolves Come Home," par. 2)⟧.', [work(title="Wolves Come Home", at="par. 2")]),
    ("Wolves changed the rivers ⟦(_Wolves Come Home_ 12)⟧.", [work(title="Wolves Come Home", at="12")]),
    ("Wolves changed the rivers ⟦(qtd. in Ostrem 44)⟧.", [work("Ostrem", at="44")]),
    ("Wolves changed the rivers ⟦(quoted in Ostrem)⟧.", [work("Ostrem")]),
    ('Wolves changed the rivers ⟦(qtd. in "Wolves Come Home")⟧.', [work(title="Wolves Come Home")]),
    ("Wolves changed the rivers ⟦(Ostrem 44, Vale 9)⟧.", [work("Ostrem", at="44"), work("Vale", at="9")]),
    ("Wolves changed the rivers ⟦(Ostrem, 1: 44)⟧.", [work("Ostrem", at="1: 44")]),
    ("Wolves changed the rivers ⟦(Ostrem loc. 2210)⟧.", [work("Ostrem", at="loc. 2210")]),
    (
        "Wolves changed the rivers ⟦(Ostrem, Kindle Locations 2210-2215)⟧.",
        [work("Ostrem", at="Kindle Locations 2210-2215")],
    ),
    ("Wolves changed the rivers ⟦(Ostrem n.p.)⟧.", [work("Ostrem")]),
    ("Wolves changed the rivers ⟦(Ostrem ch. 4)⟧.", [work("Ostrem", at="ch. 4")]),
    ("Romeo calls her the sun ⟦(Shakespeare 2.2.3)⟧.", [work("Shakespeare", at="2.2.3")]),
    ("Romeo says, “It is the east” ⟦(2.2.2-3)⟧.", [work(at="2.2.2-3")]),
    ("Romeo says, “It is the east” ⟦(II.ii.2-3)⟧.", [work(at="II.ii.2-3")]),
    ("Romeo says, “It is the east” ⟦(Romeo and Juliet 2.2.2-3)⟧.", [work(title="Romeo and Juliet", at="2.2.2-3")]),
    ("The poem ends in snow ⟦(Frost, lines 13-16)⟧.", [work("Frost", at="lines 13-16")]),
    ("“In the beginning God created” ⟦(Genesis 1:1)⟧.", [work(title="Genesis", at="1:1")]),
    ("We are told to love our enemies ⟦(Matthew 5:44)⟧.", [work(title="Matthew", at="5:44")]),
    ("We are told to love our enemies ⟦(1 Corinthians 13:4)⟧.", [work(title="1 Corinthians", at="13:4")]),
    ("Wolves changed the rivers ⟦(Ostrem, 04:10)⟧.", [work("Ostrem", at="04:10")]),
    ("Wolves changed the rivers ⟦(Ostrem 44⟧.", [work("Ostrem", at="44")]),
    ("“Wolves changed the rivers” ⟦(Ostrem, 2019, p. 4⟧. Then elk left.", [work("Ostrem", year="2019", at="4")]),
    ("Ostrem writes that wolves “moved the rivers” ⟦(p. 44)⟧.", [work("Ostrem", at="44")]),
    ("For Ostrem, wolves “moved the rivers” ⟦(44-45)⟧.", [work("Ostrem", at="44-45")]),
    ("According to Ida Ostrem, wolves “moved the rivers” ⟦(44)⟧.", [work("Ida Ostrem", at="44")]),
    ("As Ostrem puts it, wolves “moved the rivers” ⟦(44)⟧.", [work("Ostrem", at="44")]),
    ('Ostrem states, "Wolves moved the rivers." ⟦(44)⟧', [work("Ostrem", at="44")]),
    ("Wolves changed the rivers ⟦(Ostrem 44-46, 51)⟧.", [work("Ostrem", at="44-46, 51")]),
    ("Wolves changed the rivers ⟦(Ostrem, A4)⟧.", [work("Ostrem", at="A4")]),
    ("Wolves changed the rivers ⟦(Ida Ostrem 44)⟧.", [work("Ida Ostrem", at="44")]),
    ("Wolves changed the rivers ⟦(U.S. Forest Service 12)⟧.", [work("U.S. Forest Service", at="12")]),
    ("Wolves changed the rivers ⟦(Ostrem 2019)⟧.", [work("Ostrem", year="2019")]),
    ("Wolves changed the rivers ⟦( Ostrem, 2019 )⟧.", [work("Ostrem", year="2019")]),
    ("Wolves changed the rivers ⟦(Ostrem & Vale, 2019, p. 7)⟧.", [work("Ostrem & Vale", year="2019", at="7")]),
    ("Wolves changed the rivers ⟦(Ostrem, Vale & Pym, 2019)⟧.", [work("Ostrem, Vale & Pym", year="2019")]),
    ("Wolves changed the rivers ⟦(Ostrem et al. 2019)⟧.", [work("Ostrem et al.", year="2019")]),
    ("Wolves changed the rivers ⟦(Ostrem, n.d.)⟧.", [work("Ostrem", year="n.d.")]),
    ("Wolves changed the rivers ⟦(Ostrem, nd)⟧.", [work("Ostrem", year="nd")]),
    ("Wolves changed the rivers ⟦(Ostrem, 2019b)⟧.", [work("Ostrem", year="2019b")]),
    ("Wolves changed the rivers ⟦(Ostrem, 2019, para. 4)⟧.", [work("Ostrem", year="2019", at="para. 4")]),
    ("Wolves changed the rivers ⟦(Ostrem, 2019, p.4)⟧.", [work("Ostrem", year="2019", at="4")]),
    ("Wolves changed the rivers ⟦(Ostrem, 2019, 4)⟧.", [work("Ostrem", year="2019", at="4")]),
    ("Wolves changed the rivers ⟦(Ostrem, 2019, Table 2)⟧.", [work("Ostrem", year="2019", at="Table 2")]),
    ("Wolves changed the rivers ⟦(Ostrem, in press)⟧.", [work("Ostrem", year="in press")]),
    (
        "Wolves changed the rivers ⟦(as cited in Ostrem et al., 2019, p. 3)⟧.",
        [work("Ostrem et al.", year="2019", at="3")],
    ),
    (
        "Wolves changed the rivers ⟦(World Health Organization [WHO], 2020)⟧.",
        [work("World Health Organization", year="2020")],
    ),
    ("Wolves changed the rivers ⟦(CDC, 2020)⟧.", [work("CDC", year="2020")]),
    ("Wolves changed the rivers ⟦(Pew Research Center, 2018)⟧.", [work("Pew Research Center", year="2018")]),
    ("Wolves changed the rivers ⟦(Mayo Clinic, 2018)⟧.", [work("Mayo Clinic", year="2018")]),
    ('Wolves changed the rivers ⟦("Wolves come home", n.d.)⟧.', [work(title="Wolves come home", year="n.d.")]),
    ("Wolves changed the rivers ⟦(Ostrem, I. & Vale, T., 2019)⟧.", [work("Ostrem, I. & Vale, T.", year="2019")]),
    (
        "Wolves changed the rivers ⟦(Ostrem, 2019)⟧⟦(Vale, 2001)⟧.",
        [work("Ostrem", year="2019"), work("Vale", year="2001")],
    ),
    (
        "Wolves changed the rivers ⟦(Ostrem, 2019 & Vale, 2001)⟧.",
        [work("Ostrem", year="2019"), work("Vale", year="2001")],
    ),
    ("⟦Ostrem (2019, p. 4)⟧ argues that wolves changed the rivers.", [work("Ostrem", year="2019", at="4")]),
    ("⟦Ostrem(2019)⟧ argues that wolves changed the rivers.", [work("Ostrem", year="2019")]),
    ("⟦Ostrem and Vale's (2019)⟧ study shows that wolves changed the rivers.", [work("Ostrem and Vale", year="2019")]),
    ("⟦Ostrem et al. (2019)⟧ argue that wolves changed the rivers.", [work("Ostrem et al.", year="2019")]),
    ("According to ⟦Ostrem (2019)⟧, wolves changed the rivers.", [work("Ostrem", year="2019")]),
    ("In ⟦2019, Ostrem⟧ argued that wolves changed the rivers.", [work("Ostrem", year="2019")]),
    (
        "Research by ⟦Ostrem and Vale (2019)⟧ found that wolves changed the rivers.",
        [work("Ostrem and Vale", year="2019")],
    ),
    (
        "According to the ⟦World Health Organization (WHO, 2020)⟧, wolves changed the rivers.",
        [work("World Health Organization", year="2020")],
    ),
    (
        "Both ⟦Ostrem (2019)⟧ and ⟦Vale (2001)⟧ argue that wolves changed the rivers.",
        [work("Ostrem", year="2019"), work("Vale", year="2001")],
    ),
    ("⟦Ida Ostrem (2019)⟧ argues that wolves changed the rivers.", [work("Ida Ostrem", year="2019")]),
    ("⟦Ostrem (n.d.)⟧ argues that wolves changed the rivers.", [work("Ostrem", year="n.d.")]),
    ("Vale ⟦(1990, as cited in Ostrem, 2019)⟧ argues that wolves changed the rivers.", [work("Ostrem", year="2019")]),
    ("Wolves changed the rivers ⟦(Ostrem 2019, 44–46)⟧.", [work("Ostrem", year="2019", at="44–46")]),
    ("Wolves changed the rivers ⟦(Ostrem 2019: 44)⟧.", [work("Ostrem", year="2019", at="44")]),
    ("Wolves changed the rivers ⟦(Ostrem n.d.)⟧.", [work("Ostrem", year="n.d.")]),
    ("Wolves changed the rivers,⟦¹⟧ and elk left.", [work()]),
    ("Wolves changed the rivers ⟦[3, p. 12]⟧.", [work(at="12")]),
    ("Wolves changed the rivers ⟦[1]-[3]⟧.", [work(), work(), work()]),
    ("Wolves changed the rivers ⟦[1]⟧, ⟦[4]⟧.", [work(), work()]),
    ("As shown in ⟦[3]⟧, wolves changed the rivers.", [work()]),
    ("Wolves changed the rivers ⟦(https://www.wolves.org/rivers)⟧.", [work(title="https://www.wolves.org/rivers")]),
    ("Wolves changed the rivers ⟦(wolves.org)⟧.", [work(title="wolves.org")]),
    ("According to ⟦wildwolves.com⟧, wolves changed the rivers.", [work(title="wildwolves.com")]),
    ("According to ⟦wolves. org⟧, wolves changed the rivers.", [work(title="wolves. org")]),
    ("In her book ⟦Wild Rivers, Ida Ostrem⟧ says that wolves matter.", [work("Ida Ostrem", title="Wild Rivers")]),
    ('In the article ⟦"Wild Rivers" by Ida Ostrem⟧, wolves matter.', [work("Ida Ostrem", title="Wild Rivers")]),
    ('⟦Ida Ostrem, author of "Wild Rivers,"⟧ says that wolves matter.', [work("Ida Ostrem", title="Wild Rivers")]),
    ('⟦Ida Ostrem\'s article "Wild Rivers"⟧ says that wolves matter.', [work("Ida Ostrem", title="Wild Rivers")]),
    ('In the short story ⟦"Wild Rivers" by Ida Ostrem⟧ a girl runs away.', [work("Ida Ostrem", title="Wild Rivers")]),
    ("In ⟦Ida Ostrem's novel Wild Rivers⟧, a girl runs away.", [work("Ida Ostrem", title="Wild Rivers")]),
    (
        'In the article ⟦"Wolves are coming back to the park" by Ida Ostrem⟧, elk fear.',
        [work("Ida Ostrem", title="Wolves are coming back to the park")],
    ),
    ("In ⟦*Wild Rivers*, Ostrem⟧ argues that wolves matter.", [work("Ostrem", title="Wild Rivers")]),
    ("A ⟦2019 study by Ostrem⟧ found that wolves matter.", [work("Ostrem", year="2019")]),
    ("In a ⟦2019 interview, Ostrem⟧ said that wolves matter.", [work("Ostrem", year="2019")]),
    ("Separate schools were struck down ⟦(Brown v. Board of Education)⟧.", [work(title="Brown v. Board of Education")]),
    (
        "In ⟦Brown v. Board of Education (1954)⟧, the Court struck down separate schools.",
        [work(title="Brown v. Board of Education", year="1954")],
    ),
    ("Wolves moved rivers ⟦(Ostrem 44)⟧. Elk left ⟦(Ibid. 45)⟧.", [work("Ostrem", at="44"), work("Ostrem", at="45")]),
    ("⟦Source 1: Wild Rivers of the North⟧ states that wolves matter.", [work(title="Wild Rivers of the North")]),
    ('In ⟦source 2, "Wild Rivers,"⟧ it says wolves matter.', [work(title="Wild Rivers")]),
    ("In ⟦source 2 (Wild Rivers of the North)⟧ wolves matter.", [work(title="Wild Rivers of the North")]),
    ('⟦Source 1: "Wild Rivers" by Ida Ostrem⟧ says that wolves matter.', [work("Ida Ostrem", title="Wild Rivers")]),
    ("In ⟦sources 1,2, and 3⟧ wolves matter.", [work(title="sources 1,2, and 3")]),
    ("In ⟦paragraph four-teen⟧ the author says that wolves matter.", [work(at="paragraph four-teen")]),
    ("In the ⟦second paragraph⟧, the writer claims that wolves matter.", [work(at="second paragraph")]),
    ("In ⟦paragraph 4, sentence 2⟧, it says wolves matter.", [work(at="paragraph 4, sentence 2")]),
    ("The text says “wolves matter” ⟦(Ostrem, ¶4)⟧.", [work("Ostrem", at="¶4")]),
    ("The text says “wolves matter” ⟦(Source 2, Ostrem)⟧.", [work("Ostrem", title="Source 2")]),
    ("The text says “wolves matter” ⟦(Source #2, paragraph #4)⟧.", [work(title="Source #2", at="paragraph #4")]),
    ("As stated in ⟦“Wild Rivers” by Ida Ostrem⟧ The park was dead.", [work("Ida Ostrem", title="Wild Rivers")]),
]
NOT_CITATIONS = [
    'According to "Uncle Joe," it rained.',
    'According to "Grandma Rose," we were late.',
    "It is big (see Figure 2).",
    "He won (3-2, 4-1).",
    "The senator (D-NY) left.",
    "It was early (6:45 a.m.).",
    "I got a good grade (A-).",
    "The formula (C6H12O6) is sweet.",
    "I love dogs (thanks, Mom).",
    'She sang, "Let it go" (and we all sang along).',
    "I saw The Lion King (1994) twice.",
    "The Beatles (1960-1970) broke up.",
    "The quarterback (Tom Brady) won.",
    "She moved (from Ohio) in 2004.",
    'He wrote "recieve" [sic] twice.',
    "It has two parts: (a) a top and (b) a bottom.",
    "My mother (Linda) cooks.",
    "Our town (population 4,500) is small.",
    "The virus (H1N1) spread.",
    "He was tall (6'2\").",
    "They lived long (1890-1975).",
    "In 1776, Jefferson wrote to his friends.",
    "In 2019 Maria moved to Texas.",
    "I study on weekdays (Monday to Friday).",
    "We won the game 21 to 14.",
    "It takes 20 to 30 minutes.",
    "Let x (1) be given.",
    "I am in Group 4.",
    "My idol is Serena Williams (tennis).",
    "NASA (the space agency) is big.",
    "The FBI (Federal Bureau of Investigation) came.",
    "He lives at 12 Elm Street (Boston).",
    'As my dad says, "Work first."',
    '"Run," says Coach Ruiz (she means it).',
    "Source of power: wind.",
    "The first source of light is the sun.",
    "In the second paragraph it will be shown that I am right.",
    "Our text messages, 4 of them, were lost.",
    "I have three reasons (health, money, fun).",
    "Class of 2020 (the best) left.",
    "The Paris Agreement (2015) failed.",
    "World War I (1914-18) was cruel.",
    "The recession (2008) hurt us.",
    'The top song ("Hello") is sad.',
    'He sang "Hello" (Adele).',
    "Take it (1 tablet daily).",
    "I met Mark 4:30 at the park.",
    "The odds (3:1) are bad.",
    "He was born in 1990 (a Tuesday).",
    "They ended it [the war] fast.",
    "He got an award (Teacher of the Year, 2019).",
    "She ran for office (Senate, 2018).",
    "Dear Editor (The Daily Ledger), I am upset.",
    "We watched a film (Netflix, 2019).",
    "There was a fire (Chicago, 1871).",
    "The suspect (Jones, 34) ran.",
    "The bill (H.R. 40) died.",
    "My dad (b. 1970) cooks.",
    "He can't spell (neither can I).",
    "The tower (324 m) sways.",
    "It cost us dearly (over $1,200 in 2019).",
    "The poll (62 to 38) was clear.",
]
ESSAYS = ["", "Sleep helps (Imada, 2018). ", "Trees cool a street (Ostrander 14). "]


@pytest.mark.parametrize(("marked", "works"), FORMS)
def test_form(marked: str, works: list[tuple[str | None, ...]]) -> None:
    assert read_row(marked) == (marked, works)


@pytest.mark.parametrize("essay", ESSAYS)
@pytest.mark.parametrize("text", NOT_CITATIONS)
def test_no_citation(text: str, essay: str) -> None:
    assert spans(essay + text) == spans(essay)


SOURCES: list[Row] = [
    ("Buses help ⟦source 3:\n\nIn Praise of Late Buses: Why even the slowest one helps by Ann Moss⟧\n\nThey run.",
     [work("Ann Moss", title="In Praise of Late Buses: Why even the slowest one helps")]),
    ("As ⟦Source 2: In Praise of Late Buses: Why even the slowest one helps⟧, they run.",
     [work(title="In Praise of Late Buses: Why even the slowest one helps")]),
    ("In ⟦Source 1⟧: Ann Moss, a driver, says that buses help.", [work(title="Source 1")]),
    ("In ⟦source 2:late buses help the whole town by Ann Moss⟧ it says so.",
     [work("Ann Moss", title="late buses help the whole town")]),
    ("In the article ⟦\"In Praise of Late Buses: Why even the slowest one helps\" by Ann Moss⟧, they run.",
     [work("Ann Moss", title="In Praise of Late Buses: Why even the slowest one helps")]),
    ("⟦\"Source 2: Late Buses Help\" by Ann Moss⟧ says so.", [work("Ann Moss", title="Late Buses Help")]),
    ("In the case of ⟦Tull v. Board of Roads (1961)⟧, the town lost.",
     [work(title="Tull v. Board of Roads", year="1961")]),
]  # fmt: skip


@pytest.mark.parametrize(("marked", "works"), SOURCES)
def test_source_of_a_class(marked: str, works: list[tuple[str | None, ...]]) -> None:
    assert read_row(marked) == (marked, works)


ALONE: list[Row] = [
    ("Land near the turbines is paid for by those who own it ⟦(Satow)⟧.", [work("Satow")]),
    ("Cooling alone costs 30% more ⟦(Denby County School Board)⟧.", [work("Denby County School Board")]),
    ("The author of the other article ⟦(Stanhope)⟧ thinks so.", [work("Stanhope")]),
    ("The buses run late ⟦(marsden 2)⟧. That is sad.", [work("marsden", at="2")]),
    ("The fares fell by half ⟦(Kowalcek 4)⟧, and by a letter ⟦(Kowalchek)⟧.",
     [work("Kowalcek", at="4"), work("Kowalchek")]),
    ("The fares fell ⟦(Source: The Marlow Herald)⟧.", [work("The Marlow Herald")]),
    ("The test scores very much stay ⟦(Ellery 7; Quist 4)⟧.", [work("Ellery", at="7"), work("Quist", at="4")]),
    ("A pool is full ⟦(Abernathy ,2)⟧. It is cold.", [work("Abernathy", at="2")]),
]  # fmt: skip


@pytest.mark.parametrize(("marked", "works"), ALONE)
def test_a_name_alone_is_an_author_in_an_essay_that_cites(marked: str, works: list[tuple[str | None, ...]]) -> None:
    said = "Trees cool a street ⟦(Ostrander 14)⟧. "
    assert read_row(said + marked) == (said + marked, [work("Ostrander", at="14"), *works])


@pytest.mark.parametrize(
    "text",
    [
        "My best friend has a dog (Rexo).", "Kids like new apps (Zapchat).", "We moved to a town nearby (Kelbridge).",
        "Open all day (Mon-Fri).", "Call us (ext. 12).", "They ate the same cereal (Oatos) again.",
        "My mom teaches at a school (Harlow High School).", "Many people left (Texas).", "We were late (Jake).",
        "They lost in the finals (Lions 3, Bears 2).", "We won, the score was close (Lions 3, Bears 2).",
        "I bought used shoes from gearswap.com, and they fit.", "He is almost done (approx 20).",
    ],
)  # fmt: skip
def test_other_names_in_brackets_stay_none(text: str) -> None:
    said = "Trees cool a street (Ostrander 14). "
    assert spans(said + text) == ["(Ostrander 14)"]


def test_names_in_ly_are_authors() -> None:
    said = "In a 2015 study, Corrigan Bly had pupils read. "
    assert spans(said + "Bly (2019) repeated it.") == ["2015 study, Corrigan Bly", "Bly (2019)"]
    assert spans(said + "Recently (2019) they repeated it.") == ["2015 study, Corrigan Bly"]


@pytest.mark.parametrize(
    "marked",
    [
        "It works (link: ⟦youngminds.org.uk/report2022⟧).",
        "It hurts ⟦[www.minds.org/pacing, accessed 12 March 2021]⟧.",
        "It works ⟦(http://city.com/facts, accessed on 3/11/20)⟧.",
        "The documentary ⟦\"Threads of Debt\", directed by Noor Haddad⟧, shows it.",
        "The author of ⟦Who Owns the Night?⟧ argues that lights hurt.",
        "In the chapter ⟦\"The Town That Drowned\"⟧ we learn about it.",
    ],
)  # fmt: skip
def test_where_it_was_read_and_who_made_it(marked: str) -> None:
    assert read_row(marked)[0] == marked


def test_names_alone_behind_quoted_words_speak_for_each_other() -> None:
    text = "“The buses are late again” (Moss). The town says “we will buy new ones” (Ruiz)."
    assert spans(text) == ["(Moss)", "(Ruiz)"]
    assert spans("We sang “the wheels on the bus go round” (Moss).") == []
    assert spans('We can do more ("Students should join at least one club").') == []
