"""How much the tables of what was seen before hold: a district's essays take no more room than a school's."""

WORDS = 4096
"""Different words, or parts of words. A few thousand are nearly all that essays use; the rest is worked out anew."""
