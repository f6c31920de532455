"""An LTI 1.3 tool around ``scorer``: a launch comes in, essays are handed in and scored, scores go to the gradebook."""

from scorer_lti.app import create_app
from scorer_lti.grades import Sent, grade_of, sent
from scorer_lti.submissions import Handed, Link, Store

__all__ = ["Handed", "Link", "Sent", "Store", "create_app", "grade_of", "sent"]
