"""The whole way in the real workbench and a real browser: settings, essays, feedback, revision, a teacher's change,
and the grade in the workbench's log."""

from __future__ import annotations

import json
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from bench import HOST, missing, workbench
from essays import FIRST, HOSTILE, PROMPT, SECOND
from platform_double import TEACHER, word_file

if TYPE_CHECKING:
    from acts import Acts

pytestmark = pytest.mark.skipif(missing() is not None, reason=f"there is no {missing()}")

CONTRAST = Path(__file__).parents[3] / "tests" / "reports" / "contrast.js"
WIDE, PHONE = (1280, 900), (390, 844)


@pytest.fixture(scope="module")
def acts() -> Iterator[Acts]:
    from acts import Acts
    from browser import browser

    with workbench() as bench, browser(HOST) as window:
        yield Acts(window, bench)


@pytest.fixture(scope="module", autouse=True)
def settled(acts: Acts) -> None:
    """An author chooses; the first try has a mistake, and says which."""
    acts.open(TEACHER, "studio_view")
    acts.fill("[name=display_name]", "Evenings in the library")
    acts.fill("[name=prompt]", PROMPT)
    acts.fill("[name=min_words]", "40")
    acts.fill("[name=rubric]", "own")
    acts.fill("[name=rubric_toml]", "id = 'mine'")
    acts.click(".save-button")
    acts.said("The rubric of the assignment cannot be used", "[role=alert]")
    acts.fill("[name=rubric]", "argument-with-sources")
    acts.click(".save-button")
    acts.said("Saved.")


def test_a_student_writes_reads_revises_and_a_teacher_has_the_last_word(acts: Acts) -> None:
    acts.open("ann")
    assert acts.one(".es-title").text == "Evenings in the library"
    assert PROMPT in acts.text()
    acts.fill(".es-writing textarea", "Too short.")
    assert acts.one(".es-count").text == "2 words, 40 are asked for"
    acts.click(".es-writing [type=submit]")
    acts.said("has 2 words, and the assignment asks for 40")

    acts.hand_in(FIRST)
    acts.said("Your feedback is here.")
    assert acts.all(".es-essay .m.thesis") and acts.all(".es-advice li")
    assert acts.browser.run("return document.activeElement.textContent") == "Feedback on attempt 1"
    shown = acts.browser.run("return document.querySelector('.es-essay').textContent")
    assert shown == FIRST

    acts.hand_in(SECOND)
    acts.said("Feedback on attempt 2", ".es-result h3")
    acts.open("ann")
    assert len(acts.all(".es-progress thead th")) == 3
    assert acts.one(".es-writing textarea").get_property("value") == SECOND
    acts.click(".es-progress [data-attempt]")
    acts.said("Feedback on attempt 1", ".es-result h3")

    acts.open(TEACHER)
    assert "ann" in acts.one(".es-table").text and "–" in acts.one(".es-barcell").text
    acts.click("[data-open]")
    acts.until(".es-one")
    acts.click(".es-one .es-change summary")
    acts.fill(".es-one [name=score]", "4")
    acts.fill(".es-one [name=reason]", "Stands in the first line.")
    acts.click(".es-one [data-form=override] [type=submit]")
    acts.said("set by the teacher: Stands in the first line.", ".es-flaglist")
    assert acts.bench.events("grade") == []
    acts.click("[data-release=yes]")
    acts.said("Released", ".es-table")

    acts.open("ann")
    assert "This is a draft." not in acts.text() and "Stands in the first line." not in acts.text()
    (grade,) = acts.bench.events("grade")
    assert grade["max_value"] == 4 and grade["only_if_higher"] is False
    assert f"{grade['value']:.1f}" == acts.one(".es-overall strong").text
    assert len(acts.bench.events("completion")) == 2
    acts.open("ann")
    assert len(acts.bench.events("grade")) == 1


