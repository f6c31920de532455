"""Characters that only look like plain letters, and characters that nobody sees."""

from __future__ import annotations

import re

UNSEEN = "\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff"
"""Zero-width characters, soft hyphen, direction marks and joiners (Unicode category Cf)."""
UNSEEN_RUN = re.compile(f"[{UNSEEN}]+")
BETWEEN_LETTERS = re.compile(rf"(?<=[^\W\d_])[{UNSEEN.replace(chr(0xAD), '')}]+(?=[^\W\d_])")
"""Where only someone who wants to part a word puts one. The soft hyphen is the word processor's."""

VARIANTS = re.compile("[\ufb00-\ufb06\uff01-\uff5e\u2100-\u214f\u24b6-\u24e9\U0001d400-\U0001d7ff]+")
"""Ligatures, full-width, letter-like, circled and mathematical letters: NFKC gives the plain ones."""
DISGUISED = re.compile("[\uff21-\uff3a\uff41-\uff5a\u24b6-\u24e9\U0001d400-\U0001d7ff]")
"""Those of them that no word processor puts into a word by itself."""
COMBINED = re.compile(r"[^\W\d_][\u0300-\u036f]+")

_PAIRS = (
    # Cyrillic
    ("а", "a"), ("в", "b"), ("с", "c"), ("ԁ", "d"), ("е", "e"), ("ё", "e"), ("һ", "h"), ("і", "i"), ("ї", "i"),
    ("ј", "j"), ("к", "k"), ("ӏ", "l"), ("м", "m"), ("п", "n"), ("о", "o"), ("р", "p"), ("ԛ", "q"), ("г", "r"),
    ("ѕ", "s"), ("т", "t"), ("ц", "u"), ("ѵ", "v"), ("ԝ", "w"), ("х", "x"), ("у", "y"),
    ("А", "A"), ("В", "B"), ("С", "C"), ("Е", "E"), ("Ё", "E"), ("Н", "H"), ("І", "I"), ("Ї", "I"), ("Ј", "J"),
    ("К", "K"), ("М", "M"), ("О", "O"), ("Р", "P"), ("Ѕ", "S"), ("Т", "T"), ("Ѵ", "V"), ("Ԝ", "W"), ("Х", "X"),
    ("У", "Y"), ("Ү", "Y"),
    # Greek
    ("α", "a"), ("β", "b"), ("ϲ", "c"), ("ε", "e"), ("η", "n"), ("ι", "i"), ("ϳ", "j"), ("κ", "k"), ("ν", "v"),
    ("ο", "o"), ("ρ", "p"), ("τ", "t"), ("υ", "u"), ("ω", "w"), ("χ", "x"), ("γ", "y"),
    ("Α", "A"), ("Β", "B"), ("Ε", "E"), ("Η", "H"), ("Ι", "I"), ("Κ", "K"), ("Μ", "M"), ("Ν", "N"), ("Ο", "O"),
    ("Ρ", "P"), ("Τ", "T"), ("Υ", "Y"), ("Χ", "X"), ("Ζ", "Z"), ("Ϲ", "C"), ("Ϳ", "J"),
    # Armenian, Latin look-alikes and small capitals
    ("օ", "o"), ("ո", "n"), ("ս", "u"), ("հ", "h"), ("ց", "g"), ("զ", "q"), ("ı", "i"), ("ɑ", "a"), ("ɡ", "g"),
    ("ƅ", "b"), ("ᴄ", "c"), ("ᴏ", "o"), ("ᴠ", "v"), ("ᴡ", "w"), ("ᴢ", "z"), ("ᴜ", "u"), ("ꜱ", "s"), ("ʀ", "r"),
)  # fmt: skip
CONFUSABLE = dict(_PAIRS)
"""Letters that readers take for a Latin one, after the confusables of Unicode Technical Standard 39. Chosen by hand."""

FOREIGN = re.compile("[" + "".join(CONFUSABLE) + "]")
WORD = re.compile(r"[^\W\d_]+")
SHOUTED = 0.7
"""Share of capitals among the letters from which a text is read as if it were not written in capitals."""
SHOUTED_WORDS = 20
SENTENCE_OPENS = re.compile(r"(?:^|[.!?][\"”’')\]]*\s+|\n\s*)[\"“‘'(\[]*([^\W\d_])")
ALONE = re.compile(r"\bi\b")
