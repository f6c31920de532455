"""The page in a real browser: marks, notes, filters by mouse and keyboard, contrast, print, no request and no error."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest
from browser import Browser, browser, missing
from pypdf import PdfReader
from samples import TEXT, assessment, blocked, unreadable
from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys

from scorer.reports.audience import Audience
from scorer.reports.class_report import class_entry, class_page
from scorer.reports.html import essay_page
from scorer.reports.marks import marks_of

pytestmark = pytest.mark.skipif(missing() is not None, reason=f"there is no {missing()}")

CONTRAST = (Path(__file__).parent / "contrast.js").read_text(encoding="utf-8")
MARKS = marks_of(assessment(), Audience.teacher)
WIDE, PHONE = (1280, 900), (390, 844)
SIZES = pytest.mark.parametrize("size", [WIDE, (900, 800), PHONE], ids=["wide", "narrow", "phone"])
SCHEMES = pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    with browser() as made:
        yield made


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    folder = tmp_path_factory.mktemp("pages")
    texts = {
        "teacher": essay_page(assessment()),
        "student": essay_page(assessment(), Audience.student),
        "unreadable": essay_page(unreadable()),
        "blocked": essay_page(blocked()),
        "class": class_page([class_entry(made, "a.html") for made in (assessment(), blocked(), unreadable())]),
    }
    for name, text in texts.items():
        (folder / f"{name}.html").write_text(text, encoding="utf-8")
    return {name: folder / f"{name}.html" for name in texts}


def shown(chromium: Browser) -> str:
    """What the card says, or nothing where it is closed."""
    return str(chromium.run('const c = document.getElementById("card"); return c.hidden ? "" : c.innerText'))


def letters(text: str) -> str:
    """Letters alone: a PDF's text has its own idea of figures and marks."""
    return "".join(re.findall("[A-Za-z]", text))


def number(role: str, place: int = 0) -> int:
    return [mark.number for mark in MARKS if mark.role == role][place]


@pytest.mark.parametrize("name", ["teacher", "student", "unreadable", "blocked", "class"])
@SIZES
def test_a_page_asks_for_nothing_and_complains_of_nothing(
    chromium: Browser, pages: dict[str, Path], name: str, size: tuple[int, int]
) -> None:
    chromium.open(pages[name], size)
    assert chromium.requests() == [pages[name].as_uri()]
    assert chromium.console() == []
    assert "caught" not in chromium.driver.title
    assert chromium.run("return document.documentElement.scrollWidth") <= size[0]


def test_the_policy_stops_what_is_not_the_pages_own(chromium: Browser, pages: dict[str, Path]) -> None:
    chromium.open(pages["teacher"])
    chromium.run(
        'const s = document.createElement("script"); s.textContent = "document.title = 1"; document.body.append(s);'
        'const i = new Image(); i.src = "http://127.0.0.1:9/x.png"; document.body.append(i);'
    )
    assert chromium.driver.title != "1"
    said = [message for message in chromium.console() if "Content Security Policy" in message]
    assert [any(part in message for message in said) for part in ("inline script", "the image")] == [True, True]


def test_marks_hold_their_words_and_the_essay_its_text(chromium: Browser, pages: dict[str, Path]) -> None:
    chromium.open(pages["teacher"])
    assert chromium.run('return document.getElementById("essay").textContent') == TEXT
    words = chromium.run(
        "const made = {};"
        'for (const m of document.querySelectorAll("mark")) (made[m.dataset.m] ??= []).push(m.textContent);'
        "return made"
    )
    found = {int(number): "".join(pieces) for number, pieces in words.items()}
    assert found == {mark.number: TEXT[mark.start : mark.end] for mark in MARKS}


@pytest.mark.parametrize("name", ["teacher", "student", "unreadable", "blocked", "class"])
@SCHEMES
@SIZES
def test_contrast_is_aa(
    chromium: Browser, pages: dict[str, Path], name: str, dark: bool, size: tuple[int, int]
) -> None:
    chromium.open(pages[name], size, dark)
    chromium.run('document.querySelectorAll("details").forEach((part) => { part.open = true; })')
    measured = chromium.run(CONTRAST)
    assert measured["poor"] == []
    assert measured["judged"] > (40 if name in ("teacher", "student") else 4)


@SCHEMES
def test_contrast_is_aa_where_a_mark_is_lit_and_where_kinds_are_switched_off(
    chromium: Browser, pages: dict[str, Path], dark: bool
) -> None:
    chromium.open(pages["teacher"], dark=dark)
    for mark in MARKS:
        chromium.run("document.querySelector(`#m${arguments[0]} > .ref`).focus()", mark.number)
        assert chromium.run(CONTRAST)["poor"] == []
    chromium.run('document.querySelectorAll(".legend input").forEach((box) => box.click())')
    assert chromium.run(CONTRAST)["poor"] == []


