"""A small platform for the block: XBlock's own test runtime, with users, services, and the events that it was told.

All runtimes of one platform share its store, so that what one user does is there when another one comes.
"""

from __future__ import annotations

import io
import json
from types import SimpleNamespace
from typing import Any

from essay_scorer_xblock import EssayScorerXBlock
from webob import Request
from xblock.fields import ScopeIds
from xblock.reference.user_service import UserService, XBlockUser
from xblock.runtime import DictKeyValueStore, KvsFieldData, MemoryIdManager, NullI18nService
from xblock.test.tools import TestRuntime

TEACHER = "teacher"
USAGE = "usage-1"


class Users(UserService):
    """Tells who is there, as the workbench does."""

    def __init__(self, id: str | None, **attributes: Any) -> None:
        user = XBlockUser(is_current_user=True, full_name=f"{id} <b>")
        user.opt_attrs.update(attributes)
        super().__init__(user=user)

    def get_current_user(self) -> XBlockUser:
        return self._user


class ServerSettings:
    def __init__(self, values: dict[str, Any]) -> None:
        self._values = values

    def get_settings_bucket(self, block: Any, default: Any = None) -> dict[str, Any]:
        assert block.block_settings_key == "essay_scorer"
        return self._values


class PlatformRuntime(TestRuntime):
    """One user's runtime."""

    def __init__(self, platform: Platform, user: str | None, services: dict[str, Any]) -> None:
        ids = MemoryIdManager()
        super().__init__(id_reader=ids, id_generator=ids, services=services)
        self.user_id = user
        self._platform = platform

    def publish(self, block: Any, event_type: str, event_data: dict[str, Any]) -> None:
        self._platform.events.append((self.user_id, event_type, event_data))


class Platform:
    """Blocks for users. ``settings`` are the author's, ``server`` the server's; ``services`` come on top."""

    def __init__(self, settings: dict[str, Any] | None = None, server: dict[str, Any] | None = None) -> None:
        self.events: list[tuple[str | None, str, dict[str, Any]]] = []
        self.store = DictKeyValueStore()
        self.server = {"staff": [TEACHER], **(server or {})}
        self.services: dict[str, Any] = {}
        self.attributes: dict[str, Any] = {}
        if settings:
            block = self.block(TEACHER)
            for name, value in settings.items():
                setattr(block, name, value)
            block.save()

    def block(self, user: str | None) -> EssayScorerXBlock:
        """The block as it is made for one request of a user."""
        services = {
            "field-data": KvsFieldData(self.store),
            "i18n": NullI18nService(),
            "user": Users(user, **self.attributes),
            "settings": ServerSettings(self.server),
            **self.services,
        }
        runtime = PlatformRuntime(self, user, services)
        return runtime.construct_xblock_from_class(
            EssayScorerXBlock, ScopeIds(user, "essay_scorer", "definition-1", USAGE)
        )

    def view(self, user: str | None, name: str = "student_view") -> str:
        """A view's HTML."""
        return self.block(user).render(name).body_html()

    def ask(self, user: str | None, handler: str, body: Any = None, raw: bytes | None = None) -> Any:
        """The answer to a request; ``status`` is HTTP's."""
        data = json.dumps(body if body is not None else {}).encode() if raw is None else raw
        return self._answer(user, handler, Request.blank("/", POST=data, content_type="application/json"))

    def hand_in(self, user: str | None, text: str = "", file: tuple[str, bytes] | None = None) -> Any:
        """The answer to an essay that is handed in."""
        data: dict[str, Any] = {"text": text}
        if file:
            data["file"] = file
        request = Request.blank("/", POST=data) if file else Request.blank("/", POST=_multipart(text))
        if not file:
            request.content_type = "multipart/form-data; boundary=es"
        return self._answer(user, "submit", request)

    def grades(self, user: str | None = None) -> list[tuple[float, float]]:
        """The grades that the platform was told, of one user or of all."""
        return [
            (round(event["value"], 4), event["max_value"])
            for who, kind, event in self.events
            if kind == "grade" and user in (None, who)
        ]

    def row(self, student: str) -> dict[str, Any]:
        """A student's line in the shared state."""
        row: dict[str, Any] = self.block(TEACHER).rows[student]
        return row

    def _answer(self, user: str | None, handler: str, request: Request) -> Any:
        response = self.block(user).handle(handler, request)
        assert response.content_type == "application/json"
        return SimpleNamespace(status=response.status_code, **json.loads(response.body))


def _multipart(text: str) -> bytes:
    return f'--es\r\nContent-Disposition: form-data; name="text"\r\n\r\n{text}\r\n--es--\r\n'.encode()


def word_file(*paragraphs: str) -> bytes:
    """A .docx."""
    from docx import Document

    document = Document()
    for paragraph in paragraphs:
        document.add_paragraph(paragraph)
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()
