"""Words of assignments and essays on any subject, which say nothing of what one is about."""

from __future__ import annotations

from scorer.pipeline.words import listed

ASSIGNMENT = listed("""
write essay discuss opinion give reasons answer own experience experiences statement following think use using specific
examples example support supports supported people some believe say says prompt position take argue evidence agree
disagree extent students student explain whether reader convince sources source read article passage passages issue view
views details detail include state clear response question topic paragraph paragraphs both sides side
""")
