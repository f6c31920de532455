"""From the launch to the gradebook, with PyLTI1p3 and a platform that checks every signature."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest

pytest.importorskip("pylti1p3", reason="PyLTI1p3 is not installed: pip install -e plugins/lti")
pytest.importorskip("flask", reason="flask is not installed: pip install -e plugins/lti")

import requests
from pylti1p3.exception import LtiException
from pylti1p3.tool_config import ToolConfDict
from scorer_lti import Handed, Link, Store, create_app, grade_of
from stub_platform import AGS, CLAIM, CLIENT, DEPLOYMENT, Platform, key_pair, served

import scorer
from scorer.lms import ags_score

ESSAY = """Many streets in our town have no shade at all. The town should plant more trees, because they make summers
cooler, clean the air and bring people outside.

First, trees cool the streets. For example, on our street with old trees my grandmother can walk to the shop in July,
while on the square without any she has to rest twice. A tree that was planted ten years ago already gives that shade.

Second, trees bring people outside. When the school planted six of them in the yard, students began to eat there, and
teachers say that the afternoon lessons became calmer. Some people argue that trees cost money. That is true, but a
tree costs less than one bench, and it lasts longer.

For these reasons the town should plant trees in every street that has room for them.
"""


@pytest.fixture(scope="module")
def engine() -> scorer.Engine:
    return scorer.load()


@pytest.fixture(scope="module")
def tool_keys() -> tuple[str, str]:
    return key_pair()


@pytest.fixture
def platform(engine: scorer.Engine, tool_keys: tuple[str, str], tmp_path: Path) -> Iterator[Platform]:
    """The platform and the tool, each on a port of its own."""
    made = Platform()
    with served(made.app) as made.url:
        settings = {
            "client_id": CLIENT, "auth_login_url": f"{made.url}/auth", "auth_token_url": f"{made.url}/token",
            "key_set_url": f"{made.url}/jwks", "deployment_ids": [DEPLOYMENT],
        }  # fmt: skip
        tool = ToolConfDict({made.url: settings})
        tool.set_private_key(made.url, tool_keys[0])
        tool.set_public_key(made.url, tool_keys[1])
        app = create_app(tool, Store(tmp_path / "essays.sqlite"), engine, "secret of the tests", https=False)
        with served(app) as made.tool:
            yield made


class Browser:
    """What a browser does for one person; ``page`` is where they are."""

    def __init__(self, platform: Platform, role: str, user: str, name: str) -> None:
        self.platform, self.role, self.user, self.name = platform, role, user, name
        self.session = requests.Session()
        self.page = requests.Response()

    def asked(self) -> dict[str, str]:
        """The tool's question to the platform, after the platform began a launch."""
        begun = {"iss": self.platform.url, "login_hint": self.user, "client_id": CLIENT,
                 "target_link_uri": f"{self.platform.tool}/launch"}  # fmt: skip
        answer = self.session.post(f"{self.platform.tool}/login", data=begun, allow_redirects=False)
        assert answer.status_code == 302, answer.text
        question = urlsplit(answer.headers["Location"])
        assert question._replace(query="").geturl() == f"{self.platform.url}/auth"
        return {name: values[0] for name, values in parse_qs(question.query).items()}

    def launched(self, **claims: object) -> Browser:
        """Open the assignment."""
        question = self.asked()
        assert (question["response_type"], question["response_mode"]) == ("id_token", "form_post")
        assert (question["client_id"], question["redirect_uri"]) == (CLIENT, f"{self.platform.tool}/launch")
        token = self.platform.id_token(question["nonce"], self.role, self.user, self.name, **claims)  # type: ignore[arg-type]
        return self.answered(token, question["state"])

    def answered(self, token: str, state: str) -> Browser:
        """Post the platform's answer, as its page does."""
        form = {"id_token": token, "state": state}
        self.page = self.session.post(f"{self.platform.tool}/launch", data=form)
        return self

    def sends(self, path: str, **form: str) -> requests.Response:
        """Post a form of the page."""
        return self.session.post(f"{self.page.url}/{path}", data=form)


def student(platform: Platform, user: str = "u-1", name: str = "Ada Berg") -> Browser:
    return Browser(platform, "Learner", user, name).launched()


def teacher(platform: Platform) -> Browser:
    return Browser(platform, "Instructor", "t-1", "Tom Ochs").launched()


def test_an_essay_goes_from_the_launch_to_the_gradebook(platform: Platform, engine: scorer.Engine) -> None:
    ada = student(platform)
    assert "Should the town plant more trees?" in ada.page.text
    assert "was handed in" in ada.sends("essay", text=ESSAY).text
    student(platform, "u-2", "Ben <b>Ohm</b>").sends("essay", text="Trees are nice.")
    tom = teacher(platform)
    assert re.findall(r'<th scope="row">(.*?)</th>', tom.page.text) == ["Ada Berg", "Ben &lt;b&gt;Ohm&lt;/b&gt;"]
    assert ESSAY[:40] not in tom.page.text
    shown = tom.sends("scores").text
    assert (shown.count("Sent as a draft"), shown.count("Sent without a score")) == (1, 1)
    first, second = platform.scores
    given = engine.score(ESSAY, prompt="Should the town plant more trees?")
    assert given.overall is not None
    assert (first["userId"], first["scoreGiven"], first["scoreMaximum"]) == ("u-1", given.overall.score, 4)
    assert (first["activityProgress"], first["gradingProgress"]) == ("Completed", "PendingManual")
    assert first["comment"].startswith("Thesis:")
    assert second.keys() == {"userId", "activityProgress", "gradingProgress", "timestamp"}
    assert platform.refusals == []


