"""The list of works at the essay's end."""

from __future__ import annotations

import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st
from spacy.tokens import Doc

from scorer.pipeline.annotations import Found
from scorer.pipeline.references import References
from scorer.pipeline.references.fields import read_fields, tidy_author, tidy_title
from scorer.pipeline.references.tokens import tokens

ENGLISH = spacy.blank("en")
COMPONENT = References()
ESSAY = "Peace needs a league. In 1919 the states of Europe knew it.\n\n"
NAU = "Nau, Henry. Perspectives on International Relations. CQ Press, 2017."
WALT = 'Walt, Stephen M. "Who\'s Afraid of the Balance of Power?" Foreign Policy, 8 Dec. 2017.'


def read(text: str) -> Doc:
    return COMPONENT(ENGLISH.make_doc(text))


def entries(text: str) -> list[str]:
    return [text[r.start : r.end] for r in read(text)._.references]


@pytest.mark.parametrize(
    "heading",
    [
        "Works Cited", "WORKS CITED", "works cited:", "Work Cited", "References", "REFERENCES:", "Reference List",
        "Bibliography", "Sources", "Sources:", "Works Consulted", "# References", "## Works Cited", "**Works Cited**",
        "Sources Used", "   Works Cited   ", "Work Sited", "Refrences", "Referances:", "Bibliogrophy", "Cited Sources",
        "Resources", "Annotated Bibliography",
    ],
)  # fmt: skip
def test_a_heading_opens_the_list(heading: str) -> None:
    assert entries(f"{ESSAY}{heading}\n{NAU}\n{WALT}\n") == [NAU, WALT]


@pytest.mark.parametrize(
    ("listed", "expected"),
    [
        (f"{NAU}\n\n{WALT}", [NAU, WALT]),
        ("Nau, Henry. Perspectives on\n    International Relations. CQ Press, 2017.\n" + WALT, None),
        ("Nau, Henry. Perspectives on\nInternational Relations. CQ Press, 2017.\n" + WALT, None),
        (f"1. {NAU}\n2. {WALT}", [f"1. {NAU}", f"2. {WALT}"]),
        (f"[1] {NAU}\n[2] {WALT}", [f"[1] {NAU}", f"[2] {WALT}"]),
        ('"Peace." Global News, 2019,\n\nwww.globalnews.org/peace\n\n' + NAU, None),
        (f"{NAU}\n\n3\n\n{WALT}", [NAU, WALT]),
        (
            "https://www.example.org/a\n\nhttps://www.example.org/b",
            ["https://www.example.org/a", "https://www.example.org/b"],
        ),
    ],
)
def test_entries_are_split_and_wrapped_lines_joined(listed: str, expected: list[str] | None) -> None:
    found = entries(f"{ESSAY}Works Cited\n\n{listed}")
    if expected is None:
        assert len(found) == 2
        assert " ".join(" ".join(found).split()) == " ".join(listed.split())
    else:
        assert found == expected


def test_a_list_without_heading_is_found_by_its_shape() -> None:
    assert entries(f"{ESSAY}{NAU}\n\n{WALT}") == [NAU, WALT]
    assert References(headless=False)(ENGLISH.make_doc(f"{ESSAY}{NAU}\n\n{WALT}"))._.references == []


@pytest.mark.parametrize(
    "text",
    [
        ESSAY,
        ESSAY + "Sources\n\nThere are many sources of conflict between states, and power is one of them.",
        ESSAY + NAU,  # one line alone could be anything
        "Works Cited\n" + NAU,  # no essay before it
        ESSAY + "Notes\nPeace is good.",
        "Dear Sir,\n\nI think that phones are bad.\n\nSincerely,\n\nA Student",
        "",
    ],
)
def test_running_text_is_no_list(text: str) -> None:
    assert entries(text) == []


def test_a_heading_may_share_its_line_with_a_link() -> None:
    assert entries(f"{ESSAY}Sources: https://www.example.org/a") == ["https://www.example.org/a"]


def test_entries_on_one_line_are_parted() -> None:
    assert entries(f"{ESSAY}Works Cited\n{NAU} {WALT}") == [NAU, WALT]
    assert entries(f"{ESSAY}References\n1. {NAU} 2. {WALT}") == [f"1. {NAU}", f"2. {WALT}"]
    assert entries(f"{ESSAY}Sources\nhttps://a.example.org/x https://b.example.org/y") == [
        "https://a.example.org/x",
        "https://b.example.org/y",
    ]


def test_a_list_is_found_where_the_file_has_lost_its_lines() -> None:
    assert entries(f"Peace needs a league. Works Cited {NAU} {WALT}") == [NAU, WALT]


def test_a_heading_before_each_entry_hides_none() -> None:
    assert entries(f"{ESSAY}Work Cited\n\n{NAU}\n\nWork Cited\n\n{WALT}") == [NAU, WALT]


def test_the_site_below_its_title_belongs_to_it() -> None:
    listed = 'Hale, Ann. "Rain in May."\n\nCity Times\n\n. City Times Company, 2014. Print.'
    assert entries(f"{ESSAY}Works Cited\n\n{listed}\n\n{NAU}") == [listed, NAU]


def test_an_open_quotation_mark_holds_lines_together() -> None:
    listed = '"The Long and Winding\n\nRoad to Peace." Town Daily, 2012.'
    assert entries(f"{ESSAY}Works Cited\n\n{listed}\n\n{NAU}") == [listed, NAU]