@pytest.mark.parametrize("by_keyboard", [False, True], ids=["mouse", "keyboard"])
def test_a_kind_can_be_switched_off_and_on(chromium: Browser, pages: dict[str, Path], by_keyboard: bool) -> None:
    chromium.open(pages["teacher"])
    state = (
        'const mark = document.querySelector(".m.reason"), note = document.querySelector(".note.reason");'
        'const painted = getComputedStyle(mark).backgroundColor !== "rgba(0, 0, 0, 0)";'
        'return [painted, mark.querySelector(".ref").checkVisibility(), note.checkVisibility()]'
    )
    box = chromium.driver.find_element(By.ID, "show-reason")
    assert chromium.run(state) == [True, True, True]
    for expected in (False, True):
        if by_keyboard:
            box.send_keys(Keys.SPACE)
        else:
            box.find_element(By.XPATH, "..").click()
        assert chromium.run(state) == [expected] * 3
        chromium.run("document.querySelector('.m.reason').click()")
        assert ("Reason 1" in shown(chromium)) == expected
        chromium.run("document.dispatchEvent(new KeyboardEvent('keydown', {key: 'Escape'}))")


def test_all_and_none(chromium: Browser, pages: dict[str, Path]) -> None:
    chromium.open(pages["teacher"])
    count = 'return document.querySelectorAll(".legend input:checked").length'
    every = chromium.run(count)
    for words, expected in (("None", 0), ("All", every)):
        chromium.driver.find_element(By.XPATH, f"//button[.='{words}']").click()
        assert chromium.run(count) == expected
    assert every == 9


def test_all_and_none_stay_on_one_line(chromium: Browser, pages: dict[str, Path]) -> None:
    chromium.open(pages["teacher"])
    parted = (
        'const legend = document.querySelector(".legend"), parted = [];'
        "for (let width = 300; width < 1200; width += 8) {"
        '  legend.style.width = `${width}px`; const [all, none] = legend.querySelectorAll("button");'
        "  if (all.offsetTop !== none.offsetTop) parted.push(width);"
        "} return parted"
    )
    assert chromium.run(parted) == []


@SIZES
def test_the_sign_of_a_mark_stands_apart_from_the_word(
    chromium: Browser, pages: dict[str, Path], size: tuple[int, int]
) -> None:
    chromium.open(pages["teacher"], size)
    space, em = chromium.run(
        'const sign = document.querySelector(".m.thesis > .ref"), look = getComputedStyle(sign, "::before");'
        'const pen = document.createElement("canvas").getContext("2d"); pen.font = look.font;'
        "return [sign.getBoundingClientRect().width - pen.measureText(sign.dataset.tag).width, "
        "parseFloat(look.fontSize)]"
    )
    assert 0.3 * em < space < 0.8 * em


@SIZES
def test_a_tap_shows_the_notes_of_all_marks_there_and_escape_closes_them(
    chromium: Browser, pages: dict[str, Path], size: tuple[int, int]
) -> None:
    chromium.open(pages["teacher"], size)
    citation = chromium.driver.find_element(By.ID, f"m{number('citation')}")
    chromium.run("arguments[0].scrollIntoView({block: 'center'})", citation)
    citation.click()
    words = shown(chromium)
    for label in ("Citation", "Evidence 1", "Works well"):
        assert label in words
    assert "on" in citation.get_attribute("class").split()
    box = chromium.run("return document.getElementById('card').getBoundingClientRect().toJSON()")
    assert box["left"] >= 0 and box["right"] <= size[0] and box["top"] >= 0 and box["bottom"] <= size[1]
    ActionChains(chromium.driver).send_keys(Keys.ESCAPE).perform()
    assert shown(chromium) == ""
    assert "on" not in citation.get_attribute("class").split()


def test_hovering_shows_a_note_and_leaving_hides_it(chromium: Browser, pages: dict[str, Path]) -> None:
    chromium.open(pages["teacher"])
    mark = chromium.driver.find_element(By.ID, f"m{number('counterargument')}")
    chromium.run("arguments[0].scrollIntoView({block: 'center'})", mark)
    ActionChains(chromium.driver).move_to_element(mark).pause(0.4).perform()
    assert "A point against the position." in shown(chromium)
    ActionChains(chromium.driver).move_to_element(chromium.driver.find_element(By.ID, "h-essay")).pause(0.2).perform()
    assert shown(chromium) == ""


