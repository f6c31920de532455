"""A platform that names people and keeps their state as Open edX does, by the names of its services."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest
from essay_scorer_xblock.words import SCRIPT
from essays import FIRST, PROMPT
from platform_double import USAGE, Platform, Users

PEOPLE = {"anon-1": ("7", "ann", "Ann Lee"), "anon-2": ("8", "tess", "Tess Vale")}
BY_ID = {id: key for key, (id, _, _) in PEOPLE.items()}


class OpenEdxUsers(Users):
    """Attributes as in ``common/djangoapps/xblock_django/user_service.py`` of the platform."""

    def __init__(self, id: str, staff: bool = False, role: str = "student") -> None:
        key = BY_ID[id]
        super().__init__(
            id,
            **{
                "edx-platform.is_authenticated": True,
                "edx-platform.anonymous_user_id": key,
                "edx-platform.username": PEOPLE[key][1],
                "edx-platform.user_is_staff": staff,
                "edx-platform.user_role": role,
            },
        )

    def get_user_by_anonymous_id(self, uid: str | None = None) -> Any:
        if uid not in PEOPLE:
            return None
        _, username, name = PEOPLE[uid]
        return SimpleNamespace(username=username, profile=SimpleNamespace(name=name))


class UserState:
    """As ``lms/djangoapps/courseware/services.py`` of the platform."""

    def __init__(self, platform: Platform) -> None:
        self._platform = platform
        self.asked: list[tuple[str, str]] = []

    def get_state_as_dict(self, username_or_email: str, block_id: str) -> dict[str, Any]:
        self.asked.append((username_or_email, block_id))
        id = next(id for id, username, _ in PEOPLE.values() if username == username_or_email)
        saved = self._platform.services
        self._platform.services = {}
        try:
            return {"attempts": self._platform.block(id).attempts}
        finally:
            self._platform.services = saved


@pytest.fixture
def platform() -> Platform:
    made = Platform({"prompt": PROMPT}, server={"staff": ["7", "anon-1"]})
    made.services = {"user": OpenEdxUsers("7")}
    made.hand_in("7", FIRST)
    return made


def as_staff(platform: Platform, **role: Any) -> UserState:
    state = UserState(platform)
    platform.services = {"user": OpenEdxUsers("8", **role), "user_state": state}
    return state


def test_shared_state_holds_the_anonymous_id_and_no_name(platform: Platform) -> None:
    block = platform.block("7")
    assert list(block.rows) == ["anon-1"]
    assert "Ann" not in str(block.rows) and "ann" not in [str(value) for value in block.rows["anon-1"].values()]
    assert "library" not in str(block.rows)


@pytest.mark.parametrize("role", [{"staff": True}, {"role": "staff"}, {"role": "instructor"}])
def test_staff_read_names_and_state_through_the_platforms_services(platform: Platform, role: dict[str, Any]) -> None:
    state = as_staff(platform, **role)
    assert "Ann Lee (ann)" in platform.view("8")
    page = platform.ask("8", "staff_student", {"student": "anon-1"}).html
    assert "quiet room at home" in page and "Ann Lee (ann)" in page
    assert state.asked == [("ann", USAGE)]


def test_the_servers_list_of_staff_counts_only_where_the_platform_tells_no_roles(platform: Platform) -> None:
    assert "es-board" not in platform.view("7")
    assert platform.ask("7", "staff_class").status == 403


def test_somebody_who_is_not_logged_in_is_nobody(platform: Platform) -> None:
    visitor = Users("7", **{"edx-platform.is_authenticated": False})
    platform.services = {"user": visitor}
    assert platform.ask("7", "refresh").status == 403


@pytest.mark.parametrize("may", [True, False])
def test_in_studio_the_course_says_who_writes_settings(platform: Platform, may: bool) -> None:
    platform.services["studio_user_permissions"] = SimpleNamespace(can_write=lambda course: may)
    body = {"display_name": "New"}
    assert (platform.ask("7", "studio_save", body).status == 200) == may
    assert (platform.block("7").display_name == "New") == may


def test_in_the_lms_nobody_writes_settings(platform: Platform) -> None:
    as_staff(platform, staff=True)
    assert platform.ask("8", "studio_save", {"display_name": "New"}).status == 403


class Loud:
    """A language of capitals."""

    def gettext(self, text: str) -> str:
        return text.upper().replace("%(N)S", "%(n)s").replace("%(ALL)S", "%(all)s").replace("{N}", "{n}")

    def ngettext(self, one: str, many: str, n: int) -> str:
        return self.gettext(one if n == 1 else many)


def test_every_page_speaks_the_readers_language() -> None:
    platform = Platform({"prompt": PROMPT, "min_words": 20})
    platform.services = {"i18n": Loud()}
    page = platform.view("ann")
    for words in ("WRITE YOUR ESSAY", "HAND IN", "20 WORDS OR MORE", "ATTEMPT 1 OF 3"):
        assert words in page
    assert platform.hand_in("ann", "").error.startswith("THERE IS NO ESSAY YET")
    words = platform.block("ann")._words()
    assert set(words) == set(SCRIPT) and words["saved"] == "SAVED."