def test_prose_ends_the_list() -> None:
    prose = "After the list the writer goes on to think about peace and war " * 8
    assert entries(f"{ESSAY}References\n{NAU}\n{WALT}\n\n{prose}") == [NAU, WALT]


def test_paragraphs_are_left_as_they_are() -> None:
    doc = ENGLISH.make_doc(f"{ESSAY}References\n{NAU}")
    doc._.paragraphs = [Found(0, 20), Found(30, len(doc.text))]
    assert References()(doc)._.paragraphs == [Found(0, 20), Found(30, len(doc.text))]


@pytest.mark.parametrize(
    ("entry", "author", "title", "year"),
    [
        (NAU, "Nau, Henry", "Perspectives on International Relations", "2017"),
        (WALT, "Walt, Stephen M.", "Who's Afraid of the Balance of Power?", "2017"),
        ("Smith, J. (2019). The rise of cats. Journal of Cats, 3(2), 4-5.", "Smith, J.", "The rise of cats", "2019"),
        ("Smith, J., & Jones, A. B. (n.d.). Dogs. Penguin.", "Smith, J., & Jones, A. B.", "Dogs", "n.d."),
        ("Lee, K. (2020a, March 5). A day. https://lee.org", "Lee, K.", "A day", "2020a"),
        (
            "World Health Organization. (2020). Global report. https://who.int/x",
            "World Health Organization", "Global report", "2020",
        ),
        ("World Health Organization. Report. WHO, 2020.", "World Health Organization", "Report", "2020"),
        ("Walt, Stephen. 1987. Origins of Alliances. Cornell UP.", "Walt, Stephen", "Origins of Alliances", "1987"),
        ("Stein, Stanley J. Vassouras, a Town. Harvard UP, 1957.", "Stein, Stanley J.", "Vassouras, a Town", "1957"),
        ("Diplomacy. Simon & Schuster, 1994.", None, "Diplomacy", "1994"),
        (
            '"Driving and Texting." News Today, 5 May 2019, www.news.com/x. Accessed 5 June 2020.',
            None, "Driving and Texting", "2019",
        ),
        ('[3] S. Walt, "Alliance formation," Int. Security, 1985.', "S. Walt", "Alliance formation", "1985"),
        ('"The Law of 2018." Safe Roads, www.saferoads.org.', None, "The Law of 2018", None),
        ("https://www.example.org/2019/a", None, None, None),
        ("Article: The Cost of College by J. Smith", "J. Smith", "The Cost of College", None),
        ('Lane, Joe. "Why Dogs Rule." Pet Time, 12 Mar. 2017, www.pettime.example.com/dogs.', "Lane, Joe",
         "Why Dogs Rule", "2017"),
        ('Doyle, Pam. "Cheap Shirts." Daily Post. Post Media, 3 May 2012. Web. 16 Nov. 2013.', "Doyle, Pam",
         "Cheap Shirts", "2012"),
    ],
)  # fmt: skip
def test_fields_are_read(entry: str, author: str | None, title: str | None, year: str | None) -> None:
    found = read_fields(COMPONENT.crf, entry)
    assert (found.author, found.title, found.year) == (author, title, year)


def test_the_container_is_told_from_the_title() -> None:
    found = read_fields(COMPONENT.crf, 'Lane, Joe. "Dogs." Pet Time, 12 Mar. 2017, www.pettime.example.com/dogs.')
    assert (found.title, found.container) == ("Dogs", "Pet Time")


@pytest.mark.parametrize(
    ("text", "author"),
    [
        ("By Ann Lee.", "Ann Lee"), ("Lee, A. B.", "Lee, A. B."), ("Lee, Ann,", "Lee, Ann"), ("Lee, Ann.", "Lee, Ann"),
        ("Lee, Ann, et al.", "Lee, Ann, et al."), ("  Lee,\n Ann ", "Lee, Ann"), ("...", None),
    ],
)  # fmt: skip
def test_an_author_is_tidied(text: str, author: str | None) -> None:
    assert tidy_author(text) == author


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ('"Why Dogs Rule."', "Why Dogs Rule"), ("“Who Pays?”", "Who Pays?"), ("The Deep\n  Water.", "The Deep Water"),
        ("And so on...", "And so on..."), ("_Winter_,", "Winter"), ('".', None),
    ],
)  # fmt: skip
def test_a_title_is_tidied(text: str, title: str | None) -> None:
    assert tidy_title(text) == title


LINES = st.lists(
    st.text(max_size=40)
    | st.sampled_from([NAU, WALT, "Works Cited", "References:", "    hanging 2017.", "1.", "", '"A." B, 2019.'])
)


@given(LINES.map("\n".join))
def test_spans_hold_for_any_text(text: str) -> None:
    end = 0
    for entry in read(text)._.references:
        assert end <= entry.start < entry.end <= len(text)
        assert text[entry.start : entry.end] == text[entry.start : entry.end].strip()
        end = entry.end


@given(st.text() | LINES.map(" ".join))
def test_tokens_hold_for_any_text(text: str) -> None:
    end = 0
    for token in tokens(text):
        assert end <= token.start < token.end <= len(text)
        assert token.text == text[token.start : token.end]
        assert token.text.strip()
        end = token.end
    read_fields(COMPONENT.crf, text)
