"""What the tool takes from a launch: who opened which assignment, and what they may do."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, cast

from pylti1p3.message_launch import MessageLaunch

from scorer_lti.submissions import Link

CLAIM = "https://purl.imsglobal.org/spec/lti/claim/"
ENDPOINT = "https://purl.imsglobal.org/spec/lti-ags/claim/endpoint"


@dataclass(frozen=True)
class Opening:
    """A valid launch. ``user`` is the platform's id of the person (``sub``), ``prompt`` the link's custom parameter of
    that name; ``graded`` says whether the platform named a gradebook column, ``teaches`` whether the person may see and
    score everybody's essays."""

    link: Link
    user: str
    name: str
    title: str
    prompt: str | None
    graded: bool
    teaches: bool


def opening_of(launch: MessageLaunch[Any, Any, Any, Any]) -> Opening:
    """The parts of a launch that was validated."""
    data = cast(dict[str, Any], launch.get_launch_data())
    resource = data[f"{CLAIM}resource_link"]
    return Opening(
        link=Link(data["iss"], data[f"{CLAIM}deployment_id"], resource["id"]),
        user=data["sub"],
        name=data.get("name") or data["sub"],
        title=resource.get("title") or "Essay",
        prompt=data.get(f"{CLAIM}custom", {}).get("prompt"),
        graded=bool(data.get(ENDPOINT, {}).get("lineitem")),
        teaches=bool(launch.check_teacher_access() or launch.check_teaching_assistant_access()),
    )