def test_a_new_version_replaces_the_old_and_students_see_their_own_alone(platform: Platform) -> None:
    ada = student(platform)
    ada.sends("essay", text="First version.")
    assert "Second version." in ada.sends("essay", text="Second version.").text
    ben = student(platform, "u-2", "Ben Ohm")
    assert "version" not in ben.page.text
    assert ada.sends("essay", text=" \n ").status_code == 400


def test_what_needs_review_is_a_draft_even_when_final_was_asked_for(platform: Platform, engine: scorer.Engine) -> None:
    student(platform).sends("essay", text=ESSAY)
    student(platform, "u-2", "Ben Ohm").sends("essay", text=ESSAY + "\n\n" + ESSAY)
    prompt = "Should the town plant more trees?"
    states = [engine.score(text, prompt=prompt).status for text in (ESSAY, ESSAY + "\n\n" + ESSAY)]
    teacher(platform).sends("scores", final="yes")
    expected = {"scored": "FullyGraded", "needs_review": "PendingManual"}
    assert [score["gradingProgress"] for score in platform.scores] == [expected[state] for state in states]
    assert states[1] == "needs_review"


def test_only_teachers_score_and_nobody_uses_anothers_launch(platform: Platform) -> None:
    ada = student(platform)
    ada.sends("essay", text=ESSAY)
    assert ada.sends("scores").status_code == 403
    tom = teacher(platform)
    ada.page.url = tom.page.url
    assert ada.sends("scores").status_code == 403
    assert requests.get(tom.page.url, timeout=10).status_code == 403
    assert platform.scores == []


@pytest.mark.parametrize(
    "claims",
    [
        {"key": key_pair()[0]},
        {"nonce": "another"},
        {"aud": "another tool"},
        {"exp": 1},
        {f"{CLAIM}deployment_id": "another"},
        {f"{CLAIM}version": "1.1"},
        {f"{CLAIM}resource_link": None},
    ],
    ids=lambda claims: next(iter(claims)).rsplit("/", 1)[-1],
)
def test_a_launch_that_is_not_the_platforms_opens_nothing(platform: Platform, claims: dict[str, object]) -> None:
    ada = Browser(platform, "Instructor", "u-1", "Ada Berg")
    question = ada.asked()
    token = platform.id_token(**{"nonce": question["nonce"], "role": "Instructor", "user": "u", "name": "N"} | claims)  # type: ignore[arg-type]
    page = ada.answered(token, question["state"]).page
    assert page.status_code == 401
    assert "Traceback" not in page.text
    assert "not valid" in page.text


def test_a_launch_with_anothers_state_opens_nothing(platform: Platform) -> None:
    ada, eve = Browser(platform, "Learner", "u-1", "Ada"), Browser(platform, "Learner", "u-9", "Eve")
    question = ada.asked()
    token = platform.id_token(question["nonce"], "Learner", "u-1", "Ada")
    assert eve.answered(token, question["state"]).page.status_code == 401


def test_a_login_leads_to_no_other_page(platform: Platform) -> None:
    begun = {"iss": platform.url, "login_hint": "u", "client_id": CLIENT, "target_link_uri": "https://evil.example/"}
    assert requests.post(f"{platform.tool}/login", data=begun, timeout=10).status_code == 400
    unknown = begun | {"iss": "https://unknown.example", "target_link_uri": f"{platform.tool}/launch"}
    assert requests.post(f"{platform.tool}/login", data=unknown, timeout=10).status_code == 401


def test_a_score_that_the_platform_refuses_is_told(platform: Platform) -> None:
    student(platform).sends("essay", text="Trees are nice.")
    platform.full = True
    answer = teacher(platform).sends("scores")
    assert answer.status_code == 200
    assert "did not take the score (status 422)" in answer.text


def test_a_tool_with_another_key_gets_no_token(platform: Platform, monkeypatch: pytest.MonkeyPatch) -> None:
    student(platform).sends("essay", text="Trees are nice.")
    tom = teacher(platform)
    monkeypatch.setattr(ToolConfDict, "get_private_key", lambda *arguments: key_pair()[0])
    assert "did not take the score (status 401)" in tom.sends("scores").text
    assert (platform.scores, len(platform.refusals)) == ([], 1)
    assert "InvalidSignatureError" in platform.refusals[0]


def test_an_assignment_without_a_column_says_so(platform: Platform) -> None:
    tom = Browser(platform, "Instructor", "t", "Tom").launched(**{f"{AGS}claim/endpoint": None})
    assert "switch on grading" in tom.sends("scores").text


def test_our_payload_is_a_grade_of_pylti1p3(engine: scorer.Engine) -> None:
    for text in (ESSAY, ""):
        payload = ags_score(engine.score(text), "u-1", datetime(2026, 3, 4, tzinfo=UTC), final=True)
        assert json.loads(grade_of(payload).get_value()) == payload
    with pytest.raises(LtiException):
        grade_of(ags_score(engine.score(ESSAY), "u", datetime.now(UTC)) | {"scoreGiven": -1})


def test_links_are_kept_apart(tmp_path: Path) -> None:
    store = Store(tmp_path / "essays.sqlite")
    links = [Link("a", "1", "x"), Link("a", "1", "y"), Link("a", "2", "x"), Link("b", "1", "x")]
    for number, link in enumerate(links):
        store.hand_in(link, Handed("u", "N", f"text {number}"))
    assert [[one.text for one in store.handed_in(link)] for link in links] == [[f"text {k}"] for k in range(4)]
    store.set("key", {"a": 1}, 60)
    store.set("old", 1, -1)
    assert (store.get("key"), store.get("old"), store.get("none")) == ({"a": 1}, None, None)
