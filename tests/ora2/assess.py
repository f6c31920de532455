"""Open edX's own ora2 package takes an assessment; run by the Python of an environment that has it.

Reads ``{"answer", "call"}`` as JSON from standard input: a student hands ``answer`` in, a member of staff assesses it
with ``call``, the arguments of ora2's ``create_assessment``. Prints what ora2 then holds. The database is SQLite in
memory.
"""

from __future__ import annotations

import json
import logging
import sys
from typing import Any

import django
from django.conf import settings

STUDENT = {"student_id": "student", "course_id": "course/demo/1", "item_id": "essay-1", "item_type": "openassessment"}
APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "simple_history",
    "submissions",
    "openassessment",
    "openassessment.assessment",
    "openassessment.workflow",
    "openassessment.staffgrader",
]


def main() -> None:
    """Create the submission, assess it, let the workflow look, print."""
    given = json.load(sys.stdin)
    settings.configure(
        INSTALLED_APPS=APPS,
        DATABASES={"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": ":memory:"}},
        DEFAULT_AUTO_FIELD="django.db.models.AutoField",
        SECRET_KEY="tests",
        USE_TZ=True,
        FEATURES={},
        ORA2_ASSESSMENTS={"staff": "openassessment.assessment.api.staff"},
    )
    logging.disable(logging.WARNING)
    django.setup()
    from django.core.management import call_command

    call_command("migrate", verbosity=0)
    json.dump(assessed(given["answer"], given["call"]), sys.stdout)


def assessed(answer: str, call: dict[str, Any]) -> dict[str, Any]:
    """What ora2 says before and after."""
    from openassessment.assessment.api import staff
    from openassessment.workflow import api as workflow
    from submissions import api as submissions

    submission = submissions.create_submission(STUDENT, {"parts": [{"text": answer}]})
    uuid = submission["uuid"]
    workflow.create_workflow(uuid, ["staff"])
    asked = {"staff": {"required": True}}
    before = workflow.get_workflow_for_submission(uuid, asked, {})
    made = staff.create_assessment(uuid, "teacher", **call)
    after = workflow.update_from_assessments(uuid, asked, {}, override_submitter_requirements=True)
    score = submissions.get_score(STUDENT)
    return {
        "before": before["status"],
        "after": after["status"],
        "score": {name: score[name] for name in ("points_earned", "points_possible")},
        "feedback": made["feedback"],
        "parts": {
            part["criterion"]["name"]: {
                "option": part["option"] and part["option"]["name"],
                "points": part["option"] and part["option"]["points"],
                "feedback": part["feedback"],
            }
            for part in made["parts"]
        },
    }


if __name__ == "__main__":
    main()