def test_a_word_file_is_handed_in_and_released_with_the_others(acts: Acts, tmp_path: Path) -> None:
    file = tmp_path / "essay.docx"
    file.write_bytes(word_file(*FIRST.split("\n\n")))
    acts.open("bob")
    acts.hand_in(file=file)
    assert "quiet room" in acts.one(".es-essay").text
    acts.open(TEACHER)
    grades = len(acts.bench.events("grade"))
    acts.click("[data-release-all]")
    acts.said("Released.")
    acts.open("bob")
    assert len(acts.bench.events("grade")) == grades + 1


def test_unfinished_text_is_still_there_after_a_reload(acts: Acts) -> None:
    acts.open("carl")
    acts.fill(".es-writing textarea", "It began with")
    acts.said("Saved.", ".es-saved")
    acts.open("carl")
    assert acts.one(".es-writing textarea").get_property("value") == "It began with"


def test_the_server_refuses_what_the_page_does_not_offer(acts: Acts) -> None:
    acts.open("ann")
    for handler in ("staff_class", "staff_release", "studio_save"):
        body = json.dumps({"students": ["ann"]} if handler == "staff_release" else {})
        answer = acts.browser.driver.execute_async_script(
            "const done = arguments[2]; $.ajax({url: arguments[0], type: 'POST', data: arguments[1],"
            "contentType: 'application/json'}).always((a, b, c) => done([a.status, a.responseJSON?.error]))",
            acts.bench.handler(handler, "ann"),
            body,
        )
        assert answer[0] == 403 and answer[1].endswith(".")
    with pytest.raises(urllib.error.HTTPError, match="403"):  # without the runtime's token
        urllib.request.urlopen(acts.bench.handler("refresh", "ann"), data=b"{}", timeout=30)


def test_marks_and_notes_by_keyboard(acts: Acts) -> None:
    acts.open("ann")
    note = acts.browser.run(
        "const r = document.querySelector('.es-essay .ref'); r.focus();"
        "const n = document.getElementById(r.getAttribute('aria-describedby'));"
        "return [n.classList.contains('es-on'), r.parentElement.classList.contains('es-on'), n.textContent.length > 9]"
    )
    assert note == [True, True, True]
    acts.click(".es-places a")
    assert acts.browser.run("return document.activeElement.matches('.es-essay .ref')")
    acts.click(".es-legend label:has([value=thesis])")
    painted = "return getComputedStyle(document.querySelector('.es-essay .m.thesis:not(.es-on)')).backgroundColor"
    assert acts.browser.run(painted) == "rgba(0, 0, 0, 0)"


@pytest.mark.parametrize("size", [WIDE, PHONE], ids=["wide", "phone"])
@pytest.mark.parametrize(("who", "view"), [("ann", ""), (TEACHER, ""), (TEACHER, "studio_view")])
def test_pages_fit_can_be_read_and_ask_only_their_server(
    acts: Acts,
    who: str,
    view: str,
    size: tuple[int, int],
) -> None:
    acts.open("zoe")
    if not acts.all(".es-result"):
        acts.hand_in(FIRST)
    acts.open(who, view or "student_view", size=size)
    if who == TEACHER and not view:
        acts.click("[data-open]")
        acts.until(".es-one")
    wide = "const e = document.querySelector('.essay-scorer'); e.style.width = arguments[0]; return e.scrollWidth"
    assert acts.browser.run(wide, f"{size[0] - 40}px") <= size[0] - 40
    acts.browser.run("document.querySelector('.debug').remove(); document.querySelector('.banner').remove()")
    measured = acts.browser.run(CONTRAST.read_text(encoding="utf-8"))
    assert measured["poor"] == [] and measured["judged"] > 5
    assert {address.split("/")[2] for address in acts.browser.requests()} == {acts.bench.address.split("/")[2]}
    assert acts.browser.console() == []


def test_a_hostile_essay_is_text(acts: Acts) -> None:
    acts.open("eve")
    acts.hand_in(FIRST.replace("In conclusion", f"{HOSTILE} <img src=x onerror=document.title='caught'> In conclusion"))
    assert HOSTILE in acts.one(".es-essay").text
    acts.open(TEACHER)
    acts.browser.run("document.querySelector('tr[data-student=eve] [data-open]').click()")
    acts.until(".es-one")
    assert "caught" not in acts.driver.title
