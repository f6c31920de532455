"""Who is asking, by what the runtime tells: a student, a teacher, an author, or nobody that it knows."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from essay_scorer_xblock.executors import Server

STAFF_ROLES = ("staff", "instructor")
_IS_STAFF, _ROLE = "edx-platform.user_is_staff", "edx-platform.user_role"
_ANONYMOUS, _KNOWN = "edx-platform.anonymous_user_id", "edx-platform.is_authenticated"
_NAME = "edx-platform.username"


@dataclass(frozen=True)
class Person:
    """``key`` names the person in shared state: the platform's anonymous id where there is one, else the user's id.

    Empty for somebody who is not logged in.
    """

    key: str
    name: str
    staff: bool


def viewer(block: Any, server: Server) -> Person:
    """Who is looking. Only the server's word makes somebody staff."""
    user = _user(block)
    attributes = user.opt_attrs if user is not None else {}
    if attributes.get(_KNOWN) is False:
        return Person("", "", False)
    id = block.scope_ids.user_id
    key = str(attributes.get(_ANONYMOUS) or (id if id is not None else ""))
    name = attributes.get(_NAME) or getattr(user, "full_name", None) or key
    return Person(key, str(name), bool(key) and _is_staff(block, attributes, server))


def may_author(block: Any, server: Server) -> bool:
    """Whether the settings may be changed here: in Studio by its writers, elsewhere by staff that the server names."""
    permissions = block.runtime.service(block, "studio_user_permissions")
    if permissions is not None:
        course = getattr(block.scope_ids.usage_id, "course_key", None)
        return bool(permissions.can_write(course))
    user = _user(block)
    if user is not None and _IS_STAFF in user.opt_attrs:
        return False  # an LMS, where nobody writes settings
    return viewer(block, server).staff


@dataclass(frozen=True)
class Learner:
    """A student of the class table: how teachers see them, and the name that the platform's services know."""

    name: str
    username: str | None


def learner(block: Any, key: str) -> Learner:
    """The student with a key; the key itself stands for a name that the runtime does not tell."""
    find = getattr(block.runtime.service(block, "user"), "get_user_by_anonymous_id", None)
    user = find(key) if find else None
    if user is None:
        return Learner(key, None)
    full = getattr(getattr(user, "profile", None), "name", "")
    return Learner(f"{full} ({user.username})" if full else str(user.username), str(user.username))


def stored_attempts(block: Any, key: str) -> object:
    """The field ``attempts`` of another student's state.

    A platform with the service ``user_state`` is asked through it. Other runtimes keep state under the user's id, and
    the block is made again for that user.
    """
    service = block.runtime.service(block, "user_state")
    if service is not None:
        username = learner(block, key).username
        return service.get_state_as_dict(username, block.scope_ids.usage_id).get("attempts") if username else None
    other = block.runtime.construct_xblock_from_class(block.unmixed_class, block.scope_ids._replace(user_id=key))
    return other.attempts


def _user(block: Any) -> Any:
    service = block.runtime.service(block, "user")
    return service.get_current_user() if service is not None else None


def _is_staff(block: Any, attributes: Any, server: Server) -> bool:
    if _IS_STAFF in attributes or _ROLE in attributes:
        return bool(attributes.get(_IS_STAFF)) or attributes.get(_ROLE) in STAFF_ROLES
    return str(block.scope_ids.user_id) in server.staff
