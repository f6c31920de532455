"""Names that take a capital wherever they stand, words that end no sentence, and what is said of capitals."""

from __future__ import annotations

from scorer.pipeline.words import listed

NAMES = listed("""
monday tuesday wednesday thursday friday saturday sunday mondays tuesdays wednesdays thursdays fridays saturdays
sundays january february april june july september october november december christmas thanksgiving halloween
easter hanukkah ramadan english spanish french german italian portuguese japanese korean chinese vietnamese arabic
russian hebrew latin greek american americans african africans european europeans asian asians mexican mexicans
canadian canadians british irish scottish australian australians brazilian colombian cuban dominican salvadoran
guatemalan honduran peruvian egyptian egyptians iranian iraqi israeli israelis indian indians pakistani filipino
latino latinos hispanic hispanics russians germans italians koreans romans roman victorian america africa europe
asia australia antarctica mexico canada brazil colombia cuba england scotland ireland britain france germany italy
spain portugal greece russia ukraine poland norway sweden denmark finland japan korea vietnam thailand philippines
indonesia pakistan iran iraq israel egypt nigeria kenya ethiopia somalia ghana argentina peru ecuador venezuela
bolivia honduras guatemala nicaragua haiti jamaica afghanistan syria california texas florida virginia arizona
nevada oregon alaska hawaii colorado ohio michigan wisconsin minnesota pennsylvania massachusetts maryland
tennessee kentucky alabama louisiana mississippi missouri oklahoma arkansas illinois connecticut vermont london
chicago boston seattle philadelphia tokyo beijing moscow berlin madrid rome athens christian christians
christianity muslim muslims islam islamic jewish judaism catholic catholics catholicism buddhist buddhists
buddhism hindu hinduism jesus bible quran facebook instagram youtube snapchat tiktok netflix spotify whatsapp
microsoft walmart starbucks disney mcdonalds hollywood shakespeare einstein lincoln obama trump hitler napoleon
churchill venus neptune uranus
""")
"""Days, months, feasts, nations, languages, countries, states, cities, faiths, firms and planets."""

SPELLED = {
    "usa": "USA", "nasa": "NASA", "fbi": "FBI", "dna": "DNA", "nba": "NBA", "nfl": "NFL", "youtube": "YouTube",
    "tiktok": "TikTok", "whatsapp": "WhatsApp",
}  # fmt: skip
"""Names that are written with more capitals than the first letter."""

COMMON_BEFORE = {
    "french": listed("fry fries toast press door doors bread horn dip"),
    "german": listed("shepherd shepherds measles"),
    "english": listed("muffin muffins horn"),
    "roman": listed("numeral numerals type"),
    "arabic": listed("numeral numerals gum"),
    "russian": listed("roulette dressing doll dolls"),
    "irish": listed("coffee setter"),
    "greek": listed("yogurt salad"),
    "italian": listed("dressing sub"),
    "victorian": frozenset(), "trump": frozenset(), "easter": listed("egg eggs"),
}  # fmt: skip
"""Words before which the small letter is usage: "french fries", "roman numerals"."""
VERBS_TOO = listed("trump venus lincoln rome")
"""Names that are marked only where the tagger takes them for names or nouns."""

MONTHS_TOO = listed("march may august")
MONTH_BEFORE = listed("in of since until by last this next every early late mid during")
"""Months that are words too: marked before a number, as in "on may 5", or after "in" with a number behind."""

SMALL_BEFORE_NAMES = listed("de van von da la le di du del der bin al el")
MIXED = listed("iphone ipad ipod ebay imac ios")
"""Words that begin small."""

NO_END = listed("""
etc ect eg e.g ie i.e vs mr mrs ms dr prof st jr sr no nos p pp pg pgs para vol ed eds ch sec fig approx al cf inc ltd
co corp a.m p.m am pm u.s u.k u.n ph.d b.c a.d d.c min max hr hrs ft lb lbs oz tel est dept univ ave blvd gen sgt
capt lt col gov sen rep rev hon esp incl ex yahoo jeopardy ca
""")
"""Words whose stop may end no sentence."""
LETTER_AFTER = listed("""
( [ = / part chapter step type world variable variables letter vowel index number symbol word figure
""")
"""What stands before "i" where it is a letter, a numeral or a name of a variable."""
INTERJECTIONS = listed("oh ah wow hey well yes no hello hi alas hooray bam boom ha hmm okay ok")
"""Words after whose "!" or "?" the sentence may go on small."""

AFTER_COMMA = listed("""
the a when if it this they we he she you there these those my his her our your their in because as while since although
people students many some most for to that what how not but and or so then who which
""")
"""Words that no name is made of where a comma stands before and a small word behind."""
GREETINGS = listed("dear hello hi hey sincerely greetings sir madam thanks regards")
"""Beginnings of lines after whose comma a capital may stand."""

MESSAGES = {
    "sentence": "“{word}” begins a sentence: write “{right}”.",
    "i": "The word “I” is always a capital letter, as in “{phrase}”.",
    "name": "“{word}” is a name and takes a capital letter: “{right}”.",
    "spelled": "“{word}” stands for several words and is written “{right}”.",
    "small": "After the comma the sentence goes on: “{word}” is written “{right}”.",
    "spliced": "“{word}” stands after a comma: write “{right}”, or end the sentence before it with a full stop.",
    "elsewhere": "You write “{right}” with a capital letter elsewhere: “{word}” takes one, too.",
}
AGAIN = {
    "small": "Capital letters follow a comma so {times} in this essay.",
    "sentence": "Sentences begin with a small letter {times} in this essay.",
    "i": "It is small {times} in this essay.",
    "name": "It is small {times} in this essay.",
}
