"""The report of a class: who comes first, what is counted, who is alike, and nothing that a file could smuggle in."""

from __future__ import annotations

import random
from typing import Any

import pytest
from bs4 import BeautifulSoup, Tag
from samples import HOSTILE, assessment, blocked, said, unreadable
from synthetic_essays import GOOD, WEAK, essay

from scorer.assessment import Assessment, Feedback
from scorer.feedback.catalogue import messages
from scorer.reports.audience import Audience
from scorer.reports.class_report import ClassEntry, class_entry, class_page
from scorer.reports.class_report.alike import alike
from scorer.reports.class_report.common import needs, slips, strengths
from scorer.reports.class_report.distribution import DOTS, STEPS, distributions
from scorer.reports.class_report.themes import headline, theme_of


def made(name: str, score: float = 2.0, text: str = "", **changes: Any) -> ClassEntry:
    """The entry of an essay without flags, with its own text."""
    submission = {"id": name, "path": None, "student": name, "words": 90, "sha256": ""}
    overall = {"score": score, "max_score": 4, "level": "Good", "interval": (score, score)}
    plain: dict[str, Any] = {"status": "scored", "flags": [], "corrections": [], "structure": {}, "text": text or name}
    criteria = [criterion.model_dump() | {"feedback": []} for criterion in assessment().criteria]
    changed = {"submission": submission, "overall": overall, "criteria": criteria, **plain, **changes}
    return class_entry(assessment(**changed), f"{name}.html")


def page(*entries: ClassEntry, **more: Any) -> BeautifulSoup:
    return BeautifulSoup(class_page(entries, **more), "html.parser")


def part(soup: BeautifulSoup, name: str) -> Tag:
    found = soup.find(class_=name)
    assert isinstance(found, Tag), name
    return found


def entries_of(*assessments: Assessment) -> list[ClassEntry]:
    return [class_entry(one, f"{number}.html") for number, one in enumerate(assessments)]


def test_those_to_look_at_come_first_under_what_is_said_of_them() -> None:
    soup = page(*entries_of(assessment(), blocked(), unreadable()), made("Ben"))
    first = part(soup, "first")
    assert first.sourceline is not None
    reasons = [reason.get_text(" ", strip=True) for reason in first.find_all(class_="reason")]
    assert [text.split("  ")[0].split(" Ann")[0] for text in reasons] == [
        "Check the reasons by eye.",
        "Not scored The essay has 3 words.",
        f"Not scored The file {HOSTILE} is empty.",
    ]
    assert "Ben" not in first.get_text()
    assert "3 wait for your eye" in part(soup, "gist").get_text()
    sections = [section["aria-labelledby"] for section in soup.main.find_all("section", recursive=False)]  # type: ignore[union-attr]
    assert sections == ["h-first", "h-spread", "h-all"]


def test_the_students_page_points_at_nobody() -> None:
    soup = page(*entries_of(assessment(), assessment()), audience=Audience.student)
    text = soup.get_text()
    assert not any(words in text for words in ("Look at these first", "Much alike", "wait for your eye", "Review"))
    assert not soup.find_all(class_="check")


def test_no_name_becomes_more_than_text() -> None:
    soup = page(made(HOSTILE), made('"><img src=x onerror=alert(1)>'))
    assert [script.get_text()[:2] for script in soup.find_all("script")] == ["/*"]
    assert not soup.find_all("img")
    assert HOSTILE in soup.get_text()


def test_every_essay_is_a_row_that_can_be_sorted() -> None:
    soup = page(made("Ann", 3.26), made("Bob", 1.04), *entries_of(unreadable()))
    rows = soup.tbody.find_all("tr")  # type: ignore[union-attr]
    assert [row.th.a["href"] for row in rows] == ["./Ann.html", "./Bob.html", "./0.html"]
    assert [row.find(class_="sum")["data-value"] for row in rows] == ["3.26", "1.04", ""]
    assert [row.find_all("td")[-1]["data-value"] for row in rows] == ["0", "0", "2"]
    assert len({len(row.find_all(["td", "th"])) for row in soup.find_all("tr")}) == 1


def test_what_is_missing_is_said() -> None:
    assert "3 more are still to be scored" in page(made("Ann"), missing=3).get_text()


def test_a_class_of_none_is_a_page() -> None:
    assert "0 essays" in page(missing=4).get_text()


class Filling(dict[str, str]):
    """What placeholders stand for: a quotation, unless something else is known."""

    def __missing__(self, key: str) -> str:
        return "“some words, and more”"