def test_the_keyboard_reaches_every_mark_in_order_and_hears_its_note(chromium: Browser, pages: dict[str, Path]) -> None:
    chromium.open(pages["teacher"])
    chromium.run('document.querySelector("[data-all=\\"\\"]").focus()')
    reached = []
    for _ in MARKS:
        ActionChains(chromium.driver).send_keys(Keys.TAB).perform()
        at = chromium.run(
            "const e = document.activeElement, n = document.getElementById(e.getAttribute('aria-describedby'));"
            "return [Number(e.parentElement.dataset.m), e.getAttribute('aria-label'), n.textContent,"
            " getComputedStyle(e.parentElement).outlineStyle]"
        )
        reached.append(at[0])
        mark = MARKS[at[0] - 1]
        assert at[1] == mark.label
        assert mark.note in at[2]
        assert at[3] == "solid"
        assert mark.note.split(".")[0] in shown(chromium)
    assert reached == [mark.number for mark in MARKS]


def test_controls_have_names_and_a_visible_focus(chromium: Browser, pages: dict[str, Path]) -> None:
    chromium.open(pages["teacher"])
    tree = chromium.command("Accessibility.getFullAXTree")["nodes"]
    roles = {"link", "button", "checkbox", "DisclosureTriangle", "doc-noteref"}
    named = [node for node in tree if not node.get("ignored") and node["role"]["value"] in roles]
    assert len(named) > 30
    assert [node for node in named if not node.get("name", {}).get("value", "").strip()] == []
    headings = [
        node["name"]["value"] for node in tree if not node.get("ignored") and node["role"]["value"] == "heading"
    ]
    assert headings[:2] == ["Ann <b>Lee</b>", "Score"]
    ActionChains(chromium.driver).send_keys(Keys.TAB).perform()
    skip = chromium.driver.switch_to.active_element
    assert skip.text == "Skip to the feedback"
    skip.send_keys(Keys.ENTER)
    assert chromium.driver.switch_to.active_element.get_attribute("id") == "feedback"


@SIZES
def test_a_link_in_the_feedback_leads_to_its_words(
    chromium: Browser, pages: dict[str, Path], size: tuple[int, int]
) -> None:
    chromium.open(pages["teacher"], size)
    link = chromium.driver.find_element(By.CSS_SELECTOR, "#c-conventions [data-go]")
    target = link.get_attribute("data-go")
    chromium.run("arguments[0].scrollIntoView({block: 'center'})", link)
    link.click()
    ActionChains(chromium.driver).pause(0.3).perform()
    at = chromium.run("return document.getElementById(arguments[0]).getBoundingClientRect().top", f"m{target}")
    assert 0 < at < size[1]
    assert "Look at these places again" in shown(chromium)
    assert chromium.run("return document.activeElement.parentElement.id") == f"m{target}"


def test_notes_beside_the_text_do_not_overlap_and_stand_near_their_words(
    chromium: Browser, pages: dict[str, Path]
) -> None:
    chromium.open(pages["teacher"])
    boxes = chromium.run(
        'return [...document.querySelectorAll(".note.placed")].map((n) => n.getBoundingClientRect().toJSON())'
    )
    essay = chromium.run('return document.getElementById("essay").getBoundingClientRect().right')
    assert len(boxes) >= 5
    ordered = sorted(boxes, key=lambda box: box["top"])
    assert all(a["bottom"] <= b["top"] for a, b in pairwise(ordered))
    assert all(box["left"] > essay for box in boxes)


def test_motion_is_only_for_those_who_want_it(chromium: Browser, pages: dict[str, Path]) -> None:
    scroll = "return getComputedStyle(document.documentElement).scrollBehavior"
    chromium.open(pages["teacher"])
    assert chromium.run(scroll) == "auto"
    chromium.open(pages["teacher"], motion=True)
    assert chromium.run(scroll) == "smooth"


@SCHEMES
def test_print_holds_the_essay_and_every_note(chromium: Browser, pages: dict[str, Path], dark: bool) -> None:
    chromium.open(pages["teacher"], dark=dark)
    printed = "".join(page.extract_text() for page in PdfReader(io.BytesIO(chromium.printed())).pages)
    for mark in MARKS:
        assert letters(mark.note) in letters(printed)
    assert "Feedback" in printed
    assert "Show in the text" not in printed


def test_without_script_the_notes_are_a_list_and_links_lead_to_them(chromium: Browser, pages: dict[str, Path]) -> None:
    chromium.command("Emulation.setScriptExecutionDisabled", value=True)
    try:
        chromium.open(pages["teacher"])
        notes = chromium.driver.find_elements(By.CSS_SELECTOR, ".note")
        assert len(notes) == max(mark.reference for mark in MARKS)
        assert all(note.is_displayed() for note in notes)
    finally:
        chromium.command("Emulation.setScriptExecutionDisabled", value=False)
