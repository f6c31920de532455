"""Essays for the tests, in our own words."""

from __future__ import annotations

PROMPT = "Should the school library stay open in the evening? Take a position and give reasons."
FIRST = """I think that the school library should stay open in the evening. Many students have no quiet room at home.

First, a library is quiet, so students can finish their homework there. For example, my brother shares a room with two
cousins, and he never finds a place to read. Another reason is that the computers stand there unused after four o'clock.
Students who have no computer at home could write their essays on them, because typing takes longer than they have in
the lunch break.

In conclusion, an open library in the evening would help students who need it most."""
SECOND = """I believe that the school library should stay open in the evening, because many students have no
quiet room at home.

First, a library is quiet, so students can finish their homework there. For example, my brother shares a room with two
cousins, and he never finds a place to read. According to Ada Okafor, "a table of one's own is worth an hour of sleep"
(Okafor 12). Therefore the evening hours would pay for themselves.

Another reason is that the computers stand unused after four o'clock. Students who have no computer at home could write
their essays on them, because typing takes longer than they have in the lunch break.

Some parents say that an open library costs too much. However, two retired teachers have offered to sit at the desk, so
the town would pay for the light alone.

In conclusion, the library should stay open in the evening, because it would help the students who need it most.

Works Cited
Okafor, Ada. The Cheap Teacher. Riverside Press, 2019."""
_OPENING, *_BODY = SECOND.split("\n\n")
REPEATED = "\n\n".join([_OPENING, *_BODY[:2], *_BODY])
"""Says two paragraphs again: the program asks the teacher for a look."""
HOSTILE = '<script>document.title="caught"</script>'