@pytest.mark.parametrize("code", sorted(messages()))
def test_a_sentence_leads_back_to_its_message(code: str) -> None:
    message = messages()[code]
    fields = {"number": "three", "times": "three times", "in_all": " (4 in all)", "words": "12"}
    for text in message.texts:
        filled = text.format_map(Filling(fields))
        found = theme_of(Feedback(kind=message.kind, message=filled[0].upper() + filled[1:]))
        assert headline(found) == headline(code), (filled, found)


def test_sentences_of_no_message_are_counted_by_what_they_do_not_quote() -> None:
    one = Feedback(kind="improve", message="Your rubric asks for 3 sources: “a” and “b” are 2.")
    other = Feedback(kind="improve", message="Your rubric asks for 4 sources: “c” and “d” are 1.")
    assert theme_of(one) == theme_of(other)
    assert "“…”" in headline(theme_of(one))


def test_strengths_needs_and_slips_are_counted_by_essays() -> None:
    def with_feedback(name: str, *feedback: dict[str, Any], mended: int = 0) -> ClassEntry:
        criteria = [assessment().criteria[0].model_dump() | {"feedback": feedback}]
        correction = assessment().corrections[0].model_dump()
        return made(name, criteria=criteria, corrections=[correction] * mended)

    praise, advice = said("strength", "You do this well: “x”."), said("improve", "Do that: “x”.")
    entries = [
        with_feedback("Ann", praise, praise, mended=3),
        with_feedback("Bob", praise, advice, mended=1),
        with_feedback("Cem", advice),
        with_feedback("Dot"),
    ]
    assert [(one.title, one.criterion, [e.name for e in one.essays]) for one in strengths(entries)] == [
        ("You do this well: “…”.", "Thesis", ["Ann", "Bob"])
    ]
    assert [[e.name for e in one.essays] for one in needs(entries)] == [["Bob", "Cem"]]
    assert [(one.title, one.count, len(one.essays)) for one in slips(entries)] == [("Misspelled words", 4, 2)]


def test_essays_that_share_long_stretches_are_found_and_others_are_not() -> None:
    place = "library"
    copied = " ".join(sentence.format(place=place) for sentence in GOOD)
    own = [" ".join(f"word{random.Random(seed * 1000 + k).random()}" for k in range(150)) for seed in range(6)]
    entries = [made(f"e{number}", text=text) for number, text in enumerate(own)]
    assert alike(entries) == []
    entries += [made("whole", text=f"{own[0]} {copied}"), made("part", text=copied.upper())]
    (pair,) = [pair for pair in alike(entries) if "e0" not in (pair.one.name, pair.other.name)]
    assert {pair.one.name, pair.other.name} == {"whole", "part"}
    assert pair.share == 1.0
    assert pair.passage.casefold().startswith("in my opinion, the school should keep the library open")
    assert "100% of the shorter one" in page(*entries).get_text()


def test_what_the_whole_class_has_is_a_source_and_no_copy() -> None:
    shared = " ".join(sentence.format(place="gym") for sentence in WEAK)
    texts = [f"{shared} " + " ".join(f"w{number}x{k}" for k in range(200)) for number in range(14)]
    assert alike([made(f"e{number}", text=text) for number, text in enumerate(texts)]) == []


def test_scores_lie_in_columns_over_the_scale() -> None:
    (whole, *criteria) = distributions([made(f"e{number}", score) for number, score in enumerate((0, 1.99, 2.0, 4))])
    assert (whole.title, whole.count, whole.least, whole.most, whole.tallest) == ("Overall", 4, 0, 4, 1)
    assert [round(column.low, 3) for column in whole.columns] == [0.0, 1.8, 2.0, 3.8]
    assert whole.ticks == (0, 1, 2, 3, 4)
    assert [one.title for one in criteria] == ["Thesis", "Use of sources", "Conventions"]
    assert whole.columns[-1].place == (STEPS - 0.5) / STEPS


def test_many_essays_are_bars() -> None:
    few, many = [made(f"e{n}", n / 3) for n in range(9)], [made(f"e{n}", n % 9 / 2.5) for n in range(DOTS[0] + 1)]
    assert len(page(*few).find_all("circle")) > len(few)
    assert not [dot for dot in page(*many).find_all("circle") if dot.find("title")]


def test_entries_outlive_a_stopped_run() -> None:
    for entry in entries_of(assessment(), blocked(), unreadable()):
        assert ClassEntry.model_validate_json(entry.model_dump_json()) == entry
    assert "Should our school start later?" not in entries_of(assessment())[0].text
    assert essay(random.Random(1), 1.0) == made("x", text=essay(random.Random(1), 1.0)).text
